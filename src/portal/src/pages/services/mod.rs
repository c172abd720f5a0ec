//! The services: what one can ask for, look up and work out.

use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::components::chunk::{Chunk, chunk};
use crate::components::link::link;
use crate::i18n::texts::services as s;
use crate::i18n::{areas, t};
use crate::pages;
use crate::pages::not_found::NotFoundPage;
use crate::route::Route;
use crate::route::service::Service;

chunk!(doctor, doctor_page, Route, |_| view! { <pages::doctor::DoctorPage /> }.into_any());
chunk!(check_ups, check_ups_page, Route, |route| pages::check_ups::page(&route));
chunk!(commission_pick, commission_pick_page, Route, |_| view! { <pages::commission::PickPage /> }
    .into_any());
chunk!(commission, commission_page, Route, |route| match route {
    Route::Services(rest) => match Service::parse(&rest) {
        Some(Service::CommissionOf(person)) => view! { <pages::commission::PlanPage person /> }.into_any(),
        _ => ().into_any(),
    },
    _ => ().into_any(),
});

/// The page of a service.
pub fn page(route: Route) -> AnyView {
    let Route::Services(rest) = &route else { return ().into_any() };
    match Service::parse(rest) {
        Some(Service::All) => view! { <ServicesPage /> }.into_any(),
        Some(Service::Doctor) => {
            view! { <Chunk area=&areas::DOCTOR route open=doctor_page::open /> }.into_any()
        }
        Some(Service::CheckUps | Service::CheckUp(_)) => {
            view! { <Chunk area=&areas::CHECK_UPS route open=check_ups_page::open /> }.into_any()
        }
        Some(Service::Commission) => {
            view! { <Chunk area=&areas::COMMISSION route open=commission_pick_page::open /> }.into_any()
        }
        Some(Service::CommissionOf(_)) => {
            view! { <Chunk area=&areas::COMMISSION route open=commission_page::open /> }.into_any()
        }
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
            <section class="stack stack--close" aria-labelledby="services-health">
                <h2 id="services-health">{t(s::health())}</h2>
                <ul class="links">
                    {link(&Service::Doctor.route(), s::doctor(), s::doctor_text())}
                    {link(&Service::CheckUps.route(), s::check_ups_title(), s::check_ups())}
                    {link(&Service::Commission.route(), s::commission(), s::commission_text())}
                </ul>
            </section>
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
