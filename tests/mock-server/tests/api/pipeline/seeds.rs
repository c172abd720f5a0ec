//! What the demonstration begins with, and what stays after a restart.

use mock_server::state::Options;
use serde_json::json;

use super::{list, newest, want, wish};
use crate::client::{Server, options};
use crate::send_contact_code::outbox;
use crate::temp::TempFile;

#[tokio::test]
async fn the_list_of_the_demonstration_is_not_empty_and_the_outbox_is() {
    let server = Server::start();
    assert_eq!(outbox(&server).await.len(), 0);
    let patient = list(&server.sign_in("patient").await).await;
    let newest = &patient[0];
    assert_eq!(
        (&newest["at"], &newest["subject"]),
        (&json!("2026-11-20T08:05:44Z"), &json!("protocol.registered"))
    );
    for state in ["arrived", "only_in_portal"] {
        assert!(patient.iter().any(|one| one["state"] == state), "{state}");
    }
    assert!(patient.iter().all(|one| one["state"] != "not_arrived"), "{patient:#?}");
    let mother = list(&server.sign_in("mother").await).await;
    assert!(mother.iter().any(|one| one["state"] == "arrived"), "{mother:#?}");
    assert!(list(&server.sign_in("empty").await).await.is_empty());
}

#[tokio::test]
async fn after_a_restart_nothing_is_told_twice() {
    let file = TempFile::new("pipeline.db", "");
    std::fs::remove_file(&file.0).unwrap();
    let options = Options { db: Some(file.0.clone()), ..options() };
    let before = {
        let server = Server::with(&options);
        let patient = server.sign_in("patient").await;
        want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")] })).await;
        server.event("patient-asthma", "protocol.approved").await;
        server.advance(10).await;
        (outbox(&server).await, list(&patient).await)
    };
    let server = Server::with(&options);
    server.advance(10).await;
    assert_eq!((outbox(&server).await, list(&server.sign_in("patient").await).await), before);
    assert_eq!(newest(&server.sign_in("patient").await, "protocol.approved").await["state"], "arrived");
}
