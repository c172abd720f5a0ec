//! Keeping changes coming: the stream, the other tabs, and questions where there is no stream.

use std::sync::Arc;

use contract::change::{AccessChange, Change, stream};
use futures_util::StreamExt;
use futures_util::future::abortable;
use futures_util::stream::select_all;
use gloo_net::eventsource::futures::EventSource;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{CHANGES_LIMIT, Connection, Live};
use crate::api::{ApiError, changes as api};
use crate::browser;
use crate::state::session::SessionState;
use crate::state::tabs::{Tabs, Word};

/// Between two questions where the stream cannot be had.
const POLL_EVERY_MS: u32 = 30_000;
/// So much of what happened to access is remembered.
const ACCESS_LIMIT: usize = 50;
/// After so many broken connections in a row the stream counts as not to be had.
const BROKEN_LIMIT: u32 = 3;

impl Live {
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

    /// Takes in what other tabs said; tracked.
    pub fn look(self, tabs: Tabs, session: SessionState) {
        self.heard.track();
        let heard = self.heard.try_update_untracked(std::mem::take).unwrap_or_default();
        for word in heard {
            match word {
                Word::Change(json) => self.take(&json),
                Word::Access(json) => self.take_access(&json, session),
                Word::Reset => self.reset(),
                Word::Connection(connection) => self.connection.set(connection),
                Word::AskConnection if self.leading.get_value() => {
                    tabs.say(&Word::Connection(self.connection.get_untracked()));
                }
                Word::AskConnection
                | Word::Lives(_)
                | Word::SigningOut(_)
                | Word::SignedOut
                | Word::Expired => {}
            }
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

    /// Takes in what happened to access, and asks anew whose documents there are. What cannot be read counts as well.
    fn take_access(self, json: &str, session: SessionState) {
        let change = serde_json::from_str::<AccessChange>(json);
        if change.is_ok_and(|change| !self.add_access(change)) {
            return;
        }
        spawn_local(self.renew(session));
    }

    /// Takes it in once; whether it is new. It is not told from the changes of documents by their common number, for an answer
    /// has them in two lists.
    fn add_access(self, change: AccessChange) -> bool {
        let sequence = change.sequence;
        let known =
            self.access.with_untracked(|all| all.last().is_some_and(|last| last.sequence >= sequence));
        if known {
            return false;
        }
        self.sequence.update_value(|own| *own = (*own).max(sequence));
        self.access.update(|all| {
            if all.len() >= ACCESS_LIMIT {
                all.remove(0);
            }
            all.push(Arc::new(change));
        });
        true
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
        match read_stream(live, tabs, session).await {
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
                let mut renew = false;
                for change in answer.access {
                    if let Ok(json) = serde_json::to_string(&change) {
                        tabs.say(&Word::Access(json));
                    }
                    renew |= live.add_access(change);
                }
                if renew {
                    live.renew(session).await;
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
async fn read_stream(live: Live, tabs: Tabs, session: SessionState) -> End {
    let address = api::stream_address(live.sequence.get_value());
    let Ok(mut source) = EventSource::new(&address) else { return End::Broken };
    let kinds = ["open", "error", stream::CHANGE, stream::ACCESS, stream::RESET, stream::SESSION_OVER];
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
                    stream::ACCESS => {
                        let json = message.data().as_string().unwrap_or_default();
                        live.take_access(&json, session);
                        tabs.say(&Word::Access(json));
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
