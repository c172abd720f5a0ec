//! Numbers that identify people: Bulgarian ЕГН and ЛНЧ, Kazakh ИИН, Russian СНИЛС and ЕНП.
//!
//! What is checked is the form, and what the number itself promises: a check digit, a date. That a number belongs
//! to somebody only a register can say. A number is not shown in logs: the types have no `Display` and a `Debug`
//! that hides all but the last two digits.

pub mod egn;
pub mod enp;
pub mod iin;
pub mod lnch;
pub mod snils;
pub mod sources;

mod digits;

pub use egn::Egn;
pub use enp::Enp;
pub use iin::Iin;
pub use lnch::Lnch;
pub use snils::Snils;

use crate::coded::codes;

codes! {
    /// Why a text is no such number.
    pub enum NumberProblem {
        /// Nothing was typed.
        Empty = "empty",
        /// Something else than digits.
        NotDigits = "not_digits",
        /// Too few or too many digits.
        WrongLength = "wrong_length",
        /// The digits of the date are no date.
        NoSuchDate = "no_such_date",
        /// The date is still to come.
        FutureDate = "future_date",
        /// The check digit belongs to another number: a digit is wrong, or two are swapped.
        WrongCheckDigit = "wrong_check_digit",
        /// Numbers with these first digits are not given out, because they have no check digit.
        NeverIssued = "never_issued",
    }
}

impl NumberProblem {
    /// It is about the form: nothing was calculated yet.
    #[must_use]
    pub const fn is_format(self) -> bool {
        matches!(self, Self::Empty | Self::NotDigits | Self::WrongLength)
    }
}
