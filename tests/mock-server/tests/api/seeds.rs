//! `--seed`: files that are taken, and files that are not, with the place of the fault.

use axum::http::Method;
use contract::document::{Document, DocumentIndex};
use contract::path;
use contract::person::Persons;
use mock_server::seed::Seed;
use mock_server::state::{App, Options};
use serde_json::{Value, json};

use crate::client::{Server, options};
use crate::temp::TempFile;

fn good() -> Value {
    json!({
        "persons": [{ "id": "p-new", "name": "Нов Новаков", "relation": "ward", "zone": "Europe/Sofia" }],
        "documents": [{
            "id": "d-new", "person": "p-new", "kind": "medicine_protocol", "number": "1", "subject": "Лекарства",
            "status": "approved", "changed_at": "2026-05-20T08:00:00Z",
            "events": [
                { "id": "e-2", "sequence": 9, "kind": "protocol.approved", "from": "registered", "to": "approved",
                  "actor": "fund", "source": "protocol_register", "at": "2026-05-20T08:00:00Z" },
                { "id": "e-1", "sequence": 4, "kind": "protocol.registered", "to": "registered",
                  "actor": "doctor", "source": "protocol_register", "at": "2026-05-01" },
            ],
        }],
        "insurance": [{
            "person": "p-new",
            "record": {
                "as_of": "2026-11-20T04:10:00Z",
                "current": { "month": "2026-11", "ground": "employee" },
                "months": [
                    { "first": "2024-01", "last": "2025-12", "ground": "state", "payment": "paid" },
                    { "first": "2026-01", "last": "2026-10", "ground": "employee", "payment": "paid",
                      "owed": { "minor": 100, "currency": "EUR" } },
                ],
            },
        }],
        "registrations": [
            { "person": "p-new", "practice": "chobanova",
              "doctor": "д-р Образцова", "address": "София", "since": "2019-06-03" },
            { "person": "p-patient", "practice": "chobanova",
              "doctor": "д-р Образцова", "address": "София", "since": "2019-06-03" },
        ],
    })
}

fn error(seed: &Value) -> String {
    let file = TempFile::new("seed.json", &serde_json::to_string_pretty(seed).unwrap());
    let started = App::start(&Options { seed: Some(file.0.clone()), ..options() });
    let message = started.err().map(|error| error.to_string()).unwrap_or_default();
    message.replace(&file.0.display().to_string(), "FILE")
}

#[tokio::test]
async fn a_seed_adds_persons_and_documents_to_the_patient() {
    let file = TempFile::new("seed.json", &good().to_string());
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    let patient = server.sign_in("patient").await;
    let persons: Persons = patient.get(path::PERSONS).await.read();
    assert_eq!(persons.persons[1].id.as_str(), "p-new");
    let document: Document = patient.get("/api/v1/documents/d-new").await.read();
    let order: Vec<&str> = document.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(order, ["e-1", "e-2"], "by sequence, numbered on after what was there");
    assert_eq!(document.events[0].sequence + 1, document.events[1].sequence);
    server.event("d-new", "protocol.terminated").await;
    server.control(Method::POST, "/mock/reset", json!({})).await;
    let index: DocumentIndex = server.sign_in("patient").await.get(path::DOCUMENTS).await.read();
    let entry = index.documents.iter().find(|entry| entry.id.as_str() == "d-new").unwrap();
    assert_eq!(entry.status.code(), "approved", "a reset keeps the seed");
}

#[tokio::test]
async fn a_seed_may_name_another_account_and_use_its_persons() {
    let mut seed = good();
    seed["account"] = "carer".into();
    seed["persons"] = json!([]);
    seed["insurance"] = json!([]);
    seed["registrations"] = json!([]);
    seed["documents"][0]["person"] = "p-carer-ani".into();
    let file = TempFile::new("seed.json", &seed.to_string());
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    assert_eq!(server.sign_in("carer").await.get("/api/v1/documents/d-new").await.status, 200);
    server.sign_in("patient").await.get("/api/v1/documents/d-new").await.refused(403, "not_allowed");
}

#[test]
fn events_of_any_kind_and_in_any_order_are_taken() {
    let mut seed = good();
    seed["documents"][0]["events"][0]["kind"] = "moon.phase".into();
    seed["documents"][0]["events"][0]["at"] = "2020-01-01".into();
    seed["documents"][0]["status"] = "unheard_of".into();
    assert_eq!(error(&seed), "");
}

