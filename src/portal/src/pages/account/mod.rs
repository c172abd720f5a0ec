//! The account: contacts, language and look, devices, signing out.

mod contacts;
mod devices;
mod language;
mod leaving;
mod look;
mod own;
mod section;

use contract::account::Contacts;
use domain::coded::Coded;
use domain::person::Role;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::api::ApiError;
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, t, words};
use crate::job::Job;
use crate::route::Route;
use crate::state::session::{of_session, use_session};
use contacts::ContactsSection;
pub use contacts::OwnContacts;
pub use devices::Devices;
use devices::DevicesSection;
use leaving::LeavingSection;
use look::LookSection;
pub use own::Own;
use section::{AboutSection, MessagesSection, Sections};

/// Signs out.
#[derive(Clone, Copy)]
pub struct SignOut(pub Callback<()>);

/// How signing out goes: under way, or failed.
#[derive(Clone, Copy)]
pub struct SigningOut(pub Job<(), Result<(), ApiError>>);

/// Contacts as they are typed and not saved yet. They live as long as the session: looking at another page loses nothing.
#[derive(Clone, Copy, Default)]
pub struct Typed {
    /// What stands in the fields.
    pub contacts: RwSignal<Contacts>,
    /// What stood there before anything was typed; `None` until it was read.
    pub base: RwSignal<Option<Contacts>>,
}

impl Typed {
    /// Whether something is typed and not saved; tracked.
    pub fn unsaved(self) -> bool {
        self.base.with(|base| base.as_ref().is_some_and(|base| self.contacts.with(|typed| typed != base)))
    }
}

/// What an account may do.
fn role(role: &Coded<Role>) -> Msg {
    match role {
        Coded::Known(Role::Patient) => a::role_patient(),
        Coded::Known(Role::Editor) => a::role_editor(),
        Coded::Known(Role::Approver) => a::role_approver(),
        Coded::Unknown(code) => a::role_unknown(code.as_str()),
    }
}

/// The account page.
#[component]
pub fn AccountPage() -> impl IntoView {
    let session = use_session();
    let own = Own::read();
    let typed = of_session::<Typed>();
    let name = ArcSignal::derive(move || session.own().map(|own| own.name));
    let role = ArcSignal::derive(move || session.session().map(|session| words(&role(&session.role()))));
    section::follow_anchor();
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Route::Account.title() />
                <p class="lead">{name}</p>
                <p class="quiet">{role}</p>
            </div>
            <Sections />
            <ContactsSection own typed />
            <MessagesSection />
            <LookSection own />
            <DevicesSection />
            <LeavingSection />
            <AboutSection />
            <section class="sos" aria-label=t(a::sos_label())>
                <a class="sos__number" href="tel:112">{t(a::sos_number())}</a>
                <p>{t(a::sos_text())}</p>
            </section>
        </div>
    }
}
