//! `mark_check_up`.

use axum::http::Method;
use contract::{PersonId, path};
use domain::check_up::{Due, Plan};
use domain::rules::day;
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};
use crate::person_prevention::{known, planned, told};

/// Marks a check-up.
pub async fn mark(client: &Client<'_>, person: &str, tag: &str, on: &str) -> Answer {
    let path = path::check_up_marks(&PersonId(person.to_owned()));
    client.write(Method::POST, &path, &[("if-match", tag)], Some(json!({ "on": on }))).await
}

async fn log(client: &Client<'_>, person: &str) -> Vec<Value> {
    let log = path::access_log(&PersonId(person.to_owned()));
    client.get(&log).await.json()["entries"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_mark_stays_apart_from_the_record_and_counts_for_what_is_due() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let (before, tag) = known(&patient, "p-patient").await;
    let answer = mark(&patient, "p-patient", &tag, "2026-11-20").await;
    assert_eq!(answer.status, 201);
    let (after, new_tag) = told(&answer);
    assert_eq!(after.record, before.record);
    let [one] = &after.marks[..] else { panic!("{:?}", after.marks) };
    assert_eq!((one.on, one.by.as_str()), (day!("2026-11-20"), "Мария Примерова"));
    let Plan::Known(planned) = planned(&after) else { panic!() };
    assert_eq!(planned.due, Some(Due::Year(2027)));
    assert_ne!(new_tag, tag);
    // What was answered is what is read.
    assert_eq!(known(&patient, "p-patient").await, (after, new_tag));
}

#[tokio::test]
async fn a_year_that_was_missed_can_be_marked_too_newest_first() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut tag = known(&patient, "p-patient").await.1;
    for on in ["2025-10-07", "2026-11-20", "2021-02-03"] {
        tag = told(&mark(&patient, "p-patient", &tag, on).await).1;
    }
    let (whole, _) = known(&patient, "p-patient").await;
    let days: Vec<String> = whole.marks.iter().map(|mark| mark.on.to_string()).collect();
    assert_eq!(days, ["2026-11-20", "2025-10-07", "2021-02-03"]);
    let Plan::Known(planned) = planned(&whole) else { panic!() };
    assert_eq!(planned.missed, []);
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_by_name() {
    let server = Server::start();
    let parent = server.sign_in("parent").await;
    let tag = known(&parent, "p-parent-mila").await.1;
    for (on, code) in
        [("2026-11-23", "day.future"), ("2026-06-09", "day.before_birth"), ("2026-09-08", "day.there")]
    {
        let answer = mark(&parent, "p-parent-mila", &tag, on).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"], json!([{ "pointer": "/on", "code": code }]), "{on}");
    }
    let tag = told(&mark(&parent, "p-parent-mila", &tag, "2026-10-05").await).1;
    let again = mark(&parent, "p-parent-mila", &tag, "2026-10-05").await;
    assert_eq!(again.json()["fields"][0]["code"], "day.there");
}

#[tokio::test]
async fn today_is_that_of_the_person() {
    let server = Server::start();
    // In Sofia it is the 23rd.
    server.control(Method::PUT, "/mock/clock", json!({ "now": "2026-11-22T22:30:00Z" })).await;
    let patient = server.sign_in("patient").await;
    let tag = known(&patient, "p-patient").await.1;
    mark(&patient, "p-patient", &tag, "2026-11-24").await.refused(422, "invalid_fields");
    assert_eq!(mark(&patient, "p-patient", &tag, "2026-11-23").await.status, 201);
}

#[tokio::test]
async fn without_the_tag_or_with_an_old_one_nothing_is_kept() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let tag = known(&patient, "p-patient").await.1;
    let path = path::check_up_marks(&PersonId("p-patient".to_owned()));
    let body = || Some(json!({ "on": "2026-11-20" }));
    patient.write(Method::POST, &path, &[], body()).await.refused(428, "precondition_missing");
    assert_eq!(mark(&patient, "p-patient", &tag, "2026-11-19").await.status, 201);
    mark(&patient, "p-patient", &tag, "2026-11-20").await.refused(412, "changed");
    assert_eq!(known(&patient, "p-patient").await.0.marks.len(), 1);
}

#[tokio::test]
async fn the_same_try_twice_is_one_mark() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let tag = known(&patient, "p-patient").await.1;
    let path = path::check_up_marks(&PersonId("p-patient".to_owned()));
    let headers = [("if-match", tag.as_str()), ("idempotency-key", "mark-1")];
    let body = json!({ "on": "2026-11-20" });
    let mut answers = Vec::new();
    for _ in 0..2 {
        let mut request = patient.request(Method::POST, &path, &headers);
        request.headers_mut().insert("x-csrf-token", patient.csrf.parse().unwrap());
        request.headers_mut().insert("content-type", "application/json".parse().unwrap());
        *request.body_mut() = body.to_string().into();
        answers.push(Answer::of(server.send(request).await).await);
    }
    assert_eq!(told(&answers[0]), told(&answers[1]));
    assert_eq!(known(&patient, "p-patient").await.0.marks.len(), 1);
}

#[tokio::test]
async fn a_carer_marks_for_their_mother_and_it_stands_in_the_log() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let tag = known(&carer, "p-carer-stefka").await.1;
    let (after, _) = told(&mark(&carer, "p-carer-stefka", &tag, "2026-11-02").await);
    assert_eq!(after.marks[0].by, "Георги Образцов");
    let entries = log(&server.sign_in("mother").await, "p-carer-stefka").await;
    assert_eq!((&entries[0]["what"], &entries[0]["allowed"]), (&json!("marked_check_up"), &json!(true)));
}

#[tokio::test]
async fn who_may_only_look_marks_nothing_and_that_is_noted() {
    let server = Server::start();
    // At 16 a parent's access is to look alone.
    server.control(Method::PUT, "/mock/clock", json!({ "now": "2026-12-02T08:00:00Z" })).await;
    let carer = server.sign_in("carer").await;
    let tag = known(&carer, "p-carer-boris").await.1;
    mark(&carer, "p-carer-boris", &tag, "2026-11-02").await.refused(403, "not_allowed");
    let teen = server.sign_in("teen").await;
    assert_eq!(known(&teen, "p-carer-boris").await.0.marks, []);
    let all = log(&teen, "p-carer-boris").await;
    let entries: Vec<_> = all.iter().filter(|entry| entry["name"] != "Борис Образцов").collect();
    assert_eq!((&entries[0]["what"], &entries[0]["allowed"]), (&json!("marked_check_up"), &json!(false)));
}
