//! What is public: what is in use, and what was lately.

use chrono::{DateTime, Utc};
use contract::template::{Placeholder, PublishedSubject, PublishedTemplates, PublishedText};
use domain::coded::{Code as _, Coded};
use domain::notification::Subject;
use domain::notification::template::is_shown;
use rusqlite::Connection;

use crate::catalogue::Catalogue;
use crate::store::template::{Cell, Kept, all};

/// Everything that is public at an instant.
///
/// # Errors
/// Those of the database.
pub fn at(
    db: &Connection,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> rusqlite::Result<PublishedTemplates> {
    let versions = all(db)?;
    let subject = |subject: &Subject| {
        let of_subject = versions.iter().filter(|(cell, _)| cell.subject == *subject);
        let texts = of_subject
            .flat_map(|(cell, versions)| versions.iter().rev().filter_map(|kept| text(*cell, kept, now)));
        PublishedSubject {
            subject: Coded::Known(*subject),
            sender: Coded::Known(subject.sender()),
            placeholders: catalogue.of(*subject).iter().map(Placeholder::from).collect(),
            texts: texts.collect(),
        }
    };
    let subjects = Subject::ALL.iter().map(subject).filter(|one| !one.texts.is_empty());
    Ok(PublishedTemplates { subjects: subjects.collect() })
}

fn text(cell: Cell, kept: &Kept, now: DateTime<Utc>) -> Option<PublishedText> {
    let shown = kept.published(cell).filter(|published| is_shown(published, now)).last()?;
    Some(PublishedText {
        channel: Coded::Known(cell.channel),
        language: Coded::Known(cell.language),
        version: kept.number,
        until: shown.until,
        title: kept.title.clone(),
        text: kept.text.clone(),
    })
}
