//! What the record says, as it says it: no date here is computed.

use contract::prevention::{FollowUp, Immunisation, Prevention};
use domain::check_up::sources::{FOLLOW_UP, IMMUNISATION, Statement};
use domain::check_up::{EntrySource, Given};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use crate::components::source::source as cited;
use crate::i18n::texts::check_ups as u;
use crate::i18n::{Msg, t};
use crate::source::{Confirmed, Source};
use crate::ui::fact::fact;

/// When it was read, and since when it is complete; or that there is none.
pub fn as_of(known: &Prevention, zone: Zone) -> AnyView {
    let text = match &known.record {
        Some(record) => u::record_as_of(record.complete_from, (Moment::Instant(record.as_of), zone)),
        None => u::record_none(),
    };
    view! { <p class="quiet small">{t(text)}</p> }.into_any()
}

/// Where an entry comes from.
pub fn source(source: &Coded<EntrySource>) -> Msg {
    match source {
        Coded::Known(EntrySource::Gp) => u::record_source_gp(),
        Coded::Known(EntrySource::Specialist) => u::record_source_specialist(),
        Coded::Known(EntrySource::ImmunisationCard) => u::record_source_card(),
        Coded::Unknown(code) => u::record_source_unknown(code.as_str()),
    }
}

/// Where something is written that is no value: until when its source speaks for it, and no day later.
pub fn stated(statement: Statement) -> AnyView {
    let Statement { citation, rule, scope, through } = statement;
    let confirmed = Confirmed::NotSince(through);
    cited(Source { rule, scope: Some(scope), confirmed, ..citation.into() })
}

/// The follow-up of illnesses.
pub fn follow_ups(known: &Prevention) -> AnyView {
    let all = known.record.iter().flat_map(|record| &record.follow_ups);
    let items: Vec<AnyView> = all.map(follow_up).collect();
    let items = if items.is_empty() {
        view! { <p>{t(u::follow_none())}</p> }.into_any()
    } else {
        view! { <ul class="stack stack--close">{items}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="follow-heading">
            <h2 id="follow-heading">{t(u::follow_title())}</h2>
            {items}
            <p class="quiet small">{t(u::follow_text())}</p>
            {stated(FOLLOW_UP)}
        </section>
    }
    .into_any()
}

fn follow_up(one: &FollowUp) -> AnyView {
    let day = |day| view! { <span>{t(u::day(day))}</span> }.into_any();
    let next = match one.next {
        Some(next) => day(next),
        None => view! { <span class="quiet">{t(u::follow_no_next())}</span> }.into_any(),
    };
    view! {
        <li class="entry">
            <h3 class="entry__title">{one.subject.clone()}</h3>
            <dl class="facts">
                {fact(u::follow_next(), next)}
                {one.last.map(|last| fact(u::follow_last(), day(last)))}
                {one.with.clone().map(|with| fact(u::follow_with(), with.into_any()))}
            </dl>
            <p class="quiet small">{t(source(&one.source))}</p>
        </li>
    }
    .into_any()
}

/// Immunisations.
pub fn immunisations(known: &Prevention) -> AnyView {
    let all = known.record.iter().flat_map(|record| &record.immunisations);
    let items: Vec<AnyView> = all.map(immunisation).collect();
    let items = if items.is_empty() {
        view! { <p>{t(u::immun_none())}</p> }.into_any()
    } else {
        view! { <ul class="dated">{items}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="immunisations-heading">
            <h2 id="immunisations-heading">{t(u::immun_title())}</h2>
            {items}
            <p class="quiet small">{t(u::immun_text())}</p>
            {stated(IMMUNISATION)}
        </section>
    }
    .into_any()
}

fn immunisation(one: &Immunisation) -> AnyView {
    let state = match &one.state {
        Coded::Known(Given::Given) => u::immun_given(),
        Coded::Known(Given::Planned) => u::immun_planned(),
        Coded::Unknown(code) => u::immun_unknown(code.as_str()),
    };
    view! {
        <li class="dated__item">
            <span class="dated__day">{t(u::day(one.on))}</span>
            <span class="dated__what">
                <span>{one.subject.clone()}</span>
                <strong>{t(state)}</strong>
                <span class="quiet small">{t(source(&one.source))}</span>
            </span>
        </li>
    }
    .into_any()
}
