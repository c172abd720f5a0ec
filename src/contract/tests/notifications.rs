//! What of notifications reaches the rules, and comes back from them.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::notification::{NotificationPatch, NotificationPreferences};
use contract::wire::clock_time;
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::{
    Cell, Change, Channel, Fallback, Lead, Preferences, Quiet, Subject, Topic, What, Wish, apply, changes,
};
use serde_json::{Value, json};

fn cell(person: &str, what: What, channel: Channel) -> Cell {
    Cell { person: person.to_owned(), what, channel }
}

fn preferences() -> Preferences {
    let time = |text| clock_time::parse(text).unwrap();
    Preferences {
        wishes: vec![
            (cell("p-1", What::Topic(Topic::Protocols), Channel::Viber), Wish::On),
            (cell("p-1", What::Subject(Subject::ProtocolRegistered), Channel::Viber), Wish::Off),
            (cell("p-2", What::Topic(Topic::Devices), Channel::Sms), Wish::Undecided),
        ],
        fallback: Fallback { order: vec![Channel::Sms, Channel::Email], wait: 60 },
        quiet: Some(Quiet { from: time("22:30"), to: time("07:00"), action: true }),
        leads: vec![Lead { subject: Subject::TelkDate, days: 14 }],
        language: Language::Kk,
    }
}

#[test]
fn preferences_come_back_as_they_went() {
    let wire = NotificationPreferences::from(&preferences());
    let text = serde_json::to_string(&wire).unwrap();
    let read: NotificationPreferences = serde_json::from_str(&text).unwrap();
    assert_eq!(read.read(), preferences());
}

#[test]
fn changes_come_back_as_they_went() {
    let (before, mut after) = (Preferences::default(), preferences());
    for (from, to) in [(&before, &after), (&after, &before)] {
        let asked = changes(from, to);
        assert!(asked.len() >= 4, "{asked:?}");
        let text = serde_json::to_string(&NotificationPatch::of(&asked)).unwrap();
        let patch: NotificationPatch = serde_json::from_str(&text).unwrap();
        let mut made = changes(from, &apply(from, &patch.changes().unwrap()));
        made.retain(|change| !asked.contains(change));
        assert_eq!(made, [], "{text}");
    }
    after.quiet = None;
    let patch = NotificationPatch::of(&changes(&preferences(), &after));
    assert_eq!((patch.quiet, patch.no_quiet), (None, true));
    assert_eq!(patch.changes(), Ok(vec![Change::Quiet(None)]));
}

#[test]
fn what_this_build_does_not_know_is_named_by_the_server_and_left_alone_by_the_app() {
    let text = include_str!("../examples/notification_preferences.json");
    let mut newer: Value = serde_json::from_str(text).unwrap();
    let known = serde_json::from_value::<NotificationPreferences>(newer.clone()).unwrap().read();
    let newest = json!({ "person": "p-1", "topic": "vaccines", "channel": "sms", "wish": "on" });
    newer["wishes"].as_array_mut().unwrap().push(newest);
    newer["leads"].as_array_mut().unwrap().push(json!({ "subject": "vaccine.due", "days": 3 }));
    let read: NotificationPreferences = serde_json::from_value(newer).unwrap();
    assert_eq!(read.read(), known);
    assert_eq!(read.wishes.len(), 4, "nothing is lost on the way");
    let patch: NotificationPatch = serde_json::from_value(json!({
        "wishes": [
            { "person": "p-1", "topic": "protocols", "channel": "sms", "wish": "on" },
            { "person": "p-1", "topic": "vaccines", "channel": "sms", "wish": "on" },
            { "person": "p-1", "channel": "sms", "wish": "on" },
            { "person": "p-1", "topic": "devices", "subject": "aid.approved", "channel": "sms", "wish": "on" },
        ],
        "fallback": { "order": ["pigeon"], "wait_minutes": 30 },
        "quiet": { "from": "22:00", "to": "07:00", "action": false },
        "no_quiet": true,
        "leads": [{ "subject": "vaccine.due", "days": 3 }],
        "language": "tlh",
    }))
    .unwrap();
    let pointers =
        ["/wishes/1", "/wishes/2", "/wishes/3", "/fallback/order", "/no_quiet", "/leads/0", "/language"];
    assert_eq!(patch.changes(), Err(pointers.map(str::to_owned).to_vec()));
}

#[test]
fn a_time_of_the_clock_has_two_digits_twice() {
    for good in ["00:00", "07:05", "23:59"] {
        assert!(clock_time::parse(good).is_some(), "{good}");
    }
    for bad in ["", "7:05", "24:00", "07:60", "07:5", "+7:05", "07:05:00", "0705"] {
        assert!(clock_time::parse(bad).is_none(), "{bad}");
    }
}

#[test]
fn of_a_preference_language_that_is_not_known_the_rules_take_the_first() {
    let text = include_str!("../examples/notification_preferences.json");
    let mut wire: NotificationPreferences = serde_json::from_str(text).unwrap();
    wire.language = Coded::Unknown("tlh".to_owned());
    assert_eq!(wire.read().language, Language::Bg);
}
