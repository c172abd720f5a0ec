//! Verifying a contact: a code is sent to it, and typed where the person is signed in.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::access::next_attempt;
use crate::citation::{Citation, DESIGN};
use crate::notification::channel::{Channel, Reach};

/// How long a code serves.
pub const CODE_VALIDITY: TimeDelta = TimeDelta::minutes(10);
/// Digits of a code.
pub const CODE_LENGTH: usize = 6;
/// How long to wait before the second code, the third, and so on. After the last of them no more is sent until
/// [`SENDING_WINDOW`] has passed since the first.
pub const RESEND_WAITS: [TimeDelta; 4] =
    [TimeDelta::minutes(1), TimeDelta::minutes(3), TimeDelta::minutes(10), TimeDelta::minutes(30)];
/// The time over which codes that were sent are counted.
pub const SENDING_WINDOW: TimeDelta = TimeDelta::hours(24);
/// The source of these limits. Wrong codes are counted as those of invitations are ([`next_attempt`]).
pub const LIMITS_SOURCE: Citation = DESIGN;

/// By which channel the code goes that verifies a contact. A device is verified by signing in on it.
#[must_use]
pub const fn proof_channel(reach: Reach) -> Option<Channel> {
    match reach {
        Reach::Phone => Some(Channel::Sms),
        Reach::Email => Some(Channel::Email),
        Reach::Device => None,
    }
}

/// A code: six digits. It is a secret until it was used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ProofCode([u8; CODE_LENGTH]);

impl ProofCode {
    /// A code made of random bytes, each of which must be equally likely. Bytes that would favour some digits are passed
    /// over; `None` when too few are left.
    #[must_use]
    pub fn of_random(bytes: impl IntoIterator<Item = u8>) -> Option<Self> {
        let mut digits = bytes.into_iter().filter(|byte| *byte < 250).map(|byte| byte % 10 + b'0');
        let mut code = [0; CODE_LENGTH];
        for place in &mut code {
            *place = digits.next()?;
        }
        Some(Self(code))
    }

    /// Reads a code as people type it: blanks of any kind, dots and hyphens between the digits do not matter. `None` when
    /// it can be no code.
    ///
    /// ```
    /// use domain::notification::ProofCode;
    /// assert_eq!(ProofCode::parse(" 123 456\u{a0}"), ProofCode::parse("123456"));
    /// assert!(ProofCode::parse("12345").is_none() && ProofCode::parse("12345x").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '-' | '–' | '‑' | '.' | '\u{200b}'..='\u{200f}' | '\u{feff}')
        };
        let mut code = [0; CODE_LENGTH];
        let mut count = 0;
        for typed in text.chars().filter(|typed| !blank(*typed)) {
            let digit = u8::try_from(typed).ok().filter(u8::is_ascii_digit)?;
            *code.get_mut(count)? = digit;
            count += 1;
        }
        (count == CODE_LENGTH).then_some(Self(code))
    }

    /// Whether both are the same, found out in the same time wherever they differ.
    fn is(self, other: Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |differ, (one, other)| differ | (one ^ other)) == 0
    }
}

/// Six digits.
impl fmt::Display for ProofCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{}", char::from(*digit)))
    }
}

/// Hides the code: debug output ends up in logs.
impl fmt::Debug for ProofCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProofCode(…)")
    }
}

/// A contact that is being verified.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Challenge {
    /// The newest code; those before it serve no longer. `None` once it was used or taken back.
    pub code: Option<ProofCode>,
    /// When codes were sent, in any order.
    pub sent: Vec<DateTime<Utc>>,
    /// When wrong codes were typed, in any order.
    pub wrong: Vec<DateTime<Utc>>,
}

/// What typing a code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is the code: the contact is verified.
    Right,
    /// It is another. Counts as a wrong one.
    Wrong {
        /// How many more may be typed before one has to wait.
        left: usize,
    },
    /// Not six digits. Counts as nothing.
    NoCode,
    /// The code served until that instant, which is past.
    Lapsed {
        /// The first instant at which it did not serve.
        since: DateTime<Utc>,
    },
    /// No code was sent, or it was used.
    NoneSent,
    /// Too many wrong ones: nothing is compared before that instant.
    Locked {
        /// From when on.
        until: DateTime<Utc>,
    },
}

impl Challenge {
    /// Until when the newest code serves; the end itself is already over.
    #[must_use]
    pub fn serves_until(&self) -> Option<DateTime<Utc>> {
        self.code.and(self.sent.iter().max()).map(|sent| *sent + CODE_VALIDITY)
    }

