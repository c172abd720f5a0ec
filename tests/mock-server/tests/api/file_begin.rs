//! `begin_file`.

use axum::body::Body;
use axum::http::Method;
use contract::attachment::SentFile;
use contract::header::{CSRF_TOKEN, IDEMPOTENCY_KEY};
use serde_json::{Value, json};

use crate::client::{Answer, Server};
use crate::upload::{ASKED, Content, LARGEST, files_of, photo};

#[tokio::test]
async fn a_file_is_begun_with_nothing_of_it() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.announce(ASKED, &photo(1000, 1)).await;
    assert_eq!(answer.status, 201);
    let mut file = answer.json();
    assert!(file["id"].take().as_str().unwrap().len() >= 16);
    assert_eq!(
        file,
        json!({
            "id": null, "name": "снимка 1.jpg", "type": "jpeg", "size": 1000, "received": 0, "state": "receiving",
            "sender": { "own": true, "name": "Мария Примерова" }, "expires": "2026-11-23T08:00:00Z",
        })
    );
}

#[tokio::test]
async fn the_same_key_begins_one_file_and_another_request_with_it_none() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let send = async |content: &Content| {
        let headers = [
            (CSRF_TOKEN, patient.csrf.as_str()),
            (IDEMPOTENCY_KEY, "k-1"),
            ("content-type", "application/json"),
        ];
        let mut request = patient.request(Method::POST, &files_of(ASKED), &headers);
        *request.body_mut() = Body::from(content.announcement().to_string());
        Answer::of(server.send(request).await).await
    };
    let first = send(&photo(1000, 1)).await;
    let again = send(&photo(1000, 1)).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    send(&photo(1000, 2)).await.refused(422, "idempotency_key_reused");
    assert_eq!(patient.files(ASKED).await.files.len(), 1);
}

#[tokio::test]
async fn what_was_received_is_not_begun_again_and_what_was_not_finished_is_resumed() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..400]).await;
    // As after a reload, which forgets everything; under another name it is the same file.
    let renamed = Content { name: "друго име.jpg".to_owned(), ..content.clone() };
    let resumed: SentFile = patient.announce(ASKED, &renamed).await.read();
    assert_eq!((&resumed.id, resumed.received, resumed.name.as_str()), (&id, 400, "снимка 1.jpg"));
    let received: SentFile = patient.rest(&id, &content, 400).await.read();
    let again: SentFile = patient.announce(ASKED, &content).await.read();
    assert_eq!(again, received, "with the same receipt");
    assert_eq!(patient.files(ASKED).await.files, [received]);
    // For another document it is another file.
    assert_eq!(patient.announce("patient-lipids", &content).await.status, 201);
}

#[tokio::test]
async fn limits_are_kept_on_both_sides() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let announce = async |change: Value| {
        let mut body = photo(1000, 1).announcement();
        for (member, value) in change.as_object().unwrap() {
            body[member] = value.clone();
        }
        patient.write(Method::POST, &files_of(ASKED), &[], Some(body)).await
    };
    assert_eq!(announce(json!({ "size": LARGEST, "sha256": "1".repeat(64) })).await.status, 201);
    announce(json!({ "size": LARGEST + 1 })).await.refused(413, "too_large");
    announce(json!({ "type": "docx" })).await.refused(415, "file_type");
    for bad in ["sha256", "name"] {
        announce(json!({ bad: null })).await.refused(400, "malformed");
    }
    announce(json!({ "type": "image/jpeg" })).await.refused(400, "malformed");
    announce(json!({ "colour": "red" })).await.refused(400, "malformed");
    let refused = announce(json!({ "size": 0, "name": "../снимка.jpg" })).await;
    refused.refused(422, "invalid_fields");
    assert_eq!(
        refused.json()["fields"],
        json!([{ "pointer": "/name", "code": "file.name" }, { "pointer": "/size", "code": "file.empty" }])
    );
    assert!(!refused.text().contains("снимка"), "a refusal repeats no name");
    for name in ["", "\u{202e}gpj.exe", "a\nb.jpg", &"ж".repeat(121)] {
        announce(json!({ "name": name })).await.refused(422, "invalid_fields");
    }
}

#[tokio::test]
async fn a_document_takes_twenty_files_those_on_their_way_included() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for seed in 0..20 {
        patient.begin(ASKED, &photo(10, seed)).await;
    }
    patient.announce(ASKED, &photo(10, 20)).await.refused(409, "files_closed");
    assert_eq!(patient.announce(ASKED, &photo(10, 7)).await.status, 200, "what is on its way goes on");
    server.advance(24 * 60 * 60 - 60).await;
    let patient = server.sign_in("patient").await;
    patient.announce(ASKED, &photo(10, 20)).await.refused(409, "files_closed");
    server.advance(60).await;
    assert_eq!(patient.announce(ASKED, &photo(10, 20)).await.status, 201, "the others are forgotten");
}

#[tokio::test]
async fn a_document_that_is_decided_takes_none_and_one_that_comes_back_does() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for kind in ["protocol.approved", "protocol.refused", "protocol.annulled", "protocol.terminated"] {
        server.event(ASKED, kind).await;
        patient.announce(ASKED, &photo(10, 1)).await.refused(409, "files_closed");
    }
    server.event(ASKED, "protocol.docs_required").await;
    assert_eq!(patient.announce(ASKED, &photo(10, 1)).await.status, 201);
}

#[tokio::test]
async fn documents_of_others_and_those_that_are_not_there_get_the_same_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut bodies = std::collections::BTreeSet::new();
    for id in ["ani-asthma", "not-there", "%D1%8F", &"x".repeat(60)] {
        let body = photo(10, 1).announcement();
        let answer =
            patient.write(Method::POST, &format!("/api/v1/documents/{id}/files"), &[], Some(body)).await;
        answer.refused(403, "not_allowed");
        bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
    }
    assert_eq!(bodies.len(), 1);
}
