//! `get_person_gp`.

use contract::gp::{GpRecord, Told};
use contract::{PersonId, path};
use domain::coded::Coded;
use domain::gp_choice::{Choice, Ground, choice, ground_of};
use domain::insurance::System;
use domain::moment::Zone;

use crate::client::{Client, Server};
use crate::of_person;

fn at(person: &str) -> String {
    path::person_gp(&PersonId(person.to_owned()))
}

async fn told(client: &Client<'_>, person: &str) -> GpRecord {
    client.get(&at(person)).await.read()
}

#[tokio::test]
async fn a_registration_comes_with_its_tag_and_once() {
    let server = Server::start();
    let record: GpRecord = of_person::comes_with_its_tag_and_once(&server, "gp").await.read();
    let Told::With(registration) = record.told() else { panic!("a registration") };
    assert_eq!((registration.practice.as_str(), registration.status.code()), ("chobanova", "works"));
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    of_person::who_may_not_learns_nothing("gp").await;
}

#[tokio::test]
async fn signed_out_and_over_come_before_not_allowed() {
    of_person::whoever_is_nobody_is_told_that_first("gp").await;
}

#[tokio::test]
async fn it_fails_on_demand_and_is_listed() {
    of_person::fails_on_demand_and_is_listed("get_person_gp", "gp").await;
}

#[tokio::test]
async fn another_countrys_insurance_has_a_code_and_no_registration() {
    let server = Server::start();
    for (persona, person, system) in
        [("kazakhstan", "p-kazakhstan", System::Kazakhstan), ("altai", "p-altai", System::Russia)]
    {
        let record = told(&server.sign_in(persona).await, person).await;
        assert_eq!(record.told(), Told::OtherSystem(&Coded::Known(system)));
        assert_eq!(record.registration, None);
    }
}

#[tokio::test]
async fn who_has_no_gp_is_told_so() {
    let server = Server::start();
    assert_eq!(told(&server.sign_in("empty").await, "p-empty").await.told(), Told::Nobody);
}

/// Two may not before December, one may today, for the practice is closed.
#[tokio::test]
async fn the_family_of_the_carer_stands_in_different_ways() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let mut grounds = Vec::new();
    for person in ["p-carer", "p-carer-ani", "p-carer-boris", "p-carer-stefka"] {
        let record = told(&carer, person).await;
        assert!(record.born.is_some(), "{person}");
        let Told::With(registration) = record.told() else { panic!("{person}") };
        let ground = ground_of(Some(&registration.status), None);
        let choice = choice(ground, Zone::Sofia.day(server.state.clock.now())).unwrap();
        grounds.push((ground, matches!(choice, Choice::AnyTime(_))));
    }
    let wish = (Ground::Wish, false);
    assert_eq!(grounds, [wish, wish, (Ground::PracticeClosed, true), wish]);
}

#[tokio::test]
async fn looking_is_noted_for_the_person() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    told(&carer, "p-carer-stefka").await;
    let mother = server.sign_in("mother").await;
    let log = mother.get(&path::access_log(&PersonId("p-carer-stefka".to_owned()))).await.text();
    assert!(log.contains("looked_at_gp"), "{log}");
}
