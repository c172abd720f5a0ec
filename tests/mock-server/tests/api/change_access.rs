//! `change_access`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::access::{documents, grant, let_in, offer};
use crate::client::{Answer, Client, Server};

async fn patch(client: &Client<'_>, id: &str, tag: &str, body: Value) -> Answer {
    client.write(Method::PATCH, &format!("{}/{id}", path::ACCESS), &[("if-match", tag)], Some(body)).await
}

#[tokio::test]
async fn the_giver_renews_widens_and_narrows() {
    let server = Server::start();
    let id = let_in(&server, offer()).await;
    let (mother, patient) = (server.sign_in("mother").await, server.sign_in("patient").await);
    let tag = grant(&mother, &id).await.tag;
    let body = json!({ "until": "2028-01-31", "scopes": ["act"], "kinds": ["device_application"] });
    let answer = patch(&mother, &id, &tag, body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["until"], "2028-01-31");
    assert_eq!(answer.json()["scopes"], json!(["look", "act"]));
    assert_eq!(documents(&patient, "p-carer-stefka").await, ["stefka-walker"]);
    // Somebody who still holds the old tag does not overwrite it.
    patch(&mother, &id, &tag, json!({ "until": "2027-03-01" })).await.refused(412, "changed");
    let answer = patch(&mother, &id, answer.header("etag").unwrap(), json!({ "all_kinds": true })).await;
    assert_eq!(answer.json().get("kinds"), None);
    assert_eq!(documents(&patient, "p-carer-stefka").await.len(), 6);
    let bad = json!({ "until": "2026-11-21", "scopes": [], "kinds": ["moon"] });
    let answer = patch(&mother, &id, "*", bad).await;
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"].as_array().unwrap().len(), 3);
    patch(&mother, &id, "*", json!({ "kinds": ["device_application"], "all_kinds": true }))
        .await
        .refused(400, "malformed");
}

#[tokio::test]
async fn nobody_but_the_giver_and_nothing_that_is_over() {
    let server = Server::start();
    let id = let_in(&server, offer()).await;
    let (mother, patient) = (server.sign_in("mother").await, server.sign_in("patient").await);
    let renewal = json!({ "until": "2027-11-30" });
    for (client, id) in
        [(&patient, id.as_str()), (&patient, "g-stefka-georgi"), (&mother, "nothing"), (&mother, "a%20b")]
    {
        patch(client, id, "*", renewal.clone()).await.refused(403, "not_allowed");
    }
    // The parent's grant is not the mother's kind, and not the parent's own to change.
    patch(&server.sign_in("carer").await, "g-boris-georgi", "*", renewal.clone())
        .await
        .refused(403, "not_allowed");
    let bare =
        mother.write(Method::PATCH, &format!("{}/{id}", path::ACCESS), &[], Some(renewal.clone())).await;
    bare.refused(428, "precondition_missing");
    mother.write(Method::DELETE, &format!("{}/{id}", path::ACCESS), &[], None).await;
    patch(&mother, &id, "*", renewal).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn from_16_the_young_person_alone_decides_whether_a_parent_goes_on_acting() {
    let server = Server::start();
    let all = json!({ "scopes": ["look", "act", "receive"] });
    patch(&server.sign_in("teen").await, "g-boris-georgi", "*", all.clone())
        .await
        .refused(403, "not_allowed");
    server.control(Method::PUT, "/mock/clock", json!({ "now": "2026-11-30T22:00:00Z" })).await;
    let (teen, carer) = (server.sign_in("teen").await, server.sign_in("carer").await);
    let narrowed = grant(&carer, "g-boris-georgi").await;
    assert_eq!(
        serde_json::to_value(&narrowed.narrowed).unwrap(),
        json!({ "scopes": ["look", "receive"], "why": "age" })
    );
    patch(&carer, "g-boris-georgi", "*", all.clone()).await.refused(403, "not_allowed");
    for more in
        [json!({ "scopes": ["look"] }), json!({ "until": "2027-01-01" }), json!({ "all_kinds": true })]
    {
        patch(&teen, "g-boris-georgi", "*", more).await.refused(403, "not_allowed");
    }
    let agreed = patch(&teen, "g-boris-georgi", &narrowed.tag, all).await.json();
    assert_eq!((agreed.get("narrowed"), agreed["agreed_at"].clone()), (None, json!("2026-11-30T22:00:00Z")));
    assert!(grant(&carer, "g-boris-georgi").await.narrowed.is_none());
    let back = patch(&teen, "g-boris-georgi", "*", json!({ "scopes": ["look", "receive"] })).await.json();
    assert_eq!(back["narrowed"]["why"], "age");
}
