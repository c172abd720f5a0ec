use super::*;
use crate::calculator::{Line, Note, Tone, amount, answered};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use chrono::NaiveDate;
use domain::money::Money;
use domain::rules::day;

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(typed: &[(&'static str, &str)]) -> Result<Answer, Stop> {
    answered(&CONTRIBUTION, typed, TODAY)
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn lev(text: &str) -> Msg {
    amount(Money::parse(text, Currency::Bgn).unwrap())
}

fn values(lines: &[Line]) -> Vec<Msg> {
    lines.iter().filter_map(|line| line.value.clone()).collect()
}

fn has(answer: &Answer, text: &Msg) -> bool {
    answer.notes.iter().any(|note: &Note| note.text == *text)
}

#[test]
fn an_employee_pays_two_fifths_and_the_employer_three() {
    let answer = asked(&[("month", "05.2010"), ("payer", "employee"), ("income", "777,77")]).unwrap();
    assert_eq!(answer.sentence, i::owed_employee(lev("37.33"), month("2010-05"), lev("24.89")));
    assert_eq!(values(&answer.lines), [lev("777.77"), lev("24.89"), lev("37.33")]);
    assert_eq!(answer.total.and_then(|total| total.value), Some(lev("62.22")));
    let sizes: Vec<u64> = answer.picture.unwrap().shares.iter().map(|share| share.size).collect();
    assert_eq!(sizes, [2489, 3733]);
}

#[test]
fn an_employee_is_told_of_a_floor_that_is_not_heeded() {
    let told = [("month", "05.2010"), ("payer", "employee"), ("income", "240")];
    assert!(has(&asked(&told).unwrap(), &i::floor_not_named()));
    let answer = asked(&[("month", "06.2025"), told[1], told[2]]).unwrap();
    assert!(has(&answer, &i::floor_unknown(month("2025-06"))));
}

#[test]
fn above_the_most_the_most_is_what_counts() {
    let answer = asked(&[("month", "6.2025"), ("payer", "employee"), ("income", "5000")]).unwrap();
    assert_eq!(answer.sentence, i::owed_employee(lev("198.24"), month("2025-06"), lev("132.16")));
    assert_eq!(answer.lines[0].why, Some(i::base_cap()));
    assert_eq!(answer.lines[0].value, Some(lev("4130.00")));
}

#[test]
fn without_another_ground_the_least_is_owed_on_half_of_the_minimum_income() {
    let answer = asked(&[("month", "04.2025")]).unwrap();
    assert_eq!(answer.sentence, i::owed_least(lev("43.08"), month("2025-04")));
    let due = c::day(day!("2025-05-25"));
    // 25 May 2025 is a Sunday, and Monday is off for the feast on Saturday 24.
    let until = c::day(day!("2025-05-27"));
    assert_eq!(values(&answer.lines), [lev("1077.00"), lev("538.50"), lev("43.08"), due, until]);
    assert_eq!(
        asked(&[("month", "05.2010")]).unwrap().sentence,
        i::owed_least(lev("16.80"), month("2010-05"))
    );
}

#[test]
fn november_2025_is_due_at_christmas_and_in_time_until_monday() {
    let answer = asked(&[("month", "11.2025")]).unwrap();
    let days = [day!("2025-12-25"), day!("2025-12-29")].map(c::day);
    assert_eq!(values(&answer.lines)[3..], days);
}

#[test]
fn a_self_insured_person_pays_on_the_income_between_least_and_most() {
    let sentence = |income| {
        asked(&[("month", "05.2010"), ("payer", "self_insured"), ("income", income)]).unwrap().sentence
    };
    let may = || month("2010-05");
    assert_eq!(sentence("209.99"), i::owed(lev("16.80"), may()));
    assert_eq!(sentence("420"), i::owed(lev("33.60"), may()));
    assert_eq!(sentence("2500"), i::owed(lev("160.00"), may()));
}

#[test]
fn below_the_minimum_income_a_self_insured_person_is_told_what_no_source_settles() {
    let told =
        |income| asked(&[("month", "06.2025"), ("payer", "self_insured"), ("income", income)]).unwrap();
    let below = told("1076.99");
    assert_eq!((below.tone, &below.sentence), (Tone::Unknown, &i::unknown_part(month("2025-06"))));
    assert!(below.lines.iter().all(|line| line.source.is_some()));
    assert_eq!(told("1077").sentence, i::owed(lev("86.16"), month("2025-06")));
}

#[test]
fn of_2026_only_a_bill_is_known_and_nothing_is_calculated() {
    let answer = asked(&[]).unwrap();
    assert_eq!(answer.sentence, i::unknown_unverified(month("2026-11")));
    assert_eq!(answer.lines[1].value, Some(amount(Money::parse("620.20", Currency::Eur).unwrap())));
    assert!(has(&answer, &i::last_known(lev("43.08"), month("2025-12"))));
}

#[test]
fn what_is_not_known_is_said_with_its_reason() {
    let sentence = |typed: &[(&'static str, &str)]| asked(typed).unwrap().sentence;
    assert_eq!(sentence(&[("month", "12.2026")]), i::unknown_future(month("2026-12")));
    assert_eq!(sentence(&[("month", "06.2015")]), i::unknown_gap(month("2015-06")));
    assert_eq!(sentence(&[("month", "12.2009")]), i::unknown_before(month("2009-12")));
    let split = [("month", "05.2014"), ("payer", "employee"), ("income", "1000")];
    assert_eq!(sentence(&split), i::unknown_gap(month("2014-05")));
    assert_eq!(sentence(&[("month", "12.2009"), ("payer", "state")]), i::unknown_before(month("2009-12")));
}

#[test]
fn for_whom_the_state_pays_is_listed_as_the_source_has_it() {
    let count = |text| asked(&[("month", text), ("payer", "state")]).unwrap().lines.len();
    assert_eq!(count("05.2010"), 4);
    assert_eq!(count("12.2023"), 10);
    let answer = asked(&[("month", "05.2010"), ("payer", "state")]).unwrap();
    assert_eq!((answer.tone, answer.sentence), (Tone::Good, i::by_state(month("2010-05"))));
    assert!(answer.notes.iter().any(|note| !note.sources.is_empty()));
}

#[test]
fn an_income_is_asked_in_the_currency_of_its_month() {
    let kind = |text: &str| {
        let mut typed = crate::calculator::Typed::default();
        typed.set(MONTH, text.to_owned());
        let given = CONTRIBUTION.given(&typed, TODAY);
        questions(&given).into_iter().find(|question| question.id == INCOME).unwrap().kind
    };
    assert_eq!(kind("12.2025"), Kind::Amount(Currency::Bgn));
    assert_eq!(kind("01.2026"), Kind::Amount(Currency::Eur));
}

#[test]
fn an_impossible_income_or_month_is_answered_beside_its_field() {
    let problems = |typed: &[(&'static str, &str)]| {
        let mut texts = crate::calculator::Typed::default();
        for (id, text) in typed {
            texts.set(id, (*text).to_owned());
        }
        let given = CONTRIBUTION.given(&texts, TODAY);
        let wrong = given.problems(&questions(&given));
        wrong.iter().map(|problem| problem.id).collect::<Vec<_>>()
    };
    assert_eq!(problems(&[("payer", "employee"), ("income", "-1")]), [INCOME]);
    assert_eq!(problems(&[("month", "13.2025")]), [MONTH]);
    assert_eq!(asked(&[("month", "13.2025")]), Err(Stop::Open));
}
