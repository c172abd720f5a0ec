//! What is wrong with terms: found here by the rules, or by the server, which gives the same codes.

use chrono::NaiveDate;
use contract::problem::FieldProblem;
use domain::access::terms::{LONGEST, LONGEST_LABEL};
use domain::access::{Kinds, Terms, TermsProblem, check};
use domain::coded::{Code as _, Coded};
use domain::term::Term;
use domain::written::{DayProblem, FIRST_YEAR, LAST_YEAR, parse_day};

use crate::i18n::Msg;
use crate::i18n::texts::family as f;
use crate::pages::family::draft::Draft;

/// In front of the codes of what is wrong with the last day; the rules have some, reading it has others.
const UNTIL: &str = "until.";

/// Everything that is wrong with what is typed, on a day in the giver's zone.
pub fn problems(draft: &Draft, today: NaiveDate) -> Vec<FieldProblem> {
    let asked = draft.asked();
    let kinds = asked.kinds.map_or(Kinds::All, Kinds::Only);
    let terms = Terms {
        scopes: Some(asked.scopes),
        kinds: Some(&kinds),
        // A last day that somebody leaves as it is may be nearer than any that can be chosen.
        until: asked.until,
        label: draft.of.is_none().then_some(draft.label.as_str()),
    };
    let mut found: Vec<FieldProblem> =
        check(terms, today).into_iter().map(|problem| of_code(problem.code().to_owned())).collect();
    if let Err(problem) = parse_day(&draft.until) {
        found.push(of_code(format!("{UNTIL}{}", problem.code())));
    }
    found
}

/// The field of a problem is the first word of its code.
fn of_code(code: String) -> FieldProblem {
    let name = code.split('.').next().unwrap_or_default();
    FieldProblem { pointer: format!("/{name}"), code }
}

/// What is wrong, in words.
pub fn words(code: &str) -> Msg {
    let day = code.strip_prefix(UNTIL).and_then(|code| DayProblem::from_code(code).known());
    match (TermsProblem::from_code(code), day) {
        (Coded::Known(problem), _) => of_terms(problem),
        (Coded::Unknown(_), Some(problem)) => of_day(problem),
        (Coded::Unknown(code), None) => f::problem_unknown(code.as_str()),
    }
}

fn of_terms(problem: TermsProblem) -> Msg {
    match problem {
        TermsProblem::ScopesEmpty => f::problem_scopes_empty(),
        TermsProblem::ScopesUnknown => f::problem_scopes_unknown(),
        TermsProblem::KindsEmpty => f::problem_kinds_empty(),
        TermsProblem::KindsUnknown => f::problem_kinds_unknown(),
        TermsProblem::UntilPast => f::problem_until_past(),
        TermsProblem::UntilTooFar => f::problem_until_too_far(longest()),
        TermsProblem::LabelEmpty => f::problem_label_empty(),
        TermsProblem::LabelTooLong => f::problem_label_too_long(LONGEST_LABEL),
        TermsProblem::BasisNotMandate => f::problem_basis(),
    }
}

/// How far ahead a last day may lie, in the unit in which the rule has it.
const fn longest() -> usize {
    match LONGEST {
        Term::Months(count) | Term::Days(count) => count as usize,
    }
}

fn of_day(problem: DayProblem) -> Msg {
    match problem {
        DayProblem::Empty => f::problem_until_empty(),
        DayProblem::NotADay => f::problem_until_not_a_day(),
        DayProblem::NoSuchMonth => f::problem_until_no_such_month(),
        DayProblem::NoSuchDay => f::problem_until_no_such_day(),
        DayProblem::YearOutOfRange => f::problem_until_year(FIRST_YEAR.to_string(), LAST_YEAR.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use domain::access::{Scope, Scopes};
    use domain::document::Kind;
    use domain::rules::day;

    use super::*;

    #[track_caller]
    fn wrong(draft: &Draft, codes: &[&str]) {
        let found = problems(draft, day!("2026-11-22"));
        assert_eq!(found.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>(), codes);
        for problem in &found {
            assert_eq!(problem.pointer.trim_start_matches('/'), problem.code.split('.').next().unwrap());
            assert_ne!(words(&problem.code), f::problem_unknown(problem.code.as_str()));
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        wrong(&Draft::invitation(), &["scopes.empty", "label.empty", "until.empty"]);
        let mut draft = Draft::invitation();
        draft.scopes = Scopes::NONE.with(Scope::Look);
        draft.label = "a".to_owned();
        draft.only = true;
        draft.until = "31.02.2027".to_owned();
        wrong(&draft, &["kinds.empty", "until.no_such_day"]);
        draft.kinds = vec![Kind::MedicineProtocol];
        draft.until = "21.11.2026".to_owned();
        wrong(&draft, &["until.past"]);
        draft.until = "22.11.2028".to_owned();
        wrong(&draft, &[]);
        draft.until = "23.11.2028".to_owned();
        wrong(&draft, &["until.too_far"]);
    }

    #[test]
    fn codes_of_a_newer_server_are_shown() {
        assert_eq!(words("until.eclipse"), f::problem_unknown("until.eclipse"));
        assert_eq!(longest(), 24);
    }
}
