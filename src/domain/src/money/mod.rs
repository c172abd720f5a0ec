//! Amounts of money, in whole minor units. There is no floating point anywhere near money.

pub mod arithmetic;
pub mod euro;
pub mod parse;
pub mod ratio;
pub mod showing;

use std::fmt;

pub use arithmetic::MoneyError;
pub use parse::AmountProblem;
pub use ratio::Ratio;

use crate::coded::{Code, codes};
use crate::rules::Dated;

codes! {
    /// Currencies of the amounts the portal shows, by ISO 4217 code. All four have two minor digits.
    pub enum Currency {
        /// Euro: Bulgaria's currency since 01.01.2026.
        Eur = "EUR",
        /// Bulgarian lev: amounts up to 31.12.2025.
        Bgn = "BGN",
        /// Kazakh tenge.
        Kzt = "KZT",
        /// Russian rouble.
        Rub = "RUB",
    }
}

/// An amount in minor units (cents, stotinki, tiyn, kopecks).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Amount in minor units; may be negative for a correction.
    pub minor: i64,
    /// Its currency.
    pub currency: Currency,
}

impl Money {
    /// So many stotinki.
    #[must_use]
    pub const fn lev(minor: i64) -> Self {
        Self { minor, currency: Currency::Bgn }
    }

    /// So many euro cents.
    #[must_use]
    pub const fn euro(minor: i64) -> Self {
        Self { minor, currency: Currency::Eur }
    }
}

/// One notation for logs and tests, `2.40 BGN`; people's notation is the app's business.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let units = self.minor.unsigned_abs();
        write!(f, "{sign}{}.{:02} {}", units / 100, units % 100, self.currency.code())
    }
}

/// Series of this module.
pub const SERIES: &[&dyn Dated] = &[&showing::SHOWING];
