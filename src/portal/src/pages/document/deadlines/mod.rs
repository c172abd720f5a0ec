//! Dates and deadlines of a document: by when those decide who have to, and until when the patient can do what. Each says how
//! it came about. A chunk of its own.

mod authority;
mod calendar;
mod own;
mod words;

use contract::document::{DecisionLimit, Document};
use domain::document::clock::{authority, own as own_dates};
use domain::document::reason::answers_for;
use domain::document::{Advice, Family, Kind, after_refusal};
use domain::moment::Zone;
use leptos::prelude::*;

use super::{PartOf, said};
use crate::api::ApiError;
use crate::i18n::t;
use crate::i18n::texts::deadlines as d;
use crate::state::{clock, preferences};
use crate::ui::notice::not_done;
use crate::ui::part::part;

/// The section.
#[component]
pub fn Deadlines(
    /// What it is about.
    of: PartOf,
) -> impl IntoView {
    let PartOf { document, zone, .. } = of;
    let lead = RwSignal::new(preferences::lead());
    let shown = move || match document.get().map(|document| document.whole()) {
        Some(Ok(document)) => inside(&document, zone, lead),
        Some(Err(error)) => unreadable(&error),
        None => ().into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="deadlines-heading">
            <h2 id="deadlines-heading">{t(d::title())}</h2>
            {part(shown)}
            {calendar::offer(of, lead)}
        </section>
    }
}

/// What came is not what the contract says; asking for the document again is a matter of the whole page.
fn unreadable(error: &ApiError) -> AnyView {
    let (title, next, _) = crate::words::error(error);
    not_done(title, next, None)
}

/// What the clocks say today, in the zone of the person it is about.
fn inside(document: &Document, zone: Zone, lead: RwSignal<u16>) -> AnyView {
    let today = clock::today(zone);
    let (kind, status) = (&document.entry.kind, &document.entry.status);
    let stated = document.facts.decision_limit.as_ref().and_then(DecisionLimit::stated);
    let recorded = document.recorded();
    let clock = authority(&document.case(&recorded, stated.as_ref(), zone), today);
    let dates = own_dates(&document.own_facts(zone), today);
    let reason = said(status, &document.events).and_then(|said| said.code);
    let advice = after_refusal(kind, status, reason.as_ref());
    let nothing = clock.is_none() && dates.is_empty() && advice.is_none();
    let body = kind.known().map_or(Family::Any, Kind::family).body();
    let whom = words::ask(answers_for(kind), zone);
    view! {
        {clock.map(|clock| authority::clock(&clock, body, whom))}
        {own::dates(&dates, kind, zone, lead)}
        {advice.map(|advice| refused(advice, zone))}
        {nothing.then(|| view! { <p class="quiet">{t(d::none())}</p> })}
    }
    .into_any()
}

/// What can be done about a refusal, and whom to ask. The reason itself stands in the action box.
fn refused(advice: Advice, zone: Zone) -> AnyView {
    let contest = advice.contest.map(|ask| {
        view! { <p>{t(d::ask_contest(words::ask(ask, zone)))}</p> }
    });
    view! {
        <section class="card" aria-labelledby="refusal-heading">
            <h3 id="refusal-heading">{t(d::refusal_title())}</h3>
            <p>{t(words::remedy(advice.remedy))}</p>
            <p>{t(d::ask_whom(words::ask(advice.first, zone)))}</p>
            {contest}
        </section>
    }
    .into_any()
}
