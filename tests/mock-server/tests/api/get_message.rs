//! `get_message`.

use contract::notification::Message;
use serde_json::json;

use crate::client::Server;
use crate::pipeline::{MESSAGES, list, newest};

#[tokio::test]
async fn the_whole_says_the_same_as_the_list_and_more() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for entry in list(&patient).await {
        let id = entry["id"].as_str().unwrap();
        let whole: Message = patient.get(&format!("{MESSAGES}/{id}")).await.read();
        assert_eq!(serde_json::to_value(&whole.entry).unwrap(), entry);
        assert!(whole.details.deliveries.iter().all(|one| one.read().is_some()), "{id}");
    }
    let arrived = newest(&patient, "protocol.docs_required").await;
    let leg = &arrived["deliveries"][0]["legs"][0];
    assert_eq!((&leg["contact"], &leg["state"]["code"]), (&json!("+359880000001"), &json!("delivered")));
    assert_eq!(arrived["deliveries"][0]["wait_minutes"], 30);
}

#[tokio::test]
async fn what_is_not_there_and_what_is_somebody_elses_are_the_same() {
    let server = Server::start();
    let (patient, carer) = (server.sign_in("patient").await, server.sign_in("carer").await);
    let hers = list(&patient).await[0]["id"].as_str().unwrap().to_owned();
    let mut said = Vec::new();
    for id in [hers.as_str(), "m-99999", "m-01", "x"] {
        let answer = carer.get(&format!("{MESSAGES}/{id}")).await;
        answer.refused(403, "not_allowed");
        said.push(answer.json()["title"].clone());
    }
    said.dedup();
    assert_eq!(said.len(), 1);
    server.get(&format!("{MESSAGES}/{hers}")).await.refused(401, "signed_out");
}
