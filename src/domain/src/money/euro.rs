//! Lev and euro at the irrevocably fixed rate.

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::money::arithmetic::rounded_half_up;
use crate::money::{Currency, Money, MoneyError, Ratio};
use crate::rules::day;

/// Lev for one euro. It is divided by in full, never shortened.
pub const LEV_PER_EURO: Ratio = Ratio::of::<195_583, 100_000>();

/// Source of the rate.
pub const RATE_SOURCE: Citation = Citation {
    title: "Въвеждане на еврото: решение на Съвета на ЕС от 08.07.2025, 1 EUR = 1,95583 BGN",
    url: Some("https://ruskov-law.eu/bulgarisofia/article/vyvezhdane-evro.html"),
    stated: "2025-07-08",
};

/// Source of the rounding: divided by the full rate, two decimals, from a third digit of 5 on upwards.
pub const ROUNDING_SOURCE: Citation = Citation {
    title: "Превалутиране: закръгляне до втория знак на базата на третия",
    url: Some("https://faktor.bg/kursat-1-evro-1-95583-lv-fiksiran-i-zadaljitelen"),
    stated: "2026-01-29",
};

/// The first day of the euro.
pub const EURO_DAY: NaiveDate = day!("2026-01-01");

/// The currency in which amounts of a day are due.
#[must_use]
pub fn currency_on(day: NaiveDate) -> Currency {
    if day < EURO_DAY { Currency::Bgn } else { Currency::Eur }
}

/// Lev in euro, rounded half up to a cent.
///
/// ```
/// use domain::money::{Money, euro::to_euro};
/// assert_eq!(to_euro(Money::lev(5_80)), Ok(Money::euro(2_97)));
/// ```
///
/// # Errors
///
/// [`MoneyError::Mixed`] for an amount that is not in lev.
pub fn to_euro(amount: Money) -> Result<Money, MoneyError> {
    converted(amount, Currency::Bgn, Currency::Eur, LEV_PER_EURO.denominator(), LEV_PER_EURO.numerator())
}

/// Euro in lev, rounded half up to a stotinka.
///
/// # Errors
///
/// [`MoneyError::Mixed`] for an amount that is not in euro, [`MoneyError::Overflow`] for one too large.
pub fn to_lev(amount: Money) -> Result<Money, MoneyError> {
    converted(amount, Currency::Eur, Currency::Bgn, LEV_PER_EURO.numerator(), LEV_PER_EURO.denominator())
}

/// The amount in euro: converted if it is in lev, as it is if it is in euro.
///
/// # Errors
///
/// [`MoneyError::Mixed`] for any other currency.
pub fn in_euro(amount: Money) -> Result<Money, MoneyError> {
    if amount.currency == Currency::Eur { Ok(amount) } else { to_euro(amount) }
}

fn converted(
    amount: Money,
    from: Currency,
    to: Currency,
    times: u32,
    over: u32,
) -> Result<Money, MoneyError> {
    if amount.currency != from {
        return Err(MoneyError::Mixed { expected: from, found: amount.currency });
    }
    let minor = rounded_half_up(i128::from(amount.minor) * i128::from(times), i128::from(over))?;
    Ok(Money { minor, currency: to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lev_become_euro_and_only_euro_become_lev() {
        assert_eq!(to_lev(Money::euro(1_00)), Ok(Money::lev(1_96)));
        assert_eq!(in_euro(Money::euro(51)), Ok(Money::euro(51)));
        assert_eq!(in_euro(Money::lev(1_00)), Ok(Money::euro(51)));
        let mixed = MoneyError::Mixed { expected: Currency::Bgn, found: Currency::Eur };
        assert_eq!(to_euro(Money::euro(1)), Err(mixed));
        assert_eq!(to_lev(Money::euro(i64::MAX)), Err(MoneyError::Overflow));
    }
}
