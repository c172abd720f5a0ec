//! `get_document_index`.

use contract::document::DocumentIndex;
use contract::path;
use mock_server::state::Options;

use crate::client::{Server, options};

#[tokio::test]
async fn every_document_of_every_person_newest_change_first() {
    let server = Server::start();
    let index: DocumentIndex = server.sign_in("carer").await.get(path::DOCUMENTS).await.read();
    assert_eq!(index.documents.len(), 16);
    assert_eq!(index.documents[0].id.as_str(), "ani-glasses");
    let persons: std::collections::BTreeSet<_> =
        index.documents.iter().map(|entry| entry.person.as_str().to_owned()).collect();
    assert_eq!(persons.len(), 4);
    assert!(index.sequence > 0);
}

#[tokio::test]
async fn nobody_sees_the_documents_of_another_account() {
    let server = Server::start();
    let of =
        async |persona| -> DocumentIndex { server.sign_in(persona).await.get(path::DOCUMENTS).await.read() };
    let (patient, carer) = (of("patient").await, of("carer").await);
    assert!(patient.documents.iter().all(|entry| entry.person.as_str() == "p-patient"));
    assert!(carer.documents.iter().all(|entry| entry.person.as_str().starts_with("p-carer")));
    assert!(of("empty").await.documents.is_empty());
    assert!(of("editor").await.documents.is_empty());
}

#[tokio::test]
async fn the_tag_stays_while_nothing_changes_and_changes_with_a_change() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let first = patient.get(path::DOCUMENTS).await;
    let tag = first.header("etag").unwrap();
    server.event("ani-asthma", "protocol.terminated").await;
    let same = patient.get_with(path::DOCUMENTS, &[("if-none-match", tag)]).await;
    assert_eq!((same.status.as_u16(), same.body.len()), (304, 0));
    assert_eq!(same.header("x-session-expires-in"), Some("1200"));
    server.event("patient-asthma", "protocol.approved").await;
    let changed = patient.get_with(path::DOCUMENTS, &[("if-none-match", tag)]).await;
    let index: DocumentIndex = changed.read();
    assert_eq!(index.documents[0].id.as_str(), "patient-asthma");
    assert_eq!(index.documents[0].status.code(), "approved");
}

#[tokio::test]
async fn ten_thousand_documents_are_one_answer_that_is_compressed() {
    let server = Server::with(&Options { many: None, ..options() });
    let many = server.sign_in("many").await;
    let answer = many.get(path::DOCUMENTS).await;
    assert_eq!(answer.read::<DocumentIndex>().documents.len(), 10_000);
    for encoding in ["gzip", "br"] {
        let small = many.get_with(path::DOCUMENTS, &[("accept-encoding", encoding)]).await;
        assert_eq!(small.header("content-encoding"), Some(encoding));
        assert!(small.body.len() * 8 < answer.body.len(), "{encoding}: {}", small.body.len());
        assert_eq!(small.header("etag"), answer.header("etag"));
    }
}
