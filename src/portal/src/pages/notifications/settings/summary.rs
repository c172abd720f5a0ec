//! In sentences: what one is told about each person, and by which way.

use contract::person::RawPerson;
use domain::notification::summary::summary as lines;
use domain::notification::{Channel, Obstacle};
use leptos::prelude::*;

use crate::components::person::full_name;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::pages::notifications::words::{self, Told};
use crate::pages::notifications::{Here, persons, system};
use crate::route::Route;
use crate::state::clock;
use crate::state::session::{is_own, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// A card for each person.
pub fn summary(here: Here) -> AnyView {
    let cards = move || {
        let persons = persons();
        let alone = persons.len() == 1;
        view! { <ul class="stack">{persons.iter().map(|person| card(here, person, alone)).collect::<Vec<_>>()}</ul> }
            .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="summary-heading">
            <h2 id="summary-heading">{t(n::summary_title())}</h2>
            {part(cards)}
        </section>
    }
    .into_any()
}

fn card(here: Here, person: &RawPerson, alone: bool) -> AnyView {
    let named = person.clone();
    let name = ArcSignal::derive(move || full_name(&named));
    let heading =
        if is_own(person) && alone { None } else { Some(view! { <h3>{name.clone()}</h3> }.into_any()) };
    let (id, zone) = (person.id.clone(), person.zone);
    let told = part(move || {
        let now = clock::now().unwrap_or_default();
        let contacts = here.contacts();
        let lines = here.saver.choices.with(|all| lines(id.as_str(), all, &contacts, system(zone), now));
        let items = words::together(&lines).into_iter().map(told).collect::<Vec<_>>();
        view! { <ul class="told">{items}</ul> }.into_any()
    });
    view! {
        <li class="card">
            {heading} {told}
            <p>
                <a class="button button--second" href=Route::Wishes(person.id.clone()).path()>
                    {t(n::summary_change())}
                    <span class="visually-hidden">": " {name}</span>
                </a>
            </p>
        </li>
    }
    .into_any()
}

/// What is told in one way.
fn told(told: Told) -> AnyView {
    let (title, why) = words::how(&told.how);
    let what = told.what.into_iter().map(|what| view! { <li>{t(what)}</li> }.into_any()).collect::<Vec<_>>();
    let lacking = told.lacking.into_iter().map(lacking).collect::<Vec<_>>();
    view! {
        <li class="told__way">
            <p class="told__how">{t(title)}</p>
            {why.map(|why| view! { <p class="small quiet">{t(why)}</p> }.into_any())}
            <ul class="told__what">{what}</ul>
            {lacking}
        </li>
    }
    .into_any()
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
    format!("{}#{place}", Route::NotificationContacts.path())
}

fn mend_words(obstacle: Obstacle) -> Msg {
    match obstacle {
        Obstacle::NoContact => n::mend_add(),
        Obstacle::Unverified | Obstacle::CodePending => n::mend_verify(),
        Obstacle::Stopped { .. } => n::mend_stopped(),
    }
}
