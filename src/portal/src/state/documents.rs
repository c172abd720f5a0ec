//! The documents of all persons: the index, patched by live changes, with what searching needs.

use std::sync::Arc;

use chrono::NaiveDate;
use contract::PersonId;
use contract::document::{DocumentIndex, IndexEntry};
use domain::document::{Attention, Need, attention, board};
use domain::search::fold;
use leptos::prelude::*;

use super::clock;
use super::live::Live;
use super::session::SessionState;
use crate::api;
use crate::reading::{Derived, Reading, derived};

/// A document as lists need it.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// The entry of the index.
    pub entry: IndexEntry,
    /// Number and subject in lower case, for the search.
    pub haystack: String,
    /// Whether it came, or changed, while the page was open.
    pub fresh: bool,
}

impl Row {
    fn new(entry: IndexEntry, fresh: bool) -> Self {
        let haystack = fold(&format!("{} {}", entry.number, entry.subject));
        Self { entry, haystack, fresh }
    }

    /// What tells this row, as it stands now, from every other.
    pub fn key(&self) -> String {
        format!("{} {}", self.entry.id, self.entry.status.code())
    }

    /// Whether it needs the patient on `today`, and why.
    pub fn attention(&self, today: NaiveDate) -> Option<Attention> {
        let entry = &self.entry;
        attention(&entry.kind, &entry.status, entry.dates(), today)
    }
}

/// All rows at one moment; two are the same only if they are the same in memory, which is quick to tell.
#[derive(Clone)]
pub struct Rows {
    /// The rows.
    pub all: Arc<Vec<Arc<Row>>>,
    /// The number of the last change of the index they come from.
    sequence: u64,
}

impl Rows {
    /// Some of these, in another order.
    pub fn chosen(&self, rows: Vec<Arc<Row>>) -> Self {
        Self { all: Arc::new(rows), sequence: self.sequence }
    }

    /// None.
    pub fn none() -> Self {
        Self { all: Arc::default(), sequence: 0 }
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all)
    }
}

/// The documents of this page.
#[derive(Clone, Copy)]
pub struct Documents {
    index: Reading<DocumentIndex>,
    /// All rows with live changes in them, newest change first; `None` while they are on their way.
    pub rows: Derived<Rows>,
}

impl Documents {
    /// Reads the index, and again whenever live changes ask for it.
    pub fn new(live: Live) -> Self {
        let index = Reading::begin(api::documents::index).again_after(live.resets);
        let base = derived(move || {
            index.answer().map(|answer| {
                answer.map(|index| {
                    let rows = index.documents.iter().map(|entry| Arc::new(Row::new(entry.clone(), false)));
                    Rows { all: Arc::new(rows.collect()), sequence: index.sequence }
                })
            })
        });
        let rows = derived(move || {
            let rows = match base.get()? {
                Ok(rows) => rows,
                Err(error) => return Some(Err(error)),
            };
            Some(Ok(live.changes.with(|changes| {
                let news: Vec<_> =
                    changes.iter().filter(|change| change.event.sequence > rows.sequence).collect();
                if news.is_empty() {
                    return rows;
                }
                let mut patched = Vec::clone(&rows.all);
                for change in news {
                    patched.retain(|row| row.entry.id != change.document.id);
                    patched.insert(0, Arc::new(Row::new(change.document.clone(), true)));
                }
                rows.chosen(patched)
            })))
        });
        Self { index, rows }
    }

    /// The sequence of the index, once it is there; tracked.
    pub fn sequence(self) -> Option<u64> {
        self.index.answer()?.ok().map(|index| index.sequence)
    }

    /// Reads the index again.
    pub fn retry(self) {
        self.index.again();
    }

    /// Documents that need the patient today, what is lost first in front; `None` until the rows are there.
    pub fn needing(self, session: SessionState) -> Option<Vec<(Attention, Arc<Row>)>> {
        let rows = self.rows.get()?.ok()?;
        let (mut needs, mut needing) = (Vec::new(), Vec::new());
        for row in rows.all.iter() {
            let today = clock::today(session.zone(&row.entry.person));
            if let Some(why) = row.attention(today) {
                needs.push(Need { why, today });
                needing.push((why, Arc::clone(row)));
            }
        }
        Some(board(&needs).into_iter().filter_map(|index| needing.get(index).cloned()).collect())
    }

    /// How many documents a person has; tracked.
    pub fn count_of(self, person: &PersonId) -> Option<usize> {
        Some(self.rows.get()?.ok()?.all.iter().filter(|row| row.entry.person == *person).count())
    }
}
