//! What is wrong with something typed, in words.

use domain::money::AmountProblem;
use domain::written::{DayProblem, FIRST_YEAR, LAST_YEAR, NumberProblem};

use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;

pub fn day(problem: DayProblem, text: &str) -> Msg {
    match problem {
        DayProblem::Empty | DayProblem::NotADay => c::problem_not_a_day(),
        DayProblem::NoSuchMonth => c::problem_no_such_month(),
        DayProblem::NoSuchDay => c::problem_no_such_day(text.trim()),
        DayProblem::YearOutOfRange => year(),
    }
}

pub fn month(problem: DayProblem) -> Msg {
    match problem {
        DayProblem::Empty | DayProblem::NotADay | DayProblem::NoSuchDay => c::problem_not_a_month(),
        DayProblem::NoSuchMonth => c::problem_no_such_month(),
        DayProblem::YearOutOfRange => year(),
    }
}

fn year() -> Msg {
    c::problem_year(FIRST_YEAR.to_string(), LAST_YEAR.to_string())
}

pub fn amount(problem: AmountProblem) -> Msg {
    match problem {
        AmountProblem::Empty | AmountProblem::NotANumber => c::problem_not_an_amount(),
        AmountProblem::Negative => c::problem_negative(),
        AmountProblem::TooFine => c::problem_too_fine(),
        AmountProblem::TooLarge => c::problem_amount_too_large(),
    }
}

pub fn number(problem: NumberProblem, least: u32, most: u32) -> Msg {
    match problem {
        NumberProblem::Empty | NumberProblem::NotANumber => c::problem_not_a_number(),
        NumberProblem::TooSmall => c::problem_too_small(least.to_string()),
        NumberProblem::TooLarge => c::problem_too_large(most.to_string()),
    }
}
