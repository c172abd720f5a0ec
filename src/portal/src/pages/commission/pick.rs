//! For whom the plan is.

use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::components::link::back;
use crate::components::person::full_name;
use crate::i18n::texts::commission as o;
use crate::i18n::{m, t};
use crate::route::service::Service;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// The page on which one chooses.
#[component]
pub fn PickPage() -> impl IntoView {
    let session = use_session();
    let people = part(move || {
        session.persons.track();
        let persons = untrack(|| session.session()).map(|session| session.persons.clone());
        let item = |person: contract::person::RawPerson| {
            let href = Service::CommissionOf(person.id.clone()).route().path();
            let name = ArcSignal::derive(move || full_name(&person));
            view! {
                <li>
                    <a class="links__link" href=href>
                        <span class="links__title">{name}</span>
                        <Icon name="right" />
                    </a>
                </li>
            }
            .into_any()
        };
        let items: Vec<_> = persons.unwrap_or_default().into_iter().map(item).collect();
        view! { <ul class="links">{items}</ul> }.into_any()
    });
    view! {
        <div class="page">
            {back(Service::All.route().path(), m::services_title())}
            <div class="page__head">
                <PageTitle text=o::pick_title() />
                <p class="lead">{t(o::lead())}</p>
            </div>
            <section class="stack stack--close" aria-labelledby="commission-pick">
                <h2 id="commission-pick">{t(o::pick())}</h2>
                <p class="quiet">{t(o::pick_text())}</p>
                {people}
            </section>
        </div>
    }
}
