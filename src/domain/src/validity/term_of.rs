//! How long each document runs, over time.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::citation::Confidence::{self, Official, Press, Secondary};
use crate::coded::codes;
use crate::rules::sources::{GUIDE_2010, PRACTICE_POSTS_2019};
use crate::rules::{PUBLISHED_RULES, Remark, Scope, Series, Span, day, series};
use crate::term::Term;
use crate::validity::sources::{HOSPITAL_FORM, ORDINANCE_2023, REFERRAL_2026, SECONDARY_2025};

codes! {
    /// A document, or a right, that ends with time.
    pub enum Kind {
        /// Referral to a specialist, from the day of issue.
        SpecialistReferral = "specialist_referral",
        /// Referral for tests in a laboratory, from the day of issue.
        LaboratoryReferral = "laboratory_referral",
        /// Referral to hospital, from the day of issue.
        HospitalReferral = "hospital_referral",
        /// Secondary exams by the same specialist, from the day of the primary one.
        SecondaryExam = "secondary_exam",
        /// Prescription for an acute illness.
        AcutePrescription = "acute_prescription",
        /// Prescription for a chronic illness, for one month.
        ChronicPrescription = "chronic_prescription",
        /// Prescription of narcotic substances.
        NarcoticPrescription = "narcotic_prescription",
        /// Prescription for one dispensing.
        OneOffPrescription = "one_off_prescription",
        /// Prescription for several dispensings.
        RepeatPrescription = "repeat_prescription",
        /// The medical file that a practice lends for TELK, from the day it was handed over. A rule of the
        /// practice.
        TelkFile = "telk_file",
    }
}

/// How long something runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runs {
    /// For this term.
    For(Term),
    /// For at most this term; the document may say less.
    UpTo(Term),
    /// As the document says: the doctor has to write it on it.
    AsWritten,
}

/// `30 days`, `up to 6 months`, `as written`.
impl fmt::Display for Runs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::For(term) => write!(f, "{term}"),
            Self::UpTo(term) => write!(f, "up to {term}"),
            Self::AsWritten => f.write_str("as written"),
        }
    }
}

const DAYS_30: Runs = Runs::For(Term::Days(30));
const DAYS_7: Runs = Runs::For(Term::Days(7));

const fn guide(runs: Runs, rule: &'static str) -> Span<Runs> {
    Span::known(day!("2010-01-01"), day!("2011-01-01"), runs, GUIDE_2010, Official).rule(rule)
}

const fn since_2011(source: Citation, confidence: Confidence) -> Span<Runs> {
    Span::since(day!("2011-01-01"), DAYS_30, source, confidence)
}

const NOT_FOUND: Span<Runs> = Span::unknown(day!("2011-01-01"), day!("2023-12-19"), Remark::NoSourceFound);

// Published on 19.12.2023. An act that names no day is in force when three days have passed; until then nothing
// is said of it here.
const BETWEEN: Span<Runs> = Span::unknown(day!("2023-12-19"), day!("2023-12-23"), Remark::StartNotStated);

const fn ordinance(runs: Runs) -> Span<Runs> {
    Span::since(day!("2023-12-23"), runs, ORDINANCE_2023, Official).remark(Remark::StartNotStated)
}

/// A referral to a specialist.
pub static SPECIALIST: Series<Runs> = series!(
    "validity.specialist_referral",
    Scope::Law,
    day!("2026-03-06"),
    [guide(DAYS_30, "BG10-13"), since_2011(REFERRAL_2026, Press)]
);

/// A referral for tests. The fund's text of 2026 speaks of "the referral" and names the specialist only.
pub static LABORATORY: Series<Runs> = series!(
    "validity.laboratory_referral",
    Scope::Law,
    day!("2026-03-06"),
    [guide(DAYS_30, "BG10-12"), since_2011(REFERRAL_2026, Secondary)]
);

/// A referral to hospital.
pub static HOSPITAL: Series<Runs> = series!(
    "validity.hospital_referral",
    Scope::Law,
    day!("2010-12-31"),
    [guide(DAYS_30, "BG10-46"), since_2011(HOSPITAL_FORM, Secondary)]
);

/// Secondary exams.
pub static SECONDARY: Series<Runs> = series!(
    "validity.secondary_exam",
    Scope::Law,
    day!("2025-08-31"),
    [guide(DAYS_30, "BG10-13"), since_2011(SECONDARY_2025, Press)]
);

/// A prescription for an acute illness.
pub static ACUTE: Series<Runs> = series!(
    "validity.acute_prescription",
    Scope::Law,
    day!("2023-12-23"),
    [guide(Runs::AsWritten, "BG10-17"), NOT_FOUND, BETWEEN, ordinance(DAYS_30)]
);

/// A month's prescription for a chronic illness.
pub static CHRONIC: Series<Runs> = series!(
    "validity.chronic_prescription",
    Scope::Law,
    day!("2023-12-23"),
    [guide(DAYS_30, "BG10-19"), NOT_FOUND, BETWEEN, ordinance(DAYS_30)]
);

/// A prescription of narcotic substances: how long one is valid today no source says.
pub static NARCOTIC: Series<Runs> = series!(
    "validity.narcotic_prescription",
    Scope::Law,
    day!("2010-12-31"),
    [guide(DAYS_7, "BG10-19"), Span::unknown_since(day!("2011-01-01"), Remark::NoSourceFound)]
);

/// A prescription for one dispensing.
pub static ONE_OFF: Series<Runs> =
    series!("validity.one_off_prescription", Scope::Law, day!("2023-12-23"), [BETWEEN, ordinance(DAYS_30)]);

/// A prescription for several dispensings, whose number it has to state.
pub static REPEAT: Series<Runs> = series!(
    "validity.repeat_prescription",
    Scope::Law,
    day!("2023-12-23"),
    [BETWEEN, ordinance(Runs::UpTo(Term::Months(6)))]
);

/// The file lent for TELK.
pub static TELK_FILE: Series<Runs> = series!(
    "practice.telk_file",
    Scope::Practice(PUBLISHED_RULES),
    day!("2019-01-01"),
    [Span::since(day!("2019-01-01"), DAYS_7, PRACTICE_POSTS_2019, Official).rule("PR-08")]
);

impl Kind {
    /// How long it runs, over time.
    #[must_use]
    pub const fn series(self) -> &'static Series<Runs> {
        match self {
            Self::SpecialistReferral => &SPECIALIST,
            Self::LaboratoryReferral => &LABORATORY,
            Self::HospitalReferral => &HOSPITAL,
            Self::SecondaryExam => &SECONDARY,
            Self::AcutePrescription => &ACUTE,
            Self::ChronicPrescription => &CHRONIC,
            Self::NarcoticPrescription => &NARCOTIC,
            Self::OneOffPrescription => &ONE_OFF,
            Self::RepeatPrescription => &REPEAT,
            Self::TelkFile => &TELK_FILE,
        }
    }
}

impl Runs {
    /// The last valid day of what was issued on `issued`; `None` if the document alone says it, or beyond
    /// the calendar.
    #[must_use]
    pub fn last_day(self, issued: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::For(term) | Self::UpTo(term) => term.last_day(issued),
            Self::AsWritten => None,
        }
    }
}