#[test]
fn a_bad_field_is_named_with_line_and_column() {
    for (pointer, bad, field, why) in [
        ("/documents/0/status", json!("NOT A CODE"), "documents[0].status", "not a code"),
        ("/documents/0/changed_at", json!("yesterday"), "documents[0].changed_at", "not an RFC 3339"),
        ("/documents/0/valid_to", json!("2026-02-30"), "documents[0].valid_to", "not an RFC 3339 full-date"),
        ("/documents/0/events/1/at", json!(7), "documents[0].events[1].at", "invalid type: integer"),
        ("/documents/0/events/0/sequence", json!(-1), "documents[0].events[0].sequence", "invalid value"),
        ("/persons/0/zone", json!("Europe/Atlantis"), "persons[0].zone", "not in the list"),
        (
            "/documents/0/approved_amount",
            json!({ "minor": 1.5, "currency": "EUR" }),
            "documents[0].approved_amount.minor",
            "invalid type: floating point",
        ),
        ("/insurance/0/record/as_of", json!("2026-11-20"), "insurance[0].record.as_of", "not an RFC 3339"),
        (
            "/insurance/0/record/months/1/first",
            json!("2026-1"),
            "insurance[0].record.months[1].first",
            "not a month as YYYY-MM",
        ),
        (
            "/insurance/0/record/months/1/last",
            json!("2026-13"),
            "insurance[0].record.months[1].last",
            "not a month as YYYY-MM",
        ),
        (
            "/insurance/0/record/months/0/payment",
            json!("Paid?"),
            "insurance[0].record.months[0].payment",
            "not a code",
        ),
        (
            "/insurance/0/record/months/1/owed",
            json!({ "minor": 1, "currency": "KZT" }),
            "insurance[0].record.months[1].owed",
            "contributions are owed in BGN or EUR",
        ),
        ("/insurance/0/system", json!(7), "insurance[0].system", "invalid type: integer"),
        ("/registrations/0/since", json!("06.2019"), "registrations[0].since", "not an RFC 3339 full-date"),
        ("/registrations/0/status", json!("Works?"), "registrations[0].status", "not a code"),
    ] {
        let mut seed = good();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        seed.pointer_mut(parent).unwrap()[name] = bad.clone();
        let text = serde_json::to_string_pretty(&seed).unwrap();
        let message = error(&seed);
        let (place, rest) = message.split_once(": ").unwrap();
        assert!(rest.starts_with(&format!("{field}: {why}")), "{message}");
        let line: usize = place.split(':').nth(1).unwrap().parse().unwrap();
        let said = text.lines().nth(line - 1).unwrap();
        let last = name.rsplit('.').next().unwrap();
        assert!(said.contains(last) || said.contains("minor"), "{message}\n{said}");
    }
}

#[test]
fn what_the_shapes_cannot_say_is_checked_too() {
    for (pointer, value, expected) in [
        ("/documents/0/person", json!("p-nobody"), "documents[0].person: no person with this id"),
        ("/documents/0/id", json!("patient-insulin"), "documents[0].id: this id is in use already"),
        ("/documents/0/id", json!("a b"), "documents[0].id: an id is 1 to 40"),
        ("/documents/0/events/1/id", json!("e-2"), "documents[0].events[1].id: this id is used twice"),
        (
            "/documents/0/events/1/sequence",
            json!(9),
            "documents[0].events[1].sequence: 9 is the sequence of another",
        ),
        ("/documents/0/events/1/sequence", json!(0), "documents[0].events[1].sequence: numbers begin with 1"),
        ("/persons/0/id", json!("p-patient"), "persons[0].id: this id is in use already"),
        ("/insurance/0/person", json!("p-nobody"), "insurance[0].person: no person with this id"),
        (
            "/insurance/0/person",
            json!("p-patient"),
            "insurance[0].person: this person's insurance is told already",
        ),
        (
            "/insurance/0/record/months/1/first",
            json!("2025-11"),
            "insurance[0].record.months[1].first: 2025-11 is told twice",
        ),
        (
            "/insurance/0/record/months/1/first",
            json!("2026-11"),
            "insurance[0].record.months[1].last: earlier than first",
        ),
        ("/registrations/0/person", json!("p-nobody"), "registrations[0].person: no person with this id"),
        (
            "/registrations/1/person",
            json!("p-new"),
            "registrations[1].person: this person is registered twice",
        ),
        ("/persons/0/relation", json!("self"), "persons[0].relation: the account has its own person already"),
    ] {
        let mut seed = good();
        *seed.pointer_mut(pointer).unwrap() = value;
        let message = error(&seed);
        assert!(message.contains(&format!(": {expected}")), "{message}");
        assert!(!message.starts_with("FILE:1:1:"), "{message}");
    }
    let mut seed = good();
    seed["insurance"][0]["system"] = "kazakhstan".into();
    assert!(error(&seed).contains("insurance[0].record: only Bulgaria's insurance has a record"));
    let mut seed = good();
    seed["insurance"] = json!([seed["insurance"][0], seed["insurance"][0]]);
    assert!(error(&seed).contains("insurance[1].person: this person's insurance is told twice"));
    let mut seed = good();
    seed["account"] = "nobody".into();
    assert!(error(&seed).contains(": account: no persona has this key"));
    seed = good();
    seed["documents"][0]["valid_from"] = "2026-06-01".into();
    seed["documents"][0]["valid_to"] = "2026-05-01".into();
    assert!(error(&seed).contains("documents[0].valid_to: earlier than valid_from"));
}

