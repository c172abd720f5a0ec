//! What the carrier says, and what follows: the next channel, another try, a stop, the end.

use axum::http::Method;
use domain::notification::delivery::{Way, picture};
use serde_json::{Value, json};

use super::{left, newest, reachable, want, wish};
use crate::client::Server;
use crate::list_notification_contacts::contacts;
use crate::send_contact_code::outbox;

/// The patient with a number, by Viber and then by SMS.
async fn chain(phone: &str) -> (Server, usize) {
    let server = Server::start();
    let patient = reachable(&server, "patient", phone).await;
    let both = [wish("p-patient", "protocols", "viber", "on"), wish("p-patient", "protocols", "sms", "on")];
    want(&patient, json!({ "wishes": both, "fallback": { "order": ["viber", "sms"], "wait_minutes": 15 } }))
        .await;
    let before = outbox(&server).await.len();
    drop(patient);
    (server, before)
}

fn states(message: &Value, leg: usize) -> Vec<&str> {
    let history = message["deliveries"][0]["legs"][leg]["history"].as_array().unwrap();
    history.iter().map(|state| state["code"].as_str().unwrap()).collect()
}

async fn says(server: &Server, message: &Value, channel: &str, signal: &str) -> u16 {
    let body = json!({ "message": message["deliveries"][0]["id"], "channel": channel, "signal": signal });
    server.control(Method::POST, "/mock/deliveries", body).await.status.as_u16()
}

#[tokio::test]
async fn viber_arrives_is_read_and_needs_no_sms() {
    let (server, before) = chain("+359888000111").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(3600).await;
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(states(&message, 0), ["sent", "delivered", "read"]);
    assert_eq!((&message["by"], &message["since"]), (&json!("viber"), &json!("2026-11-22T08:03:00Z")));
    assert_eq!(left(&server, before).await.len(), 1);
}

#[tokio::test]
async fn without_a_word_from_viber_it_goes_by_sms_after_the_wait_that_was_chosen() {
    let (server, before) = chain("+359880009902").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(15 * 60 - 1).await;
    assert_eq!(left(&server, before).await.len(), 1);
    server.advance(60).await;
    assert_eq!(left(&server, before).await[1].0, "2026-11-22T08:15:00Z");
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(
        (states(&message, 0), states(&message, 1)),
        (vec!["sent", "replaced"], vec!["sent", "delivered"])
    );
    // Word that comes late is true all the same; the picture shows that the SMS had gone.
    assert_eq!(says(&server, &message, "viber", "read").await, 204);
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(states(&message, 0), ["sent", "replaced", "read"]);
    let read: contract::notification::Delivery =
        serde_json::from_value(message["deliveries"][0].clone()).unwrap();
    let (tries, failures) = read.read().unwrap();
    assert!(matches!(picture(&tries, &failures).arrows[0].way, Way::NoWord { .. }));
}

#[tokio::test]
async fn a_number_without_viber_gets_the_sms_at_once() {
    let (server, before) = chain("+359880009901").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(2).await;
    assert_eq!(left(&server, before).await[1].0, "2026-11-22T08:00:01Z");
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(message["deliveries"][0]["legs"][0]["history"][1]["why"], "not_on_channel");
}

#[tokio::test]
async fn a_phone_out_of_reach_is_tried_again_and_again() {
    let server = Server::start();
    let patient = reachable(&server, "patient", "+359888000111").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")] })).await;
    super::number(&patient, "+359880009903").await;
    // The code is out of reach three times as well, and by the fourth it would serve no longer.
    let before = outbox(&server).await.len();
    super::verify(&server, &patient, "own-phone").await;
    server.advance(3600).await;
    assert_eq!(left(&server, before).await.len(), 3);
    let before = outbox(&server).await.len();
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(3600).await;
    let at: Vec<String> = left(&server, before).await.into_iter().map(|(at, _, _)| at).collect();
    let tries = ["09:00:00", "09:01:01", "09:06:02", "09:36:03"].map(|time| format!("2026-11-22T{time}Z"));
    assert_eq!(at, tries);
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(
        (&message["state"], &message["deliveries"][0]["legs"][0]["times"]),
        (&json!("arrived"), &json!(4))
    );
}

