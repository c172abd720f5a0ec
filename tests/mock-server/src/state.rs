//! What the server holds.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::broadcast;

use crate::clock::Clock;
use crate::failure::Failures;
use crate::log::RequestLog;
use crate::seed::{Seed, SeedError};
use crate::store::notification::pump;
use crate::store::{Store, access};

/// How to start.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The database file; in memory when absent.
    pub db: Option<PathBuf>,
    /// Where the clock stands; it runs when absent.
    pub now: Option<DateTime<Utc>>,
    /// A file with more persons and documents.
    pub seed: Option<PathBuf>,
    /// The built app.
    pub dist: Option<PathBuf>,
    /// How many documents the persona `many` has; 10 000 when absent.
    pub many: Option<u32>,
}

/// Wakes everybody who waits for something to happen. It carries no data: who is woken looks for what is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// A document, a session or the clock has changed.
    Changed,
    /// Connections that rest should close, so that a dropped answer meets a fresh connection: on one that was used
    /// before, a browser would silently ask again.
    CloseResting,
    /// The server is about to stop.
    Stopping,
}

/// The state of the server.
#[derive(Debug)]
pub struct App {
    /// Accounts, documents, sessions.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// Failures that were asked for.
    pub failures: Failures,
    /// What was requested.
    pub log: RequestLog,
    /// The built app.
    pub dist: Option<PathBuf>,
    /// Makes writes wait for each other, so that the same `Idempotency-Key` never acts twice.
    pub writes: tokio::sync::Mutex<()>,
    signals: broadcast::Sender<Signal>,
}

/// The state as handlers share it.
pub type Shared = Arc<App>;

/// Why the server cannot start.
#[derive(Debug)]
pub enum StartError {
    /// A data file is bad.
    Seed(SeedError),
    /// The database cannot be used.
    Database(rusqlite::Error),
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Seed(error) => error.fmt(f),
            Self::Database(error) => write!(f, "database: {error}"),
        }
    }
}

impl From<SeedError> for StartError {
    fn from(error: SeedError) -> Self {
        Self::Seed(error)
    }
}

impl From<rusqlite::Error> for StartError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl App {
    /// Loads the personas and the seed, and opens the database.
    ///
    /// # Errors
    /// When a data file is bad or the database cannot be used.
    pub fn start(options: &Options) -> Result<Shared, StartError> {
        let own = options.seed.as_deref().map(Seed::read_file).transpose()?;
        let many = options.many.unwrap_or(crate::seed::many::COUNT);
        let store = Store::open(options.db.as_deref(), own.as_ref(), many)?;
        let app = Arc::new(Self {
            store,
            clock: Clock::new(options.now),
            failures: Failures::default(),
            log: RequestLog::default(),
            dist: options.dist.clone(),
            writes: tokio::sync::Mutex::new(()),
            signals: broadcast::channel(64).0,
        });
        app.sync()?;
        Ok(app)
    }

    /// Wakes everybody who waits.
    pub fn signal(&self, signal: Signal) {
        // Nobody may be waiting, and that is fine.
        let _ = self.signals.send(signal);
    }

    /// Hears every signal from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Signal> {
        self.signals.subscribe()
    }

    /// Brings access to what the rules say now, does what is due of messages, and wakes the streams if somebody has to be told.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn sync(&self) -> rusqlite::Result<()> {
        let now = self.clock.now();
        let telling = self.store.atomically(|db| {
            let telling = access::sync::sync(db, now)?;
            pump::pump(db, now)?;
            Ok::<_, rusqlite::Error>(telling)
        })?;
        if telling {
            self.signal(Signal::Changed);
        }
        Ok(())
    }

    /// Everything as at the start: data, clock, failures, sessions, log.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn reset(&self) -> rusqlite::Result<()> {
        self.store.reset()?;
        self.clock.reset();
        self.failures.clear();
        self.log.clear();
        self.sync()?;
        self.signal(Signal::Changed);
        Ok(())
    }
}
