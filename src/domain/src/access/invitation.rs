//! Invitations: the code that is passed on by another way, how long it serves, and how often it may be tried.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

/// How long a code serves.
pub const CODE_VALIDITY: TimeDelta = TimeDelta::days(7);
/// So many wrong codes within [`ATTEMPT_WINDOW`], and the account waits.
pub const ATTEMPT_LIMIT: usize = 5;
/// The time over which wrong codes are counted.
pub const ATTEMPT_WINDOW: TimeDelta = TimeDelta::hours(1);
/// The source of these limits.
pub const LIMITS_SOURCE: Citation = DESIGN;

/// Digits and letters without those that are taken for one another (0 and O, 1, I and L).
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Cyrillic letters that look like Latin ones of the alphabet: who types a code does not see the difference.
const LOOKALIKES: [(char, u8); 11] = [
    ('А', b'A'),
    ('В', b'B'),
    ('Е', b'E'),
    ('К', b'K'),
    ('М', b'M'),
    ('Н', b'H'),
    ('Р', b'P'),
    ('С', b'C'),
    ('Т', b'T'),
    ('У', b'Y'),
    ('Х', b'X'),
];
const LENGTH: usize = 8;

/// A code: eight characters, shown in two groups of four. It is a secret until it was used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// A code made of random bytes, each of which must be equally likely. Bytes that would favour some characters are
    /// passed over; `None` when too few are left.
    #[must_use]
    pub fn of_random(bytes: impl IntoIterator<Item = u8>) -> Option<Self> {
        let fair =
            bytes.into_iter().filter(|byte| usize::from(*byte) < 256 / ALPHABET.len() * ALPHABET.len());
        let mut characters = fair.map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]);
        let mut code = [0; LENGTH];
        for place in &mut code {
            *place = characters.next()?;
        }
        Some(Self(code))
    }

    /// Reads a code as people type it: in any case, with or without hyphen and spaces, with Cyrillic letters that look
    /// alike. `None` when it can be no code.
    ///
    /// ```
    /// use domain::access::Code;
    /// assert_eq!(Code::parse("акмн 2345").unwrap().to_string(), "AKMH-2345");
    /// assert!(Code::parse("AKMH-2340").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut code = [0; LENGTH];
        let mut count = 0;
        for typed in text.chars().filter(|typed| !typed.is_whitespace() && !matches!(typed, '-' | '–' | '‑'))
        {
            let typed = typed.to_uppercase().next()?;
            let latin = LOOKALIKES.iter().find(|(alike, _)| *alike == typed).map(|(_, latin)| *latin);
            let byte = latin.or_else(|| u8::try_from(typed).ok())?;
            if !ALPHABET.contains(&byte) {
                return None;
            }
            *code.get_mut(count)? = byte;
            count += 1;
        }
        (count == LENGTH).then_some(Self(code))
    }
}

/// `XXXX-XXXX`.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if place == LENGTH / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*byte))?;
        }
        Ok(())
    }
}

/// Hides the code: debug output ends up in logs.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

codes! {
    /// Why a code is not taken. Wrong, used, withdrawn and lapsed codes are one reason: who guesses learns nothing.
    pub enum CodeProblem {
        /// It opens nothing.
        NotValid = "code.not_valid",
        /// It is one's own: a person does not let themselves in.
        Own = "code.own",
        /// One has access to this person's documents already.
        Already = "code.already",
    }
}

/// Whether a code may be tried at `now` after wrong ones at these instants, in any order.
///
/// # Errors
/// The instant from which the next may be tried.
pub fn next_attempt(wrong: &[DateTime<Utc>], now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
    let counts = |at: &DateTime<Utc>| *at <= now && *at + ATTEMPT_WINDOW > now;
    if wrong.iter().filter(|at| counts(at)).count() < ATTEMPT_LIMIT {
        return Ok(());
    }
    // The next is free when so many have grown old that fewer than the limit are left.
    let left =
        |then: DateTime<Utc>| wrong.iter().filter(|at| counts(at) && **at + ATTEMPT_WINDOW > then).count();
    let free = wrong.iter().filter(|at| counts(at)).map(|at| *at + ATTEMPT_WINDOW);
    Err(free.filter(|then| left(*then) < ATTEMPT_LIMIT).min().unwrap_or(now + ATTEMPT_WINDOW))
}
