//! Digits and weighted sums, the common ground of all these numbers.

use std::fmt;

use crate::identifier::NumberProblem;

/// So many digits, each from 0 to 9.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Digits<const N: usize>(pub(super) [u8; N]);

impl<const N: usize> Digits<N> {
    /// The digits in a text. Spaces around it are left aside, and `separators` within it.
    pub(super) fn parse(text: &str, separators: &[char]) -> Result<Self, NumberProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NumberProblem::Empty);
        }
        let mut digits = [0; N];
        let mut count = 0;
        for character in text.chars().filter(|character| !separators.contains(character)) {
            let digit = character.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            let digit = digit.ok_or(NumberProblem::NotDigits)?;
            if let Some(place) = digits.get_mut(count) {
                *place = digit;
            }
            count += 1;
        }
        if count == N { Ok(Self(digits)) } else { Err(NumberProblem::WrongLength) }
    }

    /// The sum of the first digits, each times its weight.
    pub(super) fn weighted(&self, weights: impl IntoIterator<Item = u32>) -> u32 {
        self.0.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum()
    }

    /// The number that `count` digits from `first` on are.
    pub(super) fn number(&self, first: usize, count: usize) -> u32 {
        self.0.iter().skip(first).take(count).fold(0, |number, digit| number * 10 + u32::from(*digit))
    }
}

/// Only the last two digits, so that no log tells a number.
impl<const N: usize> fmt::Debug for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "…{:02}", self.number(N.saturating_sub(2), 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ascii_digits_are_digits() {
        let read = |text| Digits::<3>::parse(text, &['-']).map(|digits| digits.0);
        assert_eq!(read(" 12-3 "), Ok([1, 2, 3]));
        assert_eq!(read("12"), Err(NumberProblem::WrongLength));
        assert_eq!(read("1234"), Err(NumberProblem::WrongLength));
        assert_eq!(read("1 23"), Err(NumberProblem::NotDigits));
        assert_eq!(read("١٢٣"), Err(NumberProblem::NotDigits));
        assert_eq!(read("--"), Err(NumberProblem::WrongLength));
        assert_eq!(read("  "), Err(NumberProblem::Empty));
    }

    #[test]
    fn a_log_never_tells_the_number() {
        assert_eq!(format!("{:?}", Digits([1_u8, 2, 3, 4])), "…34");
    }
}
