//! Sending files through everything that can go wrong: nothing is lost, nothing is there twice, and what is said is true.

use axum::http::Method;
use contract::attachment::{FileState, SentFile};
use contract::path;
use domain::coded::Coded;
use serde_json::{Value, json};

use crate::client::{Client, Server};
use crate::upload::{ASKED, LARGEST, PART, photo};

/// A document of the mother, for whom the carer acts.
const SHARED: &str = "stefka-memory-2";

async fn fail(server: &Server, rule: Value) {
    assert_eq!(server.control(Method::POST, "/mock/failures", rule).await.status, 201);
}

/// All that the server has of the document is this one file, received once.
async fn received_once(patient: &Client<'_>, document: &str, bytes: &[u8]) -> SentFile {
    let files = patient.files(document).await.files;
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(files[0].state, Coded::Known(FileState::Received));
    assert!(patient.get(&path::file_content(&files[0].id)).await.body == bytes);
    files[0].clone()
}

#[tokio::test]
async fn a_photograph_of_exactly_10_mb_is_received() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(LARGEST, 1);
    let sent = patient.send_file(ASKED, &content).await;
    assert_eq!(sent.size, 10_485_760);
    assert_eq!(received_once(&patient, ASKED, &content.bytes).await, sent);
    patient.announce(ASKED, &photo(LARGEST + 1, 1)).await.refused(413, "too_large");
    patient.announce(ASKED, &photo(0, 1)).await.refused(422, "invalid_fields");
}

#[tokio::test]
async fn half_of_a_part_is_kept_when_the_connection_breaks_and_the_rest_resumed() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(3 * PART, 1);
    let id = patient.begin(ASKED, &content).await;
    fail(&server, json!({ "route": "append_file", "kind": "half", "count": 1 })).await;
    let key = "the-first-part";
    patient.part_with_key(&id, 0, &content.bytes[..PART], key).await;
    let there: SentFile = patient.file(&id).await.read();
    assert_eq!(there.received, u64::try_from(PART / 2).unwrap(), "what came is kept");
    // Whoever does not ask first is told, even with the same key.
    patient.part_with_key(&id, 0, &content.bytes[..PART], key).await.refused(409, "upload_offset");
    let last: SentFile = patient.rest(&id, &content, PART / 2).await.read();
    assert_eq!(received_once(&patient, ASKED, &content.bytes).await, last);
}

#[tokio::test]
async fn the_last_part_may_lose_its_answer_and_the_receipt_is_there() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    // The answer breaks off after the server has acted.
    fail(&server, json!({ "route": "append_file", "kind": "cut", "count": 1 })).await;
    patient.part_unheard(&id, 0, &content.bytes, "k").await;
    let first: SentFile = patient.part_with_key(&id, 0, &content.bytes, "k").await.read();
    assert!(first.receipt.is_some(), "the stored answer");
    assert_eq!(patient.part(&id, 1000, &[]).await.read::<SentFile>(), first, "or asked with nothing");
    assert_eq!(patient.file(&id).await.read::<SentFile>(), first);
    received_once(&patient, ASKED, &content.bytes).await;
}

#[tokio::test]
async fn failures_of_the_server_lose_nothing() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    for (status, code) in [(500, "internal"), (503, "unavailable"), (429, "too_many"), (413, "too_large")] {
        fail(&server, json!({ "route": "begin_file", "kind": "status", "status": status, "count": 1 })).await;
        patient.announce(ASKED, &content).await.refused(status, code);
    }
    assert_eq!(patient.files(ASKED).await.files, []);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..400]).await;
    for rule in [
        json!({ "kind": "status", "status": 500 }),
        json!({ "kind": "status", "status": 413 }),
        json!({ "kind": "drop" }),
    ] {
        let mut rule = rule;
        rule["route"] = "append_file".into();
        rule["count"] = 1.into();
        fail(&server, rule).await;
        patient.part_with_key(&id, 400, &content.bytes[400..], "same").await;
        assert_eq!(patient.file(&id).await.read::<SentFile>().received, 400);
    }
    let last: SentFile = patient.part_with_key(&id, 400, &content.bytes[400..], "same").await.read();
    assert_eq!(received_once(&patient, ASKED, &content.bytes).await, last);
}