#[tokio::test]
async fn stop_at_the_carrier_stays_with_the_contact_and_the_next_message_goes_another_way() {
    let (server, before) = chain("+359888000111").await;
    let patient = server.sign_in("patient").await;
    let order = json!({ "fallback": { "order": ["sms", "viber"], "wait_minutes": 15 } });
    want(&patient, order).await;
    server.event("patient-asthma", "protocol.approved").await;
    let message = newest(&patient, "protocol.approved").await;
    assert_eq!(says(&server, &message, "sms", "stopped").await, 204);
    let message = newest(&patient, "protocol.approved").await;
    assert_eq!(message["deliveries"][0]["legs"][1]["state"]["code"], "sent", "{message:#}");
    let phone = &contacts(&patient).await[0];
    assert_eq!(phone["stops"], json!([{ "channel": "sms", "since": "2026-11-22T08:00:00Z" }]));
    server.event("patient-lipids", "protocol.refused").await;
    let next = newest(&patient, "protocol.refused").await;
    let stopped = json!({ "channel": "sms", "reason": "stopped", "since": "2026-11-22T08:00:00Z" });
    assert!(next["not_by"].as_array().unwrap().contains(&stopped), "{next:#}");
    let channels: Vec<String> = left(&server, before).await.into_iter().map(|(_, by, _)| by).collect();
    assert_eq!(channels, ["sms", "viber", "viber"]);
}

#[tokio::test]
async fn where_everything_fails_it_did_not_arrive() {
    let (server, _) = chain("+359880009905").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(60).await;
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!(message["state"], "not_arrived");
    assert_eq!(states(&message, 1), ["sent", "failed", "given_up"]);
}

#[tokio::test]
async fn what_no_carrier_says_and_what_cannot_be_any_more_is_refused() {
    let (server, _) = chain("+359888000111").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.advance(600).await;
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    for (channel, signal, status) in
        [("viber", "busy", 400), ("viber", "held", 400), ("email", "read", 404), ("sms", "read", 400)]
    {
        assert_eq!(says(&server, &message, channel, signal).await, status, "{channel} {signal}");
    }
}

#[tokio::test]
async fn an_e_mail_says_nothing_until_it_comes_back() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let account = patient.get(contract::path::ACCOUNT).await;
    let mut contacts = account.json()["contacts"].clone();
    contacts["email"] = json!("bounce@primer.example");
    let tag = account.header("etag").unwrap().to_owned();
    let body = Some(json!({ "contacts": contacts }));
    patient.write(Method::PATCH, contract::path::ACCOUNT, &[("if-match", &tag)], body).await;
    super::verify(&server, &patient, "own-email").await;
    let both = ["email", "sms"].map(|channel| wish("p-patient", "protocols", channel, "on"));
    want(&patient, json!({ "wishes": both, "fallback": { "order": ["email", "sms"], "wait_minutes": 15 } }))
        .await;
    let before = outbox(&server).await.len();
    server.event("patient-asthma", "protocol.approved").await;
    assert_eq!(newest(&patient, "protocol.approved").await["state"], "sent");
    server.advance(40).await;
    let message = newest(&patient, "protocol.approved").await;
    assert_eq!((&message["state"], &message["by"]), (&json!("arrived"), &json!("sms")));
    assert_eq!(states(&message, 0), ["sent", "failed", "replaced"]);
    assert!(message["line"].as_str().is_some_and(|line| !line.contains("НЗОК:")), "the title of the e-mail");
    assert_eq!(left(&server, before).await[1].0, "2026-11-22T08:00:30Z");
}
