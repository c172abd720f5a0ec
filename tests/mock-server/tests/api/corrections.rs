//! `ask_correction` and `list_corrections`.

use axum::body::Body;
use axum::http::Method;
use contract::correction::{Correction, Corrections};
use contract::path;
use domain::data_right::clock::{Extension, Standing, clock};
use domain::data_right::correction::{RIGHT_LIMIT, WRONG_LIMIT};
use domain::moment::Zone;
use domain::rules::day;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

async fn ask(client: &Client<'_>, field: &str, wrong: &str, right: &str) -> Answer {
    let body = json!({ "field": field, "wrong": wrong, "right": right });
    client.write(Method::POST, path::CORRECTIONS, &[], Some(body)).await
}

async fn first(client: &Client<'_>) -> Correction {
    client.get(path::CORRECTIONS).await.read::<Corrections>().corrections.remove(0)
}

#[tokio::test]
async fn it_gets_a_number_and_stands_in_the_list_newest_first() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = ask(&patient, "address", " старият адрес ", "новият адрес\n").await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let asked: Correction = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!((asked.number.as_str(), asked.state.code()), ("C-2026-000001", "received"));
    assert_eq!((asked.wrong.as_str(), asked.right.as_str()), ("старият адрес", "новият адрес"));
    ask(&patient, "name", "буква", "Примерова").await;
    let list: Corrections = patient.get(path::CORRECTIONS).await.read();
    let numbers: Vec<&str> = list.corrections.iter().map(|asked| asked.number.as_str()).collect();
    assert_eq!(numbers, ["C-2026-000002", "C-2026-000001"]);
    let carer = server.sign_in("carer").await;
    assert_eq!(carer.get(path::CORRECTIONS).await.json()["corrections"], json!([]));
}

#[tokio::test]
async fn the_legal_clock_runs_from_it_and_an_extension_counts() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    ask(&patient, "personal_number", "една цифра", "друга").await;
    let today = day!("2026-11-22");
    let course = first(&patient).await.course(Zone::Sofia);
    let said = clock(&course, today).unwrap();
    assert_eq!((said.due.by.day, said.standing), (day!("2026-12-22"), Standing::Running));
    let longer = json!({ "state": "in_check", "extended": true });
    server.control(Method::POST, "/mock/asked/C-2026-000001", longer).await;
    let said = clock(&first(&patient).await.course(Zone::Sofia), today).unwrap();
    assert_eq!((said.due.by.day, said.extension), (day!("2027-02-22"), Extension::Counts));
    let answered = json!({ "state": "answered", "answer": "Поправено." });
    server.control(Method::POST, "/mock/asked/C-2026-000001", answered).await;
    let asked = first(&patient).await;
    assert!(asked.extended_at.is_some(), "an answer does not take the extension back");
    assert_eq!(clock(&asked.course(Zone::Sofia), today).unwrap().standing, Standing::Answered);
    assert!(clock(&asked.course(Zone::Almaty), today).is_err(), "no rule is known there");
}

#[tokio::test]
async fn what_cannot_be_taken_is_all_named_and_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let long = "я".repeat(WRONG_LIMIT + 1);
    for (field, wrong, right, expected) in [
        ("shoe_size", "", " ", ["field.unknown", "wrong.missing", "right.missing"]),
        ("shoe_size", &long, &long, ["field.unknown", "wrong.too_long", "right.too_long"]),
    ] {
        let answer = ask(&patient, field, wrong, right).await;
        answer.refused(422, "invalid_fields");
        let fields = answer.json()["fields"].clone();
        let said: Vec<Value> = fields.as_array().unwrap().iter().map(|field| field["code"].clone()).collect();
        assert_eq!(said, expected);
        let pointers: Vec<&str> =
            fields.as_array().unwrap().iter().map(|field| field["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/field", "/wrong", "/right"]);
    }
    assert_eq!(patient.get(path::CORRECTIONS).await.json()["corrections"], json!([]));
    let (wrong, right) = ("я".repeat(WRONG_LIMIT), "я".repeat(RIGHT_LIMIT));
    assert_eq!(ask(&patient, "document", &wrong, &right).await.status, 201);
    let partial = Some(json!({ "field": "name" }));
    patient.write(Method::POST, path::CORRECTIONS, &[], partial).await.refused(400, "malformed");
}

#[tokio::test]
async fn one_that_is_sent_twice_is_kept_once() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let send = async |right: &str| {
        let headers = [
            ("idempotency-key", "same"),
            ("x-csrf-token", patient.csrf.as_str()),
            ("content-type", "application/json"),
        ];
        let mut request = patient.request(Method::POST, path::CORRECTIONS, &headers);
        *request.body_mut() =
            Body::from(json!({ "field": "name", "wrong": "a", "right": right }).to_string());
        Answer::of(server.send(request).await).await
    };
    let (one, again) = (send("b").await, send("b").await);
    assert_eq!((one.status.as_u16(), &one.body), (201, &again.body));
    assert_eq!(again.status, 201);
    send("c").await.refused(422, "idempotency_key_reused");
    assert_eq!(patient.get(path::CORRECTIONS).await.json()["corrections"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn only_who_is_signed_in_sees_or_asks() {
    let server = Server::start();
    server.get(path::CORRECTIONS).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    let forged = patient.request(Method::POST, path::CORRECTIONS, &[("idempotency-key", "k")]);
    Answer::of(server.send(forged).await).await.refused(403, "csrf_failed");
    server.advance(24 * 60 * 60).await;
    patient.get(path::CORRECTIONS).await.refused(401, "session_over");
}
