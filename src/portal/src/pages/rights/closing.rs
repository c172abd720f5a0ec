//! Closing the account, after saying what it does and what is still open.

use std::sync::Arc;

use contract::closure::Closing;
use domain::coded::Code as _;
use domain::data_right::closure::Effect;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::{failure, open, skeleton};
use crate::api::{ApiError, rights as api};
use crate::i18n::texts::rights as r;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::load::Load;
use crate::reading::Reading;
use crate::route::{Outcome, SignInQuery};
use crate::state::session::use_session;
use crate::state::tabs::{Tabs, Word};
use crate::ui::dialog::Dialog;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// Closing, and how it goes. With the session goes the page, perhaps before the answer is here: what the page shows of it
/// must not belong to the page.
#[derive(Clone)]
struct Close {
    /// Closes; told whether the person knows that something is open.
    job: Job<bool, ()>,
    /// It is under way.
    busy: ArcRwSignal<bool>,
    /// Why it was not closed.
    failed: ArcRwSignal<Option<ApiError>>,
}

/// The section.
#[component]
pub fn ClosingSection(
    /// Counts what was asked for on this page: with it changes what is open.
    asked: RwSignal<u32>,
) -> impl IntoView {
    let reading = Reading::begin(api::closing).again_after(asked);
    let asking = RwSignal::new(false);
    let close = closing(reading);
    let effects: Vec<_> =
        Effect::ALL.iter().map(|effect| view! { <li>{t(open::effect(*effect))}</li> }.into_any()).collect();
    let failed = close.failed.clone();
    let ask = move |_| {
        failed.set(None);
        asking.set(true);
    };
    view! {
        <section class="stack no-print" aria-labelledby="closing-heading">
            <h2 id="closing-heading">{t(r::closing_title())}</h2>
            <p>{t(r::closing_text())}</p>
            <ul class="asked__points">{effects}</ul>
            <p>{t(r::closing_take_first())}</p>
            <Load
                value=move || reading.answer()
                retry=reading.retry()
                skeleton=ViewFn::from(skeleton)
                let(answer)
            >
                {still_open(&answer)}
            </Load>
            <p>
                <button class="button button--danger button--wide" type="button" on:click=ask>
                    {t(r::closing_button())}
                </button>
            </p>
            <Question asking reading close />
        </section>
    }
}

/// The job that closes, and goes to the page that says so.
fn closing(reading: Reading<Closing>) -> Close {
    let (session, tabs, navigate) = (use_session(), use_context::<Tabs>(), use_navigate());
    let say = move |word: Word| {
        if let Some(tabs) = tabs {
            tabs.say(&word);
        }
    };
    let (busy, failed) = (ArcRwSignal::new(false), ArcRwSignal::new(None));
    let (under_way, why_not) = (busy.clone(), failed.clone());
    let job = Job::new(move |even_so: Arc<bool>| {
        let (navigate, busy, failed) = (navigate.clone(), under_way.clone(), why_not.clone());
        async move {
            busy.set(true);
            failed.set(None);
            // The stream may tell of the end before the answer is here: then it is no session that ran out.
            session.signing_out.set(true);
            say(Word::SigningOut(true));
            let answer = api::close(*even_so).await;
            session.signing_out.set(false);
            match answer {
                Ok(()) => {
                    say(Word::SignedOut);
                    session.leave(Outcome::Closed);
                    let query = SignInQuery { outcome: Some(Outcome::Closed), return_to: None };
                    navigate(
                        &query.address(),
                        NavigateOptions { replace: true, ..NavigateOptions::default() },
                    );
                }
                Err(error) => {
                    say(Word::SigningOut(false));
                    if matches!(error, ApiError::Fields(_)) {
                        reading.again();
                    }
                    busy.set(false);
                    failed.set(Some(error));
                }
            }
        }
    });
    Close { job, busy, failed }
}

/// What is still open, or that nothing is.
fn still_open(answer: &Closing) -> AnyView {
    if answer.open.is_empty() {
        return view! { <p class="quiet">{t(r::closing_nothing_open())}</p> }.into_any();
    }
    view! {
        <div class="notice tone-action">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(r::closing_open())}</p>
                {open::list(&answer.open)}
            </div>
        </div>
    }
    .into_any()
}

/// The question, with what is open, and what came of it.
#[component]
fn Question(asking: RwSignal<bool>, reading: Reading<Closing>, close: Close) -> impl IntoView {
    let Close { job, busy, failed } = close;
    let leave = Callback::new(move |()| asking.set(false));
    let known = Memo::new(move |_| reading.answer().and_then(Result::ok));
    // What one was told of does not stand in the way any more.
    let told = Memo::new(move |_| known.get().is_some_and(|answer| !answer.open.is_empty()));
    let under_way = busy.clone();
    let confirm = move |_| {
        if !under_way.get_untracked() {
            job.dispatch(told.get_untracked());
        }
    };
    let failed = move || {
        let text = |error: &ApiError| match error {
            ApiError::Fields(_) => r::closing_meanwhile(),
            _ => r::closing_failed(),
        };
        failed.get().map(|error| failure(&error, text(&error))).into_any()
    };
    let under_way = busy.clone();
    let label = changing(move || match (under_way.get(), told.try_get().unwrap_or_default()) {
        (true, _) => r::closing_busy(),
        (false, true) => r::closing_confirm_even_so(),
        (false, false) => r::closing_confirm(),
    });
    let open = move || known.get().map(|answer| still_open(&answer)).into_any();
    view! {
        <Dialog open=asking close=leave labelled_by="closing-question">
            <h2 id="closing-question">{t(r::closing_question())}</h2>
            <p>{t(r::closing_short())}</p>
            {part_if(move || told.get(), open)}
            {part(failed)}
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| leave.run(())>
                    {t(r::closing_stay())}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    on:click=confirm
                >
                    {label}
                </button>
            </div>
        </Dialog>
    }
}
