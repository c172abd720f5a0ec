//! The server's clock: every "today" of the app is counted from it, whatever the device thinks the time is.

use std::cell::Cell;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::coded::Code;
use domain::moment::Zone;
use leptos::prelude::*;

use crate::browser;

/// How often "today" is looked at again.
const TICK: Duration = Duration::from_secs(30);

/// The server's time at one point of the browser's monotonic clock.
#[derive(Clone, Copy)]
struct Reading {
    server: DateTime<Utc>,
    monotonic_ms: f64,
}

thread_local! {
    static READING: Cell<Option<Reading>> = const { Cell::new(None) };
}

/// Today in every zone. It changes at midnight only, so that nothing is drawn anew for a tick of the clock.
static DAYS: LazyLock<ArcRwSignal<Vec<NaiveDate>>> = LazyLock::new(|| ArcRwSignal::new(Vec::new()));

/// Sets the clock by an answer of the server that came just now.
pub fn set(server: DateTime<Utc>) {
    READING.set(Some(Reading { server, monotonic_ms: browser::monotonic_ms() }));
    look();
}

/// Begins to look at the clock now and then.
pub fn start() {
    set_interval(look, TICK);
}

/// The server's time now; `None` before its first answer.
pub fn now() -> Option<DateTime<Utc>> {
    let reading = READING.get()?;
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since the page was opened")]
    let passed = (browser::monotonic_ms() - reading.monotonic_ms) as i64;
    Some(reading.server + TimeDelta::milliseconds(passed))
}

fn look() {
    let Some(now) = now() else { return };
    let days: Vec<NaiveDate> = Zone::ALL.iter().map(|zone| zone.day(now)).collect();
    if DAYS.with_untracked(|before| *before != days) {
        DAYS.set(days);
    }
}

/// Today for somebody in this zone; tracked. Before the server's first answer the beginning of 1970.
pub fn today(zone: Zone) -> NaiveDate {
    let place = Zone::ALL.iter().position(|other| *other == zone).unwrap_or_default();
    DAYS.with(|days| days.get(place).copied()).unwrap_or(NaiveDate::from_epoch_days(0).unwrap_or_default())
}
