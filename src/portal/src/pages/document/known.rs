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

/// The number of no event: nothing was read yet.
const NOTHING: u64 = u64::MAX;

/// Reads it. What a change says of the document is there at once; what else is printed on it since, such as when a commission sits,
/// comes with the next reading. Where that fails, what the change said stays.
pub fn known(id: DocumentId, live: Live) -> (Reading<Opened>, Now) {
    let after_change = StoredValue::new(false);
    let asked = id.clone();
    let ask = move || {
        after_change.set_value(false);
        let id = asked.clone();
        async move { api::documents::one(&id).await }
    };
    let keep = move |error: &ApiError| after_change.get_value() && passes(error);
    let read = Reading::begin_keeping(ask, keep).again_after(live.resets);
    let again = move || {
        // Asking clears the mark, so it is made afterwards.
        read.again();
        after_change.set_value(true);
    };
    live.after_changes_of(id.clone(), Box::new(again));
    let seen = StoredValue::new(NOTHING);
    let now = derived(move || {
        let answer = read.answer()?;
        Some(answer.map(|read| {
            if seen.get_value() == NOTHING {
                seen.set_value(last_event(&read));
            }
            (seen.get_value(), with_changes(&read, &id, live))
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
