//! Having data corrected: what of it, what is wrong, what would be right.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

/// The list of fields and the limits of the texts are the designers' own.
pub const BASIS: Citation = DESIGN;

codes! {
    /// What is to be corrected. Contacts of the account are changed by the person alone; these are the fund's register.
    pub enum Field {
        /// The name.
        Name = "name",
        /// The address in the register.
        Address = "address",
        /// Phone or e-mail in the register.
        Contacts = "contacts",
        /// The personal number (ЕГН, ЛНЧ or their like).
        PersonalNumber = "personal_number",
        /// Something in a document.
        Document = "document",
    }
}

/// The longest description of what is wrong, in characters.
pub const WRONG_LIMIT: usize = 500;

/// The longest right value, in characters.
pub const RIGHT_LIMIT: usize = 300;

codes! {
    /// Why a request for correction cannot be taken.
    pub enum Problem {
        /// Nothing says what is wrong.
        WrongMissing = "wrong.missing",
        /// More than [`WRONG_LIMIT`] characters say what is wrong.
        WrongTooLong = "wrong.too_long",
        /// Nothing says what would be right.
        RightMissing = "right.missing",
        /// More than [`RIGHT_LIMIT`] characters say what would be right.
        RightTooLong = "right.too_long",
    }
}

/// Checks what is said to be wrong.
///
/// # Errors
///
/// [`Problem::WrongMissing`] and [`Problem::WrongTooLong`]. Blanks around the text do not count.
pub fn check_wrong(text: &str) -> Result<(), Problem> {
    check(text, WRONG_LIMIT, Problem::WrongMissing, Problem::WrongTooLong)
}

/// Checks what is said to be right.
///
/// # Errors
///
/// [`Problem::RightMissing`] and [`Problem::RightTooLong`]. Blanks around the text do not count.
pub fn check_right(text: &str) -> Result<(), Problem> {
    check(text, RIGHT_LIMIT, Problem::RightMissing, Problem::RightTooLong)
}

fn check(text: &str, limit: usize, missing: Problem, too_long: Problem) -> Result<(), Problem> {
    match text.trim().chars().count() {
        0 => Err(missing),
        count if count > limit => Err(too_long),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_have_to_be_there_and_end_somewhere() {
        for blank in ["", "  ", "\n\t"] {
            assert_eq!(check_wrong(blank), Err(Problem::WrongMissing));
            assert_eq!(check_right(blank), Err(Problem::RightMissing));
        }
        let (most_wrong, most_right) = ("я".repeat(WRONG_LIMIT), "я".repeat(RIGHT_LIMIT));
        assert_eq!((check_wrong(&format!(" {most_wrong} ")), check_right(&most_right)), (Ok(()), Ok(())));
        assert_eq!(check_wrong(&format!("{most_wrong}я")), Err(Problem::WrongTooLong));
        assert_eq!(check_right(&format!("{most_right}я")), Err(Problem::RightTooLong));
    }
}
