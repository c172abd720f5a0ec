use chrono::NaiveDate;
use domain::rules::{NoData, Why, day};

use super::*;
use crate::calculator::answered;

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(due: &str, birth: &str) -> Answer {
    answered(&MATERNITY, &[("due", due), ("birth", birth)], TODAY).unwrap()
}

fn lines(answer: &Answer) -> Vec<(Msg, Option<Msg>)> {
    answer.lines.iter().map(|line| (line.what.clone(), line.value.clone())).collect()
}

#[test]
fn on_the_due_date_the_three_sheets_and_the_rest_follow_each_other() {
    let answer = answered(&MATERNITY, &[("due", "15.06.2026")], TODAY).unwrap();
    let (first, last, rest) = (day!("2026-05-01"), day!("2026-09-12"), day!("2027-06-14"));
    assert_eq!(answer.sentence, l::maternity_with_rest(days(135), first, last, rest));
    let expected = [
        (l::maternity_before(first, day!("2026-06-14")), Some(days(45))),
        (l::maternity_after(day!("2026-06-15"), day!("2026-07-26")), Some(days(42))),
        (l::maternity_newborn(day!("2026-07-27"), last), Some(days(48))),
        (l::maternity_rest(day!("2026-09-13"), rest), Some(days(275))),
    ];
    assert_eq!(lines(&answer), expected);
    assert!(answer.lines.iter().chain(&answer.total).all(|line| line.source.is_some()));
    assert_eq!(answer.total.unwrap().value, Some(days(410)));
    assert_eq!(answer.notes[0].text, l::maternity_until_birth());
}

#[test]
fn a_late_birth_adds_a_sheet_and_shortens_the_newborns() {
    let answer = asked("15.06.2026", "25.06.2026");
    let overdue = (l::maternity_overdue(day!("2026-06-15"), day!("2026-06-24")), Some(days(10)));
    assert_eq!(lines(&answer)[1], overdue);
    let newborn = (l::maternity_newborn(day!("2026-08-06"), day!("2026-09-12")), Some(days(38)));
    assert_eq!(lines(&answer)[3], newborn);
    assert_eq!(answer.lines[3].why, Some(l::maternity_newborn_shorter()));
    let sizes: Vec<_> = answer.picture.unwrap().shares.iter().map(|share| share.size).collect();
    assert_eq!(sizes, [45, 10, 42, 38]);
}

#[test]
fn an_early_birth_lengthens_the_newborns_sheet() {
    let answer = asked("15.06.2026", "16.05.2026");
    let newborn = (l::maternity_newborn(day!("2026-06-27"), day!("2026-09-12")), Some(days(78)));
    assert_eq!(lines(&answer)[2], newborn);
    assert_eq!(answer.lines[2].why, Some(l::maternity_newborn_longer()));
}

#[test]
fn a_sheet_that_there_is_not_is_said() {
    let early = asked("15.06.2026", "16.04.2026");
    assert_eq!(early.notes[0].text, l::maternity_none_before());
    assert_eq!(early.lines[0].what, l::maternity_after(day!("2026-04-16"), day!("2026-05-27")));
    let late = asked("15.06.2026", "02.08.2026");
    assert_eq!(late.notes[0].text, l::maternity_none_newborn());
}

#[test]
fn a_birth_that_cannot_be_is_told_beside_its_field() {
    let stop = |due, birth| answered(&MATERNITY, &[("due", due), ("birth", birth)], TODAY).unwrap_err();
    assert_eq!(stop("15.06.2026", "03.08.2026"), Stop::problem(BIRTH, l::maternity_too_late()));
    assert_eq!(stop("15.06.2026", "07.09.2025"), Stop::problem(BIRTH, l::maternity_too_early()));
    assert_eq!(answered(&MATERNITY, &[], TODAY), Err(Stop::Open), "no due date is taken for granted");
}

#[test]
fn before_any_source_what_is_known_later_is_shown() {
    let answer = asked("30.06.2018", "");
    assert_eq!(answer.tone, Tone::Unknown);
    assert_eq!(answer.lines[0].value, Some(l::known_sheets("42", "45", "48")));
}

#[test]
fn where_the_paid_days_are_not_known_the_sheets_still_are() {
    let due = day!("2026-06-15");
    let no_data = NoData { day: due, why: Why::BeforeFirst, known: None };
    let found = Maternity { application: Err(no_data), ..maternity(due, due, TODAY).unwrap() };
    let answer = told(&found);
    assert_eq!(answer.sentence, l::maternity_sheets_only(days(135), day!("2026-05-01"), day!("2026-09-12")));
    assert_eq!(answer.total.unwrap().value, Some(days(135)));
    assert_eq!(answer.notes.len(), 1);
}

#[test]
fn none_of_it_may_stand_in_an_address() {
    let given = MATERNITY.given(&crate::calculator::Typed::default(), TODAY);
    assert!(questions(&given).iter().all(|question| question.private));
}
