//! What a code would open, and the answer to it.

use std::sync::Arc;

use contract::access::Preview;
use domain::moment::Moment;
use leptos::prelude::*;

use super::{Entering, RESULT, Step};
use crate::api::{ApiError, access as api};
use crate::browser;
use crate::i18n::texts::code as co;
use crate::i18n::texts::family as f;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::pages::family::confirm::{Confirm, Question, failure};
use crate::pages::family::holding::scopes;
use crate::pages::family::words::{kinds, unknown_scopes, you_may};
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::ui::fact::fact;
use crate::ui::part::part;

/// Id of the heading.
const OFFER: &str = "offer-heading";

/// What is offered, and what its page shares.
#[derive(Clone)]
pub struct OfferOf {
    /// What the parts of the page share.
    pub entering: Entering,
    /// What the code would open.
    pub offered: Arc<Preview>,
}

/// The offer, with the two answers. It takes the focus when it comes.
#[component]
pub fn Offer(of: OfferOf) -> impl IntoView {
    let OfferOf { entering, offered } = of;
    request_animation_frame(|| browser::focus(OFFER));
    let question = RwSignal::new(None::<Question>);
    let accept = accepting(entering);
    let decline = Job::new(move |_: Arc<()>| async move {
        let answer = api::decline(&entering.typed.get_untracked()).await;
        match &answer {
            Ok(()) => entering.go(Step::Declined, RESULT),
            Err(error) => entering.refused(error),
        }
        answer
    });
    let name = offered.name.clone();
    let ask = move |_| {
        decline.clear();
        question.set(Some(Question {
            title: co::offer_decline_title(),
            text: co::offer_decline_text(name.as_str()),
            confirm: co::offer_decline_confirm(),
            failed: co::offer_failed(),
        }));
    };
    let busy = Signal::derive(move || accept.pending());
    let say_yes = move |_| {
        if !busy.get_untracked() {
            accept.dispatch(());
        }
    };
    let failed = move || {
        let error = accept.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error| failure(&error, co::offer_failed())).into_any()
    };
    let label = changing(move || if busy.get() { f::confirm_busy() } else { co::offer_accept() });
    view! {
        <section class="card" aria-labelledby=OFFER>
            <h2 id=OFFER tabindex="-1">{t(co::offer_title(offered.name.as_str()))}</h2>
            {terms(&offered)}
            {part(failed)}
            <p class="cluster">
                <button
                    class="button"
                    type="button"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    on:click=say_yes
                >
                    {label}
                </button>
                <button class="button button--second" type="button" on:click=ask>{t(co::offer_decline())}</button>
            </p>
        </section>
        <Confirm question job=decline />
    }
}

/// Accepts; then there is one person more, whose documents are to be read.
fn accepting(entering: Entering) -> Job<(), Result<(), ApiError>> {
    let (live, session) = (use_context::<Live>(), use_session());
    Job::new(move |_: Arc<()>| async move {
        match api::accept(&entering.typed.get_untracked()).await {
            Ok(grant) => {
                if let Some(live) = live {
                    live.renew(session).await;
                }
                entering.go(Step::Accepted(Arc::new(grant)), RESULT);
                Ok(())
            }
            Err(error) => {
                entering.refused(&error);
                Err(error)
            }
        }
    })
}

fn terms(offered: &Preview) -> AnyView {
    let zone = use_session().own_zone();
    let unknown =
        unknown_scopes(&offered.scopes).into_iter().map(|text| view! { <p>{t(text)}</p> }.into_any());
    view! {
        <dl class="facts">
            {fact(f::facts_whose(), offered.name.clone().into_any())}
            {fact(f::facts_may(), view! { {t(you_may(scopes(&offered.scopes)))} {unknown.collect::<Vec<_>>()} }.into_any())}
            {fact(f::facts_kinds(), t(kinds(offered.kinds.as_deref())).into_any())}
            {fact(f::facts_until(), t(f::facts_day(offered.until)).into_any())}
            {fact(f::facts_code_until(), t(f::facts_moment((Moment::Instant(offered.open_until), zone))).into_any())}
        </dl>
    }
    .into_any()
}
