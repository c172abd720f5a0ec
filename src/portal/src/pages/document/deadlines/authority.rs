//! The clock of whoever decides, or makes the document.

use domain::document::clock::{Authority, Due, Origin, Pause, State};
use domain::document::{Body, Left};
use leptos::prelude::*;

use super::words;
use crate::components::clock::how;
use crate::i18n::texts::deadlines as d;
use crate::i18n::{Msg, t};
use crate::source::Source;

/// How the clock stands and by when it is due. `whom` says whom to ask where that is not known, or over.
pub fn clock(clock: &Authority, body: Body, whom: Msg) -> AnyView {
    let (due, open) = due(clock);
    // Of what is done nobody need ask any more.
    let done = matches!(clock.state, State::Stopped { .. });
    let ask = (open && !done).then(|| view! { <p>{t(d::ask_whom(whom))}</p> });
    let unclear = clock.unclear.then(|| view! { <p class="quiet">{t(d::clock_unclear())}</p> });
    view! {
        <section class="card" aria-labelledby="clock-heading">
            <h3 id="clock-heading">{t(words::clock_title(body))}</h3>
            <p>{t(state(clock))}</p>
            <p class="deadlines__day">{t(due)}</p>
            {ask}
            {unclear}
            {waits(&clock.pauses)}
            {computed(clock)}
        </section>
    }
    .into_any()
}

fn state(clock: &Authority) -> Msg {
    let days = words::count(clock.calendar_days);
    match clock.state {
        State::Running => d::clock_running(days),
        State::Paused { since } => d::clock_paused(days, since),
        State::Stopped { on } => d::clock_stopped(days, on),
    }
}

/// By when it is due, and whether that leaves a question open.
fn due(clock: &Authority) -> (Msg, bool) {
    match &clock.due {
        Due::On { day, left, .. } => match clock.state {
            State::Stopped { .. } => (words::due_done(*day, *left), false),
            State::Running | State::Paused { .. } => {
                (words::due_ahead(*day, *left), matches!(left, Left::Over(_)))
            }
        },
        Due::AfterPause { days, unit, .. } => (d::due_after(words::term(*days, *unit)), false),
        Due::NoDayPromised { term, .. } => (words::promised(*term), false),
        Due::NoRule(why) => (words::no_rule(why), true),
        Due::NotKnown => (d::due_not_known(), true),
        Due::NotCounted { .. } => (d::due_not_counted(), true),
    }
}

fn waits(pauses: &[Pause]) -> AnyView {
    if pauses.is_empty() {
        return ().into_any();
    }
    let wait = |pause: &Pause| match pause.to {
        Some(to) => d::clock_wait(pause.from, to),
        None => d::clock_wait_open(pause.from),
    };
    let items: Vec<_> = pauses.iter().map(|pause| view! { <li>{t(wait(pause))}</li> }).collect();
    view! {
        <p>{t(d::clock_waits())}</p>
        <ul class="asked__points">{items}</ul>
    }
    .into_any()
}

/// How the due day came about; nothing where there is no limit.
fn computed(clock: &Authority) -> AnyView {
    let (origin, certainty) = match &clock.due {
        Due::On { origin, certainty, .. } => (origin, *certainty),
        Due::AfterPause { origin, .. } | Due::NoDayPromised { origin, .. } | Due::NotCounted { origin } => {
            (origin, None)
        }
        Due::NoRule(_) | Due::NotKnown => return ().into_any(),
    };
    let mut facts = Vec::new();
    if let Some(counting) = clock.counting {
        let term = words::limit(counting.limit);
        // A day that is stated is not counted from anywhere.
        let from = term.is_some().then(|| d::how_from(counting.from));
        facts.extend(term.into_iter().chain(from));
        facts.extend(counting.without_pauses.then(d::how_pauses));
    }
    facts.extend(certainty.map(words::certainty));
    match origin {
        Origin::Stated(basis) => {
            facts.insert(0, words::basis(basis.as_ref()));
            how(facts, Vec::new())
        }
        Origin::Rule(basis) => {
            facts.insert(0, d::how_rule());
            how(facts, vec![Source::from(*basis)])
        }
    }
}
