//! Sign-in: what the portal is for, and the way in through the fund's identity provider.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::announce::PageTitle;
use crate::components::state::Failed;
use crate::i18n::texts::sign_in as s;
use crate::i18n::{self, Msg, t};
use crate::route::{Outcome, Route, SignInQuery};
use crate::state::session::{Auth, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::Tone;

/// Tone, icon, title and text of the notice for an outcome.
fn notice(outcome: Outcome) -> (Tone, &'static str, Msg, Msg) {
    match outcome {
        Outcome::Cancelled => (Tone::Waiting, "info", s::cancelled(), s::cancelled_text()),
        Outcome::Failed => (Tone::Danger, "refused", s::failed(), s::failed_text()),
        Outcome::Expired => (Tone::Waiting, "waiting", s::expired(), s::expired_text()),
        Outcome::SignedOut => (Tone::Success, "approved", s::signed_out(), s::signed_out_text()),
        Outcome::Closed => (Tone::Waiting, "info", s::closed(), s::closed_text()),
    }
}

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Signal::derive(move || SignInQuery::read(|name| query.with(|query| query.get(name))));
    let notice = part(move || {
        asked
            .get()
            .outcome
            .map(notice)
            .map(|(tone, icon, title, text)| {
                view! {
                    <div class=format!("notice {}", tone.class()) role="status">
                        <Icon name=icon />
                        <div class="notice__body">
                            <p class="notice__title">{t(title)}</p>
                            <p>{t(text)}</p>
                        </div>
                    </div>
                }
                .into_any()
            })
            .into_any()
    });
    view! {
        <div class="page">
            {notice}
            <div class="page__head">
                <PageTitle text=Route::SignIn.title() />
                <p class="lead">{t(s::lead())}</p>
            </div>
            <SignInButton asked />
            <section class="stack" aria-labelledby="what">
                <h2 id="what">{t(s::what())}</h2>
                <ul class="stack stack--close">
                    <Promise icon="documents" text=s::promise_status() />
                    <Promise icon="action" text=s::promise_needs() />
                    <Promise icon="family" text=s::promise_family() />
                </ul>
            </section>
        </div>
    }
}

#[component]
fn Promise(icon: &'static str, text: Msg) -> impl IntoView {
    view! {
        <li class="notice">
            <Icon name=icon />
            <p>{t(text)}</p>
        </li>
    }
}

/// The way in: a real navigation, for the identity provider is another site. Says when the portal itself is down.
#[component]
fn SignInButton(asked: Signal<SignInQuery>) -> impl IntoView {
    let session = use_session();
    part(move || match session.auth.get() {
        Auth::Failed(error) => {
            let retry = Callback::new(move |()| session.ask());
            view! { <Failed error retry /> }.into_any()
        }
        Auth::Asking | Auth::Out(_) | Auth::In(_) => view! {
            <div class="stack stack--close">
                <p>
                    <a
                        class="button button--big button--wide"
                        rel="external"
                        href=ArcSignal::derive(move || asked.get().begin(i18n::language()))
                    >
                        <Icon name="signin" />
                        {t(s::button())}
                    </a>
                </p>
                <p class="quiet small">{t(s::how())}</p>
            </div>
        }
        .into_any(),
    })
}
