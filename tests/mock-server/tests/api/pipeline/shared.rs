//! One phone for two: one message, which says about whom it is.

use axum::http::Method;
use serde_json::{Value, json};

use super::{newest, reachable, want, wish};
use crate::access::{accept, invite};
use crate::client::Server;
use crate::send_contact_code::outbox;

const PHONE: &str = "+359888000111";

fn offer(label: &str) -> Value {
    json!({ "basis": "mandate", "scopes": ["look", "receive"], "until": "2027-06-30", "label": label })
}

#[tokio::test]
async fn two_proxies_on_one_phone_get_one_message_that_names_both() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let first = reachable(&server, "patient", PHONE).await;
    server.advance(61).await;
    let second = reachable(&server, "altai", PHONE).await;
    for proxy in [&first, &second] {
        let invited = invite(&mother, offer("x")).await;
        accept(proxy, &invited.code).await;
        server.advance(1).await;
    }
    let before = outbox(&server).await.len();
    server.event("stefka-memory", "protocol.annulled").await;
    let sent = outbox(&server).await[before..].to_vec();
    let to = |address: &str| sent.iter().filter(|one| one["address"] == address).count();
    assert_eq!((to(PHONE), to("+359880000009")), (1, 1), "{sent:#?}");
    let (hers, his) = (newest(&first, "protocol.annulled").await, newest(&second, "protocol.annulled").await);
    assert_eq!(
        (&hers["told"], &his["told"], &his["with"]),
        (&json!("told"), &json!("with"), &json!("Мария Примерова"))
    );
    for message in [&hers, &his] {
        assert_eq!(message["deliveries"][0]["receivers"], json!(["Мария Примерова", "Пётр Пробный"]));
        assert_eq!(message["deliveries"][0]["legs"][0]["contact"], PHONE);
        let text = message["deliveries"][0]["legs"][0]["text"]["text"].as_str().unwrap();
        assert!(text.contains("Стефка Образцова"), "{text}");
    }
    assert_eq!(hers["deliveries"][0]["id"], his["deliveries"][0]["id"]);
}

#[tokio::test]
async fn the_person_and_a_proxy_on_one_phone_read_about_whom_it_is() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let proxy = reachable(&server, "patient", "+359880000009").await;
    let invited = invite(&mother, offer("x")).await;
    accept(&proxy, &invited.code).await;
    let before = outbox(&server).await.len();
    server.event("stefka-memory", "protocol.annulled").await;
    let sent = outbox(&server).await[before..].to_vec();
    assert_eq!(sent.len(), 1, "{sent:#?}");
    assert!(sent[0]["text"].as_str().unwrap().contains("Стефка Образцова"), "{}", sent[0]);
}

#[tokio::test]
async fn anothers_own_contact_is_never_shown_whole() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let proxy = reachable(&server, "patient", "+359880000009").await;
    super::verify(&server, &proxy, "own-email").await;
    let invited = invite(&mother, offer("x")).await;
    accept(&proxy, &invited.code).await;
    // The proxy's mail comes after the phone that both share.
    let wishes = ["sms", "email"].map(|channel| wish("p-carer-stefka", "protocols", channel, "on"));
    want(&proxy, json!({ "wishes": wishes, "fallback": { "order": ["sms", "email"], "wait_minutes": 5 } }))
        .await;
    want(&mother, json!({ "wishes": [wish("p-carer-stefka", "protocols", "sms", "on")] })).await;
    server.event("stefka-memory", "protocol.approved").await;
    let contacts = |message: &Value| -> Vec<Value> {
        let legs = message["deliveries"][0]["legs"].as_array().unwrap();
        legs.iter().map(|leg| leg["contact"].clone()).collect()
    };
    assert_eq!(
        contacts(&newest(&mother, "protocol.approved").await),
        ["+359880000009", "m***@primer.example"]
    );
    assert_eq!(
        contacts(&newest(&proxy, "protocol.approved").await),
        ["+359880000009", "maria@primer.example"]
    );
    let path = "/mock/deliveries";
    let of = newest(&mother, "protocol.approved").await["deliveries"][0]["id"].clone();
    let said = json!({ "message": of, "channel": "email", "signal": "delivered" });
    server.control(Method::POST, path, said).await.refused(400, "malformed");
}
