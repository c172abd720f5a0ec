//! Days on which nobody works, as lines: what a term passes over.

use chrono::NaiveDate;
use domain::rules::planned;
use domain::working_day::law::{FEASTS, MOVING};
use domain::working_day::{DayOff, Feast};

use super::words::{day_of_week, reported};
use crate::calculator::Line;
use crate::i18n::Msg;
use crate::i18n::texts::dates as f;
use crate::source::Source;

/// A day off, and by which rule.
pub fn line(day: NaiveDate, why: DayOff, today: NaiveDate) -> Line {
    let line = Line::new(reason(why)).value(day_of_week(day));
    match source(day, why, today) {
        Some(source) => line.source(source),
        None => line,
    }
}

fn reason(why: DayOff) -> Msg {
    match why {
        DayOff::Feast(own) => f::off_feast(feast(own)),
        DayOff::Moved(moved) => f::off_moved(feast(moved)),
        DayOff::Single(_) => f::off_single(),
        DayOff::Weekend => f::off_weekend(),
    }
}

/// A weekend needs no rule.
fn source(day: NaiveDate, why: DayOff, today: NaiveDate) -> Option<Source> {
    match why {
        DayOff::Feast(_) => planned(&FEASTS, day, today).ok().map(|rule| rule.basis.into()),
        DayOff::Moved(_) => planned(&MOVING, day, today).ok().map(|rule| rule.basis.into()),
        DayOff::Single(citation) => Some(reported(citation)),
        DayOff::Weekend => None,
    }
}

fn feast(feast: Feast) -> Msg {
    match feast {
        Feast::NewYear => f::feast_new_year(),
        Feast::Liberation => f::feast_liberation(),
        Feast::Labour => f::feast_labour(),
        Feast::SaintGeorge => f::feast_saint_george(),
        Feast::Letters => f::feast_letters(),
        Feast::Unification => f::feast_unification(),
        Feast::Independence => f::feast_independence(),
        Feast::ChristmasEve => f::feast_christmas_eve(),
        Feast::Christmas => f::feast_christmas(),
        Feast::SecondChristmas => f::feast_second_christmas(),
        Feast::GoodFriday => f::feast_good_friday(),
        Feast::HolySaturday => f::feast_holy_saturday(),
        Feast::Easter => f::feast_easter(),
        Feast::EasterMonday => f::feast_easter_monday(),
    }
}
