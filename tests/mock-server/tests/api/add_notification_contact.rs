//! `add_notification_contact`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::list_notification_contacts::contacts;

/// A token that an app made for a device.
pub const TOKEN: &str = "3f8c0d3e-6c0e-4a0b-9f5a-1d9a7f6f2b11";

/// Adds the device with a token.
pub async fn add_device(client: &Client<'_>, token: &str) -> Answer {
    let agent = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
    let new = json!({ "reach": "device", "address": token });
    client.write(Method::POST, path::NOTIFICATION_CONTACTS, &[agent], Some(new)).await
}

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
        ("p-carer-boris", "device", TOKEN, "/apart_for", "person.not_taken"),
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

#[tokio::test]
async fn a_device_is_verified_at_once_and_only_who_added_it_is_told_its_token() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let added = add_device(&patient, TOKEN).await;
    let mut device = added.json();
    assert_eq!((added.status.as_u16(), &device["address"]), (201, &json!(TOKEN)));
    let id = device["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("d-") && id.len() > 16, "nobody else gets it: {id}");
    device["address"] = json!("");
    let expected = json!({
        "id": id, "reach": "device", "address": "", "label": "Firefox, Linux", "state": "verified",
        "verified_since": "2026-11-22T08:00:00Z"
    });
    assert_eq!((&device, contacts(&patient).await.last()), (&expected, Some(&expected)));
    let again = add_device(&patient, TOKEN).await;
    assert_eq!((&again.json()["id"], &again.json()["address"]), (&json!(id), &json!(TOKEN)));
    assert_eq!(contacts(&patient).await.len(), 3);
    // The same browser, with somebody else signed in.
    let carer = server.sign_in("carer").await;
    assert_ne!(add_device(&carer, TOKEN).await.json()["id"], json!(id));
    let data = patient.get(path::ACCOUNT_DATA).await.text();
    assert!(data.contains("Firefox, Linux") && !data.contains(TOKEN));
}

#[tokio::test]
async fn a_token_that_could_be_guessed_and_an_eleventh_device_are_refused() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let refused = async |token: &str| {
        let answer = add_device(&patient, token).await;
        answer.refused(422, "invalid_fields");
        let field = answer.json()["fields"][0].clone();
        (field["pointer"].clone(), field["code"].clone())
    };
    for token in ["", &"a".repeat(15), &"a".repeat(513)] {
        assert_eq!(refused(token).await, (json!("/address"), json!("device.length")), "{token}");
    }
    for number in 0..10 {
        assert_eq!(add_device(&patient, &number.to_string().repeat(16)).await.status, 201);
    }
    assert_eq!(refused(TOKEN).await, (json!("/reach"), json!("device.limit")));
    assert_eq!(add_device(&patient, &"3".repeat(16)).await.status, 201, "it is there already");
}

#[tokio::test]
async fn a_phone_without_the_person_it_is_for_is_refused() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    for (reach, address) in [("phone", "0888123456"), ("email", "boris@example.org")] {
        let new = json!({ "reach": reach, "address": address });
        let refused = carer.write(Method::POST, path::NOTIFICATION_CONTACTS, &[], Some(new)).await;
        refused.refused(422, "invalid_fields");
        let field = refused.json()["fields"][0].clone();
        assert_eq!((&field["pointer"], &field["code"]), (&json!("/apart_for"), &json!("person.missing")));
    }
}
