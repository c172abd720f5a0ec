//! Reminders of the months in which another GP may be chosen: that one begins, and that it ends.

use serde_json::json;

use super::{newest, put, told_of, told_of_after, want, wish};
use crate::client::Server;

/// What a persona is told when the clock goes to these instants, oldest first.
async fn after(now: &[&str], persona: &str, subject: &str) -> Vec<(String, String)> {
    let mut told = told_of_after(now, persona, subject).await;
    told.sort();
    told
}

fn patient(at: &str) -> (String, String) {
    (at.to_owned(), "p-patient".to_owned())
}

#[tokio::test]
async fn a_week_before_december_and_a_week_before_its_end_at_nine_in_sofia() {
    for (subject, before, at) in [
        ("gp.window_opens", "2026-11-24T06:59:00Z", "2026-11-24T07:00:00Z"),
        ("gp.window_closes", "2026-12-24T06:59:00Z", "2026-12-24T07:00:00Z"),
    ] {
        assert_eq!(after(&[before], "patient", subject).await, []);
        assert_eq!(after(&[at], "patient", subject).await, [patient(at)]);
    }
}

#[tokio::test]
async fn a_clock_that_jumps_reminds_of_every_window_as_one_that_walks() {
    let windows = [
        patient("2026-11-24T07:00:00Z"),
        // Summer time in Sofia.
        patient("2027-05-25T06:00:00Z"),
        patient("2027-11-24T07:00:00Z"),
    ];
    assert_eq!(after(&["2028-01-15T08:00:00Z"], "patient", "gp.window_opens").await, windows);
    let walked =
        ["2026-11-30T08:00:00Z", "2026-12-10T08:00:00Z", "2027-05-26T08:00:00Z", "2028-01-15T08:00:00Z"];
    assert_eq!(after(&walked, "patient", "gp.window_opens").await, windows);
}

#[tokio::test]
async fn who_chose_another_lead_is_reminded_then_and_told_how_many_days_are_left() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let leads = json!([
        { "subject": "gp.window_opens", "days": 0 },
        { "subject": "gp.window_closes", "days": 3 },
    ]);
    want(&patient, json!({ "leads": leads, "wishes": [wish("p-patient", "doctor", "sms", "on")] })).await;
    put(&server, "2026-12-28T07:00:00Z").await;
    let patient = server.sign_in("patient").await;
    let told = |at: &str| [("p-patient", at)].map(|(who, at)| (at.to_owned(), who.to_owned())).to_vec();
    assert_eq!(told_of(&patient, "gp.window_opens").await, told("2026-12-01T07:00:00Z"));
    assert_eq!(told_of(&patient, "gp.window_closes").await, told("2026-12-28T07:00:00Z"));
    let text = newest(&patient, "gp.window_closes").await.to_string();
    assert!(text.contains("31.12.2026") && text.contains('3'), "{text}");
}

#[tokio::test]
async fn a_family_is_reminded_of_each_who_has_a_gp() {
    let all = after(&["2026-11-24T07:00:00Z"], "parent", "gp.window_opens").await;
    let who: Vec<&str> = all.iter().map(|(_, who)| who.as_str()).collect();
    assert_eq!(who, ["p-parent", "p-parent-mila", "p-parent-teo", "p-parent-yana"]);
}

#[tokio::test]
async fn who_has_no_gp_or_lives_under_another_system_is_not_reminded() {
    for persona in ["many", "kazakhstan", "altai"] {
        assert_eq!(after(&["2027-01-15T07:00:00Z"], persona, "gp.window_opens").await, [], "{persona}");
    }
}
