//! Who signs the choice of a GP, on line and on paper; and what the form costs.

use std::fmt;

use chrono::NaiveDate;

use crate::age::completed_years;
use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::gp_choice::sources::{CHOICE_2017, FORM_2025, SIGNATURE_2025};
use crate::person::Relation;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, NoData, Remark, Scope, Series, Span, day, series};

codes! {
    /// What the account holder can identify with.
    pub enum Means {
        /// Nothing electronic.
        Nothing = "nothing",
        /// An electronic signature of their own.
        OwnSignature = "own_signature",
        /// The fund's unique access code: it opens the record, but does not sign a choice.
        AccessCode = "access_code",
    }
}

codes! {
    /// What a choice on line is signed with.
    pub enum OnlineSigning {
        /// The electronic signature of the patient, or of the parent or guardian.
        OwnSignature = "own_signature",
    }
}

codes! {
    /// How one comes by the form on paper (conflict C12).
    pub enum Form {
        /// It is bought, from the regional fund or a bookshop.
        Bought = "bought",
        /// It is downloaded from the fund's site, free.
        Free = "free",
    }
}

codes! {
    /// Who signs.
    pub enum Signer {
        /// The patient.
        Patient = "patient",
        /// The parent or the guardian.
        ParentOrGuardian = "parent_or_guardian",
    }
}

macro_rules! shown_as_code {
    ($($name:ident),+) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    )+ };
}
shown_as_code!(OnlineSigning, Form);

/// How a choice on line is signed.
pub static ONLINE: Series<OnlineSigning> = series!(
    "gp_choice.online",
    Scope::Law,
    day!("2025-12-27"),
    [
        Span::known(day!("2017-06-02"), day!("2025-12-27"), OnlineSigning::OwnSignature, CHOICE_2017, Press),
        Span::since(day!("2025-12-27"), OnlineSigning::OwnSignature, SIGNATURE_2025, Press),
    ]
);

/// How one comes by the form.
pub static FORM: Series<Form> = series!(
    "gp_choice.form",
    Scope::Law,
    day!("2025-12-29"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Form::Bought, GUIDE_2010, Official)
            .rule("BG10-09"),
        Span::unknown(day!("2011-01-01"), day!("2017-06-02"), Remark::NoSourceFound),
        Span::known(day!("2017-06-02"), day!("2025-12-29"), Form::Free, CHOICE_2017, Press),
        Span::since(day!("2025-12-29"), Form::Free, FORM_2025, Press),
    ]
);

/// Whether the account holder can make the choice on line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Online {
    /// Yes, with their own signature.
    Possible(Basis),
    /// Not without an electronic signature of their own.
    NeedsSignature(Basis),
    /// No: another adult signs for themselves, with their own signature.
    OnlyThePatient(Basis),
    /// Not known for the day.
    Unknown(NoData<OnlineSigning>),
}

/// The ways to make the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// On line, in the fund's personalised information system. Whether any other system takes the choice no
    /// source says.
    pub online: Online,
    /// Who signs the form on paper, which the new GP takes at any rate.
    pub paper: Signer,
    /// How one comes by the form; the readings of [`crate::rules::Conflict::ChoiceForm`] differ by date.
    pub form: Result<Form, NoData<Form>>,
}

/// Who has completed so many years chooses for themselves.
const MAJORITY: u32 = 18;

/// The ways in which the account holder can make the choice for somebody born on `born`, asked on `today`.
/// A child signs for themselves from the eighteenth birthday on; a ward never. Whose birthday is not known counts as of age, so
/// that nobody signs for them who may not.
#[must_use]
pub fn ways(who: Relation, born: Option<NaiveDate>, means: Means, today: NaiveDate) -> Ways {
    let minor = born.is_some_and(|born| completed_years(born, today).is_none_or(|years| years < MAJORITY));
    let (signer, by_holder) = match who {
        Relation::Own => (if minor { Signer::ParentOrGuardian } else { Signer::Patient }, !minor),
        Relation::Child if minor => (Signer::ParentOrGuardian, true),
        Relation::Ward => (Signer::ParentOrGuardian, true),
        Relation::Child | Relation::Parent | Relation::Partner | Relation::Other => {
            (if minor { Signer::ParentOrGuardian } else { Signer::Patient }, false)
        }
    };
    let online = match (ONLINE.sourced(today, today), by_holder, means) {
        (Err(no_data), ..) => Online::Unknown(no_data),
        (Ok(rule), false, _) => Online::OnlyThePatient(rule.basis),
        (Ok(rule), true, Means::OwnSignature) => Online::Possible(rule.basis),
        (Ok(rule), true, Means::Nothing | Means::AccessCode) => Online::NeedsSignature(rule.basis),
    };
    Ways { online, paper: signer, form: FORM.sourced(today, today).map(|form| form.value) }
}
