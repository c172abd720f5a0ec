//! What is typed into a form, and what is wrong with it.

use contract::problem::FieldProblem;
use domain::order::order;
use leptos::prelude::*;

use crate::i18n::Msg;

/// A field of a form.
#[derive(Clone, Copy)]
pub struct Field {
    /// Id of its input.
    pub id: &'static str,
    /// Where its value stands in what is sent: a JSON pointer, by which the server names it.
    pub pointer: &'static str,
    /// Its name.
    pub label: fn() -> Msg,
    /// What is wrong with a value.
    pub check: fn(&str) -> Option<Msg>,
    /// What is typed.
    pub value: Signal<String>,
    /// Takes what is typed.
    pub set: Callback<String>,
}

/// Something wrong: with a field, or with the form as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Id of the field.
    pub field: Option<&'static str>,
    /// In words.
    pub text: Msg,
}

/// A form. What is wrong is found out when it is sent, never while somebody is typing.
#[derive(Clone, Copy)]
pub struct Form {
    fields: StoredValue<Vec<Field>>,
    problems: RwSignal<Vec<Problem>>,
    /// Counts the times that something was wrong.
    pub refusals: RwSignal<u32>,
}

impl Form {
    /// A form with these fields, in their order on the page.
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            fields: StoredValue::new(fields),
            problems: RwSignal::new(Vec::new()),
            refusals: RwSignal::new(0),
        }
    }

    /// Its fields.
    pub fn fields(self) -> Vec<Field> {
        self.fields.get_value()
    }

    /// Whether anything is wrong; tracked.
    pub fn wrong(self) -> bool {
        self.problems.with(|problems| !problems.is_empty())
    }

    /// Everything that is wrong, with the names of the fields; tracked.
    pub fn problems(self) -> Vec<(Option<Field>, Msg)> {
        let fields = self.fields();
        let of = |problem: &Problem| fields.iter().find(|field| Some(field.id) == problem.field).copied();
        self.problems
            .with(|problems| problems.iter().map(|problem| (of(problem), problem.text.clone())).collect())
    }

    /// What is wrong with a field; tracked.
    pub fn problem(self, id: &str) -> Option<Msg> {
        self.problems.with(|problems| {
            problems.iter().find(|problem| problem.field == Some(id)).map(|problem| problem.text.clone())
        })
    }

    /// Checks everything that is typed; true when it may be sent.
    pub fn check(self) -> bool {
        let fields = self.fields();
        let found = fields.iter().filter_map(|field| {
            let text = field.value.with_untracked(|typed| (field.check)(typed))?;
            Some(Problem { field: Some(field.id), text })
        });
        self.show(found.collect())
    }

    /// Takes what the server found wrong. A problem with something that is no field here is shown all the same.
    pub fn refuse(self, problems: &[FieldProblem], words: fn(&str) -> Msg) {
        // The answer may come when the form is gone.
        if let Some(fields) = self.fields.try_get_value() {
            self.show(assign(&fields, problems, words));
        }
    }

    fn show(self, problems: Vec<Problem>) -> bool {
        let fine = problems.is_empty();
        self.problems.set(problems);
        if !fine {
            self.refusals.update(|count| *count += 1);
        }
        fine
    }
}

/// Puts problems of the server to the fields, in the order of the fields, then those of no field.
fn assign(fields: &[Field], problems: &[FieldProblem], words: fn(&str) -> Msg) -> Vec<Problem> {
    let place = |problem: &FieldProblem| fields.iter().position(|field| field.pointer == problem.pointer);
    let places: Vec<_> = problems.iter().map(place).collect();
    let key = |index: usize| places[index].unwrap_or(usize::MAX);
    let problem = |index: usize| {
        let field = places[index].and_then(|place| fields.get(place)).map(|field| field.id);
        Problem { field, text: words(&problems[index].code) }
    };
    order(problems.len(), &|a, b| key(a).cmp(&key(b))).into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests;
