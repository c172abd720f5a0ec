//! Signing out, after saying what it does.

use leptos::prelude::*;

use super::section::{Place, Section};
use super::{SignOut, SigningOut};
use crate::api::ApiError;
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, changing, t};
use crate::route::Route;
use crate::state::sending;
use crate::state::unsaved::Unsaved;
use crate::ui::dialog::Dialog;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::{part, part_if};
use crate::words;

/// The section.
#[component]
pub fn LeavingSection() -> impl IntoView {
    let unsaved = Unsaved::here();
    let (sign_out, signing_out) = (use_context::<SignOut>(), use_context::<SigningOut>());
    let open = RwSignal::new(false);
    let ask = move |_| {
        if let Some(SigningOut(job)) = signing_out {
            job.clear();
        }
        open.set(true);
    };
    let close = Callback::new(move |()| open.set(false));
    let busy = Signal::derive(move || signing_out.is_some_and(|SigningOut(job)| job.pending()));
    let error = Signal::derive(move || {
        let answer = signing_out.filter(|_| !busy.get()).and_then(|SigningOut(job)| job.value());
        answer.and_then(Result::err)
    });
    let leave = move |_| {
        if let Some(SignOut(sign_out)) = sign_out
            && !busy.get_untracked()
        {
            sign_out.run(());
        }
    };
    let label = changing(move || match (busy.get(), error.get()) {
        (true, _) => a::leaving_busy(),
        (false, Some(_)) => a::leaving_retry(),
        (false, None) => a::leaving_confirm(),
    });
    view! {
        <Section place=Place::Leaving>
            <p>{t(a::leaving_text())}</p>
            <p>
                <button class="button button--second button--wide" type="button" on:click=ask>
                    <Icon name="signout" />
                    {t(a::leaving_button())}
                </button>
            </p>
            <Dialog open close labelled_by="leaving-question">
                <h2 id="leaving-question">{t(a::leaving_question())}</h2>
                <p>{t(a::leaving_short())}</p>
                {part(move || if open.get() { unsaved_pages(&unsaved.pages(), close) } else { ().into_any() })}
                {part_if(sending::unsent, || lost(a::leaving_unsent(), a::leaving_unsent_text(), None).into_any())}
                {part(move || error.get().map(|error| failure(&error)).into_any())}
                <div class="dialog__tools">
                    <button class="button" type="button" autofocus on:click=move |_| close.run(())>
                        {t(a::leaving_stay())}
                    </button>
                    <button
                        class="button button--danger"
                        type="button"
                        aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                        on:click=leave
                    >
                        {label}
                    </button>
                </div>
            </Dialog>
        </Section>
    }
}

/// What is typed and not saved, with the way to each page of it; nothing where nothing is.
fn unsaved_pages(pages: &[Route], close: Callback<()>) -> AnyView {
    if pages.is_empty() {
        return ().into_any();
    }
    let link = |page: &Route| {
        view! { <li><a href=page.path() on:click=move |_| close.run(())>{t(page.title())}</a></li> }
            .into_any()
    };
    let links = pages.iter().map(link).collect::<Vec<_>>();
    let list = view! { <ul class="asked__points">{links}</ul> }.into_any();
    lost(a::leaving_unsaved(), a::leaving_unsaved_text(), Some(list)).into_any()
}

/// Something would be lost.
fn lost(what: Msg, how: Msg, places: Option<AnyView>) -> impl IntoView {
    view! {
        <div class="notice tone-action">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(what)}</p>
                <p>{t(how)}</p>
                {places}
            </div>
        </div>
    }
}

/// Still signed in, and why.
fn failure(error: &ApiError) -> AnyView {
    let (why, _, _) = words::error(error);
    not_done(a::leaving_failed(), a::leaving_failed_text(why), None)
}
