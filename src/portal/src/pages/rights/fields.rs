//! The three fields of a request for correction: their names, their checks, and what is wrong in words.

use domain::coded::{Code as _, Coded};
use domain::data_right::correction::{self, Field as Of, Problem, RIGHT_LIMIT, WRONG_LIMIT};
use leptos::prelude::*;

use super::Typed;
use crate::form::Field;
use crate::i18n::Msg;
use crate::i18n::texts::rights as r;

/// What, what is wrong, and what would be right, in this order.
pub fn of(Typed(typed): Typed) -> [Field; 3] {
    [
        Field {
            id: "correct-field",
            pointer: "/field",
            label: r::correct_field,
            check: check_field,
            value: Signal::derive(move || typed.with(|wanted| wanted.field.clone())),
            set: Callback::new(move |text| typed.update(|wanted| wanted.field = text)),
        },
        Field {
            id: "correct-wrong",
            pointer: "/wrong",
            label: r::correct_wrong,
            check: |typed| correction::check_wrong(typed).err().map(problem),
            value: Signal::derive(move || typed.with(|wanted| wanted.wrong.clone())),
            set: Callback::new(move |text| typed.update(|wanted| wanted.wrong = text)),
        },
        Field {
            id: "correct-right",
            pointer: "/right",
            label: r::correct_right,
            check: |typed| correction::check_right(typed).err().map(problem),
            value: Signal::derive(move || typed.with(|wanted| wanted.right.clone())),
            set: Callback::new(move |text| typed.update(|wanted| wanted.right = text)),
        },
    ]
}

/// What can be corrected, with its words.
pub fn choices() -> Vec<(&'static str, Msg)> {
    Of::ALL.iter().map(|field| (field.code(), of_field(*field))).collect()
}

/// What is to be corrected, in words; what this build does not know as it came.
pub fn name(field: &Coded<Of>) -> Msg {
    match field {
        Coded::Known(field) => of_field(*field),
        Coded::Unknown(code) => r::correct_field_unknown(code.as_str()),
    }
}

fn of_field(field: Of) -> Msg {
    match field {
        Of::Name => r::correct_name(),
        Of::Address => r::correct_address(),
        Of::Contacts => r::correct_contacts(),
        Of::PersonalNumber => r::correct_personal_number(),
        Of::Document => r::correct_document(),
    }
}

fn check_field(typed: &str) -> Option<Msg> {
    Of::from_code(typed).known().is_none().then(r::problem_field)
}

/// What is wrong, in words. The server gives the same codes as the check here, and so they read the same.
pub fn words(code: &str) -> Msg {
    Problem::from_code(code).known().map_or_else(|| r::problem_unknown(code), problem)
}

fn problem(problem: Problem) -> Msg {
    match problem {
        Problem::WrongMissing => r::problem_wrong_missing(),
        Problem::WrongTooLong => r::problem_too_long(WRONG_LIMIT),
        Problem::RightMissing => r::problem_right_missing(),
        Problem::RightTooLong => r::problem_too_long(RIGHT_LIMIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_here_and_the_server_say_the_same() {
        assert_eq!(correction::check_wrong("").err().map(problem), Some(words("wrong.missing")));
        assert_eq!(correction::check_right("").err().map(problem), Some(words("right.missing")));
        let long = "a".repeat(WRONG_LIMIT + 1);
        assert_eq!(correction::check_wrong(&long).err().map(problem), Some(words("wrong.too_long")));
        assert_eq!(correction::check_right(&long).err().map(problem), Some(words("right.too_long")));
        assert_eq!(words("moon.phase"), r::problem_unknown("moon.phase"));
    }

    #[test]
    fn something_has_to_be_chosen_and_every_choice_can_be() {
        assert_eq!(check_field(""), Some(r::problem_field()));
        for (code, _) in choices() {
            assert_eq!(check_field(code), None, "{code}");
        }
    }
}
