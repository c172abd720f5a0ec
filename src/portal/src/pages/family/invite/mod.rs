//! Inviting somebody: the terms, and then the code, which is shown once.

mod shown;

use std::sync::Arc;

use contract::access::Invited;
use domain::access::{About, Action, Refusal, allowed};
use leptos::prelude::*;

use super::draft::{Draft, Drafts};
use super::terms::{self, KindFields, ScopeFields, Typing, UntilField, problems};
use super::{ToFamily, words};
use crate::announce::PageTitle;
use crate::api::{ApiError, access as api};
use crate::app::shown_section;
use crate::components::chunk::late_with;
use crate::form::{Form, SaveForm, Saving, TextField, mark_title};
use crate::i18n::texts::family as f;
use crate::i18n::{areas, t};
use crate::job::Job;
use crate::route::Route;
use crate::state::clock;
use crate::state::session::{of_session, use_session};
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::part;
pub use shown::Shown;

/// The page.
#[component]
pub fn InvitePage() -> impl IntoView {
    let session = use_session();
    // The code lives as long as this page and no longer.
    let made = RwSignal::new(None::<Invited>);
    let refused = Memo::new(move |_| {
        let own = session.own()?;
        allowed(Action::Invite, &own.own(), About::default()).err()
    });
    let inside = move || match (refused.get(), made.get()) {
        (Some(reason), _) => not_yet(reason),
        (None, Some(invited)) => late_with(&areas::SHOWN, move || shown_section::open(invited.clone())),
        (None, None) => view! { <InviteForm made /> }.into_any(),
    };
    view! {
        <div class="page">
            <div class="page__head">
                <ToFamily />
                <PageTitle text=f::invite_title() />
                <p class="lead">{t(f::invite_lead())}</p>
            </div>
            {part(inside)}
        </div>
    }
}

/// Why it cannot be done now.
fn not_yet(reason: Refusal) -> AnyView {
    view! {
        <p class="notice tone-waiting">
            <Icon name="info" />
            <span>{t(words::refusal(reason))}</span>
        </p>
    }
    .into_any()
}

#[component]
fn InviteForm(made: RwSignal<Option<Invited>>) -> impl IntoView {
    // The code of what shows an invitation's code is there before that: it is told once.
    shown_section::ahead(&areas::SHOWN);
    let drafts = of_session::<Drafts>();
    let typing = Typing {
        draft: Signal::derive(move || drafts.get(None).unwrap_or_else(Draft::invitation)),
        put: Callback::new(move |draft| drafts.put(draft)),
    };
    let (label, scopes, kinds, until) =
        (terms::label(typing), terms::scopes(), terms::kinds(), terms::until(typing));
    let form = Form::new(vec![label, scopes, kinds, until]);
    let invite = Job::new(move |draft: Arc<Draft>| async move {
        // Without a last day it was not sent.
        let new = draft.new_invitation().ok_or(ApiError::Unreadable)?;
        match api::invite(&new).await {
            Ok(invited) => {
                drafts.forget(None);
                made.try_set(Some(invited));
                Ok(())
            }
            Err(error) => {
                if let ApiError::Fields(refused) = &error {
                    form.refuse(&refused.problems(), terms::words);
                }
                Err(error)
            }
        }
    });
    let saving = Memo::new(move |_| Saving::of(invite.pending(), invite.value(), true));
    unsaved::follow(Route::Invite, Arc::new(move || drafts.get(None).is_some()));
    mark_title(f::invite_title(), Signal::derive(move || form.wrong()));
    let zone = use_session().own_zone();
    let today = move || clock::today(zone);
    let send = Callback::new(move |()| {
        let draft = typing.draft.get_untracked();
        let wrong = problems(&draft, untrack(today));
        if wrong.is_empty() {
            invite.dispatch(draft);
        } else {
            form.refuse(&wrong, terms::words);
        }
    });
    view! {
        <section class="stack" aria-labelledby="terms-heading">
            <h2 id="terms-heading">{t(f::facts_title())}</h2>
            <SaveForm form saving send button="invite" label=f::invite_button()>
                <TextField form field=label hint=f::terms_label_hint() kind="text" autocomplete="off" />
                <ScopeFields form field=scopes typing />
                <KindFields form field=kinds typing />
                <UntilField form field=until today=untrack(today) />
            </SaveForm>
        </section>
    }
}
