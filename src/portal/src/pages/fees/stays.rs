//! The bill of days in hospital, in words.

use chrono::{Datelike, NaiveDate};
use domain::fee::Sum;
use domain::fee::amounts::{STAY_CAP, STAY_DAY};
use domain::fee::stay::{Alternative, Bill, Part, Question, Stay, Total, What};
use domain::money::{Money, euro};
use domain::rules::{Basis, Conflict, NoData};

use super::circumstance::{circumstance, proof};
use super::refusal::listing;
use super::remarks::{not_confirmed, only_insured};
use crate::calculator::{Answer, Line, Note, Picture, Share, Tone, amount, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, fees as f};

/// A bill, in words; asked on `today`.
pub fn told(bill: &Bill, stays: &[Stay], today: NaiveDate) -> Answer {
    let Some(first) = bill.parts.first() else { return Answer::new(Tone::Unknown, f::beyond()) };
    if bill.parts.iter().all(|part| part.amount.is_none()) {
        return unknown(first, today);
    }
    let zero = bill.parts.iter().find_map(|part| part.amount).unwrap_or(Money::euro(0));
    let mut answer = head(bill, stays, zero);
    for (place, part) in bill.parts.iter().enumerate() {
        answer = with_part(answer, part);
        let ends = bill.parts.get(place + 1).is_none_or(|next| next.stay != part.stay);
        if ends && stays.len() > 1 {
            answer = answer.line(of_stay(stays[part.stay], bill.stays[part.stay], zero));
        }
    }
    let total = Line::new(f::stays_total()).value(total(bill.total, zero)).why(f::stays_total_why());
    let mut answer = answer.total(total.source(euro::RATE_SOURCE)).picture(picture(bill));
    for used in &bill.used {
        let last = bill.parts.iter().rev().find(|part| part.last.year() == used.year);
        if let Some(Ok(cap)) = last.map(|part| STAY_CAP.sourced(part.last, today)) {
            let text = f::stay_used(used.days as usize, cap.value.to_string(), used.year.to_string());
            answer = answer.note(Note::new(Tone::Plain, text).source(cap.basis));
        }
    }
    for alternative in &bill.alternatives {
        answer = answer.note(other(*alternative, zero));
    }
    if let Some(why) = bill.parts.iter().find_map(|part| exempt(part.what)) {
        answer = answer.note(Note::new(Tone::Heed, proof(why)));
    }
    if let Some(basis) = bill.parts.iter().rev().find_map(|part| basis(part.what)) {
        answer = not_confirmed(answer, basis);
    }
    only_insured(answer, first.first, today)
}

/// The sentence.
fn head(bill: &Bill, stays: &[Stay], zero: Money) -> Answer {
    let known = match bill.total {
        Total::Incomplete(sum) => return Answer::new(Tone::Heed, f::stay_at_least(money(sum, zero))),
        Total::Complete(sum) => sum,
    };
    if known.in_euro.minor == 0 {
        return Answer::new(Tone::Good, f::stay_free());
    }
    let known = money(known, zero);
    let sentence = match (stays, bill.parts.as_slice()) {
        ([_], [Part { days: 1, first, .. }]) => f::stay_day_costs(*first, known),
        ([stay], _) => f::stay_costs(stay.first, stay.last, known),
        _ => f::stays_cost(stays.len(), known),
    };
    Answer::new(Tone::Plain, sentence)
}

/// One line of the working; what is not known is said with what is known instead.
fn with_part(answer: Answer, part: &Part) -> Answer {
    let (what, basis) = match part.what {
        What::Charged { rate, basis } => (f::part_paid(amount(rate), span(part)), basis),
        What::OverCap { basis } => (f::part_over_cap(span(part)), basis),
        What::Exempt { circumstance: why, basis } => (f::part_exempt(span(part), circumstance(why)), basis),
        What::NoDay => return answer.line(Line::new(f::part_no_day(span(part)))),
        What::NoRate(no_data) => return with_unknown(answer, part, nothing_known(no_data, amount)),
        What::NoCap(no_data) => return with_unknown(answer, part, nothing_known(no_data, cap)),
        What::NoList(no_data) => return with_unknown(answer, part, nothing_known(no_data, listing)),
    };
    let line = Line::new(what).source(basis);
    answer.line(match part.amount {
        Some(due) => line.value(amount(due)),
        None => line,
    })
}

