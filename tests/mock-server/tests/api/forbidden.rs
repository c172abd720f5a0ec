//! What a proxy may ask of the documents of another, operation by operation, as their access shrinks and ends.

use axum::http::Method;
use contract::attachment::SentFile;
use contract::{CheckUpInvitationId, CheckUpMarkId, DocumentId, FileId, PersonId, path};
use mock_server::operation;
use serde_json::{Value, json};

use crate::access::{let_in, offer};
use crate::client::{Client, Server};
use crate::report_document::report;
use crate::upload::photo;

const MOTHER: &str = "p-carer-stefka";
/// A protocol for a medicine, which waits for documents in these tests.
const DOCUMENT: &str = "stefka-memory";

/// What the proxy had begun while they might.
struct Begun {
    unfinished: FileId,
    received: FileId,
}

/// Asks for an operation; the status.
async fn ask(proxy: &Client<'_>, name: &str, begun: &Begun) -> u16 {
    let document = DocumentId(DOCUMENT.to_owned());
    let person = PersonId(MOTHER.to_owned());
    let answer = match name {
        "get_document" => proxy.get(&path::document(&document)).await,
        "list_files" => proxy.get(&path::document_files(&document)).await,
        "list_reports" => proxy.get(&path::reports(&document)).await,
        "get_file" => proxy.get(&path::file(&begun.unfinished)).await,
        "get_file_content" => proxy.get(&path::file_content(&begun.received)).await,
        "get_person_gp" => proxy.get(&path::person_gp(&person)).await,
        "get_person_insurance" => proxy.get(&path::person_insurance(&person)).await,
        "get_commission" => proxy.get(&path::person_commission(&person)).await,
        "change_commission" => {
            let patch = json!({ "place": "" });
            let place = path::person_commission(&person);
            proxy.write(Method::PATCH, &place, &[("if-match", "*")], Some(patch)).await
        }
        "get_access_log" => proxy.get(&path::access_log(&person)).await,
        "get_person_prevention" => proxy.get(&path::person_prevention(&person)).await,
        "mark_check_up" => {
            let on = Some(json!({ "on": "2026-11-02" }));
            proxy.write(Method::POST, &path::check_up_marks(&person), &[("if-match", "*")], on).await
        }
        // Nobody has made this mark, and nobody invites her: whoever may ask is told so, as is who may not.
        "unmark_check_up" => {
            let mark = path::check_up_mark(&person, &CheckUpMarkId("m-none".to_owned()));
            proxy.write(Method::DELETE, &mark, &[("if-match", "*")], None).await
        }
        "answer_check_up_invitation" => {
            let answer = path::check_up_answer(&person, &CheckUpInvitationId("ci-none".to_owned()));
            proxy.write(Method::PUT, &answer, &[("if-match", "*")], Some(json!({}))).await
        }
        "begin_file" => proxy.announce(DOCUMENT, &photo(700, 9)).await,
        "append_file" => proxy.part(&begun.unfinished, 0, &photo(1000, 1).bytes[..500]).await,
        "delete_file" => proxy.write(Method::DELETE, &path::file(&begun.unfinished), &[], None).await,
        "report_document" => report(proxy, DOCUMENT, json!({ "kind": "not_me" })).await,
        "hide_document" => {
            proxy
                .write(Method::PUT, &path::document_hidden(&document), &[], Some(json!({ "hidden": true })))
                .await
        }
        name => panic!("{name} is about a document, a file or a person: say here how it is asked for"),
    };
    if answer.status != 200 && answer.status != 201 && answer.status != 204 {
        answer.refused(403, "not_allowed");
    }
    answer.status.as_u16()
}

/// Every operation about one document, file or person.
fn operations() -> Vec<&'static str> {
    let about = ["/api/v1/documents/{", "/api/v1/files/{", "/api/v1/persons/{"];
    let all = operation::ALL.iter().filter(|one| about.iter().any(|start| one.path.starts_with(start)));
    all.map(|one| one.name).collect()
}

/// The proxy may act, has begun a file and sent another; then the mother, or time, changes something.
async fn changed(server: &Server, how: &str) -> Begun {
    server.event(DOCUMENT, "protocol.docs_required").await;
    let mut terms = offer();
    terms["scopes"] = json!(["look", "act", "receive"]);
    let grant = let_in(server, terms).await;
    let proxy = server.sign_in("patient").await;
    let unfinished = proxy.begin(DOCUMENT, &photo(1000, 1)).await;
    let SentFile { id: received, .. } = proxy.send_file(DOCUMENT, &photo(600, 2)).await;
    let mother = server.sign_in("mother").await;
    let place = format!("{}/{grant}", path::ACCESS);
    let patch = async |body: Value| {
        let answer = mother.write(Method::PATCH, &place, &[("if-match", "*")], Some(body)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    };
    match how {
        "act" => {}
        "look" => patch(json!({ "scopes": ["look"] })).await,
        "receive" => patch(json!({ "scopes": ["receive"] })).await,
        "other kinds" => patch(json!({ "kinds": ["device_application"] })).await,
        "hidden" => {
            let hidden = path::document_hidden(&DocumentId(DOCUMENT.to_owned()));
            mother.write(Method::PUT, &hidden, &[], Some(json!({ "hidden": true }))).await;
        }
        "revoked" => {
            mother.write(Method::DELETE, &place, &[], None).await;
        }
        "expired" => {
            server.control(Method::PUT, "/mock/clock", json!({ "now": "2027-02-28T22:00:00Z" })).await;
        }
        other => panic!("{other}"),
    }
    Begun { unfinished, received }
}

/// What is left to the proxy; everything else is refused.
const LEFT: [(&str, &[&str]); 7] = [
    (
        "act",
        &[
            "append_file",
            "begin_file",
            "change_commission",
            "delete_file",
            "get_access_log",
            "get_commission",
            "get_document",
            "get_file",
            "get_file_content",
            "get_person_gp",
            "get_person_insurance",
            "get_person_prevention",
            "list_files",
            "list_reports",
            "mark_check_up",
            "report_document",
        ],
    ),
    (
        "look",
        &[
            "get_access_log",
            "get_commission",
            "get_document",
            "get_file",
            "get_file_content",
            "get_person_gp",
            "get_person_insurance",
            "get_person_prevention",
            "list_files",
            "list_reports",
        ],
    ),
    // Whoever has any access at all sees what they did with it.
    ("receive", &["get_access_log"]),
    ("other kinds", &["get_access_log"]),
    (
        "hidden",
        &[
            "change_commission",
            "get_access_log",
            "get_commission",
            "get_person_gp",
            "get_person_insurance",
            "get_person_prevention",
            "mark_check_up",
        ],
    ),
    ("revoked", &[]),
    ("expired", &[]),
];

#[tokio::test]
async fn what_a_proxy_may_shrinks_with_their_access_and_ends_with_it() {
    for (how, expected) in LEFT {
        let mut left = Vec::new();
        for name in operations() {
            // Each on a server of its own: none of them finds what another has done.
            let server = Server::start();
            let begun = changed(&server, how).await;
            if ask(&server.sign_in("patient").await, name, &begun).await < 300 {
                left.push(name);
            }
        }
        left.sort_unstable();
        assert_eq!(left, expected, "{how}");
    }
}
