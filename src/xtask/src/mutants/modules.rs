//! Which parts of the domain are mutated, and by which of its tests each is tried.

/// The crate with the rules.
pub const PACKAGE: &str = "domain";
/// What `cargo test` is told for the written examples.
pub const EXAMPLES: &str = "--test=cases";
/// Its sources, seen from the root of the workspace.
pub const SOURCES: &str = "src/domain/src/";

/// A part of the domain that is tried and reported as one.
pub struct Module {
    /// Its row in the report, and what `--only` takes.
    pub name: &'static str,
    /// Its folders (which end in `/`) and files.
    paths: &'static [&'static str],
    /// The tests for what the written examples do not catch. A mutant rebuilds each of them, so only those that
    /// are about it.
    tests: &'static [&'static str],
}

/// In the order of what an error would cost a patient.
pub const MODULES: [Module; 10] = [
    Module { name: "fee", paths: &["fee/"], tests: &["fee_properties"] },
    Module { name: "insurance", paths: &["insurance/"], tests: &["insurance_properties", LIB] },
    Module {
        name: "sms",
        paths: &["sms/", "transliteration.rs"],
        tests: &["sms_properties", "message_properties", LIB],
    },
    Module { name: "working_day", paths: &["working_day/"], tests: &["working_day_properties", LIB] },
    Module { name: "validity", paths: &["validity/"], tests: &["validity_properties"] },
    Module { name: "sick_leave", paths: &["sick_leave/"], tests: &["sick_leave_properties"] },
    Module { name: "maternity", paths: &["maternity.rs"], tests: &["maternity_properties"] },
    Module { name: "telk", paths: &["telk/"], tests: &["practice_properties"] },
    Module { name: "paperwork", paths: &["paperwork/"], tests: &["practice_properties"] },
    Module {
        name: "dates",
        paths: &["age.rs", "month.rs", "term.rs", "written.rs"],
        tests: &["insurance_properties", "validity_properties", LIB],
    },
];

/// The unit tests.
const LIB: &str = "";

impl Module {
    /// Whether a file of the sources belongs to it.
    pub fn owns(&self, file: &str) -> bool {
        self.paths.iter().any(|path| file == *path || (path.ends_with('/') && file.starts_with(path)))
    }

    /// Its files, as globs from the root of the workspace.
    pub fn globs(&self) -> impl Iterator<Item = String> {
        let all = |path: &&str| if path.ends_with('/') { "**" } else { "" };
        self.paths.iter().map(move |path| format!("{SOURCES}{path}{}", all(path)))
    }

    /// What `cargo test` is told for the tests beside the examples.
    pub fn tests(&self) -> impl Iterator<Item = String> {
        let target = |test: &&str| if *test == LIB { "--lib".to_owned() } else { format!("--test={test}") };
        self.tests.iter().map(target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;
    use anyhow::Result;

    #[test]
    fn every_file_and_test_of_a_module_exists() -> Result<()> {
        let root = paths::root()?;
        for module in &MODULES {
            for path in module.paths {
                assert!(root.join(SOURCES).join(path).exists(), "{path}");
            }
            for test in module.tests.iter().filter(|test| **test != LIB) {
                assert!(root.join(format!("src/domain/tests/{test}.rs")).exists(), "{test}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_folder_owns_what_is_in_it_and_a_file_only_itself() {
        let module = Module { name: "sms", paths: &["sms/", "term.rs"], tests: &[LIB, "sms_properties"] };
        assert!(module.owns("sms/parts.rs") && module.owns("term.rs"));
        assert!(!module.owns("sms.rs") && !module.owns("term.rs/x"));
        assert_eq!(module.globs().collect::<Vec<_>>(), ["src/domain/src/sms/**", "src/domain/src/term.rs"]);
        assert_eq!(module.tests().collect::<Vec<_>>(), ["--lib", "--test=sms_properties"]);
    }
}
