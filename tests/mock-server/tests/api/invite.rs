//! `invite`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::access::{access, invite, offer};
use crate::client::Server;

#[tokio::test]
async fn the_code_is_told_once_and_never_again() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let invited = invite(&mother, offer()).await;
    assert_eq!((invited.code.len(), invited.code.as_bytes()[4]), (9, b'-'));
    let answer = mother.get(path::ACCESS).await;
    assert!(!answer.text().contains(&invited.code));
    let [open] = <[_; 1]>::try_from(access(&mother).await.invitations).unwrap();
    assert_eq!((open.label.as_str(), open.state.code()), ("Дъщеря ми", "invited"));
    assert_eq!(open.open_until.to_rfc3339(), "2026-11-29T08:00:00+00:00");
    server.advance(20 * 60 - 1).await;
    assert_eq!(server.get("/mock/requests").await.text().matches(&invited.code).count(), 0);
    server.advance(7 * 24 * 60 * 60).await;
    let later = server.sign_in("mother").await;
    assert_eq!(access(&later).await.invitations[0].state.code(), "expired");
}

#[tokio::test]
async fn a_repeated_try_does_not_invite_twice() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let key = [("idempotency-key", "one")];
    let first = mother.write(Method::POST, path::INVITATIONS, &key, Some(offer())).await;
    let second = mother.write(Method::POST, path::INVITATIONS, &key, Some(offer())).await;
    assert_eq!(first.text(), second.text());
    assert_eq!(access(&mother).await.invitations.len(), 1);
}

#[tokio::test]
async fn terms_that_cannot_be_taken_are_told_all_at_once() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let refused = async |body: Value| {
        let answer = mother.write(Method::POST, path::INVITATIONS, &[], Some(body)).await;
        answer.refused(422, "invalid_fields");
        let fields = answer.json()["fields"].clone();
        fields
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let bad = json!({ "basis": "mandate", "scopes": [], "kinds": [], "until": "2026-11-21", "label": " " });
    assert_eq!(refused(bad).await, ["scopes.empty", "kinds.empty", "until.past", "label.empty"]);
    let far = json!({ "basis": "mandate", "scopes": ["fly"], "kinds": ["moon"], "until": "2028-11-23", "label": "x".repeat(61) });
    assert_eq!(refused(far).await, ["until.too_far", "label.too_long", "scopes.unknown", "kinds.unknown"]);
    let mut parent = offer();
    parent["basis"] = "parent".into();
    assert_eq!(refused(parent).await, ["basis.not_mandate"]);
    for until in ["2026-11-22", "2028-11-22"] {
        let mut good = offer();
        good["until"] = until.into();
        invite(&mother, good).await;
    }
    assert_eq!(access(&mother).await.invitations.len(), 2);
}

#[tokio::test]
async fn who_is_under_age_invites_nobody() {
    let server = Server::start();
    let invites = async || {
        let teen = server.sign_in("teen").await;
        teen.write(Method::POST, path::INVITATIONS, &[], Some(offer())).await
    };
    invites().await.refused(403, "not_allowed");
    server.control(Method::PUT, "/mock/clock", json!({ "now": "2028-11-30T21:59:59Z" })).await;
    invites().await.refused(403, "not_allowed");
    server.advance(1).await;
    // Of age: what is wrong now is only the last day, which is over.
    let answer = invites().await;
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"][0]["code"], "until.past");
}
