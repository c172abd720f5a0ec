//! `verify_contact`.

use axum::http::Method;
use contract::{ContactId, path};
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::list_notification_contacts::contacts;
use crate::send_contact_code::{outbox, send};

async fn verify(client: &Client<'_>, id: &str, code: &str) -> Answer {
    let path = path::notification_contact_verification(&ContactId(id.to_owned()));
    client.write(Method::POST, &path, &[], Some(json!({ "code": code }))).await
}

/// The code that was sent last.
async fn last(server: &Server) -> String {
    outbox(server).await.last().unwrap()["code"].as_str().unwrap().to_owned()
}

/// Another code than this one.
fn other(code: &str) -> String {
    if code == "111111" { "222222".to_owned() } else { "111111".to_owned() }
}

fn says(answer: &Answer, code: &str) {
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"][0], json!({ "pointer": "/code", "code": code }));
}

#[tokio::test]
async fn the_code_verifies_as_it_is_read_out_and_only_the_last_one() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    says(&verify(&altai, "own-phone", "123456").await, "code.none");
    send(&altai, "own-phone").await;
    let first = last(&server).await;
    server.advance(60).await;
    send(&altai, "own-phone").await;
    let second = last(&server).await;
    if first != second {
        says(&verify(&altai, "own-phone", &first).await, "code.wrong");
    }
    let typed = format!(" {} {}", &second[..3], &second[3..]);
    let verified = verify(&altai, "own-phone", &typed).await.json();
    assert_eq!(
        (&verified["state"], &verified["verified_since"]),
        (&json!("verified"), &json!("2026-11-22T08:01:00Z"))
    );
    assert_eq!((&verified["code_until"], &verified["code_again_from"]), (&Value::Null, &Value::Null));
    says(&verify(&altai, "own-phone", &second).await, "code.none");
    assert_eq!(contacts(&altai).await[0]["state"], "verified", "and stays so");
    verify(&server.sign_in("carer").await, "c-0001", &second).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn a_code_serves_ten_minutes_and_six_digits_are_a_code() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    send(&altai, "own-email").await;
    let code = last(&server).await;
    says(&verify(&altai, "own-email", "12345").await, "code.form");
    server.advance(10 * 60).await;
    says(&verify(&altai, "own-email", &code).await, "code.lapsed");
    assert_eq!(contacts(&altai).await[1]["state"], "code_pending");
}

#[tokio::test]
async fn after_too_many_wrong_ones_not_even_the_right_one_is_looked_at() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    send(&altai, "own-phone").await;
    let code = last(&server).await;
    let mut wrong = 0;
    loop {
        let answer = verify(&altai, "own-phone", &other(&code)).await;
        if answer.status == 429 {
            break;
        }
        says(&answer, "code.wrong");
        wrong += 1;
        assert!(wrong < 20, "it never ends");
    }
    let locked = verify(&altai, "own-phone", &code).await;
    locked.refused(429, "too_many");
    assert!(locked.header("retry-after").is_some());
    send(&altai, "own-phone").await.refused(429, "too_many");
}

#[tokio::test]
async fn another_number_in_the_account_is_not_verified_because_the_old_one_was() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    send(&altai, "own-phone").await;
    let code = last(&server).await;
    verify(&altai, "own-phone", &code).await;
    let account = altai.get(path::ACCOUNT).await;
    let mut changed = account.json()["contacts"].clone();
    changed["phone"] = json!("+359888999999");
    let tag = account.header("etag").unwrap().to_owned();
    altai
        .write(Method::PATCH, path::ACCOUNT, &[("if-match", &tag)], Some(json!({ "contacts": changed })))
        .await;
    let now = &contacts(&altai).await[0];
    assert_eq!((&now["address"], &now["state"]), (&json!("+359888999999"), &json!("unverified")));
}
