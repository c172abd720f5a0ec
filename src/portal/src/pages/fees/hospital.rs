//! What days in hospital cost: one stay, and others of the same year that use up the ten paid days.

use domain::fee::Refusal;
use domain::fee::stay::{LONGEST_STAY_DAYS, Reading, Stay, StayProblem, bill, check};

use super::patient::{self, Answers};
use super::refusal::refused;
use super::stays::told;
use crate::calculator::{Answer, Calculator, Given, Kind, NO, Question, Stop, YES, catalogue, yes_or_no};
use crate::i18n::texts::fees as f;

/// Admission, discharge, and whether there was one more stay: the names of the questions, stay by stay.
const STAYS: [[&str; 3]; 5] = [
    ["first", "last", "more"],
    ["first-2", "last-2", "more-2"],
    ["first-3", "last-3", "more-3"],
    ["first-4", "last-4", "more-4"],
    ["first-5", "last-5", "more-5"],
];

/// The calculator.
pub static HOSPITAL: Calculator = Calculator {
    entry: &catalogue::HOSPITAL,
    questions,
    answer,
    another_day: &[
        "first", "last", "first-2", "last-2", "first-3", "last-3", "first-4", "last-4", "first-5", "last-5",
    ],
};

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = Vec::new();
    for (place, [first, last, more]) in STAYS.into_iter().enumerate() {
        let (admission, discharge) = match place {
            0 => (f::stay_first(), f::stay_last()),
            _ => (f::stay_first_of(place + 1), f::stay_last_of(place + 1)),
        };
        let hint = f::stay_days_hint();
        questions.push(Question::new(first, admission, Kind::Day));
        questions.push(Question::new(last, discharge, Kind::Day).hint(hint));
        if place + 1 == STAYS.len() {
            break;
        }
        let label = if place == 0 { f::stay_more() } else { f::stay_one_more() };
        questions.push(Question::new(more, label, yes_or_no()).hint(f::stay_more_hint()).granted(NO));
        if !given.is(more, YES) {
            break;
        }
    }
    questions.extend(patient::exempting(given));
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let stays = stays(given)?;
    check(&stays).map_err(|problem| stop(problem, &stays))?;
    let days: Vec<_> = stays.iter().map(|stay| stay.first).collect();
    let answers = Answers::read(given, &days)?;
    match bill(&stays, &answers.patient(), Reading::PREFERRED, given.today()) {
        Ok(bill) => Ok(told(&bill, &stays, given.today())),
        Err(StayProblem::Money(error)) => Ok(refused(Refusal::Money(error))),
        Err(problem) => Err(stop(problem, &stays)),
    }
}

/// The stays, in the order in which they are asked.
fn stays(given: &Given) -> Result<Vec<Stay>, Stop> {
    let mut stays = Vec::new();
    for [first, last, more] in STAYS {
        stays.push(Stay { first: given.day(first)?, last: given.day(last)? });
        if !given.is(more, YES) {
            break;
        }
    }
    Ok(stays)
}

