//! `change_account`.

use axum::http::Method;
use contract::account::Account;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

async fn change(client: &Client<'_>, tag: &str, patch: Value) -> Answer {
    client.write(Method::PATCH, path::ACCOUNT, &[("if-match", tag)], Some(patch)).await
}

async fn tag(client: &Client<'_>) -> String {
    client.get(path::ACCOUNT).await.header("etag").unwrap().to_owned()
}

fn contacts(email: &str, phone: &str, address: &str) -> Value {
    json!({ "contacts": { "email": email, "phone": phone, "address": address } })
}

#[tokio::test]
async fn contacts_are_kept_as_the_domain_writes_them() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = change(&patient, &tag(&patient).await, contacts(" a@b.example ", "0888 123 456", "")).await;
    let account: Account = answer.read();
    assert_eq!(account.contacts.email, "a@b.example");
    assert_eq!(account.contacts.phone, "+359888123456");
    assert_eq!(account.contacts.address, "");
    assert_eq!(answer.header("etag").map(str::to_owned), Some(tag(&patient).await));
}

#[tokio::test]
async fn what_is_absent_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let account: Account = change(&patient, &tag(&patient).await, json!({ "language": "kk" })).await.read();
    assert_eq!(account.language.unwrap().code(), "kk");
    assert_eq!(account.contacts.email, "maria@primer.example");
    assert_eq!(patient.get(path::SESSION).await.json()["language"], "kk");
}

#[tokio::test]
async fn fields_that_cannot_be_taken_are_all_named_and_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut patch = contacts("nobody", "0888 12", &"я".repeat(201));
    patch["language"] = "de".into();
    let answer = change(&patient, &tag(&patient).await, patch).await;
    answer.refused(422, "invalid_fields");
    let expected = json!([
        { "pointer": "/contacts/email", "code": "email.at" },
        { "pointer": "/contacts/phone", "code": "phone.too_short" },
        { "pointer": "/contacts/address", "code": "address.too_long" },
        { "pointer": "/language", "code": "language.unknown" },
    ]);
    assert_eq!(answer.json()["fields"], expected);
    assert_eq!(patient.get(path::ACCOUNT).await.json()["contacts"]["phone"], "+359880000001");
}

#[tokio::test]
async fn who_read_it_before_somebody_else_changed_it_is_told() {
    let server = Server::start();
    let (phone, laptop) = (server.sign_in("patient").await, server.sign_in("patient").await);
    let old = tag(&phone).await;
    change(&laptop, &old, json!({ "language": "en" })).await.read::<Account>();
    change(&phone, &old, json!({ "language": "ru" })).await.refused(412, "changed");
    assert_eq!(phone.get(path::ACCOUNT).await.json()["language"], "en");
    change(&phone, "*", json!({ "language": "ru" })).await.read::<Account>();
}

#[tokio::test]
async fn a_change_without_if_match_is_refused() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let patch = Some(json!({ "language": "en" }));
    patient.write(Method::PATCH, path::ACCOUNT, &[], patch).await.refused(428, "precondition_missing");
}

#[tokio::test]
async fn what_is_no_patch_is_malformed() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for patch in
        [json!([]), json!({ "contacts": { "email": "a@b.example" } }), json!({ "language": "NO CODE" })]
    {
        change(&patient, "*", patch).await.refused(400, "malformed");
    }
}
