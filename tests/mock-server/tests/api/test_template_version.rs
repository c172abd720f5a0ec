//! `test_template_version`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, NOW, Server};
use crate::staff::{DRAFT, SECOND, Text, begin, write};

const EMAIL: Text = ("protocol.approved", "email", "bg");

async fn test(client: &Client<'_>, (subject, channel, language): Text, number: u32, body: Value) -> Answer {
    let path = path::template_test(subject, channel, language, number);
    client.write(Method::POST, &path, &[], Some(body)).await
}

fn to(contact: &str, length: &str) -> Value {
    json!({ "contact": contact, "length": length })
}

/// Verifies a contact with the code that was sent to it.
async fn verify(client: &Client<'_>, id: &str) {
    let code = path::notification_contact_code(&contract::ContactId(id.to_owned()));
    client.write(Method::POST, &code, &[], None).await;
    let sent = client.server.get("/mock/outbox").await.json();
    let code = sent["messages"].as_array().unwrap().last().unwrap()["text"].clone();
    let path = path::notification_contact_verification(&contract::ContactId(id.to_owned()));
    let answer = client.write(Method::POST, &path, &[], Some(json!({ "code": code }))).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// Gives the account a phone number that is verified.
async fn with_phone(client: &Client<'_>) {
    let contacts = json!({ "email": "ema@maket.example", "phone": "+359880000005", "address": "" });
    let patch = Some(json!({ "contacts": contacts }));
    client.write(Method::PATCH, path::ACCOUNT, &[("if-match", "*")], patch).await;
    verify(client, "own-phone").await;
}

fn refused_for(answer: &Answer, pointer: &str, code: &str) {
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"], json!([{ "pointer": pointer, "code": code }]));
}

#[tokio::test]
async fn a_version_arrives_exactly_as_it_would_leave() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    with_phone(&editor).await;
    let answer = test(&editor, SECOND, 2, to("own-phone", "typical")).await;
    assert_eq!(answer.status, 200);
    let text = "НЗОК: Протокол 123456/2026 е одобрен. Валиден до 01.03.2027.";
    let expected = json!({ "at": NOW, "channel": "sms", "address": "+359880000005", "text": text });
    assert_eq!(answer.json(), expected);
    let outbox = server.get("/mock/outbox").await.json();
    let left = outbox["messages"].as_array().unwrap().last().unwrap();
    let expected = json!({
        "at": NOW, "account": "editor", "subject": "protocol.approved", "channel": "sms",
        "address": "+359880000005", "text": text, "test": true,
    });
    assert_eq!(left, &expected);
    assert_eq!(outbox["messages"][0].get("test"), None, "the code was no test");
    let least = test(&editor, SECOND, 2, to("own-phone", "least")).await.json();
    assert_eq!(least["text"], "НЗОК: Протокол 1 е одобрен.");
}

#[tokio::test]
async fn an_e_mail_has_its_title_and_an_approver_tests_too() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    verify(&approver, "own-email").await;
    let sent = test(&approver, EMAIL, 1, to("own-email", "most")).await.json();
    assert_eq!(
        (&sent["title"], &sent["address"]),
        (&"Протоколът е одобрен".into(), &"kalin@maket.example".into())
    );
    assert!(sent["text"].as_str().unwrap().contains("Александрина-Виктория"), "{sent}");
}

#[tokio::test]
async fn it_goes_to_no_contact_that_is_not_proven_one_s_own() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    refused_for(&test(&editor, EMAIL, 1, to("own-email", "most")).await, "/contact", "contact.unverified");
    let code = path::notification_contact_code(&contract::ContactId("own-email".to_owned()));
    editor.write(Method::POST, &code, &[], None).await;
    refused_for(&test(&editor, EMAIL, 1, to("own-email", "most")).await, "/contact", "contact.code_pending");
    for foreign in ["own-phone", "c-0001", "p-patient"] {
        test(&editor, SECOND, 2, to(foreign, "most")).await.refused(403, "not_allowed");
    }
    with_phone(&editor).await;
    refused_for(&test(&editor, EMAIL, 1, to("own-phone", "most")).await, "/contact", "contact.no_contact");
    let stop = json!({ "address": "+359880000005", "channel": "sms", "stopped": true });
    server.control(Method::POST, "/mock/stops", stop).await;
    refused_for(&test(&editor, SECOND, 2, to("own-phone", "most")).await, "/contact", "contact.stopped");
    refused_for(&test(&editor, SECOND, 2, to("own-phone", "long")).await, "/length", "code.unknown");
}

#[tokio::test]
async fn a_text_that_cannot_be_filled_is_not_sent() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    with_phone(&editor).await;
    for (text, code) in [("((number", "parse.unclosed"), ("((salary))", "render.unknown")] {
        write(&editor, DRAFT, 2, json!({ "text": text })).await;
        let refused = test(&editor, DRAFT, 2, to("own-phone", "most")).await;
        refused.refused(422, "text_blocked");
        assert_eq!(refused.json()["fields"], json!([{ "pointer": "/text", "code": code }]));
    }
    assert_eq!(server.get("/mock/outbox").await.json()["messages"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn ten_in_an_hour_are_enough() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    with_phone(&editor).await;
    for _ in 0..10 {
        assert_eq!(test(&editor, SECOND, 2, to("own-phone", "least")).await.status, 200);
        server.advance(60).await;
    }
    let refused = test(&editor, SECOND, 2, to("own-phone", "least")).await;
    refused.refused(429, "too_many");
    assert_eq!(refused.header("retry-after"), Some("3000"));
    editor.write(Method::POST, path::SESSION_EXTENSION, &[], None).await;
    server.advance(1100).await;
    editor.write(Method::POST, path::SESSION_EXTENSION, &[], None).await;
    server.advance(1100).await;
    editor.write(Method::POST, path::SESSION_EXTENSION, &[], None).await;
    server.advance(800).await;
    assert_eq!(test(&editor, SECOND, 2, to("own-phone", "least")).await.status, 200);
}

#[tokio::test]
async fn patients_test_nothing_and_what_is_not_there_is_not_tested() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    test(&patient, SECOND, 2, to("own-phone", "most")).await.refused(403, "not_allowed");
    let editor = server.sign_in("editor").await;
    test(&editor, SECOND, 3, to("own-email", "most")).await.refused(403, "not_allowed");
    begin(&editor, SECOND, 2).await;
    refused_for(
        &test(&editor, ("account.closing", "email", "ru"), 1, to("own-email", "most")).await,
        "/contact",
        "contact.unverified",
    );
}