#[tokio::test]
async fn two_devices_that_send_the_same_file_send_it_once() {
    let server = Server::start();
    let (phone, computer) = (server.sign_in("patient").await, server.sign_in("patient").await);
    let content = photo(1000, 1);
    let id = phone.begin(ASKED, &content).await;
    phone.part(&id, 0, &content.bytes[..400]).await;
    // The other device is given the same upload, and goes on with it.
    let resumed: SentFile = computer.announce(ASKED, &content).await.read();
    assert_eq!(resumed.id, id);
    let (one, other) = tokio::join!(phone.rest(&id, &content, 400), computer.rest(&id, &content, 400));
    let (done, late) = if one.status == 200 { (one, other) } else { (other, one) };
    assert!(done.read::<SentFile>().receipt.is_some());
    late.refused(409, "upload_offset");
    assert_eq!(late.header("upload-offset"), Some("1000"));
    received_once(&phone, ASKED, &content.bytes).await;
}

#[tokio::test]
async fn two_senders_of_the_same_content_get_the_same_receipt() {
    let server = Server::start();
    let (carer, other) = (server.sign_in("carer").await, server.sign_in("mother").await);
    server.event(SHARED, "protocol.docs_required").await;
    let content = photo(1000, 1);
    let (mine, yours) = (carer.begin(SHARED, &content).await, other.begin(SHARED, &content).await);
    assert_ne!(mine, yours, "nobody goes on with what another account began");
    assert_eq!(carer.files(SHARED).await.files.len(), 1, "nor sees it");
    other.file(&mine).await.refused(403, "not_allowed");
    other.part(&mine, 0, &content.bytes).await.refused(403, "not_allowed");
    other.part(&yours, 0, &content.bytes[..999]).await;
    let first: SentFile = carer.rest(&mine, &content, 0).await.read();
    let second: SentFile = other.part(&yours, 999, &content.bytes[999..]).await.read();
    assert_eq!((&second.id, &second.receipt), (&first.id, &first.receipt));
    assert_eq!((first.sender.own, second.sender.own), (true, false));
    assert_eq!(second.sender.name, "Георги Образцов");
    assert_eq!(other.file(&yours).await.read::<SentFile>(), second, "the lost answer can be had");
    received_once(&carer, SHARED, &content.bytes).await;
    received_once(&other, SHARED, &content.bytes).await;
}

#[tokio::test]
async fn signing_out_in_between_loses_nothing_that_arrived() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..400]).await;
    assert_eq!(patient.write(Method::DELETE, path::SESSION, &[], None).await.status, 204);
    patient.part(&id, 400, &content.bytes[400..]).await.refused(401, "session_over");
    patient.file(&id).await.refused(401, "session_over");
    let back = server.sign_in("patient").await;
    let resumed: SentFile = back.announce(ASKED, &content).await.read();
    assert_eq!((resumed.id, resumed.received), (id.clone(), 400));
    let last: SentFile = back.rest(&id, &content, 400).await.read();
    assert_eq!(received_once(&back, ASKED, &content.bytes).await, last);
}

#[tokio::test]
async fn access_that_ends_in_between_stops_the_file() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    server.event(SHARED, "protocol.docs_required").await;
    let content = photo(1000, 1);
    let id = carer.begin(SHARED, &content).await;
    carer.part(&id, 0, &content.bytes[..400]).await;
    let mother = server.sign_in("mother").await;
    let ended = format!("{}/g-stefka-georgi", path::ACCESS);
    assert_eq!(mother.write(Method::DELETE, &ended, &[], None).await.status, 204);
    carer.part(&id, 400, &content.bytes[400..]).await.refused(403, "not_allowed");
    carer.file(&id).await.refused(403, "not_allowed");
    carer.announce(SHARED, &content).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn no_name_of_a_file_is_in_the_log_or_in_an_address() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let file = patient.send_file(ASKED, &content).await;
    patient.get(&path::file_content(&file.id)).await;
    let log = server.get("/mock/requests").await.text();
    assert!(log.contains("append_file"), "{log}");
    for private in ["снимка", "%D1%81", &content.sha256().to_string()] {
        assert!(!log.contains(private), "{private}");
    }
}

#[tokio::test]
async fn a_reset_takes_every_file_away() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let file = patient.send_file(ASKED, &photo(1000, 1)).await;
    server.control(Method::POST, "/mock/reset", json!({})).await;
    let patient = server.sign_in("patient").await;
    patient.file(&file.id).await.refused(403, "not_allowed");
    assert_eq!(patient.files(ASKED).await.files, []);
}
