//! `hide_document`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::access::{documents, let_in, offer};
use crate::client::{Answer, Client, Server};
use crate::stream::Stream;

async fn hide(client: &Client<'_>, id: &str, hidden: bool) -> Answer {
    let path = format!("{}/{id}/hidden", path::DOCUMENTS);
    client.write(Method::PUT, &path, &[], Some(json!({ "hidden": hidden }))).await
}

fn entry(index: &Value, id: &str) -> Value {
    let all = index["documents"].as_array().unwrap();
    all.iter().find(|entry| entry["id"] == id).cloned().unwrap_or_default()
}

#[tokio::test]
async fn for_proxies_a_hidden_document_does_not_exist() {
    let server = Server::start();
    let_in(&server, offer()).await;
    let (mother, patient) = (server.sign_in("mother").await, server.sign_in("patient").await);
    let mut own = Stream::open(&server.sign_in("mother").await, "", &[]).await;
    let mut theirs = Stream::open(&patient, "", &[]).await;
    let before = patient.get(path::DOCUMENTS).await.json()["sequence"].as_u64().unwrap();
    assert_eq!(hide(&mother, "stefka-memory", true).await.json(), json!({ "hidden": true }));
    // Each is told; a proxy is not told that it was hiding.
    assert!(own.next().await.unwrap().data.contains("\"hidden\""));
    assert!(theirs.next().await.unwrap().data.contains("\"changed\""));
    assert_eq!(documents(&patient, "p-carer-stefka").await.len(), 5);
    let page = patient.get(&format!("{}?person=p-carer-stefka", path::DOCUMENT_PAGES)).await.text();
    let found = patient.post(path::DOCUMENT_SEARCH, json!({ "text": "001290" })).await.text();
    server.event("stefka-memory", "protocol.approved").await;
    let changes = patient.get(&format!("{}?after={before}", path::CHANGES)).await.text();
    for told in [page, found, changes] {
        assert!(!told.contains("\"stefka-memory\"") && !told.contains("001290"), "{told}");
    }
    let refused = patient.get("/api/v1/documents/stefka-memory").await;
    let nothing = patient.get("/api/v1/documents/not-there").await;
    let without_id = |answer: &Answer| answer.text().replace(answer.header("x-request-id").unwrap(), "");
    refused.refused(403, "not_allowed");
    assert_eq!(without_id(&refused), without_id(&nothing));
    let index = mother.get(path::DOCUMENTS).await.json();
    assert_eq!(entry(&index, "stefka-memory")["hidden"], true);
    assert_eq!(entry(&index, "stefka-walker").get("hidden"), None);
    assert_eq!(mother.get("/api/v1/documents/stefka-memory").await.json()["hidden"], true);
    // An event that comes later does not show it again.
    assert_eq!(documents(&patient, "p-carer-stefka").await.len(), 5);
    hide(&mother, "stefka-memory", false).await;
    assert_eq!(patient.get("/api/v1/documents/stefka-memory").await.status, 200);
    assert_eq!(entry(&mother.get(path::DOCUMENTS).await.json(), "stefka-memory").get("hidden"), None);
}

#[tokio::test]
async fn only_the_person_and_only_from_16() {
    let server = Server::start();
    let (carer, teen) = (server.sign_in("carer").await, server.sign_in("teen").await);
    for (client, id) in [
        (&carer, "boris-insulin"),
        (&carer, "stefka-walker"),
        (&teen, "boris-insulin"),
        (&teen, "patient-asthma"),
        (&teen, "not-there"),
        (&teen, "a%20b"),
    ] {
        hide(client, id, true).await.refused(403, "not_allowed");
    }
    server.control(Method::PUT, "/mock/clock", json!({ "now": "2026-11-30T21:59:59Z" })).await;
    hide(&server.sign_in("teen").await, "boris-insulin", true).await.refused(403, "not_allowed");
    server.advance(1).await;
    let teen = server.sign_in("teen").await;
    assert_eq!(hide(&teen, "boris-insulin", true).await.status, 200);
    let carer = server.sign_in("carer").await;
    carer.get("/api/v1/documents/boris-insulin").await.refused(403, "not_allowed");
}
