//! What time will do to a grant, and how each date comes about.

use contract::access::{Grant, UpcomingChange};
use domain::access::What;
use domain::access::age::{Stage, Threshold, thresholds};
use domain::citation::Citation;
use domain::coded::Coded;
use domain::data_right::system;
use domain::moment::Zone;
use leptos::prelude::*;

use crate::i18n::t;
use crate::i18n::texts::grant as gr;
use crate::i18n::texts::standing as st;
use crate::pages::family::words::{Seen, change};
use crate::state::session::use_session;
use crate::ui::icon::Icon;

/// The changes ahead, the next first.
pub fn upcoming(seen: Seen, grant: &Grant) -> AnyView {
    let zone = use_session().zone(&grant.person);
    let items: Vec<_> = grant.upcoming.iter().map(|next| item(seen, grant, next, zone)).collect();
    let none = items.is_empty().then(|| view! { <p>{t(gr::upcoming_none())}</p> }.into_any());
    view! {
        <section class="card" aria-labelledby="upcoming-heading">
            <h2 id="upcoming-heading">{t(gr::upcoming_title())}</h2>
            {none}
            <ul class="stack stack--close">{items}</ul>
        </section>
    }
    .into_any()
}

fn item(seen: Seen, grant: &Grant, next: &UpcomingChange, zone: Zone) -> impl IntoView + use<> {
    view! {
        <li class="stack stack--close">
            <p>{t(change(seen, &next.what, &grant.other, st::change_on_day(next.on)))}</p>
            {how(&next.what, zone)}
        </li>
    }
}

/// How the date was computed; nothing of what this build does not know.
fn how(what: &Coded<What>, zone: Zone) -> Option<AnyView> {
    let inside = match what.known()? {
        What::Expires => view! { <p>{t(gr::upcoming_how_until())}</p> }.into_any(),
        What::OwnSignIn => by_age(Stage::OwnSignIn, zone)?,
        What::Narrows => by_age(Stage::OwnDecisions, zone)?,
        What::EndsByAge => by_age(Stage::Adult, zone)?,
        What::CodeCloses => return None,
    };
    let fold = view! {
        <details class="more">
            <summary>{t(gr::upcoming_how())}</summary>
            {inside}
        </details>
    };
    Some(fold.into_any())
}

/// The threshold of a stage. Where a country has no such stage, nothing changes at it.
fn threshold(stage: Stage, zone: Zone) -> Option<&'static Threshold> {
    thresholds(Some(system(zone))).iter().find(|threshold| threshold.stage == stage)
}

fn by_age(stage: Stage, zone: Zone) -> Option<AnyView> {
    let threshold = threshold(stage, zone)?;
    let law = threshold.law.map(|law| {
        view! {
            <p>
                {t(gr::upcoming_how_law())} " " {link(law)}
            </p>
        }
        .into_any()
    });
    let words = view! {
        <p>{t(gr::upcoming_how_age(threshold.age as usize))}</p>
        <p>{t(gr::upcoming_how_design())}</p>
        {law}
    };
    Some(words.into_any())
}

fn link(law: Citation) -> Option<AnyView> {
    let link = view! {
        <a href=law.url? target="_blank" rel="noopener noreferrer external">
            <Icon name="external" small=true />
            <span lang="bg">{law.title}</span>
            <span class="visually-hidden">{t(gr::upcoming_new_tab())}</span>
        </a>
    };
    Some(link.into_any())
}
