//! `get_person_gp`.

use std::collections::BTreeSet;

use axum::http::Method;
use contract::gp::{GpRecord, Told};
use contract::{PersonId, path};
use domain::coded::Coded;
use domain::gp_choice::{Ground, May, advice_at, ground};
use domain::insurance::System;
use serde_json::json;

use crate::client::{Client, Server};

fn at(person: &str) -> String {
    path::person_gp(&PersonId(person.to_owned()))
}

async fn told(client: &Client<'_>, person: &str) -> GpRecord {
    client.get(&at(person)).await.read()
}

#[tokio::test]
async fn a_registration_comes_with_its_tag_and_once() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(&at("p-patient")).await;
    let record: GpRecord = answer.read();
    let Told::With(registration) = record.told() else { panic!("a registration") };
    assert_eq!((registration.practice.as_str(), registration.status.code()), ("chobanova", "works"));
    let tag = answer.header("etag").unwrap();
    let again = patient.get_with(&at("p-patient"), &[("if-none-match", tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut bodies = BTreeSet::new();
    for id in ["p-carer", "p-empty", "not-there", "%D1%8F", "a%20b", &"x".repeat(60)] {
        let answer = patient.get(&format!("{}/{id}/gp", path::PERSONS)).await;
        answer.refused(403, "not_allowed");
        assert_eq!(answer.header("etag"), None);
        bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
    }
    assert_eq!(bodies.len(), 1, "{bodies:?}");
}

#[tokio::test]
async fn signed_out_and_over_come_before_not_allowed() {
    let server = Server::start();
    server.get(&at("p-patient")).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(&at("p-carer")).await.refused(401, "session_over");
}

#[tokio::test]
async fn it_fails_on_demand_and_is_listed() {
    let server = Server::start();
    let rule = json!({ "route": "get_person_gp", "kind": "status", "code": "unavailable", "count": 1 });
    assert_eq!(server.control(Method::POST, "/mock/failures", rule).await.status, 201);
    let patient = server.sign_in("patient").await;
    patient.get(&at("p-patient")).await.refused(503, "unavailable");
    assert_eq!(patient.get(&at("p-patient")).await.status, 200);
    assert!(server.get("/mock").await.text().contains("get_person_gp"));
}

#[tokio::test]
async fn another_countrys_insurance_has_a_code_and_no_registration() {
    let server = Server::start();
    for (persona, person, system) in
        [("kazakhstan", "p-kazakhstan", System::Kazakhstan), ("altai", "p-altai", System::Russia)]
    {
        let record = told(&server.sign_in(persona).await, person).await;
        assert_eq!(record.told(), Told::OtherSystem(&Coded::Known(system)));
        assert_eq!(record.registration, None);
    }
}

#[tokio::test]
async fn who_has_no_gp_is_told_so() {
    let server = Server::start();
    assert_eq!(told(&server.sign_in("empty").await, "p-empty").await.told(), Told::Nobody);
}

/// Two may not before December, one may today, for the practice is closed.
#[tokio::test]
async fn the_family_of_the_carer_stands_in_different_ways() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let mut grounds = Vec::new();
    for person in ["p-carer", "p-carer-ani", "p-carer-boris", "p-carer-stefka"] {
        let record = told(&carer, person).await;
        assert!(record.born.is_some(), "{person}");
        let Told::With(registration) = record.told() else { panic!("{person}") };
        let ground = ground(Some(&registration.status), None);
        let advice = advice_at(ground, server.state.clock.now()).unwrap();
        grounds.push((ground, advice.may == May::AnyDay));
    }
    let wish = (Ground::Wish, false);
    assert_eq!(grounds, [wish, wish, (Ground::PracticeClosed, true), wish]);
}

#[tokio::test]
async fn looking_is_noted_for_the_person() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    told(&carer, "p-carer-stefka").await;
    let mother = server.sign_in("mother").await;
    let log = mother.get(&path::access_log(&PersonId("p-carer-stefka".to_owned()))).await.text();
    assert!(log.contains("looked_at_gp"), "{log}");
}
