//! `list_notification_contacts`, and what the carrier knows (`/mock/stops`).

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Client, Server};

/// The contacts of an account.
pub async fn contacts(client: &Client<'_>) -> Vec<Value> {
    client.get(path::NOTIFICATION_CONTACTS).await.json()["contacts"].as_array().unwrap().clone()
}

#[tokio::test]
async fn those_of_the_account_are_there_and_not_verified() {
    let server = Server::start();
    let altai = server.sign_in("altai").await;
    let account = altai.get(path::ACCOUNT).await.json();
    let expected = [("own-phone", "phone"), ("own-email", "email")].map(|(id, reach)| {
        json!({ "id": id, "reach": reach, "address": account["contacts"][reach], "state": "unverified" })
    });
    assert_eq!(contacts(&altai).await, expected);
    // Those of the demonstration can be written to.
    for (persona, states) in [("patient", &["verified", "unverified"][..]), ("mother", &["verified"])] {
        let all = contacts(&server.sign_in(persona).await).await;
        let said: Vec<&str> = all.iter().map(|one| one["state"].as_str().unwrap()).collect();
        assert_eq!(said, states, "{persona}");
    }
    server.get(path::NOTIFICATION_CONTACTS).await.refused(401, "signed_out");
}

#[tokio::test]
async fn a_channel_that_was_stopped_outside_says_since_when_and_goes_on_after_the_word_for_it() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let number = contacts(&patient).await[0]["address"].clone();
    let stop = async |channel: &str, stopped: bool| {
        let asked = json!({ "address": number, "channel": channel, "stopped": stopped });
        server.control(Method::POST, "/mock/stops", asked).await
    };
    assert_eq!(stop("sms", true).await.status, 204);
    let since = json!([{ "channel": "sms", "since": "2026-11-22T08:00:00Z" }]);
    assert_eq!(contacts(&patient).await[0]["stops"], since);
    assert_eq!(contacts(&patient).await[1]["stops"], Value::Null);
    stop("sms", false).await;
    assert_eq!(contacts(&patient).await[0]["stops"], Value::Null);
    stop("email", true).await.refused(400, "malformed");
}