/// What is wrong with stays, beside the field where it is set right.
fn stop(problem: StayProblem, stays: &[Stay]) -> Stop {
    match problem {
        StayProblem::EndsBeforeStart { stay } => {
            Stop::problem(STAYS[stay][1], f::stay_ends_before(stays[stay].first))
        }
        StayProblem::TooLong { stay } => {
            Stop::problem(STAYS[stay][1], f::stay_too_long(LONGEST_STAY_DAYS.to_string()))
        }
        StayProblem::Overlap { first, second } => {
            let other = stays[first];
            Stop::problem(STAYS[second][0], f::stay_overlap(other.first, other.last))
        }
        StayProblem::Money(_) => Stop::problem(STAYS[0][0], f::beyond()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::{Line, Note, Tone, amount};
    use crate::i18n::Msg;
    use crate::source::Confirmed;
    use chrono::NaiveDate;
    use domain::money::Money;
    use domain::rules::{Conflict, day};

    const TODAY: NaiveDate = day!("2026-11-22");

    fn answered(typed: &[(&'static str, &str)]) -> Result<Answer, Stop> {
        crate::calculator::answered(&HOSPITAL, typed, TODAY)
    }

    fn one(first: &str, last: &str) -> Answer {
        answered(&[("first", first), ("last", last)]).unwrap()
    }

    fn costs(first: NaiveDate, last: NaiveDate, total: Money) -> Msg {
        f::stay_costs(first, last, amount(total))
    }

    fn days(lines: &[Line]) -> Vec<(Msg, Option<Msg>)> {
        lines.iter().map(|line| (line.what.clone(), line.value.clone())).collect()
    }

    fn sizes(answer: &Answer) -> Vec<u64> {
        answer.picture.as_ref().unwrap().shares.iter().map(|share| share.size).collect()
    }

    fn paid(first: NaiveDate, last: NaiveDate, count: usize, rate: Money) -> Msg {
        f::part_paid(amount(rate), f::span_days(count, first, last))
    }

    #[test]
    fn the_ten_days_begin_again_with_the_new_year() {
        let answer = one("20.12.2010", "15.01.2011");
        let (first, last) = (day!("2010-12-20"), day!("2011-01-15"));
        assert_eq!(answer.sentence, costs(first, last, Money::lev(96_00)));
        let ten = Some(amount(Money::lev(48_00)));
        let none = Some(amount(Money::lev(0)));
        assert_eq!(
            days(&answer.lines),
            [
                (paid(first, day!("2010-12-29"), 10, Money::lev(4_80)), ten.clone()),
                (f::part_over_cap(f::span_days(2, day!("2010-12-30"), day!("2010-12-31"))), none.clone()),
                (paid(day!("2011-01-01"), day!("2011-01-10"), 10, Money::lev(4_80)), ten),
                (f::part_over_cap(f::span_days(5, day!("2011-01-11"), last)), none),
            ]
        );
        assert!(answer.lines.iter().all(|line| line.source.is_some()));
        assert_eq!(answer.total.as_ref().unwrap().value, Some(amount(Money::lev(96_00))));
        assert_eq!(sizes(&answer), [20, 7]);
        let other = f::stay_other_total(amount(Money::lev(48_00)));
        assert!(answer.notes.contains(&Note::conflict(Conflict::HospitalCap, other)));
    }

    #[test]
    fn a_change_of_the_fee_splits_the_stay() {
        let answer = one("13.04.2025", "22.04.2025");
        let (first, last) = (day!("2025-04-13"), day!("2025-04-22"));
        assert_eq!(answer.sentence, costs(first, last, Money::lev(34_00)));
        assert_eq!(
            days(&answer.lines),
            [
                (paid(first, day!("2025-04-17"), 5, Money::lev(5_80)), Some(amount(Money::lev(29_00)))),
                (paid(day!("2025-04-18"), last, 5, Money::lev(1_00)), Some(amount(Money::lev(5_00)))),
            ]
        );
    }

    #[test]
    fn a_stay_over_the_first_day_of_the_euro_has_a_sum_in_two_currencies() {
        let answer = one("30.12.2025", "03.01.2026");
        // 2 × 1.00 lev is 1.02 euro, and 3 × 0.51 euro.
        let sum = f::sum_both(Money::euro(1_53), Money::euro(2_55), Money::lev(2_00));
        assert_eq!(answer.sentence, f::stay_costs(day!("2025-12-30"), day!("2026-01-03"), sum.clone()));
        assert_eq!(answer.total.unwrap().value, Some(sum));
    }

    #[test]
    fn a_stay_to_come_has_no_amount_and_shows_what_is_known() {
        let answer = one("01.02.2027", "05.02.2027");
        assert_eq!(answer.tone, Tone::Unknown);
        assert_eq!((answer.total, answer.picture), (None, None));
        let known: Vec<_> = answer.lines.iter().map(|line| line.value.clone()).collect();
        assert_eq!(known, [Some(f::known_cap(10)), Some(amount(Money::euro(51)))]);
        let elsewhere = |line: &Line| matches!(line.source.unwrap().confirmed, Confirmed::Elsewhere { .. });
        assert!(answer.lines.iter().all(elsewhere));
    }

    #[test]
    fn a_stay_that_reaches_into_the_future_costs_at_least_what_is_known() {
        let answer = one("20.11.2026", "24.11.2026");
        assert_eq!(answer.tone, Tone::Heed);
        assert_eq!(answer.sentence, f::stay_at_least(amount(Money::euro(1_53))));
        assert_eq!(sizes(&answer), [3, 0, 2]);
    }

    #[test]
    fn other_stays_of_the_year_use_up_the_ten_days() {
        let answer = answered(&[
            ("first", "01.02.2010"),
            ("last", "03.02.2010"),
            ("more", "yes"),
            ("first-2", "01.03.2010"),
            ("last-2", "03.03.2010"),
            ("more-2", "yes"),
            ("first-3", "01.04.2010"),
            ("last-3", "03.04.2010"),
            ("more-3", "yes"),
            ("first-4", "01.01.2010"),
            ("last-4", "03.01.2010"),
        ])
        .unwrap();
        assert_eq!(answer.sentence, f::stays_cost(4, amount(Money::lev(48_00))));
        let of_stays: Vec<_> = answer.lines.iter().filter(|line| line.why.is_some()).collect();
        let last = of_stays.last().unwrap();
        assert_eq!(last.value, Some(amount(Money::lev(4_80))), "only the tenth day of the last stay");
    }

    #[test]
    fn free_days_of_the_exempt_are_free_and_what_they_use_up_is_open() {
        let answer =
            answered(&[("first", "01.05.2010"), ("last", "12.05.2010"), ("circumstances", "pregnant")]);
        let answer = answer.unwrap();
        assert_eq!((answer.tone, answer.sentence), (Tone::Good, f::stay_free()));
        let coming_of_age =
            answered(&[("first", "01.05.2010"), ("last", "12.05.2010"), ("born", "06.05.1992")]).unwrap();
        // Five days free, seven at 4.80; if free days used up the ten, only five would be paid.
        assert_eq!(coming_of_age.total.unwrap().value, Some(amount(Money::lev(33_60))));
        let other = Note::new(Tone::Heed, f::stay_if_exempt_days_count(amount(Money::lev(24_00))));
        assert!(coming_of_age.notes.contains(&other));
    }

    #[test]
    fn whether_a_stay_within_one_day_is_paid_is_said_to_be_open() {
        let answer = one("01.06.2025", "01.06.2025");
        assert_eq!(answer.sentence, f::stay_day_costs(day!("2025-06-01"), amount(Money::lev(1_00))));
        let other = Note::new(Tone::Heed, f::stay_if_same_day_is_none(amount(Money::lev(0))));
        assert!(answer.notes.contains(&other));
    }

    #[test]
    fn stays_that_cannot_be_are_told_beside_their_field() {
        let problem = |typed: &[(&'static str, &str)]| answered(typed).unwrap_err();
        assert_eq!(
            problem(&[("first", "02.05.2010"), ("last", "01.05.2010")]),
            Stop::problem("last", f::stay_ends_before(day!("2010-05-02")))
        );
        assert_eq!(
            problem(&[("first", "02.05.2010"), ("last", "01.05.2025")]),
            Stop::problem("last", f::stay_too_long("3653"))
        );
        let twice = [
            ("first", "01.05.2010"),
            ("last", "05.05.2010"),
            ("more", "yes"),
            ("first-2", "05.05.2010"),
            ("last-2", "06.05.2010"),
        ];
        let overlap = f::stay_overlap(day!("2010-05-01"), day!("2010-05-05"));
        assert_eq!(problem(&twice), Stop::problem("first-2", overlap));
        let unborn = [("first", "01.05.2010"), ("last", "05.05.2010"), ("born", "02.05.2010")];
        assert_eq!(problem(&unborn), Stop::problem("born", f::born_later(day!("2010-05-01"))));
        assert_eq!(problem(&[("first", "01.05.2010")]), Stop::Open);
    }
}
