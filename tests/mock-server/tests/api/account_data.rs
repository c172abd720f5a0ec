//! `get_account_data`.

use axum::http::Method;
use contract::account_data::{AccountData, DocumentReport};
use contract::{DocumentId, path};
use domain::coded::Coded;
use domain::person::Role;
use serde_json::json;

use crate::access::{accept, invite, offer};
use crate::client::{Client, Server};
use crate::report_document::report;
use crate::upload::{ASKED, photo};

async fn data(client: &Client<'_>) -> AccountData {
    client.get(path::ACCOUNT_DATA).await.read()
}

#[tokio::test]
async fn it_is_a_file_that_holds_everything_of_the_account_holder_and_explains_itself() {
    let server = Server::start();
    server.sign_in("patient").await;
    let patient = server.sign_in("patient").await;
    report(&patient, "patient-insulin", json!({ "kind": "not_me", "text": "Не съм аз." })).await;
    let correction = json!({ "field": "name", "wrong": "буква", "right": "Примерова" });
    patient.write(Method::POST, path::CORRECTIONS, &[], Some(correction)).await;
    let answer = patient.get(path::ACCOUNT_DATA).await;
    let name = answer.header("content-disposition").unwrap();
    assert_eq!(name, "attachment; filename=\"yasno-2026-11-22.json\"");
    let data: AccountData = answer.read();
    assert_eq!((data.version, data.generated_at.to_rfc3339().as_str()), (5, "2026-11-22T08:00:00+00:00"));
    assert_eq!(data.account.name, "Мария Примерова");
    let index = patient.get(path::DOCUMENTS).await.json();
    assert_eq!(data.documents.len(), index["documents"].as_array().unwrap().len());
    assert!(data.documents.iter().all(|document| document.entry.person.as_str() == "p-patient"));
    assert!(data.documents.iter().any(|document| !document.events.is_empty()));
    assert_eq!(data.insurance.record.unwrap().months.len(), 70);
    assert_eq!((data.sessions.len(), data.sign_ins.len()), (2, 2));
    assert_eq!(data.reports[0].document.as_ref().unwrap().as_str(), "patient-insulin");
    assert_eq!(data.reports[0].report.text.as_deref(), Some("Не съм аз."));
    assert_eq!(data.corrections[0].right, "Примерова");
}

#[tokio::test]
async fn every_member_is_described_in_every_language() {
    let server = Server::start();
    let data = server.sign_in("patient").await.get(path::ACCOUNT_DATA).await.json();
    let described: Vec<&str> =
        data["parts"].as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
    let mut members: Vec<&str> = data.as_object().unwrap().keys().map(String::as_str).collect();
    members.retain(|member| !["version", "generated_at", "parts"].contains(member));
    let mut sorted = described.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, members);
    for part in data["parts"].as_array().unwrap() {
        for language in ["bg", "en", "ru", "kk"] {
            assert!(!part["description"][language].as_str().unwrap().is_empty(), "{part}");
        }
    }
}

#[tokio::test]
async fn of_those_cared_for_it_holds_name_and_relation_and_nothing_else() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let answer = carer.get(path::ACCOUNT_DATA).await;
    let data: AccountData = answer.read();
    let persons: Vec<(&str, &str)> =
        data.persons.iter().map(|person| (person.name.as_str(), person.relation.code())).collect();
    let expected = [("Ани Образцова", "child"), ("Борис Образцов", "child"), ("Стефка Образцова", "parent")];
    assert_eq!(persons, expected);
    assert!(data.documents.iter().all(|document| document.entry.person.as_str() == "p-carer"));
    let text = answer.text();
    for theirs in ["p-carer-ani", "p-carer-boris", "p-carer-stefka", "ani-asthma"] {
        assert!(!text.contains(theirs), "{theirs}");
    }
}

#[tokio::test]
async fn no_secret_of_a_session_is_in_it_and_ended_ones_are_said_to_be_over() {
    let server = Server::start();
    let before = server.sign_in("patient").await;
    before.write(Method::DELETE, path::SESSION, &[], None).await;
    let patient = server.sign_in("patient").await;
    let answer = patient.get(path::ACCOUNT_DATA).await;
    let text = answer.text();
    for secret in [&patient.csrf, patient.cookie.split_once('=').unwrap().1, &before.csrf] {
        assert!(!text.contains(secret));
    }
    let ended: Vec<bool> =
        answer.read::<AccountData>().sessions.iter().map(|session| session.ended).collect();
    assert_eq!(ended, [false, true]);
}

