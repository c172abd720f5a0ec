//! `search_documents`.

use axum::http::Method;
use contract::document::DocumentPage;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Server};

async fn found(server: &Server, persona: &str, body: Value) -> Vec<String> {
    let page: DocumentPage = server.sign_in(persona).await.post(path::DOCUMENT_SEARCH, body).await.read();
    page.documents.iter().map(|entry| entry.id.to_string()).collect()
}

#[tokio::test]
async fn every_word_must_occur_in_number_subject_or_name_whatever_the_case() {
    let server = Server::start();
    for (text, expected) in [
        ("ИНСУЛИНОВИ", &["boris-insulin"][..]),
        ("стефка алцхаймер", &["stefka-memory", "stefka-memory-2"]),
        ("0300-001388", &["ani-asthma"]),
        ("борис алцхаймер", &[]),
        ("100 %", &[]),
        ("'; DROP TABLE document; --", &[]),
    ] {
        assert_eq!(found(&server, "carer", json!({ "text": text })).await, expected, "{text}");
    }
    assert_eq!(found(&server, "carer", json!({ "text": " " })).await.len(), 16);
    assert!(found(&server, "patient", json!({ "text": "Образцов" })).await.is_empty());
}

#[tokio::test]
async fn what_was_found_comes_in_pages() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let body = |page: Value| json!({ "text": "стефка", "page": page });
    let first: DocumentPage = carer.post(path::DOCUMENT_SEARCH, body(json!({ "limit": 4 }))).await.read();
    let cursor = first.next_cursor.unwrap();
    let rest = body(json!({ "limit": 4, "cursor": cursor }));
    let second: DocumentPage = carer.post(path::DOCUMENT_SEARCH, rest).await.read();
    assert_eq!((first.documents.len(), second.documents.len()), (4, 2));
    assert_eq!(second.next_cursor, None);
    let other = json!({ "text": "борис", "page": { "cursor": cursor } });
    carer.post(path::DOCUMENT_SEARCH, other).await.refused(400, "malformed");
}

#[tokio::test]
async fn a_search_changes_nothing_and_needs_no_token_and_no_key() {
    let server = Server::start();
    assert_eq!(found(&server, "patient", json!({ "text": "количка" })).await, ["patient-wheelchair"]);
}

#[tokio::test]
async fn a_text_too_long_is_refused_with_its_field() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.post(path::DOCUMENT_SEARCH, json!({ "text": "я".repeat(101) })).await;
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"], json!([{ "pointer": "/text", "code": "text.too_long" }]));
    assert_eq!(patient.post(path::DOCUMENT_SEARCH, json!({ "text": "я".repeat(100) })).await.status, 200);
}

#[tokio::test]
async fn what_is_no_search_is_malformed_and_what_is_too_large_is_said_so() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for body in [json!({}), json!("text"), json!({ "text": "a", "page": { "limit": 0 } })] {
        patient.post(path::DOCUMENT_SEARCH, body).await.refused(400, "malformed");
    }
    patient
        .post(path::DOCUMENT_SEARCH, json!({ "text": "x".repeat(64 * 1024) }))
        .await
        .refused(413, "too_large");
    let mut plain = patient.request(Method::POST, path::DOCUMENT_SEARCH, &[("content-type", "text/plain")]);
    *plain.body_mut() = axum::body::Body::from("{\"text\":\"a\"}");
    Answer::of(server.send(plain).await).await.refused(400, "malformed");
}
