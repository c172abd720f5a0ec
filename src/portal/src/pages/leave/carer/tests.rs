use chrono::NaiveDate;
use domain::rules::day;

use super::*;
use crate::calculator::answered;

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(typed: &[(&'static str, &str)]) -> Answer {
    answered(&CARER, typed, TODAY).unwrap()
}

fn values(answer: &Answer) -> Vec<Option<Msg>> {
    answer.lines.iter().map(|line| line.value.clone()).collect()
}

#[test]
fn the_page_opens_with_a_sick_child_all_paid() {
    let answer = asked(&[]);
    assert_eq!(answer.sentence, l::carer_all_paid(days(14)));
    assert_eq!(answer.tone, Tone::Good);
    assert!(answer.lines.iter().all(|line| line.source.is_some() && line.why.is_some()));
    assert_eq!(answer.notes[0].text, l::carer_whose_doctor());
}

#[test]
fn ten_days_are_paid_for_an_adult() {
    let answer = asked(&[("kin", "parent"), ("first", "01.03.2021"), ("days", "15")]);
    assert_eq!(answer.sentence, l::carer_part_paid(days(15), days(10), days(5)));
    assert_eq!(values(&answer), [Some(days(14)), Some(days(1)), Some(days(10)), Some(days(5))]);
    assert_eq!(answer.lines[2].why, Some(l::carer_why_adult("10")));
    assert_eq!(answer.picture.unwrap().shares.iter().map(|share| share.size).collect::<Vec<_>>(), [10, 5]);
}

#[test]
fn what_the_family_has_used_of_the_sixty_is_not_paid_again() {
    let before = [("before", "yes"), ("before-year", "60"), ("before-paid", "60")];
    let answer = asked(&[&[("first", "01.06.2021"), ("days", "5")][..], &before].concat());
    assert_eq!(answer.sentence, l::carer_none_paid(days(5)));
    assert_eq!(values(&answer), [Some(days(5)), Some(days(5))], "by the commission, and unpaid");
    assert_eq!(answer.lines[1].why, Some(l::carer_why_child("60")));
}

#[test]
fn over_the_new_year_every_year_has_its_lines() {
    let typed = [
        ("kin", "parent"),
        ("first", "26.12.2021"),
        ("days", "12"),
        ("before", "yes"),
        ("before-year", "8"),
        ("before-paid", "8"),
    ];
    let answer = asked(&typed);
    let (end, start) = (day!("2021-12-31"), day!("2022-01-01"));
    let paid: Vec<_> = answer.lines.iter().map(|line| (line.what.clone(), line.value.clone())).collect();
    assert!(paid.contains(&(l::carer_paid_line(day!("2021-12-26"), end), Some(days(2)))));
    assert!(paid.contains(&(l::carer_paid_line(start, day!("2022-01-06")), Some(days(6)))));
}

#[test]
fn quarantine_of_a_child_in_kindergarten_is_paid_apart() {
    let answer = asked(&[("need", "contact_in_facility"), ("days", "21")]);
    assert_eq!(answer.sentence, l::carer_all_paid(days(21)));
    assert_eq!(values(&answer), [Some(days(21)), Some(days(21))], "no commission");
    assert_eq!(answer.lines[0].why, Some(l::carer_why_quarantine()));
    assert_eq!(answer.notes[0].text, l::carer_apart(60));
}

#[test]
fn every_refusal_has_its_words_and_its_source() {
    let cases: [(&[(&'static str, &str)], _, _); 6] = [
        (&[("kin", "parent_in_law")], l::carer_excluded(), Tone::Bad),
        (&[("kin", "spouse")], l::carer_not_said(), Tone::Unknown),
        (&[("kin", "other")], l::carer_not_said(), Tone::Unknown),
        (&[("need", "contact_at_home")], l::carer_no_facility(), Tone::Bad),
        (&[("need", "hospital_with_infant")], l::carer_not_a_child(), Tone::Bad),
        (&[("kin", "parent"), ("need", "contact_in_facility")], l::carer_not_a_child(), Tone::Bad),
    ];
    for (typed, sentence, tone) in cases {
        let answer = asked(typed);
        assert_eq!((answer.sentence, answer.tone), (sentence, tone), "{typed:?}");
        assert!(answer.lines[0].source.is_some());
    }
}

#[test]
fn in_hospital_with_an_infant_is_paid_apart() {
    let answer = asked(&[("age", "under_3"), ("need", "hospital_with_infant"), ("days", "10")]);
    assert_eq!(answer.sentence, l::carer_all_paid(days(10)));
    assert_eq!(answer.lines[1].why, Some(l::carer_why_apart()));
}

#[test]
fn before_any_source_nothing_is_said() {
    assert_eq!(asked(&[("first", "31.01.2021")]).tone, Tone::Unknown);
}

#[test]
fn days_that_cannot_be_are_told_beside_their_field() {
    let stop = |typed: &[(&'static str, &str)]| answered(&CARER, typed, TODAY).unwrap_err();
    assert_eq!(stop(&[("days", "732")]), Stop::problem(DAYS, l::problem_too_long()));
    let before =
        |year, run| [("first", "01.03.2021"), ("before", "yes"), ("before-year", year), ("before-run", run)];
    assert_eq!(stop(&before("60", "0")), Stop::problem(IN_YEAR, l::problem_more_than_passed()));
    assert_eq!(stop(&before("3", "5")), Stop::problem(RUN, l::problem_not_in_year()));
}

#[test]
fn only_the_days_may_stand_in_an_address() {
    let given = CARER.given(&crate::calculator::Typed::default(), TODAY);
    let open = questions(&given).into_iter().filter(|question| !question.private);
    assert_eq!(open.map(|question| question.id).collect::<Vec<_>>(), [FIRST, DAYS]);
}
