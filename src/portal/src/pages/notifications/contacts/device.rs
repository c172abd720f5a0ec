//! The devices on which notices are shown, and this one.

use std::sync::Arc;

use contract::ContactId;
use contract::notification::{NewNotificationContact, NotificationContact};
use domain::coded::Coded;
use domain::moment::Moment;
use domain::notification::Reach;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Contacts, card, listed, settled};
use crate::announce;
use crate::api::ApiError;
use crate::api::notifications as api;
use crate::browser::focus;
use crate::i18n::texts::notifications as n;
use crate::i18n::{self, Msg, m, t};
use crate::job::Job;
use crate::state::device::{self, Leave};
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;

/// Id of the heading of the section.
const HEADING: &str = "device-heading";

/// What the person is told of this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Unsupported,
    Denied,
    /// The browser was not asked yet.
    Open,
    /// The browser shows notices, and the server does not know of it.
    Unknown,
    Here,
}

impl Standing {
    const fn of(leave: Leave, known: bool) -> Self {
        match (leave, known) {
            (Leave::Unsupported, _) => Self::Unsupported,
            (Leave::Denied, _) => Self::Denied,
            (Leave::Open, _) => Self::Open,
            (Leave::Granted, false) => Self::Unknown,
            (Leave::Granted, true) => Self::Here,
        }
    }
}

/// What came of allowing notices here, where they did not come to be.
fn not_allowed(answer: &Result<Leave, ApiError>) -> Option<(Msg, Msg)> {
    match answer {
        // The question of the browser was sent away.
        Ok(Leave::Open) => Some((n::device_undecided(), n::device_undecided_text())),
        Ok(_) => None,
        Err(ApiError::Fields(refused))
            if refused.problems().iter().any(|field| field.code == "device.limit") =>
        {
            Some((n::device_limit(), n::device_limit_text()))
        }
        Err(error) => {
            let (title, next, _) = crate::words::error(error);
            Some((title, next))
        }
    }
}

/// The section. Who comes for it by the address has the focus there once it is here.
#[component]
pub fn ThisDevice(contacts: Contacts) -> impl IntoView {
    if use_location().hash.get_untracked() == "#device" {
        request_animation_frame(|| focus(HEADING));
    }
    section(contacts)
}

fn section(contacts: Contacts) -> AnyView {
    let leave = RwSignal::new(device::leave());
    let allow = Job::new(move |_: Arc<()>| {
        let asked = device::ask();
        async move {
            let mut now = asked.await;
            let words = |msg: Msg| untrack(|| i18n::words(&msg));
            // Some browsers have the leave and cannot all the same: that is seen only by showing something.
            if now == Leave::Granted
                && !device::show(&words(n::device_title()), &words(n::device_trial()), "device")
            {
                now = Leave::Unsupported;
            }
            leave.try_set(now);
            if now == Leave::Granted {
                add(contacts).await?;
                announce::say(n::device_here());
                // The button goes once the contacts were read again, and the focus would go with it.
                focus(HEADING);
            }
            Ok(now)
        }
    });
    let standing = Memo::new(move |_| {
        let own = device::ID.get();
        let known = contacts.all.with(|all| all.iter().any(|contact| own.as_ref() == Some(&contact.id)));
        Standing::of(leave.get(), known)
    });
    let failed = move || {
        let answer = allow.value().filter(|_| !allow.pending());
        answer
            .and_then(|answer| not_allowed(&answer))
            .map(|(title, text)| not_done(title, text, None))
            .into_any()
    };
    let is_device = |contact: &NotificationContact| contact.reach == Coded::Known(Reach::Device);
    view! {
        <section class="card stack" id="device" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {t(n::device_title())}
            </h2>
            <p>{t(n::device_text())}</p>
            {part(move || said(standing.get(), allow))}
            {part(failed)}
            {listed(contacts, is_device, one)}
        </section>
    }
    .into_any()
}

