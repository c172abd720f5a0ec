//! What those risk who miss a check-up, or do not have a child immunised.

use chrono::NaiveDate;
use contract::prevention::Prevention;
use domain::check_up::sanction::{Fines, LOSS_MONTHS, Range};
use domain::check_up::{Authority, Due, Missed, Plan, Sanction, parents_answer, plan, sanction};
use domain::rules::{NoData, Sourced};

use crate::calculator::{Answer, Line, Note, Tone, amount};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, check_ups as u};

/// What is risked: for the last year that was missed, or in general.
pub fn in_words(known: &Prevention, today: NaiveDate) -> Answer {
    let missed = match plan(&known.facts(&known.done()), today) {
        Plan::Known(planned) => planned.missed.iter().rev().find_map(|due| match due {
            Due::Year(year) => Some((*year, due.last_day()?)),
            Due::Month { .. } | Due::On(_) => None,
        }),
        Plan::Ask(_) | Plan::ByInvitation | Plan::NothingKnown => None,
    };
    let (day, tone, text) = match missed {
        Some((year, last)) => (last, Tone::Heed, u::risk_year(year.to_string())),
        None => (today, Tone::Plain, u::risk_general()),
    };
    let first = sanction(Missed::CheckUp, false, day, today);
    let again = sanction(Missed::CheckUp, true, day, today);
    let answer = Answer::new(tone, text).line(fine(u::risk_first(), &first, |fines| fines.first)).line(fine(
        u::risk_again(),
        &again,
        |fines| fines.again,
    ));
    let answer = loss(authority(answer, &first), &first, day, today);
    let child = known.born.is_some_and(|born| parents_answer(born, today));
    if child { immunisation(answer, today) } else { answer }
}

/// How much; where that is not verified, what is known instead and that it is only that.
fn fine(what: Msg, of: &Sanction, which: fn(Fines) -> Range) -> Line {
    match of.fine {
        Ok(Sourced { value, basis }) => Line::new(what).value(range(value)).source(basis),
        Err(NoData { known: Some(entry), .. }) => {
            Line::new(what).value(range(which(entry.value))).why(u::risk_unverified()).source(entry)
        }
        Err(NoData { known: None, .. }) => Line::new(what),
    }
}

fn range(range: Range) -> Msg {
    u::risk_range(amount(range.least), amount(range.most))
}

fn authority(answer: Answer, of: &Sanction) -> Answer {
    let Ok(who) = of.authority else { return answer };
    let name = match who.value {
        Authority::RegionalCentre => u::risk_centre(),
        Authority::Inspection => u::risk_inspection(),
    };
    answer.line(Line::new(u::risk_authority()).value(name).source(who.basis))
}

/// The loss of rights by the guide: an answer of its own year, and no more than what is known of any other.
fn loss(answer: Answer, of: &Sanction, day: NaiveDate, today: NaiveDate) -> Answer {
    let line = |months: u32| Line::new(u::risk_loss()).value(c::months(months as usize));
    if let Some((months, basis)) = of.loss {
        return answer.line(line(months).source(basis));
    }
    match LOSS_MONTHS.sourced(day, today).err().and_then(|no_data| no_data.known) {
        Some(entry) => answer.line(line(entry.value).why(u::risk_loss_why()).source(entry)),
        None => answer,
    }
}

fn immunisation(answer: Answer, today: NaiveDate) -> Answer {
    let note = Note::new(Tone::Plain, u::risk_immunisation());
    let of = sanction(Missed::Immunisation, false, today, today);
    answer.note(match of.fine {
        Ok(fine) => note.source(fine.basis),
        Err(NoData { known: Some(entry), .. }) => note.source(entry),
        Err(NoData { known: None, .. }) => note,
    })
}
