//! Failures on demand: which route fails, how, and how often.

use std::sync::{Mutex, PoisonError};

use contract::problem::ProblemCode;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

/// How a request fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A problem instead of the answer: give `status`, `code` or both.
    Status,
    /// The right answer, `delay_ms` later.
    Delay,
    /// The right answer, once the failure is deleted.
    Hold,
    /// The connection of this request ends without an answer. While such a failure is in force no other connection rests, but none
    /// loses an answer or a stream.
    Drop,
    /// Half of the request's body comes, and the connection ends without an answer.
    Half,
    /// The answer breaks off in the middle.
    Cut,
    /// An answer that is not JSON.
    Garbage,
}

impl Kind {
    /// Whether the connection ends without an answer.
    #[must_use]
    pub const fn drops(self) -> bool {
        matches!(self, Self::Drop | Self::Half)
    }

    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Status, Self::Delay, Self::Hold, Self::Drop, Self::Half, Self::Cut, Self::Garbage];
}

/// A failure as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// An operation by its name, a path that begins with `/` and may hold `*`, or `*` for every operation.
    pub route: String,
    /// How it fails.
    pub kind: Kind,
    /// The status, with `status`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<u16>,
    /// The problem's code, with `status`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<ProblemCode>,
    /// Milliseconds, with `delay`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub delay_ms: Option<u64>,
    /// How often; until it is deleted when absent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub count: Option<u32>,
}

impl Rule {
    fn fits(&self, operation: Option<&str>, path: &str) -> bool {
        match self.route.as_str() {
            "*" => operation.is_some(),
            route if route.starts_with('/') => glob(route, path),
            route => operation == Some(route),
        }
    }
}

/// Whether `path` fits the pattern, in which `*` stands for any characters.
fn glob(pattern: &str, path: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == path };
    let Some(rest) = path.strip_prefix(head) else { return false };
    (0..=rest.len()).any(|start| rest.is_char_boundary(start) && glob(tail, &rest[start..]))
}

/// A failure in force, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Its number.
    pub id: u64,
    /// What was asked for.
    #[serde(flatten)]
    pub rule: Rule,
    /// How often it will still happen; absent when there is no limit.
    pub left: Option<u32>,
    /// How many requests it holds back now.
    pub waiting: usize,
}

#[derive(Debug)]
struct Active {
    id: u64,
    rule: Rule,
    left: Option<u32>,
    release: watch::Sender<()>,
}

/// What a failing request has to do.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The failure.
    pub rule: Rule,
    /// Ends when the failure is deleted.
    pub released: watch::Receiver<()>,
}

/// All failures in force.
#[derive(Debug, Default)]
pub struct Failures(Mutex<(u64, Vec<Active>)>);

impl Failures {
    /// Adds one and gives its number.
    pub fn add(&self, rule: Rule) -> Listed {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        guard.0 += 1;
        let active = Active { id: guard.0, left: rule.count, rule, release: watch::channel(()).0 };
        let listed = active.listed();
        guard.1.push(active);
        listed
    }

    /// The failure that this request meets, counted down.
    #[must_use]
    pub fn hit(&self, operation: Option<&str>, path: &str) -> Option<Hit> {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let active =
            guard.1.iter_mut().find(|active| active.left != Some(0) && active.rule.fits(operation, path))?;
        active.left = active.left.map(|left| left.saturating_sub(1));
        Some(Hit { rule: active.rule.clone(), released: active.release.subscribe() })
    }

    /// Whether any answer may be dropped: then no connection may rest.
    #[must_use]
    pub fn drops(&self) -> bool {
        let guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        guard.1.iter().any(|active| active.rule.kind.drops() && active.left != Some(0))
    }

    /// All of them.
    #[must_use]
    pub fn list(&self) -> Vec<Listed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.iter().map(Active::listed).collect()
    }

    /// Ends one and lets go whom it holds; false when there is none with this number.
    pub fn remove(&self, id: u64) -> bool {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = guard.1.len();
        guard.1.retain(|active| active.id != id);
        guard.1.len() < before
    }

    /// Ends all and lets go whom they hold.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
    }
}

impl Active {
    fn listed(&self) -> Listed {
        let waiting = if self.rule.kind == Kind::Hold { self.release.receiver_count() } else { 0 };
        Listed { id: self.id, rule: self.rule.clone(), left: self.left, waiting }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(route: &str, count: Option<u32>) -> Rule {
        Rule { route: route.to_owned(), kind: Kind::Drop, status: None, code: None, delay_ms: None, count }
    }

    #[test]
    fn a_star_stands_for_any_characters() {
        for (pattern, path, fits) in [
            ("/account-*.wasm", "/account-0f3a.wasm", true),
            ("/account-*.wasm", "/main-0f3a.wasm", false),
            ("/*", "/x", true),
            ("/a*b*c", "/a-b-b-c", true),
            ("/a*b*c", "/a-b-b", false),
            ("/x", "/x", true),
        ] {
            assert_eq!(glob(pattern, path), fits, "{pattern} {path}");
        }
    }

    #[test]
    fn a_failure_with_a_count_is_used_up() {
        let failures = Failures::default();
        failures.add(rule("get_session", Some(1)));
        assert!(failures.hit(Some("get_account"), "/api/v1/account").is_none());
        assert!(failures.drops());
        assert!(failures.hit(Some("get_session"), "/api/v1/session").is_some());
        assert!(failures.hit(Some("get_session"), "/api/v1/session").is_none());
        assert!(!failures.drops());
    }

    #[test]
    fn the_star_means_operations_and_no_files() {
        let failures = Failures::default();
        failures.add(rule("*", None));
        assert!(failures.hit(None, "/main.js").is_none());
        assert!(failures.hit(Some("get_session"), "/api/v1/session").is_some());
    }
}
