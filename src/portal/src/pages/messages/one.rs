//! One message: what it said, why it came, which way it went, who else got it.

use std::sync::Arc;

use contract::MessageId;
use contract::notification::{MessageDetails, MessageEntry, OtherReceiver, UnusedChannel};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::path;
use super::words::{self, Mend};
use crate::announce::PageTitle;
use crate::api::notifications::{self as api, MessageRead};
use crate::components::link::back;
use crate::components::state::loading;
use crate::i18n::texts::messages as me;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::route::told::ToldPage;
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::ui::fact::fact;
use crate::ui::icon::Icon;
use crate::words::notification as told;

/// The page.
#[component]
pub fn MessagePage(id: MessageId) -> impl IntoView {
    let reading = Reading::begin(move || {
        let id = id.clone();
        async move { api::message(&id).await }
    });
    if let Some(live) = use_context::<Live>() {
        reading.again_after(live.resets);
    }
    let title = Signal::derive(move || match reading.answer() {
        Some(Ok(read)) => told::subject(&read.entry.subject),
        _ => m::messages_title(),
    });
    view! {
        <div class="page">
            <div class="page__head">
                {back(ToldPage::Messages.path(), m::messages_title())}
                <PageTitle text=title />
            </div>
            <Load value=move || reading.answer() retry=reading.retry() skeleton=ViewFn::from(loading) let(read)>
                {whole(&read, reading)}
            </Load>
        </div>
    }
}

fn whole(read: &Arc<MessageRead>, reading: Reading<MessageRead>) -> AnyView {
    let zone = use_session().own_zone();
    let MessageRead { entry, details } = &**read;
    let (tone, icon, state) = words::state(entry, zone);
    let why = entry.reason.as_ref().map(|why| not_told(entry, why));
    let document = entry.document.clone().map(|id| {
        view! {
            <p>
                <a class="button" href=Route::Document(id).path()>{t(me::open_document())}</a>
            </p>
        }
        .into_any()
    });
    let paths: Vec<AnyView> = details.deliveries.iter().map(|delivery| path::path(delivery, zone)).collect();
    let ways = (!paths.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="way-heading">
                <h2 id="way-heading">{t(me::way_title())}</h2>
                {paths}
                <p>
                    <button class="button button--small button--second" type="button" on:click=move |_| reading.again()>
                        <Icon name="retry" small=true />
                        {t(me::again())}
                    </button>
                </p>
            </section>
        }
        .into_any()
    });
    view! {
        <p class=format!("status {tone}")>
            <Icon name=icon />
            <span>{t(state)}</span>
        </p>
        {why} {facts(entry, details, zone)} {document} {ways} {unused(&details.not_by, zone)}
        {others(&details.others, zone)} {succession(details)}
    }
    .into_any()
}

/// Why it was not told to who asks, and where that is mended.
fn not_told(entry: &MessageEntry, why: &Coded<domain::notification::WhyNot>) -> AnyView {
    let link = words::mended_by(why).map(|mend| {
        let (href, words): (String, Msg) = match mend {
            Mend::Contacts => (ToldPage::Contacts.path(), me::mend_contacts()),
            Mend::Wishes => (ToldPage::Wishes(entry.person.clone()).path(), me::mend_wishes()),
        };
        view! { <a href=href>{t(words)}</a> }.into_any()
    });
    view! {
        <p>
            {t(words::why_not(why))} " " {link}
        </p>
    }
    .into_any()
}

/// What took its place, or whose place it took.
fn succession(details: &MessageDetails) -> AnyView {
    let link = |id: &MessageId, text: Msg| {
        let href = ToldPage::Message(id.clone()).path();
        view! { <p><a href=href>{t(text)}</a></p> }.into_any()
    };
    let newer = details.replaced_by.as_ref().map(|id| link(id, me::newer()));
    let count = details.replaces.len();
    let older = details.replaces.iter().enumerate().map(|(place, id)| {
        let href = ToldPage::Message(id.clone()).path();
        view! { <li><a href=href>{t(me::older_one(place + 1))}</a></li> }.into_any()
    });
    let older = (count > 0).then(|| {
        view! {
            <details class="fold">
                <summary>
                    <Icon name="right" />
                    {t(me::older(count))}
                </summary>
                <ul class="asked__points">{older.collect::<Vec<_>>()}</ul>
            </details>
        }
        .into_any()
    });
    view! {
        {newer}
        {older}
    }
    .into_any()
}

fn facts(entry: &MessageEntry, details: &MessageDetails, zone: Zone) -> AnyView {
    let sender = told::sender(&entry.sender);
    let because = details
        .because
        .as_ref()
        .map(|because| fact(me::fact_because(), t(words::because(because)).into_any()));
    view! {
        <dl class="facts">
            {fact(me::fact_about(), entry.name.clone().into_any())}
            {fact(me::fact_sender(), t(sender).into_any())}
            {fact(me::fact_at(), t(me::time((Moment::Instant(entry.at), zone))).into_any())}
            {fact(me::fact_ground(), t(words::ground(&details.ground, &entry.name)).into_any())}
            {because}
        </dl>
    }
    .into_any()
}

/// Channels that were not used, and why.
fn unused(all: &[UnusedChannel], zone: Zone) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let item = |one: &UnusedChannel| {
        let name = told::any_channel(&one.channel);
        let since = one.since.map(|since| me::since((Moment::Instant(since), zone)));
        view! {
            <li>
                <strong>{t(name)}</strong>
                ": " {t(words::why_not(&one.reason))}
                {since.map(|since| view! { " " {t(since)} }.into_any())}
            </li>
        }
        .into_any()
    };
    view! {
        <section class="stack stack--close" aria-labelledby="unused-heading">
            <h2 id="unused-heading">{t(me::unused_title())}</h2>
            <ul class="asked__points">{all.iter().map(item).collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}

/// Who else was told: their channels and contacts are theirs.
fn others(all: &[OtherReceiver], zone: Zone) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let item = |one: &OtherReceiver| {
        let text = match one.at {
            Some(at) => me::other_at((Moment::Instant(at), zone), one.name.as_str()),
            None => me::other_not_yet(one.name.as_str()),
        };
        view! { <li>{t(text)}</li> }.into_any()
    };
    view! {
        <section class="stack stack--close" aria-labelledby="others-heading">
            <h2 id="others-heading">{t(me::others_title())}</h2>
            <ul class="asked__points">{all.iter().map(item).collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
