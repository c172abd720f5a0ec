//! `do_template_deed`.

use contract::path;
use serde_json::{Value, json};

use crate::client::{Answer, Client, NOW, Server};
use crate::staff::{
    APPROVED, DRAFT, PLAIN, REJECTED, SECOND, SUBMITTED, Text, becomes, begin, deed, deed_with, state, to,
    version, write,
};

async fn states(client: &Client<'_>, of: Text, count: u32) -> Vec<String> {
    let mut states = Vec::new();
    for number in 1..=count {
        states.push(state(&version(client, of, number).await).to_owned());
    }
    states
}

#[tokio::test]
async fn a_text_goes_from_the_first_word_into_use_and_back() {
    let server = Server::start();
    let (editor, approver) = (server.sign_in("editor").await, server.sign_in("approver").await);
    begin(&editor, PLAIN, 1).await;
    let text = "НЗОК: ((whom??За ((whom)). ))Протокол ((number)) е регистриран.";
    write(&editor, PLAIN, 2, json!({ "text": text, "note": "По-ясно." })).await;
    for (client, what, becomes) in [
        (&editor, "submit", "submitted"),
        (&editor, "take_back", "draft"),
        (&editor, "submit", "submitted"),
        (&approver, "approve", "approved"),
        (&approver, "put_in_use", "in_use"),
    ] {
        let answer = deed(client, PLAIN, 2, to(what)).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["state"]), (200, &becomes.into()), "{what}");
        server.advance(60).await;
    }
    assert_eq!(states(&editor, PLAIN, 2).await, ["superseded", "in_use"]);
    let back = deed(&approver, PLAIN, 1, json!({ "deed": "roll_back", "reason": "Грешка в новия." })).await;
    assert_eq!(states(&editor, PLAIN, 2).await, ["in_use", "superseded"]);
    let used = json!([
        { "from": "2024-09-02T00:00:00Z", "until": "2026-11-22T08:04:00Z" },
        { "from": "2026-11-22T08:05:00Z" },
    ]);
    assert_eq!(back.json()["used"], used, "another time of use, and the first is not forgotten");
    let last = back.json()["deeds"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["deed"], &last["reason"]), (&"roll_back".into(), &"Грешка в новия.".into()));
    let second = version(&editor, PLAIN, 2).await;
    assert_eq!(second.used[0].until.unwrap().to_rfc3339(), "2026-11-22T08:05:00+00:00");
}

#[tokio::test]
async fn a_rejection_says_why() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    for reason in [json!(null), json!("  ")] {
        let refused = deed(&approver, SUBMITTED, 2, json!({ "deed": "reject", "reason": reason })).await;
        refused.refused(422, "invalid_fields");
        assert_eq!(refused.json()["fields"], json!([{ "pointer": "/reason", "code": "reason.missing" }]));
    }
    let long = deed(&approver, SUBMITTED, 2, json!({ "deed": "reject", "reason": "я".repeat(1001) })).await;
    assert_eq!(long.json()["fields"][0]["code"], "reason.too_long");
    let rejected =
        deed(&approver, SUBMITTED, 2, json!({ "deed": "reject", "reason": " Неясно. " })).await.json();
    assert_eq!(
        rejected["decision"],
        json!({ "deed": "reject", "by": { "id": "p-approver", "name": "Калин Макетов" }, "at": NOW, "reason": "Неясно." })
    );
}

#[tokio::test]
async fn nobody_decides_about_what_they_wrote() {
    let server = Server::start();
    becomes(&server, "editor", "approver");
    let author = server.sign_in("editor").await;
    deed(&author, SUBMITTED, 2, to("approve")).await.refused(403, "own_work");
    deed(&author, SUBMITTED, 2, json!({ "deed": "reject", "reason": "x" })).await.refused(403, "own_work");
    assert_eq!(state(&version(&author, SUBMITTED, 2).await), "submitted");
}

#[tokio::test]
async fn each_role_does_its_own() {
    let server = Server::start();
    let (editor, approver) = (server.sign_in("editor").await, server.sign_in("approver").await);
    let patient = server.sign_in("patient").await;
    for (of, number, what, client) in [
        (SUBMITTED, 2, "approve", &editor),
        (SUBMITTED, 2, "reject", &editor),
        (APPROVED, 2, "put_in_use", &editor),
        (SECOND, 1, "roll_back", &editor),
        (DRAFT, 2, "submit", &approver),
        (SUBMITTED, 2, "take_back", &approver),
    ] {
        deed(client, of, number, to(what)).await.refused(403, "role_missing");
        deed_with(&patient, of, number, &[("if-match", "*")], to(what)).await.refused(403, "not_allowed");
    }
    server.get(&path::template_deeds(PLAIN.0, PLAIN.1, PLAIN.2, 1)).await.refused(405, "method_not_allowed");
}

