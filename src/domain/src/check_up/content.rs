//! What is in a check-up, as far as a source says it.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::{Code, codes};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{NoData, Remark, Scope, Series, Sourced, Span, day, series};

codes! {
    /// A part of a check-up.
    pub enum Test {
        /// The doctor examines.
        Examination = "examination",
        /// Blood and urine in the laboratory.
        BloodAndUrine = "blood_and_urine",
        /// A questionnaire is filled in.
        Questionnaire = "questionnaire",
        /// Cholesterol.
        Cholesterol = "cholesterol",
        /// Triglycerides.
        Triglycerides = "triglycerides",
        /// HDL cholesterol.
        Hdl = "hdl",
        /// Sugar in the blood, fasting.
        FastingSugar = "fasting_sugar",
    }
}

/// What is in a check-up of adults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// For everybody.
    pub always: &'static [Test],
    /// Where there are certain factors of risk.
    pub by_risk: &'static [Test],
}

/// `examination, cholesterol; by risk: fasting_sugar`.
impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = |tests: &[Test]| tests.iter().map(|test| test.code()).collect::<Vec<_>>().join(", ");
        write!(f, "{}; by risk: {}", codes(self.always), codes(self.by_risk))
    }
}

const SINCE_2009: Content = Content {
    always: &[
        Test::Examination,
        Test::BloodAndUrine,
        Test::Questionnaire,
        Test::Cholesterol,
        Test::Triglycerides,
        Test::Hdl,
    ],
    by_risk: &[Test::FastingSugar],
};

/// The age from which the guide speaks of adults.
pub const ADULT: u32 = 18;

/// What is in the check-up of adults, by the guide: of its own year only. A new table of the ordinance on check-ups came in 2024
/// ([`super::sources::ORDINANCE_8`]); its text was not seen.
pub static CONTENT: Series<Content> = series!(
    "guide.check_up.content",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), SINCE_2009, GUIDE_2010, Official).rule("BG10-48"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// Why it is not known what is in a check-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKnown {
    /// No source says it of children.
    Child,
    /// Nothing is said of the day asked about.
    NoData(NoData<Content>),
}

/// What is in a check-up on `day` at this age in completed years, asked on `today`.
///
/// # Errors
///
/// [`NotKnown`].
pub fn content(age: u32, day: NaiveDate, today: NaiveDate) -> Result<Sourced<Content>, NotKnown> {
    if age < ADULT {
        return Err(NotKnown::Child);
    }
    CONTENT.sourced(day, today).map_err(NotKnown::NoData)
}
