//! `change_notification_preferences`.

use axum::http::Method;
use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

async fn change(client: &Client<'_>, tag: &str, patch: Value) -> Answer {
    client.write(Method::PATCH, path::NOTIFICATION_PREFERENCES, &[("if-match", tag)], Some(patch)).await
}

fn wish(person: &str, what: &str, channel: &str, wish: &str) -> Value {
    let about = if what.contains('.') { "subject" } else { "topic" };
    json!({ "person": person, about: what, "channel": channel, "wish": wish })
}

#[tokio::test]
async fn what_is_named_changes_and_the_rest_stays() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let wishes = [wish("p-carer-ani", "protocols", "viber", "on"), wish("p-carer", "devices", "sms", "off")];
    let first = change(&carer, "*", json!({ "wishes": wishes })).await;
    assert_eq!((first.status.as_u16(), &first.json()["wishes"]), (200, &json!(wishes)));
    let tag = first.header("etag").unwrap().to_owned();
    let quiet = json!({ "from": "22:00", "to": "07:00", "action": false });
    let patch = json!({
        "wishes": [wish("p-carer", "devices", "sms", "undecided")],
        "quiet": quiet, "leads": [{ "subject": "telk.date", "days": 14 }], "language": "en",
    });
    let second = change(&carer, &tag, patch).await.json();
    let left = [&wishes[0], &wish("p-carer", "devices", "sms", "undecided")];
    assert_eq!((&second["wishes"], &second["quiet"]), (&json!(left), &quiet));
    assert_eq!((&second["language"], &second["leads"][0]["days"]), (&json!("en"), &json!(14)));
    let third = change(&carer, "*", json!({ "no_quiet": true, "leads": [{ "subject": "telk.date" }] })).await;
    assert_eq!((&third.json()["quiet"], &third.json()["leads"]), (&Value::Null, &json!([])));
    assert_eq!(carer.get(path::NOTIFICATION_PREFERENCES).await.json(), third.json());
    // Wishes are of the account: whoever else cares for the same person has their own.
    let mother = server.sign_in("mother").await;
    assert_eq!(mother.get(path::NOTIFICATION_PREFERENCES).await.json()["wishes"], json!([]));
}

#[tokio::test]
async fn two_at_the_same_time_do_not_overwrite_each_other() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let tag = patient.get(path::NOTIFICATION_PREFERENCES).await.header("etag").unwrap().to_owned();
    assert_eq!(change(&patient, &tag, json!({ "language": "en" })).await.status, 200);
    change(&patient, &tag, json!({ "language": "ru" })).await.refused(412, "changed");
    let none = patient.write(Method::PATCH, path::NOTIFICATION_PREFERENCES, &[], Some(json!({}))).await;
    none.refused(428, "precondition_missing");
    assert_eq!(patient.get(path::NOTIFICATION_PREFERENCES).await.json()["language"], "en");
}

#[tokio::test]
async fn what_cannot_be_is_named_with_its_place_and_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let own = |what, channel, word| wish("p-patient", what, channel, word);
    let all_off: Vec<Value> =
        ["sms", "viber", "email", "push"].map(|channel| own("account.new_device", channel, "off")).to_vec();
    for (patch, pointer, code) in [
        (json!({ "quiet": { "from": "22:00", "to": "22:00", "action": true } }), "/quiet", "quiet.empty"),
        (
            json!({ "fallback": { "order": ["sms", "sms"], "wait_minutes": 30 } }),
            "/fallback/order",
            "fallback.twice",
        ),
        (
            json!({ "fallback": { "order": ["sms"], "wait_minutes": 7 } }),
            "/fallback/wait_minutes",
            "fallback.wait",
        ),
        (json!({ "leads": [{ "subject": "telk.date", "days": 99 }] }), "/leads/0", "lead.not_offered"),
        (
            json!({ "wishes": [own("protocols", "sms", "on"), wish("p-carer", "protocols", "sms", "on")] }),
            "/wishes/1",
            "wish.person",
        ),
        (json!({ "wishes": [own("contact.code", "push", "on")] }), "/wishes/0", "wish.channel"),
        (json!({ "wishes": all_off }), "/wishes/0", "wish.kept"),
        (json!({ "wishes": [own("vaccines", "sms", "on")] }), "/wishes/0", "code.unknown"),
        (json!({ "language": "tlh" }), "/language", "code.unknown"),
    ] {
        let refused = change(&patient, "*", patch).await;
        refused.refused(422, "invalid_fields");
        let fields = &refused.json()["fields"];
        assert_eq!((&fields[0]["pointer"], &fields[0]["code"]), (&json!(pointer), &json!(code)), "{fields}");
    }
    change(&patient, "*", json!({ "wish": [] })).await.refused(400, "malformed");
    assert_eq!(patient.get(path::NOTIFICATION_PREFERENCES).await.json()["wishes"], json!([]));
}
