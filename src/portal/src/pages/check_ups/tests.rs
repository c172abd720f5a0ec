//! What the page says, by situations.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at what they did not expect")]

use chrono::NaiveDate;
use contract::prevention::{
    CheckUpInvitation, CheckUpMark, DoneCheckUp, Prevention, PreventionRecord, RegisteredWith,
};
use contract::{CheckUpInvitationId, CheckUpMarkId};
use domain::check_up::EntrySource;
use domain::coded::Coded;
use domain::insurance::System;
use domain::money::Money;
use domain::month::Month;
use domain::rules::day;

use super::{answer, risk};
use crate::calculator::{Answer, Tone, amount};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, check_ups as u};

const TODAY: NaiveDate = day!("2026-11-22");

/// A patient of the practice whose rules are published, with these check-ups in the record.
fn known(born: NaiveDate, done: &[NaiveDate]) -> Prevention {
    let check_ups = done
        .iter()
        .map(|on| DoneCheckUp { on: *on, by: None, source: Coded::Known(EntrySource::Gp) })
        .collect();
    Prevention {
        system: Coded::Known(System::Bulgaria),
        born: Some(born),
        registration: Some(RegisteredWith { practice: "chobanova".to_owned(), since: day!("2010-01-01") }),
        record: Some(PreventionRecord {
            as_of: "2026-11-20T04:10:00Z".parse().unwrap(),
            complete_from: day!("2024-01-01").max(born),
            check_ups,
            follow_ups: Vec::new(),
            immunisations: Vec::new(),
        }),
        marks: Vec::new(),
        invitations: Vec::new(),
    }
}

fn adult(done: &[NaiveDate]) -> Prevention {
    known(day!("1980-05-05"), done)
}

fn said(known: &Prevention, today: NaiveDate) -> (Tone, Msg) {
    let answer = answer::in_words(known, today);
    (answer.tone, answer.sentence)
}

fn notes(answer: &Answer) -> Vec<Msg> {
    answer.notes.iter().map(|note| note.text.clone()).collect()
}

#[test]
fn a_year_is_open_to_its_last_day_and_then_missed() {
    let done = [day!("2025-03-03"), day!("2024-03-03")];
    let open = |today| said(&adult(&done), today);
    assert_eq!(open(day!("2026-12-31")), (Tone::Heed, u::due_year(day!("2026-12-31"))));
    assert_eq!(open(day!("2027-01-01")), (Tone::Heed, u::due_year(day!("2027-12-31"))));
    assert_eq!(notes(&answer::in_words(&adult(&done), day!("2026-12-31"))), []);
    assert_eq!(notes(&answer::in_words(&adult(&done), day!("2027-01-01"))), [u::missed_year("2026")]);
}

#[test]
fn a_mark_is_good_news_as_a_record_is() {
    let mut known = adult(&[day!("2025-03-03")]);
    known.marks.push(CheckUpMark {
        id: CheckUpMarkId("m-1".to_owned()),
        on: TODAY,
        by: "Мария Примерова".to_owned(),
        at: "2026-11-22T08:00:00Z".parse().unwrap(),
    });
    assert_eq!(said(&known, TODAY), (Tone::Good, u::ahead_year("2027")));
}

#[test]
fn a_day_is_ahead_then_today_then_over() {
    let child = known(day!("2023-05-01"), &[day!("2026-05-22")]);
    assert_eq!(said(&child, day!("2026-11-21")), (Tone::Good, u::ahead_day(TODAY)));
    assert_eq!(said(&child, TODAY), (Tone::Heed, u::due_today(TODAY)));
    assert_eq!(said(&child, day!("2026-11-23")), (Tone::Bad, u::due_overdue(TODAY)));
    assert_eq!(said(&known(day!("2023-05-01"), &[]), TODAY), (Tone::Unknown, u::due_unknown()));
}

#[test]
fn a_baby_hears_of_months() {
    let baby = known(day!("2026-06-10"), &[day!("2026-09-08"), day!("2026-08-11"), day!("2026-07-14")]);
    let november = Month::of(TODAY);
    assert_eq!(said(&baby, TODAY), (Tone::Heed, u::due_month(day!("2026-11-30"), november)));
    let october = Month::parse("2026-10").unwrap();
    assert_eq!(notes(&answer::in_words(&baby, TODAY)), [u::missed_month(october)]);
}

#[test]
fn without_published_rules_only_adults_hear_of_the_guide() {
    let mut other = adult(&[]);
    other.registration = Some(RegisteredWith { practice: "obraztsova".to_owned(), since: TODAY });
    let told = answer::in_words(&other, TODAY);
    assert_eq!((told.tone, told.sentence, told.lines.len()), (Tone::Unknown, u::ask_not_published(), 1));
    other.born = Some(day!("2014-04-05"));
    assert_eq!(answer::in_words(&other, TODAY).lines, []);
    other.registration = None;
    assert_eq!(said(&other, TODAY).1, u::ask_no_practice());
    other.born = None;
    assert_eq!(said(&other, TODAY).1, u::ask_age());
}

