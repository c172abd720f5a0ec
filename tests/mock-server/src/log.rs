//! What was requested: no bodies and no queries, as a real server should log.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;

/// How many requests are remembered.
const KEPT: usize = 1000;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its id, as in `X-Request-Id`.
    pub request_id: String,
    /// When it was answered, by the server's clock.
    pub at: DateTime<Utc>,
    /// Method.
    pub method: String,
    /// Path without query.
    pub path: String,
    /// The operation, if it is one of the contract.
    pub operation: Option<&'static str>,
    /// Status of the answer; absent when the connection was dropped.
    pub status: Option<u16>,
}

/// The last requests, oldest first.
#[derive(Debug, Default)]
pub struct RequestLog(Mutex<VecDeque<Entry>>);

impl RequestLog {
    /// Adds one.
    pub fn add(&self, entry: Entry) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() == KEPT {
            entries.pop_front();
        }
        entries.push_back(entry);
    }

    /// All that are remembered.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Forgets all.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
