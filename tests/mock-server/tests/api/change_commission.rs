//! `change_commission`.

use axum::http::Method;
use serde_json::{Value, json};

use crate::access::{let_in, offer};
use crate::client::{Answer, Client, Server};
use crate::commission::place;

const PATIENT: &str = "p-patient";
const MOTHER: &str = "p-carer-stefka";

async fn change(client: &Client<'_>, person: &str, tag: &str, patch: Value) -> Answer {
    client.write(Method::PATCH, &place(person), &[("if-match", tag)], Some(patch)).await
}

#[tokio::test]
async fn what_is_named_changes_and_the_rest_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let before = patient.get(&place(PATIENT)).await;
    let tag = before.header("etag").unwrap().to_owned();
    let patch = json!({
        "days": [{ "of": "visit", "day": "2026-12-10" }, { "of": "made" }],
        "facts": [{ "fact": "other_address", "is": true }],
        "place": " Другаде ",
        "ready": [{ "paper": "identity", "ready": false }, { "paper": "diseases", "ready": true }],
        "tests": [{ "id": "t-new", "name": " ЕКГ ", "on": "2026-11-20" }, { "id": "t-xray", "name": "Снимка", "on": "2026-11-21" }],
        "removed_tests": ["t-lung"],
    });
    let after = change(&patient, PATIENT, &tag, patch).await;
    assert_eq!(after.status, 200, "{}", after.text());
    let (before, told) = (before.json(), after.json());
    let days: Vec<_> = told["days"].as_array().unwrap().iter().map(|day| day["of"].clone()).collect();
    assert_eq!(days, ["asked", "visit", "session", "expires"]);
    assert_eq!((&told["place"], &told["initiator"]), (&json!("Другаде"), &before["initiator"]));
    assert_eq!(told["facts"], json!([{ "fact": "other_address", "is": true }]));
    assert_eq!(told["ready"], json!(["decision", "diseases", "medicines"]));
    let tests: Vec<_> = told["tests"].as_array().unwrap().iter().map(|test| test["id"].clone()).collect();
    assert_eq!(tests, ["t-spirometry", "t-xray", "t-new"], "in the order in which they were noted");
    assert_eq!(told["tests"][1]["name"], "Снимка");
    assert_eq!(told["tests"][2]["name"], "ЕКГ");
    assert_eq!(patient.get(&place(PATIENT)).await.json(), told);
    assert_ne!(after.header("etag"), Some(tag.as_str()));
}

#[tokio::test]
async fn two_carers_do_not_overwrite_each_other() {
    let server = Server::start();
    let (carer, mother) = (server.sign_in("carer").await, server.sign_in("mother").await);
    let tag = mother.get(&place(MOTHER)).await.header("etag").unwrap().to_owned();
    let visit = |day: &str| json!({ "days": [{ "of": "visit", "day": day }] });
    assert_eq!(change(&carer, MOTHER, &tag, visit("2026-12-01")).await.status, 200);
    change(&mother, MOTHER, &tag, visit("2026-12-02")).await.refused(412, "changed");
    let none = mother.write(Method::PATCH, &place(MOTHER), &[], Some(visit("2026-12-02"))).await;
    none.refused(428, "precondition_missing");
    let now = mother.get(&place(MOTHER)).await;
    assert_eq!(now.json()["days"][2], json!({ "of": "visit", "day": "2026-12-01" }));
    let tag = now.header("etag").unwrap().to_owned();
    assert_eq!(change(&mother, MOTHER, &tag, visit("2026-12-02")).await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_noted_is_named_with_its_place_and_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let before = patient.get(&place(PATIENT)).await.json();
    let test = |name: &str, on: &str| json!({ "id": "t-9", "name": name, "on": on });
    let many: Vec<Value> =
        (0..38).map(|n| json!({ "id": format!("t-many-{n}"), "name": "х", "on": "2026-01-01" })).collect();
    let good = json!({ "of": "visit", "day": "2026-12-10" });
    for (patch, pointer, code) in [
        (
            json!({ "days": [good, { "of": "session", "day": "2200-01-01" }] }),
            "/days/1/day",
            "day.year_out_of_range",
        ),
        (json!({ "days": [{ "of": "wedding", "day": "2027-01-01" }] }), "/days/0", "code.unknown"),
        (json!({ "facts": [{ "fact": "rich", "is": true }] }), "/facts/0", "code.unknown"),
        (json!({ "initiator": "neighbour" }), "/initiator", "code.unknown"),
        (json!({ "place": "х".repeat(201) }), "/place", "place.too_long"),
        (json!({ "ready": [{ "paper": "passport", "ready": true }] }), "/ready/0", "code.unknown"),
        (json!({ "tests": [test("  ", "2026-01-01")] }), "/tests/0/name", "name.missing"),
        (json!({ "tests": [test(&"х".repeat(121), "2026-01-01")] }), "/tests/0/name", "name.too_long"),
        (json!({ "tests": [test("х", "1899-12-31")] }), "/tests/0/on", "day.year_out_of_range"),
        (json!({ "tests": many }), "/tests/37", "tests.too_many"),
        (json!({ "removed_tests": ["не е номер"] }), "/removed_tests/0", "code.unknown"),
    ] {
        let refused = change(&patient, PATIENT, "*", patch).await;
        refused.refused(422, "invalid_fields");
        let fields = &refused.json()["fields"];
        assert_eq!((&fields[0]["pointer"], &fields[0]["code"]), (&json!(pointer), &json!(code)), "{fields}");
        assert_eq!(fields.as_array().unwrap().len(), 1, "{fields}");
    }
    change(&patient, PATIENT, "*", json!({ "day": [] })).await.refused(400, "malformed");
    assert_eq!(patient.get(&place(PATIENT)).await.json(), before);
}

#[tokio::test]
async fn who_may_only_look_changes_nothing_and_that_stands_in_the_log() {
    let server = Server::start();
    let mut terms = offer();
    terms["scopes"] = json!(["look"]);
    let_in(&server, terms).await;
    let proxy = server.sign_in("patient").await;
    assert_eq!(proxy.get(&place(MOTHER)).await.status, 200);
    let patch = json!({ "days": [{ "of": "visit", "day": "2026-12-01" }] });
    change(&proxy, MOTHER, "*", patch).await.refused(403, "not_allowed");
    let mother = server.sign_in("mother").await;
    let log = mother.get("/api/v1/persons/p-carer-stefka/access-log").await.json();
    assert_eq!(log["entries"][0]["what"], "changed_plan");
    assert_eq!(log["entries"][0]["allowed"], false);
    assert_eq!(mother.get(&place(MOTHER)).await.json()["days"].as_array().unwrap().len(), 3);
    change(&server.sign_in("altai").await, "p-altai", "*", json!({})).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn the_plan_stands_in_ones_own_data_and_nobody_elses() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    assert_eq!(change(&carer, MOTHER, "*", json!({ "place": "Тайно място" })).await.status, 200);
    let own = server.sign_in("mother").await.get(contract::path::ACCOUNT_DATA).await.json();
    assert_eq!(own["commission"]["place"], "Тайно място");
    let others = carer.get(contract::path::ACCOUNT_DATA).await;
    assert!(!others.text().contains("Тайно място"));
}
