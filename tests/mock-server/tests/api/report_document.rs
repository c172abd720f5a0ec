//! `report_document`.

use std::collections::BTreeSet;

use axum::http::Method;
use contract::report::Report;
use contract::{DocumentId, path};
use domain::coded::Coded;
use domain::data_right::State;
use domain::data_right::report::{Checker, Kind, Next, TEXT_LIMIT};
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

pub fn at(document: &str) -> String {
    path::reports(&DocumentId(document.to_owned()))
}

pub async fn report(client: &Client<'_>, document: &str, body: Value) -> Answer {
    client.write(Method::POST, &at(document), &[], Some(body)).await
}

fn created(answer: &Answer) -> Report {
    assert_eq!(answer.status, 201, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn it_gets_a_number_a_checker_and_what_happens_now() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let body = json!({ "event": "e-patient-insulin-3", "kind": "not_me", "text": "  Не съм аз.\n" });
    let first = created(&report(&patient, "patient-insulin", body).await);
    assert_eq!(first.number, "R-2026-000001");
    assert_eq!(first.at.to_rfc3339(), "2026-11-22T08:00:00+00:00");
    assert_eq!(first.event.unwrap().as_str(), "e-patient-insulin-3");
    assert_eq!(first.text.as_deref(), Some("Не съм аз."));
    assert_eq!(first.checker, Coded::Known(Checker::RegionalFund));
    assert_eq!(first.state, Coded::Known(State::Received));
    let next = [Next::Compared, Next::EntryStays, Next::AnswerHere, Next::LookAtSignIns];
    assert_eq!(first.next, next.map(Coded::Known));
    let second = created(&report(&patient, "patient-insulin", json!({ "kind": "wrong_data" })).await);
    assert_eq!((second.number.as_str(), second.event, second.text), ("R-2026-000002", None, None));
    assert_eq!(second.kind, Coded::Known(Kind::WrongData));
}

#[tokio::test]
async fn the_patients_own_fund_checks_it_in_another_country() {
    let server = Server::start();
    let kazakhstan = server.sign_in("kazakhstan").await;
    let documents = kazakhstan.get(path::DOCUMENTS).await.json();
    let id = documents["documents"][0]["id"].as_str().unwrap();
    let report = created(&report(&kazakhstan, id, json!({ "kind": "not_me" })).await);
    assert_eq!(report.checker, Coded::Known(Checker::OwnFund));
}

#[tokio::test]
async fn documents_of_those_cared_for_can_be_reported_too() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    assert_eq!(report(&carer, "ani-asthma", json!({ "kind": "not_me" })).await.status, 201);
}

#[tokio::test]
async fn what_cannot_be_taken_is_all_named_and_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let body = json!({ "event": "e-patient-lipids-1", "kind": "moon", "text": "я".repeat(TEXT_LIMIT + 1) });
    let answer = report(&patient, "patient-insulin", body).await;
    answer.refused(422, "invalid_fields");
    let expected = json!([
        { "pointer": "/event", "code": "event.unknown" },
        { "pointer": "/kind", "code": "kind.unknown" },
        { "pointer": "/text", "code": "text.too_long" },
    ]);
    assert_eq!(answer.json()["fields"], expected);
    assert_eq!(patient.get(&at("patient-insulin")).await.json()["reports"], json!([]));
    let most = json!({ "kind": "not_me", "text": "я".repeat(TEXT_LIMIT) });
    assert_eq!(report(&patient, "patient-insulin", most).await.status, 201);
    for malformed in [json!({}), json!({ "kind": "NO CODE" }), json!({ "kind": "not_me", "number": "R-1" })] {
        report(&patient, "patient-insulin", malformed).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let (mut bodies, mut headers) = (BTreeSet::new(), BTreeSet::new());
    for id in ["ani-asthma", "not-there", "%D1%8F", "a%20b", &"x".repeat(60)] {
        let path = format!("{}/{id}/reports", path::DOCUMENTS);
        // What else is wrong with it does not show whether the document is there.
        for body in [json!({ "kind": "not_me" }), json!({ "kind": "moon", "event": "e-ani-asthma-1" })] {
            let answer = patient.write(Method::POST, &path, &[], Some(body)).await;
            answer.refused(403, "not_allowed");
            bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
            headers.insert(answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>());
        }
    }
    assert_eq!((bodies.len(), headers.len()), (1, 1), "{bodies:?} {headers:?}");
    let carer = server.sign_in("carer").await;
    assert_eq!(carer.get(&at("ani-asthma")).await.json()["reports"], json!([]));
}

#[tokio::test]
async fn a_report_that_is_sent_twice_is_kept_once() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let key = [("idempotency-key", "same")];
    let send = async || {
        let headers = [key[0], ("x-csrf-token", &patient.csrf), ("content-type", "application/json")];
        let mut request = patient.request(Method::POST, &at("patient-insulin"), &headers);
        *request.body_mut() = axum::body::Body::from(json!({ "kind": "not_me" }).to_string());
        Answer::of(server.send(request).await).await
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(again.status, 201);
    assert_eq!(patient.get(&at("patient-insulin")).await.json()["reports"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_it_says_stands_in_no_log() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    report(&patient, "patient-insulin", json!({ "kind": "not_me", "text": "тайна" })).await;
    let log = server.get("/mock/requests").await.text();
    assert!(log.contains("report_document") && !log.contains("тайна"), "{log}");
}
