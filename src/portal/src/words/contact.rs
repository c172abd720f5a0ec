//! What is wrong with an e-mail address, a phone number or an address. The server gives the same codes as the check in the
//! browser, and so they read the same.

use domain::coded::{Code, Coded};
use domain::contact::{ADDRESS_LIMIT, AddressProblem, EmailProblem, PhoneProblem};

use crate::i18n::Msg;
use crate::i18n::texts::contact as c;
use crate::i18n::texts::form as fm;

/// What is wrong, in words.
pub fn words(code: &str) -> Msg {
    email(code).or_else(|| phone(code)).or_else(|| address(code)).unwrap_or_else(|| fm::problem_unknown(code))
}

fn email(code: &str) -> Option<Msg> {
    let Coded::Known(problem) = EmailProblem::from_code(code) else { return None };
    Some(match problem {
        EmailProblem::At => c::email_at(),
        EmailProblem::Name => c::email_name(),
        EmailProblem::Domain => c::email_domain(),
        EmailProblem::TooLong => c::email_too_long(),
    })
}

fn phone(code: &str) -> Option<Msg> {
    let Coded::Known(problem) = PhoneProblem::from_code(code) else { return None };
    Some(match problem {
        PhoneProblem::Characters => c::phone_characters(),
        PhoneProblem::NoCountry => c::phone_no_country(),
        PhoneProblem::Country => c::phone_country(),
        PhoneProblem::TooShort => c::phone_too_short(),
        PhoneProblem::TooLong => c::phone_too_long(),
    })
}

fn address(code: &str) -> Option<Msg> {
    let Coded::Known(problem) = AddressProblem::from_code(code) else { return None };
    Some(match problem {
        AddressProblem::TooLong => c::address_too_long(ADDRESS_LIMIT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words() {
        let codes = EmailProblem::ALL.iter().map(|one| one.code());
        let codes = codes.chain(PhoneProblem::ALL.iter().map(|one| one.code()));
        for code in codes.chain(AddressProblem::ALL.iter().map(|one| one.code())) {
            assert_ne!(words(code), fm::problem_unknown(code), "{code}");
        }
    }
}
