//! The patient's own clock: until when something can be used, contested or renewed, and how each date came about.

use chrono::NaiveDate;

use super::terms::USE_RIGHT;
use crate::coded::Coded;
use crate::document::dates::{DateBasis, Dates, Left};
use crate::document::kind::Kind;
use crate::document::reason::{Ask, answers_for};
use crate::document::status::{Group, Status};
use crate::document::validity::{ByRule, Paper, validity_of};
use crate::rules::{Basis, planned};
use crate::telk::apply_again_by;
use crate::validity::test_age;

/// What a date is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Last day of validity.
    Valid,
    /// Last day on which what was approved, or prescribed by a commission, can be used.
    Use,
    /// Last day on which a decision can be contested.
    Appeal,
    /// Last day on which one applies to be examined again.
    ApplyAgain,
    /// Last day on which the commission accepts a test.
    CountsForTelk,
    /// The day on which a commission sits.
    Hearing,
}

/// A date that a rule makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruled {
    /// The day.
    pub day: NaiveDate,
    /// The day from which the rule counts.
    pub from: NaiveDate,
    /// The rule.
    pub basis: Basis,
}

/// How a date came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// The document states it, on this basis if it says so.
    Stated(Option<Coded<DateBasis>>),
    /// It follows from a rule.
    ByRule,
    /// Nobody says it: ask.
    NotKnown(Ask),
}

/// A date of the patient's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDate {
    /// What for.
    pub what: What,
    /// The day, and how far it is; `None` where it is not known.
    pub day: Option<(NaiveDate, Left)>,
    /// How it came about.
    pub how: How,
    /// What the rule makes of it, whether or not the document says the same.
    pub rule: Option<Ruled>,
}

impl OwnDate {
    /// The document states another day than the rule makes. The document wins.
    #[must_use]
    pub fn differs(&self) -> bool {
        match (self.day, self.rule) {
            (Some((day, _)), Some(rule)) => day != rule.day,
            _ => false,
        }
    }

    /// The day, as long as it is not over: one that is worth a place in a calendar.
    #[must_use]
    pub fn ahead(&self) -> Option<NaiveDate> {
        match self.day {
            Some((day, Left::Days(_))) => Some(day),
            Some((_, Left::Over(_))) | None => None,
        }
    }
}

/// What has to be known of a document.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// For its validity.
    pub paper: Paper<'a>,
    /// Where it stands.
    pub status: &'a Coded<Status>,
    /// The dates that it states.
    pub dates: Dates,
    /// On what its last day of use rests.
    pub use_basis: Option<&'a Coded<DateBasis>>,
    /// On what its last day of appeal rests.
    pub appeal_basis: Option<&'a Coded<DateBasis>>,
    /// The day of the medical document on which an application for a device rests.
    pub medical_document: Option<NaiveDate>,
    /// The day on which the commission sits, in the person's zone.
    pub hearing: Option<NaiveDate>,
}

/// The patient's clock on `today`, a day of the person's zone: every date that matters where the document stands, soonest
/// loss first as far as the kinds of date go.
#[must_use]
pub fn own(facts: &Facts<'_>, today: NaiveDate) -> Vec<OwnDate> {
    let Some(status) = facts.status.known() else { return Vec::new() };
    let kind = facts.paper.kind.known();
    let in_use = status.group() == Group::InUse;
    let mut dates = Vec::new();
    if kind == Some(Kind::TelkProtocol) && status == Status::Scheduled {
        dates.push(dated(What::Hearing, facts.hearing, None, None, facts, today));
    }
    // A refusal can be contested wherever it came from; a decision of TELK while it is new.
    if status == Status::Refused || (kind == Some(Kind::TelkDecision) && status == Status::Issued) {
        dates.push(dated(What::Appeal, facts.dates.appeal_until, facts.appeal_basis, None, facts, today));
    }
    let open_lkk = kind == Some(Kind::LkkProtocol) && status == Status::Sent;
    if in_use || open_lkk {
        dates.extend(used(facts, kind, today));
        dates.extend(valid(facts, today));
    }
    if in_use && kind == Some(Kind::TelkDecision) {
        dates.extend(again(facts, today));
    }
    if kind == Some(Kind::TestResult) {
        dates.extend(counts(facts, today));
    }
    dates
}