/// Tells the server of this device.
async fn add(contacts: Contacts) -> Result<(), ApiError> {
    let address = device::token();
    let new = NewNotificationContact { reach: Coded::Known(Reach::Device), address, apart_for: None };
    let added = settled(contacts, api::add(&new).await)?;
    device::keep(&added.id, &new.address);
    Ok(())
}

/// How this device stands, and what can be done about it.
fn said(standing: Standing, allow: Job<(), Result<Leave, ApiError>>) -> AnyView {
    let text = match standing {
        Standing::Unsupported => return view! { <p>{t(n::device_unsupported())}</p> }.into_any(),
        Standing::Denied => {
            return view! {
                <div class="notice tone-action">
                    <Icon name="action" />
                    <div class="notice__body">
                        <p class="notice__title">{t(n::device_denied())}</p>
                        <p>{t(n::device_denied_text())}</p>
                    </div>
                </div>
            }
            .into_any();
        }
        Standing::Here => {
            return view! {
                <p class="status tone-success">
                    <Icon name="approved" small=true />
                    <span>{t(n::device_here())}</span>
                </p>
            }
            .into_any();
        }
        Standing::Open => None,
        Standing::Unknown => Some(view! { <p>{t(n::device_known())}</p> }.into_any()),
    };
    let press = move |_| {
        if !untrack(|| allow.pending()) {
            allow.dispatch(());
        }
    };
    let label = move || if allow.pending() { t(m::retry_busy())() } else { t(n::device_allow())() };
    view! {
        {text}
        <p>
            <button class="button" type="button" on:click=press>
                {ArcSignal::derive(label)}
            </button>
        </p>
    }
    .into_any()
}

/// One of the devices.
fn one(contacts: Contacts, contact: &NotificationContact) -> AnyView {
    let id = contact.id.clone();
    let label = contact.label.clone().filter(|label| !label.trim().is_empty());
    let name = label.map_or_else(n::device_unnamed, n::device_name);
    let zone = use_session().own_zone();
    let since = contact.verified_since.map(|since| {
        view! { <p class="small quiet">{t(n::device_since((Moment::Instant(since), zone)))}</p> }.into_any()
    });
    view! {
        <li class="stack stack--close">
            {part(move || head(contacts, &id, name.clone()))} {since}
        </li>
    }
    .into_any()
}

/// Its name, and taking it away.
fn head(contacts: Contacts, id: &ContactId, name: Msg) -> AnyView {
    let this = device::ID.get().as_ref() == Some(id);
    let badge = this.then(|| {
        view! {
            <span class="badge tone-success">
                <Icon name="check" />
                {t(n::device_this())}
            </span>
        }
        .into_any()
    });
    let removal = if this {
        card::removal(contacts, id.clone(), n::device_take(), || {
            device::forget();
            focus(HEADING);
        })
    } else {
        card::removal(contacts, id.clone(), n::device_take_other(), || focus(HEADING))
    };
    view! {
        <div class="cluster cluster--apart">
            <p><strong>{t(name)}</strong></p>
            {badge}
        </div>
        {removal}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_forbids_counts_before_what_the_server_knows() {
        for known in [false, true] {
            assert_eq!(Standing::of(Leave::Unsupported, known), Standing::Unsupported);
            assert_eq!(Standing::of(Leave::Denied, known), Standing::Denied);
            assert_eq!(Standing::of(Leave::Open, known), Standing::Open);
        }
        assert_eq!(Standing::of(Leave::Granted, false), Standing::Unknown);
        assert_eq!(Standing::of(Leave::Granted, true), Standing::Here);
    }

    #[test]
    fn a_question_that_was_sent_away_is_said_and_a_refusal_stands_there_anyway() {
        assert_eq!(not_allowed(&Ok(Leave::Open)).map(|(title, _)| title), Some(n::device_undecided()));
        assert_eq!(not_allowed(&Ok(Leave::Denied)), None);
        assert!(not_allowed(&Err(ApiError::Offline)).is_some());
    }
}
