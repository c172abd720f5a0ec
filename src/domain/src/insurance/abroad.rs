//! Living abroad: when no contributions are owed.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::insurance::refusal::Refusal;
use crate::insurance::sources::ABROAD_2014;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, Remark, Scope, Series, Span, day, series};

/// More than so many days of a calendar year have to be spent abroad.
pub static MORE_THAN_DAYS: Series<u32> = series!(
    "abroad.more_than_days",
    Scope::Law,
    day!("2014-07-28"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 183, GUIDE_2010, Official).rule("BG10-32"),
        Span::since(day!("2011-01-01"), 183, ABROAD_2014, Press),
    ]
);

codes! {
    /// When the application to the revenue agency is filed.
    pub enum Application {
        /// Before leaving.
        BeforeLeaving = "before_leaving",
        /// At any time, for past years too.
        AnyTime = "any_time",
    }
}

impl fmt::Display for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// When the application has to be filed, by the day on which it is.
pub static APPLICATION: Series<Application> = series!(
    "abroad.application",
    Scope::Law,
    day!("2014-07-28"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Application::BeforeLeaving, GUIDE_2010, Official)
            .rule("BG10-32"),
        Span::known(day!("2011-01-01"), day!("2013-03-08"), Application::BeforeLeaving, ABROAD_2014, Press),
        Span::since(day!("2013-03-08"), Application::AnyTime, ABROAD_2014, Press),
    ]
);

codes! {
    /// Which countries count as abroad.
    pub enum Area {
        /// Every country: the source makes no difference.
        Anywhere = "anywhere",
        /// Countries outside the European Union: inside, one is insured in the country of work.
        OutsideUnion = "outside_union",
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Which countries count.
pub static AREA: Series<Area> = series!(
    "abroad.area",
    Scope::Law,
    day!("2014-07-28"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Area::Anywhere, GUIDE_2010, Official)
            .rule("BG10-32"),
        Span::unknown(day!("2011-01-01"), day!("2013-03-08"), Remark::NoSourceFound),
        Span::since(day!("2013-03-08"), Area::OutsideUnion, ABROAD_2014, Press),
    ]
);

codes! {
    /// What was done about the application.
    pub enum Filed {
        /// It was filed before leaving.
        Before = "before",
        /// It was filed later.
        Later = "later",
        /// It was not filed.
        Never = "never",
    }
}

/// A calendar year of somebody who was away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// Days spent abroad in the year.
    pub days: u32,
    /// What was done about the application.
    pub filed: Filed,
    /// The day on which it was filed, if it is known: the rule of that day says whether it was in time. Without it the
    /// rule of the day asked about does.
    pub filed_on: Option<NaiveDate>,
    /// The country is a member of the European Union.
    pub inside_union: bool,
    /// A Bulgarian citizen.
    pub citizen: bool,
    /// Owes contributions themselves: who is insured by others stops nothing.
    pub pays_for_themselves: bool,
}

/// Whether contributions are owed for a year abroad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwayAnswer {
    /// None are owed, from the day of leaving to the end of the year.
    Exempt(Basis),
    /// They are owed as at home.
    Owed(OwedReason, Basis),
}

/// Why contributions are owed all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwedReason {
    /// Not more than so many days.
    TooFewDays {
        /// There have to be more than these.
        more_than: u32,
    },
    /// No application was filed.
    NoApplication,
    /// It was filed only after leaving.
    ApplicationTooLate,
    /// The country is a member of the European Union.
    InsideUnion,
    /// Not a Bulgarian citizen.
    NotACitizen,
    /// Others owe the contributions.
    OthersPay,
}

/// Whether contributions are owed for the year of `on`, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the day, or the year has fewer days.
pub fn away(on: NaiveDate, away: Away, today: NaiveDate) -> Result<AwayAnswer, Refusal> {
    let has = if on.leap_year() { 366 } else { 365 };
    if away.days > has {
        return Err(Refusal::TooManyDays { has });
    }
    let more_than = MORE_THAN_DAYS.sourced(on, today)?;
    let owed = |reason, basis| Ok(AwayAnswer::Owed(reason, basis));
    if !away.citizen {
        return owed(OwedReason::NotACitizen, more_than.basis);
    }
    if !away.pays_for_themselves {
        return owed(OwedReason::OthersPay, more_than.basis);
    }
    if away.days <= more_than.value {
        return owed(OwedReason::TooFewDays { more_than: more_than.value }, more_than.basis);
    }
    let application = APPLICATION.sourced(away.filed_on.unwrap_or(on), today)?;
    match (away.filed, application.value) {
        (Filed::Never, _) => return owed(OwedReason::NoApplication, application.basis),
        (Filed::Later, Application::BeforeLeaving) => {
            return owed(OwedReason::ApplicationTooLate, application.basis);
        }
        (Filed::Before, _) | (Filed::Later, Application::AnyTime) => {}
    }
    if away.inside_union {
        let area = AREA.sourced(on, today)?;
        if area.value == Area::OutsideUnion {
            return owed(OwedReason::InsideUnion, area.basis);
        }
    }
    Ok(AwayAnswer::Exempt(more_than.basis))
}
