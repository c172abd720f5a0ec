//! Amounts of money, in whole minor units. There is no floating point anywhere near money.

use crate::coded::codes;

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
