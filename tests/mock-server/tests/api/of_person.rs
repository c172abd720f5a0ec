//! What holds for everything that is read of one person, asked for as Maria (`patient`).

use std::collections::BTreeSet;

use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::client::{Answer, Server};

fn at(person: &str, part: &str) -> String {
    format!("{}/{person}/{part}", path::PERSONS)
}

/// It comes with a tag; whoever has it gets it once. Answers with what came.
pub async fn comes_with_its_tag_and_once(server: &Server, part: &str) -> Answer {
    let patient = server.sign_in("patient").await;
    let own = at("p-patient", part);
    let answer = patient.get(&own).await;
    let tag = answer.header("etag").unwrap();
    let again = patient.get_with(&own, &[("if-none-match", tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(patient.get_with(&own, &[("if-none-match", "\"other\"")]).await.status, 200);
    answer
}

/// Unknown, foreign and formless ids get the same answer, and nothing of anybody in it.
pub async fn who_may_not_learns_nothing(part: &str) {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let (mut bodies, mut headers) = (BTreeSet::new(), BTreeSet::new());
    for id in ["p-carer", "p-empty", "not-there", "%D1%8F", "a%20b", &"x".repeat(60)] {
        let answer = patient.get(&at(id, part)).await;
        answer.refused(403, "not_allowed");
        assert_eq!(answer.header("etag"), None);
        bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
        headers.insert(answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>());
    }
    assert_eq!((bodies.len(), headers.len()), (1, 1), "{bodies:?} {headers:?}");
    assert!(!bodies.first().unwrap().contains("bulgaria"));
}

/// Signed out, and a session that is over, come before "not allowed".
pub async fn whoever_is_nobody_is_told_that_first(part: &str) {
    let server = Server::start();
    server.get(&at("p-patient", part)).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(&at("p-carer", part)).await.refused(401, "session_over");
}

/// It fails on demand, once, and is listed on the mock's page.
pub async fn fails_on_demand_and_is_listed(operation: &str, part: &str) {
    let server = Server::start();
    let rule = json!({ "route": operation, "kind": "status", "code": "unavailable", "count": 1 });
    assert_eq!(server.control(Method::POST, "/mock/failures", rule).await.status, 201);
    let patient = server.sign_in("patient").await;
    patient.get(&at("p-patient", part)).await.refused(503, "unavailable");
    assert_eq!(patient.get(&at("p-patient", part)).await.status, 200);
    assert!(server.get("/mock").await.text().contains(operation));
}
