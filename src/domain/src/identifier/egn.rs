//! ЕГН: ten digits with date of birth, sex and a check digit ([`SOURCE`]).

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::identifier::NumberProblem;
use crate::identifier::digits::Digits;
use crate::person::Sex;

/// Where the check is described.
pub const SOURCE: Citation = crate::identifier::sources::EGN;

const WEIGHTS: [u32; 9] = [2, 4, 8, 5, 10, 9, 7, 3, 6];

/// A Bulgarian personal number whose date exists and whose check digit is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Egn {
    digits: Digits<10>,
    born: NaiveDate,
}

impl Egn {
    /// The number in a text, on `today`.
    ///
    /// ```
    /// use domain::{identifier::Egn, person::Sex, rules::day};
    /// let egn = Egn::parse("6101047500", day!("2026-11-22")).unwrap();
    /// assert_eq!((egn.born(), egn.sex()), (day!("1961-01-04"), Sex::Male));
    /// ```
    ///
    /// # Errors
    ///
    /// [`NumberProblem`]: the form first, then the date, then the check digit; a right number of somebody who
    /// is not born yet is [`NumberProblem::FutureDate`].
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, NumberProblem> {
        let egn = Self::unborn(text)?;
        if egn.born > today { Err(NumberProblem::FutureDate) } else { Ok(egn) }
    }

    /// The number in a text, even if its date is still to come.
    ///
    /// # Errors
    ///
    /// [`NumberProblem`], but never [`NumberProblem::FutureDate`].
    pub fn unborn(text: &str) -> Result<Self, NumberProblem> {
        let digits = Digits::parse(text, &[])?;
        let born = born(&digits).ok_or(NumberProblem::NoSuchDate)?;
        // A rest of 10 has no digit of its own: it is written 0.
        if digits.weighted(WEIGHTS) % 11 % 10 == u32::from(digits.0[9]) {
            Ok(Self { digits, born })
        } else {
            Err(NumberProblem::WrongCheckDigit)
        }
    }

    /// The day of birth.
    #[must_use]
    pub const fn born(&self) -> NaiveDate {
        self.born
    }

    /// The sex: the ninth digit is even for men.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        if self.digits.0[8].is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }
}

/// The month tells the century: 20 more before 1900, 40 more from 2000 on.
fn born(digits: &Digits<10>) -> Option<NaiveDate> {
    let (year, month, day) = (digits.number(0, 2), digits.number(2, 2), digits.number(4, 2));
    let (century, month) = match month {
        1..=12 => (1900, month),
        21..=32 => (1800, month - 20),
        41..=52 => (2000, month - 40),
        _ => return None,
    };
    NaiveDate::from_ymd_opt((century + year).cast_signed(), month, day)
}
