//! Contact data that a person types: phone and e-mail.
//!
//! Numbers are checked by length and leading digits only: number plans change faster than software does.

use crate::citation::Citation;
use crate::coded::codes;

/// Where the lengths and leading digits come from.
pub const PHONE_SOURCE: Citation = Citation {
    title: "Telephone numbers in Bulgaria; Telephone numbers in Kazakhstan",
    url: Some("https://wikimili.com"),
    stated: "2026-11-22",
};

codes! {
    /// Why a typed phone number cannot be used.
    pub enum PhoneProblem {
        /// Something else than digits, spaces, brackets, dots, hyphens and one leading plus.
        Characters = "phone.characters",
        /// Neither a country code nor a leading zero that tells the country.
        NoCountry = "phone.no_country",
        /// A country the portal does not send to.
        Country = "phone.country",
        /// Too few digits for that country.
        TooShort = "phone.too_short",
        /// Too many digits for that country.
        TooLong = "phone.too_long",
    }
}

/// A phone number in international form: `+` and digits only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it.
    ///
    /// A number with one leading zero is Bulgarian (trunk prefix); `00` stands for `+`; eleven digits that begin
    /// with 8 are Russian or Kazakh (trunk prefix 8).
    ///
    /// # Errors
    /// The first [`PhoneProblem`] found, in the order of its members.
    ///
    /// ```
    /// use domain::contact::{Phone, PhoneProblem};
    /// assert_eq!(Phone::parse("0888 123 456").unwrap().as_str(), "+359888123456");
    /// assert_eq!(Phone::parse("0888 12"), Err(PhoneProblem::TooShort));
    /// ```
    pub fn parse(text: &str) -> Result<Self, PhoneProblem> {
        let text = text.trim();
        let (plus, rest) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if !rest.chars().all(|c| c.is_ascii_digit() || " ()-./\u{a0}".contains(c)) {
            return Err(PhoneProblem::Characters);
        }
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let international = if plus {
            digits
        } else if let Some(rest) = digits.strip_prefix("00") {
            rest.to_owned()
        } else if let Some(rest) = digits.strip_prefix('0') {
            format!("359{rest}")
        } else if digits.len() == 11 && digits.starts_with('8') {
            format!("7{}", &digits[1..])
        } else {
            return Err(PhoneProblem::NoCountry);
        };
        let (national, shortest, longest) = if let Some(national) = international.strip_prefix("359") {
            (national, 8, 9)
        } else if let Some(national) = international.strip_prefix('7') {
            (national, 10, 10)
        } else {
            return Err(PhoneProblem::Country);
        };
        match national.len() {
            n if n < shortest => Err(PhoneProblem::TooShort),
            n if n > longest => Err(PhoneProblem::TooLong),
            _ => Ok(Self(format!("+{international}"))),
        }
    }

    /// The number in international form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

codes! {
    /// Why a typed e-mail address cannot be used.
    pub enum EmailProblem {
        /// No `@`, or more than one.
        At = "email.at",
        /// Nothing, or white space, before the `@`.
        Name = "email.name",
        /// The part after the `@` is no domain with a dot.
        Domain = "email.domain",
        /// Longer than 254 characters (RFC 5321, 4.5.3.1.3 less the brackets).
        TooLong = "email.too_long",
    }
}

/// Checks an e-mail address for slips of typing; whether it exists, only a message to it can tell.
///
/// # Errors
/// The first [`EmailProblem`] found.
pub fn check_email(text: &str) -> Result<(), EmailProblem> {
    let text = text.trim();
    if text.len() > 254 {
        return Err(EmailProblem::TooLong);
    }
    let mut parts = text.split('@');
    let (Some(name), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(EmailProblem::At);
    };
    if name.is_empty() || name.chars().any(|c| c.is_whitespace() || c == ',') {
        return Err(EmailProblem::Name);
    }
    let labels: Vec<&str> = domain.split('.').collect();
    let bad = |label: &&str| label.is_empty() || !label.chars().all(|c| c.is_alphanumeric() || c == '-');
    if labels.len() < 2 || labels.iter().any(bad) {
        return Err(EmailProblem::Domain);
    }
    Ok(())
}

/// The longest postal address that is kept, in characters.
pub const ADDRESS_LIMIT: usize = 200;

codes! {
    /// Why a typed postal address cannot be used.
    pub enum AddressProblem {
        /// More than [`ADDRESS_LIMIT`] characters.
        TooLong = "address.too_long",
    }
}

/// Checks a postal address.
///
/// # Errors
/// [`AddressProblem::TooLong`].
pub fn check_address(text: &str) -> Result<(), AddressProblem> {
    if text.trim().chars().count() > ADDRESS_LIMIT { Err(AddressProblem::TooLong) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_as_people_write_them() {
        for (typed, kept) in [
            ("0888 123 456", "+359888123456"),
            ("+359 88 812-34-56", "+359888123456"),
            ("00359 (888) 123456", "+359888123456"),
            ("02 981 0000", "+35929810000"),
            ("+7 701 123 45 67", "+77011234567"),
            ("8 (701) 123-45-67", "+77011234567"),
        ] {
            assert_eq!(Phone::parse(typed).map(|p| p.0), Ok(kept.to_owned()), "{typed}");
        }
    }

    #[test]
    fn phones_that_cannot_be_used_say_why() {
        for (typed, problem) in [
            ("088-call-me", PhoneProblem::Characters),
            ("888 123 456", PhoneProblem::NoCountry),
            ("", PhoneProblem::NoCountry),
            ("+44 20 7946 0000", PhoneProblem::Country),
            ("0888 12", PhoneProblem::TooShort),
            ("0888 123 456 78", PhoneProblem::TooLong),
            ("+7 701 123 45 6", PhoneProblem::TooShort),
        ] {
            assert_eq!(Phone::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn email_slips_are_found() {
        for (typed, answer) in [
            ("maria@example.bg", Ok(())),
            (" мария@пример.бг ", Ok(())),
            ("maria", Err(EmailProblem::At)),
            ("a@b@c.bg", Err(EmailProblem::At)),
            ("@example.bg", Err(EmailProblem::Name)),
            ("ma ria@example.bg", Err(EmailProblem::Name)),
            ("maria@example", Err(EmailProblem::Domain)),
            ("maria@.bg", Err(EmailProblem::Domain)),
            ("maria@exa mple.bg", Err(EmailProblem::Domain)),
        ] {
            assert_eq!(check_email(typed), answer, "{typed}");
        }
        assert_eq!(check_email(&format!("{}@example.bg", "a".repeat(250))), Err(EmailProblem::TooLong));
    }
}
