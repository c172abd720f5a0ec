//! The rule of one practice: children and incapacitated persons are seen in the presence of a parent, guardian or
//! trustee.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::codes;
use crate::fee::Age;
use crate::rules::sources::PRACTICE_RULES_2021;
use crate::rules::{
    Basis, Conflict, NoData, PUBLISHED_RULES, Remark, Scope, Series, Sourced, Span, day, planned, series,
};

/// Under this age somebody is a child to the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildUnder(pub u32);

impl fmt::Display for ChildUnder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "under {}", self.0)
    }
}

/// Whom the practice does not see alone.
pub static CHILDREN: Series<ChildUnder> = series!(
    "practice.child_under",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [Span::since(day!("2021-06-01"), ChildUnder(16), PRACTICE_RULES_2021, Official)
        .rule("PR-51")
        .remark(Remark::TwoStartsStated)]
);

codes! {
    /// Who comes with the patient.
    pub enum Escort {
        /// A parent.
        Parent = "parent",
        /// A guardian, of somebody under 14 or incapacitated.
        Guardian = "guardian",
        /// A trustee, of somebody older or of limited capacity.
        Trustee = "trustee",
        /// Another relative: brothers and sisters, grandparents, cousins, aunts, uncles.
        OtherRelative = "other_relative",
        /// Somebody the family knows.
        Acquaintance = "acquaintance",
    }
}

impl Escort {
    const fn represents(self) -> bool {
        matches!(self, Self::Parent | Self::Guardian | Self::Trustee)
    }
}

codes! {
    /// What makes an exception, each from its own line of the rules.
    pub enum Exception {
        /// A parent has told the doctor, by phone or otherwise, that somebody else comes along.
        ParentTold = "parent_told",
        /// A parent has declared in writing that somebody else may bring the child.
        WrittenConsent = "written_consent",
        /// The patient is in a critical state.
        Critical = "critical",
        /// A case in which the law asks for no consent (art. 87 of the Health Act).
        LawCase = "law_case",
    }
}

impl Exception {
    /// A parent can see to it; the others are as they are.
    #[must_use]
    pub const fn is_arranged(self) -> bool {
        matches!(self, Self::ParentTold | Self::WrittenConsent)
    }
}

/// Who comes, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consultation<'a> {
    /// Age of the patient.
    pub age: Age,
    /// The patient has been placed under full judicial disability.
    pub incapacitated: bool,
    /// Who comes along; `None` if nobody does.
    pub escort: Option<Escort>,
    /// What makes an exception.
    pub exceptions: &'a [Exception],
}

codes! {
    /// Why the patient is seen, or is not.
    pub enum Reason {
        /// Old enough to come alone.
        OldEnough = "old_enough",
        /// With a parent, guardian or trustee.
        Represented = "represented",
        /// With another person, of whom a parent has told the doctor.
        ParentTold = "parent_told",
        /// With another person, to whom a parent has consented in writing.
        WrittenConsent = "written_consent",
        /// In a critical state, whoever comes.
        Critical = "critical",
        /// The law asks for nobody.
        LawCase = "law_case",
        /// Nobody came along.
        Alone = "alone",
        /// Somebody came along who does not represent the patient.
        NotRepresented = "not_represented",
    }
}

/// Whether the patient is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// The patient is seen.
    pub seen: bool,
    /// Why, or why not.
    pub reason: Reason,
    /// The person who came along signs the documents of the visit.
    pub escort_signs: bool,
    /// The practice's rule, to be cited.
    pub rule: Option<&'static str>,
    /// Under this age the practice calls the patient a child.
    pub limit: ChildUnder,
    /// What the age rests on.
    pub basis: Basis,
    /// The practice calls the patient a child and the law does not, or not any more.
    pub conflict: Option<Conflict>,
}

/// Under this age the law speaks of a minor (conflict C9).
const MINOR_BY_LAW: u32 = 14;

/// Whether the practice sees the patient on `on`, asked on `today`. A patient who is not born yet on that day
/// is taken for a child. A visit is planned: one still to come is answered by the rules as they were last known
/// ([`planned()`]).
///
/// # Errors
///
/// [`NoData`] where the practice's rules do not speak of the day.
pub fn admission(
    on: NaiveDate,
    consultation: Consultation<'_>,
    today: NaiveDate,
) -> Result<Admission, NoData<ChildUnder>> {
    let Sourced { value: limit, basis } = planned(&CHILDREN, on, today)?;
    let age = consultation.age.on(on).unwrap_or_default();
    let child = age < limit.0;
    let holds = |exception| consultation.exceptions.contains(&exception);
    let answer = |seen, reason, rule| Admission {
        seen,
        reason,
        escort_signs: reason == Reason::ParentTold,
        rule: Some(rule),
        limit,
        basis,
        conflict: (child && age >= MINOR_BY_LAW).then_some(Conflict::MinorAge),
    };
    if !child && !consultation.incapacitated {
        return Ok(answer(true, Reason::OldEnough, "PR-51"));
    }
    if consultation.escort.is_some_and(Escort::represents) {
        return Ok(answer(true, Reason::Represented, "PR-51"));
    }
    if holds(Exception::LawCase) {
        return Ok(answer(true, Reason::LawCase, "PR-51"));
    }
    if holds(Exception::Critical) {
        // The rules speak of the child; for an incapacitated adult it is the law that asks for nobody.
        return Ok(if child {
            answer(true, Reason::Critical, "PR-53")
        } else {
            answer(true, Reason::LawCase, "PR-51")
        });
    }
    if consultation.escort.is_none() {
        return Ok(answer(false, Reason::Alone, "PR-51"));
    }
    // These two speak of children: for an incapacitated adult the rules make no such exception.
    if child && holds(Exception::ParentTold) {
        return Ok(answer(true, Reason::ParentTold, "PR-52"));
    }
    if child && holds(Exception::WrittenConsent) {
        return Ok(answer(true, Reason::WrittenConsent, "PR-52"));
    }
    Ok(answer(false, Reason::NotRepresented, "PR-51"))
}
