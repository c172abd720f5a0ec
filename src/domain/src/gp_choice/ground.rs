//! What opens the choice of a GP outside the two windows.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, Coded, codes};
use crate::gp_choice::sources::CHANGE_2025;
use crate::gp_choice::window::{ChangeMonths, Window, window};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, NoData, Remark, Scope, Series, Sourced, Span, day, series};

codes! {
    /// Why somebody chooses a GP.
    pub enum Ground {
        /// Not satisfied, or for no reason told.
        Wish = "wish",
        /// The first choice: has had no GP.
        FirstChoice = "first_choice",
        /// Moved to another town.
        Moved = "moved",
        /// The address on the identity card has changed.
        AddressChanged = "address_changed",
        /// The GP has closed the practice.
        PracticeClosed = "practice_closed",
        /// The GP's contract with the fund has ended.
        ContractEnded = "contract_ended",
        /// The GP is lastingly prevented from working.
        GpPrevented = "gp_prevented",
    }
}

codes! {
    /// How the GP stands with whom somebody is registered, as the fund's register has it.
    pub enum GpStatus {
        /// Works under a contract with the fund.
        Works = "works",
        /// Has closed the practice.
        PracticeClosed = "practice_closed",
        /// Has no contract with the fund any more.
        ContractEnded = "contract_ended",
        /// Is lastingly prevented from working.
        Prevented = "prevented",
    }
}

codes! {
    /// What somebody says of themselves: the register of GPs does not know it.
    pub enum Said {
        /// They have moved to another town.
        Moved = "moved",
        /// The address on their identity card has changed.
        AddressChanged = "address_changed",
    }
}

codes! {
    /// When a ground opens the choice.
    pub enum Opens {
        /// On any day of the year.
        AnyTime = "any_time",
        /// In the windows only.
        InWindow = "in_window",
    }
}

impl fmt::Display for Opens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

const ANY_TIME: Span<Opens> = Span::since(day!("2025-11-25"), Opens::AnyTime, CHANGE_2025, Press);

/// Moving to another town. The guide of 2010 names it as a reason for a change in the windows.
pub static MOVED: Series<Opens> = series!(
    "gp_choice.moved",
    Scope::Law,
    day!("2025-11-25"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Opens::InWindow, GUIDE_2010, Official)
            .rule("BG10-08"),
        Span::unknown(day!("2011-01-01"), day!("2025-11-25"), Remark::NoSourceFound),
        ANY_TIME,
    ]
);

/// The first choice, a new address on the identity card, and a GP who is gone.
pub static EXCEPTIONS: Series<Opens> =
    series!("gp_choice.exceptions", Scope::Law, day!("2025-11-25"), [ANY_TIME]);

/// When somebody may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Today, and on any other day.
    AnyTime(Basis),
    /// In the windows only.
    InWindow(Sourced<Window>),
}

/// Why it cannot be told when somebody may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The windows of the day are not known.
    Window(NoData<ChangeMonths>),
    /// It is not known whether the ground opens the choice.
    Ground(NoData<Opens>),
}

/// On what ground somebody would choose: what the register knows counts before what they say, for it needs no proof. `None` for
/// `gp` is somebody who has none. A status that this build does not know opens nothing.
#[must_use]
pub fn ground_of(gp: Option<&Coded<GpStatus>>, said: Option<Said>) -> Ground {
    match (gp.map(Coded::known), said) {
        (None, _) => Ground::FirstChoice,
        (Some(Some(GpStatus::PracticeClosed)), _) => Ground::PracticeClosed,
        (Some(Some(GpStatus::ContractEnded)), _) => Ground::ContractEnded,
        (Some(Some(GpStatus::Prevented)), _) => Ground::GpPrevented,
        (Some(Some(GpStatus::Works) | None), Some(Said::Moved)) => Ground::Moved,
        (Some(Some(GpStatus::Works) | None), Some(Said::AddressChanged)) => Ground::AddressChanged,
        (Some(Some(GpStatus::Works) | None), None) => Ground::Wish,
    }
}

/// When somebody may choose a GP on this ground, asked on `today`, the day of Sofia.
///
/// # Errors
///
/// [`Unknown`].
pub fn choice(ground: Ground, today: NaiveDate) -> Result<Choice, Unknown> {
    let series = match ground {
        Ground::Wish => return in_window(today),
        Ground::Moved => &MOVED,
        Ground::FirstChoice
        | Ground::AddressChanged
        | Ground::PracticeClosed
        | Ground::ContractEnded
        | Ground::GpPrevented => &EXCEPTIONS,
    };
    let opens = series.sourced(today, today).map_err(Unknown::Ground)?;
    match opens.value {
        Opens::AnyTime => Ok(Choice::AnyTime(opens.basis)),
        Opens::InWindow => in_window(today),
    }
}

fn in_window(today: NaiveDate) -> Result<Choice, Unknown> {
    window(today).map(Choice::InWindow).map_err(Unknown::Window)
}
