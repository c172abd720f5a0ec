//! Live changes: one stream per browser, whatever the number of tabs.
//!
//! The tabs compete for a lock; who holds it opens the stream and passes everything on to the others. When that tab
//! closes, the browser gives the lock to the next one, which goes on after the last change it has seen. Where the
//! stream cannot be had, changes are asked for now and then.
//!
//! Here is what every page reads; [`stream`] does the work and comes when the page is usable.

mod renew;
pub mod stream;

use std::sync::Arc;

use contract::DocumentId;
use contract::change::{AccessChange, Change};
use domain::coded::codes;
use futures_util::future::AbortHandle;
use leptos::prelude::*;

use super::tabs::Word;
use crate::effect::effect_since;

/// With more changes than this in memory the index is read again instead.
const CHANGES_LIMIT: usize = 500;

codes! {
    /// How this browser learns of changes.
    pub enum Connection {
        /// Not connected yet.
        Starting = "starting",
        /// Through the stream, at once.
        Live = "live",
        /// The stream broke and is being opened again.
        Reconnecting = "reconnecting",
        /// By asking now and then.
        Polling = "polling",
        /// Not at all: no connection.
        Offline = "offline",
    }
}

/// Live changes of this page.
#[derive(Clone, Copy)]
pub struct Live {
    /// Changes since the index was read, in order of arrival.
    pub changes: RwSignal<Vec<Arc<Change>>>,
    /// What happened to access since the page was opened, in order of arrival; only the last of it.
    pub access: RwSignal<Vec<Arc<AccessChange>>>,
    /// How changes come.
    pub connection: RwSignal<Connection>,
    /// Counts the times that everything must be read again.
    pub resets: RwSignal<u32>,
    /// What other tabs said and nobody has looked at yet.
    heard: RwSignal<Vec<Word>>,
    /// The last change known.
    sequence: StoredValue<u64>,
    /// Whether this tab holds the stream.
    leading: StoredValue<bool>,
    /// Ends the competition for the stream, once it has begun.
    abort: StoredValue<Option<AbortHandle>>,
}

impl Live {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            changes: RwSignal::new(Vec::new()),
            access: RwSignal::new(Vec::new()),
            connection: RwSignal::new(Connection::Starting),
            resets: RwSignal::new(0),
            heard: RwSignal::new(Vec::new()),
            sequence: StoredValue::new(0),
            leading: StoredValue::new(false),
            abort: StoredValue::new(None),
        }
    }

    /// Takes note that the index was read and holds every change up to `sequence`.
    pub fn index_read(self, sequence: u64) {
        self.sequence.update_value(|own| *own = (*own).max(sequence));
        self.changes.update(|changes| changes.retain(|change| change.event.sequence > sequence));
    }

    /// Does something whenever a document changed, for as long as the page is there.
    pub fn after_changes_of(self, id: DocumentId, act: Box<dyn Fn()>) {
        effect_since(move |before: Option<usize>| {
            // When the index is read anew there are fewer, and that says nothing.
            let now = self.changes.with(|changes| changes.iter().filter(|one| one.document.id == id).count());
            if before.is_some_and(|before| before < now) {
                act();
            }
            now
        });
    }

    /// Gives up the stream and forgets every change: the session is over.
    pub fn stop(self) {
        if let Some(abort) = self.abort.try_update_value(Option::take).flatten() {
            abort.abort();
        }
        self.leading.set_value(false);
        self.sequence.set_value(0);
        self.changes.set(Vec::new());
        self.access.set(Vec::new());
        self.heard.set(Vec::new());
        self.connection.set(Connection::Starting);
    }

    /// Keeps what another tab said until it is looked at. Nobody looks before the page is usable.
    pub fn hear(self, word: Word) {
        if self.heard.with_untracked(Vec::len) >= CHANGES_LIMIT {
            self.heard.set(vec![Word::Reset]);
        } else {
            self.heard.update(|heard| heard.push(word));
        }
    }
}
