use super::*;
use crate::calculator::answered;
use domain::rules::day;

const TODAY: NaiveDate = day!("2026-11-22");

fn said(typed: &[(&'static str, &str)]) -> Answer {
    answered(&VALIDITY, typed, TODAY).unwrap()
}

fn last(typed: &[(&'static str, &str)]) -> Option<Msg> {
    said(typed).total.and_then(|line| line.value)
}

#[test]
fn a_referral_of_today_is_valid_for_thirty_days_and_has_them_all_left() {
    let answer = said(&[]);
    assert_eq!(answer.sentence, f::validity_until_referral(day!("2026-12-22")));
    let total = answer.total.unwrap();
    assert_eq!(total.why, Some(f::validity_no_longer(day!("2026-12-23"))));
    let sizes: Vec<_> = answer.picture.unwrap().shares.iter().map(|share| share.size).collect();
    assert_eq!(sizes, [0, 30]);
    assert!(answer.lines[1].source.is_some());
}

#[test]
fn every_kind_ends_where_the_written_rules_say() {
    let of = |kind: &str, issued: &str| last(&[("kind", kind), ("issued", issued)]);
    let until = |day: NaiveDate| Some(c::day(day));
    assert_eq!(of("specialist_referral", "31.01.2010"), until(day!("2010-03-02")));
    assert_eq!(of("laboratory_referral", "31.12.2010"), until(day!("2011-01-30")));
    assert_eq!(of("hospital_referral", "30.01.2010"), until(day!("2010-03-01")));
    assert_eq!(of("secondary_exam", "01.03.2010"), until(day!("2010-03-31")));
    assert_eq!(of("acute_prescription", "01.03.2024"), until(day!("2024-03-31")));
    assert_eq!(of("chronic_prescription", "22.11.2026"), until(day!("2026-12-22")));
    assert_eq!(of("narcotic_prescription", "25.02.2010"), until(day!("2010-03-04")));
    assert_eq!(of("one_off_prescription", "01.02.2024"), until(day!("2024-03-02")));
    assert_eq!(of("repeat_prescription", "31.08.2024"), until(day!("2025-02-28")));
}

#[test]
fn what_is_over_is_bad_news_and_what_is_asked_before_its_issue_is_a_problem_of_that_day() {
    let given = [("issued", "01.03.2010"), ("on", "31.03.2010")];
    assert_eq!(said(&given).tone, Tone::Good);
    let answer = said(&[("issued", "01.03.2010"), ("on", "01.04.2010")]);
    assert_eq!((answer.tone, answer.picture), (Tone::Bad, None));
    let early = answered(&VALIDITY, &[("issued", "01.03.2010"), ("on", "28.02.2010")], TODAY);
    assert_eq!(early, Err(Stop::problem(ON, f::validity_not_yet(day!("2010-03-01")))));
}

#[test]
fn in_2010_only_the_doctor_said_how_long_an_acute_prescription_ran() {
    let answer = said(&[("kind", "acute_prescription"), ("issued", "01.03.2010")]);
    assert_eq!(answer.sentence, f::validity_as_written());
    assert_eq!(answer.total, None);
}

#[test]
fn a_narcotic_prescription_of_today_is_not_answered_and_the_seven_days_of_2010_stand_beside() {
    let answer = said(&[("kind", "narcotic_prescription"), ("issued", "20.11.2026")]);
    assert_eq!((answer.tone, answer.total), (Tone::Unknown, None));
    let values: Vec<_> = answer.lines.into_iter().map(|line| line.value).collect();
    assert_eq!(values, [Some(c::days(7)), Some(c::day(day!("2026-11-27")))]);
}

#[test]
fn nothing_is_said_of_what_will_be_issued() {
    assert_eq!(said(&[("issued", "23.11.2026")]).tone, Tone::Unknown);
}

#[test]
fn the_file_for_telk_binds_only_the_patients_of_the_practice() {
    let file = ("kind", "telk_file");
    assert_eq!(answered(&VALIDITY, &[file], TODAY), Err(Stop::Open));
    assert_eq!(said(&[file, ("practice", "no")]), practice::ask_yours());
    let answer = said(&[file, ("practice", "yes"), ("issued", "10.01.2019")]);
    assert_eq!(answer.total.unwrap().value, Some(c::day(day!("2019-01-17"))));
    assert_eq!(answer.sentence, f::validity_expired_file(day!("2019-01-17")));
    assert_eq!(answer.notes.len(), 1);
}

#[test]
fn words_of_terms_that_no_kind_of_today_shows() {
    assert_eq!(super::super::words::term(domain::term::Term::Months(12)), c::months(12));
    assert_eq!(runs(Runs::AsWritten), f::as_written());
}