#[test]
fn elsewhere_nothing_is_computed() {
    let mut known = adult(&[]);
    known.system = Coded::Known(System::Kazakhstan);
    assert_eq!(said(&known, TODAY), (Tone::Unknown, u::nothing_known()));
    known.system = Coded::Known(System::Russia);
    assert_eq!(said(&known, TODAY).1, u::invited_none());
    known.invitations.push(CheckUpInvitation {
        id: CheckUpInvitationId("ci-1".to_owned()),
        clinic: "Поликлиника".to_owned(),
        address: None,
        insurer: "РЕСО-Мед".to_owned(),
        from: day!("2026-11-09"),
        until: TODAY,
        reminded: Vec::new(),
        came: None,
        declined: None,
    });
    assert_eq!(said(&known, TODAY), (Tone::Heed, u::invited_open("Поликлиника", TODAY)));
    assert_eq!(said(&known, day!("2026-11-23")).1, u::invited_none());
}

#[test]
fn the_fine_of_a_missed_year_is_that_of_its_day_and_of_today_unverified() {
    let range = |least, most| u::risk_range(amount(least), amount(most));
    let missed = risk::in_words(&adult(&[day!("2024-03-03")]), TODAY);
    assert_eq!((missed.tone, missed.sentence), (Tone::Heed, u::risk_year("2025")));
    assert_eq!(missed.lines[0].value, Some(range(Money::lev(5_000), Money::lev(10_000))));
    assert_eq!(missed.lines[1].value, Some(range(Money::lev(10_000), Money::lev(20_000))));
    let general = risk::in_words(&adult(&[TODAY, day!("2025-03-03"), day!("2024-03-03")]), TODAY);
    assert_eq!((general.tone, general.sentence), (Tone::Plain, u::risk_general()));
    assert_eq!(general.lines[0].value, Some(range(Money::euro(2_556), Money::euro(5_113))));
    assert_eq!(general.lines[0].why, Some(u::risk_unverified()));
    // The guide spoke of its own year only, and is shown as that.
    assert_eq!(general.lines[3].value, Some(c::months(1)));
    assert_eq!(general.lines[3].why, Some(u::risk_loss_why()));
    assert!(general.lines.iter().all(|line| line.source.is_some()));
}

#[test]
fn parents_hear_of_immunisations_and_others_do_not() {
    let told = |born| notes(&risk::in_words(&known(born, &[TODAY]), TODAY));
    assert_eq!(told(day!("2008-11-23")), [u::risk_immunisation()]);
    assert_eq!(told(day!("2008-11-22")), []);
}

#[cfg(not(target_arch = "wasm32"))]
mod calendar {
    use contract::PersonId;
    use icalendar::{Calendar, CalendarComponent, Component as _};

    use super::super::ahead::{ahead, dates};
    use super::*;
    use crate::components::calendar::{Said, write};

    #[test]
    fn the_days_are_read_back_and_nothing_tells_of_health_or_of_whom() {
        let known = adult(&[day!("2025-03-03"), day!("2024-03-03")]);
        let days = ahead(&known, TODAY);
        assert_eq!(days, [day!("2026-12-31"), day!("2027-12-31"), day!("2028-12-31")]);
        let said = Said {
            url: "https://yasno.example/services",
            host: "yasno.example",
            summary: "Last day",
            description: "See there",
        };
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let file = write(&dates(&PersonId("p-1".to_owned()), &days), &said, now);
        let read: Calendar = file.parse().unwrap();
        let events: Vec<_> = read
            .components
            .into_iter()
            .filter_map(|one| if let CalendarComponent::Event(event) = one { Some(event) } else { None })
            .collect();
        let uids: Vec<_> = events.iter().filter_map(|event| event.get_uid()).collect();
        assert_eq!(uids, ["p-1-1@yasno.example", "p-1-2@yasno.example", "p-1-3@yasno.example"]);
        assert!(events.iter().all(|event| event.get_summary() == Some("Last day")));
        assert_eq!(file.matches("BEGIN:VALARM").count(), 6);
        assert!(!file.contains("check"), "{file}");
    }

    #[test]
    fn where_nothing_is_computed_there_is_nothing_for_a_calendar() {
        let mut known = adult(&[]);
        known.system = Coded::Known(System::Russia);
        assert_eq!(ahead(&known, TODAY), []);
        assert_eq!(ahead(&super::known(day!("2023-05-01"), &[day!("2026-05-21")]), TODAY), [], "overdue");
    }
}
