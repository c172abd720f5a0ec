//! A young person decides whether a parent goes on acting.

use std::sync::Arc;

use contract::access::{Grant, GrantPatch};
use domain::access::Scope;
use domain::coded::Coded;
use domain::moment::Moment;
use leptos::prelude::*;

use super::GrantHere;
use crate::announce;
use crate::api::ApiError;
use crate::api::access as api;
use crate::i18n::texts::family as f;
use crate::i18n::texts::grant as gr;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::pages::family::confirm::failure;
use crate::pages::family::holding::scopes;
use crate::pages::family::words;
use crate::state::session::use_session;
use crate::ui::part::part;

/// The section.
#[component]
pub fn Young(here: GrantHere) -> impl IntoView {
    let may = Memo::new(move |_| here.decides());
    let inside = move || match may.get() {
        Some(Ok(())) => view! { <Decision here /> }.into_any(),
        Some(Err(reason)) => view! { <p>{t(words::refusal(reason))}</p> }.into_any(),
        None => ().into_any(),
    };
    let title = changing(move || gr::young_title(here.grant().map(|grant| grant.other).unwrap_or_default()));
    view! {
        <section class="card" aria-labelledby="young-heading">
            <h2 id="young-heading">{title}</h2>
            {part(inside)}
        </section>
    }
}

/// Agrees, or takes it back.
#[component]
fn Decision(here: GrantHere) -> impl IntoView {
    let agree = Job::new(move |agrees: Arc<bool>| async move {
        let grant = here.shown.get_untracked().map(|shown| shown.grant).ok_or(ApiError::NotAllowed)?;
        let now = api::change(&grant.id, &grant.tag, &decided(&grant, *agrees)).await;
        // Whatever came of it: what the server has is shown.
        here.access.again();
        now?;
        let name = grant.other.as_str();
        announce::say(if *agrees { gr::young_agreed(name) } else { gr::young_taken_back(name) });
        Ok(())
    });
    let busy = Signal::derive(move || agree.pending());
    let agreed = Memo::new(move |_| here.grant().is_some_and(|grant| grant.agreed_at.is_some()));
    let click = move |_| {
        if !busy.get_untracked() {
            agree.dispatch(!agreed.get_untracked());
        }
    };
    let failed = move || {
        let error = agree.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error: ApiError| failure(&error, gr::young_failed())).into_any()
    };
    let label = changing(move || match (busy.get(), agreed.get()) {
        (true, _) => f::confirm_busy(),
        (false, true) => gr::young_take_back(),
        (false, false) => gr::young_agree(),
    });
    let session = use_session();
    view! {
        <p>{changing(move || here.grant().map_or_else(gr::upcoming_none, |grant| now(&grant, session.own_zone())))}</p>
        {part(failed)}
        <p>
            <button
                class="button button--second"
                type="button"
                aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                on:click=click
            >
                {label}
            </button>
        </p>
    }
}

/// How it stands.
fn now(grant: &Grant, zone: domain::moment::Zone) -> Msg {
    let name = grant.other.as_str();
    match grant.agreed_at {
        Some(at) => gr::young_now_yes((Moment::Instant(at), zone), name),
        None => gr::young_now_no(name),
    }
}

/// Of such a grant the young person decides on acting alone: everything else is sent as it was given.
fn decided(grant: &Grant, agrees: bool) -> GrantPatch {
    let all = scopes(&grant.scopes);
    let asked = if agrees { all } else { all.without(Scope::Act) };
    GrantPatch { scopes: Some(asked.iter().map(Coded::Known).collect()), ..GrantPatch::default() }
}
