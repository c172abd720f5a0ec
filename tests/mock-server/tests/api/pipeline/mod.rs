//! From something that happens to a message on a phone, by situations, with a clock that stands.

mod access;
mod account;
mod check_up;
mod delivery;
mod device;
mod gp_window;
mod quiet;
mod seeds;
mod shared;
mod text;
mod truth;

use axum::http::Method;
use contract::{ContactId, path};
use serde_json::{Value, json};

use crate::client::{Client, Server};
use crate::send_contact_code::outbox;

pub const MESSAGES: &str = path::NOTIFICATION_MESSAGES;

/// Puts the clock; sessions end by it, so who looks signs in anew.
pub async fn put(server: &Server, now: &str) {
    assert_eq!(server.control(Method::PUT, "/mock/clock", json!({ "now": now })).await.status, 200);
}

/// Another number in the account.
pub async fn number(client: &Client<'_>, phone: &str) {
    let account = client.get(path::ACCOUNT).await;
    let mut contacts = account.json()["contacts"].clone();
    contacts["phone"] = json!(phone);
    let tag = account.header("etag").unwrap().to_owned();
    let body = Some(json!({ "contacts": contacts }));
    assert_eq!(client.write(Method::PATCH, path::ACCOUNT, &[("if-match", &tag)], body).await.status, 200);
}

/// Verifies a contact with the code that goes there.
pub async fn verify(server: &Server, client: &Client<'_>, id: &str) {
    let id = ContactId(id.to_owned());
    let sent = client.write(Method::POST, &path::notification_contact_code(&id), &[], None).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let code = outbox(server).await.last().unwrap()["code"].clone();
    let path = path::notification_contact_verification(&id);
    let said = client.write(Method::POST, &path, &[], Some(json!({ "code": code }))).await;
    assert_eq!(said.json()["state"], "verified", "{}", said.text());
}

/// A persona with a verified number of its own choice.
pub async fn reachable<'a>(server: &'a Server, persona: &str, phone: &str) -> Client<'a> {
    let client = server.sign_in(persona).await;
    number(&client, phone).await;
    verify(server, &client, "own-phone").await;
    client
}

/// Changes what somebody wants to be told.
pub async fn want(client: &Client<'_>, changes: Value) {
    let path = path::NOTIFICATION_PREFERENCES;
    let said = client.write(Method::PATCH, path, &[("if-match", "*")], Some(changes)).await;
    assert_eq!(said.status, 200, "{}", said.text());
}

/// A wish about a person for a topic by a channel.
pub fn wish(person: &str, topic: &str, channel: &str, wish: &str) -> Value {
    json!({ "person": person, "topic": topic, "channel": channel, "wish": wish })
}

/// Quiet hours from 22 to 7.
pub fn night() -> Value {
    json!({ "from": "22:00", "to": "07:00", "action": true })
}

/// The messages of an account, newest first.
pub async fn list(client: &Client<'_>) -> Vec<Value> {
    client.get(MESSAGES).await.json()["messages"].as_array().unwrap().clone()
}

/// The newest message of a subject.
pub async fn newest(client: &Client<'_>, subject: &str) -> Value {
    let all = list(client).await;
    let found = all.iter().find(|one| one["subject"] == subject);
    let id =
        found.unwrap_or_else(|| panic!("no {subject} among {all:#?}"))["id"].as_str().unwrap().to_owned();
    client.get(&format!("{MESSAGES}/{id}")).await.json()
}

/// When somebody was told of a subject, and about whom, newest first.
pub async fn told_of(client: &Client<'_>, subject: &str) -> Vec<(String, String)> {
    let text = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
    let all = list(client).await;
    let of = all.iter().filter(|one| one["subject"] == subject);
    of.map(|one| (text(one, "at"), text(one, "person"))).collect()
}

/// The same of a persona, once the clock went to these instants, one after the other.
pub async fn told_of_after(now: &[&str], persona: &str, subject: &str) -> Vec<(String, String)> {
    let server = Server::start();
    // Somebody looks, so that the clock goes on from here.
    server.sign_in(persona).await.get("/api/v1/session").await;
    for now in now {
        put(&server, now).await;
        server.sign_in(persona).await.get("/api/v1/session").await;
    }
    told_of(&server.sign_in(persona).await, subject).await
}

/// What left since `before`: when, by which channel and where to.
pub async fn left(server: &Server, before: usize) -> Vec<(String, String, String)> {
    let text = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
    let all = outbox(server).await;
    all[before..].iter().map(|one| (text(one, "at"), text(one, "channel"), text(one, "address"))).collect()
}

/// Something that happens.
pub async fn play(server: &Server, body: Value) -> Value {
    let said = server.control(Method::POST, "/mock/occurrences", body).await;
    assert_eq!(said.status, 201, "{}", said.text());
    said.json()
}
