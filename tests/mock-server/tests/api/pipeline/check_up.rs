//! Reminders of check-ups: from the record, by the rules, and not for what is done.

use serde_json::json;

use super::{newest, put, told_of, told_of_after, want, wish};
use crate::client::Server;
use crate::mark_check_up::mark;
use crate::person_prevention::known;

const DUE: &str = "check_up.due";

async fn after(now: &[&str], persona: &str) -> Vec<(String, String)> {
    told_of_after(now, persona, DUE).await
}

fn patient(at: &str) -> (String, String) {
    (at.to_owned(), "p-patient".to_owned())
}

#[tokio::test]
async fn a_year_is_reminded_of_two_weeks_before_it_ends_in_sofia() {
    // Nine in the morning there.
    assert_eq!(after(&["2026-12-17T06:59:00Z"], "patient").await, []);
    assert_eq!(after(&["2026-12-17T07:00:00Z"], "patient").await, [patient("2026-12-17T07:00:00Z")]);
}

#[tokio::test]
async fn a_clock_that_jumps_reminds_as_one_that_walks() {
    let years = [patient("2027-12-17T07:00:00Z"), patient("2026-12-17T07:00:00Z")];
    assert_eq!(after(&["2028-01-15T08:00:00Z"], "patient").await, years);
    let walked = ["2026-12-20T08:00:00Z", "2027-06-01T08:00:00Z", "2028-01-15T08:00:00Z"];
    assert_eq!(after(&walked, "patient").await, years);
}

#[tokio::test]
async fn what_was_marked_as_done_is_not_reminded_of() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let tag = known(&patient, "p-patient").await.1;
    assert_eq!(mark(&patient, "p-patient", &tag, "2026-11-20").await.status, 201);
    put(&server, "2026-12-31T08:00:00Z").await;
    assert_eq!(told_of(&server.sign_in("patient").await, DUE).await, []);
}

#[tokio::test]
async fn a_child_is_reminded_of_the_day_on_which_it_is_due() {
    let all = after(&["2026-12-01T08:00:00Z"], "parent").await;
    let yana: Vec<&str> =
        all.iter().filter(|(_, who)| who == "p-parent-yana").map(|(at, _)| at.as_str()).collect();
    assert_eq!(yana.len(), 1, "due on 5 December, fourteen days ahead, late as it is: {all:?}");
    assert!(!all.iter().any(|(_, who)| who == "p-parent-teo"), "what is overdue is not reminded of");
}

#[tokio::test]
async fn a_practice_without_published_rules_reminds_by_itself() {
    let all = after(&["2026-12-31T08:00:00Z"], "mother").await;
    assert_eq!(all, []);
}

#[tokio::test]
async fn the_text_names_practice_and_last_day() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    want(&patient, json!({ "wishes": [wish("p-patient", "prevention", "sms", "on")] })).await;
    put(&server, "2026-12-17T07:00:00Z").await;
    let told = newest(&server.sign_in("patient").await, DUE).await;
    let text = told.to_string();
    assert!(text.contains("Практика „Чобанова“") && text.contains("31.12.2026"), "{told:#}");
}