#[tokio::test]
async fn sign_ins_are_all_in_it_and_not_only_the_newest() {
    let server = Server::start();
    for _ in 0..60 {
        server.sign_in("empty").await;
    }
    let empty = server.sign_in("empty").await;
    let data: AccountData = empty.get(path::ACCOUNT_DATA).await.read();
    assert_eq!((data.sign_ins.len(), data.documents.len()), (61, 0));
    assert_eq!(empty.get(path::SIGN_INS).await.json()["sign_ins"].as_array().unwrap().len(), 50);
}

#[tokio::test]
async fn the_person_as_the_fund_knows_them_and_what_the_account_may_do() {
    let server = Server::start();
    let patient = data(&server.sign_in("patient").await).await;
    let person = patient.person.unwrap();
    assert_eq!((person.id.as_str(), person.name.as_str()), ("p-patient", "Мария Примерова"));
    assert_eq!(patient.role, Coded::Known(Role::Patient));
    let teen = data(&server.sign_in("teen").await).await.person.unwrap();
    assert_eq!(teen.born.unwrap().to_string(), "2010-12-01");
}

#[tokio::test]
async fn access_that_was_given_is_in_it_and_invitations_without_their_codes() {
    let server = Server::start();
    let mother = server.sign_in("mother").await;
    let open = invite(&mother, offer()).await;
    let accepted = invite(&mother, offer()).await;
    let id = accept(&server.sign_in("patient").await, &accepted.code).await;
    mother.write(Method::DELETE, &format!("{}/{id}", path::ACCESS), &[], None).await;
    let answer = mother.get(path::ACCOUNT_DATA).await;
    let kept: AccountData = answer.read();
    let given: Vec<_> = kept
        .given
        .iter()
        .map(|grant| (grant.other.as_str(), grant.basis.code(), grant.state.code(), grant.scopes.len()))
        .collect();
    assert_eq!(
        given,
        [("Мария Примерова", "mandate", "revoked", 1), ("Георги Образцов", "mandate", "active", 2)]
    );
    assert_eq!(kept.given[1].until.unwrap().to_string(), "2027-02-15");
    assert_eq!((kept.invitations.len(), &kept.invitations[0].id), (1, &open.id));
    for code in [&open.code, &accepted.code] {
        let bare = code.replace('-', "");
        assert!(!answer.text().contains(code.as_str()) && !answer.text().contains(&bare));
    }
}

#[tokio::test]
async fn access_to_others_documents_is_named_and_nothing_of_the_documents_is() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    carer.get("/api/v1/documents/stefka-walker").await;
    let hide = json!({ "hidden": true });
    let mother = server.sign_in("mother").await;
    mother.write(Method::PUT, "/api/v1/documents/stefka-memory/hidden", &[], Some(hide)).await;
    carer.get("/api/v1/documents/stefka-memory").await.refused(403, "not_allowed");
    carer.write(Method::DELETE, "/api/v1/access/g-stefka-georgi", &[], None).await;
    let answer = carer.get(path::ACCOUNT_DATA).await;
    let kept: AccountData = answer.read();
    let held: Vec<_> = kept
        .held
        .iter()
        .map(|held| {
            let until = held.until.map(|day| day.to_string());
            (held.name.as_str(), held.relation.code(), held.basis.code(), until, held.state.code())
        })
        .collect();
    let until = Some("2027-02-15".to_owned());
    assert_eq!(
        held,
        [
            ("Стефка Образцова", "parent", "mandate", until, "revoked"),
            ("Борис Образцов", "child", "parent", None, "active"),
            ("Ани Образцова", "child", "parent", None, "active"),
        ]
    );
    let deeds: Vec<_> = kept.deeds.iter().map(|deed| (deed.name.as_str(), deed.what.code())).collect();
    assert_eq!(deeds, [("Стефка Образцова", "gave_up"), ("Стефка Образцова", "opened_document")]);
    for theirs in ["stefka-walker", "stefka-memory", "p-carer-stefka", "g-stefka-georgi"] {
        assert!(!answer.text().contains(theirs), "{theirs}");
    }
}

#[tokio::test]
async fn all_of_the_own_log_is_in_it_and_not_one_page() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    for _ in 0..210 {
        carer.get("/api/v1/documents/stefka-walker").await;
    }
    mother.get("/api/v1/documents/stefka-memory").await;
    let log = data(&mother).await.access_log;
    assert_eq!(log.len(), 211);
    assert_eq!((log[0].name.as_str(), log[0].basis.as_ref()), ("Стефка Образцова", None));
    let oldest = &log[210];
    assert_eq!((oldest.name.as_str(), oldest.what.code()), ("Георги Образцов", "opened_document"));
    assert_eq!(oldest.document.as_ref().map(DocumentId::as_str), Some("stefka-walker"));
    assert!(data(&server.sign_in("patient").await).await.access_log.is_empty(), "others' logs are theirs");
}

