//! The versions: who did what and when, and what differs from the one in use.

use contract::template::{DoneDeed, TemplateVersion, UsedPeriod};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::template::{Part, PartKind, diff};
use leptos::prelude::*;

use super::chooser::named;
use super::here::Here;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::pages::templates::words;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// What differs, word by word: marked for the eye, and said for the ear.
pub fn changed_words(parts: &[Part]) -> AnyView {
    let shown = |part: &Part| {
        let text = part.text.clone();
        match part.kind {
            PartKind::Same => text.into_any(),
            PartKind::Removed => view! {
                <del>
                    <span class="visually-hidden">{t(te::diff_removed())}</span>
                    {text}
                </del>
            }
            .into_any(),
            PartKind::Added => view! {
                <ins>
                    <span class="visually-hidden">{t(te::diff_added())}</span>
                    {text}
                </ins>
            }
            .into_any(),
        }
    };
    view! { <p class="template__text">{parts.iter().map(shown).collect::<Vec<_>>()}</p> }.into_any()
}

/// The section.
pub fn history(here: Here) -> AnyView {
    let zone = use_session().own_zone();
    let differs = move || {
        let written = here.written.get();
        let used =
            here.used().filter(|used| Some(used.number) != here.version.get().map(|version| version.number));
        let Some(used) = used else { return ().into_any() };
        let title = (used.title.as_deref().unwrap_or_default() != written.title)
            .then(|| changed_words(&diff(used.title.as_deref().unwrap_or_default(), &written.title)));
        view! {
            <h3>{t(te::diff_title(used.number as usize))}</h3>
            {title}
            {changed_words(&diff(&used.text, &written.text))}
        }
        .into_any()
    };
    let versions = move || {
        let all = here.all.get();
        let versions = all.as_ref().map(|all| all.versions.as_slice()).unwrap_or_default();
        let items = versions.iter().map(|one| version(here, one, zone)).collect::<Vec<_>>();
        view! { <ul class="stack">{items}</ul> }.into_any()
    };
    let content = view! {
        {part(differs)}
        {part(versions)}
    };
    super::section("history", te::history_title(), content.into_any())
}

fn version(here: Here, version: &TemplateVersion, zone: Zone) -> AnyView {
    let number = version.number;
    let deeds = version.deeds.iter().rev().map(|deed| done(deed, zone)).collect::<Vec<_>>();
    let used = version.used.iter().map(|period| used(period, zone)).collect::<Vec<_>>();
    let note = version.note.clone().map(|note| view! { <p class="small">{note}</p> }.into_any());
    view! {
        <li class="card">
            <h3>{t(named(version))}</h3>
            {note} {used}
            <details class="fold">
                <summary>
                    <Icon name="right" />
                    {t(te::history_deeds(deeds.len()))}
                </summary>
                <ul class="asked__points">{deeds}</ul>
            </details>
            <p>
                <button
                    class="button button--small button--second"
                    type="button"
                    on:click=move |_| here.chosen.set(Some(number))
                >
                    {t(te::history_show(number as usize))}
                </button>
            </p>
        </li>
    }
    .into_any()
}

fn done(deed: &DoneDeed, zone: Zone) -> AnyView {
    let what = match &deed.deed {
        Coded::Known(known) => words::done(*known),
        Coded::Unknown(code) => te::done_unknown(code.as_str()),
    };
    let at = (Moment::Instant(deed.at), zone);
    let reason = deed.reason.clone().map(|reason| view! { ": " <q>{reason}</q> }.into_any());
    view! { <li>{t(te::done_by(at, deed.by.name.as_str(), what))} {reason}</li> }.into_any()
}

fn used(period: &UsedPeriod, zone: Zone) -> AnyView {
    let from = (Moment::Instant(period.from), zone);
    let text = match period.until {
        Some(until) => te::used_until(from, (Moment::Instant(until), zone)),
        None => te::used_since(from),
    };
    view! { <p class="small quiet">{t(text)}</p> }.into_any()
}
