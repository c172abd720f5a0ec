//! What an answer, a date or an amount rests on: where it is written, and how far that can be trusted.

use chrono::NaiveDate;
use domain::citation::{Citation, Confidence};
use domain::rules::{Basis, Entry, Remark, Scope, Status};

use crate::i18n::Msg;
use crate::i18n::texts::source as s;

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

/// What has to be said beside a value, or why nothing is known.
pub fn remark(remark: Remark) -> Msg {
    match remark {
        Remark::DerivedFromWage => s::remark_derived_from_wage(),
        Remark::StartsWithWage => s::remark_starts_with_wage(),
        Remark::ConvertedByLaw => s::remark_converted_by_law(),
        Remark::DecreeNotSeen => s::remark_decree_not_seen(),
        Remark::NoDecreeYet => s::remark_no_decree_yet(),
        Remark::StartNotStated => s::remark_start_not_stated(),
        Remark::Contradicted => s::remark_contradicted(),
        Remark::NoSourceFound => s::remark_no_source_found(),
        Remark::OutsideGuide => s::remark_outside_guide(),
        Remark::OlderList => s::remark_older_list(),
        Remark::TwoStartsStated => s::remark_two_starts_stated(),
        Remark::BillOnly => s::remark_bill_only(),
        Remark::LowestStep => s::remark_lowest_step(),
        Remark::NotAnnounced => s::remark_not_announced(),
        Remark::FirstDayAssumed => s::remark_first_day_assumed(),
        Remark::Undated => s::remark_undated(),
        Remark::TextNotSeen => s::remark_text_not_seen(),
        Remark::HoursNotStated => s::remark_hours_not_stated(),
    }
}

/// How well a source supports what it is cited for.
pub fn confidence(confidence: Confidence) -> Msg {
    match confidence {
        Confidence::Official => s::confidence_official(),
        Confidence::Press => s::confidence_press(),
        Confidence::Secondary => s::confidence_secondary(),
        Confidence::Unverified => s::confidence_unverified(),
    }
}

/// Whose rule it is, where that is not the law.
pub fn scope(scope: Scope) -> Option<Msg> {
    match scope {
        Scope::Law => None,
        Scope::Guide2010 => Some(s::scope_guide()),
        Scope::Practice(_) => Some(s::scope_practice()),
        Scope::Kazakhstan => Some(s::scope_kazakhstan()),
        Scope::Altai => Some(s::scope_altai()),
    }
}
