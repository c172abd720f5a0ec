//! Back from abroad: whether rights are back, and what brings them back.

mod cost;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use domain::insurance::Refusal;
use domain::insurance::returning::{Back, EFFECT, Effect, RETURN, Return, Since, back, by_months};
use domain::insurance::rule::EMERGENCY;
use domain::month::Month;
use domain::rules::{Basis, Lookup};

use crate::calculator::{
    Answer, Calculator, Given, Kind, Line, Note, Question, Stop, Tone, catalogue, nothing_known, written_day,
    written_month,
};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, insurance as i};

const DAY: &str = "day";
const FIRST: &str = "first";
const LAST: &str = "last";
const PAID: &str = "paid";

/// More contributions at once than anybody is asked for.
const MOST_PAID: u32 = 120;

/// The calculator.
pub static RETURNING: Calculator =
    Calculator { entry: &catalogue::RETURNING, questions, answer, another_day: &[DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![
        Question::new(DAY, i::returning_day(), Kind::Day)
            .hint(i::returning_day_hint())
            .granted(written_day(given.today())),
        Question::new(FIRST, i::returning_first(), Kind::Month).hint(i::returning_first_hint()).optional(),
    ];
    if given.has(FIRST) {
        let day = given.day(DAY).unwrap_or(given.today());
        questions.push(
            Question::new(LAST, i::returning_last(), Kind::Month)
                .hint(i::returning_last_hint())
                .granted(written_month(Month::of(day))),
        );
    }
    questions.push(
        Question::new(PAID, i::returning_paid(), Kind::Number { least: 0, most: MOST_PAID })
            .hint(i::returning_paid_hint())
            .granted("0"),
    );
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let (day, today) = (given.day(DAY)?, given.today());
    let insured = insured(given)?;
    let since = Since { insured: &insured, contributions: given.number(PAID)? };
    let answer = match back(day, since, today) {
        Ok(Back::ByMonths { since, basis }) => by_row(since, basis, (day, today)),
        Ok(Back::ByContributions { basis, effect }) => by_contributions(day, effect, basis, today),
        Ok(Back::NotYet { longest, missing, basis, .. }) => {
            let going_on = by_months(day, &insured, today).ok().map(|found| found.value);
            not_yet((day, today), longest, missing, going_on, basis)
        }
        Err(Refusal::Return(no_data)) => nothing_known(no_data, ways),
        // Of no other kind is any refusal of a return.
        Err(_) => return Err(Stop::Open),
    };
    Ok(answer)
}

/// The months insured in a row since the return.
fn insured(given: &Given) -> Result<Vec<Month>, Stop> {
    let Some(first) = given.maybe(FIRST, Given::month)? else { return Ok(Vec::new()) };
    let months: Vec<_> = first.through(given.month(LAST)?).collect();
    if months.is_empty() { Err(Stop::problem(LAST, i::returning_last_earlier(first))) } else { Ok(months) }
}

/// The two ways, by either of which rights come back.
fn ways(rule: Return) -> Msg {
    i::ways(i::contributions_at_once(rule.contributions as usize), i::months_in_a_row(rule.months as usize))
}

fn by_row(since: NaiveDate, basis: Basis, (day, today): (NaiveDate, NaiveDate)) -> Answer {
    let line = Line::new(i::back_since()).value(c::day(since)).source(basis);
    let answer = Answer::new(Tone::Good, i::back_by_months(since));
    match RETURN.sourced(day, today) {
        Ok(rule) => answer.line(line.why(i::row_why(i::months_in_a_row(rule.value.months as usize)))),
        Err(_) => answer.line(line),
    }
}

fn by_contributions(day: NaiveDate, effect: Lookup<Effect>, basis: Basis, today: NaiveDate) -> Answer {
    let answer = Answer::new(Tone::Good, i::back_by_contributions(day))
        .line(Line::new(i::contributions_line()).value(i::enough()).source(basis));
    let answer = match (effect, EFFECT.sourced(day, today)) {
        (
            Lookup::Known { value: Effect::AtOnce, .. }
            | Lookup::NotConfirmedSince { value: Effect::AtOnce, .. },
            Ok(rule),
        ) => answer.line(Line::new(i::effect_line()).value(i::at_once()).source(rule.basis)),
        _ => answer.note(Note::new(Tone::Unknown, i::effect_unknown())),
    };
    answer.note(Note::new(Tone::Heed, i::current_month()))
}

fn not_yet(
    (day, today): (NaiveDate, NaiveDate),
    longest: u32,
    missing: u32,
    going_on: Option<NaiveDate>,
    basis: Basis,
) -> Answer {
    let sentence = match going_on {
        Some(since) => i::not_yet(day, i::contributions_at_once(missing as usize), since),
        None => i::not_yet_beyond(day, i::contributions_at_once(missing as usize)),
    };
    let mut answer = Answer::new(Tone::Heed, sentence).line(
        Line::new(i::row_line()).value(c::months(longest as usize)).why(i::row_line_why()).source(basis),
    );
    if let Some(since) = going_on {
        answer =
            answer.line(Line::new(i::going_on()).value(c::day(since)).why(i::going_on_why()).source(basis));
    }
    let left = i::contributions(missing as usize);
    let answer = answer.line(Line::new(i::missing_line()).value(left).source(basis));
    let answer = cost::told(answer, (day, today)).note(Note::new(Tone::Heed, i::current_month()));
    match EMERGENCY.sourced(day, today) {
        Ok(rule) => answer.note(Note::new(Tone::Plain, i::emergency()).source(rule.basis)),
        Err(_) => answer,
    }
}
