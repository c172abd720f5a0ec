//! `get_published_templates`.

use axum::http::Method;
use contract::path;
use contract::template::{PublishedTemplates, PublishedText};
use domain::notification::genuine::{Known, Prepared, Verdict};

use crate::client::{Answer, Server, request};
use crate::staff::{APPROVED, SECOND, Text, deed};

async fn published(server: &Server) -> PublishedTemplates {
    server.get(path::PUBLISHED_TEMPLATES).await.read()
}

fn versions(published: &PublishedTemplates, (subject, channel, language): Text) -> Vec<(u32, bool)> {
    let subject = published.subjects.iter().find(|one| one.subject.code() == subject).unwrap();
    let is_it = |one: &&PublishedText| (one.channel.code(), one.language.code()) == (channel, language);
    subject.texts.iter().filter(is_it).map(|one| (one.version, one.until.is_none())).collect()
}

#[tokio::test]
async fn anybody_reads_it_and_it_may_be_kept() {
    let server = Server::start();
    let answer = server.get(path::PUBLISHED_TEMPLATES).await;
    assert_eq!(answer.header("cache-control"), Some("public, max-age=3600"));
    assert_eq!(answer.header("set-cookie"), None);
    let tag = answer.header("etag").unwrap().to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let mut again = request(Method::GET, path::PUBLISHED_TEMPLATES);
    again.headers_mut().insert("if-none-match", tag.parse().unwrap());
    let again = Answer::of(server.send(again).await).await;
    assert_eq!((again.status.as_u16(), again.header("etag")), (304, Some(tag.as_str())));
    assert_eq!(again.header("cache-control"), Some("public, max-age=3600"));
    let all: PublishedTemplates = answer.read();
    assert_eq!(all.read().len(), 657, "one that was in use lately beside those that are");
    let text = answer.text();
    for word in ["Ема", "Макетов", "editor", "note"] {
        assert!(!text.contains(word), "nobody and nothing of the inside is in it: {word}");
    }
}

#[tokio::test]
async fn what_was_in_use_lately_is_there_for_a_year() {
    let server = Server::start();
    assert_eq!(versions(&published(&server).await, SECOND), [(2, true), (1, false)]);
    assert_eq!(versions(&published(&server).await, APPROVED), [(1, true)], "not in use yet");
    let approver = server.sign_in("approver").await;
    let confirmed = serde_json::json!({ "deed": "put_in_use", "confirmed": true });
    deed(&approver, APPROVED, 2, confirmed).await;
    assert_eq!(versions(&published(&server).await, APPROVED), [(2, true), (1, false)]);
    server.advance(200 * 24 * 3600).await;
    assert_eq!(versions(&published(&server).await, SECOND), [(2, true)]);
    assert_eq!(versions(&published(&server).await, APPROVED), [(2, true), (1, false)]);
}

#[tokio::test]
async fn a_message_that_was_sent_is_known_by_it() {
    let server = Server::start();
    let all = published(&server).await;
    let texts = all.read();
    let known: Vec<Known<'_>> =
        texts.iter().map(|one| Known { template: &one.template, declared: &one.declared }).collect();
    let prepared = Prepared::new(&known);
    for (text, version) in [
        ("НЗОК: Протокол ПЛ-1/2026 е одобрен. Валиден до 01.03.2027.", 2),
        ("НЗОК: За Ани Образцова. Има одобрение по протокол ПЛ-1/2026. Валиден до 01.03.2027.", 1),
    ] {
        let Verdict::Matches { template } = prepared.look(text, &[]).verdict else { panic!("{text}") };
        assert_eq!(
            (texts[template].subject.code(), texts[template].published.version),
            ("protocol.approved", version)
        );
    }
}

#[tokio::test]
async fn it_is_small_on_the_way() {
    let server = Server::start();
    let mut asked = request(Method::GET, path::PUBLISHED_TEMPLATES);
    asked.headers_mut().insert("accept-encoding", "br".parse().unwrap());
    let answer = Answer::of(server.send(asked).await).await;
    assert_eq!(
        (answer.header("content-encoding"), answer.header("vary")),
        (Some("br"), Some("accept-encoding"))
    );
    let raw = server.get(path::PUBLISHED_TEMPLATES).await.body.len();
    println!("published templates: {raw} bytes, {} with the fastest brotli", answer.body.len());
    assert!(answer.body.len() < 100_000, "{}", answer.body.len());
}
