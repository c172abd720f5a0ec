//! What stands on the sheet.

use contract::document::{Document, Prescription, Quantity};
use domain::document::at_pharmacy;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::{Seen, words};
use crate::browser;
use crate::components::acting::Acting;
use crate::components::state::Empty;
use crate::i18n::texts::pharmacy as p;
use crate::i18n::{self, Msg, m, t};
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::fact::fact;
use crate::ui::icon::Icon;
use crate::words::{document as document_words, kind};

/// The sheet, or that there is nothing for a pharmacy. `back` is the address of the document.
pub fn sheet(seen: &Seen, back: &str) -> AnyView {
    let document = &seen.document;
    let entry = &document.entry;
    let session = use_session();
    let zone = session.zone(&entry.person);
    let Some((told, until)) = at_pharmacy(&document.paper(), &entry.status, clock::today(zone)) else {
        return nothing(document, back);
    };
    let (force, tone, icon) = words::in_force(told, &entry.status);
    // As it stands on papers: a pharmacy does not know who is "you".
    let name =
        session.person(&entry.person).map_or_else(|| i18n::words(&m::person_unknown()), |person| person.name);
    let line = |label: Msg, value: Msg| fact(label, t(value).into_any());
    let issuer = document.facts.issuer.clone().map(|issuer| fact(p::issuer(), issuer.into_any()));
    let group = document.facts.protocol_group.clone();
    view! {
        <Acting id=entry.person.clone() />
        <div class="card pharmacy">
            <p class=format!("notice {}", tone.class())>
                <Icon name=icon />
                <span>{t(force)}</span>
            </p>
            <dl class="pharmacy__facts">
                <div>
                    <dt>{t(p::number())}</dt>
                    <dd class="pharmacy__number">{entry.number.clone()}</dd>
                </div>
                <div>
                    <dt>{t(p::medicine())}</dt>
                    <dd class="pharmacy__main">{entry.subject.clone()}</dd>
                </div>
                <div>
                    <dt>{t(p::person())}</dt>
                    <dd class="pharmacy__main">{name}</dd>
                </div>
                {line(p::valid(), words::until(&until))}
                {entry.use_until.map(|day| line(p::use_until(), p::until(day)))}
            </dl>
            {left(&document.facts.left)}
            {document.facts.prescription.as_ref().map(dispensed)}
            <dl class="pharmacy__facts pharmacy__facts--beside">
                {line(p::kind(), kind(&entry.kind))}
                {group.map(|group| fact(p::group(), group.into_any()))}
                {issuer}
            </dl>
            {read(seen, zone)}
        </div>
        <p class="no-print">
            <button class="button" type="button" on:click=move |_| browser::print()>{t(p::print())}</button>
        </p>
    }
    .into_any()
}

/// A document of another kind.
fn nothing(document: &Document, back: &str) -> AnyView {
    let text = p::nothing_text(kind(&document.entry.kind));
    let back = back.to_owned();
    view! {
        <Empty picture="sky-clear" title=p::nothing_title() text>
            <a class="button button--second" href=back>{t(p::back())}</a>
        </Empty>
    }
    .into_any()
}

fn left(quantities: &[Quantity]) -> AnyView {
    let items: Vec<_> = quantities
        .iter()
        .map(|one| view! { <div><dt>{one.name.clone()}</dt><dd>{t(words::left(one))}</dd></div> })
        .collect();
    let shown = if items.is_empty() {
        view! { <p>{t(p::left_not_kept())}</p> }.into_any()
    } else {
        view! { <dl class="pharmacy__left">{items}</dl> }.into_any()
    };
    view! {
        <h2>{t(p::left_title())}</h2>
        {shown}
    }
    .into_any()
}

fn dispensed(prescription: &Prescription) -> AnyView {
    let all = &prescription.dispensed;
    let items: Vec<_> = all.iter().map(|one| view! { <li>{t(words::dispensing(one))}</li> }).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="pharmacy__dispensed">{items}</ul> });
    view! {
        <h2>{t(p::dispensed_title())}</h2>
        <p>{t(words::times(all.len(), prescription.times))}</p>
        {list}
    }
    .into_any()
}

/// Where it was read, and when.
fn read(seen: &Seen, zone: Zone) -> AnyView {
    let Some(at) = seen.at else { return ().into_any() };
    let at = (Moment::Instant(at), zone);
    let newest = seen.document.events.iter().max_by_key(|event| event.sequence);
    let said = match newest {
        Some(event) => p::read_from(at, document_words::source(&event.source)),
        None => p::read_alone(at),
    };
    view! { <p class="quiet small">{t(said)}</p> }.into_any()
}
