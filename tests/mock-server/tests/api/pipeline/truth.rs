//! What is not true any more by the time it would leave, and what was wrong when it left.

use serde_json::{Value, json};

use super::{left, newest, night, play, put, want, wish};
use crate::client::Server;
use crate::send_contact_code::outbox;

#[tokio::test]
async fn an_approval_that_was_annulled_in_the_night_is_withdrawn_and_replaced() {
    let server = Server::start();
    put(&server, "2026-11-22T21:10:00Z").await;
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")], "quiet": night() }))
        .await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(600).await;
    server.event("patient-asthma", "protocol.annulled").await;
    let (approved, annulled) =
        (newest(&patient, "protocol.approved").await, newest(&patient, "protocol.annulled").await);
    assert_eq!((&approved["state"], &approved["reason"]), (&json!("withdrawn"), &json!("replaced")));
    assert_eq!(approved["replaced_by"], annulled["id"]);
    assert!(annulled["replaces"].as_array().unwrap().contains(&approved["id"]), "{annulled:#}");
    assert_eq!(annulled["state"], "waiting");
    put(&server, "2026-11-23T06:00:00Z").await;
    let subjects: Vec<Value> = outbox(&server).await.iter().map(|one| one["subject"].clone()).collect();
    assert_eq!(subjects, ["protocol.annulled"]);
}

#[tokio::test]
async fn who_has_what_was_a_mistake_is_told_so_and_who_has_not_is_not() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.event("patient-asthma", "protocol.refused").await;
    let refused = newest(&patient, "protocol.refused").await;
    assert_eq!(left(&server, 0).await.len(), 1);
    server.advance(60).await;
    play(&server, json!({ "withdraws": refused["id"] })).await;
    let corrected = newest(&patient, "message.correction").await;
    assert_eq!(corrected["because"], "kept");
    let text = &corrected["deliveries"][0]["legs"][0]["text"]["text"];
    assert!(text.as_str().unwrap().contains("ПЛ-2200-005870"), "{text}");
    assert_eq!(left(&server, 1).await.len(), 1);
    // Nothing went out of this one: it is only dropped.
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")], "quiet": night() }))
        .await;
    put(&server, "2026-11-22T21:10:00Z").await;
    server.event("patient-lipids", "protocol.approved").await;
    let patient = server.sign_in("patient").await;
    let held = newest(&patient, "protocol.approved").await;
    play(&server, json!({ "withdraws": held["id"] })).await;
    let dropped = newest(&patient, "protocol.approved").await;
    assert_eq!((&dropped["state"], &dropped["reason"]), (&json!("withdrawn"), &json!("withdrawn")));
    assert_eq!(left(&server, 2).await, []);
    server
        .control(axum::http::Method::POST, "/mock/occurrences", json!({ "withdraws": "m-9999" }))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_record_that_arrives_late_is_told_by_no_message() {
    let server = Server::start();
    let late = json!({ "kind": "protocol.docs_required", "at": "2025-11-26T08:00:00Z", "record_only": true });
    server.control(axum::http::Method::POST, "/mock/documents/patient-insulin/events", late).await;
    assert_eq!(left(&server, 0).await, []);
}
