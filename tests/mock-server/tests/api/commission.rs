//! `get_commission`.

use axum::http::Method;
use contract::commission::Commission;
use contract::{PersonId, path};
use domain::rules::day;
use domain::telk::plan::{House, Plan, Step, next_step};
use serde_json::json;

use crate::client::{Server, options};
use crate::of_person;
use crate::temp::TempFile;
use mock_server::state::Options;

/// The path of somebody's plan.
pub fn place(person: &str) -> String {
    path::person_commission(&PersonId(person.to_owned()))
}

#[tokio::test]
async fn a_plan_comes_with_a_tag_and_with_the_practice_of_the_person() {
    let server = Server::start();
    let commission: Commission = of_person::comes_with_its_tag_and_once(&server, "commission").await.read();
    assert_eq!((commission.practice.as_deref(), commission.under_age), (Some("chobanova"), false));
    assert_eq!(commission.tests.len(), 3);
}

#[tokio::test]
async fn three_patients_stand_at_three_places() {
    let server = Server::start();
    let today = day!("2026-11-22");
    for (persona, person, house, step) in [
        ("patient", "p-patient", true, Step::RepeatTests(1, day!("2027-01-20"))),
        ("mother", "p-carer-stefka", false, Step::BookVisit(day!("2026-12-09"))),
        ("empty", "p-empty", false, Step::Ask(None)),
    ] {
        let commission: Commission = server.sign_in(persona).await.get(&place(person)).await.read();
        let known = House::of(commission.practice.as_deref());
        assert_eq!(known.is_some(), house, "{person}");
        assert_eq!(next_step(&commission.read(), known, today), step, "{person}");
    }
}

#[tokio::test]
async fn a_child_is_under_age_and_has_an_empty_plan() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let commission: Commission = carer.get(&place("p-carer-ani")).await.read();
    assert!(commission.under_age);
    assert_eq!(commission.read(), Plan::default());
    let stefka: Commission = carer.get(&place("p-carer-stefka")).await.read();
    assert_eq!((stefka.practice.as_deref(), stefka.under_age), (Some("obraztsova"), false));
}

#[tokio::test]
async fn others_persons_ids_that_do_not_exist_and_persons_of_other_systems_are_refused_alike() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for id in ["p-carer", "p-nobody", "%20"] {
        patient.get(&place(id)).await.refused(403, "not_allowed");
    }
    for (persona, own) in [("kazakhstan", "p-kazakhstan"), ("altai", "p-altai")] {
        let other = server.sign_in(persona).await;
        assert_eq!(other.get(&path::person_insurance(&PersonId(own.to_owned()))).await.status, 200, "{own}");
        other.get(&place(own)).await.refused(403, "not_allowed");
    }
    Server::start().get(&place("p-patient")).await.refused(401, "signed_out");
}

#[tokio::test]
async fn a_look_stands_in_the_log() {
    let server = Server::start();
    server.sign_in("carer").await.get(&place("p-carer-stefka")).await;
    let log = server.sign_in("mother").await.get("/api/v1/persons/p-carer-stefka/access-log").await;
    assert_eq!(log.json()["entries"][0]["what"], "looked_at_plan");
}

#[tokio::test]
async fn a_seed_brings_plans_and_a_bad_one_is_named_with_its_place() {
    let seed = |days: serde_json::Value| {
        json!({
            "persons": [{ "id": "p-new", "name": "Нов Новаков", "relation": "ward", "zone": "Europe/Sofia" }],
            "commissions": [{ "person": "p-new", "plan": { "days": days } }],
        })
        .to_string()
    };
    let file = TempFile::new("plan.json", &seed(json!([{ "of": "session", "day": "2027-02-01" }])));
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    let told: Commission = server.sign_in("patient").await.get(&place("p-new")).await.read();
    assert_eq!((told.days.len(), told.practice), (1, None));
    let bad = mock_server::seed::Seed::read("x", &seed(json!([{ "of": "wedding", "day": "2027-02-01" }])));
    assert_eq!(bad.unwrap_err().field, "commissions[0].plan.days[0]");
}

#[tokio::test]
async fn a_database_of_an_earlier_version_gets_the_table() {
    let file = TempFile::new("commission.sqlite", "");
    std::fs::remove_file(&file.0).unwrap();
    let options = Options { db: Some(file.0.clone()), ..options() };
    drop(Server::with(&options));
    let db = rusqlite::Connection::open(&file.0).unwrap();
    db.execute_batch("DROP TABLE commission; UPDATE meta SET value = 'older'").unwrap();
    drop(db);
    let server = Server::with(&options);
    let told: Commission = server.sign_in("patient").await.get(&place("p-patient")).await.read();
    assert_eq!(told.read(), Plan::default(), "kept as it is");
    server.control(Method::POST, "/mock/reset", json!({})).await;
    let told: Commission = server.sign_in("patient").await.get(&place("p-patient")).await.read();
    assert_eq!(told.days.len(), 4);
}
