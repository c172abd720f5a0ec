//! `list_files`.

use contract::attachment::{FileLimits, FileState};
use domain::attachment::{Closed, Limits};
use domain::coded::Coded;

use crate::client::Server;
use crate::upload::{ASKED, files_of, photo};

#[tokio::test]
async fn the_list_says_what_is_taken_and_why_nothing_is() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let empty = patient.files(ASKED).await;
    assert_eq!((empty.closed, empty.limits, empty.files.len()), (None, FileLimits::from(Limits::ours()), 0));
    for (kind, closed) in [
        ("protocol.approved", Some(Closed::Decided)),
        ("protocol.annulled", Some(Closed::Ended)),
        ("protocol.docs_received", None),
    ] {
        server.event(ASKED, kind).await;
        assert_eq!(patient.files(ASKED).await.closed, closed.map(Coded::Known), "{kind}");
    }
    for seed in 0..20 {
        patient.begin(ASKED, &photo(10, seed)).await;
    }
    assert_eq!(patient.files(ASKED).await.closed, Some(Coded::Known(Closed::Full)));
}

#[tokio::test]
async fn files_stand_in_order_each_with_its_state_and_who_sent_it() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let document = "ani-asthma";
    server.event(document, "protocol.docs_required").await;
    let begun = carer.begin(document, &photo(1000, 1)).await;
    carer.part(&begun, 0, &photo(1000, 1).bytes[..600]).await;
    let sent = carer.send_file(document, &photo(1000, 2)).await;
    let files = carer.files(document).await.files;
    assert_eq!(files.len(), 2);
    assert_eq!((&files[0].id, files[0].received), (&begun, 600));
    assert_eq!(files[0].state, Coded::Known(FileState::Receiving));
    assert_eq!(files[1], sent);
    assert_eq!((files[1].sender.own, files[1].sender.name.as_str()), (true, "Георги Образцов"));
    assert_eq!(files[1].expires, None, "what is received stays");
}

#[tokio::test]
async fn a_file_that_was_received_does_not_move_the_document_and_the_fund_does() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let before = patient.get("/api/v1/documents/patient-asthma").await;
    patient.send_file(ASKED, &photo(1000, 1)).await;
    assert_eq!(patient.get("/api/v1/documents/patient-asthma").await.body, before.body);
    server.event(ASKED, "protocol.docs_received").await;
    let after = patient.get("/api/v1/documents/patient-asthma").await.json();
    assert_eq!(after["status"], "docs_received");
    assert_eq!(patient.files(ASKED).await.files.len(), 1);
}

#[tokio::test]
async fn nobody_lists_the_files_of_others() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for id in ["ani-asthma", "not-there"] {
        patient.get(&files_of(id)).await.refused(403, "not_allowed");
    }
    server.get(&files_of(ASKED)).await.refused(401, "signed_out");
}
