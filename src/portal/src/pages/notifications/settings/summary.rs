//! In sentences: what one is told about each person, and by which way.

use contract::person::RawPerson;
use domain::data_right::system;
use domain::notification::summary::{How, Line, summary as lines};
use domain::notification::{Channel, NotBy, Obstacle};
use leptos::prelude::*;

use crate::components::person::full_name;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::pages::notifications::words::{self, Told};
use crate::pages::notifications::{Here, persons};
use crate::route::told::ToldPage;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// More kinds of messages than this stand behind a line.
const IN_SIGHT: usize = 5;

/// Persons about whom one is told alike, and how.
struct Alike {
    persons: Vec<RawPerson>,
    lines: Vec<Line>,
}

/// Puts persons together about whom one is told alike.
fn alike(each: impl Iterator<Item = (RawPerson, Vec<Line>)>) -> Vec<Alike> {
    let mut all: Vec<Alike> = Vec::new();
    for (person, lines) in each {
        match all.iter_mut().find(|alike| alike.lines == lines) {
            Some(alike) => alike.persons.push(person),
            None => all.push(Alike { persons: vec![person], lines }),
        }
    }
    all
}

/// A card for those about whom one is told alike.
pub fn summary(here: Here) -> AnyView {
    let cards = move || {
        let persons = persons();
        let now = clock::now().unwrap_or_default();
        let contacts = here.contacts();
        let each = here.saver.choices.with(|all| {
            let of = |person: RawPerson| {
                let lines = lines(person.id.as_str(), all, &contacts, Some(system(person.zone)), now);
                (person, lines)
            };
            alike(persons.into_iter().map(of))
        });
        view! { <ul class="stack">{each.into_iter().map(card).collect::<Vec<_>>()}</ul> }.into_any()
    };
    view! {
        <section class="stack" aria-labelledby="summary-heading">
            <h2 id="summary-heading">{t(n::summary_title())}</h2>
            {part(cards)}
        </section>
    }
    .into_any()
}

fn card(alike: Alike) -> AnyView {
    let items = words::together(&alike.lines).into_iter().map(told).collect::<Vec<_>>();
    let whose = alike.persons.clone();
    let names = ArcSignal::derive(move || whose.iter().map(full_name).collect::<Vec<_>>().join(", "));
    let change = |person: RawPerson| {
        let href = ToldPage::Wishes(person.id.clone()).path();
        let name = ArcSignal::derive(move || full_name(&person));
        view! {
            <li>
                <a href=href>
                    <span>{t(n::summary_change())} ": " {name}</span>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <li class="card">
            <h3>{names}</h3>
            <ul class="told">{items}</ul>
            <ul class="stack stack--close">{alike.persons.into_iter().map(change).collect::<Vec<_>>()}</ul>
        </li>
    }
    .into_any()
}

/// What is told in one way.
fn told(told: Told) -> AnyView {
    let (title, why) = words::how(&told.how);
    let mended = match &told.how {
        How::Not(NotBy::Obstacle(obstacle)) if told.lacking.is_empty() => {
            let words = mend_words(*obstacle);
            let href = ToldPage::Contacts.path();
            Some(view! { <p><a href=href>{t(words)}</a></p> }.into_any())
        }
        _ => None,
    };
    let lacking = told.lacking.into_iter().map(lacking).collect::<Vec<_>>();
    view! {
        <li class="told__way">
            <p class="told__how">{t(title)}</p>
            {why.map(|why| view! { <p class="small quiet">{t(why)}</p> }.into_any())}
            {which(told.what)}
            {mended} {lacking}
        </li>
    }
    .into_any()
}

/// What it is about; more than a few behind a line.
pub fn which(what: Vec<Msg>) -> AnyView {
    let count = what.len();
    let first = what.first().cloned();
    let items = what.into_iter().map(|what| view! { <li>{t(what)}</li> }.into_any()).collect::<Vec<_>>();
    let list = view! { <ul class="told__what">{items}</ul> };
    match first {
        Some(first) if count > IN_SIGHT => view! {
            <details class="fold">
                <summary>
                    <Icon name="right" />
                    {t(n::summary_kinds(count, first))}
                </summary>
                {list}
            </details>
        }
        .into_any(),
        _ => list.into_any(),
    }
}

/// A wanted channel that cannot be used, and the way to where that is mended.
pub fn lacking((channel, obstacle): (Channel, Obstacle)) -> AnyView {
    let zone = use_session().own_zone();
    view! {
        <p class="told__lacking">
            <Icon name="action" small=true />
            <span>
                {t(words::obstacle(channel, obstacle, zone))} " "
                <a href=mend(channel)>{t(mend_words(obstacle))}</a>
            </span>
        </p>
    }
    .into_any()
}

/// Where what is in the way of a channel is mended: the contact itself.
fn mend(channel: Channel) -> String {
    let place = match channel {
        Channel::Sms | Channel::Viber => "phone",
        Channel::Email => "email",
        Channel::Push => "device",
    };
    format!("{}#{place}", ToldPage::Contacts.path())
}

fn mend_words(obstacle: Obstacle) -> Msg {
    match obstacle {
        Obstacle::NoContact => n::mend_add(),
        Obstacle::Unverified | Obstacle::CodePending => n::mend_verify(),
        Obstacle::Stopped { .. } => n::mend_stopped(),
    }
}
