//! `add_notification_contact`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::list_notification_contacts::contacts;

/// Adds a phone that is for one person alone.
pub async fn add(client: &Client<'_>, person: &str, reach: &str, address: &str) -> Answer {
    let new = json!({ "reach": reach, "address": address, "apart_for": person });
    client.write(Method::POST, path::NOTIFICATION_CONTACTS, &[], Some(new)).await
}

#[tokio::test]
async fn a_child_s_own_phone_is_kept_in_one_form_and_not_verified() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let added = add(&carer, "p-carer-boris", "phone", "0888 123 456").await;
    let expected = json!({
        "id": "c-0001", "reach": "phone", "address": "+359888123456", "apart_for": "p-carer-boris", "state": "unverified"
    });
    assert_eq!((added.status.as_u16(), added.json()), (201, expected.clone()));
    assert_eq!(contacts(&carer).await.last(), Some(&expected));
    let teens = contacts(&server.sign_in("teen").await).await;
    assert!(teens.iter().all(|one| one["apart_for"].is_null()), "it is the carer's: {teens:?}");
    let mail = add(&carer, "p-carer-boris", "email", "Boris@Example.org").await;
    assert_eq!(mail.json()["address"], "boris@example.org");
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_kept() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    for (person, reach, address, pointer, code) in [
        ("p-carer-boris", "phone", "12", "/address", "phone.length"),
        ("p-carer-boris", "email", "boris", "/address", "email.at"),
        ("p-carer-boris", "device", "token", "/reach", "reach.not_taken"),
        ("p-carer-boris", "pigeon", "Boris", "/reach", "reach.not_taken"),
    ] {
        let refused = add(&carer, person, reach, address).await;
        refused.refused(422, "invalid_fields");
        let field = refused.json()["fields"][0].clone();
        assert_eq!(field["pointer"], pointer, "{reach} {address}: {field}");
        assert!(field["code"].as_str().unwrap().starts_with(code.split('.').next().unwrap()), "{field}");
    }
    for stranger in ["p-patient", "p-carer", "nobody"] {
        add(&carer, stranger, "phone", "0888123456").await.refused(403, "not_allowed");
    }
    add(&carer, "p-carer-boris", "phone", "0888123456").await;
    let twice = add(&carer, "p-carer-boris", "phone", "0888123457").await;
    assert_eq!(twice.json()["fields"][0]["code"], "contact.twice");
    let all = contacts(&carer).await;
    assert_eq!(all.iter().filter(|one| one["apart_for"] != Value::Null).count(), 1);
}
