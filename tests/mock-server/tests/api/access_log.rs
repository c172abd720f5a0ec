//! `get_access_log`.

use axum::http::Method;
use contract::DocumentId;
use contract::access::{AccessLog, LogEntry};
use contract::path;
use domain::coded::Coded;
use serde_json::json;

use crate::access::{invite, let_in, offer};
use crate::client::{Client, Server};
use crate::report_document::report;
use crate::upload::photo;

const STEFKA: &str = "/api/v1/persons/p-carer-stefka/access-log";

async fn entries(client: &Client<'_>, path: &str) -> Vec<LogEntry> {
    client.get(path).await.read::<AccessLog>().entries
}

fn told(entry: &LogEntry) -> (String, Option<&str>, &str, Option<&str>, bool) {
    let document = entry.document.as_ref().map(DocumentId::as_str);
    (entry.name.clone(), entry.basis.as_ref().map(Coded::code), entry.what.code(), document, entry.allowed)
}

#[tokio::test]
async fn the_person_sees_who_did_what_and_a_proxy_what_they_did_themselves() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    carer.get(path::DOCUMENTS).await;
    carer.get("/api/v1/documents/stefka-walker").await;
    carer.post(path::DOCUMENT_SEARCH, json!({ "text": "x" })).await;
    carer.get("/api/v1/persons/p-carer-stefka/insurance").await;
    let hide = json!({ "hidden": true });
    mother.write(Method::PUT, "/api/v1/documents/stefka-memory/hidden", &[], Some(hide)).await;
    carer.get("/api/v1/documents/stefka-memory").await.refused(403, "not_allowed");
    let georgi = || "Георги Образцов".to_owned();
    let by = Some("mandate");
    let all = entries(&mother, STEFKA).await;
    assert_eq!(
        all.iter().map(told).collect::<Vec<_>>(),
        [
            (georgi(), by, "opened_document", Some("stefka-memory"), false),
            ("Стефка Образцова".to_owned(), None, "hid", Some("stefka-memory"), true),
            (georgi(), by, "looked_at_insurance", None, true),
            (georgi(), by, "searched", None, true),
            (georgi(), by, "opened_document", Some("stefka-walker"), true),
            (georgi(), by, "looked_at_list", None, true),
        ]
    );
    // That a refusal is noted would tell the proxy that the document is there.
    let own = entries(&carer, STEFKA).await;
    let deeds: Vec<&str> = own.iter().map(|entry| entry.what.code()).collect();
    assert_eq!(deeds, ["looked_at_insurance", "searched", "opened_document", "looked_at_list"]);
    assert!(!serde_json::to_string(&own).unwrap().contains("stefka-memory"));
}

#[tokio::test]
async fn of_a_document_hidden_since_a_proxy_finds_no_trace_in_their_own_log() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    carer.get("/api/v1/documents/stefka-memory").await;
    let hide = async |hidden: bool| {
        let body = Some(json!({ "hidden": hidden }));
        mother.write(Method::PUT, "/api/v1/documents/stefka-memory/hidden", &[], body).await;
    };
    let opened = async |client: &Client<'_>| {
        let all = entries(client, STEFKA).await;
        let opened = all.into_iter().find(|entry| entry.what.code() == "opened_document");
        opened.unwrap().document.map(|document| document.as_str().to_owned())
    };
    hide(true).await;
    assert_eq!(opened(&carer).await, None);
    assert_eq!(opened(&mother).await.as_deref(), Some("stefka-memory"));
    hide(false).await;
    assert_eq!(opened(&carer).await.as_deref(), Some("stefka-memory"));
}

#[tokio::test]
async fn what_a_proxy_tried_and_may_not_do_is_told_to_the_person() {
    let server = Server::start();
    server.event("stefka-memory", "protocol.docs_required").await;
    let_in(&server, offer()).await;
    let patient = server.sign_in("patient").await;
    patient.announce("stefka-memory", &photo(1000, 1)).await.refused(403, "not_allowed");
    report(&patient, "stefka-memory", json!({ "kind": "not_me" })).await.refused(403, "not_allowed");
    let all = entries(&server.sign_in("mother").await, STEFKA).await;
    let tried: Vec<_> = all.iter().map(told).filter(|(.., allowed)| !allowed).collect();
    let by = Some("mandate");
    let maria = || "Мария Примерова".to_owned();
    assert_eq!(
        tried,
        [
            (maria(), by, "reported", Some("stefka-memory"), false),
            (maria(), by, "sent_file", Some("stefka-memory"), false),
        ]
    );
}

#[tokio::test]
async fn what_nobody_caused_is_not_noted() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    let background = [("x-background", "1")];
    carer.get_with(path::DOCUMENTS, &background).await;
    carer.get_with("/api/v1/documents/stefka-walker", &background).await;
    carer.get_with(&format!("{}?after=0", path::CHANGES), &[]).await;
    assert!(entries(&mother, STEFKA).await.is_empty());
}

#[tokio::test]
async fn changes_of_access_are_noted_on_both_sides() {
    let server = Server::start();
    let id = let_in(&server, offer()).await;
    let mother = server.sign_in("mother").await;
    let grant = format!("{}/{id}", path::ACCESS);
    mother.write(Method::PATCH, &grant, &[("if-match", "*")], Some(json!({ "until": "2027-06-01" }))).await;
    server.sign_in("patient").await.write(Method::POST, &format!("{grant}/renewal-request"), &[], None).await;
    mother.write(Method::DELETE, &grant, &[], None).await;
    let open = invite(&mother, offer()).await;
    mother.write(Method::DELETE, &path::invitation(&open.id), &[], None).await;
    let deeds: Vec<String> =
        entries(&mother, STEFKA).await.iter().map(|entry| entry.what.code().to_owned()).collect();
    assert_eq!(
        deeds,
        [
            "withdrew_invitation",
            "invited",
            "revoked",
            "asked_renewal",
            "changed_access",
            "accepted",
            "invited"
        ]
    );
}

#[tokio::test]
async fn pages_follow_one_another_and_a_cursor_serves_its_own_log_only() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    for _ in 0..5 {
        mother.get("/api/v1/documents/stefka-walker").await;
    }
    let (mut cursor, mut count) = (None::<String>, 0);
    loop {
        let query = cursor.map_or(String::new(), |cursor| format!("&cursor={cursor}"));
        let page: AccessLog = mother.get(&format!("{STEFKA}?limit=2{query}")).await.read();
        count += page.entries.len();
        let Some(next) = page.next_cursor else { break };
        server.sign_in("carer").await.get(&format!("{STEFKA}?cursor={next}")).await.refused(400, "malformed");
        cursor = Some(next);
    }
    assert_eq!(count, 5);
    for bad in ["?limit=0", "?limit=201", "?cursor=x", "?colour=red"] {
        mother.get(&format!("{STEFKA}{bad}")).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn others_logs_and_those_of_nobody_get_the_same_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for person in ["p-carer-stefka", "p-carer", "not-there", "%D1%8F", "a%20b"] {
        patient.get(&format!("{}/{person}/access-log", path::PERSONS)).await.refused(403, "not_allowed");
    }
}
