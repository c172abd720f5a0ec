//! `begin_template_version`.

use crate::client::{NOW, Server};
use crate::staff::{APPROVED, DRAFT, PLAIN, REJECTED, SECOND, SUBMITTED, begin, text};

#[tokio::test]
async fn a_draft_begins_with_the_text_of_a_version() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let answer = begin(&editor, SECOND, 1).await;
    assert_eq!(answer.status, 201);
    let begun = answer.json();
    assert_eq!((&begun["number"], &begun["state"]), (&3.into(), &"draft".into()));
    let versions = text(&editor, SECOND).await.versions;
    assert_eq!(begun["text"], versions[2].text.as_str(), "of the first, not of the one in use");
    assert_eq!((&begun["created_at"], &begun["authors"][0]["id"]), (&NOW.into(), &"p-editor".into()));
    assert_eq!(serde_json::to_value(&versions[0]).unwrap(), begun);
    let titled = begin(&editor, ("protocol.approved", "email", "kk"), 1).await.json();
    assert_eq!(
        titled["title"],
        text(&editor, ("protocol.approved", "email", "kk")).await.versions[1].title.clone().unwrap()
    );
}

#[tokio::test]
async fn one_version_is_open_at_a_time() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    for of in [DRAFT, SUBMITTED] {
        begin(&editor, of, 1).await.refused(409, "version_open");
    }
    for of in [PLAIN, REJECTED, APPROVED] {
        assert_eq!(begin(&editor, of, 1).await.status, 201, "{of:?}");
        begin(&editor, of, 1).await.refused(409, "version_open");
    }
}

#[tokio::test]
async fn who_does_not_write_does_not_begin() {
    let server = Server::start();
    begin(&server.sign_in("approver").await, PLAIN, 1).await.refused(403, "role_missing");
    begin(&server.sign_in("patient").await, PLAIN, 1).await.refused(403, "not_allowed");
    let editor = server.sign_in("editor").await;
    begin(&editor, ("protocol.lost", "sms", "bg"), 1).await.refused(403, "not_allowed");
    let unknown = begin(&editor, PLAIN, 7).await;
    unknown.refused(422, "invalid_fields");
    assert_eq!(
        unknown.json()["fields"][0],
        serde_json::json!({ "pointer": "/from", "code": "version.unknown" })
    );
    assert_eq!(text(&editor, PLAIN).await.versions.len(), 1);
}
