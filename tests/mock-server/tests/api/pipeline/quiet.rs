//! Quiet hours: by whose clock, over midnight, and on the nights on which clocks change.

use serde_json::{Value, json};

use super::{left, list, newest, night, play, put, reachable, want, wish};
use crate::client::{Server, options};
use crate::send_contact_code::outbox;
use mock_server::state::Options;

fn starting(now: &str) -> Server {
    let now = chrono::DateTime::parse_from_rfc3339(now).unwrap().to_utc();
    Server::with(&Options { now: Some(now), ..options() })
}

#[tokio::test]
async fn what_happens_late_in_the_evening_leaves_at_seven_on_the_right_day() {
    let server = starting("2026-11-22T21:10:00Z");
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")], "quiet": night() }))
        .await;
    server.event("patient-asthma", "protocol.approved").await;
    let message = newest(&patient, "protocol.approved").await;
    assert_eq!((&message["state"], &message["until"]), (&json!("waiting"), &json!("2026-11-23T05:00:00Z")));
    assert_eq!(message["deliveries"][0]["held_for"], json!(["Мария Примерова"]));
    put(&server, "2026-11-23T04:59:59Z").await;
    assert_eq!(left(&server, 0).await, []);
    put(&server, "2026-11-23T05:00:10Z").await;
    let said = left(&server, 0).await;
    assert_eq!(
        said,
        [("2026-11-23T05:00:00Z", "sms", "+359880000001")].map(|(a, b, c)| (a.into(), b.into(), c.into()))
    );
    let message = newest(&server.sign_in("patient").await, "protocol.approved").await;
    assert_eq!((&message["state"], &message["since"]), (&json!("arrived"), &json!("2026-11-23T05:00:05Z")));
}

#[tokio::test]
async fn on_the_nights_on_which_clocks_change_seven_is_seven_on_the_wall() {
    for (evening, morning) in
        [("2026-10-24T20:10:00Z", "2026-10-25T05:00:00Z"), ("2027-03-27T21:10:00Z", "2027-03-28T04:00:00Z")]
    {
        let server = starting(evening);
        let patient = server.sign_in("patient").await;
        want(&patient, json!({ "wishes": [wish("p-patient", "protocols", "sms", "on")], "quiet": night() }))
            .await;
        server.event("patient-asthma", "protocol.approved").await;
        put(&server, morning).await;
        assert_eq!(left(&server, 0).await.last().unwrap().0, morning);
    }
}

#[tokio::test]
async fn quiet_hours_are_by_the_clock_of_who_reads() {
    // 23:10 in Almaty and in Barnaul.
    for (persona, person, evening, morning) in [
        ("kazakhstan", "p-kazakhstan", "2026-11-22T18:10:00Z", "2026-11-23T02:00:00Z"),
        ("altai", "p-altai", "2026-11-22T16:10:00Z", "2026-11-23T00:00:00Z"),
    ] {
        let sent = leaves_practice(persona, person, evening, morning).await;
        assert_eq!(sent, morning, "{persona}");
    }
}

/// A document lies ready at the practice of somebody with quiet hours: when that leaves.
async fn leaves_practice(persona: &str, person: &str, evening: &str, morning: &str) -> String {
    let server = starting(evening);
    let client = reachable(&server, persona, "+359888000111").await;
    let wishes = json!({ "wishes": [wish(person, "practice_documents", "sms", "on")], "quiet": night() });
    want(&client, wishes).await;
    let before = outbox(&server).await.len();
    let document = if persona == "altai" { "altai-note" } else { "kz-extract" };
    server.event(document, "practice.ready").await;
    let message = newest(&client, "practice.document_ready").await;
    assert_eq!((&message["state"], &message["until"]), (&json!("waiting"), &json!(morning)), "{message:#}");
    put(&server, morning).await;
    left(&server, before).await[0].0.clone()
}

#[tokio::test]
async fn a_clock_in_one_jump_makes_the_same_history_as_one_in_steps() {
    let mut histories = Vec::new();
    for step in [12 * 3600, 225] {
        let server = starting("2026-11-22T21:10:00Z");
        let patient = reachable(&server, "patient", "+359880009902").await;
        let wishes =
            [wish("p-patient", "protocols", "viber", "on"), wish("p-patient", "protocols", "sms", "on")];
        want(&patient, json!({ "wishes": wishes, "quiet": night() })).await;
        server.event("patient-asthma", "protocol.refused").await;
        server.event("patient-lipids", "protocol.approved").await;
        play(
            &server,
            json!({ "person": "p-carer-stefka", "subject": "visit.reminder", "day": "2026-11-24",
            "values": { "time": "09:30", "office": "Практика" } }),
        )
        .await;
        for _ in 0..(12 * 3600 / step) {
            server.advance(step).await;
        }
        let patient = server.sign_in("patient").await;
        let mut all: Vec<Value> = Vec::new();
        for entry in list(&patient).await.iter().chain(&list(&server.sign_in("mother").await).await) {
            all.push(entry.clone());
        }
        for subject in ["protocol.refused", "protocol.approved"] {
            all.push(newest(&patient, subject).await["deliveries"].clone());
        }
        let sent: Vec<Value> =
            outbox(&server).await.into_iter().filter(|one| one["subject"] != "contact.code").collect();
        histories.push((all, sent));
    }
    assert!(histories[0].1.len() >= 5, "{:#?}", histories[0].1);
    assert_eq!(histories[0], histories[1]);
}

#[tokio::test]
async fn each_is_reminded_as_long_ahead_as_they_chose_at_nine_where_the_person_lives() {
    let server = starting("2026-11-22T08:00:00Z");
    let mother = server.sign_in("mother").await;
    let patient = server.sign_in("patient").await;
    let offer =
        json!({ "basis": "mandate", "scopes": ["look", "receive"], "until": "2027-06-30", "label": "x" });
    let invited = crate::access::invite(&mother, offer).await;
    crate::access::accept(&patient, &invited.code).await;
    want(&patient, json!({ "leads": [{ "subject": "visit.reminder", "days": 3 }] })).await;
    let visit = json!({ "person": "p-carer-stefka", "subject": "visit.reminder", "day": "2026-12-01",
        "values": { "time": "09:30", "office": "Практика" } });
    assert_eq!(play(&server, visit).await["message"], Value::Null);
    put(&server, "2026-12-02T08:00:00Z").await;
    let sent = outbox(&server).await;
    let of = |one: &Value| (one["at"].clone(), one["account"].clone());
    let told: Vec<_> = sent.iter().filter(|one| one["subject"] == "visit.reminder").map(of).collect();
    assert_eq!(
        told,
        [("2026-11-28T07:00:00Z", "patient"), ("2026-11-30T07:00:00Z", "mother")]
            .map(|(a, b)| (json!(a), json!(b)))
    );
}
