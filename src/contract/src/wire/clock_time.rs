//! A time of the clock on the wall, to the minute: `HH:MM`.

use chrono::{NaiveTime, Timelike};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes the time.
///
/// # Errors
/// Only those of the serializer.
pub fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&format_args!("{:02}:{:02}", time.hour(), time.minute()))
}

/// Reads a time.
///
/// # Errors
/// When the text is not two digits, a colon and two digits, or no time of a day.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(from)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("not a time as HH:MM: {text}")))
}

/// Reads a time.
#[must_use]
pub fn parse(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    let two = |digits: &str| {
        let fits = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| fits)
    };
    NaiveTime::from_hms_opt(two(hour)?, two(minute)?, 0)
}
