//! Notices on a device.

use axum::http::Method;
use contract::{ContactId, path};
use serde_json::{Value, json};

use super::{newest, want, wish};
use crate::add_notification_contact::{TOKEN, add_device};
use crate::client::Server;
use crate::send_contact_code::outbox;

async fn approved(server: &Server) {
    let body = json!({ "kind": "protocol.approved", "valid_to": "2027-11-20" });
    let said = server.control(Method::POST, "/mock/documents/patient-asthma/events", body).await;
    assert!(said.status.is_success(), "{}", said.text());
}

fn not_by(message: &Value) -> Option<&Value> {
    message["not_by"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["channel"] == "push")
        .map(|one| &one["reason"])
}

#[tokio::test]
async fn a_notice_goes_to_the_device_while_there_is_one_and_nobody_says_whether_it_was_seen() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "push", "on")] })).await;
    let device = add_device(&patient, TOKEN).await.json();
    approved(&server).await;
    let left = outbox(&server).await.last().unwrap().clone();
    assert_eq!((&left["channel"], &left["address"]), (&json!("push"), &json!(TOKEN)));
    let said = format!("{} {}", left["title"].as_str().unwrap(), left["text"].as_str().unwrap());
    // It shows on a locked screen: neither the number of the document nor a name.
    assert!(!said.contains("005870") && !said.contains("Мария"), "{said}");
    server.advance(3600).await;
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    let leg = &message["deliveries"][0]["legs"][0];
    let is = |name: &str| leg[name].clone();
    assert_eq!((is("channel"), is("contact")), (json!("push"), json!("Firefox, Linux")));
    assert_eq!((&leg["state"]["code"], leg["history"].as_array().unwrap().len()), (&json!("sent"), 1));
    assert_eq!((&leg["text"]["title"], &leg["text"]["text"]), (&left["title"], &left["text"]));
    assert_eq!((not_by(&message), message.to_string().contains(TOKEN)), (None, false));

    let patient = server.sign_in("patient").await;
    let id = path::notification_contact(&ContactId(device["id"].as_str().unwrap().to_owned()));
    assert_eq!(patient.write(Method::DELETE, &id, &[], None).await.status, 204);
    let before = outbox(&server).await.len();
    approved(&server).await;
    let message = newest(&patient, "protocol.approved").await;
    assert_eq!(not_by(&message), Some(&json!("no_contact")), "{message:#}");
    assert!(outbox(&server).await[before..].iter().all(|one| one["channel"] != "push"));
}
