//! The control API: clock, events, reset, requests, meta.

use axum::http::Method;
use chrono::NaiveDate;
use contract::document::{Document, DocumentIndex};
use contract::path;
use serde_json::{Value, json};

use crate::client::{NOW, Server};

#[tokio::test]
async fn the_clock_is_read_put_moved_and_let_go() {
    let server = Server::start();
    assert_eq!(server.get("/mock/clock").await.json(), json!({ "now": NOW, "standing": true }));
    let put = async |body: Value| server.control(Method::PUT, "/mock/clock", body).await;
    let moved = put(json!({ "now": "2027-03-28T03:30:00+03:00" })).await.json();
    assert_eq!(moved, json!({ "now": "2027-03-28T00:30:00Z", "standing": true }));
    assert_eq!(put(json!({ "advance_seconds": -60 })).await.json()["now"], "2027-03-28T00:29:00Z");
    assert_eq!(put(json!({ "now": null })).await.json()["standing"], false);
    for bad in [json!({ "now": "noon" }), json!({ "advance_seconds": i64::MAX }), json!({ "go": 1 })] {
        put(bad).await.refused(400, "malformed");
    }
    server.control(Method::POST, "/mock/reset", json!({})).await;
    assert_eq!(server.get("/mock/clock").await.json()["now"], NOW);
}

#[tokio::test]
async fn an_event_moves_the_document_and_says_from_where() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let change = server.event("patient-asthma", "protocol.approved").await.json();
    assert_eq!(change["event"]["from"], "docs_required");
    assert_eq!(change["event"]["to"], "approved");
    assert_eq!(change["event"]["at"], NOW);
    assert_eq!(change["event"]["source"], "protocol_register");
    let document: Document = patient.get("/api/v1/documents/patient-asthma").await.read();
    assert_eq!(document.entry.status.code(), "approved");
    assert_eq!(serde_json::to_value(&document.events[4]).unwrap(), change["event"]);
}

#[tokio::test]
async fn everything_of_an_event_can_be_chosen() {
    let server = Server::start();
    let body = json!({
        "kind": "voucher.paused", "to": "paused", "actor": "auditor", "source": "fax", "at": "2026-11-21",
        "reason": { "text": "Проверка" }, "valid_from": "2026-11-21", "valid_to": "2027-11-20",
        "hearing": { "at": "2026-12-09T08:30:00Z", "place": "Зала 4" },
    });
    let answer = server.control(Method::POST, "/mock/documents/patient-hearing/events", body).await.json();
    assert_eq!(answer["event"]["reason"], json!({ "text": "Проверка" }));
    assert_eq!(answer["event"]["actor"], "auditor");
    assert_eq!(answer["document"]["status"], "paused");
    assert_eq!(answer["document"]["changed_at"], "2026-11-21");
    assert_eq!(answer["document"]["valid_to"], "2027-11-20");
    let patient = server.sign_in("patient").await;
    let document: Document = patient.get("/api/v1/documents/patient-hearing").await.read();
    assert_eq!(document.facts.hearing.map(|hearing| hearing.place).as_deref(), Some("Зала 4"));
    assert_eq!(document.facts.valid_from, NaiveDate::from_ymd_opt(2026, 11, 21));
}

#[tokio::test]
async fn an_event_that_leads_nowhere_leaves_the_document_where_it_is() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let before: DocumentIndex = patient.get(path::DOCUMENTS).await.read();
    server.event("patient-wheelchair", "aid.expiry_reminder").await;
    let late = json!({ "kind": "protocol.docs_required", "at": "2025-11-26T08:00:00Z", "record_only": true });
    let answer = server.control(Method::POST, "/mock/documents/patient-insulin/events", late).await.json();
    assert_eq!(answer["event"].get("from"), None);
    let after: DocumentIndex = patient.get(path::DOCUMENTS).await.read();
    assert_eq!(after.documents, before.documents);
    assert!(after.sequence > before.sequence);
}

#[tokio::test]
async fn an_event_for_nothing_or_of_nothing_is_refused() {
    let server = Server::start();
    let post = async |id: &str, body: Value| {
        server.control(Method::POST, &format!("/mock/documents/{id}/events"), body).await
    };
    post("not-there", json!({ "kind": "protocol.approved" })).await.refused(404, "not_found");
    for bad in [
        json!({}),
        json!({ "kind": "" }),
        json!({ "kind": "a", "at": "noon" }),
        json!({ "kind": "a", "x": 1 }),
    ] {
        post("patient-asthma", bad).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn a_reset_brings_everything_back() {
    let server = Server::start();
    let before: DocumentIndex = server.sign_in("patient").await.get(path::DOCUMENTS).await.read();
    let patient = server.sign_in("patient").await;
    patient
        .write(Method::PATCH, path::ACCOUNT, &[("if-match", "*")], Some(json!({ "language": "ru" })))
        .await;
    server.event("patient-asthma", "protocol.approved").await;
    assert_eq!(server.control(Method::POST, "/mock/reset", json!({})).await.status, 204);
    patient.get(path::SESSION).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    assert_eq!(patient.get(path::DOCUMENTS).await.read::<DocumentIndex>(), before);
    assert_eq!(patient.get(path::ACCOUNT).await.json()["language"], "bg");
}

#[tokio::test]
async fn requests_are_logged_without_query_and_body() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(&format!("{}?kind=repair_application", path::DOCUMENT_PAGES)).await;
    server.get("/api/nothing").await;
    let log = server.get("/mock/requests").await.json();
    assert_eq!(
        log["requests"][0],
        json!({
            "request_id": answer.header("x-request-id"), "at": NOW, "method": "GET",
            "path": "/api/v1/documents/pages", "operation": "page_documents", "status": 200,
        })
    );
    assert_eq!(log["requests"][1]["operation"], Value::Null);
    assert_eq!(log["requests"].as_array().unwrap().len(), 2, "the control API is not logged");
}

#[tokio::test]
async fn meta_lists_what_tests_are_made_from() {
    let server = Server::start();
    let meta = server.get("/mock/meta").await.json();
    let keys: Vec<&str> =
        meta["personas"].as_array().unwrap().iter().map(|persona| persona["key"].as_str().unwrap()).collect();
    assert_eq!(
        keys,
        [
            "patient",
            "carer",
            "kazakhstan",
            "altai",
            "editor",
            "approver",
            "empty",
            "many",
            "mother",
            "teen",
            "parent"
        ]
    );
    assert_eq!(meta["personas"][1]["documents"].as_array().unwrap().len(), 16);
    assert_eq!(meta["personas"][7]["document_count"], 30);
    assert_eq!(meta["personas"][8]["persons"], json!(["p-carer-stefka"]));
    assert_eq!(meta["personas"][9]["document_count"], 4);
    assert_eq!(meta["operations"].as_array().unwrap().len(), 66);
    assert_eq!(meta["failure_kinds"], json!(["status", "delay", "hold", "drop", "half", "cut", "garbage"]));
}

#[tokio::test]
async fn only_personas_can_be_signed_in() {
    let server = Server::start();
    server
        .control(Method::POST, "/mock/session", json!({ "persona": "nobody" }))
        .await
        .refused(404, "not_found");
    server.control(Method::POST, "/mock/session", json!({})).await.refused(400, "malformed");
}
