//! `get_person_prevention`.

use chrono::NaiveDate;
use contract::prevention::Prevention;
use contract::{PersonId, path};
use domain::check_up::{Ask, Due, Plan, Standing, plan};
use domain::coded::Coded;
use domain::insurance::System;
use domain::rules::day;

use crate::client::{Answer, Client, Server};
use crate::of_person;

/// The day of the demonstration.
const TODAY: NaiveDate = day!("2026-11-22");

pub fn at(person: &str) -> String {
    path::person_prevention(&PersonId(person.to_owned()))
}

pub async fn known(client: &Client<'_>, person: &str) -> (Prevention, String) {
    told(&client.get(&at(person)).await)
}

pub fn told(answer: &Answer) -> (Prevention, String) {
    assert!(answer.status.is_success(), "{}", answer.text());
    (serde_json::from_value(answer.json()).unwrap(), answer.header("etag").unwrap().to_owned())
}

/// What the rules make of it.
pub fn planned(known: &Prevention) -> Plan {
    plan(&known.facts(&known.done()), TODAY)
}

/// When the next one is due, and how it stands.
async fn due(server: &Server, persona: &str, person: &str) -> (Option<Due>, Option<Standing>, Vec<Due>) {
    let (known, _) = known(&server.sign_in(persona).await, person).await;
    let Plan::Known(planned) = planned(&known) else { panic!("{person}: {known:?}") };
    (planned.due, planned.standing(TODAY), planned.missed)
}

#[tokio::test]
async fn what_is_known_comes_with_its_tag_and_once() {
    let server = Server::start();
    let (whole, _) = told(&of_person::comes_with_its_tag_and_once(&server, "prevention").await);
    assert_eq!(whole.record.as_ref().unwrap().check_ups.len(), 3);
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    of_person::who_may_not_learns_nothing("prevention").await;
}

#[tokio::test]
async fn signed_out_and_over_come_before_not_allowed() {
    of_person::whoever_is_nobody_is_told_that_first("prevention").await;
}

#[tokio::test]
async fn it_fails_on_demand_and_is_listed() {
    of_person::fails_on_demand_and_is_listed("get_person_prevention", "prevention").await;
}

#[tokio::test]
async fn every_standing_has_somebody() {
    let server = Server::start();
    let (now, ahead, overdue) = (Some(Standing::Now), Some(Standing::Ahead), Some(Standing::Overdue));
    let month = |first| Some(Due::Month { first });
    for (persona, person, expected) in [
        ("patient", "p-patient", (Some(Due::Year(2026)), now, vec![Due::Year(2025)])),
        ("carer", "p-carer", (Some(Due::Year(2027)), ahead, vec![])),
        ("carer", "p-carer-ani", (Some(Due::Year(2026)), now, vec![])),
        ("parent", "p-parent", (Some(Due::Year(2026)), now, vec![])),
        (
            "parent",
            "p-parent-mila",
            (month(day!("2026-11-01")), now, vec![Due::Month { first: day!("2026-10-01") }]),
        ),
        ("parent", "p-parent-teo", (Some(Due::On(day!("2026-10-30"))), overdue, vec![])),
        ("parent", "p-parent-yana", (Some(Due::On(day!("2026-12-05"))), ahead, vec![])),
    ] {
        assert_eq!(due(&server, persona, person).await, expected, "{person}");
    }
}

#[tokio::test]
async fn where_no_rule_is_known_the_record_is_all_there_is() {
    let server = Server::start();
    let (mother, _) = known(&server.sign_in("mother").await, "p-carer-stefka").await;
    assert!(matches!(planned(&mother), Plan::Ask(Ask::NotPublished { guide: Some(_) })));
    let (young, _) = known(&server.sign_in("teen").await, "p-carer-boris").await;
    assert_eq!(
        planned(&young),
        Plan::Ask(Ask::NotPublished { guide: None }),
        "the guide has no table for him"
    );
    assert_eq!(mother.record.unwrap().follow_ups[0].next, Some(day!("2027-03-15")));
    let (empty, _) = known(&server.sign_in("empty").await, "p-empty").await;
    assert_eq!((planned(&empty), &empty.record), (Plan::Ask(Ask::AgeNotTold), &None));
}

#[tokio::test]
async fn elsewhere_a_list_invites_or_nothing_is_known() {
    let server = Server::start();
    let (altai, _) = known(&server.sign_in("altai").await, "p-altai").await;
    assert_eq!((planned(&altai), altai.invitations.len()), (Plan::ByInvitation, 2));
    assert_eq!(altai.system, Coded::Known(System::Russia));
    let (kazakhstan, _) = known(&server.sign_in("kazakhstan").await, "p-kazakhstan").await;
    assert_eq!((planned(&kazakhstan), kazakhstan.record), (Plan::NothingKnown, None));
}

#[tokio::test]
async fn a_look_of_another_stands_in_the_log() {
    let server = Server::start();
    known(&server.sign_in("carer").await, "p-carer-stefka").await;
    let log = path::access_log(&PersonId("p-carer-stefka".to_owned()));
    let entries = server.sign_in("mother").await.get(&log).await.json()["entries"].clone();
    assert_eq!(entries[0]["what"], "looked_at_prevention");
}
