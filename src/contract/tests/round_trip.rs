//! Every wire type reads its example and writes it back as it was.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use std::collections::BTreeSet;
use std::fmt::Debug;

use contract::access::{
    Acceptance, Access, AccessLog, CodeEntered, Grant, GrantPatch, Invited, NewInvitation, Preview,
};
use contract::account::{Account, AccountPatch, ActiveSessions, EndedSessions, SignIns};
use contract::account_data::AccountData;
use contract::attachment::{NewFile, SentFile, SentFiles};
use contract::change::{AccessChange, Change, Changes};
use contract::closure::{CloseAccount, Closed, Closing};
use contract::commission::{Commission, CommissionPatch};
use contract::correction::{Correction, Corrections, NewCorrection};
use contract::document::{
    DecisionLimit, Document, DocumentIndex, DocumentPage, DocumentSearch, Events, Facts, FactsBrief, Hidden,
};
use contract::gp::GpRecord;
use contract::insurance::Insurance;
use contract::notification::{
    ContactCode, Message, MessagePage, NewNotificationContact, NotificationContact, NotificationContacts,
    NotificationPatch, NotificationPreferences,
};
use contract::person::Persons;
use contract::prevention::{CheckUpAnswer, NewCheckUpMark, Prevention};
use contract::problem::Problem;
use contract::report::{NewReport, Report, Reports};
use contract::session::{Session, SessionExpiry};
use contract::template::{
    NewTariff, NewVersion, PublishedTemplates, TemplateCatalogue, TemplateSamples, TemplateSheet,
    TemplateTariff, TemplateText, TemplateVersion, TestSent, VersionDeed, VersionEdit, VersionTest,
};
use domain::coded::{Code, Coded};
use domain::document::clock::{Limit, Unit};
use domain::moment::Zone;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn example(name: &str) -> Value {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap()
}

fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str) {
    let written = example(name);
    let read: T = serde_json::from_value(written.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
    let again = serde_json::to_value(&read).unwrap();
    assert_eq!(again, written, "{name}");
    // As text too, which is how it travels.
    let text = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), read, "{name}");
}

type Check = fn(&str);

/// Every type that travels by itself, under the name of its example.
const CHECKS: [(&str, Check); 68] = [
    ("acceptance", check::<Acceptance>),
    ("access", check::<Access>),
    ("access_change", check::<AccessChange>),
    ("access_log", check::<AccessLog>),
    ("account", check::<Account>),
    ("account_data", check::<AccountData>),
    ("account_patch", check::<AccountPatch>),
    ("active_sessions", check::<ActiveSessions>),
    ("change", check::<Change>),
    ("changes", check::<Changes>),
    ("close_account", check::<CloseAccount>),
    ("check_up_answer", check::<CheckUpAnswer>),
    ("closed", check::<Closed>),
    ("closing", check::<Closing>),
    ("commission", check::<Commission>),
    ("commission_patch", check::<CommissionPatch>),
    ("correction", check::<Correction>),
    ("contact_code", check::<ContactCode>),
    ("corrections", check::<Corrections>),
    ("code_entered", check::<CodeEntered>),
    ("document", check::<Document>),
    ("document_index", check::<DocumentIndex>),
    ("document_page", check::<DocumentPage>),
    ("document_search", check::<DocumentSearch>),
    ("ended_sessions", check::<EndedSessions>),
    ("grant", check::<Grant>),
    ("grant_patch", check::<GrantPatch>),
    ("hidden", check::<Hidden>),
    ("insurance", check::<Insurance>),
    ("gp_record", check::<GpRecord>),
    ("invited", check::<Invited>),
    ("message", check::<Message>),
    ("message_page", check::<MessagePage>),
    ("new_check_up_mark", check::<NewCheckUpMark>),
    ("new_correction", check::<NewCorrection>),
    ("new_file", check::<NewFile>),
    ("new_invitation", check::<NewInvitation>),
    ("new_notification_contact", check::<NewNotificationContact>),
    ("new_report", check::<NewReport>),
    ("notification_contact", check::<NotificationContact>),
    ("notification_contacts", check::<NotificationContacts>),
    ("notification_patch", check::<NotificationPatch>),
    ("notification_preferences", check::<NotificationPreferences>),
    ("persons", check::<Persons>),
    ("prevention", check::<Prevention>),
    ("prevention_invited", check::<Prevention>),
    ("preview", check::<Preview>),
    ("problem", check::<Problem>),
    ("report", check::<Report>),
    ("reports", check::<Reports>),
    ("sent_file", check::<SentFile>),
    ("sent_files", check::<SentFiles>),
    ("session", check::<Session>),
    ("session_expiry", check::<SessionExpiry>),
    ("sign_ins", check::<SignIns>),
    ("new_tariff", check::<NewTariff>),
    ("new_version", check::<NewVersion>),
    ("published_templates", check::<PublishedTemplates>),
    ("template_catalogue", check::<TemplateCatalogue>),
    ("template_samples", check::<TemplateSamples>),
    ("template_sheet", check::<TemplateSheet>),
    ("template_tariff", check::<TemplateTariff>),
    ("template_text", check::<TemplateText>),
    ("template_version", check::<TemplateVersion>),
    ("test_sent", check::<TestSent>),
    ("version_deed", check::<VersionDeed>),
    ("version_edit", check::<VersionEdit>),
    ("version_test", check::<VersionTest>),
];

#[test]
fn every_example_is_read_and_written_back() {
    for (name, check) in CHECKS {
        check(name);
    }
}

