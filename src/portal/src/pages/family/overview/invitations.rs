//! Invitations that wait, and taking them back.

use std::sync::Arc;

use contract::access::{Access, Invitation};
use domain::access::StateCode;
use domain::coded::Coded;
use domain::moment::Moment;
use leptos::prelude::*;

use crate::api::{ApiError, access as api};
use crate::browser;
use crate::i18n::t;
use crate::i18n::texts::board as bo;
use crate::i18n::texts::family as f;
use crate::job::Job;
use crate::pages::family::confirm::{Confirm, Question, done};
use crate::pages::family::holding::scopes;
use crate::pages::family::words::{kinds, may_until, they_may};
use crate::reading::Reading;
use crate::state::session::use_session;
use crate::ui::part::part_if;

/// Id of what came of it.
const RESULT: &str = "invitation-withdrawn";

/// Taking an invitation back. It stands outside of the list, which is built anew when that is read again.
#[derive(Clone, Copy)]
pub struct Withdrawing {
    question: RwSignal<Option<Question>>,
    asked: StoredValue<Option<Invitation>>,
    job: Job<(), Result<(), ApiError>>,
}

impl Withdrawing {
    /// Nothing asked; the list is read again afterwards.
    pub fn new(access: Reading<Access>) -> Self {
        let question = RwSignal::new(None);
        let asked = StoredValue::new(None::<Invitation>);
        let job = Job::new(move |_: Arc<()>| async move {
            let invitation = asked.get_value().ok_or(ApiError::NotAllowed)?;
            api::withdraw(&invitation.id).await?;
            access.again();
            question.try_set(None);
            // The button goes with the invitation, so the focus goes to what came of it.
            request_animation_frame(|| browser::focus(RESULT));
            Ok(())
        });
        Self { question, asked, job }
    }

    fn ask(self, invitation: Invitation) {
        self.job.clear();
        self.question.set(Some(Question {
            title: bo::withdraw_title(invitation.label.as_str()),
            text: bo::withdraw_text(),
            confirm: bo::withdraw_confirm(),
            failed: bo::withdraw_failed(),
        }));
        self.asked.set_value(Some(invitation));
    }
}

/// The question, and what came of it.
pub fn dialog(withdrawing: Withdrawing) -> AnyView {
    let Withdrawing { question, job, .. } = withdrawing;
    let withdrawn = move || job.value().is_some_and(|answer| answer.is_ok());
    view! {
        {part_if(withdrawn, || done(RESULT, bo::withdraw_done()))}
        <Confirm question job />
    }
    .into_any()
}

/// The invitations whose codes are open; nothing where there is none.
pub fn waiting(access: &Access, withdrawing: Withdrawing) -> AnyView {
    let open = |invitation: &&Invitation| invitation.state == Coded::Known(StateCode::Invited);
    let items: Vec<_> =
        access.invitations.iter().filter(open).map(|invitation| item(invitation, withdrawing)).collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>{t(f::open_title())}</h3>
        <ul class="stack stack--close">{items}</ul>
    }
    .into_any()
}

fn item(invitation: &Invitation, withdrawing: Withdrawing) -> AnyView {
    let zone = use_session().own_zone();
    let may = may_until(they_may(scopes(&invitation.scopes)), Some(invitation.until));
    let label = invitation.label.clone();
    let asked = invitation.clone();
    let withdraw = move |_| withdrawing.ask(asked.clone());
    view! {
        <li class="card">
            <div class="stack stack--close">
                <h4>{invitation.label.clone()}</h4>
                <p>{t(may)}</p>
                <p class="quiet small">{t(kinds(invitation.kinds.as_deref()))}</p>
                <p>{t(f::open_until((Moment::Instant(invitation.open_until), zone)))}</p>
            </div>
            <p>
                <button class="button button--second" type="button" on:click=withdraw>
                    {t(f::open_withdraw())} <span class="visually-hidden">": " {label}</span>
                </button>
            </p>
        </li>
    }
    .into_any()
}
