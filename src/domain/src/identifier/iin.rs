//! ИИН, the Kazakh individual number: twelve digits, the last a check digit ([`SOURCE`]).
//!
//! The first seven were a date of birth and a sex. Since 2013 they need not be ([`NEED_NOT_MATCH`]): they are a
//! hint, and nothing is ever refused because of them.

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::coded::codes;
use crate::identifier::NumberProblem;
use crate::identifier::digits::Digits;
use crate::person::Sex;

/// Where the number is described.
pub const SOURCE: Citation = crate::identifier::sources::IIN;

/// Why its date is no more than a hint.
pub const NEED_NOT_MATCH: Citation = crate::identifier::sources::IIN_NEED_NOT_MATCH;

/// Weights of the first round, and of the second, which decides where the first leaves 10.
const FIRST: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

codes! {
    /// What the first digits say beside a date of birth from a document.
    pub enum BirthHint {
        /// The same date.
        Matches = "matches",
        /// Another date. That is no error: since 2013 the number need not follow the date.
        Differs = "differs",
        /// No date at all. That is no error either.
        NoDate = "no_date",
    }
}

/// A Kazakh number whose check digit is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Iin(Digits<12>);

impl Iin {
    /// The number in a text.
    ///
    /// ```
    /// use domain::{identifier::Iin, rules::day};
    /// let iin = Iin::parse("061211600012").unwrap();
    /// assert_eq!(iin.born_hint(), Some(day!("2006-12-11")));
    /// ```
    ///
    /// # Errors
    ///
    /// [`NumberProblem`]: the form first, then the check digit. Where both rounds leave 10 the number is never
    /// issued. The date is no reason.
    pub fn parse(text: &str) -> Result<Self, NumberProblem> {
        let digits = Digits::<12>::parse(text, &[])?;
        let check = match digits.weighted(FIRST) % 11 {
            10 => digits.weighted(SECOND) % 11,
            check => check,
        };
        match check {
            10 => Err(NumberProblem::NeverIssued),
            check if check == u32::from(digits.0[11]) => Ok(Self(digits)),
            _ => Err(NumberProblem::WrongCheckDigit),
        }
    }

    /// The date in the first seven digits, if it is one.
    #[must_use]
    pub fn born_hint(&self) -> Option<NaiveDate> {
        // 1 and 2 are for those born in the nineteenth century, 3 and 4 in the twentieth, 5 and 6 in this one.
        let century = match self.0.0[6] {
            1 | 2 => 1800,
            3 | 4 => 1900,
            5 | 6 => 2000,
            _ => return None,
        };
        let year = century + self.0.number(0, 2);
        NaiveDate::from_ymd_opt(year.cast_signed(), self.0.number(2, 2), self.0.number(4, 2))
    }

    /// The sex in the seventh digit, if it tells one: odd for men.
    #[must_use]
    pub const fn sex_hint(&self) -> Option<Sex> {
        match self.0.0[6] {
            1 | 3 | 5 => Some(Sex::Male),
            2 | 4 | 6 => Some(Sex::Female),
            _ => None,
        }
    }

    /// What the number says beside a date of birth from a document. Whatever it is, the number is accepted.
    #[must_use]
    pub fn beside(&self, born: NaiveDate) -> BirthHint {
        match self.born_hint() {
            None => BirthHint::NoDate,
            Some(hint) if hint == born => BirthHint::Matches,
            Some(_) => BirthHint::Differs,
        }
    }
}
