//! Which currency is shown, and which is paid in, on which day.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::{Citation, Confidence};
use crate::coded::{Code, codes};
use crate::rules::{Conflict, Lookup, Scope, Series, Span, day, series};

codes! {
    /// How an amount of the day is shown and paid.
    pub enum Showing {
        /// In lev only.
        LevOnly = "lev_only",
        /// In lev and euro side by side; paid in lev.
        BothPaidInLev = "both_paid_in_lev",
        /// In euro and lev; cash in lev is still taken.
        BothPaidInEither = "both_paid_in_either",
        /// In euro and lev; paid in euro.
        BothPaidInEuro = "both_paid_in_euro",
        /// In euro only.
        EuroOnly = "euro_only",
    }
}

impl fmt::Display for Showing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The Ministry of Finance's guidance on prices in two currencies.
pub const GUIDANCE: Citation = Citation {
    title: "Министерството на финансите с насоки за двойно обозначаване на цените",
    url: Some(
        "https://www.blagoevgrad24.bg/novini/Bylgaria/\
         Ministerstvoto-na-finansite-s-nasoki-za-dvoino-oboznachavane-na-cenite-na-stokite-i-uslugite-svurzani-s-evroto-2679014",
    ),
    stated: "2025-08-22",
};

/// A report of the law's words that both currencies are shown up to one year after the euro came.
pub const ONE_YEAR: Citation = Citation {
    title: "Последни дни, в които можем да плащаме в левове",
    url: Some("https://nova.bg/news/view/2026/01/26/525086/"),
    stated: "2026-01-26",
};

/// What is shown and paid in. It starts with the oldest amount of the portal.
pub static SHOWING: Series<Showing> = series!(
    "money.showing",
    Scope::Law,
    day!("2026-01-26"),
    [
        Span::known(day!("2005-01-28"), day!("2025-08-08"), Showing::LevOnly, GUIDANCE, Confidence::Press),
        Span::known(
            day!("2025-08-08"),
            day!("2026-01-01"),
            Showing::BothPaidInLev,
            GUIDANCE,
            Confidence::Press
        ),
        Span::known(
            day!("2026-01-01"),
            day!("2026-02-01"),
            Showing::BothPaidInEither,
            GUIDANCE,
            Confidence::Press
        ),
        Span::known(
            day!("2026-02-01"),
            day!("2026-08-09"),
            Showing::BothPaidInEuro,
            GUIDANCE,
            Confidence::Press
        ),
        Span::since(day!("2026-08-09"), Showing::EuroOnly, GUIDANCE, Confidence::Press),
    ]
);

/// The last day on which cash in lev is taken.
pub const LAST_LEV_CASH: NaiveDate = day!("2026-01-31");

/// The last day of both currencies by the other reading.
const LAST_BOTH_BY_ONE_YEAR: NaiveDate = day!("2026-12-31");

/// How amounts are shown on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// By the reading the portal follows.
    pub showing: Lookup<Showing>,
    /// It is the last day of cash in lev.
    pub last_lev_cash: bool,
    /// By the other reading, where it differs.
    pub other: Option<(Conflict, Showing)>,
}

/// How amounts are shown on `day`, asked on `today`.
#[must_use]
pub fn shown(day: NaiveDate, today: NaiveDate) -> Shown {
    let showing = SHOWING.on(day, today);
    let now = match showing {
        Lookup::Known { value, .. } | Lookup::NotConfirmedSince { value, .. } => Some(value),
        Lookup::NoData(_) => None,
    };
    let differs = now == Some(Showing::EuroOnly) && day <= LAST_BOTH_BY_ONE_YEAR;
    Shown {
        showing,
        last_lev_cash: day == LAST_LEV_CASH,
        other: differs.then_some((Conflict::DualDisplayEnd, Showing::BothPaidInEuro)),
    }
}
