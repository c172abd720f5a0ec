//! Asking the other side to renew a grant.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use contract::access::Grant;
use domain::access::{Action, What};
use domain::coded::Coded;
use domain::moment::Moment;
use leptos::prelude::*;

use super::GrantHere;
use crate::api::ApiError;
use crate::api::access as api;
use crate::i18n::texts::family as f;
use crate::i18n::texts::grant as gr;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::pages::family::confirm::failure;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// Whether there is anything that could be renewed: a last day, or acting that ends or ended with an age.
fn can_go_on(grant: &Grant) -> bool {
    let narrows = grant.upcoming.iter().any(|next| next.what == Coded::Known(What::Narrows));
    grant.until.is_some() || grant.narrowed.is_some() || narrows
}

/// The section.
#[component]
pub fn Renewal(here: GrantHere) -> impl IntoView {
    let shown =
        move || here.allows(Action::AskRenewal) && here.grant().is_some_and(|grant| can_go_on(&grant));
    part_if(shown, move || view! { <Asking here /> }.into_any())
}

#[component]
fn Asking(here: GrantHere) -> impl IntoView {
    let ask = Job::new(move |_: Arc<()>| async move {
        let grant = here.shown.get_untracked().map(|shown| shown.grant).ok_or(ApiError::NotAllowed)?;
        api::ask_renewal(&grant.id).await?;
        // When it was asked is the server's to say.
        here.access.again();
        Ok(())
    });
    let busy = Signal::derive(move || ask.pending());
    let asked = Memo::new(move |_| here.grant().and_then(|grant| grant.renewal_asked_at));
    let click = Callback::new(move |()| {
        if !busy.get_untracked() {
            ask.dispatch(());
        }
    });
    let failed = move || {
        let error = ask.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error: ApiError| failure(&error, gr::renewal_failed())).into_any()
    };
    let inside = move || match asked.get() {
        Some(at) => done(at),
        None => button(busy, click),
    };
    view! {
        <section class="card" aria-labelledby="renewal-heading">
            <h2 id="renewal-heading">{t(gr::renewal_title())}</h2>
            <p>{t(gr::renewal_text())}</p>
            {part(failed)}
            <div role="status">{part(inside)}</div>
        </section>
    }
}

fn done(at: DateTime<Utc>) -> AnyView {
    let zone = use_session().own_zone();
    view! {
        <p class="notice tone-success">
            <Icon name="approved" />
            <span>{t(gr::renewal_done((Moment::Instant(at), zone)))}</span>
        </p>
    }
    .into_any()
}

fn button(busy: Signal<bool>, click: Callback<()>) -> AnyView {
    let label = changing(move || if busy.get() { f::confirm_busy() } else { gr::renewal_button() });
    view! {
        <button
            class="button"
            type="button"
            aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
            on:click=move |_| click.run(())
        >
            {label}
        </button>
    }
    .into_any()
}
