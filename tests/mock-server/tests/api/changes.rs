//! `get_changes`.

use contract::change::Changes;
use contract::document::DocumentIndex;
use contract::path;
use mock_server::state::Options;

use crate::client::{Server, options};

fn after(sequence: u64) -> String {
    format!("{}?after={sequence}", path::CHANGES)
}

#[tokio::test]
async fn what_was_missed_comes_oldest_first_and_only_ones_own() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let index: DocumentIndex = patient.get(path::DOCUMENTS).await.read();
    let nothing: Changes = patient.get(&after(index.sequence)).await.read();
    assert_eq!((nothing.sequence, nothing.reset, nothing.changes.len()), (index.sequence, false, 0));
    server.event("patient-asthma", "protocol.docs_received").await;
    server.event("ani-asthma", "protocol.expired").await;
    server.event("patient-asthma", "protocol.approved").await;
    let missed: Changes = patient.get(&after(index.sequence)).await.read();
    let seen: Vec<(&str, &str)> =
        missed.changes.iter().map(|change| (change.document.id.as_str(), change.event.kind.code())).collect();
    assert_eq!(seen, [("patient-asthma", "protocol.docs_received"), ("patient-asthma", "protocol.approved")]);
    assert_eq!(missed.sequence, missed.changes[1].event.sequence);
    assert_eq!(missed.changes[0].document.status.code(), "approved", "the document as it is now");
    let rest: Changes = patient.get(&after(missed.changes[0].event.sequence)).await.read();
    assert_eq!(rest.changes.len(), 1);
}

#[tokio::test]
async fn who_missed_too_much_or_knows_a_number_of_another_server_begins_anew() {
    let server = Server::with(&Options { many: Some(600), ..options() });
    let many = server.sign_in("many").await;
    let index: DocumentIndex = many.get(path::DOCUMENTS).await.read();
    for sequence in [0, index.sequence + 1] {
        let changes: Changes = many.get(&after(sequence)).await.read();
        assert_eq!((changes.sequence, changes.reset, changes.changes.len()), (index.sequence, true, 0));
    }
    let enough: Changes = many.get(&after(index.sequence - 1000)).await.read();
    assert_eq!((enough.reset, enough.changes.len()), (false, 1000));
}

#[tokio::test]
async fn the_number_must_be_given() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for query in ["", "?after=", "?after=-1", "?after=x", "?after=1&before=2"] {
        patient.get(&format!("{}{query}", path::CHANGES)).await.refused(400, "malformed");
    }
}
