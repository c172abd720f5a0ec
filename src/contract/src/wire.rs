//! How domain values stand in JSON.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::coded::{Code, Coded};
use domain::moment::Moment;
use domain::month::Month;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

pub mod clock_time;
pub mod day_list;

/// An instant: an RFC 3339 date-time with offset. `chrono`'s own way to read one takes other forms too, with code that would
/// travel to every patient.
pub mod instant {
    use super::{DateTime, Deserialize, Deserializer, Error, SecondsFormat, Serializer, Utc};

    /// The text of an instant.
    #[must_use]
    pub fn text(instant: DateTime<Utc>) -> String {
        instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }

    /// Reads an instant.
    #[must_use]
    pub fn parse(text: &str) -> Option<DateTime<Utc>> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
    }

    /// Writes an instant.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(instant: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text(*instant))
    }

    /// Reads an instant.
    ///
    /// # Errors
    /// When the text is no date-time with offset.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
        let text = String::deserialize(from)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("not an RFC 3339 date-time: {text}")))
    }
}

/// An instant that may be absent.
pub mod instant_option {
    use super::{DateTime, Deserialize, Deserializer, Serialize, Serializer, Utc};

    #[derive(Serialize, Deserialize)]
    struct Wrapped(#[serde(with = "super::instant")] DateTime<Utc>);

    /// Writes the instant or null.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(at: &Option<DateTime<Utc>>, to: S) -> Result<S::Ok, S::Error> {
        at.map(Wrapped).serialize(to)
    }

    /// Reads an instant or null.
    ///
    /// # Errors
    /// When the text is no date-time with offset.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(from)?.map(|wrapped| wrapped.0))
    }
}

/// A day: an RFC 3339 full-date.
pub mod day {
    use super::{Deserialize, Deserializer, Error, NaiveDate, Serializer, instant};

    /// Writes the day.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    /// Reads a day.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(from)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("not an RFC 3339 full-date: {text}")))
    }

    /// Reads a day.
    #[must_use]
    pub fn parse(text: &str) -> Option<NaiveDate> {
        instant::parse(&format!("{text}T00:00:00Z")).map(|at| at.date_naive())
    }
}

/// A day that must be there.
pub mod day_needed {
    use super::{Deserialize, Deserializer, Error, NaiveDate, Serializer};

    /// Writes the day.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    /// Reads a day.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(from)?;
        super::day::parse(&text).ok_or_else(|| D::Error::custom(format!("not an RFC 3339 full-date: {text}")))
    }
}

/// A day that may be absent.
pub mod day_option {
    use super::{Deserialize, Deserializer, Error, NaiveDate, Serializer};

    /// Writes the day or null.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => to.serialize_some(&day.to_string()),
            None => to.serialize_none(),
        }
    }

    /// Reads a day or null.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
        let day = super::day::parse(&text);
        day.map(Some).ok_or_else(|| D::Error::custom(format!("not an RFC 3339 full-date: {text}")))
    }
}

/// A calendar month, as `2026-05`.
pub mod month {
    use super::{Deserialize, Deserializer, Error, Month, Serializer};

    /// Writes the month.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(month: &Month, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(month)
    }

    /// Reads a month.
    ///
    /// # Errors
    /// When the text is no month.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Month, D::Error> {
        let text = String::deserialize(from)?;
        Month::parse(&text).ok_or_else(|| D::Error::custom(format!("not a month as YYYY-MM: {text}")))
    }
}

/// A moment: an RFC 3339 date-time with offset, or a full-date where no time of day was recorded.
pub mod moment {
    use super::{Deserialize, Deserializer, Error, Moment, Serializer};

    /// The text of a moment.
    #[must_use]
    pub fn text(moment: Moment) -> String {
        match moment {
            Moment::Instant(instant) => super::instant::text(instant),
            Moment::Day(day) => day.to_string(),
        }
    }

    /// Reads a moment; `None` when the text is neither a date-time with offset nor a date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Moment> {
        super::day::parse(text).map(Moment::Day).or_else(|| super::instant::parse(text).map(Moment::Instant))
    }

    /// Writes a moment.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(moment: &Moment, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text(*moment))
    }

    /// Reads a moment.
    ///
    /// # Errors
    /// When the text is no moment.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
        let text = String::deserialize(from)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("not an RFC 3339 date-time or date: {text}")))
    }
}

/// The fingerprint of a file: 64 hexadecimal digits in lower case.
pub mod sha256 {
    use domain::attachment::Sha256;

    use super::{Deserialize, Deserializer, Error, Serializer};

