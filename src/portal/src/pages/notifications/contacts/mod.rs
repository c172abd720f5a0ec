//! The contacts by which one is told: which there are, whether they are verified, what is stopped.

mod add;
mod card;
mod code;
mod device;

pub use add::AddContact;
pub use device::ThisDevice;

use std::sync::Arc;

use contract::ContactId;
use contract::notification::{NotificationContact, NotificationContacts};
use domain::coded::Coded;
use domain::notification::Reach;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::persons;
use crate::announce::PageTitle;
use crate::api::notifications as api;
use crate::app::{contact_add, contact_device};
use crate::browser::focus;
use crate::components::chunk::late;
use crate::components::link::back;
use crate::components::person::full_name;
use crate::components::state::loading;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::reading::{Reading, derived};
use crate::route::Route;
use crate::route::told::ToldPage;
use crate::state::live::Live;
use crate::state::session::is_own;
use crate::ui::part::{keyed, part};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Contacts {
    reading: Reading<NotificationContacts>,
    /// The contacts as the server had them last.
    all: Memo<Vec<NotificationContact>>,
    /// The one whose code is being typed: one at a time.
    typing: RwSignal<Option<ContactId>>,
}

impl Contacts {
    /// A contact by its id; tracked.
    fn get(self, id: &ContactId) -> Option<NotificationContact> {
        self.all.with(|all| all.iter().find(|contact| contact.id == *id).cloned())
    }
}

/// The page.
#[component]
pub fn ContactsPage() -> impl IntoView {
    let reading = Reading::begin(api::contacts);
    if let Some(live) = use_context::<Live>() {
        reading.again_after(live.resets);
    }
    let all = Memo::new(move |before: Option<&Vec<NotificationContact>>| {
        // While it is read again, and where that fails, what is known stays.
        let now = reading.answer().and_then(Result::ok).map(|all| all.contacts.clone());
        now.or_else(|| before.cloned()).unwrap_or_default()
    });
    let contacts = Contacts { reading, all, typing: RwSignal::new(None) };
    let ready = derived(move || reading.answer().map(|answer| answer.map(drop)));
    view! {
        <div class="page">
            <div class="page__head">
                {back(ToldPage::Settings.path(), m::told_title())} <PageTitle text=n::contacts_title() />
                <p class="lead">{t(n::contacts_lead())}</p>
            </div>
            <Load
                value=move || ready.get()
                retry=reading.retry()
                skeleton=ViewFn::from(loading)
                let(_ready)
            >
                {lists(contacts)}
            </Load>
        </div>
    }
}

fn lists(contacts: Contacts) -> AnyView {
    // Who comes from a setting that lacks a contact comes to that contact.
    let hash = use_location().hash.get_untracked();
    if let Some(place) = ["phone", "email"].into_iter().find(|place| hash.strip_prefix('#') == Some(place)) {
        request_animation_frame(move || focus(&format!("{place}-heading")));
    }
    view! {
        {own(contacts, Reach::Phone, "phone", n::contacts_phone(), n::contacts_no_phone())}
        {own(contacts, Reach::Email, "email", n::contacts_email(), n::contacts_no_email())}
        {late(move || contact_device::open(contacts))}
        {part(move || apart(contacts))}
    }
    .into_any()
}

/// One's own contact of a kind: it stands in the account, and is changed there.
fn own(contacts: Contacts, reach: Reach, place: &'static str, title: Msg, none: Msg) -> AnyView {
    let mine = move |contact: &&NotificationContact| {
        contact.apart_for.is_none() && contact.reach == Coded::Known(reach)
    };
    let id =
        Memo::new(move |_| contacts.all.with(|all| all.iter().find(mine).map(|contact| contact.id.clone())));
    let content = move || match id.get() {
        Some(id) => card::facts(contacts, id),
        None => view! { <p>{t(none.clone())}</p> }.into_any(),
    };
    let change = move || {
        let words = if id.get().is_some() { n::contacts_change() } else { n::contacts_add() };
        t(words)()
    };
    view! {
        <section class="card" id=place aria-labelledby=format!("{place}-heading")>
            <h2 id=format!("{place}-heading") tabindex="-1">{t(title)}</h2>
            {part(content)}
            <p>
                <a href=format!("{}?for=messages#{place}", Route::Account.path())>
                    {ArcSignal::derive(change)}
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// Contacts that are for one person alone; nothing where one cares for nobody.
fn apart(contacts: Contacts) -> AnyView {
    if !persons().iter().any(|person| !is_own(person)) {
        return ().into_any();
    }
    let is_apart = |contact: &NotificationContact| contact.apart_for.is_some();
    view! {
        <section class="stack" aria-labelledby=APART>
            <hr aria-hidden="true" />
            <h2 id=APART tabindex="-1">{t(n::apart_title())}</h2>
            <p>{t(n::apart_text())}</p>
            {listed(contacts, is_apart, one)}
            {late(move || contact_add::open(contacts))}
        </section>
    }
    .into_any()
}

/// Some of the contacts; each is drawn once, and stays while it is there.
fn listed(
    contacts: Contacts,
    which: fn(&NotificationContact) -> bool,
    one: fn(Contacts, &NotificationContact) -> AnyView,
) -> AnyView {
    let ids = move || {
        contacts.all.with(|all| {
            let found = (0_u64..).zip(all).filter(|(_, contact)| which(contact));
            found.map(|(place, contact)| (contact.id.0.clone(), place)).collect()
        })
    };
    let item = move |place: u64| {
        let at = usize::try_from(place).unwrap_or(usize::MAX);
        let contact = untrack(|| contacts.all.with(|all| all.get(at).cloned()));
        contact.map(|contact| one(contacts, &contact)).into_any()
    };
    view! { <ul class="stack">{keyed(ids, item)}</ul> }.into_any()
}

/// A contact that is for one person alone.
fn one(contacts: Contacts, contact: &NotificationContact) -> AnyView {
    let person = persons().into_iter().find(|person| Some(&person.id) == contact.apart_for.as_ref());
    let name = ArcSignal::derive(move || person.as_ref().map(full_name).unwrap_or_default());
    view! {
        <li class="card">
            <h3 id=heading(&contact.id) tabindex="-1">{name}</h3>
            {card::facts(contacts, contact.id.clone())}
            {card::removal(contacts, contact.id.clone(), n::remove(), || focus(APART))}
        </li>
    }
    .into_any()
}

/// Id of the heading of those that are for one person alone.
const APART: &str = "apart-heading";

/// Id of the heading above a contact.
fn heading(id: &ContactId) -> String {
    let own = id.as_str().strip_prefix("own-").unwrap_or(id.as_str());
    format!("{own}-heading")
}

/// Reads again, whatever came of something.
fn settled<T>(
    contacts: Contacts,
    answer: Result<T, crate::api::ApiError>,
) -> Result<Arc<T>, crate::api::ApiError> {
    contacts.reading.again();
    answer.map(Arc::new)
}