#[tokio::test]
async fn in_another_state_there_is_nothing_like_it_to_do() {
    let server = Server::start();
    let (editor, approver) = (server.sign_in("editor").await, server.sign_in("approver").await);
    for (client, of, number, what) in [
        (&editor, SUBMITTED, 2, "submit"),
        (&editor, REJECTED, 2, "submit"),
        (&editor, DRAFT, 2, "take_back"),
        (&approver, DRAFT, 2, "approve"),
        (&approver, SUBMITTED, 2, "put_in_use"),
        (&approver, PLAIN, 1, "put_in_use"),
        (&approver, PLAIN, 1, "roll_back"),
    ] {
        deed(client, of, number, to(what)).await.refused(409, "version_state");
    }
}

fn fields(answer: &Answer, status: u16, code: &str) -> Value {
    answer.refused(status, code);
    answer.json()["fields"].clone()
}

#[tokio::test]
async fn what_must_not_be_sent_goes_no_further_and_says_why() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    for (text, expected) in [
        ("НЗОК: ((number", json!([{ "pointer": "/text", "code": "parse.unclosed" }])),
        (" ", json!([{ "pointer": "/text", "code": "text.empty" }])),
        ("НЗОК: Одобрен инсулин ((number)).", json!([{ "pointer": "/text", "code": "lint.medical" }])),
        ("НЗОК: ((salary))", json!([{ "pointer": "/text", "code": "render.unknown" }])),
        (
            "НЗОК: ((number)), вижте https://nhif.example/1",
            json!([{ "pointer": "/text", "code": "content.link" }]),
        ),
    ] {
        write(&editor, DRAFT, 2, json!({ "text": text })).await;
        let refused = deed(&editor, DRAFT, 2, to("submit")).await;
        assert_eq!(fields(&refused, 422, "text_blocked"), expected, "{text}");
    }
    write(&editor, DRAFT, 2, json!({ "title": "Решение", "text": "НЗОК: Одобрено ((number))." })).await;
    let refused = deed(&editor, DRAFT, 2, to("submit")).await;
    let expected = json!([{ "pointer": "/title", "code": "title.not_taken" }]);
    assert_eq!(fields(&refused, 422, "text_blocked"), expected);
    assert_eq!(state(&version(&editor, DRAFT, 2).await), "draft");
}

#[tokio::test]
async fn what_breaks_those_who_fill_it_is_confirmed_first() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let expected = json!([{ "pointer": "/placeholders/office", "code": "breaks.removed" }]);
    let refused = deed(&approver, APPROVED, 2, to("put_in_use")).await;
    assert_eq!(fields(&refused, 409, "breaking_not_confirmed"), expected);
    let confirmed = json!({ "deed": "put_in_use", "confirmed": true });
    assert_eq!(deed(&approver, APPROVED, 2, confirmed).await.json()["state"], "in_use");
    // The way back breaks as well.
    let refused = deed(&approver, APPROVED, 1, to("roll_back")).await;
    let expected = json!([{ "pointer": "/placeholders/office", "code": "breaks.added" }]);
    assert_eq!(fields(&refused, 409, "breaking_not_confirmed"), expected);
}

#[tokio::test]
async fn who_saw_another_text_decides_about_nothing() {
    let server = Server::start();
    let (editor, approver) = (server.sign_in("editor").await, server.sign_in("approver").await);
    let seen = version(&approver, SUBMITTED, 2).await.tag;
    deed(&editor, SUBMITTED, 2, to("take_back")).await;
    write(&editor, SUBMITTED, 2, json!({ "text": "НЗОК: Друго за ((number))." })).await;
    deed(&editor, SUBMITTED, 2, to("submit")).await;
    let approve = |tag: String| {
        let approver = &approver;
        async move { deed_with(approver, SUBMITTED, 2, &[("if-match", &tag)], to("approve")).await }
    };
    approve(seen).await.refused(412, "changed");
    deed_with(&approver, SUBMITTED, 2, &[], to("approve")).await.refused(428, "precondition_missing");
    let now = version(&approver, SUBMITTED, 2).await.tag;
    assert_eq!(approve(now).await.json()["state"], "approved");
}

#[tokio::test]
async fn what_is_no_deed_is_named() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    for what in ["edit", "burn"] {
        let refused = deed(&editor, DRAFT, 2, to(what)).await;
        let expected = json!([{ "pointer": "/deed", "code": "code.unknown" }]);
        assert_eq!(fields(&refused, 422, "invalid_fields"), expected);
    }
    deed(&editor, DRAFT, 2, json!({})).await.refused(400, "malformed");
}
