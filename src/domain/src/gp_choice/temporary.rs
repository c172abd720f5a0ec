//! A stay elsewhere: any GP, a temporary choice, or a permanent change.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press};
use crate::gp_choice::sources::{CHOICE_2017, WITHIN_A_YEAR};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, NoData, Scope, Series, Span, day, series};
use crate::term::Term;

/// How long a stay elsewhere is to be short, and how long to be temporary, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Up to so many months any GP helps.
    pub any_gp: u32,
    /// Up to so many months the choice is temporary.
    pub temporary: u32,
}

/// `1 and 5 months`.
impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} months", self.any_gp, self.temporary)
    }
}

const ONE_AND_FIVE: Bounds = Bounds { any_gp: 1, temporary: 5 };

/// One month, and five.
pub static BOUNDS: Series<Bounds> = series!(
    "gp_choice.temporary",
    Scope::Law,
    day!("2017-06-02"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), ONE_AND_FIVE, GUIDE_2010, Official)
            .rule("BG10-07"),
        Span::since(day!("2011-01-01"), ONE_AND_FIVE, CHOICE_2017, Press),
    ]
);

/// What somebody does who stays elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// Goes to any GP and shows the insurance booklet; no form.
    AnyGp,
    /// Makes a temporary choice, on the form that the receiving doctor fills in.
    TemporaryChoice {
        /// The day after the last of the stay: from it on the permanent choice stands again by itself.
        own_gp_from: NaiveDate,
    },
    /// The rule ends here: what is left is a permanent change.
    PermanentChange,
}

/// The route, with the days on which it was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Routed {
    /// What to do.
    pub route: Route,
    /// The last day of leaving for which any GP helps.
    pub any_gp_until: NaiveDate,
    /// The last day of leaving for which a temporary choice serves.
    pub temporary_until: NaiveDate,
    /// The temporary choice goes over the end of a year, and one page says that it is for months "within a
    /// calendar year": whether it ends on 31 December no other source says.
    pub year_end: Option<Citation>,
    /// What the bounds rest on, by the rule of the day of arrival, or of today if that is still to come.
    pub basis: Basis,
}

/// Why there is no route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StayProblem {
    /// The stay ends before it begins.
    LeavesBeforeArriving,
    /// The days are beyond the calendar.
    BeyondCalendar,
    /// The rule of the day is not known.
    NoData(NoData<Bounds>),
}

/// What somebody does who arrives on one day and leaves on another, asked on `today`.
///
/// # Errors
///
/// [`StayProblem`].
pub fn route(arrive: NaiveDate, leave: NaiveDate, today: NaiveDate) -> Result<Routed, StayProblem> {
    if leave < arrive {
        return Err(StayProblem::LeavesBeforeArriving);
    }
    let rule = BOUNDS.sourced(arrive.min(today), today).map_err(StayProblem::NoData)?;
    let until = |months| Term::Months(months).last_day(arrive).ok_or(StayProblem::BeyondCalendar);
    let (any_gp_until, temporary_until) = (until(rule.value.any_gp)?, until(rule.value.temporary)?);
    let (route, crosses) = if leave <= any_gp_until {
        (Route::AnyGp, false)
    } else if leave <= temporary_until {
        let own_gp_from = leave.succ_opt().ok_or(StayProblem::BeyondCalendar)?;
        (Route::TemporaryChoice { own_gp_from }, leave.year() != arrive.year())
    } else {
        (Route::PermanentChange, false)
    };
    let year_end = crosses.then_some(WITHIN_A_YEAR);
    Ok(Routed { route, any_gp_until, temporary_until, year_end, basis: rule.basis })
}
