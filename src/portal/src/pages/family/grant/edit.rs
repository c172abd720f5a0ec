//! Changing a mandate: scopes, kinds, last day. What was typed wins only over what the person saw.

use std::sync::Arc;

use contract::access::Grant;
use domain::moment::Moment;
use leptos::prelude::*;

use super::GrantHere;
use crate::announce;
use crate::api::ApiError;
use crate::api::access as api;
use crate::browser::focus;
use crate::form::{Form, SaveForm, Saving, conflict, mark_title};
use crate::i18n::t;
use crate::i18n::texts::form as fm;
use crate::i18n::texts::grant as gr;
use crate::job::Job;
use crate::pages::family::draft::{Draft, Drafts, Saved};
use crate::pages::family::terms::{self, KindFields, ScopeFields, Typing, UntilField, problems};
use crate::pages::family::words::{Seen, kinds, reach};
use crate::route::Route;
use crate::state::clock;
use crate::state::session::{of_session, use_session};
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// Id of the button that saves.
const SAVE: &str = "grant-save";

/// The grant as the server had it last, and what is typed over it.
#[derive(Clone, Copy)]
struct Editing {
    here: GrantHere,
    drafts: Drafts,
}

impl Editing {
    /// What is typed; `None` until something is. Tracked.
    fn typed(self) -> Option<Draft> {
        self.drafts.get(self.here.grant().map(|grant| grant.id).as_ref())
    }

    /// What stands in the fields; tracked.
    fn draft(self) -> Draft {
        let of_grant = || self.here.grant().as_ref().map_or_else(Draft::invitation, Draft::change);
        self.typed().unwrap_or_else(of_grant)
    }

    /// Whether somebody changed the terms under what is typed; tracked.
    fn overtaken(self) -> bool {
        let Some((typed, grant)) = self.typed().zip(self.here.grant()) else { return false };
        let now = Saved::of(&grant);
        typed.over.as_ref() != Some(&now) && typed.asked() != now
    }

    /// Sends what is typed over the terms that the person saw.
    async fn send(self) -> Result<(), ApiError> {
        let (grant, draft) = untrack(|| (self.here.grant(), self.draft()));
        let grant = grant.ok_or(ApiError::NotAllowed)?;
        if untrack(|| self.overtaken()) {
            return Err(ApiError::Changed);
        }
        let answer = api::change(&grant.id, &grant.tag, &draft.patch()).await;
        if answer.is_ok() {
            self.drafts.forget(Some(&grant.id));
        }
        // What the server has is shown, whatever came of it.
        self.here.access.again();
        answer.map(drop)
    }
}

/// The form.
#[component]
pub fn EditTerms(here: GrantHere) -> impl IntoView {
    let editing = Editing { here, drafts: of_session() };
    let typing = Typing {
        draft: Signal::derive(move || editing.draft()),
        put: Callback::new(move |draft| editing.drafts.put(draft)),
    };
    let (scopes, kinds, until) = (terms::scopes(), terms::kinds(), terms::until(typing));
    let form = Form::new(vec![scopes, kinds, until]);
    let save = Job::new(move |_: Arc<()>| async move {
        let answer = editing.send().await;
        if let Err(ApiError::Fields(refused)) = &answer {
            form.refuse(&refused.problems(), terms::words);
        }
        answer
    });
    let saving = Memo::new(move |_| Saving::of(save.pending(), save.value(), editing.typed().is_some()));
    if let Some(grant) = untrack(|| here.grant()) {
        let (id, drafts) = (grant.id.clone(), editing.drafts);
        unsaved::follow(Route::Grant(grant.id), Arc::new(move || drafts.get(Some(&id)).is_some()));
    }
    let title = untrack(|| here.shown.get()).map(|shown| super::title(shown.seen, &shown.grant));
    if let Some(title) = title {
        mark_title(title, Signal::derive(move || form.wrong()));
    }
    let zone = use_session().own_zone();
    let send = Callback::new(move |()| {
        let wrong = problems(&typing.draft.get_untracked(), untrack(|| clock::today(zone)));
        if wrong.is_empty() {
            save.dispatch(());
        } else {
            form.refuse(&wrong, terms::words);
        }
    });
    view! {
        <section class="stack" aria-labelledby="edit-heading">
            <h2 id="edit-heading">{t(gr::edit_title())}</h2>
            {part(move || here.grant().and_then(|grant| asked(&grant)).into_any())}
            <SaveForm form saving send button=SAVE>
                <ScopeFields form field=scopes typing />
                <KindFields form field=kinds typing />
                <UntilField form field=until today=untrack(|| clock::today(zone)) />
                <Conflict editing save />
            </SaveForm>
        </section>
    }
}

/// The other side asked for more time.
fn asked(grant: &Grant) -> Option<AnyView> {
    let at = grant.renewal_asked_at?;
    let zone = use_session().own_zone();
    let notice = view! {
        <p class="notice tone-action">
            <Icon name="action" />
            <span>{t(gr::edit_asked((Moment::Instant(at), zone), grant.other.as_str()))}</span>
        </p>
    };
    Some(notice.into_any())
}

/// Somebody changed the terms meanwhile: what is saved now, and a choice. Nothing typed goes away unless it is chosen so.
#[component]
fn Conflict(editing: Editing, save: Job<(), Result<(), ApiError>>) -> impl IntoView {
    let overtaken = Memo::new(move |_| {
        let refused = !save.pending() && matches!(save.value(), Some(Err(ApiError::Changed)));
        editing.typed().is_some() && (refused || editing.overtaken())
    });
    let keep_own = Callback::new(move |()| {
        let (typed, grant) = untrack(|| (editing.typed(), editing.here.grant()));
        if let (Some(typed), Some(grant), false) = (typed, grant, untrack(|| save.pending())) {
            editing.drafts.put(Draft { over: Some(Saved::of(&grant)), ..typed });
            focus(SAVE);
            save.dispatch(());
        }
    });
    let take_over = Callback::new(move |()| {
        focus(SAVE);
        save.clear();
        editing.drafts.forget(untrack(|| editing.here.grant()).map(|grant| grant.id).as_ref());
        announce::say(fm::conflict_taken());
    });
    let now = move || {
        editing
            .here
            .grant()
            .map(|grant| {
                view! {
                    <p>
                        <strong>{t(reach(Seen::Given, &grant))}</strong>
                        " "
                        {t(kinds(grant.kinds.as_deref()))}
                    </p>
                }
                .into_any()
            })
            .into_any()
    };
    let choice = move || {
        conflict::choice(
            gr::edit_conflict(),
            gr::edit_conflict_text(),
            part(now).into_any(),
            keep_own,
            take_over,
        )
    };
    part_if(move || overtaken.get(), choice)
}