    /// What typing `text` at `now` comes to. The caller keeps the instant of what is [`Tried::Wrong`].
    #[must_use]
    pub fn try_code(&self, text: &str, now: DateTime<Utc>) -> Tried {
        if let Err(until) = next_attempt(&self.wrong, now) {
            return Tried::Locked { until };
        }
        let Some(typed) = ProofCode::parse(text) else { return Tried::NoCode };
        let (Some(code), Some(until)) = (self.code, self.serves_until()) else { return Tried::NoneSent };
        if now >= until {
            return Tried::Lapsed { since: until };
        }
        if code.is(typed) { Tried::Right } else { Tried::Wrong { left: self.left(now) } }
    }

    /// How many wrong codes may be typed after one at `now`.
    fn left(&self, now: DateTime<Utc>) -> usize {
        let mut wrong = self.wrong.clone();
        wrong.push(now);
        let mut left = 0;
        while next_attempt(&wrong, now).is_ok() {
            left += 1;
            wrong.push(now);
        }
        left
    }

    /// Whether a code may be sent at `now`, for the first time or again.
    ///
    /// ```
    /// use chrono::{DateTime, TimeDelta};
    /// use domain::notification::verification::{Challenge, RESEND_WAITS};
    /// let sent = DateTime::UNIX_EPOCH;
    /// let once = Challenge { sent: vec![sent], ..Challenge::default() };
    /// assert_eq!(once.may_send(sent + TimeDelta::seconds(59)), Err(sent + RESEND_WAITS[0]));
    /// assert_eq!(once.may_send(sent + RESEND_WAITS[0]), Ok(()));
    /// ```
    ///
    /// # Errors
    /// The instant from which on one may.
    pub fn may_send(&self, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        // While somebody may not try, a new code would only cost.
        next_attempt(&self.wrong, now)?;
        let counted = || self.sent.iter().copied().filter(|at| *at <= now && *at + SENDING_WINDOW > now);
        let (Some(first), Some(last)) = (counted().min(), counted().max()) else { return Ok(()) };
        let from =
            RESEND_WAITS.get(counted().count() - 1).map_or(first + SENDING_WINDOW, |wait| last + *wait);
        if now < from { Err(from) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn sent(code: &str) -> Challenge {
        Challenge { code: ProofCode::parse(code), sent: vec![at(0)], wrong: Vec::new() }
    }

    #[test]
    fn a_code_serves_ten_minutes() {
        let challenge = sent("012345");
        assert_eq!(challenge.try_code("012 345", at(599)), Tried::Right);
        assert_eq!(challenge.try_code("012345", at(600)), Tried::Lapsed { since: at(600) });
        assert_eq!(challenge.try_code("01234", at(1)), Tried::NoCode);
        assert_eq!(Challenge::default().try_code("012345", at(1)), Tried::NoneSent);
    }

    #[test]
    fn after_five_wrong_ones_even_the_right_one_waits() {
        let mut challenge = sent("012345");
        for (second, left) in [(1, 4), (2, 3), (3, 2), (4, 1), (5, 0)] {
            assert_eq!(challenge.try_code("999999", at(second)), Tried::Wrong { left });
            challenge.wrong.push(at(second));
        }
        let until = at(3601);
        assert_eq!(challenge.try_code("012345", at(6)), Tried::Locked { until });
        assert_eq!(challenge.may_send(at(3600)), Err(until));
        assert_eq!(challenge.may_send(until), Ok(()));
    }

    #[test]
    fn the_wait_for_another_code_grows_until_none_is_sent_that_day() {
        let mut challenge = Challenge::default();
        let mut now = at(0);
        for wait in RESEND_WAITS {
            assert_eq!(challenge.may_send(now), Ok(()));
            challenge.sent.push(now);
            assert_eq!(challenge.may_send(now), Err(now + wait));
            now += wait;
        }
        challenge.sent.push(now);
        assert_eq!(challenge.may_send(now), Err(at(0) + SENDING_WINDOW));
        assert!(RESEND_WAITS.is_sorted());
    }

    #[test]
    fn only_the_newest_code_serves() {
        let mut challenge = sent("111111");
        challenge.sent.push(at(60));
        challenge.code = ProofCode::parse("222222");
        assert!(matches!(challenge.try_code("111111", at(61)), Tried::Wrong { .. }));
        assert_eq!(challenge.try_code("222222", at(659)), Tried::Right);
    }

    #[test]
    fn a_code_is_random_and_hidden_from_logs() {
        assert_eq!(ProofCode::of_random([0, 251, 9, 19, 249, 100, 7]).unwrap().to_string(), "099907");
        assert!(ProofCode::of_random([255; 64]).is_none());
        assert_eq!(format!("{:?}", ProofCode::parse("123456")), "Some(ProofCode(…))");
    }
}
