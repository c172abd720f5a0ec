//! `ask_renewal`.

use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::access::{grant, let_in, offer};
use crate::client::Server;

#[tokio::test]
async fn the_giver_sees_the_wish_until_it_is_fulfilled() {
    let server = Server::start();
    let (carer, mother) = (server.sign_in("carer").await, server.sign_in("mother").await);
    let ask = format!("{}/g-stefka-georgi/renewal-request", path::ACCESS);
    assert_eq!(carer.write(Method::POST, &ask, &[], None).await.status, 204);
    let asked = grant(&mother, "g-stefka-georgi").await;
    assert_eq!(asked.renewal_asked_at.unwrap().to_rfc3339(), "2026-11-22T08:00:00+00:00");
    let renewed = mother
        .write(
            Method::PATCH,
            &format!("{}/g-stefka-georgi", path::ACCESS),
            &[("if-match", &asked.tag)],
            Some(json!({ "until": "2028-02-15" })),
        )
        .await;
    assert_eq!(renewed.json().get("renewal_asked_at"), None);
    assert_eq!(grant(&carer, "g-stefka-georgi").await.until.unwrap().to_string(), "2028-02-15");
}

#[tokio::test]
async fn only_who_holds_it_asks() {
    let server = Server::start();
    let id = let_in(&server, offer()).await;
    let (mother, patient) = (server.sign_in("mother").await, server.sign_in("patient").await);
    for (client, id) in
        [(&mother, id.as_str()), (&patient, "g-stefka-georgi"), (&patient, "nothing"), (&patient, "a%20b")]
    {
        let ask = format!("{}/{id}/renewal-request", path::ACCESS);
        client.write(Method::POST, &ask, &[], None).await.refused(403, "not_allowed");
    }
}
