//! ЛНЧ, the number of a foreigner in Bulgaria: ten digits, the last a check digit ([`SOURCE`]). It tells neither
//! age nor sex.

use crate::citation::Citation;
use crate::identifier::NumberProblem;
use crate::identifier::digits::Digits;

/// Where the check is described.
pub const SOURCE: Citation = crate::identifier::sources::LNCH;

const WEIGHTS: [u32; 9] = [21, 19, 17, 13, 11, 9, 7, 3, 1];

/// A foreigner's number whose check digit is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lnch(Digits<10>);

impl Lnch {
    /// The number in a text.
    ///
    /// ```
    /// use domain::identifier::{Lnch, NumberProblem};
    /// assert!(Lnch::parse("7111042925").is_ok());
    /// assert_eq!(Lnch::parse("7111042924"), Err(NumberProblem::WrongCheckDigit));
    /// ```
    ///
    /// # Errors
    ///
    /// [`NumberProblem`]: the form first, then the check digit.
    pub fn parse(text: &str) -> Result<Self, NumberProblem> {
        let digits = Digits::<10>::parse(text, &[])?;
        if digits.weighted(WEIGHTS) % 10 == u32::from(digits.0[9]) {
            Ok(Self(digits))
        } else {
            Err(NumberProblem::WrongCheckDigit)
        }
    }
}
