//! What is known of the document: read when the page opens and again after each of its changes, with what came live meanwhile.

use std::sync::Arc;

use contract::DocumentId;
use leptos::prelude::*;

use crate::api::documents::Opened;
use crate::api::{self, ApiError};
use crate::reading::{Derived, Reading, derived};
use crate::state::live::Live;

/// The document, as it comes or fails, with the number of the last event that was there when the page opened.
pub type Now = Derived<(u64, Arc<Opened>)>;

/// Reads it. What a change says of the document is there at once; what else is printed on it since, such as when a commission sits,
/// comes with the next reading. Where that fails, what the change said stays.
pub fn known(id: DocumentId, live: Live) -> (Reading<Opened>, Now) {
    let last = StoredValue::new(None::<Opened>);
    let after_change = StoredValue::new(false);
    let asked = id.clone();
    let read = Reading::begin(move || {
        let id = asked.clone();
        let kept = if after_change.get_value() { last.get_value() } else { None };
        after_change.set_value(false);
        async move {
            match (api::documents::one(&id).await, kept) {
                (Err(error), Some(kept)) if passes(&error) => Ok(kept),
                (answer, _) => answer.inspect(|read| {
                    last.try_set_value(Some(read.clone()));
                }),
            }
        }
    })
    .again_after(live.resets);
    live.after_changes_of(id.clone(), move || {
        after_change.set_value(true);
        read.again();
    });
    let seen = StoredValue::new(None::<u64>);
    let now = derived(move || {
        let answer = read.answer()?;
        Some(answer.map(|read| {
            let seen = seen.get_value().unwrap_or_else(|| {
                let first = last_event(&read);
                seen.set_value(Some(first));
                first
            });
            (seen, with_changes(&read, &id, live))
        }))
    });
    (read, now)
}

/// Whether it says nothing of the document itself.
const fn passes(error: &ApiError) -> bool {
    matches!(error, ApiError::Offline | ApiError::Timeout | ApiError::Unreadable | ApiError::Server { .. })
}

/// The number of the last event that was read.
fn last_event(document: &Opened) -> u64 {
    document.events.iter().map(|event| event.sequence).max().unwrap_or_default()
}

/// The document with what came live since it was read.
fn with_changes(read: &Arc<Opened>, id: &DocumentId, live: Live) -> Arc<Opened> {
    live.changes.with(|changes| {
        let last = last_event(read);
        let news: Vec<_> = changes
            .iter()
            .filter(|change| change.document.id == *id && change.event.sequence > last)
            .collect();
        let Some(newest) = news.last() else { return Arc::clone(read) };
        let mut document = Opened::clone(read);
        document.entry = newest.document.clone();
        document.events.extend(news.iter().map(|change| change.event.clone()));
        Arc::new(document)
    })
}
