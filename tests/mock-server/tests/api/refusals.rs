//! What every operation refuses alike, and what stands on every answer.

use axum::http::Method;
use mock_server::middleware::answer::POLICY;
use mock_server::operation::{self, Access};

use crate::client::{Answer, Server, request};

fn path(template: &str) -> String {
    template.replace("{id}", "patient-insulin")
}

#[tokio::test]
async fn whoever_is_not_signed_in_gets_nothing_anywhere() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.advance(20 * 60).await;
    for operation in operation::ALL.iter().filter(|operation| operation.access != Access::Public) {
        let path = path(operation.path);
        let out = server.send(request(operation.method.clone(), &path)).await;
        Answer::of(out).await.refused(401, "signed_out");
        let over = server.send(patient.request(operation.method.clone(), &path, &[])).await;
        Answer::of(over).await.refused(401, "session_over");
    }
}

#[tokio::test]
async fn addresses_and_methods_that_do_not_exist() {
    let server = Server::start();
    for nowhere in ["/api", "/api/", "/api/v1", "/api/v2/session", "/api/v1/documents/a/b", "/mock/nothing"] {
        server.get(nowhere).await.refused(404, "not_found");
    }
    for operation in &operation::ALL {
        let answer = Answer::of(server.send(request(Method::TRACE, &path(operation.path))).await).await;
        answer.refused(405, "method_not_allowed");
        assert!(answer.header("allow").unwrap().contains(operation.method.as_str()), "{}", operation.path);
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_an_id_of_its_own() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut ids = std::collections::BTreeSet::new();
    let answers = [
        server.get("/api/v1/session").await,
        server.get("/api/nothing").await,
        server.get("/").await,
        server.get("/mock").await,
        server.get("/mock/identity").await,
        server.get("/mock/mock.css").await,
        patient.get("/api/v1/session").await,
        patient.get("/api/v1/documents").await,
        patient.get("/api/v1/documents/ani-asthma").await,
    ];
    for answer in &answers {
        assert_eq!(answer.header("content-security-policy"), Some(POLICY));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert!(answer.header("permissions-policy").is_some());
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        ids.insert(answer.header("x-request-id").unwrap().to_owned());
    }
    assert_eq!(ids.len(), answers.len());
    assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
}

#[tokio::test]
async fn a_body_too_large_is_refused_on_writes_too() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let body = serde_json::json!({ "language": "x".repeat(64 * 1024) });
    patient
        .write(Method::PATCH, "/api/v1/account", &[("if-match", "*")], Some(body))
        .await
        .refused(413, "too_large");
}
