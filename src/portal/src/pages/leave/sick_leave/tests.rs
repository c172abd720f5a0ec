use chrono::NaiveDate;
use domain::rules::day;

use super::*;
use crate::calculator::answered;

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(typed: &[(&'static str, &str)]) -> Answer {
    answered(&SICK_LEAVE, typed, TODAY).unwrap()
}

fn stopped(typed: &[(&'static str, &str)]) -> Stop {
    answered(&SICK_LEAVE, typed, TODAY).unwrap_err()
}

fn values(answer: &Answer) -> Vec<Option<Msg>> {
    answer.lines.iter().map(|line| line.value.clone()).collect()
}

#[test]
fn the_page_opens_with_fourteen_days_by_one_doctor_and_the_day_after() {
    let answer = asked(&[]);
    assert_eq!(answer.sentence, l::sick_all_doctor(days(14), TODAY, day!("2026-12-05")));
    assert_eq!(answer.tone, Tone::Good);
    assert_eq!(values(&answer), [Some(days(14)), Some(c::day(day!("2026-12-06")))]);
    assert!(answer.lines.iter().all(|line| line.source.is_some()));
}

#[test]
fn the_fifteenth_day_is_the_commissions() {
    let answer = asked(&[("first", "01.03.2021"), ("measure", "until"), ("last", "15.03.2021")]);
    assert_eq!(answer.sentence, l::sick_both(days(15), days(1), days(14), day!("2021-03-15")));
    let last = Line::new(l::sick_part_commission(day!("2021-03-15"), day!("2021-03-15")));
    assert_eq!(answer.lines[1].what, last.what);
    assert_eq!(answer.lines[1].why, Some(l::sick_why_run("14")));
    assert_eq!(answer.picture.unwrap().shares.iter().map(|share| share.size).collect::<Vec<_>>(), [14, 1]);
}

#[test]
fn days_had_before_leave_less_to_the_doctor() {
    let typed = [
        ("first", "01.06.2021"),
        ("days", "10"),
        ("earlier", "days"),
        ("before-doctor", "35"),
        ("before-run", "0"),
    ];
    let answer = asked(&typed);
    assert_eq!(answer.sentence, l::sick_both(days(10), days(5), days(5), day!("2021-06-06")));
    assert_eq!(answer.lines[1].why, Some(l::sick_why_year("40")));
}

#[test]
fn after_fourteen_days_without_a_break_all_is_the_commissions() {
    let typed = [
        ("first", "15.03.2021"),
        ("days", "3"),
        ("earlier", "sheets"),
        ("sheet1-first", "01.03.2021"),
        ("sheet1-last", "14.03.2021"),
    ];
    let answer = asked(&typed);
    assert_eq!(answer.sentence, l::sick_all_commission(days(3), day!("2021-03-15"), day!("2021-03-17")));
    assert_eq!(answer.tone, Tone::Heed);
}

#[test]
fn quarantine_since_the_decree_has_no_limit_and_says_so() {
    let answer = asked(&[("first", "01.08.2021"), ("days", "20"), ("cause", "quarantine")]);
    assert_eq!(values(&answer), [Some(days(20))], "and no day on which the commission would begin");
    assert_eq!(answer.lines[0].why, Some(l::sick_why_unlimited()));
    assert!(answer.lines[0].source.unwrap().citation.title.contains("225"), "the decree, not the limits");
}

#[test]
fn whether_days_of_the_commission_count_is_left_open() {
    let typed = [("first", "01.06.2021"), ("days", "10"), ("earlier", "days"), ("before-commission", "40")];
    let answer = asked(&typed);
    assert_eq!(answer.notes[0].text, l::sick_open_commission(days(10), days(0)));
}

#[test]
fn whether_days_without_limit_count_is_left_open() {
    let typed = [
        ("first", "11.03.2021"),
        ("days", "14"),
        ("earlier", "sheets"),
        ("sheet1-first", "01.03.2021"),
        ("sheet1-last", "10.03.2021"),
        ("sheet1-cause", "12"),
    ];
    assert_eq!(asked(&typed).notes[0].text, l::sick_open_unlimited(days(0), days(14)));
}

#[test]
fn the_guide_gave_seven_days_and_the_contradiction_is_shown() {
    let answer = asked(&[("first", "01.03.2010"), ("days", "15"), ("regime", "guide_2010")]);
    assert_eq!(answer.sentence, l::sick_both(days(15), days(8), days(7), day!("2010-03-08")));
    assert_eq!(answer.notes, [Note::conflict(Conflict::SickLeaveDays, l::sick_by_law("14"))]);
}

#[test]
fn of_2010_by_the_law_nothing_is_certain_and_the_guide_says_nothing_of_2021() {
    let law = asked(&[("first", "01.03.2010")]);
    assert_eq!(law.tone, Tone::Unknown);
    assert!(law.notes.contains(&Note::conflict(Conflict::SickLeaveDays, l::sick_choose_guide())));
    let guide = asked(&[("first", "01.03.2021"), ("regime", "guide_2010")]);
    assert_eq!(guide.tone, Tone::Unknown);
    assert_eq!(values(&guide), [Some(l::known_limits("7", "40"))], "what the guide did say");
}

#[test]
fn what_is_not_known_of_causes_is_said() {
    let between = asked(&[("first", "17.07.2021"), ("cause", "quarantine")]);
    assert_eq!(values(&between), [Some(l::known_counted())]);
    let early = asked(&[("first", "01.03.2016"), ("cause", "numbered"), ("cause-number", "11")]);
    assert_eq!(values(&early), [Some(l::known_causes("11, 12, 14, 15, 16, 17, 18, 20, 25"))]);
    assert_eq!(known_counting(Counting::NotCounted), l::known_not_counted());
}

#[test]
fn days_that_cannot_be_are_told_beside_their_field() {
    let until = |last| [("first", "01.03.2021"), ("measure", "until"), ("last", last)];
    assert_eq!(stopped(&until("28.02.2021")), Stop::problem(LAST, l::problem_ends_before_start()));
    assert_eq!(stopped(&until("01.03.2121")), Stop::problem(LAST, l::problem_too_long()));
    assert_eq!(stopped(&[("days", "732")]), Stop::problem(DAYS, l::problem_too_long()));
    assert_eq!(stopped(&[("first", "31.02.2021")]), Stop::Open, "the field itself says why");
}

#[test]
fn earlier_days_that_cannot_be_are_told_beside_their_field() {
    let counted = |first, run, doctor| {
        [("first", first), ("earlier", "days"), ("before-run", run), ("before-doctor", doctor)]
    };
    let more = Stop::problem("before-doctor", l::problem_more_than_passed());
    assert_eq!(stopped(&counted("11.01.2021", "0", "11")), more);
    let outside = Stop::problem("before-run", l::problem_not_in_year());
    assert_eq!(stopped(&counted("01.06.2021", "10", "9")), outside);
    let sheet = |last| {
        let sheet = [("sheet1-first", "01.03.2021"), ("sheet1-last", last)];
        [("first", "10.03.2021"), ("earlier", "sheets"), sheet[0], sheet[1]]
    };
    assert_eq!(stopped(&sheet("10.03.2021")), earlier::overlap());
    let ends = Stop::problem("sheet1-last", l::problem_ends_before_start());
    assert_eq!(stopped(&sheet("28.02.2021")), ends);
}

#[test]
fn what_tells_of_health_never_stands_in_an_address() {
    let mut typed = crate::calculator::Typed::default();
    for (id, text) in [("cause", "numbered"), ("earlier", "sheets"), ("sheet1-more", "yes")] {
        typed.set(id, text.to_owned());
    }
    let asked = questions(&SICK_LEAVE.given(&typed, TODAY));
    let open: Vec<_> =
        asked.iter().filter(|question| !question.private).map(|question| question.id).collect();
    assert_eq!(open, ["first", "measure", "days", "regime"]);
    assert!(asked.iter().any(|question| question.id == "sheet2-first"), "one more sheet is asked for");
}