fn dated(
    what: What,
    stated: Option<NaiveDate>,
    basis: Option<&Coded<DateBasis>>,
    rule: Option<Ruled>,
    facts: &Facts<'_>,
    today: NaiveDate,
) -> OwnDate {
    let how = match (stated, rule) {
        (Some(_), _) => How::Stated(basis.cloned()),
        (None, Some(_)) => How::ByRule,
        (None, None) => How::NotKnown(answers_for(facts.paper.kind)),
    };
    let day = stated.or(rule.map(|rule| rule.day)).map(|day| (day, Left::until(day, today)));
    OwnDate { what, day, how, rule }
}

/// Until when it can be used, of what is for a device: six months from the medical document.
fn used(facts: &Facts<'_>, kind: Option<Kind>, today: NaiveDate) -> Option<OwnDate> {
    let from = match kind? {
        Kind::LkkProtocol => facts.paper.issued,
        Kind::DeviceApplication => facts.medical_document,
        _ => {
            return facts
                .dates
                .use_until
                .map(|day| dated(What::Use, Some(day), facts.use_basis, None, facts, today));
        }
    };
    let rule = from.and_then(|from| {
        let term = planned(&USE_RIGHT, from, today).ok()?;
        Some(Ruled { day: term.value.last_day(from)?, from, basis: term.basis })
    });
    Some(dated(What::Use, facts.dates.use_until, facts.use_basis, rule, facts, today))
}

fn valid(facts: &Facts<'_>, today: NaiveDate) -> Option<OwnDate> {
    let until = validity_of(&facts.paper, today);
    let rule = match until.by_rule {
        ByRule::Rule(validity) => {
            validity.last.map(|day| Ruled { day, from: validity.issued, basis: validity.basis })
        }
        ByRule::DoesNotEnd => return None,
        _ => None,
    };
    Some(dated(What::Valid, facts.paper.stated, None, rule, facts, today))
}

/// Until when one applies to be examined again, of a decision that ends.
fn again(facts: &Facts<'_>, today: NaiveDate) -> Option<OwnDate> {
    let ends = facts.paper.stated?;
    let by = apply_again_by(ends, today).ok()?;
    let rule = Ruled { day: by.value?, from: ends, basis: by.basis };
    Some(dated(What::ApplyAgain, None, None, Some(rule), facts, today))
}

/// Until when TELK accepts a test.
fn counts(facts: &Facts<'_>, today: NaiveDate) -> Option<OwnDate> {
    let test = facts.paper.issued.filter(|test| *test <= today)?;
    let age = test_age(test, today, today).ok()?;
    let rule = Ruled { day: age.counts_until, from: test, basis: age.basis };
    Some(dated(What::CountsForTelk, None, None, Some(rule), facts, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::day;

    fn application(use_until: Option<NaiveDate>, today: NaiveDate) -> OwnDate {
        let kind = Coded::Known(Kind::DeviceApplication);
        let status = Coded::Known(Status::Approved);
        let facts = Facts {
            paper: Paper { kind: &kind, issued: None, stated: None, referral: None, prescription: None },
            status: &status,
            dates: Dates { use_until, ..Dates::default() },
            use_basis: None,
            appeal_basis: None,
            medical_document: Some(day!("2026-06-15")),
            hearing: None,
        };
        own(&facts, today).into_iter().find(|date| date.what == What::Use).unwrap()
    }

    #[test]
    fn a_stated_day_differs_from_the_rule_only_when_it_is_another_one() {
        let today = day!("2026-11-22");
        assert!(!application(None, today).differs());
        assert!(!application(Some(day!("2026-12-15")), today).differs());
        assert!(application(Some(day!("2026-12-20")), today).differs());
    }

    #[test]
    fn a_day_is_ahead_up_to_the_last_and_not_after_it() {
        let last = day!("2026-12-15");
        assert_eq!(application(Some(last), last).ahead(), Some(last));
        assert_eq!(application(Some(last), day!("2026-12-16")).ahead(), None);
    }
}
