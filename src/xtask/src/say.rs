//! What the tool tells the person in front of it: what it does, how long it may take, how long it took.

use anyhow::Result;
use std::time::{Duration, Instant};

/// Runs one step and says so. `hint` tells how long it may take.
pub fn step<T>(title: &str, hint: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let hint = if hint.is_empty() { String::new() } else { format!(" ({hint})") };
    println!("▸ {title}{hint}");
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("  {end} after {}", duration(start.elapsed()));
    result
}

/// One line without a duration.
pub fn line(text: &str) {
    println!("▸ {text}");
}

/// `850 ms`, `12.3 s`, `4 min 05 s`.
pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        1..60 => format!("{:.1} s", time.as_secs_f32()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_written_in_the_unit_that_suits_it() {
        assert_eq!(duration(Duration::from_millis(850)), "850 ms");
        assert_eq!(duration(Duration::from_millis(12_345)), "12.3 s");
        assert_eq!(duration(Duration::from_secs(245)), "4 min 05 s");
    }
}
