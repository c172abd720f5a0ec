//! The sections of the page, and the way to them.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser::focus;
use crate::components::link::link;
use crate::effect::effect;
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, m, t};
use crate::pages::templates::me;
use crate::route::Route;
use crate::route::staff::StaffPage;
use crate::route::told::ToldPage;

/// A section of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// How to reach the person.
    Contacts,
    /// How the person is told.
    Messages,
    /// Language and look.
    Look,
    /// Where the account is signed in, and was.
    Devices,
    /// Signing out.
    Leaving,
    /// What is kept, and the portal itself.
    About,
}

impl Place {
    const ALL: [Self; 6] =
        [Self::Contacts, Self::Messages, Self::Look, Self::Devices, Self::Leaving, Self::About];

    /// Its id, which is also the anchor in the address.
    fn id(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Messages => "messages",
            Self::Look => "look",
            Self::Devices => "devices",
            Self::Leaving => "leaving",
            Self::About => "about",
        }
    }

    fn title(self) -> Msg {
        match self {
            Self::Contacts => a::contacts_title(),
            Self::Messages => a::messages_title(),
            Self::Look => a::look_title(),
            Self::Devices => a::devices_title(),
            Self::Leaving => a::leaving_title(),
            Self::About => a::about_title(),
        }
    }

    fn heading(self) -> String {
        format!("{}-heading", self.id())
    }
}

/// Moves the focus to the section that the address names: when the page opens, and whenever the name changes.
pub fn follow_anchor() {
    let hash = use_location().hash;
    effect(move || {
        let named = hash.get();
        if let Some(place) = Place::ALL.into_iter().find(|place| named.strip_prefix('#') == Some(place.id()))
        {
            // The page may be built but not shown yet.
            request_animation_frame(move || focus(&place.heading()));
        }
    });
}

/// The way to the sections.
#[component]
pub fn Sections() -> impl IntoView {
    let hash = use_location().hash;
    let links = Place::ALL.into_iter().map(|place| {
        let current = ArcSignal::derive(move || {
            (hash.get().strip_prefix('#') == Some(place.id())).then_some("location")
        });
        view! {
            <li>
                <a class="sections__link" href=format!("#{}", place.id()) aria-current=current>
                    {t(place.title())}
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <nav aria-label=t(a::sections_label())>
            <ul class="sections">{links.collect::<Vec<_>>()}</ul>
        </nav>
    }
}

/// A section with its heading, which can take the focus.
#[component]
pub fn Section(place: Place, children: Children) -> impl IntoView {
    view! {
        <section class="stack" id=place.id() aria-labelledby=place.heading()>
            <hr aria-hidden="true" />
            <h2 id=place.heading() tabindex="-1">{t(place.title())}</h2>
            {children()}
        </section>
    }
}

/// How the person is told.
#[component]
pub fn MessagesSection() -> impl IntoView {
    let staff = me().is_some_and(|me| me.staff().may_look());
    view! {
        <Section place=Place::Messages>
            <ul class="links">
                {link(&ToldPage::Messages.route(), m::messages_title(), a::messages_all())}
                {link(&ToldPage::Settings.route(), m::told_title(), a::messages_settings())}
                {link(&ToldPage::Contacts.route(), a::messages_contacts_title(), a::messages_contacts())}
                {staff.then(|| link(&StaffPage::Templates.route(), m::templates_title(), a::messages_templates()))}
                {link(&Route::Genuine, Route::Genuine.title(), a::messages_genuine())}
            </ul>
        </Section>
    }
}

/// What is kept, and the portal itself.
#[component]
pub fn AboutSection() -> impl IntoView {
    view! {
        <Section place=Place::About>
            <ul class="links">
                {link(&Route::Rights, Route::Rights.title(), a::about_rights())}
                {link(&Route::Privacy, Route::Privacy.title(), a::about_privacy())}
                {link(&Route::Accessibility, Route::Accessibility.title(), a::about_accessibility())}
            </ul>
        </Section>
    }
}

/// Moves the focus to the field that the address names, once the form is here: whoever lacks a contact comes straight to it.
pub fn follow_field() {
    let named = use_location().hash.get_untracked();
    if let Some(field) = ["email", "phone"].into_iter().find(|field| named.strip_prefix('#') == Some(field)) {
        request_animation_frame(move || focus(field));
    }
}

/// Whether somebody came to add a contact for messages, and will want to go back there.
pub fn came_for_messages() -> bool {
    use_location().query.with_untracked(|query| query.get_str("for") == Some("messages"))
}
