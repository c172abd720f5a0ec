//! ЕНП, the number of a Russian policy of compulsory insurance: sixteen digits ([`SOURCE`]).
//!
//! That its last digit is a check digit by the Mod 10 method is widely told, but in no source found here: a number
//! that fails it gets a warning and is accepted. Nothing is read out of the other digits.

use crate::citation::Citation;
use crate::coded::codes;
use crate::identifier::NumberProblem;
use crate::identifier::digits::Digits;

/// What is known of the policy.
pub const SOURCE: Citation = crate::identifier::sources::ENP;

codes! {
    /// What the last digit says. Neither blocks.
    pub enum LastDigit {
        /// It is the check digit of the others.
        Fits = "fits",
        /// It is not: perhaps a digit is mistyped.
        Warns = "warns",
    }
}

/// A policy's number: sixteen digits, no more is known for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Enp(Digits<16>);

impl Enp {
    /// The number in a text; spaces are left aside.
    ///
    /// ```
    /// use domain::identifier::{Enp, enp::LastDigit};
    /// assert_eq!(Enp::parse("2290850000000012").map(|enp| enp.last_digit()), Ok(LastDigit::Warns));
    /// ```
    ///
    /// # Errors
    ///
    /// [`NumberProblem`] of the form only.
    pub fn parse(text: &str) -> Result<Self, NumberProblem> {
        Digits::parse(text, &[' ']).map(Self)
    }

    /// What the last digit says.
    #[must_use]
    pub fn last_digit(&self) -> LastDigit {
        // From the last digit on every second one is doubled, and the digits of the double are added.
        let sum: u32 = self.0.0.iter().rev().zip([1_u32, 2].into_iter().cycle()).map(twice_or_once).sum();
        if sum.is_multiple_of(10) { LastDigit::Fits } else { LastDigit::Warns }
    }
}

fn twice_or_once((digit, times): (&u8, u32)) -> u32 {
    let product = u32::from(*digit) * times;
    product / 10 + product % 10
}
