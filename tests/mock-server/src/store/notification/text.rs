//! The placeholders of the texts that are sent. The texts themselves are those of [`crate::store::template::in_use`].

use domain::notification::Subject;
use domain::notification::template::Declared;

use crate::catalogue::catalogue;

/// The placeholders of a subject.
///
/// # Errors
/// Those of the catalogue.
pub fn declared(subject: Subject) -> rusqlite::Result<&'static [Declared]> {
    let all = catalogue().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    Ok(all.of(subject))
}
