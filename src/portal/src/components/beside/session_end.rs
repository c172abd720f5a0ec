//! The warning before a session ends, with a way to stay (WCAG 2.2, 2.2.1).

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::{self, ApiError};
use crate::i18n::texts::beside as b;
use crate::i18n::{self, Msg, t};
use crate::job::Job;
use crate::pages::account::{SignOut, SigningOut};
use crate::route::Outcome;
use crate::state::sending;
use crate::state::session::use_session;
use crate::state::unsaved::Unsaved;
use crate::ui::dialog::Dialog;
use crate::ui::part::part_if;

/// The warning. It is decided by the rules in `domain::session` from what the server said last.
#[component]
pub fn SessionEnd() -> impl IntoView {
    let state = use_session();
    let (sign_out, signing_out) = (use_context::<SignOut>(), use_context::<SigningOut>());
    let sign_out_failed = Signal::derive(move || {
        let answer = signing_out.and_then(|SigningOut(job)| job.value());
        answer.is_some_and(|answer| answer.is_err())
    });
    let leave = move || {
        if let Some(SignOut(sign_out)) = sign_out {
            sign_out.run(());
        }
    };
    let unsaved = Unsaved::here();
    let left = state.ending;
    let failed = RwSignal::new(false);
    let staying = Job::new(move |_: Arc<()>| async move {
        match api::session::extend().await {
            Ok(answer) => state.enter(answer),
            Err(ApiError::SignedOut) => state.leave(Outcome::Expired),
            Err(_) => failed.set(true),
        }
    });
    let stay = move || {
        failed.set(false);
        staying.dispatch(());
    };
    let said = Memo::new(move |_| left.get().map(time_left));
    let open = Signal::derive(move || left.get().is_some());
    view! {
        <Dialog open close=Callback::new(move |()| stay()) labelled_by="session-end-heading">
            <h2 id="session-end-heading">{t(b::session_end_title())}</h2>
            <p>{t(b::session_end_text())}</p>
            // Every second would be too much to hear. What lies outside of an open dialog is not heard at all.
            <p class="visually-hidden" role="status">
                {ArcSignal::derive(move || said.get().as_ref().map(i18n::words).unwrap_or_default())}
            </p>
            <p class="dialog__count" role="timer">{ArcSignal::derive(move || clock(left.get().unwrap_or_default()))}</p>
            {part_if(sending::unsent, || alert(b::session_end_unsent()))}
            {part_if(move || left.get().is_some() && unsaved.any(), || alert(b::session_end_unsaved()))}
            {part_if(move || failed.get(), || alert(b::session_end_failed()))}
            {part_if(move || sign_out_failed.get(), || alert(b::session_end_leave_failed()))}
            <div class="dialog__tools">
                <button class="button" type="button" autofocus on:click=move |_| stay()>
                    {t(b::session_end_stay())}
                </button>
                <button class="button button--second" type="button" on:click=move |_| leave()>
                    {t(b::session_end_leave())}
                </button>
            </div>
        </Dialog>
    }
}

fn alert(text: Msg) -> AnyView {
    view! { <p class="notice tone-danger" role="alert">{t(text)}</p> }.into_any()
}

/// The time left as it is said: it changes when two minutes, one and half a minute are left.
fn time_left(left: Duration) -> Msg {
    match left.as_secs() {
        0..=30 => b::session_end_half_minute(),
        31..=60 => b::session_end_one_minute(),
        _ => b::session_end_two_minutes(),
    }
}

/// Minutes and seconds: "1:48".
fn clock(left: Duration) -> String {
    let seconds = left.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
