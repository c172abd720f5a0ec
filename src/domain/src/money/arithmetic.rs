//! Checked arithmetic. An overflow or a mix of currencies is an error value, never a wrong amount.

use crate::money::{Currency, Money, Ratio};

/// Why amounts could not be calculated with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// The result does not fit into 64 bits of minor units.
    Overflow,
    /// Two amounts in different currencies.
    Mixed {
        /// The currency that was expected.
        expected: Currency,
        /// The currency that came.
        found: Currency,
    },
}

impl Money {
    fn of_same(self, other: Self, minor: Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed { expected: self.currency, found: other.currency });
        }
        minor.map(|minor| Self { minor, ..self }).ok_or(MoneyError::Overflow)
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] if the currencies differ or the sum overflows.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.of_same(other, self.minor.checked_add(other.minor))
    }

    /// The difference.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] if the currencies differ or the difference overflows.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.of_same(other, self.minor.checked_sub(other.minor))
    }

    /// So many times the amount.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Overflow`].
    pub fn times(self, count: u32) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(i64::from(count)).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The share of the amount, rounded half up: to the nearest minor unit, and from the middle away from
    /// zero.
    ///
    /// ```
    /// use domain::money::{Money, Ratio};
    /// let income = Money::lev(777_77);
    /// assert_eq!(income.share_half_up(Ratio::percent(8)), Ok(Money::lev(62_22)));
    /// ```
    ///
    /// # Errors
    ///
    /// [`MoneyError::Overflow`].
    pub fn share_half_up(self, ratio: Ratio) -> Result<Self, MoneyError> {
        let minor = rounded_half_up(
            i128::from(self.minor) * i128::from(ratio.numerator()),
            i128::from(ratio.denominator()),
        )?;
        Ok(Self { minor, ..self })
    }

    /// The sum of amounts in one currency; zero if there are none.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] if an amount is in another currency or the sum overflows.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self { minor: 0, currency }, Self::plus)
    }
}

/// `dividend / divisor`, rounded half up (away from zero). The divisor is positive.
pub(super) fn rounded_half_up(dividend: i128, divisor: i128) -> Result<i64, MoneyError> {
    let size = (dividend.unsigned_abs() * 2 + divisor.unsigned_abs()) / (divisor.unsigned_abs() * 2);
    let size = i128::try_from(size).map_err(|_| MoneyError::Overflow)?;
    i64::try_from(if dividend < 0 { -size } else { size }).map_err(|_| MoneyError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_what_is_less_goes_down() {
        let half = Ratio::of::<1, 2>();
        assert_eq!(Money::lev(1).share_half_up(half), Ok(Money::lev(1)));
        assert_eq!(Money::lev(-1).share_half_up(half), Ok(Money::lev(-1)));
        assert_eq!(Money::lev(100).share_half_up(Ratio::of::<49, 10_000>()), Ok(Money::lev(0)));
        assert_eq!(Money::lev(100).share_half_up(Ratio::of::<50, 10_000>()), Ok(Money::lev(1)));
    }

    #[test]
    fn what_does_not_fit_is_an_error_and_not_an_amount() {
        let most = Money::lev(i64::MAX);
        assert_eq!(most.plus(Money::lev(1)), Err(MoneyError::Overflow));
        assert_eq!(Money::lev(i64::MIN).minus(Money::lev(1)), Err(MoneyError::Overflow));
        assert_eq!(most.times(2), Err(MoneyError::Overflow));
        assert_eq!(most.share_half_up(Ratio::percent(101)), Err(MoneyError::Overflow));
        assert_eq!(most.share_half_up(Ratio::percent(100)), Ok(most));
    }

    #[test]
    fn currencies_do_not_mix() {
        let mixed = MoneyError::Mixed { expected: Currency::Bgn, found: Currency::Eur };
        assert_eq!(Money::lev(1).plus(Money::euro(1)), Err(mixed));
        assert_eq!(Money::sum(Currency::Bgn, [Money::lev(2), Money::euro(1)]), Err(mixed));
        assert_eq!(Money::sum(Currency::Eur, []), Ok(Money::euro(0)));
    }
}