#[test]
fn facts_of_one_kind_on_another_and_facts_that_contradict_each_other_are_refused() {
    for (kind, facts, expected) in [
        ("prescription", json!({ "referral": { "to": "laboratory" } }), "referral: documents of this kind"),
        (
            "referral",
            json!({ "hearing": { "at": "2026-12-01", "place": "x" } }),
            "hearing: documents of this kind",
        ),
        (
            "prescription",
            json!({ "prescription": { "kind": "telk_file", "dispensed": [] } }),
            "prescription.kind: this is no prescription",
        ),
        ("medicine_protocol", json!({ "appeal_until": "2026-12-01" }), "appeal_until: nothing was refused"),
        ("medicine_protocol", json!({ "appeal_basis": "law" }), "appeal_basis: there is no appeal_until"),
        ("medicine_protocol", json!({ "use_basis": "law" }), "use_basis: there is no use_until"),
        (
            "referral",
            json!({ "issued_on": "2026-05-02", "valid_to": "2026-05-01" }),
            "valid_to: earlier than issued_on",
        ),
        (
            "lkk_protocol",
            json!({ "issued_on": "2026-05-02", "use_until": "2026-05-01" }),
            "use_until: earlier than issued_on",
        ),
        ("medicine_protocol", json!({ "decision_limit": { "days": 30 } }), "decision_limit: a day, or"),
        (
            "medicine_protocol",
            json!({ "decision_limit": { "days": 0, "unit": "working" } }),
            "decision_limit: a day, or",
        ),
        (
            "medicine_protocol",
            json!({ "left": [{ "name": "x", "left": 3, "of": 2, "unit": "x" }] }),
            "left: more is left than there was",
        ),
        (
            "prescription",
            json!({ "prescription": { "kind": "one_off_prescription", "times": 0,
                "dispensed": [{ "on": "2026-05-01", "what": "x" }] } }),
            "prescription.dispensed: dispensed more often",
        ),
        (
            "prescription",
            json!({ "prescription": { "kind": "repeat_prescription",
                "dispensed": [{ "on": "2026-05-02", "what": "x" }, { "on": "2026-05-01", "what": "x" }] } }),
            "prescription.dispensed: not in the order",
        ),
        (
            "prescription",
            json!({ "issued_on": "2026-05-02", "prescription": { "kind": "repeat_prescription",
                "dispensed": [{ "on": "2026-05-01", "what": "x" }] } }),
            "prescription.dispensed: before it was issued",
        ),
    ] {
        let mut seed = good();
        seed["documents"][0]["kind"] = kind.into();
        let document = seed["documents"][0].as_object_mut().unwrap();
        document.extend(facts.as_object().unwrap().clone());
        let message = error(&seed);
        assert!(message.contains(&format!(": documents[0].{expected}")), "{message}");
    }
    // A kind that no app knows may have anything that does not contradict itself.
    let mut seed = good();
    seed["documents"][0]["kind"] = "moon_certificate".into();
    seed["documents"][0]["referral"] = json!({ "to": "moon" });
    assert_eq!(error(&seed), "");
}

#[test]
fn what_is_no_seed_at_all_says_where_it_stops() {
    for (text, expected) in [
        ("", "FILE:1:1: .: EOF while parsing a value"),
        ("{\n \"persons\": [\n", "FILE:3:0: persons: EOF"),
        ("{\"colour\": 1}", "FILE:1:12: colour: unknown field"),
        ("{} x", "FILE:1:4: .: trailing characters"),
    ] {
        let message = Seed::read("FILE", text).unwrap_err().to_string();
        assert!(message.starts_with(expected), "{message}");
    }
    let missing = App::start(&Options { seed: Some("/nowhere/seed.json".into()), ..options() });
    assert!(missing.err().unwrap().to_string().starts_with("/nowhere/seed.json:1:1: .: "));
}

fn grant() -> Value {
    json!({ "id": "g-new", "person": "p-new", "basis": "mandate", "scopes": ["look"],
            "kinds": ["device_application"], "given_at": "2026-11-01T08:00:00Z", "until": "2026-11-22" })
}

