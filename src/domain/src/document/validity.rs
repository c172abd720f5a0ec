//! Until when a document is valid: what it states itself always wins; the rule, where there is one, is shown beside it as
//! "how this date was computed".

use chrono::NaiveDate;

use crate::coded::Coded;
use crate::document::kind::{Kind, ReferralTo};
use crate::rules::NoData;
use crate::validity::{self, Runs, Validity};

/// What has to be known of a document.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// What it is.
    pub kind: &'a Coded<Kind>,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
    /// Its last day of validity, if it states one.
    pub stated: Option<NaiveDate>,
    /// Where it leads, of a referral.
    pub referral: Option<&'a Coded<ReferralTo>>,
    /// Which prescription it is, of a prescription.
    pub prescription: Option<&'a Coded<validity::Kind>>,
}

/// What the rules say of its validity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByRule {
    /// The rule, applied to its day of issue.
    Rule(Validity),
    /// There is a rule, and none is known for the day of issue.
    NoData(NoData<Runs>),
    /// There is a rule, but the document does not say on which day it was issued.
    NoIssueDay,
    /// There are rules, but the document does not say which of them it falls under.
    WhichIsNotStated,
    /// No rule says it: only the document does.
    DocumentAlone,
    /// It does not end: it is a record of what was.
    DoesNotEnd,
}

/// Until when a document is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValidUntil {
    /// The last day; `None` if nobody says it.
    pub last: Option<NaiveDate>,
    /// The document states it itself.
    pub stated: bool,
    /// What the rules say.
    pub by_rule: ByRule,
}

impl ValidUntil {
    /// The document states another last day than the rule makes of its day of issue. The document wins.
    #[must_use]
    pub fn differs(&self) -> bool {
        match (self.last, self.by_rule) {
            (Some(last), ByRule::Rule(rule)) => self.stated && rule.last.is_some_and(|ruled| ruled != last),
            _ => false,
        }
    }
}

/// Until when a document is valid, asked on `today`.
#[must_use]
pub fn validity_of(paper: &Paper<'_>, today: NaiveDate) -> ValidUntil {
    let by_rule = by_rule(paper, today);
    let ruled = match by_rule {
        ByRule::Rule(validity) => validity.last,
        _ => None,
    };
    ValidUntil { last: paper.stated.or(ruled), stated: paper.stated.is_some(), by_rule }
}

fn by_rule(paper: &Paper<'_>, today: NaiveDate) -> ByRule {
    let which = match paper.kind.known() {
        Some(Kind::Referral) => paper.referral.and_then(Coded::known).map(|to| match to {
            ReferralTo::Laboratory => validity::Kind::LaboratoryReferral,
            ReferralTo::Specialist => validity::Kind::SpecialistReferral,
            ReferralTo::Hospital => validity::Kind::HospitalReferral,
        }),
        Some(Kind::Prescription) => {
            paper.prescription.and_then(Coded::known).filter(|kind| is_prescription(*kind))
        }
        Some(Kind::OutpatientSheet | Kind::TestResult | Kind::DischargeLetter) => return ByRule::DoesNotEnd,
        // What tells groups of protocols apart, and how long each is valid, no source says; a decision of TELK and a
        // sick-leave sheet are for the time written on them.
        Some(_) | None => return ByRule::DocumentAlone,
    };
    match (which, paper.issued) {
        (None, _) => ByRule::WhichIsNotStated,
        (Some(_), None) => ByRule::NoIssueDay,
        (Some(kind), Some(issued)) => match validity::validity(kind, issued, today) {
            Ok(validity) => ByRule::Rule(validity),
            Err(no_data) => ByRule::NoData(no_data),
        },
    }
}

/// Whether a document of the rules on validity is a prescription.
#[must_use]
pub const fn is_prescription(kind: validity::Kind) -> bool {
    matches!(
        kind,
        validity::Kind::AcutePrescription
            | validity::Kind::ChronicPrescription
            | validity::Kind::NarcoticPrescription
            | validity::Kind::OneOffPrescription
            | validity::Kind::RepeatPrescription
    )
}
