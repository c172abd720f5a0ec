//! СНИЛС: nine digits and a check number of two ([`SOURCE`]).

use crate::citation::Citation;
use crate::coded::codes;
use crate::identifier::NumberProblem;
use crate::identifier::digits::Digits;

/// Where the check is described.
pub const SOURCE: Citation = crate::identifier::sources::SNILS;

/// Numbers up to this one were given out without a check number that could be calculated.
pub const LAST_UNCHECKED: u32 = 1_001_998;

const WEIGHTS: [u32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, 1];

codes! {
    /// How far a number could be checked.
    pub enum Checked {
        /// Its check number is right.
        Right = "right",
        /// It is too old to have one.
        TooOld = "too_old",
    }
}

/// A Russian insurance number whose check number is right, or that is too old to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Snils {
    digits: Digits<11>,
    checked: Checked,
}

impl Snils {
    /// The number in a text such as `112-233-445 95`; hyphens and spaces are left aside.
    ///
    /// ```
    /// use domain::identifier::{NumberProblem, Snils};
    /// assert!(Snils::parse("112-233-445 95").is_ok());
    /// assert_eq!(Snils::parse("112-233-445 96"), Err(NumberProblem::WrongCheckDigit));
    /// ```
    ///
    /// # Errors
    ///
    /// [`NumberProblem`]: the form first, then the check number.
    pub fn parse(text: &str) -> Result<Self, NumberProblem> {
        let digits = Digits::<11>::parse(text, &['-', ' '])?;
        if digits.number(0, 9) <= LAST_UNCHECKED {
            return Ok(Self { digits, checked: Checked::TooOld });
        }
        if check_number(digits.weighted(WEIGHTS)) == digits.number(9, 2) {
            Ok(Self { digits, checked: Checked::Right })
        } else {
            Err(NumberProblem::WrongCheckDigit)
        }
    }

    /// How far it could be checked.
    #[must_use]
    pub const fn checked(&self) -> Checked {
        self.checked
    }
}

/// A sum below 100 stands as it is; otherwise what 101 leaves of it, and 100 is written 00.
const fn check_number(sum: u32) -> u32 {
    sum % 101 % 100
}
