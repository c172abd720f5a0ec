//! Ending a grant: taken back by one side, given up by the other, after a question. Where it cannot be ended, why.

use std::sync::Arc;

use domain::access::Action;
use leptos::prelude::*;

use super::GrantHere;
use crate::api::ApiError;
use crate::api::access as api;
use crate::browser;
use crate::i18n::t;
use crate::i18n::texts::grant as gr;
use crate::job::Job;
use crate::pages::family::confirm::{Confirm, Question, done};
use crate::pages::family::holding::holds;
use crate::pages::family::words::{self, Seen};
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// Id of what came of it.
const RESULT: &str = "access-ended";

/// The button with its question, or the reason why there is none.
#[component]
pub fn Ending(here: GrantHere, seen: Seen) -> impl IntoView {
    let question = RwSignal::new(None::<Question>);
    let (live, session) = (use_context::<Live>(), use_session());
    let end = Job::new(move |_: Arc<()>| async move {
        let grant = here.shown.get_untracked().map(|shown| shown.grant).ok_or(ApiError::NotAllowed)?;
        api::end(&grant.id).await?;
        match (live, seen) {
            // There is one person less.
            (Some(live), Seen::Held) => live.renew(session).await,
            _ => here.access.again(),
        }
        question.try_set(None);
        // The button goes with the access, so the focus goes to what came of it.
        request_animation_frame(|| browser::focus(RESULT));
        Ok(())
    });
    let ask = Callback::new(move |()| {
        end.clear();
        question.set(here.shown.get_untracked().map(|shown| asking(seen, &shown.grant.other)));
    });
    let action = match seen {
        Seen::Given => Action::RevokeAccess,
        Seen::Held => Action::GiveUp,
    };
    let ended = move || end.value().is_some_and(|answer: Result<(), ApiError>| answer.is_ok());
    let may =
        Memo::new(move |_| here.may(action).filter(|_| here.grant().is_some_and(|grant| holds(&grant))));
    let inside = move || match may.get() {
        _ if ended() => ().into_any(),
        Some(Ok(())) => button(seen, ask),
        Some(Err(reason)) => view! {
            <p class="notice">
                <Icon name="info" />
                <span>{t(words::refusal(reason))}</span>
            </p>
        }
        .into_any(),
        None => ().into_any(),
    };
    view! {
        {part_if(ended, || done(RESULT, gr::end_done()))}
        {part(inside)}
        <Confirm question job=end />
    }
}

fn button(seen: Seen, ask: Callback<()>) -> AnyView {
    let label = match seen {
        Seen::Given => gr::end_revoke_button(),
        Seen::Held => gr::end_give_up_button(),
    };
    view! {
        <p>
            <button class="button button--danger button--wide" type="button" on:click=move |_| ask.run(())>
                {t(label)}
            </button>
        </p>
    }
    .into_any()
}

fn asking(seen: Seen, name: &str) -> Question {
    let failed = gr::end_failed();
    match seen {
        Seen::Given => Question {
            title: gr::end_revoke_title(name),
            text: gr::end_revoke_text(),
            confirm: gr::end_revoke_confirm(),
            failed,
        },
        Seen::Held => Question {
            title: gr::end_give_up_title(name),
            text: gr::end_give_up_text(),
            confirm: gr::end_give_up_confirm(),
            failed,
        },
    }
}
