//! Who consents by law.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::citation::Confidence::Press;
use crate::coded::codes;
use crate::fee::Age;
use crate::rules::{Basis, NoData, Scope, Series, Sourced, Span, day, planned, series};

/// A lawyer's account of the law and of the ordinance of 06.07.2018.
pub const MINORS: Citation = Citation {
    title: "За информираното съгласие на непълнолетните, навършили 16 години (Мария Радева)",
    url: Some(
        "https://mariaradeva.com/%D0%B7%D0%B0-%D0%B8%D0%BD%D1%84%D0%BE%D1%80%D0%BC%D0%B8%D1%80%D0%B0%D0%BD%D0%BE%D1%82%D0%BE-%D1%81%D1%8A%D0%B3%D0%BB%D0%B0%D1%81%D0%B8%D0%B5-%D0%BD%D0%B0-%D0%BD%D0%B5%D0%BF%D1%8A%D0%BB%D0%BD%D0%BE/",
    ),
    stated: "2018-07-09",
};

/// The ages that decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// Under this age others consent.
    pub minor_under: u32,
    /// Under this age others consent too.
    pub adult_from: u32,
    /// From this age on certain consultations, check-ups and tests need no parent; `None` where none do.
    pub alone_from: Option<u32>,
}

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "minor under {}, adult from {}", self.minor_under, self.adult_from)?;
        match self.alone_from {
            Some(age) => write!(f, ", for some care alone from {age}"),
            None => Ok(()),
        }
    }
}

/// The ages over time: the Health Act since 2005, the ordinance on those over 16 since 2018.
pub static AGES: Series<Ages> = series!(
    "consent.ages",
    Scope::Law,
    day!("2018-07-09"),
    [
        Span::known(
            day!("2005-01-01"),
            day!("2018-07-06"),
            Ages { minor_under: 14, adult_from: 18, alone_from: None },
            MINORS,
            Press
        ),
        Span::since(
            day!("2018-07-06"),
            Ages { minor_under: 14, adult_from: 18, alone_from: Some(16) },
            MINORS,
            Press
        ),
    ]
);

codes! {
    /// Who consents.
    pub enum Consents {
        /// A parent or guardian.
        Representative = "representative",
        /// The patient and a parent or trustee.
        PatientAndRepresentative = "patient_and_representative",
        /// The same; but to certain consultations, check-ups and tests the patient alone.
        PatientForSomeAlone = "patient_for_some_alone",
        /// The patient.
        Patient = "patient",
    }
}

/// Who consents, and by which rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// Who consents.
    pub who: Consents,
    /// What it rests on.
    pub basis: Basis,
}

/// Who consents for somebody on `on`, asked on `today`; an incapacitated person never consents alone. A patient
/// who is not born yet on that day is taken for a child. A visit is planned: one still to come is answered by the
/// law as it was last known ([`planned()`]).
///
/// # Errors
///
/// [`NoData`] where the law of the day is not known.
pub fn consent(
    on: NaiveDate,
    age: Age,
    incapacitated: bool,
    today: NaiveDate,
) -> Result<Consent, NoData<Ages>> {
    let Sourced { value: ages, basis } = planned(&AGES, on, today)?;
    let years = age.on(on).unwrap_or_default();
    let who = if incapacitated || years < ages.minor_under {
        Consents::Representative
    } else if years >= ages.adult_from {
        Consents::Patient
    } else if ages.alone_from.is_some_and(|from| years >= from) {
        Consents::PatientForSomeAlone
    } else {
        Consents::PatientAndRepresentative
    };
    Ok(Consent { who, basis })
}
