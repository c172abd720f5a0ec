//! Whether those one cares for are insured: each loaded on its own, so that one failure hides nobody else.

use contract::person::RawPerson;
use domain::moment::Zone;
use leptos::prelude::*;

use super::payers::{StatePays, payers};
use super::{as_of, in_words};
use crate::announce::PageTitle;
use crate::api;
use crate::calculator::catalogue;
use crate::components::calculator::{AllCalculators, answer};
use crate::components::person::full_name;
use crate::components::source::source;
use crate::components::state::lines;
use crate::i18n::t;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::insurance as i;
use crate::load::Load;
use crate::pages;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::part::part;

/// The page "Am I insured?".
#[component]
pub fn InsuredPage() -> impl IntoView {
    let sections = use_session()
        .own_first()
        .into_iter()
        .enumerate()
        .map(|(place, person)| view! { <PersonInsured place person /> }.into_any());
    view! {
        <div class="page">
            <AllCalculators />
            <div class="page__head">
                <PageTitle text=Route::Insured.title() />
                <p class="lead">{t(i::insured_lead())}</p>
                <p class="quiet small">{t(c::not_advice())}</p>
            </div>
            {sections.collect::<Vec<_>>()}
            <Payers />
            <section class="stack stack--close" aria-labelledby="insured-more">
                <h2 id="insured-more">{t(i::insured_more())}</h2>
                <ul class="ways">
                    {pages::calculators::item(&catalogue::CONTRIBUTION)}
                    {pages::calculators::item(&catalogue::RETURNING)}
                </ul>
            </section>
        </div>
    }
}

/// Whether one person is insured.
#[component]
fn PersonInsured(place: usize, person: RawPerson) -> impl IntoView {
    let id = person.id.clone();
    let read = Reading::begin(move || {
        let id = id.clone();
        async move { api::insurance::of(&id).await }
    });
    let zone = person.zone;
    // The number and no id of the person: nothing of them stands where a link could carry it.
    let heading = format!("insured-{place}");
    let labelled_by = heading.clone();
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <h2 id=heading>{changing_name(person)}</h2>
            <Load
                value=move || read.answer()
                retry=read.retry()
                skeleton=ViewFn::from(skeleton)
                let(insurance)
            >
                {as_of(&insurance, zone).map(|as_of| view! { <p class="quiet small">{t(as_of)}</p> }.into_any())}
                {part(move || answer(in_words(&insurance, clock::today(zone))))}
            </Load>
        </section>
    }
}

/// The name with the relation, in the language of now.
fn changing_name(person: RawPerson) -> ArcSignal<String> {
    ArcSignal::derive(move || full_name(&person))
}

fn skeleton() -> AnyView {
    lines("stack awaited")
}

/// For whom the state pays, by the rules of today in Bulgaria.
#[component]
fn Payers() -> impl IntoView {
    let told = Memo::new(move |_| payers(clock::today(Zone::Sofia)));
    view! {
        <section class="card" aria-labelledby="insured-payers">
            <h2 id="insured-payers">{t(i::insured_payers())}</h2>
            <p>{t(i::insured_payers_text())}</p>
            {part(move || groups(told.get()))}
        </section>
    }
}

fn groups(told: StatePays) -> AnyView {
    let items: Vec<_> =
        told.groups.into_iter().map(|group| view! { <li>{t(group)}</li> }.into_any()).collect();
    view! {
        <ul class="groups">{items}</ul>
        <p>{t(told.note)}</p>
        {told.source.map(source)}
    }
    .into_any()
}
