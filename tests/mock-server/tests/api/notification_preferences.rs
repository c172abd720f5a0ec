//! `get_notification_preferences`.

use axum::http::Method;
use contract::path;
use serde_json::json;

use crate::client::Server;

#[tokio::test]
async fn as_long_as_nothing_was_decided_they_are_those_of_the_rules_in_the_language_of_the_account() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(path::NOTIFICATION_PREFERENCES).await;
    let first = json!({
        "wishes": [], "fallback": { "order": ["viber", "sms"], "wait_minutes": 30 }, "leads": [], "language": "bg"
    });
    assert_eq!(answer.json(), first);
    let tag = answer.header("etag").unwrap().to_owned();
    let again = patient.get_with(path::NOTIFICATION_PREFERENCES, &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, 304);
    let account = patient.get(path::ACCOUNT).await.header("etag").unwrap().to_owned();
    let kazakh = Some(json!({ "language": "kk" }));
    patient.write(Method::PATCH, path::ACCOUNT, &[("if-match", &account)], kazakh).await;
    assert_eq!(patient.get(path::NOTIFICATION_PREFERENCES).await.json()["language"], "kk");
}

#[tokio::test]
async fn they_are_for_who_is_signed_in() {
    Server::start().get(path::NOTIFICATION_PREFERENCES).await.refused(401, "signed_out");
}
