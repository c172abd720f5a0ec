use super::*;
use crate::calculator::{amount, answered};
use domain::money::{Currency, Money};
use domain::rules::{Conflict, day};

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(typed: &[(&'static str, &str)]) -> Result<Answer, Stop> {
    answered(&RETURNING, typed, TODAY)
}

fn lev(text: &str) -> Msg {
    amount(Money::parse(text, Currency::Bgn).unwrap())
}

fn once(contributions: usize) -> Msg {
    i::contributions_at_once(contributions)
}

#[test]
fn six_months_in_a_row_bring_rights_back_on_the_day_after_them() {
    let half_a_year =
        |day| asked(&[("day", day), ("first", "01.2010"), ("last", "6.2010")]).unwrap().sentence;
    let back = i::back_by_months(day!("2010-07-01"));
    assert_eq!(half_a_year("01.07.2010"), back);
    assert_eq!(half_a_year("31.12.2010"), back);
    let not_yet = i::not_yet(day!("2010-06-30"), once(12), day!("2010-07-01"));
    assert_eq!(half_a_year("30.06.2010"), not_yet, "the sixth month is not over");
}

#[test]
fn twelve_contributions_bring_them_back_at_once_and_eleven_do_not() {
    let paid = |paid| asked(&[("day", "10.05.2010"), ("paid", paid)]).unwrap();
    let twelve = paid("12");
    assert_eq!(twelve.sentence, i::back_by_contributions(day!("2010-05-10")));
    assert!(twelve.lines.iter().any(|line| line.value == Some(i::at_once()) && line.source.is_some()));
    assert_eq!(paid("13").sentence, twelve.sentence);
    assert_eq!(paid("11").sentence, i::not_yet(day!("2010-05-10"), once(1), day!("2010-11-01")));
}

#[test]
fn a_row_that_goes_on_counts_from_its_start() {
    let answer = asked(&[("day", "15.10.2010"), ("first", "08.2010")]).unwrap();
    assert_eq!(answer.sentence, i::not_yet(day!("2010-10-15"), once(12), day!("2011-02-01")));
    assert_eq!(answer.lines[0].value, Some(c::months(2)));
}

/// BG10-33: 12 × 8 % × 420 is 403.20; by the expert on half of it 201.60 (C11).
#[test]
fn what_the_contributions_cost_is_told_by_both_readings() {
    let answer = asked(&[("day", "10.05.2010")]).unwrap();
    let whole = lev("403.20");
    assert!(answer.lines.iter().any(|line| line.value == Some(whole.clone()) && line.source.is_some()));
    let half = i::cost_other(lev("201.60"));
    assert!(answer.notes.contains(&Note::conflict(Conflict::RestoringBase, half)));
}

#[test]
fn of_2026_the_cost_is_not_known_and_that_of_december_2025_is_told() {
    let answer = asked(&[]).unwrap();
    let december = Month::parse("2025-12").unwrap();
    assert_eq!(answer.sentence, i::not_yet(TODAY, once(12), day!("2027-05-01")));
    let has = |text: Msg| answer.notes.iter().any(|note| note.text == text);
    assert!(has(i::cost_unknown(TODAY)));
    assert!(has(i::cost_last(lev("1033.92"), december)));
    let half = i::cost_last_other(lev("516.96"), december);
    assert!(answer.notes.contains(&Note::conflict(Conflict::RestoringBase, half)));
}

#[test]
fn a_row_that_ends_before_it_starts_is_none() {
    let stop = asked(&[("first", "06.2025"), ("last", "05.2025")]).unwrap_err();
    assert_eq!(stop, Stop::problem(LAST, i::returning_last_earlier(Month::parse("2025-06").unwrap())));
}

#[test]
fn the_last_month_is_asked_only_beside_a_first_and_all_months_ever_are_no_trouble() {
    let ids = |given: &Given| questions(given).iter().map(|question| question.id).collect::<Vec<_>>();
    let given = RETURNING.given(&crate::calculator::Typed::default(), TODAY);
    assert_eq!(ids(&given), [DAY, FIRST, PAID]);
    let answer = asked(&[("day", "31.12.2025"), ("first", "01.1900"), ("last", "12.2199")]).unwrap();
    assert_eq!(answer.sentence, i::back_by_months(day!("1900-07-01")));
}

#[test]
fn where_nothing_is_known_that_is_said() {
    for day in ["31.12.2009", "01.01.2027"] {
        assert_eq!(asked(&[("day", day)]).unwrap().tone, Tone::Unknown, "{day}");
    }
}

#[test]
fn every_amount_and_date_has_its_source() {
    for typed in [&[("day", "10.05.2010")][..], &[], &[("first", "01.2025"), ("last", "12.2025")]] {
        let answer = asked(typed).unwrap();
        assert!(answer.lines.iter().all(|line| line.source.is_some()), "{answer:?}");
    }
}
