//! `preview_invitation`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::access::{access, invite, let_in, offer};
use crate::client::{Answer, Client, Server};

async fn preview(client: &Client<'_>, code: &str) -> Answer {
    client.write(Method::POST, path::INVITATION_PREVIEW, &[], Some(json!({ "code": code }))).await
}

#[tokio::test]
async fn the_invitee_sees_what_they_would_accept_however_they_type_it() {
    let server = Server::start();
    let mut some = offer();
    some["scopes"] = json!(["act"]);
    some["kinds"] = json!(["medicine_protocol"]);
    let invited = invite(&server.sign_in("mother").await, some).await;
    let patient = server.sign_in("patient").await;
    for typed in [invited.code.clone(), invited.code.to_lowercase().replace('-', " ")] {
        assert_eq!(
            preview(&patient, &typed).await.json(),
            json!({
                "name": "Стефка Образцова", "basis": "mandate", "scopes": ["look", "act"],
                "kinds": ["medicine_protocol"], "until": "2027-02-28", "open_until": "2026-11-29T08:00:00Z",
            })
        );
    }
    assert!(access(&patient).await.held.is_empty(), "a look accepts nothing");
}

#[tokio::test]
async fn wrong_used_lapsed_and_formless_codes_are_one_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mother = server.sign_in("mother").await;
    let old = invite(&mother, offer()).await;
    server.advance(7 * 24 * 60 * 60).await;
    let (mother, patient_again) = (server.sign_in("mother").await, server.sign_in("patient").await);
    let used = invite(&mother, offer()).await;
    assert_eq!(
        server
            .sign_in("empty")
            .await
            .write(Method::POST, path::INVITATION_ACCEPTANCE, &[], Some(json!({ "code": used.code })))
            .await
            .status,
        201
    );
    let mut answers = Vec::new();
    for code in [old.code.as_str(), used.code.as_str(), "AAAA-AAAA", "0"] {
        let answer = preview(&patient_again, code).await;
        answer.refused(422, "invalid_fields");
        answers.push(answer.json()["fields"].clone());
    }
    answers.dedup();
    assert_eq!(answers, [json!([{ "pointer": "/code", "code": "code.not_valid" }])]);
    drop(patient);
}

#[tokio::test]
async fn after_five_wrong_codes_the_account_waits_and_is_told_how_long() {
    let server = Server::start();
    let invited = invite(&server.sign_in("mother").await, offer()).await;
    let patient = server.sign_in("patient").await;
    for _ in 0..5 {
        preview(&patient, "AAAA-AAAA").await.refused(422, "invalid_fields");
    }
    let answer = preview(&patient, &invited.code).await;
    answer.refused(429, "too_many");
    assert_eq!(answer.header("retry-after"), Some("3600"));
    let body = Some(json!({ "code": invited.code }));
    patient.write(Method::POST, path::INVITATION_ACCEPTANCE, &[], body).await.refused(429, "too_many");
    assert_eq!(
        preview(&server.sign_in("empty").await, &invited.code).await.status,
        200,
        "others do not wait"
    );
    server.advance(60 * 60).await;
    assert_eq!(preview(&server.sign_in("patient").await, &invited.code).await.status, 200);
}

#[tokio::test]
async fn ones_own_code_and_one_of_who_let_one_in_already_are_told_apart() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let code = |answer: &Answer| -> Value { answer.json()["fields"][0]["code"].clone() };
    let own = invite(&mother, offer()).await;
    assert_eq!(code(&preview(&mother, &own.code).await), "code.own");
    let_in(&server, offer()).await;
    assert_eq!(code(&preview(&server.sign_in("patient").await, &own.code).await), "code.already");
}
