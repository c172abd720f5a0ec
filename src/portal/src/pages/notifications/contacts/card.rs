//! One contact: what it is, whether it is verified, what is stopped, and taking it away.

use std::sync::Arc;

use contract::ContactId;
use contract::notification::{ChannelStop, ContactState, NotificationContact};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::stop::{Undo, undo};
use domain::notification::{Channel, Reach};
use leptos::prelude::*;

use super::{Contacts, code, settled};
use crate::api::notifications as api;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, m, t};
use crate::job::Job;
use crate::pages::notifications::words;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;

/// What is known of a contact, and how it is verified.
pub fn facts(contacts: Contacts, id: ContactId) -> AnyView {
    let here = {
        let id = id.clone();
        Memo::new(move |_| contacts.get(&id))
    };
    let zone = use_session().own_zone();
    let said = move || here.get().map(|contact| said(&contact, zone)).into_any();
    view! {
        {part(said)}
        {code::code(contacts, id, here)}
    }
    .into_any()
}

fn said(contact: &NotificationContact, zone: Zone) -> AnyView {
    let (tone, icon, text) = match (&contact.state, contact.verified_since) {
        (Coded::Known(ContactState::Verified), Some(since)) => {
            ("tone-success", "approved", n::verified_since((Moment::Instant(since), zone)))
        }
        (Coded::Known(ContactState::Verified), None) => ("tone-success", "approved", n::verified()),
        (Coded::Known(ContactState::CodePending), _) => ("tone-waiting", "waiting", n::pending()),
        (Coded::Known(ContactState::Unverified), _) => ("tone-action", "action", n::unverified()),
        (Coded::Unknown(code), _) => ("tone-unknown", "unknown", n::state_unknown(code.as_str())),
    };
    let stops: Vec<AnyView> = contact.stops.iter().map(|stop| stopped(stop, zone)).collect();
    view! {
        <p class="contact__address">{contact.address.clone()}</p>
        <p class=format!("status {tone}")>
            <Icon name=icon small=true />
            <span>{t(text)}</span>
        </p>
        {stops}
    }
    .into_any()
}

/// Somebody stopped a channel outside the portal: since when, and how that is undone.
fn stopped(stop: &ChannelStop, zone: Zone) -> AnyView {
    let since = (Moment::Instant(stop.since), zone);
    let Coded::Known(channel) = stop.channel else {
        return view! { <p>{t(n::stop_unknown(stop.channel.code(), since))}</p> }.into_any();
    };
    view! {
        <div class="notice tone-action">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(stop_title(channel, since))}</p>
                <p>{t(stop_undo(channel))}</p>
            </div>
        </div>
    }
    .into_any()
}

fn stop_title(channel: Channel, since: (Moment, Zone)) -> Msg {
    match channel {
        Channel::Sms => n::stop_sms(since),
        _ => n::stop_elsewhere(words::channel(channel), since),
    }
}

fn stop_undo(channel: Channel) -> Msg {
    match undo(channel, None) {
        Undo::Text { word, to: Some(number) } => n::undo_text_to(number, word),
        Undo::Text { word, to: None } => n::undo_text(word),
        Undo::InViber => n::undo_viber(),
        Undo::ByEmail => n::undo_email(),
        Undo::OnDevice => n::undo_device(),
    }
}

/// Takes a contact away that was added, and does something once it is gone.
pub fn removal(contacts: Contacts, id: ContactId, words: Msg, then: fn()) -> AnyView {
    let asked = id.clone();
    let remove = Job::new(move |_: Arc<()>| {
        let id = asked.clone();
        async move {
            let answer = settled(contacts, api::remove(&id).await).map(drop);
            if answer.is_ok() {
                // The button goes with the contact, and the focus would go with both.
                then();
            }
            answer
        }
    });
    let failed = move || match remove.value().filter(|_| !remove.pending()) {
        Some(Err(error)) => {
            let (title, next, _) = crate::words::error(&error);
            not_done(title, next, None)
        }
        Some(Ok(())) | None => ().into_any(),
    };
    let address = Memo::new(move |_| {
        let contact = contacts.get(&id);
        contact.map(|contact| contact.label.unwrap_or(contact.address)).unwrap_or_default()
    });
    let words = t(words);
    let press = move |_| {
        if !untrack(|| remove.pending()) {
            remove.dispatch(());
        }
    };
    view! {
        {part(failed)}
        <p>
            <button class="button button--second" type="button" on:click=press>
                {ArcSignal::derive(move || if remove.pending() { t(m::retry_busy())() } else { words() })}
                <span class="visually-hidden">": " {ArcSignal::derive(move || address.get())}</span>
            </button>
        </p>
    }
    .into_any()
}

/// By which channel the code comes to a contact of a kind, in words.
pub fn comes_by(reach: &Coded<Reach>) -> Msg {
    match reach {
        Coded::Known(Reach::Email) => n::code_by_email(),
        _ => n::code_by_sms(),
    }
}
