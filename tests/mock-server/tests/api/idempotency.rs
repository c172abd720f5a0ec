//! `Idempotency-Key`, on every write.

use axum::body::Body;
use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::access::{invite, offer};
use crate::client::{Answer, Server};

/// Every write with a body and headers that it takes.
const WRITES: [(Method, &str); 10] = [
    (Method::DELETE, path::SESSION),
    (Method::POST, path::SESSION_EXTENSION),
    (Method::PATCH, path::ACCOUNT),
    (Method::DELETE, path::SESSIONS),
    (Method::POST, "/api/v1/documents/patient-insulin/reports"),
    (Method::POST, path::CORRECTIONS),
    (Method::POST, path::CLOSURE),
    (Method::POST, "/api/v1/documents/patient-asthma/files"),
    (Method::PATCH, "/api/v1/files/f"),
    (Method::DELETE, "/api/v1/files/f"),
];

#[tokio::test]
async fn every_write_needs_a_key_and_a_token() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let send = async |method: &Method, path, headers: &[(&str, &str)]| {
        Answer::of(server.send(patient.request(method.clone(), path, headers)).await).await
    };
    for (method, path) in WRITES {
        let csrf = ("x-csrf-token", patient.csrf.as_str());
        send(&method, path, &[csrf]).await.refused(400, "idempotency_key_missing");
        send(&method, path, &[csrf, ("idempotency-key", "")]).await.refused(400, "malformed");
        send(&method, path, &[csrf, ("idempotency-key", "a b")]).await.refused(400, "malformed");
        send(&method, path, &[csrf, ("idempotency-key", &"k".repeat(65))]).await.refused(400, "malformed");
        send(&method, path, &[("idempotency-key", "k")]).await.refused(403, "csrf_failed");
        let wrong = [("idempotency-key", "k"), ("x-csrf-token", "wrong")];
        send(&method, path, &wrong).await.refused(403, "csrf_failed");
    }
    assert_eq!(patient.get(path::SESSION).await.status, 200);
}

#[tokio::test]
async fn the_same_key_gets_the_stored_answer_and_acts_once() {
    let server = Server::start();
    server.sign_in("patient").await;
    let patient = server.sign_in("patient").await;
    let key = [("idempotency-key", "k-1")];
    let mut first = patient.request(Method::DELETE, path::SESSIONS, &key);
    first.headers_mut().insert("x-csrf-token", patient.csrf.parse().unwrap());
    let first = Answer::of(server.send(first).await).await;
    assert_eq!(first.json(), json!({ "ended": 1 }));
    server.sign_in("patient").await;
    let mut again = patient.request(Method::DELETE, path::SESSIONS, &key);
    again.headers_mut().insert("x-csrf-token", patient.csrf.parse().unwrap());
    let again = Answer::of(server.send(again).await).await;
    assert_eq!(again.json(), json!({ "ended": 1 }), "stored, not done anew");
    assert_ne!(again.header("x-request-id"), first.header("x-request-id"));
}

#[tokio::test]
async fn a_stored_change_of_the_account_comes_with_its_tag_though_the_account_went_on() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let tag = patient.get(path::ACCOUNT).await.header("etag").unwrap().to_owned();
    let send = async |key: &str, language: &str| {
        let headers = [
            ("idempotency-key", key),
            ("x-csrf-token", &patient.csrf),
            ("if-match", &tag),
            ("content-type", "application/json"),
        ];
        let mut request = patient.request(Method::PATCH, path::ACCOUNT, &headers);
        *request.body_mut() = Body::from(json!({ "language": language }).to_string());
        Answer::of(server.send(request).await).await
    };
    let first = send("k-1", "en").await;
    assert_eq!(first.status, 200);
    let again = send("k-1", "en").await;
    assert_eq!(
        (again.status, &again.body, again.header("etag")),
        (first.status, &first.body, first.header("etag"))
    );
    assert_eq!(again.header("content-type"), Some("application/json"));
    send("k-1", "ru").await.refused(422, "idempotency_key_reused");
    send("k-2", "ru").await.refused(412, "changed");
    send("k-2", "ru").await.refused(412, "changed");
}

#[tokio::test]
async fn that_one_has_to_wait_is_not_kept_and_is_true_each_time() {
    let server = Server::start();
    let invited = invite(&server.sign_in("mother").await, offer()).await;
    let patient = server.sign_in("patient").await;
    let preview = async |key: &str, code: &str| {
        let headers =
            [("idempotency-key", key), ("x-csrf-token", &patient.csrf), ("content-type", "application/json")];
        let mut request = patient.request(Method::POST, path::INVITATION_PREVIEW, &headers);
        *request.body_mut() = Body::from(json!({ "code": code }).to_string());
        Answer::of(server.send(request).await).await
    };
    for number in 0..5 {
        preview(&format!("wrong-{number}"), "AAAA-AAAA").await.refused(422, "invalid_fields");
    }
    for left in ["3600", "2700", "1800", "900"] {
        let answer = preview("k", &invited.code).await;
        answer.refused(429, "too_many");
        assert_eq!(answer.header("retry-after"), Some(left));
        server.advance(15 * 60).await;
    }
    assert_eq!(preview("k", &invited.code).await.status, 200, "the same try, when it may be made");
    preview("wrong-0", "AAAA-AAAA").await.refused(422, "invalid_fields");
}

#[tokio::test]
async fn a_key_belongs_to_its_account() {
    let server = Server::start();
    for persona in ["patient", "carer"] {
        let client = server.sign_in(persona).await;
        let headers = [("idempotency-key", "same"), ("x-csrf-token", &client.csrf)];
        let request = client.request(Method::POST, path::SESSION_EXTENSION, &headers);
        assert_eq!(server.send(request).await.status(), 200, "{persona}");
    }
}
