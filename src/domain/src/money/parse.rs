//! Reading an amount that a person typed.

use crate::coded::codes;
use crate::money::{Currency, Money};

codes! {
    /// Why a text is no amount.
    pub enum AmountProblem {
        /// Nothing was typed.
        Empty = "empty",
        /// Something else than digits with one decimal comma or point.
        NotANumber = "not_a_number",
        /// Less than nothing.
        Negative = "negative",
        /// More than two decimals.
        TooFine = "too_fine",
        /// More than the portal can count.
        TooLarge = "too_large",
    }
}

impl Money {
    /// The amount in a text such as `777,77`, `777.7` or `1 213`: comma or point before at most two decimals,
    /// spaces allowed between digits.
    ///
    /// ```
    /// use domain::money::{AmountProblem, Currency, Money};
    /// assert_eq!(Money::parse("2,4", Currency::Bgn), Ok(Money::lev(240)));
    /// assert_eq!(Money::parse("-1", Currency::Bgn), Err(AmountProblem::Negative));
    /// ```
    ///
    /// # Errors
    ///
    /// [`AmountProblem`], to be shown beside the field.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountProblem> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if text.is_empty() {
            return Err(AmountProblem::Empty);
        }
        let unsigned = text.strip_prefix(['-', '\u{2212}']);
        let (whole, fraction) = match unsigned.unwrap_or(&text).split_once([',', '.']) {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(AmountProblem::NotANumber),
            None => (unsigned.unwrap_or(&text), ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(AmountProblem::NotANumber);
        }
        if unsigned.is_some() {
            return Err(AmountProblem::Negative);
        }
        if fraction.len() > 2 {
            return Err(AmountProblem::TooFine);
        }
        let minor = format!("{whole}{fraction:0<2}").parse().map_err(|_| AmountProblem::TooLarge)?;
        Ok(Self { minor, currency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read_or_answered_with_the_reason() {
        let read = |text| Money::parse(text, Currency::Bgn).map(|money| money.minor);
        assert_eq!(read("420"), Ok(42_000));
        assert_eq!(read("1 213,00"), Ok(121_300));
        assert_eq!(read("0.05"), Ok(5));
        assert_eq!(read(" "), Err(AmountProblem::Empty));
        assert_eq!(read("abc"), Err(AmountProblem::NotANumber));
        assert_eq!(read("1.2.3"), Err(AmountProblem::NotANumber));
        assert_eq!(read("5."), Err(AmountProblem::NotANumber));
        assert_eq!(read(",5"), Err(AmountProblem::NotANumber));
        assert_eq!(read("1e3"), Err(AmountProblem::NotANumber));
        assert_eq!(read("-0.01"), Err(AmountProblem::Negative));
        assert_eq!(read("1.005"), Err(AmountProblem::TooFine));
        assert_eq!(read("92233720368547758.07"), Ok(i64::MAX));
        assert_eq!(read("92233720368547758.08"), Err(AmountProblem::TooLarge));
    }
}
