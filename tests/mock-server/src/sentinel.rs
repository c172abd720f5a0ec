//! Document ids that cause things, for everybody who is signed in: failures that need no setting up.

use contract::path;
use contract::problem::ProblemCode;

use crate::failure::{Kind, Rule};

/// A document id and what asking for it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentinel {
    /// The id.
    pub id: &'static str,
    /// What happens, for the control page.
    pub effect: &'static str,
    kind: Kind,
    code: Option<ProblemCode>,
}

/// All sentinels.
pub const ALL: [Sentinel; 6] = [
    sentinel("sentinel-internal", "500, problem internal", Kind::Status, Some(ProblemCode::Internal)),
    sentinel(
        "sentinel-unavailable",
        "503, problem unavailable",
        Kind::Status,
        Some(ProblemCode::Unavailable),
    ),
    sentinel("sentinel-over", "401, problem session_over", Kind::Status, Some(ProblemCode::SessionOver)),
    sentinel("sentinel-drop", "the connection ends without an answer", Kind::Drop, None),
    sentinel("sentinel-garbage", "an answer that is not JSON", Kind::Garbage, None),
    sentinel("sentinel-slow", "403 after three seconds", Kind::Delay, None),
];

const fn sentinel(id: &'static str, effect: &'static str, kind: Kind, code: Option<ProblemCode>) -> Sentinel {
    Sentinel { id, effect, kind, code }
}

/// The failure that a path causes by itself.
#[must_use]
pub fn of(path: &str) -> Option<Rule> {
    let id = path.strip_prefix(path::DOCUMENTS)?.strip_prefix('/')?;
    let sentinel = ALL.iter().find(|sentinel| sentinel.id == id)?;
    let Sentinel { kind, code, .. } = *sentinel;
    Some(Rule { route: path.to_owned(), kind, status: None, code, delay_ms: None, count: None })
}