fn with_unknown(answer: Answer, part: &Part, told: Answer) -> Answer {
    let answer = answer.line(Line::new(f::part_unknown(span(part))).why(told.sentence));
    let answer = told.lines.into_iter().fold(answer, Answer::line);
    told.notes.into_iter().fold(answer, Answer::note)
}

/// Nothing is known of any day: why, and what is known of other days.
fn unknown(part: &Part, today: NaiveDate) -> Answer {
    match part.what {
        What::NoRate(no_data) => nothing_known(no_data, amount),
        What::NoList(no_data) => nothing_known(no_data, listing),
        What::NoCap(no_data) => {
            let answer = nothing_known(no_data, cap);
            match STAY_DAY.sourced(no_data.day, today) {
                Err(NoData { known: Some(entry), .. }) => {
                    answer.line(Line::new(f::known_day()).value(amount(entry.value)).source(entry))
                }
                Ok(_) | Err(_) => answer,
            }
        }
        What::Charged { .. } | What::OverCap { .. } | What::Exempt { .. } | What::NoDay => {
            Answer::new(Tone::Unknown, f::beyond())
        }
    }
}

fn cap(days: u32) -> Msg {
    f::known_cap(days as usize)
}

/// From when to when, and how many days.
fn span(part: &Part) -> Msg {
    match part.days {
        1 => f::span_day(part.first),
        days => f::span_days(days as usize, part.first, part.last),
    }
}

fn of_stay(stay: Stay, of: Total, zero: Money) -> Line {
    Line::new(f::stay_total(stay.first, stay.last))
        .value(total(of, zero))
        .why(f::stay_total_why())
        .source(euro::RATE_SOURCE)
}

fn total(total: Total, zero: Money) -> Msg {
    match total {
        Total::Complete(sum) => money(sum, zero),
        Total::Incomplete(sum) => f::at_least(money(sum, zero)),
    }
}

/// A sum in the currency it is due in, or in both; `zero` tells the currency of nothing.
fn money(sum: Sum, zero: Money) -> Msg {
    match (sum.lev.minor, sum.euro.minor) {
        (0, 0) => amount(Money { minor: 0, ..zero }),
        (_, 0) => amount(sum.lev),
        (0, _) => amount(sum.euro),
        _ => f::sum_both(sum.euro, sum.in_euro, sum.lev),
    }
}

/// What it would be if an open question were answered the other way.
fn other(other: Alternative, zero: Money) -> Note {
    let shown = total(other.total, zero);
    match other.question {
        Question::Cap => Note::conflict(Conflict::HospitalCap, f::stay_other_total(shown)),
        Question::SameDay => Note::new(Tone::Heed, f::stay_if_same_day_is_none(shown)),
        Question::ExemptDays => Note::new(Tone::Heed, f::stay_if_exempt_days_count(shown)),
    }
}

/// How many days are paid, and how many are not.
fn picture(bill: &Bill) -> Picture {
    let share = |label: Msg, of: fn(&What) -> bool| {
        let days: u32 = bill.parts.iter().filter(|part| of(&part.what)).map(|part| part.days).sum();
        Share { label, value: c::days(days as usize), size: days.into() }
    };
    let mut shares = vec![
        share(f::share_paid(), |what| matches!(what, What::Charged { .. })),
        share(f::share_over_cap(), |what| matches!(what, What::OverCap { .. })),
    ];
    let rare = [
        share(f::share_exempt(), |what| matches!(what, What::Exempt { .. } | What::NoDay)),
        share(f::share_unknown(), |what| matches!(what, What::NoRate(_) | What::NoCap(_) | What::NoList(_))),
    ];
    shares.extend(rare.into_iter().filter(|share| share.size > 0));
    Picture { label: f::shares_of_days(), shares }
}

fn exempt(what: What) -> Option<domain::fee::Circumstance> {
    if let What::Exempt { circumstance, .. } = what { Some(circumstance) } else { None }
}

fn basis(what: What) -> Option<Basis> {
    match what {
        What::Charged { basis, .. } | What::OverCap { basis } | What::Exempt { basis, .. } => Some(basis),
        What::NoDay | What::NoRate(_) | What::NoCap(_) | What::NoList(_) => None,
    }
}
