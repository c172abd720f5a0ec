//! `send_contact_code`, and where what is sent ends (`/mock/outbox`).

use axum::http::Method;
use contract::{ContactId, path};
use serde_json::{Value, json};

use crate::add_notification_contact::add;
use crate::client::{Answer, Client, Server};

/// Has a code sent.
pub async fn send(client: &Client<'_>, id: &str) -> Answer {
    let path = path::notification_contact_code(&ContactId(id.to_owned()));
    client.write(Method::POST, &path, &[], None).await
}

/// What would have been sent, the oldest first.
pub async fn outbox(server: &Server) -> Vec<Value> {
    server.get("/mock/outbox").await.json()["messages"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_code_goes_to_the_contact_and_to_nobody_else() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    add(&carer, "p-carer-boris", "phone", "0888123456").await;
    let sent = send(&carer, "c-0001").await.json();
    assert_eq!(
        (&sent["state"], &sent["code_until"]),
        (&json!("code_pending"), &json!("2026-11-22T08:10:00Z"))
    );
    assert_eq!(sent["code_again_from"], "2026-11-22T08:01:00Z");
    let messages = outbox(&server).await;
    assert_eq!(messages.len(), 1);
    let code = messages[0]["code"].as_str().unwrap();
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    assert!(messages[0]["text"].as_str().unwrap().contains(code), "{}", messages[0]);
    assert_eq!(
        (&messages[0]["channel"], &messages[0]["address"], &messages[0]["subject"]),
        (&json!("sms"), &json!("+359888123456"), &json!("contact.code"))
    );
    assert!(!sent.to_string().contains(code), "the answer does not tell it");
    send(&carer, "own-email").await;
    assert_eq!(outbox(&server).await[1]["channel"], "email");
    for id in ["c-0002", "not-there"] {
        send(&server.sign_in("patient").await, id).await.refused(403, "not_allowed");
    }
}

#[tokio::test]
async fn each_wait_is_longer_than_the_one_before() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    for (count, wait) in [60, 180, 600, 1800].into_iter().enumerate() {
        assert_eq!(send(&altai, "own-phone").await.status, 200);
        let early = send(&altai, "own-phone").await;
        early.refused(429, "too_many");
        assert_eq!(early.header("retry-after"), Some(wait.to_string().as_str()));
        assert_eq!(outbox(&server).await.len(), count + 1);
        // Sessions last twenty minutes.
        for step in [wait / 2, wait - wait / 2] {
            server.advance(step).await;
            altai.get(path::SESSION).await;
        }
    }
    assert_eq!(send(&altai, "own-phone").await.status, 200);
    let day = send(&altai, "own-phone").await;
    assert!(day.header("retry-after").unwrap().parse::<u32>().unwrap() > 20 * 3600);
    let requests = server.control(Method::GET, "/mock/requests", json!({})).await.text();
    let code = outbox(&server).await[0]["code"].as_str().unwrap().to_owned();
    assert!(!requests.contains(&code), "no log has it");
}