    /// Writes the digest.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(digest: &Sha256, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(digest)
    }

    /// Reads a digest.
    ///
    /// # Errors
    /// When the text is not 64 hexadecimal digits in lower case.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Sha256, D::Error> {
        let text = String::deserialize(from)?;
        Sha256::parse(&text).ok_or_else(|| D::Error::custom("not a SHA-256 in hexadecimal digits"))
    }
}

/// A code of a list that may grow: codes this build does not know are kept.
pub mod open {
    use super::{Code, Coded, Deserialize, Deserializer, Error, Serializer};

    /// Writes the code.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer, T: Code>(code: &Coded<T>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(code.code())
    }

    /// Reads a code.
    ///
    /// # Errors
    /// When it is empty or has other characters than `a-z 0-9 _ .`, or more than 40 of them.
    pub fn deserialize<'de, D: Deserializer<'de>, T: Code>(from: D) -> Result<Coded<T>, D::Error> {
        let code = String::deserialize(from)?;
        let fits = (1..=40).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'.');
        if !fits {
            return Err(D::Error::custom(format!("not a code: {code}")));
        }
        Ok(T::from_code(&code))
    }
}

/// An open code that may be absent.
pub mod open_option {
    use super::{Code, Coded, Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(bound = "")]
    struct Wrapped<T: Code>(#[serde(with = "super::open")] Coded<T>);

    /// Writes the code or null.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer, T: Code>(code: &Option<Coded<T>>, to: S) -> Result<S::Ok, S::Error> {
        match code {
            Some(code) => to.serialize_some(code.code()),
            None => to.serialize_none(),
        }
    }

    /// Reads a code or null.
    ///
    /// # Errors
    /// As [`super::open::deserialize`].
    pub fn deserialize<'de, D: Deserializer<'de>, T: Code>(from: D) -> Result<Option<Coded<T>>, D::Error> {
        Ok(Option::<Wrapped<T>>::deserialize(from)?.map(|wrapped| wrapped.0))
    }
}

/// Open codes, one after the other.
pub mod open_list {
    use super::{Code, Coded, Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(bound = "", transparent)]
    pub(super) struct Wrapped<T: Code>(#[serde(with = "super::open")] pub(super) Coded<T>);

    /// Writes the codes.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer, T: Code>(codes: &[Coded<T>], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(codes.iter().map(Coded::code))
    }

    /// Reads the codes.
    ///
    /// # Errors
    /// As [`super::open::deserialize`], for any of them.
    pub fn deserialize<'de, D: Deserializer<'de>, T: Code>(from: D) -> Result<Vec<Coded<T>>, D::Error> {
        Ok(Vec::<Wrapped<T>>::deserialize(from)?.into_iter().map(|wrapped| wrapped.0).collect())
    }
}

/// Several open codes, or null.
pub mod open_list_option {
    use super::open_list::Wrapped;
    use super::{Code, Coded, Deserialize, Deserializer, Serializer};

    /// Writes the codes or null.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer, T: Code>(
        codes: &Option<Vec<Coded<T>>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match codes {
            Some(codes) => super::open_list::serialize(codes, to),
            None => to.serialize_none(),
        }
    }

    /// Reads the codes or null.
    ///
    /// # Errors
    /// As [`super::open::deserialize`].
    pub fn deserialize<'de, D: Deserializer<'de>, T: Code>(
        from: D,
    ) -> Result<Option<Vec<Coded<T>>>, D::Error> {
        let codes = Option::<Vec<Wrapped<T>>>::deserialize(from)?;
        Ok(codes.map(|codes| codes.into_iter().map(|wrapped| wrapped.0).collect()))
    }
}

/// A code of a list that is closed on the wire too.
pub mod closed {
    use super::{Code, Coded, Deserialize, Deserializer, Error, Serializer};

    /// Writes the code.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer, T: Code>(code: &T, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(code.code())
    }

    /// Reads a code.
    ///
    /// # Errors
    /// When it is not in the list.
    pub fn deserialize<'de, D: Deserializer<'de>, T: Code>(from: D) -> Result<T, D::Error> {
        let code = String::deserialize(from)?;
        match T::from_code(&code) {
            Coded::Known(member) => Ok(member),
            Coded::Unknown(code) => Err(D::Error::custom(format!("not in the list: {code}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_keep_exactly_what_was_recorded() {
        for text in ["2026-05-03", "2026-05-03T08:15:30Z", "2026-05-03T08:15:30.250Z"] {
            assert_eq!(moment::parse(text).map(moment::text).as_deref(), Some(text));
        }
        assert_eq!(
            moment::parse("2026-05-03T11:15:30+03:00").map(moment::text).as_deref(),
            Some("2026-05-03T08:15:30Z")
        );
        for bad in ["", "2026-05-03T08:15:30", "03.05.2026", "2026-13-01", "yesterday"] {
            assert!(moment::parse(bad).is_none(), "{bad}");
        }
    }
}
