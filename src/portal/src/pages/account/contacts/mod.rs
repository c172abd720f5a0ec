//! How to reach the person: e-mail, phone, address.

mod conflict;
mod fields;
mod saving;

use std::sync::Arc;

use leptos::prelude::*;

use super::Typed;
use super::own::Own;
use super::section::{Place, Section, came_for_messages, follow_field};
use crate::app::contacts_section;
use crate::components::chunk::late;
use crate::components::state::Wait;
use crate::form::{Form, SaveForm, Saving, TextField, mark_title};
use crate::i18n::m;
use crate::i18n::t;
use crate::i18n::texts::account as a;
use crate::load::Load;
use crate::reading::derived;
use crate::route::Route;
use crate::route::told::ToldPage;
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::skeleton::SkeletonCard;
use conflict::Conflict;
use saving::{Save, difference};

/// Id of the button that saves.
const SAVE: &str = "contacts-save";

/// The section. The form is a chunk of its own: whoever comes for something else does not wait for it.
#[component]
pub fn ContactsSection(own: Own, typed: Typed) -> impl IntoView {
    view! {
        <Section place=Place::Contacts>
            <p>{t(a::contacts_text())}</p>
            {came_for_messages().then(way_back)}
            {late(move || contacts_section::open((own, typed)))}
        </Section>
    }
}

/// The way back to the contacts for messages: what is saved here is verified there.
fn way_back() -> AnyView {
    view! {
        <p class="notice tone-waiting">
            <Icon name="info" />
            <span>
                {t(a::contacts_for_messages())} " "
                <a href=ToldPage::Contacts.path()>{t(a::contacts_back())}</a>
            </span>
        </p>
    }
    .into_any()
}

/// The form, once what the server has is known.
#[component]
pub fn OwnContacts(own: Own, typed: Typed) -> impl IntoView {
    // Read once: an answer to a change must not build the form anew.
    let ready = derived(move || match own.account() {
        Some(_) => Some(Ok(())),
        None => own.reading.answer().map(|answer| answer.map(|_| ())),
    });
    let skeleton = || {
        view! {
            <Wait text=m::loading() />
            <SkeletonCard />
        }
    };
    view! {
        <Load value=move || ready.get() retry=own.reading.retry() skeleton=ViewFn::from(skeleton) let(_ready)>
            <ContactsForm own typed />
        </Load>
    }
}

#[component]
fn ContactsForm(own: Own, typed: Typed) -> impl IntoView {
    let kept = untrack(|| own.account()).map(|account| account.contacts).unwrap_or_default();
    if !untrack(|| typed.unsaved()) {
        typed.contacts.set(kept.clone());
        typed.base.set(Some(kept));
    }
    follow_field();
    let [email, phone, address] = fields::of(typed);
    let form = Form::new(vec![email, phone, address]);
    let save = saving::job(own, typed, form);
    let saving = Memo::new(move |_| Saving::of(save.pending(), save.value(), typed.unsaved()));
    let conflict = Memo::new(move |_| {
        let now = own.account()?.contacts;
        let base = typed.base.get()?;
        let differs = if now == base { Vec::new() } else { difference(&typed.contacts.get(), &now) };
        (!differs.is_empty()).then_some(differs)
    });
    mark_title(Route::Account.title(), Signal::derive(move || form.wrong()));
    unsaved::follow(Route::Account, Arc::new(move || typed.unsaved()));
    let send = Callback::new(move |()| {
        save.dispatch(Save::new(typed, None));
    });
    view! {
        <SaveForm form saving send button=SAVE>
            <TextField form field=email hint=a::contacts_email_hint() kind="email" autocomplete="email" />
            <TextField form field=phone hint=a::contacts_phone_hint() kind="tel" autocomplete="tel" short=true />
            <TextField form field=address hint=a::contacts_address_hint() kind="text" autocomplete="street-address" />
            <Conflict own typed save differs=conflict />
        </SaveForm>
    }
}
