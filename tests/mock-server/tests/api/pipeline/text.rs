//! What a message says, and that nothing broken is ever sent.

use mock_server::state::Options;
use serde_json::{Value, json};

use super::{list, newest, night, play, put, want, wish};
use crate::client::{Server, options};
use crate::send_contact_code::outbox;
use crate::staff;

#[tokio::test]
async fn an_entry_of_the_outbox_says_everything_of_what_left() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")] })).await;
    let body = json!({ "kind": "protocol.approved", "valid_to": "2027-11-20" });
    server.control(axum::http::Method::POST, "/mock/documents/patient-asthma/events", body).await;
    let message = newest(&patient, "protocol.approved").await;
    let text = "НЗОК: Протокол ПЛ-2200-005870 е одобрен. Валиден до 20.11.2027";
    let one = outbox(&server).await[0].clone();
    assert!(one["text"].as_str().unwrap().starts_with(text), "{one}");
    assert_eq!(
        (&one["message"], &one["version"], &one["parts"], &one["account"]),
        (&message["deliveries"][0]["id"], &json!(2), &json!(1), &json!("patient"))
    );
    let leg = &message["deliveries"][0]["legs"][0];
    assert_eq!((&leg["text"]["text"], &leg["contact"]), (&one["text"], &json!("+359880000001")));
    assert_eq!((&message["line"], &message["document"]), (&one["text"], &json!("patient-asthma")));
}

#[tokio::test]
async fn a_text_without_one_of_its_values_is_kept_with_the_reason_and_never_sent() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    // It ends on a day that nobody states.
    server.event("patient-asthma", "protocol.expired").await;
    let values = json!({ "office": "Практика" });
    play(&server, json!({ "person": "p-patient", "subject": "contract.change", "values": values })).await;
    let message = newest(&patient, "contract.change").await;
    assert_eq!(message["state"], "not_arrived");
    let leg = &message["deliveries"][0]["legs"][0];
    assert_eq!(
        (&leg["history"][0]["why"], &leg["times"], &leg["text"]),
        (&json!("no_text"), &json!(0), &Value::Null)
    );
    let failed = server.get("/mock/outbox").await.json()["failed"].clone();
    let wrong = failed.as_array().unwrap().iter().find(|one| one["subject"] == "contract.change").unwrap();
    assert_eq!(wrong["problem"], json!(["missing:day"]));
    assert!(outbox(&server).await.iter().all(|one| one["subject"] != "contract.change"));
}

#[tokio::test]
async fn a_code_stands_in_no_list_and_in_no_copy_of_ones_data() {
    let server = Server::start();
    let altai = super::reachable(&server, "altai", "+359888000111").await;
    let code = outbox(&server).await[0]["code"].as_str().unwrap().to_owned();
    let message = newest(&altai, "contact.code").await;
    let text = message["deliveries"][0]["legs"][0]["text"]["text"].as_str().unwrap();
    assert!(text.contains("••••••") && !message.to_string().contains(&code), "{text}");
    assert_eq!((&message["ground"], &message["told"]), (&json!("the_contact"), &json!("told")));
    let data = altai.get(contract::path::ACCOUNT_DATA).await.text();
    assert!(!data.contains(&format!(" {code} ")) && data.contains("••••••"));
    assert!(list(&server.sign_in("patient").await).await.iter().all(|one| one["subject"] != "contact.code"));
}

#[tokio::test]
async fn the_code_of_an_invitation_goes_to_who_invites_and_only_its_mask_stays() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let invited = crate::access::invite(&mother, crate::access::offer()).await;
    let message = newest(&mother, "access.invitation_code").await;
    let sent = outbox(&server).await[0].clone();
    assert!(sent["text"].as_str().unwrap().contains(&invited.code), "{sent}");
    assert!(!message.to_string().contains(&invited.code));
}

#[tokio::test]
async fn what_waited_is_written_with_the_text_that_is_in_use_when_it_leaves() {
    let evening = chrono::DateTime::parse_from_rfc3339("2026-11-22T21:10:00Z").unwrap().to_utc();
    let server = Server::with(&Options { now: Some(evening), ..options() });
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")], "quiet": night() }))
        .await;
    server.event("patient-asthma", "protocol.approved").await;
    let (editor, approver) = (server.sign_in("editor").await, server.sign_in("approver").await);
    assert_eq!(staff::begin(&editor, staff::SECOND, 2).await.status, 201);
    let edit = json!({ "text": "НЗОК: ((whom??За ((whom)). ))Одобрен е протокол ((number)).((until?? До ((until)).))" });
    assert_eq!(staff::write(&editor, staff::SECOND, 3, edit).await.status, 200);
    for (who, deed) in [(&editor, "submit"), (&approver, "approve"), (&approver, "put_in_use")] {
        assert_eq!(staff::deed(who, staff::SECOND, 3, json!({ "deed": deed })).await.status, 200, "{deed}");
    }
    put(&server, "2026-11-23T05:00:10Z").await;
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    let text = &message["deliveries"][0]["legs"][0]["text"];
    assert_eq!((&text["version"], &text["version_since"]), (&json!(3), &json!("2026-11-22T21:10:00Z")));
    assert!(text["text"].as_str().unwrap().starts_with("НЗОК: Одобрен е протокол ПЛ-2200-005870."), "{text}");
}
