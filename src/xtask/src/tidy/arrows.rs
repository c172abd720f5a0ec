//! Which crate may depend on which: arrows point down only.

use super::Finding;
use crate::command;
use anyhow::{Context, Result};
use serde_json::Value;

/// What a crate may depend on among the project's own crates, and, where it is told, in total.
struct Rule {
    package: &'static str,
    own: &'static [&'static str],
    foreign: Option<&'static [&'static str]>,
}

const RULES: [Rule; 5] = [
    Rule { package: "domain", own: &[], foreign: Some(&["chrono", "chrono-tz"]) },
    Rule { package: "contract", own: &["domain"], foreign: None },
    Rule { package: "portal", own: &["contract", "domain"], foreign: None },
    Rule { package: "mock-server", own: &["contract", "domain"], foreign: None },
    Rule { package: "xtask", own: &[], foreign: None },
];

/// Checks what cargo says about the workspace.
pub fn check() -> Result<Vec<Finding>> {
    let json = command::quiet(command::cargo()?.args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&json).context("cargo's metadata")?;
    Ok(findings(&metadata))
}

fn findings(metadata: &Value) -> Vec<Finding> {
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut findings = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let path = manifest.strip_prefix(root).unwrap_or(manifest).trim_start_matches('/');
        let Some(rule) = RULES.iter().find(|rule| rule.package == name) else {
            findings.push(Finding::new(path, 1, format!("tidy knows no rule for the crate {name}")));
            continue;
        };
        let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
        // Tests may use what they like, as long as the arrows between the crates hold.
        for dependency in dependencies {
            let target = dependency["name"].as_str().unwrap_or_default();
            let ours = RULES.iter().any(|rule| rule.package == target);
            let for_tests = dependency["kind"].as_str() == Some("dev");
            let allowed = if ours {
                rule.own.contains(&target)
            } else {
                for_tests || rule.foreign.is_none_or(|foreign| foreign.contains(&target))
            };
            if !allowed {
                findings.push(Finding::new(path, 1, format!("{name} must not depend on {target}")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn messages(package: &str, dependency: &str, kind: Option<&str>) -> Vec<String> {
        let metadata = json!({ "workspace_root": "/w", "packages": [{
            "name": package, "manifest_path": format!("/w/src/{package}/Cargo.toml"),
            "dependencies": [{ "name": dependency, "kind": kind }],
        }]});
        findings(&metadata).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn arrows_point_down() {
        assert!(messages("portal", "contract", None).is_empty());
        assert_eq!(
            messages("contract", "portal", None),
            ["src/contract/Cargo.toml:1: contract must not depend on portal"]
        );
        assert_eq!(messages("portal", "mock-server", Some("dev")).len(), 1);
        assert_eq!(messages("mock-server", "portal", None).len(), 1);
    }

    #[test]
    fn the_domain_has_next_to_no_dependencies() {
        assert!(messages("domain", "chrono", None).is_empty());
        assert!(messages("domain", "proptest", Some("dev")).is_empty());
        assert_eq!(messages("domain", "serde", None).len(), 1);
    }

    #[test]
    fn a_new_crate_needs_a_rule() {
        assert_eq!(messages("other", "serde", None).len(), 1);
    }
}
