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

/// What somebody did with the mother's documents, the oldest first.
async fn deeds(server: &Server, name: &str) -> Vec<(String, Option<String>, bool)> {
    let all = entries(&server.sign_in("mother").await, STEFKA).await;
    let theirs =
        all.into_iter().rev().filter(|entry| entry.name == name && entry.what.code() != "looked_at_log");
    theirs
        .map(|entry| (entry.what.code().to_owned(), entry.document.map(|document| document.0), entry.allowed))
        .collect()
}

fn deed(what: &str, document: &str, allowed: bool) -> (String, Option<String>, bool) {
    (what.to_owned(), (!document.is_empty()).then(|| document.to_owned()), allowed)
}

const GEORGI: &str = "Георги Образцов";
const BACKGROUND: [(&str, &str); 1] = [("x-background", "1")];

#[tokio::test]
async fn what_a_page_does_by_itself_with_what_a_person_opened_is_not_noted() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    carer.get(path::DOCUMENTS).await;
    carer.get("/api/v1/documents/stefka-walker").await;
    carer.get("/api/v1/persons/p-carer-stefka/insurance").await;
    let noted = deeds(&server, GEORGI).await;
    assert_eq!(noted.len(), 3);
    server.advance(16 * 60).await;
    for path in [
        path::DOCUMENTS,
        "/api/v1/documents/stefka-walker",
        "/api/v1/documents/stefka-walker/files",
        "/api/v1/persons/p-carer-stefka/insurance",
        "/api/v1/changes?after=0",
    ] {
        assert_eq!(carer.get_with(path, &BACKGROUND).await.status, 200, "{path}");
    }
    assert_eq!(deeds(&server, GEORGI).await, noted);
}

#[tokio::test]
async fn who_only_says_that_nobody_looks_is_noted_all_the_same() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let background = async |path: &str| carer.get_with(path, &BACKGROUND).await;
    for _ in 0..3 {
        background("/api/v1/documents/stefka-walker").await;
        background("/api/v1/documents/stefka-memory/files").await;
        background("/api/v1/changes?after=0").await;
        background("/api/v1/persons/p-carer-stefka/insurance").await;
    }
    let expected = [
        deed("opened_document", "stefka-walker", true),
        deed("opened_document", "stefka-memory", true),
        deed("looked_at_list", "", true),
        deed("looked_at_insurance", "", true),
    ];
    assert_eq!(deeds(&server, GEORGI).await, expected, "each, and each once in a while");
    // What another session opened, or the same one elsewhere, does not count.
    server.advance(16 * 60).await;
    let other = server.sign_in("carer").await;
    other.get("/api/v1/documents/stefka-walker").await;
    let again = server.sign_in("carer").await;
    again.get("/api/v1/documents/stefka-memory").await;
    server.advance(16 * 60).await;
    again.get_with("/api/v1/documents/stefka-walker", &BACKGROUND).await;
    assert_eq!(
        deeds(&server, GEORGI).await[4..],
        [
            deed("opened_document", "stefka-walker", true),
            deed("opened_document", "stefka-memory", true),
            deed("opened_document", "stefka-walker", true),
        ]
    );
}

#[tokio::test]
async fn what_is_more_than_a_look_is_noted_whatever_the_client_says() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    carer.get("/api/v1/documents/stefka-walker").await;
    let body = Some(json!({ "kind": "not_me" }));
    carer.write(Method::POST, "/api/v1/documents/stefka-walker/reports", &BACKGROUND, body).await;
    let search = carer.request(
        Method::POST,
        path::DOCUMENT_SEARCH,
        &[BACKGROUND[0], ("content-type", "application/json")],
    );
    let search = search.map(|_| axum::body::Body::from(json!({ "text": "x" }).to_string()));
    assert_eq!(server.send(search).await.status(), 200);
    let expected = [
        deed("opened_document", "stefka-walker", true),
        deed("reported", "stefka-walker", true),
        deed("searched", "", true),
    ];
    assert_eq!(deeds(&server, GEORGI).await, expected);
}

