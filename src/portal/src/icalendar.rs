//! Writes dates into a calendar file (RFC 5545): whole days, with alarms. What they say is the caller's: a summary stands on
//! lock screens, so nothing about health belongs into one unless the person asked for it.
//!
//! Only areas that load late may use it: it is no part of the first load.

use chrono::{DateTime, Datelike, Days, NaiveDate, Timelike, Utc};

/// A line is at most so many octets, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A whole day in the calendar.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// Tells it from every other in the world, and stays the same when it is exported again: then calendars replace it. An
    /// opaque id with a domain, never a name or a number of a document.
    pub uid: &'a str,
    /// The day.
    pub day: NaiveDate,
    /// Its title.
    pub summary: &'a str,
    /// More about it.
    pub description: Option<&'a str>,
    /// Where to read more: an address of the portal.
    pub url: Option<&'a str>,
    /// When to remind of it.
    pub alarms: &'a [Alarm],
}

/// A reminder, so many days before at an hour of the clock where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// Days before; 0 on the day itself.
    pub days_before: u16,
    /// The hour, 0 to 23.
    pub hour: u8,
}

impl Alarm {
    /// How far its moment is from the beginning of the day, as a duration (RFC 5545, 3.3.6). Days in it are days of the calendar
    /// and hours are exact: counted in days as far as they go, it rings at its hour even when clocks change in between.
    fn trigger(self) -> String {
        let hours = i32::from(self.hour.min(23)) - 24 * i32::from(self.days_before);
        match (-hours / 24, -hours % 24) {
            (_, after) if hours > 0 => format!("PT{}H", -after),
            (0, 0) => "PT0S".to_owned(),
            (0, before) => format!("-PT{before}H"),
            (days, 0) => format!("-P{days}D"),
            (days, before) => format!("-P{days}DT{before}H"),
        }
    }
}

/// A calendar file with these days, made at `stamp`. `product` names the portal (`-//…//…//EN`).
pub fn calendar(product: &str, stamp: DateTime<Utc>, events: &[Event<'_>]) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.text("PRODID", product);
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for event in events {
        file.event(event, stamp);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// The file as it grows.
#[derive(Default)]
struct File(String);

impl File {
    fn event(&mut self, event: &Event<'_>, stamp: DateTime<Utc>) {
        self.line("BEGIN", "VEVENT");
        self.text("UID", event.uid);
        self.line("DTSTAMP", &instant(stamp));
        self.line("DTSTART;VALUE=DATE", &date(event.day));
        // The end is the first day after it (RFC 5545, 3.6.1).
        if let Some(after) = event.day.checked_add_days(Days::new(1)) {
            self.line("DTEND;VALUE=DATE", &date(after));
        }
        self.text("SUMMARY", event.summary);
        if let Some(description) = event.description {
            self.text("DESCRIPTION", description);
        }
        if let Some(url) = event.url {
            // An address is no text: nothing in it is escaped, and nothing that would end the line may be in it.
            self.line("URL", url);
        }
        // A whole day that is a limit keeps nobody busy, and is nobody else's business.
        self.line("TRANSP", "TRANSPARENT");
        self.line("CLASS", "PRIVATE");
        for alarm in event.alarms {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.text("DESCRIPTION", event.summary);
            self.line("TRIGGER", &alarm.trigger());
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// A text, escaped (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// A line, folded so that no line is longer than 75 octets and no letter is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for letter in name.chars().chain([':']).chain(value.chars().filter(|letter| !letter.is_control())) {
            if used + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as it stands in a value. Ends of lines become `\n`; other control characters cannot stand in a calendar file and are
/// left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            '\t' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn date(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn instant(at: DateTime<Utc>) -> String {
    format!("{}T{:02}{:02}{:02}Z", date(at.date_naive()), at.hour(), at.minute(), at.second())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
