//! `list_reports`, and what the fund does with reports (`/mock/asked`).

use axum::http::Method;
use contract::path;
use contract::report::Reports;
use serde_json::json;

use crate::client::Server;
use crate::report_document::{at, report};

#[tokio::test]
async fn they_come_newest_first_and_stay_with_their_document() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for kind in ["not_me", "wrong_data"] {
        report(&patient, "patient-insulin", json!({ "kind": kind })).await;
    }
    let reports: Reports = patient.get(&at("patient-insulin")).await.read();
    let kinds: Vec<&str> = reports.reports.iter().map(|report| report.kind.code()).collect();
    assert_eq!(kinds, ["wrong_data", "not_me"]);
    assert_eq!(patient.get(&at("patient-lipids")).await.json()["reports"], json!([]));
}

#[tokio::test]
async fn the_person_sees_who_reported_what_for_them_and_a_proxy_only_their_own() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    report(&mother, "stefka-walker", json!({ "kind": "not_me" })).await;
    assert_eq!(carer.get(&at("stefka-walker")).await.json()["reports"], json!([]));
    report(&carer, "stefka-walker", json!({ "kind": "wrong_data" })).await;
    let kinds = |reports: &Reports| -> Vec<(String, Option<String>)> {
        let told = reports.reports.iter();
        told.map(|report| (report.kind.code().to_owned(), report.by.clone())).collect()
    };
    let carers: Reports = carer.get(&at("stefka-walker")).await.read();
    assert_eq!(kinds(&carers), [("wrong_data".to_owned(), None)]);
    let mothers: Reports = mother.get(&at("stefka-walker")).await.read();
    let by_carer = Some("Георги Образцов".to_owned());
    assert_eq!(kinds(&mothers), [("wrong_data".to_owned(), by_carer), ("not_me".to_owned(), None)]);
}

#[tokio::test]
async fn the_fund_takes_it_up_and_answers() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    report(&patient, "patient-insulin", json!({ "kind": "not_me" })).await;
    let asked = "/mock/asked/R-2026-000001";
    server.advance(60).await;
    server.control(Method::POST, asked, json!({ "state": "in_check" })).await;
    let now = patient.get(&at("patient-insulin")).await.json()["reports"][0].clone();
    assert_eq!((&now["state"], &now["changed_at"]), (&json!("in_check"), &json!("2026-11-22T08:01:00Z")));
    server.control(Method::POST, asked, json!({ "state": "answered", "answer": "Поправено." })).await;
    let now = patient.get(&at("patient-insulin")).await.json()["reports"][0].clone();
    assert_eq!((&now["state"], &now["answer"]), (&json!("answered"), &json!("Поправено.")));
    let longer = json!({ "state": "in_check", "extended": true });
    server.control(Method::POST, asked, longer).await.refused(400, "malformed");
    let nobodys = server.control(Method::POST, "/mock/asked/R-1", json!({ "state": "in_check" })).await;
    nobodys.refused(404, "not_found");
}

#[tokio::test]
async fn foreign_unknown_and_formless_ids_are_refused_alike_and_only_whom_is_signed_in() {
    let server = Server::start();
    server.get(&at("patient-insulin")).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    for id in ["ani-asthma", "not-there", "%D1%8F", "a%20b"] {
        let path = format!("{}/{id}/reports", path::DOCUMENTS);
        patient.get(&path).await.refused(403, "not_allowed");
    }
    server.advance(24 * 60 * 60).await;
    patient.get(&at("ani-asthma")).await.refused(401, "session_over");
}
