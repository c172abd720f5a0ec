//! `get_document`.

use contract::DocumentId;
use contract::document::Document;
use contract::path;

use crate::client::Server;

fn at(id: &str) -> String {
    path::document(&DocumentId(id.to_owned()))
}

#[tokio::test]
async fn a_document_comes_with_its_events_in_order_of_arrival() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(&at("patient-lipids")).await;
    let document: Document = answer.read();
    assert_eq!(document.entry.status.code(), "docs_received");
    let kinds: Vec<&str> = document.events.iter().map(|event| event.kind.code()).collect();
    assert_eq!(kinds, ["protocol.registered", "protocol.docs_received", "protocol.docs_required"]);
    assert!(document.events.is_sorted_by_key(|event| event.sequence));
    let tag = answer.header("etag").unwrap();
    assert_eq!(patient.get_with(&at("patient-lipids"), &[("if-none-match", tag)]).await.status, 304);
    server.event("patient-lipids", "protocol.approved").await;
    assert_eq!(patient.get_with(&at("patient-lipids"), &[("if-none-match", tag)]).await.status, 200);
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut bodies = std::collections::BTreeSet::new();
    let mut headers = std::collections::BTreeSet::new();
    for id in ["ani-asthma", "not-there", "%D1%8F", "a%20b", &"x".repeat(60), "%ff"] {
        let answer = patient.get(&format!("{}/{id}", path::DOCUMENTS)).await;
        if id == "%ff" {
            answer.refused(400, "malformed");
            continue;
        }
        answer.refused(403, "not_allowed");
        bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
        headers.insert(answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>());
    }
    assert_eq!((bodies.len(), headers.len()), (1, 1), "{bodies:?} {headers:?}");
}

#[tokio::test]
async fn signed_out_and_over_come_before_not_allowed() {
    let server = Server::start();
    server.get(&at("patient-insulin")).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(&at("ani-asthma")).await.refused(401, "session_over");
}
