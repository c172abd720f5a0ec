//! What one wants to be told about one person, by which channel: the matrix.

mod cell;
mod topic;

use contract::PersonId;
use domain::coded::Code as _;
use domain::data_right::system;
use domain::insurance::System;
use domain::moment::Zone;
use domain::notification::subject::Audience;
use domain::notification::summary::summary;
use domain::notification::{Subject, Topic};
use leptos::prelude::*;

use super::Here;
use crate::announce::PageTitle;
use crate::app::wish_matrix;
use crate::components::chunk::late;
use crate::components::link::back;
use crate::components::person::full_name;
use crate::components::state::{Empty, loading};
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::route::told::ToldPage;
use crate::state::clock;
use crate::state::session::{is_own, use_session};
use crate::ui::part::part;

/// The subjects of a group about which somebody can be told who lives where `person` does.
fn subjects(of: Topic, system: Option<System>) -> Vec<Subject> {
    let told = |subject: &&Subject| {
        subject.topic() == of && subject.happens_in(system) && subject.audience() != Audience::TheContact
    };
    Subject::ALL.iter().filter(told).copied().collect()
}

/// The page.
#[component]
pub fn WishesPage(person: PersonId) -> impl IntoView {
    let here = Here::read(ToldPage::Wishes(person.clone()).route());
    let session = use_session();
    let whose = person.clone();
    let title = Signal::derive(move || match session.person(&whose) {
        Some(person) if !is_own(&person) => n::wishes_title_of(full_name(&person)),
        _ => n::wishes_title(),
    });
    let known = Memo::new(move |_| session.person(&person).map(|person| (person.id.clone(), person.zone)));
    let content = move || match known.get() {
        Some((person, zone)) => late(move || wish_matrix::open((here, person.clone(), zone))),
        None => view! { <Empty picture="sky-fence" title=n::wishes_nobody() text=n::wishes_nobody_text() /> }
            .into_any(),
    };
    let content = StoredValue::new(content);
    view! {
        <div class="page">
            <div class="page__head">
                {back(ToldPage::Settings.path(), m::told_title())} <PageTitle text=title />
                <p class="lead">{t(n::wishes_lead())}</p>
            </div>
            <Load
                value=move || here.ready.get()
                retry=here.retry
                skeleton=ViewFn::from(loading)
                let(_ready)
            >
                {part(move || content.with_value(|content| content()))}
            </Load>
        </div>
    }
}

/// The matrix: a row of switches for all groups, then a card for each.
#[component]
pub fn Matrix(here: Here, person: PersonId, zone: Zone) -> impl IntoView {
    let system = Some(system(zone));
    // What the switches come to: said once for all groups, of which each shows its own.
    let whose = person.clone();
    let lines = Memo::new(move |_| {
        let (contacts, now) = (here.contacts(), clock::now().unwrap_or_default());
        here.saver.choices.with(|all| summary(whose.as_str(), all, &contacts, system, now))
    });
    let person = &person;
    let topics: Vec<(Topic, Vec<Subject>)> = Topic::ALL
        .iter()
        .map(|topic| (*topic, subjects(*topic, system)))
        .filter(|(_, subjects)| !subjects.is_empty())
        .collect();
    let all: Vec<Topic> = topics.iter().map(|(topic, _)| *topic).collect();
    let cards: Vec<AnyView> = topics
        .into_iter()
        .map(|(topic, subjects)| topic::card((here, lines), person, topic, &subjects))
        .collect();
    view! {
        {topic::everything(here, person, all)}
        <div class="stack">{cards}</div>
    }
}

/// What stands around the switches of one row.
fn row(title: AnyView, cells: Vec<AnyView>, below: AnyView) -> AnyView {
    view! {
        <fieldset class="wish">
            <legend class="wish__legend">{title}</legend>
            <div class="wish__cells">{cells}</div>
            {below}
        </fieldset>
    }
    .into_any()
}

/// Why something cannot be switched off by all channels.
fn kept(why: domain::notification::Kept) -> Msg {
    use domain::notification::Kept;
    match why {
        Kept::AskedFor => n::kept_asked_for(),
        Kept::Safety => n::kept_safety(),
        Kept::OthersAccess => n::kept_others_access(),
        Kept::Corrects => n::kept_corrects(),
        Kept::AccountEnds => n::kept_account_ends(),
    }
}
