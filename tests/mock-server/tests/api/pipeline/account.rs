//! What is told of the account itself, and what cannot be switched off.

use axum::http::Method;
use contract::path;
use serde_json::json;

use super::{left, newest, number, play, reachable, want, wish};
use crate::client::Server;
use crate::send_contact_code::outbox;

#[tokio::test]
async fn another_number_is_told_to_the_one_before() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    number(&patient, "+359888000222").await;
    let sent = outbox(&server).await;
    assert_eq!(
        (&sent[0]["subject"], &sent[0]["address"]),
        (&json!("account.security_notice"), &json!("+359880000001"))
    );
    let message = newest(&patient, "account.security_notice").await;
    assert_eq!((&message["ground"], &message["state"]), (&json!("holder"), &json!("on_the_way")));
    // It is no contact of the account any more.
    assert_eq!(message["deliveries"][0]["legs"][0]["contact"], "+359880000001");
}

#[tokio::test]
async fn a_device_that_was_not_used_before_is_told_but_for_the_first() {
    let server = Server::start();
    let first = server.sign_in("patient").await;
    assert_eq!(outbox(&server).await.len(), 0);
    let agent = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/142.0";
    for _ in 0..2 {
        let mut request = crate::client::request(Method::POST, "/mock/session");
        request.headers_mut().insert("user-agent", agent.parse().unwrap());
        request.headers_mut().insert("content-type", "application/json".parse().unwrap());
        *request.body_mut() = json!({ "persona": "patient" }).to_string().into();
        assert_eq!(server.send(request).await.status(), 200);
    }
    let sent = outbox(&server).await;
    assert_eq!((sent.len(), &sent[0]["subject"]), (1, &json!("account.new_device")));
    assert!(sent[0]["text"].as_str().unwrap().contains("Firefox"), "{}", sent[0]);
    first.write(Method::DELETE, path::SESSIONS, &[], None).await;
    assert_eq!(outbox(&server).await[1]["subject"], "account.security_notice");
}

#[tokio::test]
async fn what_cannot_be_switched_off_comes_although_everything_is_off_and_the_rest_does_not() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let off = |topic: &str| {
        ["sms", "viber", "email", "push"].map(|channel| wish("p-patient", topic, channel, "off")).to_vec()
    };
    let wishes = [off("protocols"), off("devices"), off("visits")].concat();
    want(&patient, json!({ "wishes": wishes })).await;
    // The account's own cannot all be off; without a word on them they go all the same.
    first_off(&patient).await;
    server.event("patient-asthma", "protocol.refused").await;
    play(&server, json!({ "person": "p-patient", "subject": "account.data_ready" })).await;
    number(&patient, "+359888000222").await;
    let subjects: Vec<_> = outbox(&server).await.iter().map(|one| one["subject"].clone()).collect();
    assert_eq!(subjects, ["account.security_notice"]);
    let refused = newest(&patient, "protocol.refused").await;
    assert_eq!(
        (&refused["told"], &refused["reason"], &refused["state"]),
        (&json!("not"), &json!("off"), &json!("only_in_portal"))
    );
    let notice = newest(&patient, "account.security_notice").await;
    assert_eq!(notice["because"], "kept");
}

/// Of what cannot be switched off, every channel but the last.
async fn first_off(patient: &crate::client::Client<'_>) {
    let off = ["viber", "email", "push"].map(|channel| wish("p-patient", "account", channel, "off"));
    want(patient, json!({ "wishes": off })).await;
}

#[tokio::test]
async fn as_long_as_nobody_decided_what_is_pressing_goes_and_what_is_calm_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.event("patient-asthma", "protocol.approved").await;
    server.event("patient-lipids", "protocol.refused").await;
    let calm = newest(&patient, "protocol.approved").await;
    assert_eq!((&calm["reason"], &calm["state"]), (&json!("undecided"), &json!("only_in_portal")));
    let pressing = newest(&patient, "protocol.refused").await;
    assert_eq!((&pressing["because"], &pressing["ground"]), (&json!("undecided"), &json!("own")));
    let said = left(&server, 0).await;
    assert_eq!((said.len(), said[0].1.as_str()), (1, "sms"));
}

#[tokio::test]
async fn a_contact_that_is_not_verified_gets_nothing_and_the_list_says_why() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    server.event("boris-sensors", "protocol.refused").await;
    let message = newest(&carer, "protocol.refused").await;
    assert_eq!((&message["state"], &message["reason"]), (&json!("only_in_portal"), &json!("unverified")));
    assert_eq!(message["ground"], "proxy");
    assert_eq!(outbox(&server).await.len(), 0);
}

#[tokio::test]
async fn a_closed_account_is_told_that_and_nothing_more() {
    let server = Server::start();
    let patient = reachable(&server, "patient", "+359888000111").await;
    let before = outbox(&server).await.len();
    let body = json!({ "confirm": "close", "even_so": true });
    assert_eq!(patient.write(Method::POST, path::CLOSURE, &[], Some(body)).await.status, 200);
    server.event("patient-asthma", "protocol.refused").await;
    server.advance(10).await;
    let subjects: Vec<_> = outbox(&server).await[before..].iter().map(|one| one["subject"].clone()).collect();
    assert_eq!(subjects, ["account.closing"]);
}
