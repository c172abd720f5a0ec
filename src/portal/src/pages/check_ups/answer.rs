//! When the next check-up is, in a sentence, with how often and by whose rule.

use chrono::{Datelike, NaiveDate};
use contract::prevention::{CheckUpInvitation, Prevention};
use domain::check_up::invitation::{State, state};
use domain::check_up::{Ask, Due, Frequency, Plan, Planned, Standing, plan};
use domain::month::Month;

use crate::calculator::{Answer, Line, Note, Tone};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, check_ups as u};

/// What is due, in words.
pub fn in_words(known: &Prevention, today: NaiveDate) -> Answer {
    match plan(&known.facts(&known.done()), today) {
        Plan::Known(planned) => due(&planned, today),
        Plan::Ask(ask) => asked(ask),
        Plan::ByInvitation => invited(&known.invitations, today),
        Plan::NothingKnown => Answer::new(Tone::Unknown, u::nothing_known()),
    }
}

/// The same without the working, for who looks at everybody.
pub fn in_short(known: &Prevention, today: NaiveDate) -> Answer {
    Answer { lines: Vec::new(), ..in_words(known, today) }
}

/// By the rules of the practice.
fn due(planned: &Planned, today: NaiveDate) -> Answer {
    let (tone, text) = sentence(planned, today);
    let often = Line::new(u::often_what())
        .value(frequency(planned.band.frequency))
        .why(u::often_practice())
        .source(planned.basis);
    let mut answer = Answer::new(tone, text);
    if let Some(last) = planned.last {
        answer = answer.line(Line::new(u::last_what()).value(u::day(last)));
    }
    answer = answer.line(often);
    for missed in &planned.missed {
        answer = answer.note(Note::new(Tone::Heed, not_done(*missed)));
    }
    answer
}

fn sentence(planned: &Planned, today: NaiveDate) -> (Tone, Msg) {
    let (Some(due), Some(standing)) = (planned.due, planned.standing(today)) else {
        return (Tone::Unknown, u::due_unknown());
    };
    let last = due.last_day().unwrap_or(today);
    match (due, standing) {
        (Due::Month { first }, Standing::Ahead) => (Tone::Good, u::ahead_month(last, Month::of(first))),
        (Due::On(day), Standing::Ahead) => (Tone::Good, u::ahead_day(day)),
        (Due::Year(year), Standing::Ahead) => (Tone::Good, u::ahead_year(year.to_string())),
        (Due::Month { first }, Standing::Now) => (Tone::Heed, u::due_month(last, Month::of(first))),
        (Due::On(day), Standing::Now) => (Tone::Heed, u::due_today(day)),
        (Due::Year(_), Standing::Now) => (Tone::Heed, u::due_year(last)),
        (_, Standing::Overdue) => (Tone::Bad, u::due_overdue(last)),
    }
}

/// How often.
pub fn frequency(frequency: Frequency) -> Msg {
    match frequency {
        Frequency::CalendarMonth => u::often_month(),
        Frequency::EveryMonths(months) => u::often_months(c::months(months as usize)),
        Frequency::CalendarYear => u::often_year(),
    }
}

/// A month or a year that is over without a check-up.
fn not_done(missed: Due) -> Msg {
    match missed {
        Due::Month { first } => u::missed_month(Month::of(first)),
        Due::Year(year) => u::missed_year(year.to_string()),
        Due::On(day) => u::missed_year(day.year().to_string()),
    }
}

/// Only the practice can tell.
fn asked(ask: Ask) -> Answer {
    let unknown = |text| Answer::new(Tone::Unknown, text);
    match ask {
        Ask::NoPractice => unknown(u::ask_no_practice()),
        Ask::AgeNotTold => unknown(u::ask_age()),
        Ask::NoData(_) | Ask::Impossible => unknown(u::ask_no_data()),
        Ask::NotPublished { guide } => {
            let answer = unknown(u::ask_not_published());
            let Some(entry) = guide.and_then(|no_data| no_data.known) else { return answer };
            let Some(band) = entry.value.0.first() else { return answer };
            answer.line(
                Line::new(u::often_guide())
                    .value(frequency(band.frequency))
                    .why(u::often_guide_why())
                    .source(entry),
            )
        }
    }
}

/// Where the clinic invites, by the newest invitation.
fn invited(invitations: &[CheckUpInvitation], today: NaiveDate) -> Answer {
    let Some(newest) = invitations.first() else { return Answer::new(Tone::Plain, u::invited_none()) };
    match state(newest.facts(), today) {
        State::Open => Answer::new(Tone::Heed, u::invited_open(newest.clinic.as_str(), newest.until)),
        State::Declined => Answer::new(Tone::Plain, u::invited_declined(newest.until)),
        State::Came(_) | State::Over => Answer::new(Tone::Plain, u::invited_none()),
    }
}
