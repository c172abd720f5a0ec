//! `GET /api/v1/changes/stream`: changes as they happen, as server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use contract::change::{Changes, stream as types};
use contract::problem::ProblemCode;
use futures_util::Stream;
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::extract::Asked;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::session::{self, Found, Session};
use crate::store::{access, change};

/// How often a silent stream shows that it lives, so that a dead connection is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How soon a browser that lost the stream asks again.
const RETRY: Duration = Duration::from_secs(1);

/// What was asked for. A browser that reconnects sends `Last-Event-ID` instead, which wins.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The number of the last change that is known; from now on when absent.
    pub after: Option<u64>,
}

/// Streams the changes after a number, then every new one, until the session is over.
///
/// # Errors
/// `malformed` when `Last-Event-ID` is no number.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Asked(asked): Asked<After>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refusal> {
    let signals = app.listen();
    let last = match headers.get("last-event-id").map(|value| value.to_str().unwrap_or("").parse()) {
        Some(Ok(number)) => number,
        Some(Err(_)) => return Err(ProblemCode::Malformed.into()),
        None => match asked.after {
            Some(number) => number,
            None => app.store.with(|db| change::last(db, &session.account))?,
        },
    };
    let hello = Event::default().comment("changes").retry(RETRY);
    let watch = Watch { app, session, signals, last, ready: VecDeque::from([hello]), ended: false };
    let events = stream::unfold(watch, |mut watch| async {
        let event = watch.next().await?;
        Some((Ok(event), watch))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE).text("alive")))
}

/// One open stream.
struct Watch {
    app: Shared,
    session: Session,
    signals: Receiver<Signal>,
    last: u64,
    ready: VecDeque<Event>,
    ended: bool,
}

impl Watch {
    /// The next event; `None` when the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if self.ended {
                return None;
            }
            let Some(until_over) = self.look() else { continue };
            tokio::select! {
                signal = self.signals.recv() => match signal {
                    Ok(Signal::Stopping) | Err(RecvError::Closed) => return None,
                    // Whoever lags behind looks at the database, where nothing is lost.
                    Ok(Signal::Changed | Signal::CloseResting) | Err(RecvError::Lagged(_)) => {}
                },
                () = tokio::time::sleep(until_over) => {}
            }
        }
    }

    /// Gets ready what is new. `None` when there is something; otherwise how long to wait for what time does next: it
    /// ends sessions and access.
    fn look(&mut self) -> Option<Duration> {
        if self.app.sync().is_err() {
            self.ended = true;
            return None;
        }
        let now = self.app.clock.now();
        let found = self.app.store.with(|db| session::find(db, &self.session.token, now));
        let Ok(Found::Live(session)) = found else {
            self.ready.push_back(Event::default().event(types::SESSION_OVER).data("over"));
            self.ended = true;
            return None;
        };
        // What is told is a look at the list, where this session has not looked at it.
        let told = self.app.store.atomically(|db| {
            let changes = change::after(db, &session.account, self.last)?;
            access::log::note_told(db, &self.session, now, &changes.changes)?;
            Ok::<_, rusqlite::Error>(changes)
        });
        let Ok(changes) = told else {
            self.ended = true;
            return None;
        };
        self.prepare(changes);
        if !self.ready.is_empty() {
            return None;
        }
        let Ok(next) = self.app.store.with(|db| access::sync::next_change(db, now)) else {
            self.ended = true;
            return None;
        };
        let end = session.expiry().end();
        let left = (next.map_or(end, |next| next.min(end)) - now).to_std().unwrap_or_default();
        Some(left.max(Duration::from_millis(1)))
    }

    fn prepare(&mut self, changes: Changes) {
        let Changes { sequence, reset, changes, access } = changes;
        if reset {
            let reset =
                Event::default().event(types::RESET).id(sequence.to_string()).data(sequence.to_string());
            self.ready.push_back(reset);
        }
        let changes = changes.iter().map(|change| {
            let event = Event::default().event(types::CHANGE).id(change.event.sequence.to_string());
            (change.event.sequence, event.json_data(change))
        });
        let access = access.iter().map(|change| {
            let event = Event::default().event(types::ACCESS).id(change.sequence.to_string());
            (change.sequence, event.json_data(change))
        });
        let mut events: Vec<_> = changes.chain(access).collect();
        events.sort_by_key(|(sequence, _)| *sequence);
        for (_, event) in events {
            match event {
                Ok(event) => self.ready.push_back(event),
                Err(error) => eprintln!("stream: {error}"),
            }
        }
        self.last = sequence;
    }
}
