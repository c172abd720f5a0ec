//! `get_template_sheet`.

use contract::path;
use contract::template::TemplateSheet;
use mock_server::catalogue::catalogue;

use crate::client::Server;
use crate::staff::{APPROVED, SECOND, deed, version};

#[tokio::test]
async fn it_has_every_text_in_use_in_one_language() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    for language in ["bg", "en", "ru", "kk"] {
        let sheet: TemplateSheet = approver.get(&path::template_sheet(language)).await.read();
        assert_eq!((sheet.language.code(), sheet.texts.len()), (language, 164));
        for text in &sheet.texts {
            let titled = matches!(text.channel.code(), "email" | "push");
            assert_eq!(text.title.is_some(), titled, "{text:?}");
        }
    }
    assert_eq!(catalogue().unwrap().entries.len(), 4 * 164);
}

#[tokio::test]
async fn it_follows_what_is_put_in_use() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let path = path::template_sheet("bg");
    let before = approver.get(&path).await;
    let find = |sheet: &TemplateSheet, subject: &str| {
        let is_it = |text: &&contract::template::SheetText| {
            (text.subject.code(), text.channel.code()) == (subject, "sms")
        };
        sheet.texts.iter().find(is_it).unwrap().clone()
    };
    let sheet: TemplateSheet = before.read();
    assert_eq!((find(&sheet, SECOND.0).version, find(&sheet, APPROVED.0).version), (2, 1));
    let tag = before.header("etag").unwrap().to_owned();
    assert_eq!(approver.get_with(&path, &[("if-none-match", &tag)]).await.status, 304);
    deed(&approver, APPROVED, 2, serde_json::json!({ "deed": "put_in_use", "confirmed": true })).await;
    let sheet: TemplateSheet = approver.get_with(&path, &[("if-none-match", &tag)]).await.read();
    let text = find(&sheet, APPROVED.0);
    assert_eq!((text.version, text.text), (2, version(&approver, APPROVED, 2).await.text));
}

#[tokio::test]
async fn only_staff_see_it_and_only_in_a_language_that_there_is() {
    let server = Server::start();
    server.sign_in("patient").await.get(&path::template_sheet("bg")).await.refused(403, "not_allowed");
    let editor = server.sign_in("editor").await;
    editor.get(&path::template_sheet("tlh")).await.refused(400, "malformed");
    editor.get(path::TEMPLATE_SHEET).await.refused(400, "malformed");
}
