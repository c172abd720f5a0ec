//! `get_person_insurance`.

use axum::http::Method;
use contract::insurance::{Insurance, InsuranceRecord, InsuredMonth, Told};
use contract::{PersonId, path};
use domain::coded::Coded;
use domain::insurance::returning::{Back, Since, back};
use domain::insurance::standing::{Counts, Payment, Question, Standing, Status, standing};
use domain::insurance::{Ground, StateGroup, System};
use domain::month::Month;
use domain::rules::{Regime, day};
use mock_server::state::Options;
use serde_json::json;

use crate::client::{Client, Server, options};
use crate::of_person;
use crate::temp::TempFile;

fn at(person: &str) -> String {
    path::person_insurance(&PersonId(person.to_owned()))
}

async fn told(client: &Client<'_>, person: &str) -> Insurance {
    client.get(&at(person)).await.read()
}

async fn record(server: &Server, persona: &str, person: &str) -> InsuranceRecord {
    told(&server.sign_in(persona).await, person).await.record.unwrap()
}

/// What the rules say on the day of the demonstration.
fn judged(record: &InsuranceRecord) -> Standing {
    let today = day!("2026-11-22");
    let history = record.history();
    let ground = record.ground_in(Month::of(today));
    standing(&Question { history: &history, ground, care: today, regime: Regime::Law }, today).unwrap()
}

fn count(standing: &Standing, counts: Counts) -> usize {
    standing.months.iter().filter(|month| month.counts == counts).count()
}

#[tokio::test]
async fn a_record_comes_with_its_tag_and_once() {
    let server = Server::start();
    let insurance: Insurance = of_person::comes_with_its_tag_and_once(&server, "insurance").await.read();
    let months = insurance.record.unwrap().months;
    assert_eq!(months.len(), 70, "January 2021 to October 2026");
    let unpaid: Vec<&InsuredMonth> =
        months.iter().filter(|month| month.payment == Coded::Known(Payment::Unpaid)).collect();
    assert_eq!(unpaid.iter().map(|month| month.month.to_string()).collect::<Vec<_>>(), ["2025-06"]);
}

#[tokio::test]
async fn unknown_foreign_and_formless_ids_get_the_same_answer() {
    of_person::who_may_not_learns_nothing("insurance").await;
}

#[tokio::test]
async fn signed_out_and_over_come_before_not_allowed() {
    of_person::whoever_is_nobody_is_told_that_first("insurance").await;
}

#[tokio::test]
async fn it_fails_on_demand_and_is_listed() {
    of_person::fails_on_demand_and_is_listed("get_person_insurance", "insurance").await;
}

#[tokio::test]
async fn another_countrys_insurance_has_a_code_and_no_record() {
    let server = Server::start();
    for (persona, person, system) in
        [("kazakhstan", "p-kazakhstan", System::Kazakhstan), ("altai", "p-altai", System::Russia)]
    {
        let insurance = told(&server.sign_in(persona).await, person).await;
        assert_eq!(insurance.told(), Told::OtherSystem(&Coded::Known(system)));
        assert_eq!(insurance.record, None);
    }
}

#[tokio::test]
async fn of_who_has_no_data_nothing_is_told() {
    let server = Server::start();
    let insurance = told(&server.sign_in("empty").await, "p-empty").await;
    assert_eq!(insurance.told(), Told::Nothing);
}

#[tokio::test]
async fn the_patient_is_insured_by_an_employer_who_missed_a_month() {
    let server = Server::start();
    let standing = judged(&record(&server, "patient", "p-patient").await);
    assert_eq!((standing.status, standing.unpaid), (Status::InsuredByOthers, 0));
    assert_eq!((count(&standing, Counts::PayerAtFault), count(&standing, Counts::ByEmployer)), (1, 35));
}

#[tokio::test]
async fn the_carer_is_interrupted_and_knows_what_brings_rights_back() {
    let server = Server::start();
    let standing = judged(&record(&server, "carer", "p-carer").await);
    assert_eq!((standing.status, standing.unpaid, standing.open), (Status::Interrupted, 5, 0));
    let restoring = standing.restoring.unwrap();
    let months: Vec<String> = restoring.months.iter().map(ToString::to_string).collect();
    assert_eq!(months, ["2022-05", "2023-11", "2023-12", "2024-01", "2025-05", "2026-02"]);
    assert_eq!((restoring.open.len(), restoring.without_amount.len()), (0, 0));
    // 28.40 + 2 × 31.20 + 37.32 are the least of their time (8 % of half of 710, 780 and 933), 86.16 is told.
    assert_eq!(restoring.cost.lev.to_string(), "214.28 BGN");
    assert_eq!(restoring.cost.euro.to_string(), "49.62 EUR");
}

