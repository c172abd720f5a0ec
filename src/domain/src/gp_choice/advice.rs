//! Whether somebody may change the GP today, why, and when next: one answer.

use chrono::{DateTime, NaiveDate, Utc};

use crate::coded::{Coded, codes};
use crate::gp_choice::ground::{Choice, Ground, Unknown, choice};
use crate::gp_choice::window::Window;
use crate::moment::Zone;
use crate::rules::Basis;

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

/// Whether it may be today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// On any day of the year.
    AnyDay,
    /// Today, in the window.
    InWindow {
        /// Its last day.
        last: NaiveDate,
        /// Days left after today: 0 on the last.
        days_left: i64,
    },
    /// Not today.
    From {
        /// The first day of the next window, by the rule of today.
        opens: NaiveDate,
        /// Days until then.
        days_until: i64,
    },
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// On what ground the GP would be chosen.
    pub ground: Ground,
    /// Whether it may be today.
    pub may: May,
    /// By which rule.
    pub basis: Basis,
}

/// On what ground somebody would choose: what the register knows counts before what they say, for it needs no proof. `None` for
/// `gp` is somebody who has none. A status that this build does not know opens nothing.
#[must_use]
pub fn ground(gp: Option<&Coded<GpStatus>>, said: Option<Said>) -> Ground {
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

/// Whether somebody may choose a GP on this ground on `today`, the day of Sofia.
///
/// # Errors
///
/// [`Unknown`].
pub fn advice(ground: Ground, today: NaiveDate) -> Result<Advice, Unknown> {
    let (may, basis) = match choice(ground, today)? {
        Choice::AnyTime(basis) => (May::AnyDay, basis),
        Choice::InWindow(window) => match window.value {
            Window::Open { last, days_left, .. } => (May::InWindow { last, days_left }, window.basis),
            Window::Closed { opens, days_until, .. } => (May::From { opens, days_until }, window.basis),
        },
    };
    Ok(Advice { ground, may, basis })
}

/// The same at an instant, wherever the reader is: days are those of Sofia.
///
/// # Errors
///
/// [`Unknown`].
pub fn advice_at(ground: Ground, now: DateTime<Utc>) -> Result<Advice, Unknown> {
    advice(ground, Zone::Sofia.day(now))
}
