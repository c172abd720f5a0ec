//! Everything about one person: the answer first, then what was done, and what the record says.

use contract::PersonId;
use contract::prevention::Prevention;
use domain::check_up::{Plan, plan};
use leptos::prelude::*;

use super::here::Here;
use super::{ahead, answer, content, done, invitations, record, risk};
use crate::announce::PageTitle;
use crate::browser;
use crate::components::calculator::answer as shown;
use crate::components::chunk::{chunk, late};
use crate::components::link::back;
use crate::components::person::{full_name, name_of};
use crate::components::state::lines;
use crate::i18n::t;
use crate::i18n::texts::check_ups as u;
use crate::load::Load;
use crate::route::service::Service;
use crate::route::told::ToldPage;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::part::{part, part_if};

// The answer comes first; what one marks and answers comes with code of its own.
chunk!(check_ups_done, check_ups_done, Here, done::section);
chunk!(check_ups_known, check_ups_known, Here, by_practice);
chunk!(check_ups_invited, check_ups_invited, Here, invitations::section);

/// The page.
pub fn page(person: PersonId) -> AnyView {
    let name = StoredValue::new(person.clone());
    // By name, one's own too: the page may be printed and taken along.
    let title = Signal::derive(move || {
        let person = name.with_value(|id| use_session().person(id));
        u::title_of(person.as_ref().map_or_else(|| name.with_value(name_of), full_name))
    });
    view! {
        <div class="page check-ups">
            <div class="page__head">
                {back(Service::CheckUps.route().path(), u::title())}
                <PageTitle text=title />
            </div>
            {whole(Here::read(person))}
        </div>
    }
    .into_any()
}

/// Which parts there are: they are made anew only when that changes, so that what is typed in one of them stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// By the rules of a practice, or asked there.
    Practice,
    /// By a clinic's list.
    Invited,
    /// Nothing is known.
    Nothing,
}

/// Everything about a person, once it is here.
pub fn whole(here: Here) -> AnyView {
    view! {
        <Load
            value=move || here.reading.answer()
            retry=here.reading.retry()
            skeleton=ViewFn::from(skeleton)
            let(_read)
        >
            {inside(here)}
        </Load>
    }
    .into_any()
}

fn inside(here: Here) -> AnyView {
    let shape = Memo::new(move |_| {
        let known = here.known()?;
        Some(match plan(&known.facts(&known.done()), clock::today(here.zone)) {
            Plan::Known(_) | Plan::Ask(_) => Shape::Practice,
            Plan::ByInvitation => Shape::Invited,
            Plan::NothingKnown => Shape::Nothing,
        })
    });
    view! {
        <section class="card" aria-labelledby="due-heading">
            <h2 class="visually-hidden" id="due-heading">{t(u::next())}</h2>
            {of(here, |known, here| shown(answer::in_words(known, clock::today(here.zone))))}
            {ahead::offer(here)}
            <p class="no-print">
                <a href=ToldPage::Wishes(here.id()).route().path()>{t(u::remind())}</a>
            </p>
        </section>
        {part_if(
            move || shape.get() == Some(Shape::Practice),
            move || {
                view! {
                    {late(move || check_ups_done::open(here))}
                    {late(move || check_ups_known::open(here))}
                }
                .into_any()
            },
        )}
        {part_if(
            move || shape.get() == Some(Shape::Invited),
            move || late(move || check_ups_invited::open(here)),
        )}
        <p class="no-print">
            <button class="button button--second" type="button" on:click=|_| browser::print()>
                {t(u::print())}
            </button>
        </p>
    }
    .into_any()
}

/// What there is to say, besides what was done, where a practice looks after the person.
fn by_practice(here: Here) -> AnyView {
    view! {
        {of(here, |known, here| {
            known.born.map(|born| content::section(born, clock::today(here.zone))).into_any()
        })}
        {of(here, |known, _| record::follow_ups(known))}
        {of(here, |known, _| record::immunisations(known))}
        <section class="card" aria-labelledby="risk-heading">
            <h2 id="risk-heading">{t(u::risk_title())}</h2>
            {of(here, |known, here| shown(risk::in_words(known, clock::today(here.zone))))}
        </section>
    }
    .into_any()
}

/// A part that follows what is known.
pub fn of(here: Here, build: fn(&Prevention, Here) -> AnyView) -> AnyView {
    part(move || here.known().map_or_else(|| ().into_any(), |known| build(&known, here))).into_any()
}

/// What stands there until the answer is here.
pub fn skeleton() -> AnyView {
    lines("stack awaited")
}
