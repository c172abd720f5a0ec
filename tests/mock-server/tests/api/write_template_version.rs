//! `write_template_version`.

use serde_json::json;

use crate::client::Server;
use crate::staff::{
    APPROVED, DRAFT, PLAIN, REJECTED, SECOND, SUBMITTED, becomes, begin, state, version, write, write_with,
};

#[tokio::test]
async fn what_was_typed_is_kept_even_if_it_cannot_be_read() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let before = version(&editor, DRAFT, 2).await;
    server.advance(60).await;
    let edit = json!({ "text": " НЗОК: ((number", "note": "  Недовършено. " });
    let answer = write(&editor, DRAFT, 2, edit).await;
    assert_eq!(answer.status, 200);
    let kept = version(&editor, DRAFT, 2).await;
    assert_eq!(serde_json::to_value(&kept).unwrap(), answer.json());
    assert_eq!((kept.text.as_str(), kept.note.as_deref()), (" НЗОК: ((number", Some("Недовършено.")));
    assert_ne!(kept.tag, before.tag);
    assert_eq!(kept.changed_at.to_rfc3339(), "2026-11-22T08:01:00+00:00");
    server.advance(60).await;
    write(&editor, DRAFT, 2, json!({ "text": "" })).await;
    let kept = version(&editor, DRAFT, 2).await;
    assert_eq!(
        (kept.deeds.len(), kept.note),
        (1, None),
        "of edits that follow each other the last one stands"
    );
    assert_eq!(kept.deeds[0].at.to_rfc3339(), "2026-11-22T08:02:00+00:00");
}

#[tokio::test]
async fn everybody_who_writes_is_an_author() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    becomes(&server, "approver", "editor");
    let second = server.sign_in("approver").await;
    write(&second, DRAFT, 2, json!({ "text": "НЗОК: ((number))" })).await;
    let kept = version(&editor, DRAFT, 2).await;
    assert_eq!(kept.author_ids(), ["p-editor", "p-approver"]);
    assert_eq!(kept.deeds.len(), 2);
}

#[tokio::test]
async fn a_rejected_version_is_taken_up_again_unless_another_is_open() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let edit = json!({ "text": "((office)): посещение на ((day)) в ((time))." });
    let taken_up = write(&editor, REJECTED, 2, edit.clone()).await.json();
    assert_eq!((&taken_up["state"], &taken_up["decision"]["deed"]), (&"draft".into(), &"reject".into()));
    server.state.reset().unwrap();
    let editor = server.sign_in("editor").await;
    assert_eq!(begin(&editor, REJECTED, 1).await.status, 201);
    write(&editor, REJECTED, 2, edit).await.refused(409, "version_open");
    assert_eq!(state(&version(&editor, REJECTED, 2).await), "rejected");
}

#[tokio::test]
async fn who_read_it_before_somebody_changed_it_is_told() {
    let server = Server::start();
    let (one, other) = (server.sign_in("editor").await, server.sign_in("editor").await);
    let tag = version(&one, DRAFT, 2).await.tag;
    let edit = |text: &str| json!({ "text": text });
    assert_eq!(write_with(&one, DRAFT, 2, &[("if-match", &tag)], edit("a")).await.status, 200);
    write_with(&other, DRAFT, 2, &[("if-match", &tag)], edit("b")).await.refused(412, "changed");
    write_with(&other, DRAFT, 2, &[], edit("b")).await.refused(428, "precondition_missing");
    assert_eq!(version(&one, DRAFT, 2).await.text, "a");
}

#[tokio::test]
async fn only_editors_write_and_only_what_is_not_decided() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let edit = || json!({ "text": "НЗОК: ((number))" });
    for (of, number) in [(SUBMITTED, 2), (APPROVED, 2), (PLAIN, 1), (SECOND, 1)] {
        write(&editor, of, number, edit()).await.refused(409, "version_state");
    }
    let approver = server.sign_in("approver").await;
    write(&approver, DRAFT, 2, edit()).await.refused(403, "role_missing");
    let patient = server.sign_in("patient").await;
    write_with(&patient, DRAFT, 2, &[("if-match", "*")], edit()).await.refused(403, "not_allowed");
    for number in [0, 9] {
        write_with(&editor, DRAFT, number, &[("if-match", "*")], edit()).await.refused(403, "not_allowed");
    }
}

#[tokio::test]
async fn what_is_too_long_is_named_and_nothing_is_kept() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let long = |count| "я".repeat(count);
    let edit = json!({ "title": long(201), "text": long(4001), "note": long(1001) });
    let refused = write(&editor, DRAFT, 2, edit).await;
    refused.refused(422, "invalid_fields");
    let expected = ["title", "text", "note"]
        .map(|part| json!({ "pointer": format!("/{part}"), "code": format!("{part}.too_long") }));
    assert_eq!(refused.json()["fields"], json!(expected));
    let edit = json!({ "title": long(200), "text": long(4000), "note": long(1000) });
    assert_eq!(write(&editor, DRAFT, 2, edit).await.status, 200);
    write(&editor, DRAFT, 2, json!({ "text": "a", "colour": "red" })).await.refused(400, "malformed");
}
