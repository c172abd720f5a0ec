//! Failures as the control page offers them.

use contract::problem::ProblemCode;

use crate::failure::{Kind, Rule};

/// A failure with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its key in the form.
    pub key: &'static str,
    /// What people read.
    pub label: &'static str,
    kind: Kind,
    code: Option<ProblemCode>,
}

/// All of them.
pub const ALL: [Preset; 11] = [
    preset("slow", "slow: 3 seconds", Kind::Delay, None),
    preset("hold", "held until the failure is ended", Kind::Hold, None),
    preset("offline", "offline: the connection ends without an answer", Kind::Drop, None),
    preset("half", "half-sent: half of the request comes, then the connection ends", Kind::Half, None),
    preset("cut", "the answer breaks off in the middle", Kind::Cut, None),
    preset("garbage", "the answer is not JSON", Kind::Garbage, None),
    preset("internal", "500 internal", Kind::Status, Some(ProblemCode::Internal)),
    preset("unavailable", "503 unavailable", Kind::Status, Some(ProblemCode::Unavailable)),
    preset("too_many", "429 too many requests", Kind::Status, Some(ProblemCode::TooMany)),
    preset("changed", "412 changed meanwhile (conflict)", Kind::Status, Some(ProblemCode::Changed)),
    preset("session_over", "401 the session is over", Kind::Status, Some(ProblemCode::SessionOver)),
];

const fn preset(key: &'static str, label: &'static str, kind: Kind, code: Option<ProblemCode>) -> Preset {
    Preset { key, label, kind, code }
}

impl Preset {
    /// The failure on a route.
    #[must_use]
    pub fn rule(&self, route: String, count: Option<u32>) -> Rule {
        Rule { route, kind: self.kind, status: None, code: self.code, delay_ms: None, count }
    }
}
