//! `answer_check_up_invitation`.

use axum::http::Method;
use contract::{CheckUpInvitationId, PersonId, path};
use domain::check_up::invitation::Reason;
use domain::coded::Coded;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::person_prevention::{known, told};

const OPEN: &str = "ci-altai-2";
const CAME: &str = "ci-altai-1";

async fn answer(client: &Client<'_>, invitation: &str, tag: &str, body: Value) -> Answer {
    let id = CheckUpInvitationId(invitation.to_owned());
    let path = path::check_up_answer(&PersonId("p-altai".to_owned()), &id);
    client.write(Method::PUT, &path, &[("if-match", tag)], Some(body)).await
}

#[tokio::test]
async fn it_is_declined_with_a_reason_which_can_be_changed_and_taken_back() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    let (before, tag) = known(&altai, "p-altai").await;
    let (declined, tag) = told(&answer(&altai, OPEN, &tag, json!({ "declined": "no_time" })).await);
    let why = declined.invitations[0].declined.as_ref().unwrap();
    assert_eq!((&why.reason, why.by.as_str()), (&Coded::Known(Reason::NoTime), "Пётр Пробный"));
    let (declined, tag) = told(&answer(&altai, OPEN, &tag, json!({ "declined": "ill" })).await);
    assert_eq!(declined.invitations[0].declined.as_ref().unwrap().reason, Coded::Known(Reason::Ill));
    assert_eq!(told(&answer(&altai, OPEN, &tag, json!({})).await).0, before);
}

#[tokio::test]
async fn what_cannot_be_answered_says_why() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    let tag = known(&altai, "p-altai").await.1;
    for (invitation, reason, code) in
        [(OPEN, "star_chart", "reason.unknown"), (CAME, "ill", "invitation.over")]
    {
        let refused = answer(&altai, invitation, &tag, json!({ "declined": reason })).await;
        refused.refused(422, "invalid_fields");
        assert_eq!(refused.json()["fields"], json!([{ "pointer": "/declined", "code": code }]));
    }
    answer(&altai, "not-there", &tag, json!({})).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn the_last_day_is_that_of_barnaul() {
    let server = Server::start();
    // 23:30 on the last day in Barnaul, then half past midnight.
    for (now, status) in [("2026-12-18T16:30:00Z", 200), ("2026-12-18T17:30:00Z", 422)] {
        server.control(Method::PUT, "/mock/clock", json!({ "now": now })).await;
        let altai = server.sign_in("altai").await;
        let tag = known(&altai, "p-altai").await.1;
        assert_eq!(answer(&altai, OPEN, &tag, json!({ "declined": "ill" })).await.status, status, "{now}");
    }
}

#[tokio::test]
async fn nobody_else_answers_and_an_old_tag_changes_nothing() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    let tag = known(&altai, "p-altai").await.1;
    let patient = server.sign_in("patient").await;
    answer(&patient, OPEN, &tag, json!({ "declined": "ill" })).await.refused(403, "not_allowed");
    told(&answer(&altai, OPEN, &tag, json!({ "declined": "ill" })).await);
    answer(&altai, OPEN, &tag, json!({})).await.refused(412, "changed");
}