#[tokio::test]
async fn files_of_the_own_documents_are_in_it_and_unfinished_ones_of_others_are_not() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let received = patient.send_file(ASKED, &photo(1000, 1)).await;
    let begun = patient.begin(ASKED, &photo(1000, 2)).await;
    let given_up = patient.begin(ASKED, &photo(1000, 3)).await;
    patient.write(Method::DELETE, &path::file(&given_up), &[], None).await;
    let files = data(&patient).await.files;
    let told: Vec<_> = files.iter().map(|file| (&file.file.id, file.document.as_str())).collect();
    assert_eq!(told, [(&received.id, ASKED), (&begun, ASKED)]);
    assert_eq!((files[0].sha256, &files[0].file), (photo(1000, 1).sha256(), &received));
    assert_eq!(files[1].moved_at.to_rfc3339(), "2026-11-22T08:00:00+00:00");
    // A proxy's files are in the data of the person whose documents they are, once they are received.
    server.event("stefka-memory", "protocol.docs_required").await;
    let carer = server.sign_in("carer").await;
    let sent = carer.send_file("stefka-memory", &photo(1000, 4)).await;
    carer.begin("stefka-memory", &photo(1000, 5)).await;
    let hers = data(&server.sign_in("mother").await).await.files;
    assert_eq!((hers.len(), &hers[0].file.id), (1, &sent.id));
    assert_eq!((hers[0].file.sender.own, hers[0].file.sender.name.as_str()), (false, "Георги Образцов"));
    let his = data(&carer).await;
    assert!(his.files.is_empty());
    assert_eq!(his.deeds[0].what.code(), "sent_file");
}

#[tokio::test]
async fn wrong_codes_are_counted_with_their_time_and_without_what_was_typed() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let typed = json!({ "code": "AKMH-2345" });
    patient.write(Method::POST, path::INVITATION_PREVIEW, &[], Some(typed)).await;
    let answer = patient.get(path::ACCOUNT_DATA).await;
    let at: Vec<String> =
        answer.read::<AccountData>().wrong_codes.iter().map(|code| code.at.to_rfc3339()).collect();
    assert_eq!(at, ["2026-11-22T08:00:00+00:00"]);
    assert!(!answer.text().contains("AKMH"));
}

#[tokio::test]
async fn of_a_report_on_somebody_elses_document_the_own_words_stay_and_nothing_of_the_document() {
    let server = Server::start();
    let (mother, carer) = (server.sign_in("mother").await, server.sign_in("carer").await);
    let opened = carer.get("/api/v1/documents/stefka-walker").await.json();
    let event = opened["events"][0]["id"].as_str().unwrap().to_owned();
    report(&carer, "stefka-walker", json!({ "kind": "wrong_data", "text": "Не е вярно.", "event": event }))
        .await;
    let answered = json!({ "state": "answered", "answer": "Датата на проходилката е поправена." });
    server.control(Method::POST, "/mock/asked/R-2026-000001", answered).await;
    let told = async || {
        let answer = carer.get(path::ACCOUNT_DATA).await;
        for theirs in ["stefka-walker", event.as_str(), "p-carer-stefka"] {
            assert!(!answer.text().contains(theirs), "{theirs}");
        }
        let [DocumentReport { document: None, report }] = &answer.read::<AccountData>().reports[..] else {
            panic!("{}", answer.text())
        };
        assert_eq!((report.number.as_str(), report.kind.code()), ("R-2026-000001", "wrong_data"));
        assert_eq!((report.text.as_deref(), report.state.code()), (Some("Не е вярно."), "answered"));
        report.answer.clone()
    };
    assert_eq!(told().await.as_deref(), Some("Датата на проходилката е поправена."), "while it may be seen");
    let hide = async |hidden: bool| {
        let body = Some(json!({ "hidden": hidden }));
        mother.write(Method::PUT, "/api/v1/documents/stefka-walker/hidden", &[], body).await;
    };
    hide(true).await;
    assert_eq!(told().await, None, "hidden since");
    hide(false).await;
    assert!(told().await.is_some());
    carer.write(Method::DELETE, "/api/v1/access/g-stefka-georgi", &[], None).await;
    assert_eq!(told().await, None, "access ended");
}

#[tokio::test]
async fn only_who_is_signed_in_gets_any() {
    let server = Server::start();
    server.get(path::ACCOUNT_DATA).await.refused(401, "signed_out");
    let patient = server.sign_in("patient").await;
    server.advance(24 * 60 * 60).await;
    patient.get(path::ACCOUNT_DATA).await.refused(401, "session_over");
}
