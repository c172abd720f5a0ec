//! What a fee depends on, and nothing more.

use chrono::NaiveDate;

use crate::age::completed_years;
use crate::fee::exemption::{Circumstance, DAYS_AFTER_BIRTH, MAJORITY};
use crate::person::Sex;

/// How old somebody is, as exactly as they said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// By the date of birth.
    Born(NaiveDate),
    /// So many completed years on every day asked about.
    Years(u32),
}

impl Age {
    /// Completed years on a day; `None` before birth.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Option<u32> {
        match self {
            Self::Born(born) => completed_years(born, day),
            Self::Years(years) => Some(years),
        }
    }
}

/// The patient, as far as a fee depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patient<'a> {
    /// Age.
    pub age: Age,
    /// Sex; without it a reduction by age is not given.
    pub sex: Option<Sex>,
    /// Has used the right to a pension for service and age.
    pub retired: bool,
    /// The day on which she last gave birth.
    pub gave_birth: Option<NaiveDate>,
    /// What else they say of themselves. [`Circumstance::Minor`] and [`Circumstance::RecentMother`] are found
    /// from the dates and ignored here.
    pub circumstances: &'a [Circumstance],
}

impl Patient<'static> {
    /// An adult of so many years of whom nothing else is said.
    #[must_use]
    pub const fn of_years(years: u32) -> Self {
        Self { age: Age::Years(years), sex: None, retired: false, gave_birth: None, circumstances: &[] }
    }
}

impl Patient<'_> {
    /// Every circumstance that holds on a day, those that follow from dates first.
    pub(super) fn circumstances_on(&self, day: NaiveDate) -> impl Iterator<Item = Circumstance> {
        let minor = self.age.on(day).is_some_and(|age| age < MAJORITY);
        let days = self.gave_birth.map(|birth| (day - birth).num_days());
        let mother = days.is_some_and(|days| (0..=DAYS_AFTER_BIRTH).contains(&days));
        let said = self.circumstances.iter().copied();
        let said = said.filter(|said| !matches!(said, Circumstance::Minor | Circumstance::RecentMother));
        minor
            .then_some(Circumstance::Minor)
            .into_iter()
            .chain(mother.then_some(Circumstance::RecentMother))
            .chain(said)
    }
}
