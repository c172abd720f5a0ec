//! What is told of access, to both sides, and what its end does to messages.

use axum::http::Method;
use serde_json::{Value, json};

use super::{list, newest, put, reachable, want, wish};
use crate::access::{accept, invite};
use crate::client::Server;
use crate::send_contact_code::outbox;

fn offer() -> Value {
    json!({ "basis": "mandate", "scopes": ["look", "receive"], "until": "2027-01-10", "label": "Мария" })
}

async fn subjects(server: &Server) -> Vec<(Value, Value, Value)> {
    let all = outbox(server).await;
    let one = |one: &Value| (one["at"].clone(), one["account"].clone(), one["subject"].clone());
    all.iter().filter(|one| one["subject"] != "contact.code").map(one).collect()
}

#[tokio::test]
async fn both_sides_are_told_when_access_is_given_ends_soon_and_is_over() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    let invited = invite(&mother, offer()).await;
    accept(&patient, &invited.code).await;
    for day in ["2026-12-05T00:00:00Z", "2027-01-11T12:00:00Z"] {
        put(&server, day).await;
    }
    let told = subjects(&server).await;
    let of = |account: &str| -> Vec<(Value, Value)> {
        let about = |subject: &Value| {
            subject.as_str().is_some_and(|one| one.starts_with("access.") && one != "access.invitation_code")
        };
        let told = told.iter().filter(|(_, one, subject)| one == account && about(subject));
        told.map(|(at, _, subject)| (at.clone(), subject.clone())).collect()
    };
    // The last day is 10 January: 30 and 7 days before the 11th, at nine in Sofia.
    let both = [
        ("2026-11-22T08:00:00Z", "access.granted"),
        ("2026-12-12T07:00:00Z", "access.ends_soon"),
        ("2027-01-04T07:00:00Z", "access.ends_soon"),
        ("2027-01-10T22:00:00Z", "access.revoked"),
    ]
    .map(|(at, subject)| (json!(at), json!(subject)));
    assert_eq!(of("mother")[..4], both);
    assert_eq!(of("patient"), both);
    let ended = newest(&server.sign_in("mother").await, "access.revoked").await;
    assert_eq!(ended["ground"], "both_sides");
    let text = ended["deliveries"][0]["legs"][0]["text"]["text"].as_str().unwrap();
    assert!(text.contains("Мария Примерова") && !text.contains("Стефка"), "{text}");
    let theirs = newest(&server.sign_in("patient").await, "access.revoked").await;
    let text = theirs["deliveries"][0]["legs"][0]["text"]["text"].as_str().unwrap();
    assert!(text.contains("Стефка Образцова"), "{text}");
}

#[tokio::test]
async fn a_mandate_that_is_over_gets_nothing_more_and_keeps_what_came_without_the_document() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = reachable(&server, "patient", "+359888000111").await;
    let invited = invite(&mother, offer()).await;
    accept(&patient, &invited.code).await;
    server.event("stefka-memory", "protocol.annulled").await;
    let told = newest(&patient, "protocol.annulled").await;
    assert_eq!((&told["document"], &told["ground"]), (&json!("stefka-memory"), &json!("proxy")));
    let hers = newest(&mother, "protocol.annulled").await;
    assert_eq!(hers["others"], json!([{ "name": "Мария Примерова", "at": "2026-11-22T08:00:00Z" }]));
    assert_eq!(told["others"], json!([]));
    put(&server, "2027-01-11T12:00:00Z").await;
    server.event("stefka-memory", "protocol.terminated").await;
    let patient = server.sign_in("patient").await;
    let all = list(&patient).await;
    assert!(all.iter().all(|one| one["subject"] != "protocol.terminated"));
    let kept = newest(&patient, "protocol.annulled").await;
    assert_eq!((&kept["document"], &kept["state"]), (&Value::Null, &json!("arrived")));
}

#[tokio::test]
async fn what_was_only_in_the_portal_goes_with_the_access() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [] })).await;
    let invited = invite(&mother, offer()).await;
    let id = accept(&patient, &invited.code).await;
    server.event("stefka-memory", "protocol.approved").await;
    assert_eq!(newest(&patient, "protocol.approved").await["reason"], "undecided");
    mother.write(Method::DELETE, &format!("/api/v1/access/{id}"), &[], None).await;
    assert!(list(&patient).await.iter().all(|one| one["subject"] != "protocol.approved"));
}

#[tokio::test]
async fn a_hidden_document_is_told_to_nobody_else() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    let invited = invite(&mother, offer()).await;
    accept(&patient, &invited.code).await;
    want(&patient, json!({ "wishes": [wish("p-carer-stefka", "protocols", "sms", "on")] })).await;
    let hide = Some(json!({ "hidden": true }));
    mother.write(Method::PUT, "/api/v1/documents/stefka-memory/hidden", &[], hide).await;
    server.event("stefka-memory", "protocol.refused").await;
    let about_her = list(&patient).await.into_iter().filter(|one| one["person"] == "p-carer-stefka");
    assert!(about_her.into_iter().all(|one| one["subject"] != "protocol.refused"));
    assert_eq!(newest(&mother, "protocol.refused").await["others"], json!([]));
}
