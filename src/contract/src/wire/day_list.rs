//! Days, one after the other.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Wrapped(#[serde(with = "super::day_needed")] NaiveDate);

/// Writes the days.
///
/// # Errors
/// Only those of the serializer.
pub fn serialize<S: Serializer>(days: &[NaiveDate], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(days.iter().map(ToString::to_string))
}

/// Reads the days.
///
/// # Errors
/// When one of the texts is no date.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NaiveDate>, D::Error> {
    Ok(Vec::<Wrapped>::deserialize(from)?.into_iter().map(|wrapped| wrapped.0).collect())
}
