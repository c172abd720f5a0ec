//! No such page.

use leptos::prelude::*;

use crate::components::state::Empty;
use crate::i18n::{m, t};
use crate::pages::titled;
use crate::route::Route;

/// The page for an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    titled(
        Route::NotFound.title(),
        view! {
            <Empty picture="sky-fog" title=m::not_found_heading() text=m::not_found_text()>
                <span class="cluster">
                    <a class="button" href=Route::Home.path()>{t(m::places_home())}</a>
                    <a class="button button--second" href=Route::Documents.path()>{t(m::documents_title())}</a>
                </span>
            </Empty>
        },
    )
}
