//! The warning before a session ends, with a way to stay (WCAG 2.2, 2.2.1).

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{self, ApiError};
use crate::i18n::{m, t};
use crate::route::Outcome;
use crate::state::session::{self, use_session};
use crate::state::tabs::{Tabs, Word};
use crate::ui::dialog::Dialog;

/// How often the time left is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The warning. It is decided by the rules in `domain::session` from what the server said last.
#[component]
pub fn SessionEnd(
    /// Signs out; shared with the account page.
    sign_out: Callback<()>,
) -> impl IntoView {
    let state = use_session();
    let left = RwSignal::new(None::<Duration>);
    let failed = RwSignal::new(false);
    let lead = domain::session::WARNING_LEAD.to_std().unwrap_or_default();
    let look = move || {
        let now = if state.is_in() { untrack(session::time_left) } else { None };
        let due = now.filter(|left| *left <= lead);
        if left.get_untracked() != due {
            left.set(due);
        }
        if now == Some(Duration::ZERO) {
            if let Some(tabs) = use_context::<Tabs>() {
                tabs.say(&Word::Expired);
            }
            state.leave(Outcome::Expired);
        }
    };
    let owner = Owner::current();
    let timer = set_interval_with_handle(
        move || match &owner {
            Some(owner) => owner.with(look),
            None => look(),
        },
        LOOK_EVERY,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
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
    let open = Signal::derive(move || left.get().is_some());
    view! {
        <Dialog open close=Callback::new(move |()| stay()) labelled_by="session-end-heading">
            <h2 id="session-end-heading">{t(m::session_end_title())}</h2>
            <p>{t(m::session_end_text())}</p>
            <p class="dialog__count" role="timer">{move || clock(left.get().unwrap_or_default())}</p>
            <Show when=move || failed.get()>
                <p class="notice tone-danger" role="alert">{t(m::session_end_failed())}</p>
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

/// Minutes and seconds: "1:48".
fn clock(left: Duration) -> String {
    let seconds = left.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
