//! What is due for somebody: by the rules of whoever looks after them, and by what is known to be done.

use chrono::{Datelike, NaiveDate};

use crate::age::{completed_years, years_after};
use crate::check_up::schedule::{
    Band, Bands, By, Due, Frequency, GUIDE, PRACTICE, Standing, Unknown, due_after, fulfilled, next,
};
use crate::insurance::System;
use crate::month::Month;
use crate::rules::{Basis, NoData};

/// So many days are offered ahead where one follows from the calendar alone.
pub const AHEAD: usize = 3;

/// What is known of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Under which country's insurance; `None` for one that this build does not know.
    pub system: Option<System>,
    /// The birthday, where it is told.
    pub born: Option<NaiveDate>,
    /// The GP practice, by its key, and since when; `None` without a GP.
    pub registered: Option<(&'a str, NaiveDate)>,
    /// Check-ups that were done, in any order: those of the record, and those that people marked.
    pub done: &'a [NaiveDate],
    /// From this day on the record names every check-up. `None` without a record.
    pub complete_from: Option<NaiveDate>,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// By the rules of the practice.
    Known(Planned),
    /// No rule is known that holds for the person: their practice knows.
    Ask(Ask),
    /// The clinic invites, by its own list; no interval is stated anywhere (Altai krai).
    ByInvitation,
    /// No source says anything (Kazakhstan, and systems that this build does not know).
    NothingKnown,
}

/// Why only the practice can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The birthday is not told, and every rule goes by age.
    AgeNotTold,
    /// There is no practice: a GP has to be chosen first.
    NoPractice,
    /// The practice has not published how often. For adults the guide of 2010 says something, of its own year only.
    NotPublished {
        /// What the guide says, and why it is no answer for today; `None` for children, of whom it says nothing.
        guide: Option<NoData<Bands>>,
    },
    /// The rules of the practice say nothing about today.
    NoData(NoData<Bands>),
    /// The days are beyond the calendar, or before birth.
    Impossible,
}

/// What is due by the rules of the practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The band of today.
    pub band: Band,
    /// All bands of the practice.
    pub bands: Bands,
    /// The next check-up. `None` where it is counted from the last one, and none is known.
    pub due: Option<Due>,
    /// The last check-up, if one is known.
    pub last: Option<NaiveDate>,
    /// Months or years that are over without a check-up, oldest first. Only those count that lie wholly in the time of which
    /// record, registration and rule speak, and in an age with the frequency of today.
    pub missed: Vec<Due>,
    /// By which rules.
    pub basis: Basis,
}

impl Planned {
    /// How the next one stands; `None` where it is not known.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Option<Standing> {
        self.due.map(|due| due.on(today))
    }

    /// The days for a calendar: the last day on which each is still in time. What follows from the calendar alone is told up to
    /// [`AHEAD`] times, as long as the person stays in the band; what is counted from the last check-up once. Nothing that is over.
    #[must_use]
    pub fn ahead(&self, born: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
        let Some(due) = self.due else { return Vec::new() };
        let stays = |due: &Due| {
            let age = due.first_day().and_then(|day| completed_years(born, day));
            let band = age.and_then(|age| self.bands.of(age));
            band.is_some_and(|band| band.frequency == self.band.frequency)
        };
        let later = std::iter::successors(due.following(), |due| due.following()).take_while(stays);
        let all = std::iter::once(due).chain(later).take(AHEAD);
        all.filter_map(Due::last_day).filter(|day| *day >= today).collect()
    }
}

/// What is due for somebody, on `today`.
#[must_use]
pub fn plan(facts: &Facts<'_>, today: NaiveDate) -> Plan {
    match facts.system {
        Some(System::Bulgaria) => {}
        Some(System::Russia) => return Plan::ByInvitation,
        Some(_) | None => return Plan::NothingKnown,
    }
    by_practice(facts, today).map_or_else(Plan::Ask, Plan::Known)
}

