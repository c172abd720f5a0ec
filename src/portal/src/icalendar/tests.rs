//! What is written is read back by a library that others use.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at what they did not expect")]

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::parser::{read_calendar, unfold};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use proptest::prelude::*;

use super::{Alarm, Event, calendar};

const PRODUCT: &str = "-//Yasno//Portal//EN";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-22T08:05:09Z").unwrap().to_utc()
}

fn plain<'a>(summary: &'a str, alarms: &'a [Alarm]) -> Event<'a> {
    Event {
        uid: "d-0001-appeal@yasno.example",
        day: day("2026-12-31"),
        summary,
        description: None,
        url: None,
        alarms,
    }
}

fn read(file: &str) -> Vec<icalendar::Event> {
    let read: Calendar = file.parse().unwrap();
    let events = read.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

/// No line is too long, each ends with CR and LF, and none of them stands alone.
fn well_formed(file: &str) -> bool {
    let lines: Vec<&str> = file.split("\r\n").collect();
    file.ends_with("\r\n") && lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n']))
}

#[test]
fn a_day_is_read_back_as_it_was_meant() {
    let event = Event {
        description: Some("Първи ред; втори, трети\nи \\ край"),
        url: Some("https://yasno.example/documents/d-0001"),
        ..plain("Последен ден за жалба", &[Alarm { days_before: 7, hour: 9 }])
    };
    let file = calendar(PRODUCT, stamp(), &[event]);
    assert!(well_formed(&file), "{file}");
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yasno//Portal//EN\r\n"));
    let events = read(&file);
    let [event] = &events[..] else { panic!("{events:?}") };
    assert_eq!(event.get_uid(), Some("d-0001-appeal@yasno.example"));
    assert_eq!(event.get_summary(), Some("Последен ден за жалба"));
    assert_eq!(event.get_description(), Some("Първи ред; втори, трети\nи \\ край"));
    assert_eq!(event.get_url(), Some("https://yasno.example/documents/d-0001"));
    assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(day("2026-12-31"))));
    assert_eq!(event.get_end(), Some(DatePerhapsTime::Date(day("2027-01-01"))));
    assert_eq!(event.get_timestamp(), Some(stamp()));
    assert!(file.contains("\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n"));
}

#[test]
fn an_alarm_rings_at_its_hour_whole_days_before() {
    for (days_before, hour, trigger) in [
        (0, 0, "PT0S"),
        (0, 9, "PT9H"),
        (1, 0, "-P1D"),
        (1, 9, "-PT15H"),
        (7, 9, "-P6DT15H"),
        (30, 0, "-P30D"),
        (1, 24, "-PT1H"),
    ] {
        let alarms = [Alarm { days_before, hour }];
        let file = calendar(PRODUCT, stamp(), &[plain("x", &alarms)]);
        let written = format!(
            "\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:{trigger}\r\nEND:VALARM\r\n"
        );
        assert!(file.contains(&written), "{days_before} {hour}: {file}");
        assert!(read_calendar(&unfold(&file)).is_ok());
    }
}

#[test]
fn several_days_are_several_events_and_none_is_an_empty_calendar() {
    let (one, other) = (plain("едно", &[]), Event { uid: "b@yasno.example", ..plain("друго", &[]) });
    let events = read(&calendar(PRODUCT, stamp(), &[one, other]));
    let summaries: Vec<_> = events.iter().map(|event| event.get_summary().unwrap()).collect();
    assert_eq!(summaries, ["едно", "друго"]);
    assert!(read(&calendar(PRODUCT, stamp(), &[])).is_empty());
}

#[test]
fn leap_days_and_ends_of_years_end_on_the_next_day() {
    for (last, after) in [("2028-02-29", "20280301"), ("2027-02-28", "20270301"), ("2026-12-31", "20270101")]
    {
        let event = Event { day: day(last), ..plain("x", &[]) };
        let file = calendar(PRODUCT, stamp(), &[event]);
        assert!(file.contains(&format!("\r\nDTEND;VALUE=DATE:{after}\r\n")), "{last}");
    }
}

#[test]
fn nothing_can_break_out_of_its_line() {
    let event = Event {
        uid: "a\r\nATTENDEE:b",
        url: Some("https://yasno.example/\r\nATTACH:c"),
        ..plain("x\r\nEND:VEVENT\rBEGIN:VEVENT\u{0}\u{7f}\u{85}", &[])
    };
    let file = calendar(PRODUCT, stamp(), &[event]);
    assert!(well_formed(&file), "{file}");
    assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert!(!file.contains("\r\nATTENDEE") && !file.contains("\r\nATTACH"));
    assert_eq!(read(&file)[0].get_summary(), Some("x\nEND:VEVENT\nBEGIN:VEVENT"));
}

/// Text with everything that matters: signs that are escaped, letters of one to four octets, ends of lines.
fn any_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        proptest::sample::select(vec![
            '\\', ';', ',', '\n', ' ', ':', '"', 'n', 'N', 'я', 'ә', '€', '😀', 'a'
        ]),
        any::<char>().prop_filter("no control character", |sign| !sign.is_control()),
    ];
    proptest::collection::vec(sign, 0..200).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #[test]
    fn every_text_is_folded_and_unfolded_unchanged(summary in any_text(), description in any_text()) {
        let event = Event { description: Some(&description), ..plain(&summary, &[]) };
        let file = calendar(PRODUCT, stamp(), &[event]);
        prop_assert!(well_formed(&file));
        // Unfolding by the letter of RFC 5545 gives the escaped line back.
        let unfolded = file.replace("\r\n ", "");
        let escaped = |text: &str| {
            text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
        };
        let wanted = format!("\r\nSUMMARY:{}\r\nDESCRIPTION:{}\r\n", escaped(&summary), escaped(&description));
        prop_assert!(unfolded.contains(&wanted));
    }

    #[test]
    fn what_others_read_is_what_was_written(summary in "[a-zA-Zа-яәң0-9 ,;.:]{1,120}") {
        let file = calendar(PRODUCT, stamp(), &[plain(&summary, &[])]);
        let events = read(&file);
        prop_assert_eq!(events[0].get_summary(), Some(summary.as_str()));
    }
}
