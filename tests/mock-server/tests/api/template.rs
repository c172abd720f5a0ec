//! `get_template`.

use contract::path;
use domain::language::Language;
use domain::notification::template::{Draft, Objection, objections, parse};
use domain::notification::{Channel, Subject};
use mock_server::catalogue::catalogue;
use mock_server::store::template::{Cell, in_use};
use serde_json::json;

use crate::client::{NOW, Server};
use crate::staff::{DRAFT, PLAIN, REJECTED, SECOND, SUBMITTED, state, text};

#[tokio::test]
async fn a_text_tells_all_its_versions_and_who_did_what_when() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let text = text(&editor, SECOND).await;
    assert_eq!((text.subject.code(), text.sender.code()), ("protocol.approved", "fund"));
    let numbers: Vec<_> = text.versions.iter().map(|one| (one.number, state(one))).collect();
    assert_eq!(numbers, [(2, "in_use"), (1, "superseded")]);
    let [second, first] = text.versions.as_slice() else { panic!("{text:?}") };
    assert_eq!(
        serde_json::to_value(&first.used).unwrap(),
        json!([{ "from": "2024-09-02T00:00:00Z", "until": "2026-05-04T06:00:00Z" }])
    );
    assert_eq!(serde_json::to_value(&second.used).unwrap(), json!([{ "from": "2026-05-04T06:00:00Z" }]));
    assert_eq!(second.author_ids(), ["p-editor"]);
    let deeds: Vec<_> = second.deeds.iter().map(|one| (one.deed.code(), one.by.name.as_str())).collect();
    let (ema, kalin) = ("Ема Макетова", "Калин Макетов");
    assert_eq!(
        deeds,
        [
            ("edit", ema),
            ("submit", ema),
            ("reject", kalin),
            ("edit", ema),
            ("submit", ema),
            ("approve", kalin),
            ("put_in_use", kalin)
        ]
    );
    let decision = second.decision.as_ref().unwrap();
    assert_eq!((decision.deed.code(), decision.by.id.as_str()), ("approve", "p-approver"));
    assert_eq!(second.submitted_at.unwrap().to_rfc3339(), "2026-04-22T06:55:00+00:00");
    // The one in use is the catalogue's.
    let cell = Cell::of_codes(SECOND.0, SECOND.1, SECOND.2).unwrap();
    let entry = catalogue().unwrap().find(cell.subject, cell.channel, cell.language).unwrap();
    assert_eq!(second.text, entry.text.to_string());
}

#[tokio::test]
async fn what_was_rejected_says_why() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let rejected = text(&approver, REJECTED).await.versions.remove(0);
    assert_eq!(state(&rejected), "rejected");
    let decision = rejected.decision.unwrap();
    assert_eq!(decision.reason.as_deref(), Some("Липсва какво да направи човек, който не може да дойде."));
    let draft = text(&approver, DRAFT).await.versions.remove(0);
    assert_eq!((state(&draft), draft.note.as_deref()), ("draft", Some("Хората питат какво следва.")));
}

#[tokio::test]
async fn nothing_in_the_history_blocks() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    for of in [SECOND, DRAFT, SUBMITTED, REJECTED, crate::staff::APPROVED] {
        let cell = Cell::of_codes(of.0, of.1, of.2).unwrap();
        let Cell { subject, channel, language } = cell;
        let declared = catalogue().unwrap().of(subject);
        for version in text(&editor, of).await.versions {
            let (title, text, sender) = (version.title.as_deref(), version.text.as_str(), subject.sender());
            let draft = Draft { title, text, declared, subject, sender, channel, language };
            let blocking: Vec<Objection> = objections(&draft).into_iter().filter(Objection::blocks).collect();
            assert!(blocking.is_empty(), "{of:?} {}: {blocking:?}", version.number);
            parse(&version.text).unwrap();
        }
    }
}

#[tokio::test]
async fn messages_are_made_of_the_version_in_use_at_their_instant_and_in_bulgarian_where_there_is_no_other() {
    let server = Server::start();
    let of = |language, at: &str| {
        let at = at.parse().unwrap();
        server
            .state
            .store
            .with(|db| in_use(db, Subject::ProtocolApproved, Channel::Sms, language, at))
            .unwrap()
    };
    assert_eq!(of(Language::Bg, "2024-09-01T23:59:59Z"), None);
    let first = of(Language::Bg, "2026-05-04T05:59:59Z").unwrap();
    let second = of(Language::Bg, NOW).unwrap();
    assert_eq!((first.version, second.version, second.title), (1, 2, None));
    let entry = catalogue().unwrap().find(Subject::ProtocolApproved, Channel::Sms, Language::Bg).unwrap();
    assert_eq!(second.text, entry.text);
    assert_eq!(of(Language::Kk, NOW).unwrap().language, Language::Kk);
    let gone = "DELETE FROM template_version WHERE language = 'kk'";
    server.state.store.with(|db| db.execute(gone, [])).unwrap();
    let other = of(Language::Kk, NOW).unwrap();
    assert_eq!((other.language, other.text), (Language::Bg, second.text));
}

#[tokio::test]
async fn its_tag_serves_and_others_do_not_see_it() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let path = path::template(PLAIN.0, PLAIN.1, PLAIN.2);
    let tag = editor.get(&path).await.header("etag").unwrap().to_owned();
    assert_eq!(editor.get_with(&path, &[("if-none-match", &tag)]).await.status, 304);
    for (subject, channel, language) in [
        ("protocol.lost", "sms", "bg"),
        ("protocol.approved", "pigeon", "bg"),
        ("protocol.approved", "sms", "tlh"),
        // A code goes neither by Viber nor as a notice.
        ("contact.code", "viber", "bg"),
    ] {
        editor.get(&path::template(subject, channel, language)).await.refused(403, "not_allowed");
    }
    server.sign_in("patient").await.get(&path).await.refused(403, "not_allowed");
    server.get(&path).await.refused(401, "signed_out");
}