fn by_practice(facts: &Facts<'_>, today: NaiveDate) -> Result<Planned, Ask> {
    let born = facts.born.ok_or(Ask::AgeNotTold)?;
    let age = completed_years(born, today).ok_or(Ask::Impossible)?;
    let (practice, since) = facts.registered.ok_or(Ask::NoPractice)?;
    if !PRACTICE.scope().applies_to(Some(practice)) {
        let guide = GUIDE.sourced(today, today).err().filter(|no_data| speaks_of(no_data, age));
        return Err(Ask::NotPublished { guide });
    }
    let rule = PRACTICE.sourced(today, today).map_err(Ask::NoData)?;
    let band = rule.value.of(age).ok_or(Ask::Impossible)?;
    // What is to come, or was before birth, is no check-up that was done.
    let done: Vec<NaiveDate> =
        facts.done.iter().copied().filter(|day| (born..=today).contains(day)).collect();
    let last = done.iter().max().copied();
    let due = match last {
        Some(last) => Some(current(born, last, band, today)?),
        None => first(band, today),
    };
    let known_from = facts.complete_from.map(|from| from.max(since).max(rule.basis.from).max(born));
    let missed =
        known_from.map(|from| missed(rule.value, band, born, from, &done, today)).unwrap_or_default();
    Ok(Planned { band, bands: rule.value, due, last, missed, basis: rule.basis })
}

/// Whether what the guide says is about somebody of this age.
fn speaks_of(no_data: &NoData<Bands>, age: u32) -> bool {
    no_data.known.is_some_and(|entry| entry.value.of(age).is_some())
}

/// What is due where no check-up is known: this month or this year. What is counted from the last one has no beginning.
fn first(band: Band, today: NaiveDate) -> Option<Due> {
    match band.frequency {
        Frequency::CalendarMonth => Some(Due::Month { first: Month::of(today).first_day() }),
        Frequency::CalendarYear => Some(Due::Year(today.year())),
        Frequency::EveryMonths(_) => None,
    }
}

/// What is due after the last check-up. A month or a year that is over cannot be made up for: then it is the one of today.
fn current(born: NaiveDate, last: NaiveDate, band: Band, today: NaiveDate) -> Result<Due, Ask> {
    let next = next(born, last, By::Practice, today).map_err(|unknown| match unknown {
        Unknown::NoData(no_data) => Ask::NoData(no_data),
        Unknown::BeforeBirth | Unknown::InFuture | Unknown::AgeNotCovered(_) | Unknown::BeyondCalendar => {
            Ask::Impossible
        }
    })?;
    if next.due.on(today) != Standing::Overdue || matches!(next.due, Due::On(_)) {
        return Ok(next.due);
    }
    if let Some(due) = first(band, today) {
        return Ok(due);
    }
    // The months of the first year are over, and with them their rule: from the birthday on it is counted from the last one,
    // and it cannot have been due before that birthday.
    let counted = due_after(band.frequency, last).ok_or(Ask::Impossible)?;
    match (counted, years_after(born, band.from_age)) {
        (Due::On(day), Some(birthday)) => Ok(Due::On(day.max(birthday))),
        (due, _) => Ok(due),
    }
}

/// The months or years from `from` on that are over without a check-up, whole ones only.
fn missed(
    bands: Bands,
    band: Band,
    born: NaiveDate,
    from: NaiveDate,
    done: &[NaiveDate],
    today: NaiveDate,
) -> Vec<Due> {
    // Ages that follow each other with the same frequency are one time.
    let since = bands.0.iter().find(|other| other.frequency == band.frequency);
    let entered = since.and_then(|band| years_after(born, band.from_age));
    let from = entered.map_or(from, |day| day.max(from));
    match band.frequency {
        Frequency::CalendarYear => {
            let whole = if from.ordinal() == 1 { from.year() } else { from.year() + 1 };
            (whole..today.year()).filter(|year| !fulfilled(*year, done)).map(Due::Year).collect()
        }
        Frequency::CalendarMonth => {
            let begun = Month::of(from);
            let whole = if from.day() == 1 { Some(begun) } else { begun.after(1) };
            let (Some(whole), Some(last)) = (whole, Month::of(today).before(1)) else { return Vec::new() };
            let without = |month: &Month| !done.iter().any(|day| Month::of(*day) == *month);
            let months = whole.through(last).filter(without);
            months.map(|month| Due::Month { first: month.first_day() }).collect()
        }
        // It is overdue until it is done: none of them is lost.
        Frequency::EveryMonths(_) => Vec::new(),
    }
}