#[tokio::test]
async fn for_those_cared_for_the_state_pays() {
    let server = Server::start();
    for (person, group, open) in [
        ("p-carer-ani", StateGroup::Child, 0),
        ("p-carer-boris", StateGroup::Child, 0),
        ("p-carer-stefka", StateGroup::Pensioner, 8),
    ] {
        let record = record(&server, "carer", person).await;
        assert_eq!(record.current.as_ref().unwrap().state_group, Some(Coded::Known(group)), "{person}");
        let standing = judged(&record);
        assert_eq!((standing.status, standing.open), (Status::InsuredByOthers, open), "{person}");
        assert!(standing.months.iter().all(|month| month.state_group.is_none_or(|told| told == group)));
        assert_eq!(count(&standing, Counts::ByState) + usize::try_from(open).unwrap(), 36, "{person}");
    }
}

#[tokio::test]
async fn who_came_back_from_abroad_has_codes_that_no_app_knows() {
    let server = Server::start();
    let record = record(&server, "many", "p-many").await;
    assert!(
        record.months.iter().any(|month| month.ground.known().is_none() && month.ground.code() == "abroad")
    );
    let standing = judged(&record);
    assert_eq!((standing.status, standing.unpaid, standing.open), (Status::Undecided, 0, 30));
    let history = record.history();
    let own = history.iter().filter(|month| month.ground == Some(Ground::NoOther));
    let insured: Vec<Month> =
        own.filter(|month| month.payment == Payment::Paid).map(|month| month.month).collect();
    let since = Since { insured: &insured, contributions: 0 };
    let back = back(day!("2026-11-22"), since, day!("2026-11-22")).unwrap();
    assert!(matches!(back, Back::ByMonths { since, .. } if since == day!("2026-10-01")), "{back:?}");
}

#[tokio::test]
async fn no_record_tells_of_a_month_or_an_instant_to_come() {
    let server = Server::start();
    let mut seen = 0;
    for persona in ["patient", "carer", "many"] {
        let client = server.sign_in(persona).await;
        let persons: contract::person::Persons = client.get(path::PERSONS).await.read();
        for person in persons.persons {
            let record = told(&client, person.id.as_str()).await.record.unwrap();
            assert!(record.as_of < server.state.clock.now(), "{}", person.id);
            let current = Month::of(day!("2026-11-22"));
            assert!(record.months.iter().all(|month| month.month < current), "{}", person.id);
            assert_eq!(record.current.unwrap().month, current, "{}", person.id);
            seen += 1;
        }
    }
    assert_eq!(seen, 6);
}

#[tokio::test]
async fn a_seed_tells_its_own_and_without_it_nothing_is_told() {
    let seed = json!({
        "persons": [
            { "id": "p-told", "name": "Нов Новаков", "relation": "ward", "zone": "Europe/Sofia" },
            { "id": "p-silent", "name": "Тих Тихов", "relation": "ward", "zone": "Europe/Sofia" },
        ],
        "insurance": [{ "person": "p-told", "record": {
            "as_of": "2026-11-01T00:00:00Z",
            "months": [{ "first": "2026-05", "last": "2026-07", "ground": "self_insured", "payment": "unpaid",
                         "owed": { "minor": 4962, "currency": "EUR" } }],
        }}],
    });
    let file = TempFile::new("seed.json", &seed.to_string());
    let server = Server::with(&Options { seed: Some(file.0.clone()), ..options() });
    let patient = server.sign_in("patient").await;
    let record = told(&patient, "p-told").await.record.unwrap();
    let months: Vec<String> = record.months.iter().map(|month| month.month.to_string()).collect();
    assert_eq!(months, ["2026-05", "2026-06", "2026-07"]);
    assert!(record.months.iter().all(|month| month.owed.is_some_and(|owed| owed.minor == 4962)));
    assert_eq!(told(&patient, "p-silent").await.told(), Told::Nothing);
}

#[tokio::test]
async fn a_database_of_an_earlier_version_gets_the_table() {
    let file = TempFile::new("db.sqlite", "");
    std::fs::remove_file(&file.0).unwrap();
    let options = Options { db: Some(file.0.clone()), ..options() };
    drop(Server::with(&options));
    let db = rusqlite::Connection::open(&file.0).unwrap();
    db.execute_batch("DROP TABLE insurance; UPDATE meta SET value = 'older'").unwrap();
    drop(db);
    let server = Server::with(&options);
    let before = told(&server.sign_in("carer").await, "p-carer").await;
    assert_eq!(before.told(), Told::Nothing, "kept as it is");
    server.control(Method::POST, "/mock/reset", json!({})).await;
    let after = told(&server.sign_in("carer").await, "p-carer").await;
    assert!(matches!(after.told(), Told::Record(_)));
}
