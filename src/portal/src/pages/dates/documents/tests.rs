use super::*;
use crate::calculator::answered;
use crate::i18n::Msg;
use chrono::NaiveDate;
use domain::rules::day;

const TODAY: NaiveDate = day!("2026-11-22");
const OURS: (&str, &str) = ("practice", "yes");

fn said(typed: &[(&'static str, &str)]) -> Answer {
    answered(&DOCUMENTS, typed, TODAY).unwrap()
}

fn ready(typed: &[(&'static str, &str)]) -> Msg {
    said(typed).total.unwrap().value.unwrap()
}

fn on(day: NaiveDate) -> Msg {
    day_of_week(day)
}

#[test]
fn the_rules_bind_only_the_patients_of_the_practice() {
    assert_eq!(answered(&DOCUMENTS, &[], TODAY), Err(Stop::Open));
    assert_eq!(said(&[("practice", "no")]), practice::ask_yours());
}

#[test]
fn past_facts_take_three_working_days_with_the_weekend_between() {
    let answer = said(&[OURS, ("received", "20.11.2026")]);
    assert_eq!(answer.sentence, f::documents_by(day_of_week(day!("2026-11-25"))));
    let values: Vec<_> = answer.lines.iter().map(|line| line.value.clone()).collect();
    assert!(values.contains(&Some(on(day!("2026-11-21")))) && values.contains(&Some(on(day!("2026-11-22")))));
    let sizes: Vec<_> = answer.picture.unwrap().shares.iter().map(|share| share.size).collect();
    assert_eq!(sizes, [3, 2]);
    assert_eq!(ready(&[OURS, ("received", "23.11.2026")]), on(day!("2026-11-26")));
    assert_eq!(ready(&[OURS, ("received", "09.04.2026")]), on(day!("2026-04-16")), "over Easter");
}

#[test]
fn other_documents_over_christmas_pass_every_feast_and_say_that_the_year_is_only_computed() {
    let answer = said(&[OURS, ("paper", "other"), ("received", "23.12.2026")]);
    assert_eq!(answer.total.unwrap().value, Some(on(day!("2027-01-05"))));
    // Received, term, eight days off, price.
    assert_eq!(answer.lines.len(), 11);
    assert_eq!(answer.notes[0].text, f::documents_computed());
    let sourced = answer.lines.iter().filter(|line| line.source.is_some()).count();
    assert_eq!(sourced, 7, "term, price, and all that is no weekend");
}

#[test]
fn the_clock_starts_with_the_last_fact() {
    let other = [OURS, ("paper", "other"), ("received", "02.11.2026")];
    let later = |day: &'static str| [other.as_slice(), &[("facts", "later"), ("facts-day", day)]].concat();
    assert_eq!(ready(&later("16.11.2026")), on(day!("2026-11-23")));
    let early = answered(&DOCUMENTS, &later("01.11.2026"), TODAY);
    assert_eq!(early, Err(Stop::problem(FACTS_DAY, f::documents_facts_before(day!("2026-11-02")))));
    let answer = said(&[other.as_slice(), &[("facts", "missing")]].concat());
    assert_eq!(answer.sentence, f::documents_waits(c::working_days(5)));
    assert_eq!(answer.total, None);
}

#[test]
fn only_a_contract_lets_one_ask_by_phone() {
    let phone = [OURS, ("asked", "by_phone"), ("received", "21.09.2026")];
    assert_eq!(answered(&DOCUMENTS, &phone, TODAY), Err(Stop::Open));
    let with = |answer: &'static str| [phone.as_slice(), &[("contract", answer)]].concat();
    assert_eq!(ready(&with("yes")), on(day!("2026-09-24")), "over 22 September");
    let without = answered(&DOCUMENTS, &with("no"), TODAY);
    assert_eq!(without, Err(Stop::problem(CONTRACT, f::documents_no_contract())));
}

#[test]
fn a_sick_sheet_takes_a_day_and_its_duplicate_has_to_be_asked_for_in_writing() {
    let sheet = [OURS, ("paper", "past_sick_sheet"), ("received", "20.11.2026")];
    assert_eq!(ready(&sheet), on(day!("2026-11-23")));
    let duplicate = [OURS, ("paper", "sick_sheet_duplicate"), ("received", "31.12.2026")];
    assert_eq!(ready(&duplicate), on(day!("2027-01-04")));
    let spoken = answered(&DOCUMENTS, &[OURS, duplicate[1], ("asked", "on_the_spot")], TODAY);
    assert_eq!(spoken, Err(Stop::problem(ASKED, f::documents_not_in_writing())));
}

#[test]
fn the_basic_package_is_free_during_the_visit_and_two_ordinances_are_named_for_it() {
    let answer = said(&[OURS, ("paper", "basic_package")]);
    assert_eq!((answer.tone, answer.sentence), (Tone::Good, f::documents_during_visit()));
    assert_eq!(answer.lines.last().unwrap().value, Some(f::free()));
    assert_eq!(answer.notes.len(), 2);
}

#[test]
fn what_nobody_asked_for_in_time_has_no_day_and_may_cost_as_urgent() {
    let answer = said(&[OURS, ("asked", "on_the_spot")]);
    assert_eq!(answer.sentence, f::documents_first_opportunity());
    assert_eq!(answer.lines.last().unwrap().value, Some(f::documents_price_urgent()));
}

#[test]
fn nothing_is_known_before_the_rules() {
    let answer = said(&[OURS, ("received", "31.05.2021")]);
    assert_eq!(answer.tone, Tone::Unknown);
    assert_eq!(answer.lines[0].value, Some(f::up_to(c::working_days(3))));
}
