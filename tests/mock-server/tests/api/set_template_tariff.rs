//! `set_template_tariff`.

use axum::http::Method;
use contract::path;
use contract::template::{TemplateCatalogue, TemplateTariff};
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

fn prices(sms: i64, viber: i64, currency: &str) -> Value {
    json!({
        "sms_per_thousand": { "minor": sms, "currency": "EUR" },
        "viber_per_thousand": { "minor": viber, "currency": currency },
    })
}

async fn set(client: &Client<'_>, headers: &[(&str, &str)], body: Value) -> Answer {
    client.write(Method::PUT, path::TEMPLATE_TARIFF, headers, Some(body)).await
}

async fn tariff(client: &Client<'_>) -> TemplateTariff {
    client.get(path::TEMPLATES).await.read::<TemplateCatalogue>().tariff
}

#[tokio::test]
async fn an_approver_sets_the_prices_as_they_were_seen() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let before = tariff(&approver).await;
    let answer = set(&approver, &[("if-match", &before.tag)], prices(52_50, 21_00, "EUR")).await;
    let now: TemplateTariff = answer.read();
    assert_eq!((now.sms_per_thousand.minor, now.viber_per_thousand.minor), (52_50, 21_00));
    assert_eq!(tariff(&approver).await, now);
    set(&approver, &[("if-match", &before.tag)], prices(1, 1, "EUR")).await.refused(412, "changed");
    set(&approver, &[], prices(1, 1, "EUR")).await.refused(428, "precondition_missing");
    assert_eq!(tariff(&approver).await, now);
}

#[tokio::test]
async fn prices_that_cannot_be_are_named() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let refused = set(&approver, &[("if-match", "*")], prices(0, 10_000_001, "EUR")).await;
    refused.refused(422, "invalid_fields");
    let expected = json!([
        { "pointer": "/sms_per_thousand", "code": "price.not_positive" },
        { "pointer": "/viber_per_thousand", "code": "price.too_high" },
    ]);
    assert_eq!(refused.json()["fields"], expected);
    let refused = set(&approver, &[("if-match", "*")], prices(1, 1, "KZT")).await;
    assert_eq!(refused.json()["fields"][0]["code"], "price.other_currency");
    set(&approver, &[("if-match", "*")], prices(1, 1, "USD")).await.refused(400, "malformed");
}

#[tokio::test]
async fn nobody_else_sets_them() {
    let server = Server::start();
    let body = || prices(1, 1, "EUR");
    set(&server.sign_in("editor").await, &[("if-match", "*")], body()).await.refused(403, "role_missing");
    set(&server.sign_in("patient").await, &[("if-match", "*")], body()).await.refused(403, "not_allowed");
}
