//! How old tests and consultations may be when the committee sits.

use domain::validity::telk_tests::TestProblem;
use domain::validity::test_age;

use super::super::words::term;
use super::{DAY, granted_today};
use crate::calculator::{Answer, Given, Kind, Line, Question, Stop, Tone, nothing_known};
use crate::i18n::texts::{calculator as c, dates as f};

/// As many tests as are asked about at once; one more is asked for as soon as one is given.
const TESTS: [&str; 4] = ["test-1", "test-2", "test-3", "test-4"];

pub(super) fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![granted_today(given, f::telk_session())];
    for (number, id) in (1_usize..).zip(TESTS) {
        let test = Question::new(id, f::telk_test(number), Kind::Day).optional();
        questions.push(if number == 1 { test.hint(f::telk_test_hint()) } else { test });
        if !given.has(id) {
            break;
        }
    }
    questions
}

pub(super) fn answer(given: &Given) -> Result<Answer, Stop> {
    let session = given.day(DAY)?;
    // A test of the same day is always accepted: it only brings the rule.
    let rule = match test_age(session, session, given.today()) {
        Ok(age) => age,
        Err(problem) => return refused(problem, DAY),
    };
    let why = f::telk_tests_why();
    let from = Line::new(f::telk_tests_rule()).value(c::day(rule.oldest)).why(why).source(rule.basis);
    let mut lines = vec![from];
    let (mut accepted, mut too_old) = (0, 0);
    for id in TESTS.into_iter().filter(|id| given.has(id)) {
        let test = given.day(id)?;
        let age = match test_age(test, session, given.today()) {
            Ok(age) => age,
            Err(problem) => return refused(problem, id),
        };
        let line = Line::new(f::telk_test_of(test)).source(age.basis);
        lines.push(if age.accepted {
            accepted += 1;
            line.value(f::telk_counts_until(age.counts_until))
        } else {
            too_old += 1;
            line.value(f::telk_too_old()).why(f::telk_counted_until(age.counts_until))
        });
    }
    let (tone, sentence) = match (accepted, too_old) {
        (0, 0) => (Tone::Plain, f::telk_tests_from(rule.oldest, session)),
        (count, 0) => (Tone::Good, f::telk_tests_accepted(count, session)),
        (_, count) => (Tone::Bad, f::telk_tests_too_old(count, session)),
    };
    Ok(lines.into_iter().fold(Answer::new(tone, sentence), Answer::line))
}

fn refused(problem: TestProblem, id: &'static str) -> Result<Answer, Stop> {
    match problem {
        TestProblem::AfterSession => Err(Stop::problem(id, f::telk_test_after())),
        TestProblem::BeyondCalendar => Err(Stop::problem(DAY, f::beyond_calendar())),
        TestProblem::NoData(no_data) => Ok(nothing_known(no_data, term)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use crate::pages::dates::telk::TELK;
    use chrono::NaiveDate;
    use domain::rules::day;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn said(typed: &[(&'static str, &str)]) -> Answer {
        answered(&TELK, typed, TODAY).unwrap()
    }

    #[test]
    fn the_page_opens_with_the_oldest_day_that_counts() {
        let answer = said(&[]);
        assert_eq!(answer.sentence, f::telk_tests_from(day!("2025-11-22"), TODAY));
        assert_eq!(answer.lines.len(), 1);
    }

    #[test]
    fn each_test_says_until_which_session_it_counts() {
        let answer = said(&[("day", "28.02.2025"), ("test-1", "29.02.2024")]);
        assert_eq!(answer.sentence, f::telk_tests_accepted(1, day!("2025-02-28")));
        assert_eq!(answer.lines[1].value, Some(f::telk_counts_until(day!("2025-02-28"))));
    }

    #[test]
    fn a_test_that_is_a_day_too_old_is_counted_as_such() {
        let answer = said(&[("day", "31.01.2026"), ("test-1", "31.01.2025"), ("test-2", "30.01.2025")]);
        assert_eq!((answer.tone, answer.sentence), (Tone::Bad, f::telk_tests_too_old(1, day!("2026-01-31"))));
        assert_eq!(answer.lines[2].why, Some(f::telk_counted_until(day!("2026-01-30"))));
        assert!(answer.lines.iter().all(|line| line.source.is_some()));
    }

    #[test]
    fn a_test_after_the_session_is_a_problem_of_that_test() {
        let given = [("day", "22.11.2026"), ("test-1", "22.11.2026"), ("test-2", "23.11.2026")];
        assert_eq!(answered(&TELK, &given, TODAY), Err(Stop::problem("test-2", f::telk_test_after())));
    }

    #[test]
    fn nothing_is_known_before_2019() {
        let answer = said(&[("day", "31.12.2018")]);
        assert_eq!((answer.tone, answer.lines[0].value.clone()), (Tone::Unknown, Some(c::months(12))));
    }
}
