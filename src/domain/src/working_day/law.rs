//! What the calendar is made of, as dated data: feasts, how they move, single days, years that were
//! announced.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::rules::{Dated, Remark, Scope, Series, Span, day, series};
use crate::working_day::sources::{EURO_DAYS, LABOUR_CODE, YEAR_2026};

codes! {
    /// The official feasts on which people do not work, in the order of the law.
    pub enum Feast {
        /// New Year, 1 January.
        NewYear = "new_year",
        /// Liberation, 3 March.
        Liberation = "liberation",
        /// Labour, 1 May.
        Labour = "labour",
        /// Saint George and the army, 6 May.
        SaintGeorge = "saint_george",
        /// Saints Cyril and Methodius, 24 May.
        Letters = "letters",
        /// Unification, 6 September.
        Unification = "unification",
        /// Independence, 22 September.
        Independence = "independence",
        /// Christmas Eve, 24 December.
        ChristmasEve = "christmas_eve",
        /// Christmas, 25 December.
        Christmas = "christmas",
        /// The second day of Christmas, 26 December.
        SecondChristmas = "second_christmas",
        /// Good Friday.
        GoodFriday = "good_friday",
        /// Holy Saturday.
        HolySaturday = "holy_saturday",
        /// Easter Sunday.
        Easter = "easter",
        /// Easter Monday.
        EasterMonday = "easter_monday",
    }
}

/// When a feast is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// On this month and day.
    On(u32, u32),
    /// So many days after Easter Sunday.
    FromEaster(i64),
}

impl Feast {
    /// When it is kept.
    #[must_use]
    pub const fn kept(self) -> Kept {
        match self {
            Self::NewYear => Kept::On(1, 1),
            Self::Liberation => Kept::On(3, 3),
            Self::Labour => Kept::On(5, 1),
            Self::SaintGeorge => Kept::On(5, 6),
            Self::Letters => Kept::On(5, 24),
            Self::Unification => Kept::On(9, 6),
            Self::Independence => Kept::On(9, 22),
            Self::ChristmasEve => Kept::On(12, 24),
            Self::Christmas => Kept::On(12, 25),
            Self::SecondChristmas => Kept::On(12, 26),
            Self::GoodFriday => Kept::FromEaster(-2),
            Self::HolySaturday => Kept::FromEaster(-1),
            Self::Easter => Kept::FromEaster(0),
            Self::EasterMonday => Kept::FromEaster(1),
        }
    }
}

/// A list of feasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feasts(pub &'static [Feast]);

impl fmt::Display for Feasts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} feasts", self.0.len())
    }
}

codes! {
    /// What becomes of a feast on a Saturday or Sunday.
    pub enum Moving {
        /// The next working day is free in its place; Easter does not move.
        NextWorkingDay = "next_working_day",
    }
}

impl fmt::Display for Moving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The feasts. 1 November is a day off for schools only, and not among them.
pub static FEASTS: Series<Feasts> = series!(
    "working_day.feasts",
    Scope::Law,
    day!("2026-12-31"),
    [Span::since(day!("2017-01-01"), Feasts(Feast::ALL), LABOUR_CODE, Official)]
);

/// What becomes of feasts at weekends. Before 2017 the government swapped days, with working Saturdays in
/// exchange: those years are not in this calendar.
pub static MOVING: Series<Moving> = series!(
    "working_day.moving",
    Scope::Law,
    day!("2026-12-31"),
    [Span::since(day!("2017-01-01"), Moving::NextWorkingDay, LABOUR_CODE, Official)]
);

/// The number of working days that was announced for the whole year. A year without an entry is computed from
/// the law, and a single day off may still be added to it.
pub static ANNOUNCED: Series<u32> = series!(
    "working_day.announced",
    Scope::Law,
    day!("2026-12-31"),
    [
        Span::known(day!("2026-01-01"), day!("2027-01-01"), 248, YEAR_2026, Press),
        Span::unknown_since(day!("2027-01-01"), Remark::NotAnnounced),
    ]
);

/// A day that the Council of Ministers declared free once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SingleDay {
    /// The day.
    pub day: NaiveDate,
    /// The decision.
    pub citation: Citation,
}

/// Single days off that are known.
pub const SINGLE_DAYS: &[SingleDay] = &[
    SingleDay { day: day!("2025-12-31"), citation: EURO_DAYS },
    SingleDay { day: day!("2026-01-02"), citation: EURO_DAYS },
];

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&FEASTS, &MOVING, &ANNOUNCED];
