//! The personas' data hold what the portal has to show.

use std::collections::BTreeSet;

use contract::document::{Document, DocumentIndex, Event};
use contract::path;
use domain::coded::{Code as _, Coded};
use domain::document::{EventKind, Status, attention, history, latest, process};
use domain::moment::{Moment, Zone};

use crate::client::Server;

async fn all(server: &Server, persona: &str) -> Vec<Document> {
    let client = server.sign_in(persona).await;
    let index: DocumentIndex = client.get(path::DOCUMENTS).await.read();
    let mut documents = Vec::new();
    for entry in index.documents {
        documents.push(client.get(&path::document(&entry.id)).await.read());
    }
    documents
}

fn events(documents: &[Document]) -> impl Iterator<Item = &Event> {
    documents.iter().flat_map(|document| &document.events)
}

#[tokio::test]
async fn the_patient_has_every_status_and_codes_that_no_app_knows() {
    let server = Server::start();
    let documents = all(&server, "patient").await;
    for status in Status::ALL {
        assert!(
            documents.iter().any(|document| document.entry.status == Coded::Known(*status)),
            "{status:?}"
        );
    }
    assert!(documents.iter().any(|document| document.entry.status.known().is_none()));
    assert!(documents.iter().any(|document| document.entry.kind.known().is_none()));
    assert!(events(&documents).any(|event| event.kind.known().is_none()));
    let today = "2026-11-22".parse().unwrap();
    let ends_soon = |document: &&Document| {
        document.entry.status == Coded::Known(Status::Approved)
            && attention(&document.entry.status, document.entry.valid_to, today).is_some()
    };
    assert!(documents.iter().any(|document| ends_soon(&document)));
    assert!(documents.iter().any(|document| document.approved_amount.is_some()));
}

#[tokio::test]
async fn every_known_event_happens_to_somebody() {
    let server = Server::start();
    let mut seen = BTreeSet::new();
    for persona in ["patient", "carer"] {
        let documents = all(&server, persona).await;
        seen.extend(events(&documents).filter_map(|event| event.kind.known()));
    }
    assert_eq!(seen.len(), EventKind::ALL.len(), "{seen:?}");
}

#[tokio::test]
async fn events_are_late_repeated_going_back_and_recorded_by_the_day() {
    let server = Server::start();
    let documents = all(&server, "patient").await;
    let mut entries = Vec::new();
    for document in &documents {
        let recorded: Vec<_> = document.events.iter().map(Into::into).collect();
        entries.extend(history(&recorded, Zone::Sofia));
        // The strip can be drawn for each of them.
        let _ = process(&document.entry.status, &recorded, Zone::Sofia);
    }
    assert!(entries.iter().any(|entry| entry.late));
    assert!(entries.iter().any(|entry| entry.repeat));
    assert!(entries.iter().any(|entry| matches!(entry.movement, domain::document::Movement::Back(_))));
    assert!(events(&documents).any(|event| matches!(event.at, Moment::Day(_))));
    for persona in ["kazakhstan", "altai"] {
        let documents = all(&server, persona).await;
        assert!(documents.len() >= 3, "{persona}");
    }
}

#[tokio::test]
async fn every_document_stands_where_its_newest_event_led() {
    let server = Server::start();
    for persona in ["patient", "carer", "kazakhstan", "altai", "many"] {
        for document in all(&server, persona).await {
            let recorded: Vec<_> = document.events.iter().map(Into::into).collect();
            assert_eq!(latest(&recorded, Zone::Sofia), Some(&document.entry.status), "{}", document.entry.id);
        }
    }
}

#[tokio::test]
async fn nothing_is_in_the_future_of_the_demonstration() {
    let server = Server::start();
    let today = "2026-11-22".parse().unwrap();
    for persona in ["patient", "carer", "kazakhstan", "altai", "many"] {
        let documents = all(&server, persona).await;
        for event in events(&documents) {
            assert!(event.at.day(Zone::Barnaul) < today, "{}", event.id);
        }
    }
}