#[test]
fn every_example_file_is_checked() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap();
    let mut names: BTreeSet<String> =
        files.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned()).collect();
    // The stream is text, not JSON of a type; its data are checked below.
    assert!(names.remove("stream"));
    assert_eq!(names, CHECKS.iter().map(|(name, _)| (*name).to_owned()).collect());
}

#[test]
fn the_example_of_the_stream_carries_a_change() {
    let text = example("stream");
    let data = text.as_str().unwrap().lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
    let change: Change = serde_json::from_str(data).unwrap();
    assert_eq!(serde_json::to_value(change).unwrap(), example("change"));
}

#[test]
fn codes_of_a_newer_server_come_through_as_they_are() {
    let mut document = example("document");
    document["status"] = "suspended".into();
    document["kind"] = "diet_food_voucher".into();
    document["events"][1]["kind"] = "voucher.suspended".into();
    document["events"][1]["from"] = "issued".into();
    document["events"][1]["actor"] = "auditor".into();
    document["events"][1]["reason"]["code"] = "under_audit".into();
    document["appeal_basis"] = "hearsay".into();
    document["decision_limit"] = serde_json::json!({ "days": 3, "unit": "moons" });
    document["referral"]["to"] = "moon".into();
    document["prescription"]["kind"] = "lunar".into();
    document["request"]["paper"] = "poem".into();
    let read: Document = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), document);
}

#[test]
fn what_is_no_code_no_zone_and_no_moment_is_not_read() {
    for (pointer, bad) in [
        ("/status", "Approved!"),
        ("/status", ""),
        ("/changed_at", "2026-05-03T08:15:30"),
        ("/changed_at", "03.05.2026"),
        ("/valid_to", "2026-02-30"),
        ("/appeal_until", "soon"),
        ("/use_until", "2026-02-29"),
        ("/prescription/dispensed/0/on", "2026-05-04T08:00:00Z"),
        ("/decision_limit/day", "20.05.2026"),
        ("/referral/to", "The Moon"),
        ("/approved_amount/currency", "USD"),
        ("/events/0/at", "yesterday"),
        ("/events/1/reason/code", "Not A Code"),
    ] {
        let mut document = example("document");
        *document.pointer_mut(pointer).unwrap() = bad.into();
        assert!(serde_json::from_value::<Document>(document).is_err(), "{pointer} {bad}");
    }
    let mut session = example("session");
    session["persons"][0]["zone"] = "Europe/Atlantis".into();
    assert!(serde_json::from_value::<Session>(session).is_err());
}

#[test]
fn what_a_document_states_reaches_the_rules_and_what_is_not_known_is_no_limit() {
    let document: Document = serde_json::from_value(example("document")).unwrap();
    let limit = document.facts.decision_limit.clone().unwrap();
    // A day goes before days.
    assert_eq!(limit.stated().unwrap().limit, Limit::Day("2026-05-20".parse().unwrap()));
    let days = DecisionLimit { day: None, ..limit.clone() };
    assert_eq!(days.stated().unwrap().limit, Limit::Term { days: 30, unit: Unit::Calendar });
    let moons = DecisionLimit { day: None, unit: Some(Unit::from_code("moons")), ..limit };
    assert_eq!(moons.stated(), None);
    let dates = document.entry.dates();
    assert_eq!(dates.last_day(), Some("2027-04-30".parse().unwrap()));
    let recorded = document.recorded();
    let case = document.case(&recorded, None, Zone::Sofia);
    assert_eq!((case.events.len(), case.request.map(|request| request.practice)), (3, Some("chobanova")));
    assert_eq!(document.paper().issued, Some("2026-04-20".parse().unwrap()));
    assert_eq!(document.own_facts(Zone::Sofia).appeal_basis.map(Coded::code), Some("written"));
}

#[test]
fn members_that_may_be_absent_may_be_absent() {
    let mut document = example("document");
    for member in [
        "valid_to",
        "use_until",
        "appeal_until",
        "valid_from",
        "issuer",
        "approved_amount",
        "issued_on",
        "medical_document_on",
        "use_basis",
        "appeal_basis",
        "decision_limit",
        "referral",
        "prescription",
        "request",
        "hearing",
        "left",
    ] {
        document.as_object_mut().unwrap().remove(member);
    }
    let read: Document = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), document);
    assert_eq!(serde_json::from_str::<AccountPatch>("{}").unwrap(), AccountPatch::default());
    assert!(serde_json::from_str::<DocumentSearch>("{\"text\":\"\",\"page\":{\"colour\":\"red\"}}").is_err());
}

#[test]
fn a_document_read_piece_by_piece_is_the_document() {
    let text = example("document").to_string();
    let whole: Document = serde_json::from_str(&text).unwrap();
    let Events { events } = serde_json::from_str(&text).unwrap();
    let pieces = Document {
        entry: serde_json::from_str(&text).unwrap(),
        facts: serde_json::from_str(&text).unwrap(),
        events,
    };
    assert_eq!(pieces, whole);
    assert_ne!(pieces.facts, Facts::NONE, "the example says something");
    let brief: FactsBrief = serde_json::from_str(&text).unwrap();
    let Facts { valid_from, issuer, approved_amount, protocol_group, .. } = whole.facts;
    assert_eq!(
        (brief.valid_from, brief.issuer, brief.approved_amount, brief.protocol_group),
        (valid_from, issuer, approved_amount, protocol_group)
    );
}
