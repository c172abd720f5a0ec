//! `list_messages`.

use contract::notification::MessagePage;
use serde_json::json;

use crate::client::Server;
use crate::pipeline::{MESSAGES, list, play};

#[tokio::test]
async fn messages_come_in_pages_newest_first() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let all: MessagePage = patient.get(MESSAGES).await.read();
    assert!(all.messages.is_sorted_by(|a, b| a.at >= b.at) && all.next_cursor.is_none());
    let mut paged = Vec::new();
    let mut path = format!("{MESSAGES}?limit=3");
    loop {
        let page: MessagePage = patient.get(&path).await.read();
        paged.extend(page.messages);
        let Some(cursor) = page.next_cursor else { break };
        path = format!("{MESSAGES}?limit=3&cursor={cursor}");
    }
    assert_eq!(paged, all.messages);
}

#[tokio::test]
async fn a_cursor_serves_its_own_query_and_limits_are_limits() {
    let server = Server::start();
    let (patient, carer) = (server.sign_in("patient").await, server.sign_in("carer").await);
    let page: MessagePage = patient.get(&format!("{MESSAGES}?limit=1")).await.read();
    let cursor = page.next_cursor.unwrap();
    for path in [
        format!("{MESSAGES}?cursor={cursor}&person=p-patient"),
        format!("{MESSAGES}?cursor=x"),
        format!("{MESSAGES}?limit=0"),
        format!("{MESSAGES}?limit=201"),
        format!("{MESSAGES}?page=2"),
    ] {
        patient.get(&path).await.refused(400, "malformed");
    }
    carer.get(&format!("{MESSAGES}?cursor={cursor}")).await.refused(400, "malformed");
}

#[tokio::test]
async fn only_those_about_one_person_are_shown_when_asked() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let of = |person: &str| format!("{MESSAGES}?person={person}");
    let ani = carer.get(&of("p-carer-ani")).await.json()["messages"].as_array().unwrap().clone();
    assert!(!ani.is_empty() && ani.iter().all(|one| one["person"] == "p-carer-ani"));
    let stefka = carer.get(&of("p-carer-stefka")).await.json();
    assert_eq!(stefka["messages"], json!([]), "the son looks and acts, but receives no messages");
    assert_eq!(carer.get(&of("p-patient")).await.json()["messages"], json!([]));
}

#[tokio::test]
async fn the_last_of_them_stands_first_at_once() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let played = play(&server, json!({ "person": "p-patient", "subject": "account.data_ready" })).await;
    let first = list(&patient).await[0].clone();
    assert_eq!((&first["id"], &first["ground"]), (&played["message"], &serde_json::Value::Null));
    server.get(MESSAGES).await.refused(401, "signed_out");
}
