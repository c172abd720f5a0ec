//! `get_closure` and `close_account`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::report_document::report;
use crate::sign_in::choose;

async fn close(client: &Client<'_>, body: Value) -> Answer {
    client.write(Method::POST, path::CLOSURE, &[], Some(body)).await
}

#[tokio::test]
async fn closing_ends_every_session_of_the_account_and_nobody_elses() {
    let server = Server::start();
    let (phone, laptop) = (server.sign_in("patient").await, server.sign_in("patient").await);
    let carer = server.sign_in("carer").await;
    let answer = close(&laptop, json!({ "confirm": "close" })).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (200, json!({ "at": "2026-11-22T08:00:00Z" })));
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("yasno_session=;") && cookie.contains("Max-Age=0"), "{cookie}");
    assert_eq!(answer.header("x-session-expires-in"), None);
    for over in [&phone, &laptop] {
        over.get(path::SESSION).await.refused(401, "session_over");
    }
    close(&laptop, json!({ "confirm": "close" })).await.refused(401, "session_over");
    assert_eq!(carer.get(path::SESSION).await.status, 200);
}

#[tokio::test]
async fn nobody_signs_in_to_a_closed_account_until_everything_is_put_back() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    close(&patient, json!({ "confirm": "close" })).await;
    let back = choose(&server, "persona=patient&return_to=/documents").await;
    let to = "/sign-in?outcome=closed&return_to=/documents";
    assert_eq!((back.status.as_u16(), back.header("location"), back.cookie()), (303, Some(to), None));
    let other = server.control(Method::POST, "/mock/session", json!({ "persona": "patient" })).await;
    other.refused(403, "not_allowed");
    assert_eq!(other.cookie(), None);
    assert_eq!(choose(&server, "persona=carer").await.header("location"), Some("/"));
    server.control(Method::POST, "/mock/reset", json!({})).await;
    assert_eq!(server.sign_in("patient").await.get(path::SESSION).await.status, 200);
}

#[tokio::test]
async fn what_is_open_is_told_before_and_is_in_the_way_unless_it_is_wanted_even_so() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let person = json!({ "code": "open.person", "count": 2 });
    assert_eq!(
        carer.get(path::CLOSURE).await.json(),
        json!({ "open": [person] }),
        "the children, not the mother"
    );
    report(&carer, "ani-asthma", json!({ "kind": "not_me" })).await;
    report(&carer, "ani-asthma", json!({ "kind": "not_me" })).await;
    let correction = Some(json!({ "field": "name", "wrong": "a", "right": "b" }));
    carer.write(Method::POST, path::CORRECTIONS, &[], correction).await;
    let open = json!([
        { "code": "open.report", "count": 2 },
        { "code": "open.correction", "count": 1 },
        person,
    ]);
    assert_eq!(carer.get(path::CLOSURE).await.json()["open"], open);
    for body in [json!({ "confirm": "close" }), json!({ "confirm": "close", "even_so": false })] {
        let answer = close(&carer, body).await;
        answer.refused(409, "still_open");
        let in_the_way = json!([
            { "pointer": "/even_so", "code": "open.report" },
            { "pointer": "/even_so", "code": "open.correction" },
            { "pointer": "/even_so", "code": "open.person" },
        ]);
        assert_eq!(answer.json()["fields"], in_the_way);
    }
    assert_eq!(carer.get(path::SESSION).await.status, 200, "nothing was closed");
    assert_eq!(close(&carer, json!({ "confirm": "close", "even_so": true })).await.status, 200);
}

#[tokio::test]
async fn what_is_answered_is_not_in_the_way() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    report(&patient, "patient-insulin", json!({ "kind": "not_me" })).await;
    server.control(Method::POST, "/mock/asked/R-2026-000001", json!({ "state": "in_check" })).await;
    assert_eq!(patient.get(path::CLOSURE).await.json()["open"][0]["code"], "open.report");
    server.control(Method::POST, "/mock/asked/R-2026-000001", json!({ "state": "answered" })).await;
    assert_eq!(patient.get(path::CLOSURE).await.json(), json!({ "open": [] }));
}

#[tokio::test]
async fn nothing_is_closed_by_a_slip_of_the_hand() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for slip in [
        json!({ "confirm": "" }),
        json!({ "confirm": "Close" }),
        json!({ "confirm": "yes", "even_so": true }),
    ] {
        let answer = close(&patient, slip).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"], json!([{ "pointer": "/confirm", "code": "confirm.missing" }]));
    }
    for malformed in [json!({}), json!({ "even_so": true }), json!({ "confirm": "close", "now": true })] {
        close(&patient, malformed).await.refused(400, "malformed");
    }
    let forged = patient.request(Method::POST, path::CLOSURE, &[("idempotency-key", "k")]);
    Answer::of(server.send(forged).await).await.refused(403, "csrf_failed");
    assert_eq!(patient.get(path::SESSION).await.status, 200);
}

#[tokio::test]
async fn mandates_end_on_both_sides_and_the_documents_stay_with_the_fund() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    assert_eq!(carer.get("/api/v1/documents/stefka-walker").await.status, 200);
    close(&server.sign_in("mother").await, json!({ "confirm": "close" })).await;
    carer.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
    carer.get("/api/v1/documents/ani-asthma").await.read::<contract::document::Document>();
    server.event("stefka-walker", "aid.annulled").await;
}

#[tokio::test]
async fn what_a_parent_may_does_not_end_with_the_account_of_the_young_person() {
    let server = Server::start();
    close(&server.sign_in("teen").await, json!({ "confirm": "close" })).await;
    let carer = server.sign_in("carer").await;
    let persons: contract::person::Persons = carer.get(path::PERSONS).await.read();
    assert!(persons.persons.iter().any(|person| person.name.starts_with("Борис")));
}

#[tokio::test]
async fn only_who_is_signed_in_is_told_what_is_open() {
    let server = Server::start();
    server.get(path::CLOSURE).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(path::CLOSURE).await.refused(401, "session_over");
}
