//! Everybody one cares for, each loaded on its own, so that one failure hides nobody else. Who is alone sees all of it at once.

use contract::person::RawPerson;
use leptos::prelude::*;

use super::answer::in_short;
use super::here::Here;
use super::person::{skeleton, whole};
use crate::announce::PageTitle;
use crate::components::calculator::answer;
use crate::components::link::back;
use crate::components::person::full_name;
use crate::i18n::texts::check_ups as u;
use crate::i18n::{changing, t};
use crate::load::Load;
use crate::route::service::Service;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::part::part;

/// The page.
pub fn page() -> AnyView {
    let all = use_session().own_first();
    let alone = all.len() == 1;
    let parts: Vec<AnyView> = all
        .into_iter()
        .enumerate()
        .map(|(place, person)| if alone { whole(Here::read(person.id)) } else { one(place, person) })
        .collect();
    view! {
        <div class="page check-ups">
            <div class="page__head">
                {back(Service::All.route().path(), Service::All.route().title())}
                <PageTitle text=u::title() />
                <p class="lead no-print">{t(u::lead())}</p>
            </div>
            {parts}
        </div>
    }
    .into_any()
}

/// One person: when the next one is, and the way to everything else.
fn one(place: usize, person: RawPerson) -> AnyView {
    let here = Here::read(person.id.clone());
    let href = Service::CheckUp(person.id.clone()).route().path();
    // The number and no id of the person: nothing of them stands where a link could carry it.
    let heading = format!("check-ups-{place}");
    let labelled_by = heading.clone();
    let name = StoredValue::new(person);
    let name = move || name.with_value(full_name);
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <h2 id=heading>{ArcSignal::derive(name)}</h2>
            <Load
                value=move || here.reading.answer()
                retry=here.reading.retry()
                skeleton=ViewFn::from(skeleton)
                let(read)
            >
                {part(move || answer(in_short(&read.known, clock::today(here.zone))))}
            </Load>
            <p class="no-print">
                <a href=href>{changing(move || u::more(name()))}</a>
            </p>
        </section>
    }
    .into_any()
}
