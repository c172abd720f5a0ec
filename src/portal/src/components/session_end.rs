//! The warning before a session ends, with a way to stay (WCAG 2.2, 2.2.1).

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{self, ApiError};
use crate::i18n::{Msg, m, t, words};
use crate::route::Outcome;
use crate::state::session::use_session;
use crate::ui::dialog::Dialog;

/// The warning. It is decided by the rules in `domain::session` from what the server said last.
#[component]
pub fn SessionEnd(
    /// Signs out; shared with the account page.
    sign_out: Callback<()>,
    /// Signing out failed; tracked.
    sign_out_failed: Signal<bool>,
) -> impl IntoView {
    let state = use_session();
    let left = state.ending;
    let failed = RwSignal::new(false);
    let staying = Action::new_local(move |(): &()| async move {
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
            <h2 id="session-end-heading">{t(m::session_end_title())}</h2>
            <p>{t(m::session_end_text())}</p>
            // Every second would be too much to hear. What lies outside of an open dialog is not heard at all.
            <p class="visually-hidden" role="status">{move || said.get().as_ref().map(words)}</p>
            <p class="dialog__count" role="timer">{move || clock(left.get().unwrap_or_default())}</p>
            <Show when=move || failed.get()>
                <p class="notice tone-danger" role="alert">{t(m::session_end_failed())}</p>
            </Show>
            <Show when=move || sign_out_failed.get()>
                <p class="notice tone-danger" role="alert">{t(m::session_end_leave_failed())}</p>
            </Show>
            <div class="dialog__tools">
                <button class="button" type="button" autofocus on:click=move |_| stay()>
                    {t(m::session_end_stay())}
                </button>
                <button class="button button--second" type="button" on:click=move |_| sign_out.run(())>
                    {t(m::session_end_leave())}
                </button>
            </div>
        </Dialog>
    }
}

/// The time left as it is said: it changes when two minutes, one and half a minute are left.
fn time_left(left: Duration) -> Msg {
    match left.as_secs() {
        0..=30 => m::session_end_half_minute(),
        31..=60 => m::session_end_one_minute(),
        _ => m::session_end_two_minutes(),
    }
}

/// Minutes and seconds: "1:48".
fn clock(left: Duration) -> String {
    let seconds = left.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
