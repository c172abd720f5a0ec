//! What brings rights back, and what it costs.

use chrono::NaiveDate;
use domain::fee::Sum;
use domain::insurance::restoring::{Debt, Part, Restoring};
use domain::insurance::rule::{EMERGENCY, Window};
use domain::insurance::standing::Status;
use domain::month::Month;

use super::months::span;
use crate::calculator::{Answer, Line, Note, Tone, amount};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, insurance as i};

/// Adds what has to be paid so that rights are back.
pub fn told(answer: Answer, status: Status, restoring: &Restoring, today: NaiveDate) -> Answer {
    let what = if status == Status::Interrupted { i::insured_restores() } else { i::insured_would_restore() };
    let why = i::insured_restores_why(restoring.window.first, restoring.window.last);
    let months = c::months(restoring.months.len());
    let mut answer = answer.line(Line::new(what).value(months).why(why).source(restoring.basis));
    for part in &restoring.parts {
        answer = answer.line(debt(part));
    }
    for window in runs(&restoring.open) {
        let months = c::months(window.months().count());
        let line = Line::new(i::insured_maybe(span(window))).value(months).why(i::insured_maybe_why());
        answer = answer.line(line);
    }
    if !restoring.parts.is_empty() {
        answer = answer
            .total(Line::new(i::insured_total()).value(total(restoring)).source(restoring.basis))
            .note(Note::new(Tone::Heed, i::insured_interest()));
    }
    match EMERGENCY.sourced(today, today) {
        Ok(rule) => answer.note(Note::new(Tone::Plain, i::emergency()).source(rule.basis)),
        Err(_) => answer,
    }
}

/// What is owed for months in a row.
fn debt(part: &Part) -> Line {
    let months = span(part.window);
    let what = match part.each.amount() {
        Some(each) if part.months > 1 => {
            i::insured_debt_each(amount(each), c::months(part.months as usize), months)
        }
        Some(_) | None => i::insured_debt(months),
    };
    let line = Line::new(what).value(part.sum.map_or_else(i::insured_not_known, amount));
    match part.each {
        Debt::Told(_) => line.why(i::insured_debt_told()),
        Debt::Least(_, basis) => line.why(i::insured_debt_least()).source(basis),
        Debt::DependsOnIncome => line.why(i::insured_debt_by_income()),
        Debt::NotKnown => line.why(i::insured_debt_no_source()),
    }
}

/// All of it, as far as it is known.
fn total(restoring: &Restoring) -> Msg {
    let sum = sum(restoring.cost);
    let known = restoring.parts.iter().any(|part| part.sum.is_some());
    match (known, restoring.without_amount.is_empty() && restoring.open.is_empty()) {
        (false, _) => i::insured_not_known(),
        (true, true) => sum,
        (true, false) => i::insured_at_least(sum),
    }
}

/// What was due in lev stays in lev, with the euro beside it.
fn sum(sum: Sum) -> Msg {
    match (sum.lev.minor, sum.euro.minor) {
        (_, 0) => amount(sum.lev),
        (0, _) => amount(sum.euro),
        _ => i::insured_sum(amount(sum.in_euro), amount(sum.euro), amount(sum.lev)),
    }
}

/// The months in rows.
fn runs(months: &[Month]) -> Vec<Window> {
    let mut runs: Vec<Window> = Vec::new();
    for month in months {
        match runs.last_mut() {
            Some(run) if run.last.after(1) == Some(*month) => run.last = *month,
            _ => runs.push(Window { first: *month, last: *month }),
        }
    }
    runs
}
