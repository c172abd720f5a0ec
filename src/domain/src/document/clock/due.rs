//! By when the authority is due: by what the document states, by the rules of a practice, or by a rule that is cited.

use chrono::{Days, NaiveDate};

use super::authority::{Case, Counting, Due, Limit, Origin, Request, State, Unit};
use super::spans::{Pause, Spans};
use super::terms::DEVICE_DECISION;
use crate::document::dates::Left;
use crate::document::kind::Kind;
use crate::document::status::Turn;
use crate::moment::Zone;
use crate::paperwork;
use crate::rules::planned;
use crate::term::Term;
use crate::working_day::{working_day_after, working_days_between};

/// So many days of a unit lie after `from` and up to `to`.
fn between(unit: Unit, from: NaiveDate, to: NaiveDate, zone: Zone) -> Option<u32> {
    match unit {
        Unit::Calendar => u32::try_from((to - from).num_days()).ok(),
        Unit::Working if zone == Zone::Sofia => {
            working_days_between(from, to).ok().map(|counted| counted.days)
        }
        Unit::Working => None,
    }
}

/// So many days of a unit the clock ran.
pub(super) fn ran(spans: &Spans, unit: Unit, zone: Zone, today: NaiveDate) -> Option<u32> {
    spans
        .of(Turn::Authority, today)
        .try_fold(0_u32, |sum, (from, to)| sum.checked_add(between(unit, from, to, zone)?))
}

/// By when the authority of a case is due, and how that is counted.
pub(super) fn due(case: &Case<'_>, spans: &Spans, state: State, today: NaiveDate) -> (Due, Option<Counting>) {
    let from = spans.turned.first().map_or(today, |first| first.on);
    let limited = |limit: Limit, origin| {
        let without_pauses = matches!(limit, Limit::Term { .. }) && !spans.pauses().is_empty();
        let due = by_limit(limit, origin, case.zone, spans, state, today);
        (due, Some(Counting { limit, from, without_pauses }))
    };
    if let Some(stated) = case.stated {
        return limited(stated.limit, Origin::Stated(stated.basis.clone()));
    }
    if let Some(request) = case.request {
        return by_house_rules(&request, spans, state, today);
    }
    match case.kind.known() {
        Some(Kind::DeviceApplication) if case.zone == Zone::Sofia => {
            match planned(&DEVICE_DECISION, from, today) {
                Ok(rule) => match rule.value {
                    Term::Days(days) => {
                        limited(Limit::Term { days, unit: Unit::Calendar }, Origin::Rule(rule.basis))
                    }
                    Term::Months(_) => (Due::NotKnown, None),
                },
                Err(_) => (Due::NotKnown, None),
            }
        }
        _ => (Due::NotKnown, None),
    }
}

/// The day from which one looks at a due day.
const fn seen_from(state: State, today: NaiveDate) -> NaiveDate {
    match state {
        State::Stopped { on } => on,
        State::Running | State::Paused { .. } => today,
    }
}

fn by_limit(limit: Limit, origin: Origin, zone: Zone, spans: &Spans, state: State, today: NaiveDate) -> Due {
    let on = |day: NaiveDate, certainty, origin| Due::On {
        day,
        left: Left::until(day, seen_from(state, today)),
        certainty,
        origin,
    };
    let Limit::Term { days, unit } = limit else {
        let Limit::Day(day) = limit else { return Due::NotKnown };
        return on(day, None, origin);
    };
    let mut left = days;
    let mut end = None;
    for (from, to) in spans.of(Turn::Authority, today) {
        let Some(passed) = between(unit, from, to, zone) else { return Due::NotCounted { origin } };
        if passed >= left {
            end = Some((from, left));
            break;
        }
        left -= passed;
        end = Some((to, left));
    }
    // What is still left when it stands goes on after the wait; when it was done early, it would have gone on from there.
    match (end, state) {
        (Some((day, rest)), State::Paused { since }) if day == since && rest > 0 => {
            Due::AfterPause { days: rest, unit, origin }
        }
        (Some((day, rest)), _) => match unit {
            Unit::Calendar => match day.checked_add_days(Days::new(u64::from(rest))) {
                Some(day) => on(day, None, origin),
                None => Due::NotCounted { origin },
            },
            Unit::Working => match working_day_after(day, rest) {
                Ok(counted) => on(counted.day, Some(counted.certainty), origin),
                Err(_) => Due::NotCounted { origin },
            },
        },
        (None, _) => Due::NotKnown,
    }
}

/// By the rules of a practice, which count from the day on which the last fact was in.
fn by_house_rules(
    request: &Request<'_>,
    spans: &Spans,
    state: State,
    today: NaiveDate,
) -> (Due, Option<Counting>) {
    let received = spans.turned.first().map_or(today, |first| first.on);
    let facts = match spans.pauses().last() {
        None => paperwork::Facts::Complete,
        Some(Pause { to: Some(day), .. }) => paperwork::Facts::InOn(*day),
        Some(Pause { to: None, .. }) => paperwork::Facts::Missing,
    };
    let asked = paperwork::Request {
        practice: request.practice,
        paper: request.paper,
        asked: request.asked,
        received,
        facts,
        contract: request.contract,
    };
    let deadline = match paperwork::deadline(&asked, today) {
        Ok(deadline) => deadline,
        Err(why) => return (Due::NoRule(why), None),
    };
    let counting = match (deadline.term, deadline.from) {
        (paperwork::Term::WorkingDays(days), Some(from)) => {
            Some(Counting { limit: Limit::Term { days, unit: Unit::Working }, from, without_pauses: false })
        }
        _ => None,
    };
    let origin = Origin::Rule(deadline.basis);
    let due = match deadline.due {
        paperwork::Due::By(counted) => Due::On {
            day: counted.day,
            left: Left::until(counted.day, seen_from(state, today)),
            certainty: Some(counted.certainty),
            origin,
        },
        paperwork::Due::WaitsForFacts { working_days } => {
            Due::AfterPause { days: working_days, unit: Unit::Working, origin }
        }
        paperwork::Due::DuringVisit | paperwork::Due::FirstOpportunity => {
            Due::NoDayPromised { term: deadline.term, origin }
        }
    };
    (due, counting)
}
