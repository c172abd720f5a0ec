//! `get_account_data`.

use axum::http::Method;
use contract::account_data::AccountData;
use contract::path;
use serde_json::json;

use crate::client::Server;
use crate::report_document::report;

#[tokio::test]
async fn it_is_a_file_that_holds_everything_of_the_account_holder_and_explains_itself() {
    let server = Server::start();
    server.sign_in("patient").await;
    let patient = server.sign_in("patient").await;
    report(&patient, "patient-insulin", json!({ "kind": "not_me", "text": "Не съм аз." })).await;
    let correction = json!({ "field": "name", "wrong": "буква", "right": "Примерова" });
    patient.write(Method::POST, path::CORRECTIONS, &[], Some(correction)).await;
    let answer = patient.get(path::ACCOUNT_DATA).await;
    let name = answer.header("content-disposition").unwrap();
    assert_eq!(name, "attachment; filename=\"yasno-2026-11-22.json\"");
    let data: AccountData = answer.read();
    assert_eq!((data.version, data.generated_at.to_rfc3339().as_str()), (1, "2026-11-22T08:00:00+00:00"));
    assert_eq!(data.account.name, "Мария Примерова");
    let index = patient.get(path::DOCUMENTS).await.json();
    assert_eq!(data.documents.len(), index["documents"].as_array().unwrap().len());
    assert!(data.documents.iter().all(|document| document.entry.person.as_str() == "p-patient"));
    assert!(data.documents.iter().any(|document| !document.events.is_empty()));
    assert_eq!(data.insurance.record.unwrap().months.len(), 70);
    assert_eq!((data.sessions.len(), data.sign_ins.len()), (2, 2));
    assert_eq!(data.reports[0].document.as_str(), "patient-insulin");
    assert_eq!(data.reports[0].report.text.as_deref(), Some("Не съм аз."));
    assert_eq!(data.corrections[0].right, "Примерова");
}

#[tokio::test]
async fn every_member_is_described_in_every_language() {
    let server = Server::start();
    let data = server.sign_in("patient").await.get(path::ACCOUNT_DATA).await.json();
    let described: Vec<&str> =
        data["parts"].as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
    let mut members: Vec<&str> = data.as_object().unwrap().keys().map(String::as_str).collect();
    members.retain(|member| !["version", "generated_at", "parts"].contains(member));
    let mut sorted = described.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, members);
    for part in data["parts"].as_array().unwrap() {
        for language in ["bg", "en", "ru", "kk"] {
            assert!(!part["description"][language].as_str().unwrap().is_empty(), "{part}");
        }
    }
}

#[tokio::test]
async fn of_those_cared_for_it_holds_name_and_relation_and_nothing_else() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let answer = carer.get(path::ACCOUNT_DATA).await;
    let data: AccountData = answer.read();
    let persons: Vec<(&str, &str)> =
        data.persons.iter().map(|person| (person.name.as_str(), person.relation.code())).collect();
    let expected = [("Ани Образцова", "child"), ("Борис Образцов", "child"), ("Стефка Образцова", "parent")];
    assert_eq!(persons, expected);
    assert!(data.documents.iter().all(|document| document.entry.person.as_str() == "p-carer"));
    let text = answer.text();
    for theirs in ["p-carer-ani", "p-carer-boris", "p-carer-stefka", "ani-asthma"] {
        assert!(!text.contains(theirs), "{theirs}");
    }
}

#[tokio::test]
async fn no_secret_of_a_session_is_in_it_and_ended_ones_are_said_to_be_over() {
    let server = Server::start();
    let before = server.sign_in("patient").await;
    before.write(Method::DELETE, path::SESSION, &[], None).await;
    let patient = server.sign_in("patient").await;
    let answer = patient.get(path::ACCOUNT_DATA).await;
    let text = answer.text();
    for secret in [&patient.csrf, patient.cookie.split_once('=').unwrap().1, &before.csrf] {
        assert!(!text.contains(secret));
    }
    let ended: Vec<bool> =
        answer.read::<AccountData>().sessions.iter().map(|session| session.ended).collect();
    assert_eq!(ended, [false, true]);
}

#[tokio::test]
async fn sign_ins_are_all_in_it_and_not_only_the_newest() {
    let server = Server::start();
    for _ in 0..60 {
        server.sign_in("empty").await;
    }
    let empty = server.sign_in("empty").await;
    let data: AccountData = empty.get(path::ACCOUNT_DATA).await.read();
    assert_eq!((data.sign_ins.len(), data.documents.len()), (61, 0));
    assert_eq!(empty.get(path::SIGN_INS).await.json()["sign_ins"].as_array().unwrap().len(), 50);
}

#[tokio::test]
async fn only_who_is_signed_in_gets_any() {
    let server = Server::start();
    server.get(path::ACCOUNT_DATA).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(path::ACCOUNT_DATA).await.refused(401, "session_over");
}
