//! Altai krai: insurance representatives, who answer for the insurers.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Press;
use crate::coded::codes;
use crate::hotline::Line;
use crate::rules::sources::ALTAI_REPRESENTATIVES;
use crate::rules::{Basis, Conflict, NoData, Remark, Scope, Series, Span, day, series};

codes! {
    /// A level of insurance representatives.
    pub enum Level {
        /// Specialists of the contact centre: choice of insurer, organisation and doctor, policy, opening
        /// hours, free care, care outside the region, check-ups (RU-02).
        ContactCentre = "1",
        /// Specialists who inform each insured person of preventive exams, and sit in clinics too (RU-03).
        Prevention = "2",
        /// Expert specialists and experts on the quality of care (RU-04).
        Experts = "3",
    }
}

/// The levels that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels(pub &'static [Level]);

impl fmt::Display for Levels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} levels", self.0.len())
    }
}

/// The levels over time (conflict C10: the same page says that each insurer has two, and that a third joins
/// them). The page is of the end of 2017 and announces the third for 1 January 2018.
pub static LEVELS: Series<Levels> = series!(
    "altai.levels",
    Scope::Altai,
    day!("2018-01-01"),
    [
        Span::known(
            day!("2017-01-01"),
            day!("2018-01-01"),
            Levels(&[Level::ContactCentre, Level::Prevention]),
            ALTAI_REPRESENTATIVES,
            Press
        )
        .rule("RU-03")
        .remark(Remark::FirstDayAssumed),
        Span::since(
            day!("2018-01-01"),
            Levels(<Level as crate::coded::Code>::ALL),
            ALTAI_REPRESENTATIVES,
            Press
        )
        .rule("RU-04"),
    ]
);

/// The lines of the contact centre, in the order of the source.
pub const LINES: &[Line] = &[Line::AltaiFund, Line::AltaiReso, Line::AltaiRgs, Line::AltaiSpasskie];

/// The levels on a day, with the source, and the contradiction that is decided by date.
///
/// # Errors
///
/// [`NoData`] before 2017 and for days to come.
pub fn levels(
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(&'static [Level], Basis, Conflict), NoData<Levels>> {
    let said = LEVELS.sourced(day, today)?;
    Ok((said.value.0, said.basis, Conflict::RepresentativeLevels))
}