#[tokio::test]
async fn a_seed_says_what_the_account_may_do_and_when_somebody_was_born() {
    let mut seed = good();
    seed["births"] = json!([{ "person": "p-new", "born": "2011-03-01" }]);
    seed["grants"] = json!([grant()]);
    let file = TempFile::new("seed.json", &seed.to_string());
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    let patient = server.sign_in("patient").await;
    let told = &patient.get(path::PERSONS).await.json()["persons"][1];
    assert_eq!((&told["scopes"], &told["until"]), (&json!(["look"]), &json!("2026-11-22")));
    patient.get("/api/v1/documents/d-new").await.refused(403, "not_allowed");
    server.advance(14 * 60 * 60).await;
    let patient = server.sign_in("patient").await;
    assert_eq!(patient.get(path::PERSONS).await.json()["persons"].as_array().unwrap().len(), 1, "it is over");
    // Of whom nothing is said, everything may be done.
    let file = TempFile::new("seed.json", &good().to_string());
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    let told = server.sign_in("patient").await.get(path::ACCESS).await.json();
    assert_eq!(
        (&told["held"][0]["basis"], &told["held"][0]["scopes"]),
        (&json!("guardian"), &json!(["look", "act", "receive"]))
    );
}

/// Of whom no contribution is told, the ages are those of where they live: 16 changes nothing outside Bulgaria.
#[tokio::test]
async fn ages_are_those_of_the_country_of_the_person() {
    for (zone, may_act) in [("Europe/Sofia", false), ("Asia/Almaty", true), ("Asia/Barnaul", true)] {
        let mut seed = good();
        seed["persons"][0]["zone"] = json!(zone);
        seed["insurance"] = json!([]);
        seed["births"] = json!([{ "person": "p-new", "born": "2010-06-01" }]);
        seed["grants"] = json!([{ "id": "g-new", "person": "p-new", "basis": "parent", "scopes": ["look", "act"],
                                   "given_at": "2026-11-01T08:00:00Z" }]);
        let file = TempFile::new("seed.json", &seed.to_string());
        let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
        let held = &server.sign_in("patient").await.get(path::ACCESS).await.json()["held"][0];
        assert_eq!(held["narrowed"].is_null(), may_act, "{zone}: {held}");
    }
}

#[test]
fn a_grant_that_makes_no_sense_is_named() {
    for (pointer, value, expected) in [
        (
            "/grants/0/person",
            json!("p-patient"),
            "grants[0].person: no other person with this id in the file",
        ),
        ("/grants/0/id", json!("g-stefka-georgi"), "grants[0].id: this id is in use already"),
        ("/grants/0/id", json!("a b"), "grants[0].id: an id is 1 to 40"),
        ("/grants/0/until", json!(null), "grants[0].basis: only a parent's grant has no last day"),
        ("/grants/0/scopes", json!(["fly"]), "grants[0].scopes: no scope that there is"),
        ("/grants/0/basis", json!("friend"), "grants[0].basis: not in the list"),
        ("/births/0/person", json!("p-nobody"), "births[0].person: no person with this id"),
        ("/births/0/born", json!("2011-02-29"), "births[0].born: not an RFC 3339 full-date"),
    ] {
        let mut seed = good();
        seed["births"] = json!([{ "person": "p-new", "born": "2011-03-01" }]);
        seed["grants"] = json!([grant()]);
        *seed.pointer_mut(pointer).unwrap() = value;
        let message = error(&seed);
        assert!(message.contains(&format!(": {expected}")), "{message}");
    }
}

#[tokio::test]
async fn a_database_of_before_grants_keeps_who_may_see_whom() {
    let file = TempFile::new("older.sqlite", "");
    let with_db = || Options { db: Some(file.0.clone()), ..options() };
    drop(Server::with(&with_db()));
    let db = rusqlite::Connection::open(&file.0).unwrap();
    db.execute_batch(
        "DROP TABLE person; DROP TABLE grants; DROP TABLE sight; DROP TABLE hidden; DROP TABLE access_change; \
         DROP TABLE access_log; DROP TABLE wrong_code; UPDATE meta SET value = 'older' WHERE key = 'origin'; \
         DELETE FROM meta WHERE key = 'access'; DELETE FROM access WHERE account IN ('mother', 'teen')",
    )
    .unwrap();
    drop(db);
    let server = Server::with(&with_db());
    let carer = server.sign_in("carer").await;
    let persons: Persons = carer.get(path::PERSONS).await.read();
    assert_eq!(persons.persons.len(), 4);
    assert_eq!(carer.get("/api/v1/documents/stefka-walker").await.status, 200);
}
