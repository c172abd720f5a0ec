//! The services: what one can ask for, look up and work out.

use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::components::link::link;
use crate::i18n::t;
use crate::i18n::texts::services as s;
use crate::pages::not_found::NotFoundPage;
use crate::route::Route;
use crate::route::service::Service;

/// The page of a service.
pub fn page(route: &Route) -> AnyView {
    let Route::Services(rest) = route else { return ().into_any() };
    match Service::parse(rest) {
        Some(Service::All) => view! { <ServicesPage /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// The page with all of them.
#[component]
fn ServicesPage() -> impl IntoView {
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Service::All.route().title() />
                <p class="lead">{t(s::lead())}</p>
            </div>
            <section class="stack stack--close" aria-labelledby="services-insurance">
                <h2 id="services-insurance">{t(s::insurance())}</h2>
                <ul class="links">
                    {link(&Route::Insured, Route::Insured.title(), s::insured())}
                    {link(&Route::Calculators, Route::Calculators.title(), s::calculators())}
                </ul>
            </section>
        </div>
    }
}
