//! `withdraw_invitation`.

use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::access::{accept, access, invite, offer};
use crate::client::Server;

#[tokio::test]
async fn a_code_that_was_taken_back_opens_nothing() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let invited = invite(&mother, offer()).await;
    assert_eq!(mother.write(Method::DELETE, &path::invitation(&invited.id), &[], None).await.status, 204);
    assert!(access(&mother).await.invitations.is_empty());
    let patient = server.sign_in("patient").await;
    let answer = patient
        .write(Method::POST, path::INVITATION_ACCEPTANCE, &[], Some(json!({ "code": invited.code })))
        .await;
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"], json!([{ "pointer": "/code", "code": "code.not_valid" }]));
}

#[tokio::test]
async fn others_invitations_accepted_ones_and_none_get_the_same_answer() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    let open = invite(&mother, offer()).await;
    let accepted = accept(&patient, &invite(&mother, offer()).await.code).await;
    for (client, id) in [
        (&patient, open.id.as_str()),
        (&mother, accepted.as_str()),
        (&mother, "not-there"),
        (&mother, "a%20b"),
        (&mother, "g-stefka-georgi"),
    ] {
        let path = format!("{}/{id}", path::INVITATIONS);
        client.write(Method::DELETE, &path, &[], None).await.refused(403, "not_allowed");
    }
}
