//! The sections of the page, and the way to them.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser::focus;
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, t};
use crate::route::Route;
use crate::ui::icon::Icon;

/// A section of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// How to reach the person.
    Contacts,
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
    const ALL: [Self; 5] = [Self::Contacts, Self::Look, Self::Devices, Self::Leaving, Self::About];

    /// Its id, which is also the anchor in the address.
    fn id(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Look => "look",
            Self::Devices => "devices",
            Self::Leaving => "leaving",
            Self::About => "about",
        }
    }

    fn title(self) -> Msg {
        match self {
            Self::Contacts => a::contacts_title(),
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
    Effect::new(move |_| {
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

/// What is kept, and the portal itself.
#[component]
pub fn AboutSection() -> impl IntoView {
    let link = |route: Route, text: Msg| {
        view! {
            <li>
                <a class="links__link" href=route.path()>
                    <span class="links__title">{t(route.title())}</span>
                    <span class="links__text">{t(text)}</span>
                    <Icon name="right" />
                </a>
            </li>
        }
    };
    view! {
        <Section place=Place::About>
            <ul class="links">
                {link(Route::Rights, a::about_rights())}
                {link(Route::Privacy, a::about_privacy())}
                {link(Route::Accessibility, a::about_accessibility())}
            </ul>
        </Section>
    }
}
