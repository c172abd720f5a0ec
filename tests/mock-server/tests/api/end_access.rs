//! `end_access`.

use axum::http::Method;
use contract::path;

use crate::access::{documents, grant, let_in, offer, persons};
use crate::client::{Answer, Client, Server};
use crate::stream::Stream;

async fn end(client: &Client<'_>, id: &str) -> Answer {
    client.write(Method::DELETE, &format!("{}/{id}", path::ACCESS), &[], None).await
}

#[tokio::test]
async fn what_is_taken_back_is_gone_at_once_and_an_open_page_is_told() {
    let server = Server::start();
    let id = let_in(&server, offer()).await;
    let (mother, patient) = (server.sign_in("mother").await, server.sign_in("patient").await);
    assert_eq!(documents(&patient, "p-carer-stefka").await.len(), 6);
    let mut stream = Stream::open(&patient, "", &[]).await;
    assert_eq!(end(&mother, &id).await.status, 204);
    let event = stream.next().await.unwrap();
    assert_eq!(event.kind.as_deref(), Some("access"));
    let told: contract::change::AccessChange = serde_json::from_str(&event.data).unwrap();
    assert_eq!((told.person.as_str(), told.what.code()), ("p-carer-stefka", "revoked"));
    assert_eq!(event.id, Some(told.sequence.to_string()));
    assert!(documents(&patient, "p-carer-stefka").await.is_empty());
    assert_eq!(persons(&patient).await, ["p-patient"]);
    patient.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
    patient.get("/api/v1/persons/p-carer-stefka/insurance").await.refused(403, "not_allowed");
    patient.get("/api/v1/persons/p-carer-stefka/access-log").await.refused(403, "not_allowed");
    // What happens from now on is not for this page.
    server.event("stefka-walker", "aid.expiry_reminder").await;
    server.event("patient-asthma", "protocol.approved").await;
    assert!(stream.next().await.unwrap().data.contains("patient-asthma"));
    let ended = grant(&patient, &id).await;
    assert_eq!(
        (ended.state.code(), ended.revoked_by.unwrap().code().to_owned()),
        ("revoked", "giver".to_owned())
    );
    assert_eq!(ended.ended_at.unwrap().to_rfc3339(), "2026-11-22T08:00:00+00:00");
    end(&mother, &id).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn who_holds_a_mandate_may_give_it_up() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let mut stream = Stream::open(&server.sign_in("mother").await, "", &[]).await;
    assert_eq!(end(&carer, "g-stefka-georgi").await.status, 204);
    assert!(stream.next().await.unwrap().data.contains("revoked"));
    assert_eq!(persons(&carer).await, ["p-carer", "p-carer-ani", "p-carer-boris"]);
    server.advance(60).await;
    let ended = grant(&carer, "g-stefka-georgi").await;
    assert_eq!(ended.revoked_by.unwrap().code(), "receiver");
    assert_eq!(ended.ended_at.unwrap().to_rfc3339(), "2026-11-22T08:00:00+00:00", "then, and not now");
}

#[tokio::test]
async fn a_parents_access_is_ended_by_nobody_and_others_grants_do_not_exist() {
    let server = Server::start();
    let (carer, teen) = (server.sign_in("carer").await, server.sign_in("teen").await);
    let patient = server.sign_in("patient").await;
    for (client, id) in [
        (&carer, "g-boris-georgi"),
        (&carer, "g-ani-georgi"),
        (&teen, "g-boris-georgi"),
        (&patient, "g-stefka-georgi"),
        (&patient, "not-there"),
        (&patient, "a%20b"),
    ] {
        end(client, id).await.refused(403, "not_allowed");
    }
}
