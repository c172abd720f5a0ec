//! `accept_invitation`.

use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::access::{accept, access, documents, grant, invite, offer, persons};
use crate::client::Server;

#[tokio::test]
async fn a_daughter_invited_by_her_mother_sees_the_documents() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    patient.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
    let invited = invite(&mother, offer()).await;
    let id = accept(&patient, &invited.code).await;
    assert_eq!(persons(&patient).await, ["p-patient", "p-carer-stefka"]);
    assert_eq!(documents(&patient, "p-carer-stefka").await, documents(&mother, "p-carer-stefka").await);
    assert_eq!(patient.get("/api/v1/documents/stefka-walker").await.status, 200);
    assert_eq!(patient.get("/api/v1/persons/p-carer-stefka/insurance").await.status, 200);
    assert!(access(&mother).await.invitations.is_empty());
    let given = grant(&mother, &id).await;
    assert_eq!((given.other.as_str(), given.state.code()), ("Мария Примерова", "active"));
    // The code is used up.
    let again = server.sign_in("empty").await;
    let body = Some(json!({ "code": invited.code }));
    again.write(Method::POST, path::INVITATION_ACCEPTANCE, &[], body).await.refused(422, "invalid_fields");
}

#[tokio::test]
async fn who_declines_gets_nothing_and_the_inviter_sees_it() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    let invited = invite(&mother, offer()).await;
    let body = json!({ "code": invited.code, "decline": true });
    assert_eq!(patient.write(Method::POST, path::INVITATION_ACCEPTANCE, &[], Some(body)).await.status, 204);
    assert_eq!(access(&mother).await.invitations[0].state.code(), "declined");
    assert_eq!(persons(&patient).await, ["p-patient"]);
    let body = Some(json!({ "code": invited.code }));
    patient.write(Method::POST, path::INVITATION_ACCEPTANCE, &[], body).await.refused(422, "invalid_fields");
}
