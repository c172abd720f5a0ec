//! Live changes: one stream per browser, whatever the number of tabs.
//!
//! The tabs compete for a lock; who holds it opens the stream and passes everything on to the others. When that tab
//! closes, the browser gives the lock to the next one, which goes on after the last change it has seen. Where the
//! stream cannot be had, changes are asked for now and then.

use std::sync::Arc;

use contract::change::{Change, stream};
use domain::coded::codes;
use futures_util::StreamExt;
use futures_util::future::{AbortHandle, abortable};
use futures_util::stream::select_all;
use gloo_net::eventsource::futures::EventSource;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::session::SessionState;
use super::tabs::{Tabs, Word};
use crate::api::{ApiError, changes as api};
use crate::browser;

/// Between two questions where the stream cannot be had.
const POLL_EVERY_MS: u32 = 30_000;
/// After so many broken connections in a row the stream counts as not to be had.
const BROKEN_LIMIT: u32 = 3;
/// With more changes than this in memory the index is read again instead.
const CHANGES_LIMIT: usize = 500;

codes! {
    /// How this browser learns of changes.
    #[derive(Serialize, Deserialize)]
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
    /// How changes come.
    pub connection: RwSignal<Connection>,
    /// Counts the times that everything must be read again.
    pub resets: RwSignal<u32>,
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
            connection: RwSignal::new(Connection::Starting),
            resets: RwSignal::new(0),
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

    /// Competes for the stream until [`Live::stop`]. Only the first call does.
    pub fn start(self, tabs: Tabs, session: SessionState) {
        if self.abort.with_value(Option::is_some) {
            return;
        }
        tabs.say(&Word::AskConnection);
        let (task, abort) = abortable(async move {
            let _lock = browser::Lock::hold("yasno-stream").await;
            self.leading.set_value(true);
            lead(self, tabs, session).await;
        });
        self.abort.set_value(Some(abort));
        spawn_local(async move {
            let _ = task.await;
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
        self.connection.set(Connection::Starting);
    }

    /// Hears another tab.
    pub fn hear(self, word: &Word, tabs: Tabs) {
        match word {
            Word::Change(json) => self.take(json),
            Word::Reset => self.reset(),
            Word::Connection(connection) => self.connection.set(*connection),
            Word::AskConnection if self.leading.get_value() => {
                tabs.say(&Word::Connection(self.connection.get_untracked()));
            }
            Word::AskConnection | Word::Lives(_) | Word::SigningOut(_) | Word::SignedOut | Word::Expired => {}
        }
    }

    /// Takes a change in, once. One that cannot be read means that something is missed: everything is read again.
    fn take(self, json: &str) {
        let Ok(change) = serde_json::from_str::<Change>(json) else { return self.reset() };
        self.add(change);
    }

    fn add(self, change: Change) {
        if change.event.sequence <= self.sequence.get_value() {
            return;
        }
        self.sequence.set_value(change.event.sequence);
        if self.changes.with_untracked(Vec::len) >= CHANGES_LIMIT {
            return self.reset();
        }
        self.changes.update(|changes| changes.push(Arc::new(change)));
    }

    fn reset(self) {
        self.resets.update(|count| *count += 1);
    }

    fn connected(self, tabs: Tabs, connection: Connection) {
        if self.connection.get_untracked() != connection {
            self.connection.set(connection);
            tabs.say(&Word::Connection(connection));
        }
    }
}

/// Why a stream ended.
enum End {
    SessionOver,
    Broken,
}

/// Keeps changes coming until the session is over.
async fn lead(live: Live, tabs: Tabs, session: SessionState) {
    loop {
        match read_stream(live, tabs).await {
            End::SessionOver => break,
            End::Broken => {}
        }
        match api::after(live.sequence.get_value()).await {
            Ok(answer) if answer.reset => {
                live.sequence.set_value(answer.sequence);
                tabs.say(&Word::Reset);
                live.reset();
                live.connected(tabs, Connection::Polling);
            }
            Ok(answer) => {
                for change in answer.changes {
                    if let Ok(json) = serde_json::to_string(&change) {
                        tabs.say(&Word::Change(json));
                    }
                    live.add(change);
                }
                live.connected(tabs, Connection::Polling);
            }
            Err(ApiError::SignedOut) => break,
            Err(ApiError::Offline | ApiError::Timeout) => live.connected(tabs, Connection::Offline),
            Err(_) => live.connected(tabs, Connection::Polling),
        }
        browser::first(TimeoutFuture::new(POLL_EVERY_MS), browser::online()).await;
    }
    session.end(tabs);
}

/// Reads the stream until it cannot be had any longer.
async fn read_stream(live: Live, tabs: Tabs) -> End {
    let address = api::stream_address(live.sequence.get_value());
    let Ok(mut source) = EventSource::new(&address) else { return End::Broken };
    let kinds = ["open", "error", stream::CHANGE, stream::RESET, stream::SESSION_OVER];
    let Ok(subscriptions) =
        kinds.map(|kind| source.subscribe(kind)).into_iter().collect::<Result<Vec<_>, _>>()
    else {
        return End::Broken;
    };
    let mut events = select_all(subscriptions);
    let mut broken = 0;
    while let Some(event) = events.next().await {
        match event {
            Ok((kind, message)) => {
                if kind == "error" {
                    // The browser opens the stream again by itself, after the last event it got.
                    broken += 1;
                    live.connected(tabs, Connection::Reconnecting);
                    if broken >= BROKEN_LIMIT {
                        return End::Broken;
                    }
                    continue;
                }
                broken = 0;
                live.connected(tabs, Connection::Live);
                match kind.as_str() {
                    stream::CHANGE => {
                        let json = message.data().as_string().unwrap_or_default();
                        live.take(&json);
                        tabs.say(&Word::Change(json));
                    }
                    stream::RESET => {
                        live.reset();
                        tabs.say(&Word::Reset);
                    }
                    stream::SESSION_OVER => return End::SessionOver,
                    _ => {}
                }
            }
            // The browser gave the stream up.
            Err(_) => return End::Broken,
        }
    }
    End::Broken
}
