//! `get_templates`.

use contract::path;
use contract::template::{TemplateCatalogue, TemplateCell};
use serde_json::json;

use crate::client::{Client, Server};
use crate::staff::{self, APPROVED, DRAFT, PLAIN, REJECTED, SECOND, SUBMITTED, Text};

async fn catalogue(client: &Client<'_>) -> TemplateCatalogue {
    client.get(path::TEMPLATES).await.read()
}

fn cell(catalogue: &TemplateCatalogue, (subject, channel, language): Text) -> &TemplateCell {
    let subject = catalogue.subjects.iter().find(|one| one.subject.code() == subject).unwrap();
    let is_it = |cell: &&TemplateCell| (cell.channel.code(), cell.language.code()) == (channel, language);
    subject.cells.iter().find(is_it).unwrap()
}

#[tokio::test]
async fn staff_see_how_every_text_stands_and_every_state_is_to_be_seen() {
    let server = Server::start();
    for persona in ["editor", "approver"] {
        let client = server.sign_in(persona).await;
        let all = catalogue(&client).await;
        let cells: usize = all.subjects.iter().map(|subject| subject.cells.len()).sum();
        assert_eq!((all.subjects.len(), cells), (42, 656));
        for (of, state, in_use, newest, by) in [
            (PLAIN, "in_use", 1, 1, "Калин Макетов"),
            (SECOND, "in_use", 2, 2, "Калин Макетов"),
            (DRAFT, "draft", 1, 2, "Ема Макетова"),
            (SUBMITTED, "submitted", 1, 2, "Ема Макетова"),
            (REJECTED, "rejected", 1, 2, "Калин Макетов"),
            (APPROVED, "approved", 1, 2, "Калин Макетов"),
        ] {
            let cell = cell(&all, of);
            assert_eq!(
                (cell.state.code(), cell.in_use, cell.newest),
                (state, Some(in_use), newest),
                "{of:?}"
            );
            assert_eq!(cell.changed_by, by, "{of:?}");
        }
        assert_eq!(all.tariff.sms_per_thousand.minor, 45_00);
        let approved = all.subjects.iter().find(|one| one.subject.code() == "protocol.approved").unwrap();
        let until = serde_json::to_value(&approved.placeholders[1]).unwrap();
        assert_eq!(until, json!({ "name": "until", "kind": "day", "usual": true }));
        assert_eq!((approved.sender.code(), approved.topic.code()), ("fund", "protocols"));
    }
}

#[tokio::test]
async fn its_tag_moves_when_something_is_done() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let first = editor.get(path::TEMPLATES).await;
    let tag = first.header("etag").unwrap().to_owned();
    assert_eq!(editor.get_with(path::TEMPLATES, &[("if-none-match", &tag)]).await.status, 304);
    staff::begin(&editor, PLAIN, 1).await;
    let answer = editor.get_with(path::TEMPLATES, &[("if-none-match", &tag)]).await;
    let cell = cell(&answer.read(), PLAIN).clone();
    assert_eq!((cell.state.code(), cell.newest, cell.in_use), ("draft", 2, Some(1)));
    assert_eq!(cell.changed_by, "Ема Макетова");
}

#[tokio::test]
async fn patients_do_not_see_it() {
    let server = Server::start();
    server.sign_in("patient").await.get(path::TEMPLATES).await.refused(403, "not_allowed");
    server.get(path::TEMPLATES).await.refused(401, "signed_out");
}

#[tokio::test]
async fn a_reset_and_a_restart_keep_what_they_should() {
    let file = std::env::temp_dir().join(format!("yasno-templates-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&file);
    let options = mock_server::state::Options { db: Some(file.clone()), ..crate::client::options() };
    let begun = {
        let server = Server::with(&options);
        let editor = server.sign_in("editor").await;
        staff::begin(&editor, PLAIN, 1).await.json()
    };
    let server = Server::with(&options);
    let editor = server.sign_in("editor").await;
    let kept = staff::version(&editor, PLAIN, 2).await;
    assert_eq!(serde_json::to_value(kept).unwrap(), begun, "a restart keeps the draft");
    server.state.reset().unwrap();
    let editor = server.sign_in("editor").await;
    assert_eq!(staff::text(&editor, PLAIN).await.versions.len(), 1, "a reset takes it away");
    // A file of a version of the server that knew no templates.
    let old = "DROP TABLE template_version; DELETE FROM meta WHERE key = 'tariff'; ALTER TABLE outbox DROP COLUMN test";
    server.state.store.with(|db| db.execute_batch(old)).unwrap();
    let server = Server::with(&options);
    let all = catalogue(&server.sign_in("editor").await).await;
    assert_eq!(cell(&all, SECOND).in_use, Some(2));
    assert_eq!(server.get("/mock/outbox").await.json()["messages"], json!([]));
    drop(server);
    let _ = std::fs::remove_file(&file);
}