#[tokio::test]
async fn a_refusal_in_the_background_is_noted_unless_a_page_was_open_there() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    carer.get("/api/v1/documents/stefka-walker").await;
    for document in ["stefka-walker", "stefka-memory"] {
        let (path, body) = (format!("/api/v1/documents/{document}/hidden"), Some(json!({ "hidden": true })));
        mother.write(Method::PUT, &path, &[], body).await;
        let path = format!("/api/v1/documents/{document}");
        carer.get_with(&path, &BACKGROUND).await.refused(403, "not_allowed");
    }
    assert_eq!(
        deeds(&server, GEORGI).await,
        [deed("opened_document", "stefka-walker", true), deed("opened_document", "stefka-memory", false)]
    );
}

#[tokio::test]
async fn a_list_is_noted_once_in_a_while_and_the_files_of_a_document_with_it() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let files = "/api/v1/documents/stefka-walker/files";
    let look = async || {
        for _ in 0..3 {
            carer.get(path::DOCUMENTS).await;
            carer.get(path::DOCUMENT_PAGES).await;
            carer.get(files).await;
        }
    };
    look().await;
    let once = [deed("looked_at_list", "", true), deed("opened_document", "stefka-walker", true)];
    assert_eq!(deeds(&server, GEORGI).await, once, "files alone are a look at their document");
    server.advance(15 * 60 - 1).await;
    look().await;
    assert_eq!(deeds(&server, GEORGI).await, once);
    server.advance(1).await;
    carer.get("/api/v1/documents/stefka-walker").await;
    look().await;
    let opened = deed("opened_document", "stefka-walker", true);
    assert_eq!(deeds(&server, GEORGI).await[2..], [opened.clone(), once[0].clone()]);
    // Opening it is a deed each time.
    carer.get("/api/v1/documents/stefka-walker").await;
    assert_eq!(deeds(&server, GEORGI).await[4..], [opened]);
}

#[tokio::test]
async fn every_download_is_noted_of_proxy_and_owner_and_one_that_is_refused() {
    let server = Server::start();
    server.event("stefka-memory", "protocol.docs_required").await;
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    let sent = mother.send_file("stefka-memory", &photo(1000, 1)).await;
    let content = path::file_content(&sent.id);
    for headers in [&[][..], &BACKGROUND, &BACKGROUND] {
        assert_eq!(carer.get_with(&content, headers).await.status, 200);
    }
    let downloaded = deed("downloaded_file", "stefka-memory", true);
    assert_eq!(deeds(&server, GEORGI).await, [downloaded.clone(), downloaded.clone(), downloaded.clone()]);
    mother.get(&content).await;
    assert_eq!(
        deeds(&server, "Стефка Образцова").await,
        [deed("sent_file", "stefka-memory", true), downloaded]
    );
    let hide = Some(json!({ "hidden": true }));
    mother.write(Method::PUT, "/api/v1/documents/stefka-memory/hidden", &[], hide).await;
    carer.get(&content).await.refused(403, "not_allowed");
    carer.get(&path::file(&sent.id)).await.refused(403, "not_allowed");
    carer.get("/api/v1/documents/stefka-memory/files").await.refused(403, "not_allowed");
    assert_eq!(
        deeds(&server, GEORGI).await[3..],
        [deed("downloaded_file", "stefka-memory", false), deed("opened_document", "stefka-memory", false)],
        "both looks within a while are one"
    );
    // A stranger who guesses is not the mother's to see.
    let before = entries(&mother, STEFKA).await.len();
    server.sign_in("patient").await.get(&content).await.refused(403, "not_allowed");
    assert_eq!(entries(&mother, STEFKA).await.len(), before + 1, "her own look at the log");
}

#[tokio::test]
async fn what_somebody_else_sent_is_a_look_at_the_document_and_ones_own_upload_is_none() {
    let server = Server::start();
    server.event("stefka-memory", "protocol.docs_required").await;
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    let hers = mother.send_file("stefka-memory", &photo(1000, 1)).await;
    let his = carer.begin("stefka-memory", &photo(1000, 2)).await;
    carer.file(&his).await;
    assert!(deeds(&server, GEORGI).await.is_empty());
    carer.file(&hers.id).await;
    carer.file(&hers.id).await;
    assert_eq!(deeds(&server, GEORGI).await, [deed("opened_document", "stefka-memory", true)]);
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
