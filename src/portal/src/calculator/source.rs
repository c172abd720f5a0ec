//! What an answer rests on.

use chrono::NaiveDate;
use domain::citation::{Citation, Confidence};
use domain::rules::{Basis, Entry, Remark, Scope, Status};

/// Where something is written and how far it can be trusted: what stands beside every line of an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source {
    /// Where it is written; its `stated` is the as-of date.
    pub citation: Citation,
    /// The rule's own id in that source.
    pub rule: Option<&'static str>,
    /// Whose rule it is, where that is not the law.
    pub scope: Option<Scope>,
    /// How well the source supports it; `None` where nobody weighed that.
    pub confidence: Option<Confidence>,
    /// Whether it is confirmed for the day asked about.
    pub confirmed: Confirmed,
    /// What has to be said beside it.
    pub remark: Option<Remark>,
}

/// Whether a rule is confirmed for the day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// A source speaks for the day.
    Yes,
    /// Not since this day.
    NotSince(NaiveDate),
    /// It is no answer for the day asked about, only what is known: in force in this time.
    Elsewhere {
        /// First day.
        from: NaiveDate,
        /// First day on which it no longer held, if an end is known.
        until: Option<NaiveDate>,
    },
}

impl From<Basis> for Source {
    #[inline(never)]
    fn from(basis: Basis) -> Self {
        Self {
            citation: basis.citation,
            rule: basis.rule,
            scope: Some(basis.scope),
            confidence: Some(basis.confidence),
            confirmed: match basis.status {
                Status::Confirmed => Confirmed::Yes,
                Status::NotConfirmedSince(since) => Confirmed::NotSince(since),
            },
            remark: basis.remark,
        }
    }
}

impl<T> From<&Entry<T>> for Source {
    fn from(entry: &Entry<T>) -> Self {
        Self {
            citation: entry.citation,
            rule: entry.rule,
            scope: None,
            confidence: Some(entry.confidence),
            confirmed: Confirmed::Elsewhere { from: entry.from, until: entry.until },
            remark: entry.remark,
        }
    }
}

/// A fact that does not change over time, such as the rate of the euro.
impl From<Citation> for Source {
    fn from(citation: Citation) -> Self {
        Self { citation, rule: None, scope: None, confidence: None, confirmed: Confirmed::Yes, remark: None }
    }
}
