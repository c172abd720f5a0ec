//! Failures on demand, and sentinels.

use axum::http::Method;
use contract::path;
use mock_server::sentinel;
use serde_json::{Value, json};

use crate::client::{Client, Server};

async fn fail(server: &Server, rule: Value) -> Value {
    let answer = server.control(Method::POST, "/mock/failures", rule).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()
}

async fn status(client: &Client<'_>, path: &str) -> u16 {
    client.get(path).await.status.as_u16()
}

#[tokio::test]
async fn a_status_so_many_times_and_then_the_right_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    fail(&server, json!({ "route": "get_account", "kind": "status", "status": 503, "count": 2 })).await;
    let answer = patient.get(path::ACCOUNT).await;
    answer.refused(503, "unavailable");
    assert_eq!(answer.header("retry-after"), Some("5"));
    assert_eq!(status(&patient, path::SESSION).await, 200);
    assert_eq!(status(&patient, path::ACCOUNT).await, 503);
    assert_eq!(status(&patient, path::ACCOUNT).await, 200);
}

#[tokio::test]
async fn by_code_by_status_and_by_both() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for (rule, status, code) in [
        (json!({ "code": "session_over" }), 401, "session_over"),
        (json!({ "code": "changed" }), 412, "changed"),
        (json!({ "status": 502 }), 502, "internal"),
        (json!({ "status": 500, "code": "unavailable" }), 500, "unavailable"),
        (json!({ "code": "too_many" }), 429, "too_many"),
    ] {
        let mut rule = rule;
        rule["route"] = "*".into();
        rule["kind"] = "status".into();
        rule["count"] = 1.into();
        fail(&server, rule).await;
        patient.get(path::PERSONS).await.refused(status, code);
    }
}

#[tokio::test]
async fn a_held_answer_comes_when_the_failure_is_ended() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let id = fail(&server, json!({ "route": "get_document_index", "kind": "hold" })).await["id"].clone();
    let held = patient.get(path::DOCUMENTS);
    let release = async {
        loop {
            let list = server.get("/mock/failures").await.json();
            if list["failures"][0]["waiting"] == 1 {
                break;
            }
            tokio::task::yield_now().await;
        }
        let path = format!("/mock/failures/{id}");
        assert_eq!(server.control(Method::DELETE, &path, json!({})).await.status, 204);
    };
    let (answer, ()) = tokio::join!(held, release);
    assert_eq!(answer.status, 200);
    server
        .control(Method::DELETE, &format!("/mock/failures/{id}"), json!({}))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_delayed_answer_is_the_right_one() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    fail(&server, json!({ "route": "list_persons", "kind": "delay", "delay_ms": 1 })).await;
    assert_eq!(status(&patient, path::PERSONS).await, 200);
}

#[tokio::test]
async fn garbage_is_no_json() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    fail(&server, json!({ "route": "get_document_index", "kind": "garbage" })).await;
    let answer = patient.get(path::DOCUMENTS).await;
    assert_eq!(answer.status, 200);
    assert!(serde_json::from_slice::<Value>(&answer.body).is_err());
}

#[tokio::test]
async fn failures_are_listed_and_ended_by_delete_and_by_reset() {
    let server = Server::start();
    for end in [(Method::DELETE, "/mock/failures"), (Method::POST, "/mock/reset")] {
        fail(&server, json!({ "route": "/account-*.wasm", "kind": "drop", "count": 3 })).await;
        let listed = server.get("/mock/failures").await.json();
        assert_eq!(listed["failures"][0]["left"], 3);
        assert_eq!(server.control(end.0, end.1, json!({})).await.status, 204);
        assert_eq!(server.get("/mock/failures").await.json(), json!({ "failures": [] }));
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let server = Server::start();
    for rule in [
        json!({ "route": "no_such_operation", "kind": "drop" }),
        json!({ "route": "*", "kind": "explode" }),
        json!({ "route": "*", "kind": "status" }),
        json!({ "route": "*", "kind": "status", "status": 200 }),
        json!({ "route": "*", "kind": "drop", "colour": "red" }),
        json!({ "kind": "drop" }),
    ] {
        server.control(Method::POST, "/mock/failures", rule).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn sentinels_cause_what_they_say_for_who_is_signed_in() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for (id, expected, code) in [
        ("sentinel-internal", 500, "internal"),
        ("sentinel-unavailable", 503, "unavailable"),
        ("sentinel-over", 401, "session_over"),
    ] {
        assert!(sentinel::ALL.iter().any(|sentinel| sentinel.id == id));
        patient.get(&format!("{}/{id}", path::DOCUMENTS)).await.refused(expected, code);
        server.get(&format!("{}/{id}", path::DOCUMENTS)).await.refused(401, "signed_out");
    }
    assert_eq!(patient.get(path::SESSION).await.status, 200);
}
