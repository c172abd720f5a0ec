use chrono::NaiveDate;
use domain::rules::{Scope, day};

use super::*;
use crate::calculator::{Tone, answered, days};
use crate::i18n::texts::calculator as c;

const TODAY: NaiveDate = day!("2026-11-20");

/// A Friday: the next working day is three days later.
fn asked(what: &'static str, typed: &[(&'static str, &str)]) -> Answer {
    let typed = [&[("what", what), ("registered", "yes")][..], typed].concat();
    answered(&ISSUING, &typed, TODAY).unwrap()
}

#[test]
fn to_patients_of_another_practice_only_the_law_is_told() {
    let answer = answered(&ISSUING, &[], TODAY).unwrap();
    assert_eq!((answer.sentence, answer.tone), (l::issuing_ask_practice(), Tone::Unknown));
    let values: Vec<_> = answer.lines.iter().map(|line| line.value.clone()).collect();
    assert_eq!(values, [Some(days(2)), Some(days(10))]);
    assert!(answer.lines.iter().all(|line| line.source.unwrap().scope == Some(Scope::Law)));
    assert!(answered(&ISSUING, &[("what", "dental")], TODAY).unwrap().lines.is_empty());
}

#[test]
fn a_visit_today_gives_a_sheet_today_and_says_what_to_know() {
    let answer = asked(SHEET, &[]);
    assert_eq!((answer.sentence, answer.tone), (l::issuing_today(1), Tone::Good));
    let all =
        c::list_and(c::list_and(l::told_employer_name(), l::told_employer_address()), l::told_position());
    assert_eq!(answer.notes[0].text, l::issuing_to_know(all));
    assert_eq!(answer.notes[0].sources[0].rule, Some("PR-32"));
    assert_eq!(asked(SHEET, &[("employers", "3")]).sentence, l::issuing_today(3));
}

#[test]
fn past_time_needs_a_full_document_of_the_first_day() {
    let all = "patient_names.exam_date.diagnosis.treatment.opinion.doctor_names.signature.stamp";
    let past = |shows| [("from", "18.11.2026"), ("exam", "elsewhere"), ("shows", shows)];
    let full = asked(SHEET, &past(all));
    assert_eq!(full.sentence, l::issuing_by(1, day!("2026-11-23")));
    assert_eq!(full.lines[0].value, Some(c::day(day!("2026-11-23"))));
    let lacking = asked(SHEET, &past("patient_names.exam_date.diagnosis.treatment.doctor_names.signature"));
    assert_eq!((lacking.sentence, lacking.tone), (l::issuing_lacks(2), Tone::Heed));
    let lines: Vec<_> = lacking.lines.iter().map(|line| line.what.clone()).collect();
    assert_eq!(lines, [l::issuing_lacks_line(l::item_opinion()), l::issuing_lacks_line(l::item_stamp())]);
    assert_eq!(asked(SHEET, &past("")).sentence, l::issuing_lacks(8));
}

#[test]
fn without_an_exam_on_the_first_day_there_is_only_the_laws_exception() {
    for exam in [&[("exam", "nowhere")][..], &[("exam-day", "19.11.2026")]] {
        let typed = [&[("from", "18.11.2026")][..], exam].concat();
        let answer = asked(SHEET, &typed);
        assert_eq!((answer.sentence, answer.tone), (l::issuing_no_exam(), Tone::Bad));
        assert_eq!(answer.lines[1].value, Some(days(2)));
        assert_eq!(answer.lines[2].value, Some(days(10)));
        assert_eq!(answer.lines[1].source.unwrap().scope, Some(Scope::Law));
    }
}

#[test]
fn every_other_request_has_its_words_and_its_source() {
    let cases: [(&'static str, &[(&'static str, &str)], _, _); 14] = [
        (SHEET, &[("from", "21.11.2026")], l::issuing_in_advance(), Tone::Bad),
        (SHEET, &[("employers", "0")], l::issuing_no_employer(), Tone::Bad),
        (DUPLICATE, &[], l::issuing_by(1, day!("2026-11-23")), Tone::Good),
        (DUPLICATE, &[("written", "no")], l::issuing_in_writing(), Tone::Heed),
        (DUPLICATE, &[("reason", "no")], l::issuing_in_writing(), Tone::Heed),
        (BOOKLET, &[], l::issuing_certified("2024", "2026"), Tone::Heed),
        (OBJECTION, &[], l::issuing_decided_two(l::body_commission(), l::body_telk()), Tone::Plain),
        (OBJECTION, &[("party", "employer")], l::issuing_decided(l::body_commission()), Tone::Plain),
        (SANATORIUM, &[], l::issuing_statutory(), Tone::Bad),
        (SANATORIUM, &[("after-hospital", "yes")], l::issuing_hospital(), Tone::Plain),
        (CONSULTATION, &[("minutes", "240")], l::issuing_too_short(), Tone::Bad),
        (CONSULTATION, &[("minutes", "241")], l::issuing_today(1), Tone::Good),
        (CONSULTATION, &[("minutes", "300"), ("note", "no")], l::issuing_note_missing(), Tone::Heed),
        (DENTAL, &[], l::issuing_dentist(), Tone::Plain),
    ];
    for (what, typed, sentence, tone) in cases {
        let answer = asked(what, typed);
        assert_eq!((answer.sentence, answer.tone), (sentence, tone), "{what} {typed:?}");
        assert!(!answer.lines.is_empty() && answer.lines.iter().all(|line| line.source.is_some()));
    }
}

#[test]
fn before_the_practice_published_its_rules_nothing_is_said() {
    let answer = answered(&ISSUING, &[("registered", "yes")], day!("2021-01-31")).unwrap();
    assert_eq!(answer.tone, Tone::Unknown);
    assert_eq!(answer.lines[0].value, Some(l::known_posted("3", "1")));
}

#[test]
fn a_day_that_is_none_leaves_the_question_open() {
    let typed = [("registered", "yes"), ("from", "31.02.2026")];
    assert_eq!(answered(&ISSUING, &typed, TODAY), Err(Stop::Open));
}
