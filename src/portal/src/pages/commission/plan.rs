//! The plan of one person.

use std::sync::Arc;

use contract::PersonId;
use domain::access::{About, Action, allowed};
use domain::data_right::system;
use domain::telk::plan::serves;
use leptos::prelude::*;

use super::keeping::Keeper;
use super::{Here, calendar, exams, file, head, papers, protocol, timeline};
use crate::announce::PageTitle;
use crate::api::commission as api;
use crate::components::acting::Acting;
use crate::components::chunk::{chunk, late_with};
use crate::components::link::back;
use crate::components::person::full_name;
use crate::components::state::lines;
use crate::effect::effect;
use crate::i18n::texts::commission as o;
use crate::i18n::{areas, t};
use crate::load::Load;
use crate::reading::{Reading, derived};
use crate::route::service::Service;
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

// The answer comes first; what one notes comes with code of its own.
chunk!(plan_days, plan_days, Here, days);
chunk!(plan_protocol, plan_protocol, Here, protocol);
chunk!(plan_papers, plan_papers, Here, papers::section);
chunk!(plan_exams, plan_exams, Here, exams::section);
chunk!(plan_protocol, plan_letter, Here, letter);
chunk!(plan_protocol, plan_file, Here, lent);
chunk!(plan_decision, plan_decision, Here, decision);

/// The page with the plan of one person.
#[component]
pub fn PlanPage(
    /// Whose.
    person: PersonId,
) -> impl IntoView {
    let known = untrack(|| use_session().person(&person));
    let elsewhere = known.is_some_and(|known| !serves(Some(system(known.zone))));
    let id = person.clone();
    // Not "you": on paper it says whose it is.
    let whose = ArcSignal::derive(move || {
        use_session().person(&id).map(|person| full_name(&person)).unwrap_or_default()
    });
    let content = if elsewhere {
        view! { <p class="notice tone-waiting"><Icon name="info" /><span>{t(o::elsewhere())}</span></p> }
            .into_any()
    } else {
        read(&person)
    };
    view! {
        <div class="page commission">
            {back(Service::Commission.route().path(), o::back())}
            <div class="page__head">
                <PageTitle text=o::title() />
                <p class="commission__whom">{whose}</p>
                <p class="lead no-print">{t(o::lead())}</p>
            </div>
            <Acting id=person />
            {content}
        </div>
    }
}

fn read(person: &PersonId) -> AnyView {
    let keeper = Keeper::of(person);
    let id = person.clone();
    let read = Reading::begin(move || {
        let id = id.clone();
        async move { api::of(&id).await }
    });
    if let Some(live) = use_context::<Live>() {
        read.again_after(live.resets);
    }
    effect(move || {
        if let Some(Ok(saved)) = read.answer() {
            keeper.take(api::Saved::clone(&saved));
        }
    });
    let ready = derived(move || match read.answer() {
        // What is not shared any more is not shown any more.
        Some(Err(error)) if matches!(error, crate::api::ApiError::NotAllowed) => Some(Err(error)),
        _ if keeper.known() => Some(Ok(())),
        Some(Err(error)) => Some(Err(error)),
        Some(Ok(_)) | None => None,
    });
    let page = Service::CommissionOf(person.clone()).route();
    unsaved::follow(page, Arc::new(move || keeper.unsaved()));
    let session = use_session();
    let id = person.clone();
    let may = Memo::new(move |_| {
        let known = session.person(&id);
        known.is_some_and(|known| {
            allowed(Action::ChangePlan, &known.read().holder(), About::default()).is_ok()
        })
    });
    let zone = untrack(|| session.zone(person));
    let next = Memo::new(move |_| Here::step(keeper, zone));
    let here = Here { keeper, person: StoredValue::new(person.clone()), zone, may, next };
    view! {
        <Load value=move || ready.get() retry=read.retry() skeleton=ViewFn::from(skeleton) let(())>
            {parts(here)}
        </Load>
    }
    .into_any()
}

fn parts(here: Here) -> AnyView {
    view! {
        {part_if(move || !here.may(), look_only)}
        {head::next(here)}
        {late_with(&areas::PLAN_DAYS, move || plan_days::open(here))}
        {late_with(&areas::PLAN_FILE, move || plan_protocol::open(here))}
        {late_with(&areas::PLAN_DAYS, move || plan_papers::open(here))}
        {late_with(&areas::PLAN_FILE, move || plan_letter::open(here))}
        {late_with(&areas::PLAN_DAYS, move || plan_exams::open(here))}
        {late_with(&areas::PLAN_FILE, move || plan_file::open(here))}
        {late_with(&areas::PLAN_FILE, move || plan_decision::open(here))}
    }
    .into_any()
}

/// The days in their order, and what one can do with them.
fn days(here: Here) -> AnyView {
    view! {
        {timeline::timeline(here)}
        {calendar::tools(here)}
    }
    .into_any()
}

/// The protocol that one asks for; nothing for who may only look.
fn protocol(here: Here) -> AnyView {
    part_if(move || here.may(), move || protocol::section(here)).into_any()
}

/// The letter with the session; nothing for who may only look.
fn letter(here: Here) -> AnyView {
    part_if(move || here.may(), move || file::letter(here)).into_any()
}

/// The file that goes back; nothing for who may only look.
fn lent(here: Here) -> AnyView {
    part_if(move || here.may(), move || file::file(here)).into_any()
}

/// The decision; nothing for who may only look.
fn decision(here: Here) -> AnyView {
    part_if(move || here.may(), move || file::decision(here)).into_any()
}

fn look_only() -> AnyView {
    view! {
        <p class="notice tone-waiting no-print">
            <Icon name="info" />
            <span>{t(o::look_only())}</span>
        </p>
    }
    .into_any()
}

fn skeleton() -> AnyView {
    lines("card stack awaited")
}
