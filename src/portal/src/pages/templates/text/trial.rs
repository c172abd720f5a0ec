//! A test to oneself: the text as it is saved, to a verified contact of one's own.

use std::sync::Arc;

use contract::ContactId;
use contract::notification::{ContactState, NotificationContact};
use contract::problem::ProblemCode;
use contract::template::{TestSent, VersionTest};
use domain::coded::{Code as _, Coded};
use domain::notification::Channel;
use domain::notification::template::Length;
use leptos::prelude::*;

use super::here::Here;
use crate::api::ApiError;
use crate::api::templates as api;
use crate::components::state::loading;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::job::Job;
use crate::load::Load;
use crate::pages::templates::lengths;
use crate::reading::Reading;
use crate::route::known;
use crate::route::told::ToldPage;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::words::minutes;

/// The contacts to which a test by a channel can go.
fn fitting(all: &[NotificationContact], channel: Channel) -> Vec<NotificationContact> {
    let fits = |contact: &&NotificationContact| {
        contact.apart_for.is_none()
            && contact.reach == Coded::Known(channel.reach())
            && contact.state == Coded::Known(ContactState::Verified)
            && contact.stops.iter().all(|stop| stop.channel != Coded::Known(channel))
    };
    all.iter().filter(fits).cloned().collect()
}

/// The section.
#[component]
pub fn Trial(here: Here) -> impl IntoView {
    let contacts = Reading::begin(api::contacts);
    let content = view! {
        <p>{t(te::trial_text())}</p>
        <Load
            value=move || contacts.answer()
            retry=contacts.retry()
            skeleton=ViewFn::from(loading)
            let(all)
        >
            {form(here, fitting(&all, here.at.channel))}
        </Load>
    };
    super::section("trial", te::trial_title(), content.into_any())
}

fn form(here: Here, contacts: Vec<NotificationContact>) -> AnyView {
    let Some(first) = contacts.first().map(|contact| contact.id.0.clone()) else {
        return view! {
            <p>
                {t(te::trial_no_contact())} " "
                <a href=ToldPage::Contacts.path()>{t(te::trial_contacts())}</a>
            </p>
        }
        .into_any();
    };
    let contact = RwSignal::new(first);
    let length = RwSignal::new(Length::Typical.code().to_owned());
    let send = Job::new(move |test: Arc<VersionTest>| async move {
        let Some(version) = untrack(|| here.version.get()) else { return Err(ApiError::Unreadable) };
        api::test(here.at, version.number, &test).await
    });
    let press = move |_| {
        let length = known(&length.get_untracked()).unwrap_or(Length::Typical);
        if !untrack(|| send.pending()) {
            send.dispatch(VersionTest {
                contact: ContactId(contact.get_untracked()),
                length: Coded::Known(length),
            });
        }
    };
    let addresses = contacts.into_iter().map(|contact| {
        view! { <option value=contact.id.0>{contact.label.unwrap_or(contact.address)}</option> }.into_any()
    });
    let came = move || match send.value().filter(|_| !send.pending()) {
        None => ().into_any(),
        Some(Ok(test)) => sent_text(&test),
        Some(Err(error)) => failure(&error),
    };
    view! {
        <div class="fields">
            <div class="field">
                <label class="field__label" for="trial-contact">{t(te::trial_contact())}</label>
                <select
                    class="select"
                    id="trial-contact"
                    on:change=move |event| contact.set(event_target_value(&event))
                >
                    {addresses.collect::<Vec<_>>()}
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="trial-length">{t(te::preview_values())}</label>
                <select
                    class="select"
                    id="trial-length"
                    prop:value=ArcSignal::derive(move || length.get())
                    on:change=move |event| length.set(event_target_value(&event))
                >
                    {lengths()}
                </select>
            </div>
        </div>
        {part(move || here.typed().map(|_| view! { <p class="small">{t(te::trial_saved_only())}</p> }.into_any()).into_any())}
        <p>
            <button
                class="button button--second"
                type="button"
                aria-disabled=ArcSignal::derive(move || send.pending().then_some("true"))
                on:click=press
            >
                {t(te::trial_send())}
            </button>
        </p>
        <div role="status">{part(came)}</div>
    }
    .into_any()
}

/// What was sent, exactly.
fn sent_text(sent: &TestSent) -> AnyView {
    let title = sent.title.clone().map(|title| view! { <p class="template__title">{title}</p> }.into_any());
    view! {
        <div class="notice tone-success">
            <Icon name="check" />
            <div class="notice__body">
                <p class="notice__title">{t(te::trial_sent(sent.address.as_str()))}</p>
                {title}
                <p class="template__text">{sent.text.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

fn failure(error: &ApiError) -> AnyView {
    let (title, next) = match error {
        ApiError::Server { code: ProblemCode::TooMany, wait, .. } => {
            (te::trial_too_many(), te::trial_wait(minutes(wait.unwrap_or_default())))
        }
        ApiError::Fields(_) => (te::trial_refused(), te::trial_refused_text()),
        other => {
            let (title, next, _) = crate::words::error(other);
            (title, next)
        }
    };
    not_done(title, next, None)
}
