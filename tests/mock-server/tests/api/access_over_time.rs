//! What time does to access, by the clock of the mock: on open pages, in what was missed, and for who asks again.

use axum::http::Method;
use chrono::{TimeDelta, Utc};
use contract::change::{AccessChange, Changes};
use contract::path;
use mock_server::state::Options;
use serde_json::json;

use crate::access::{documents, grant, persons};
use crate::client::{Client, Server, options};
use crate::stream::Stream;

/// Sessions last hours and access months: the clock jumps, and everybody signs in again.
async fn put(server: &Server, now: &str) {
    assert_eq!(server.control(Method::PUT, "/mock/clock", json!({ "now": now })).await.status, 200);
}

async fn told(stream: &mut Stream) -> AccessChange {
    let event = stream.next().await.unwrap();
    assert_eq!(event.kind.as_deref(), Some("access"), "{event:?}");
    serde_json::from_str(&event.data).unwrap()
}

async fn missed(client: &Client<'_>, after: u64) -> Vec<(String, String)> {
    let changes: Changes = client.get(&format!("{}?after={after}", path::CHANGES)).await.read();
    assert!(!changes.reset);
    changes.access.iter().map(|change| (change.person.0.clone(), change.what.code().to_owned())).collect()
}

#[tokio::test]
async fn a_mandate_ends_while_a_page_is_open_and_both_sides_are_told() {
    let server = Server::start();
    put(&server, "2027-02-15T21:50:00Z").await;
    let (carer, mother) = (server.sign_in("carer").await, server.sign_in("mother").await);
    let (mut held, mut given) = (Stream::open(&carer, "", &[]).await, Stream::open(&mother, "", &[]).await);
    assert_eq!(documents(&carer, "p-carer-stefka").await.len(), 6);
    server.advance(10 * 60 - 1).await;
    assert_eq!(carer.get("/api/v1/documents/stefka-walker").await.status, 200);
    server.advance(1).await;
    for stream in [&mut held, &mut given] {
        let change = told(stream).await;
        assert_eq!((change.person.as_str(), change.what.code()), ("p-carer-stefka", "expired"));
    }
    carer.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
    carer.get("/api/v1/persons/p-carer-stefka/insurance").await.refused(403, "not_allowed");
    assert_eq!(persons(&carer).await, ["p-carer", "p-carer-ani", "p-carer-boris"]);
    assert!(documents(&carer, "p-carer-stefka").await.is_empty());
    let ended = grant(&mother, "g-stefka-georgi").await;
    assert_eq!(ended.state.code(), "expired");
    assert_eq!(ended.ended_at.unwrap().to_rfc3339(), "2027-02-15T22:00:00+00:00", "after its last day");
    assert_eq!(documents(&mother, "p-carer-stefka").await.len(), 6);
}

#[tokio::test]
async fn who_polls_learns_it_with_what_was_missed() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let after = carer.get(path::DOCUMENTS).await.json()["sequence"].as_u64().unwrap();
    put(&server, "2027-02-15T22:00:00Z").await;
    let carer = server.sign_in("carer").await;
    // He turned 16 in between, so both are told together.
    assert_eq!(
        missed(&carer, after).await,
        [
            ("p-carer-boris".to_owned(), "changed".to_owned()),
            ("p-carer-stefka".to_owned(), "expired".to_owned())
        ]
    );
    let sequence = carer.get(path::DOCUMENTS).await.json()["sequence"].as_u64().unwrap();
    assert!(missed(&carer, sequence).await.is_empty());
    let text = carer.get(&format!("{}?after={sequence}", path::CHANGES)).await.text();
    assert!(!text.contains("access"), "a client of before sees what it always saw: {text}");
}

#[tokio::test]
async fn a_child_turns_16_by_the_clock_and_both_sides_see_it() {
    let server = Server::start();
    put(&server, "2026-11-30T21:59:00Z").await;
    let (carer, teen) = (server.sign_in("carer").await, server.sign_in("teen").await);
    let (mut held, mut given) = (Stream::open(&carer, "", &[]).await, Stream::open(&teen, "", &[]).await);
    let before = grant(&teen, "g-boris-georgi").await;
    assert_eq!(before.ended_at, None);
    assert_eq!((before.notices[0].lead, before.notices[0].days), (7, 1));
    server.advance(60).await;
    for stream in [&mut held, &mut given] {
        assert_eq!(told(stream).await.what.code(), "changed");
    }
    for client in [&carer, &teen] {
        let after = grant(client, "g-boris-georgi").await;
        assert_eq!(after.narrowed.as_ref().unwrap().why.code(), "age");
        assert_eq!(after.upcoming[0].what.code(), "ends_by_age");
    }
    let told = carer.get(path::PERSONS).await.json();
    assert_eq!(told["persons"][2]["scopes"], json!(["look", "receive"]));
    assert_eq!(teen.get(path::PERSONS).await.json()["persons"][0]["stage"], "own_decisions");
    assert_eq!(documents(&carer, "p-carer-boris").await.len(), 4, "a parent still looks");
}

#[tokio::test]
async fn at_18_a_parents_access_is_over() {
    let server = Server::start();
    put(&server, "2028-11-30T21:59:59Z").await;
    let carer = server.sign_in("carer").await;
    assert_eq!(documents(&carer, "p-carer-boris").await.len(), 4);
    let mut stream = Stream::open(&carer, "", &[]).await;
    server.advance(1).await;
    assert_eq!(told(&mut stream).await.what.code(), "ended_by_age");
    carer.get("/api/v1/documents/boris-insulin").await.refused(403, "not_allowed");
    assert_eq!(persons(&carer).await, ["p-carer", "p-carer-ani"]);
    let teen = server.sign_in("teen").await;
    assert_eq!(documents(&teen, "p-carer-boris").await.len(), 4);
    server.advance(60).await;
    let ended = grant(&teen, "g-boris-georgi").await;
    assert_eq!(ended.state.code(), "ended_by_age");
    assert_eq!(ended.ended_at.unwrap().to_rfc3339(), "2028-11-30T22:00:00+00:00", "then, and not now");
    // A clock that is put back gives back what time had taken, and says so.
    put(&server, "2028-11-30T21:00:00Z").await;
    assert_eq!(told(&mut stream).await.what.code(), "granted");
}

#[tokio::test]
async fn real_time_that_runs_past_the_end_is_enough() {
    let server = Server::with(&Options { now: None, ..options() });
    let end = chrono::DateTime::parse_from_rfc3339("2027-02-15T22:00:00Z").unwrap().to_utc();
    // The clock runs, so close to the end that a test can wait for it.
    let ahead = (end - Utc::now() - TimeDelta::seconds(2)).num_seconds();
    server.advance(ahead).await;
    let carer = server.sign_in("carer").await;
    assert_eq!(documents(&carer, "p-carer-stefka").await.len(), 6);
    let mut stream = Stream::open(&carer, "", &[]).await;
    let change = tokio::time::timeout(std::time::Duration::from_secs(20), told(&mut stream)).await.unwrap();
    assert_eq!(change.what.code(), "expired");
    carer.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
}
