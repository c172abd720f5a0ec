//! What stands around every page: skip link, header, places, footer.

use leptos::prelude::*;

use crate::announce::LiveRegion;
use crate::browser;
use crate::components::header::Header;
use crate::i18n::{Msg, changing, m, t};
use crate::route::Route;
use crate::state::documents::Documents;
use crate::state::session::{Auth, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// The frame around a page.
#[component]
pub fn Frame(
    /// Where we are; tracked.
    route: Memo<Route>,
    children: Children,
) -> impl IntoView {
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        browser::focus("main");
    };
    let session = use_session();
    // While nobody knows yet, a page for those who are signed in stands where it will stand.
    let inside = Memo::new(move |_| match session.auth.get() {
        Auth::In(_) => true,
        Auth::Asking | Auth::Failed(_) => route.get().needs_sign_in(),
        Auth::Out(_) => false,
    });
    view! {
        <div class=ArcSignal::derive(move || if inside.get() { "app" } else { "app app--alone" }.to_owned())>
            <a class="skip" href="#main" on:click=skip>{t(m::skip())}</a>
            <Header />
            {part_if(move || inside.get(), move || view! { <Places route /> }.into_any())}
            <main class="main" id="main" tabindex="-1">{children()}</main>
            <Footer />
            <LiveRegion />
        </div>
    }
}

/// Name and icon of a place.
fn place(route: &Route) -> (Msg, &'static str) {
    match route {
        Route::Documents => (m::places_documents(), "documents"),
        Route::Services(_) => (m::services_title(), "calendar"),
        Route::Family => (m::family_title(), "family"),
        Route::Account => (m::places_account(), "account"),
        _ => (m::places_home(), "home"),
    }
}

#[component]
fn Places(route: Memo<Route>) -> impl IntoView {
    let session = use_session();
    let documents = use_context::<Documents>();
    let needing = Memo::new(move |_| {
        documents.and_then(|documents| documents.needing(session)).map_or(0, |needing| needing.len())
    });
    let links = Route::PLACES.into_iter().map(|place_route| {
        let (name, icon) = place(&place_route);
        let counted = place_route == Route::Documents;
        let href = place_route.path();
        let current = ArcSignal::derive(move || {
            let here = route.get();
            let within = here.parent().as_ref() == Some(&place_route);
            (here == place_route).then_some("page").or(within.then_some("true"))
        });
        let count = move || {
            if !counted || needing.get() == 0 {
                return ().into_any();
            }
            view! {
                <span class="places__count">
                    <span aria-hidden="true">{needing.get().to_string()}</span>
                    <span class="visually-hidden">{changing(move || m::places_needing(needing.get()))}</span>
                </span>
            }
            .into_any()
        };
        view! {
            <li>
                <a class="places__link" href=href aria-current=current>
                    <Icon name=icon />
                    <span>{t(name)}</span>
                    {part(count)}
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <nav class="places" aria-label=t(m::places_label())>
            <ul class="places__list">{links.collect::<Vec<_>>()}</ul>
        </nav>
    }
}

#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <nav aria-label=t(m::footer_label())>
                <ul class="footer__links">
                    <li><a href=Route::Genuine.path()>{t(m::genuine_title())}</a></li>
                    <li><a href=Route::Privacy.path()>{t(m::privacy_title())}</a></li>
                    <li><a href=Route::Accessibility.path()>{t(m::accessibility_title())}</a></li>
                </ul>
            </nav>
            <p>{t(m::footer_note(env!("CARGO_PKG_VERSION")))}</p>
        </footer>
    }
}
