use super::*;
use crate::calculator::answered;
use domain::rules::day;

const TODAY: NaiveDate = day!("2026-11-22");
const THEN: (&str, &str) = ("day", "10.05.2010");

fn said(typed: &[(&'static str, &str)]) -> Answer {
    answered(&SUPPLY, typed, TODAY).unwrap()
}

#[test]
fn the_page_opens_with_a_prescription_of_today_for_several_dispensings() {
    let answer = said(&[]);
    assert_eq!(answer.sentence, f::supply_repeat(day!("2027-05-22"), f::times(6)));
    assert_eq!(answer.lines[0].value, Some(c::day(day!("2027-05-22"))));
}

#[test]
fn a_prescription_that_does_not_say_how_often_is_rejected() {
    for times in ["", "0"] {
        let answer = said(&[("day", "10.01.2024"), ("times", times)]);
        assert_eq!((answer.tone, answer.sentence), (Tone::Bad, f::supply_no_times()));
    }
    let answer = said(&[("day", "18.12.2023")]);
    assert_eq!(answer.tone, Tone::Unknown, "before the ordinance");
}

#[test]
fn ten_days_are_enough_through_the_tenth_and_eleven_are_too_many() {
    let acute = ("what", "acute");
    let answer = said(&[acute, THEN]);
    let (again, through) = (day!("2010-05-20"), day!("2010-05-19"));
    assert_eq!(answer.sentence, f::supply_enough(days(10), day!("2010-05-10"), again, through));
    assert_eq!(answer.lines.len(), 4);
    let answer = said(&[acute, THEN, ("days", "11")]);
    assert_eq!((answer.tone, answer.sentence), (Tone::Bad, f::supply_too_many(days(10))));
    let none = answered(&SUPPLY, &[acute, THEN, ("days", "0")], TODAY);
    assert_eq!(none, Err(Stop::problem(DAYS, f::supply_no_days())));
}

#[test]
fn narcotic_medicine_is_for_thirty_days_at_most() {
    let narcotic = ("what", "narcotic");
    assert_eq!(said(&[narcotic, THEN]).tone, Tone::Good);
    let answer = said(&[narcotic, THEN, ("days", "31")]);
    assert_eq!(answer.sentence, f::supply_too_many(days(30)));
}

#[test]
fn chronic_medicine_needs_booklet_and_declaration() {
    let chronic = ("what", "chronic");
    assert_eq!(said(&[chronic, THEN]).sentence, f::supply_chronic());
    assert_eq!(said(&[chronic, THEN, ("booklet", "no")]).sentence, f::supply_no_booklet());
    assert_eq!(said(&[chronic, THEN, ("declared", "no")]).sentence, f::supply_not_declared());
}

#[test]
fn protocol_ia_excludes_another_medicine_for_its_disease_only() {
    let beside = ("what", "beside_protocol");
    assert_eq!(said(&[beside, THEN]).sentence, f::supply_excluded());
    assert_eq!(said(&[beside, THEN, ("same-disease", "no")]).sentence, f::supply_accepted());
    assert_eq!(said(&[beside, THEN, ("protocol", "IB")]).sentence, f::supply_accepted());
}

#[test]
fn the_guide_does_not_speak_of_today_and_what_it_said_is_shown_as_such() {
    for (what, known) in [
        ("acute", f::up_to(days(10))),
        ("narcotic", f::up_to(days(30))),
        ("chronic", f::supply_needs_booklet()),
        ("beside_protocol", f::supply_no_other()),
    ] {
        let answer = said(&[("what", what)]);
        assert_eq!(answer.tone, Tone::Unknown);
        assert_eq!(answer.lines[0].value, Some(known));
    }
}
