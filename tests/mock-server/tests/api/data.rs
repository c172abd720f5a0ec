//! The personas' data hold what the portal has to show.

use std::collections::BTreeSet;

use contract::document::{DecisionLimit, Document, DocumentIndex, Event};
use contract::path;
use domain::coded::{Code as _, Coded};
use domain::document::clock::{Due, How, authority, own};
use domain::document::{
    Ask, Attention, EventKind, Family, Kind, Status, attention, history, latest, process,
};
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

/// Everybody whose documents stand in a file.
const WRITTEN: [&str; 4] = ["patient", "carer", "kazakhstan", "altai"];

#[tokio::test]
async fn the_patient_has_every_status_of_the_fund_and_codes_that_no_app_knows() {
    let server = Server::start();
    let documents = all(&server, "patient").await;
    for status in Family::Any.flow().unwrap().steps.iter().flat_map(|(_, statuses)| *statuses) {
        assert!(
            documents.iter().any(|document| document.entry.status == Coded::Known(*status)),
            "{status:?}"
        );
    }
    assert!(documents.iter().any(|document| document.entry.status.known().is_none()));
    assert!(documents.iter().any(|document| document.entry.kind.known().is_none()));
    assert!(events(&documents).any(|event| event.kind.known().is_none()));
    let today = "2026-11-22".parse().unwrap();
    let why = |document: &Document| {
        let entry = &document.entry;
        attention(&entry.kind, &entry.status, entry.dates(), today)
    };
    for wanted in [
        |why| matches!(why, Attention::AppealEnds { .. }),
        |why| matches!(why, Attention::DocumentsMissing),
        |why| matches!(why, Attention::EndsSoon { .. }),
    ] {
        assert!(documents.iter().filter_map(why).any(wanted));
    }
    assert!(documents.iter().any(|document| document.facts.approved_amount.is_some()));
}

#[tokio::test]
async fn every_kind_and_every_status_is_somebodys() {
    let server = Server::start();
    let (mut kinds, mut statuses) = (BTreeSet::new(), BTreeSet::new());
    for persona in WRITTEN {
        let documents = all(&server, persona).await;
        kinds.extend(documents.iter().filter_map(|document| document.entry.kind.known()));
        statuses.extend(events(&documents).filter_map(|event| event.to.known()));
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
    assert_eq!(statuses.len(), Status::ALL.len(), "{statuses:?}");
}

/// Events that happen to nobody in the files; the control page can cause them.
const NOBODYS: [&str; 13] = [
    "lkk.used",
    "lkk.expired",
    "lkk.annulled",
    "telk_protocol.decided",
    "telk_protocol.annulled",
    "telk_decision.expired",
    "telk_decision.annulled",
    "referral.closed",
    "referral.annulled",
    "prescription.expired",
    "prescription.annulled",
    "sick_sheet.annulled",
    "practice.refused",
];

#[tokio::test]
async fn every_event_of_the_fund_happens_to_somebody_and_nearly_all_others() {
    let server = Server::start();
    let mut seen = BTreeSet::new();
    for persona in WRITTEN {
        let documents = all(&server, persona).await;
        seen.extend(events(&documents).filter_map(|event| event.kind.known()));
    }
    let missing = EventKind::ALL.iter().filter(|event| !seen.contains(event)).map(|event| event.code());
    assert_eq!(missing.collect::<Vec<_>>(), NOBODYS);
}

#[tokio::test]
async fn both_clocks_can_be_told_of_every_document_and_the_cases_to_show_are_there() {
    let server = Server::start();
    let today = "2026-11-22".parse().unwrap();
    let (mut paused, mut ruled, mut by_house, mut moved) = (0, 0, 0, 0);
    for persona in WRITTEN {
        for document in all(&server, persona).await {
            let recorded = document.recorded();
            let stated = document.facts.decision_limit.as_ref().and_then(DecisionLimit::stated);
            assert_eq!(stated.is_some(), document.facts.decision_limit.is_some(), "{}", document.entry.id);
            let case = document.case(&recorded, stated.as_ref(), Zone::Sofia);
            if let Some(clock) = authority(&case, today) {
                paused += usize::from(matches!(clock.due, Due::AfterPause { .. }));
                by_house += usize::from(case.request.is_some() && matches!(clock.due, Due::On { .. }));
            }
            let dates = own(&document.own_facts(Zone::Sofia), today);
            ruled += dates.iter().filter(|date| date.rule.is_some()).count();
            moved += dates.iter().filter(|date| date.how == How::NotKnown(Ask::RegionalFund)).count();
        }
    }
    assert!(paused > 0 && ruled > 0 && by_house > 0 && moved > 0, "{paused} {ruled} {by_house} {moved}");
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
        let _ = process(&document.entry.kind, &document.entry.status, &recorded, Zone::Sofia);
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
