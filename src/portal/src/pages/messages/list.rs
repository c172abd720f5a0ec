//! The list: what was told, about whom, when, and what became of it.

use std::sync::Arc;

use contract::PersonId;
use contract::notification::{MessageEntry, MessagePage};
use domain::moment::{Moment, Zone};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::words;
use crate::announce::PageTitle;
use crate::api::notifications as api;
use crate::components::link::link;
use crate::components::more::{self, Said};
use crate::components::person_switch::PersonSwitch;
use crate::components::state::{Empty, loading};
use crate::i18n::texts::messages as me;
use crate::i18n::{m, t};
use crate::job::Job;
use crate::load::Load;
use crate::reading::Reading;
use crate::route::join;
use crate::route::told::ToldPage;
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::words::notification as told;

/// The page. Whose messages are shown stands in the address.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let query = use_location().query;
    let chosen =
        Memo::new(move |_| query.with(|query| query.get("person").and_then(|id| PersonId::parse(&id))));
    let navigate = use_navigate();
    let session = use_session();
    let several = move || {
        session.persons.track();
        untrack(|| session.session()).is_some_and(|session| session.persons.len() > 1)
    };
    let choose = Callback::new(move |person: Option<PersonId>| {
        let part = person.map(|person| format!("person={person}"));
        let address = join(&ToldPage::Messages.path(), &part.into_iter().collect::<Vec<_>>());
        navigate(&address, NavigateOptions::default());
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::messages_title() />
                <p class="lead">{t(me::lead())}</p>
            </div>
            {part_if(
                several,
                move || {
                    let chosen = Signal::derive(move || chosen.get());
                    view! { <PersonSwitch id="message-person" chosen choose /> }.into_any()
                },
            )}
            {part(move || of_person(chosen.get()))}
            <ul class="links">
                {link(&ToldPage::Settings.route(), m::told_title(), me::settings())}
            </ul>
        </div>
    }
}

/// The messages about one person, or about all.
fn of_person(person: Option<PersonId>) -> AnyView {
    let asked = person.clone();
    let first = Reading::begin(move || {
        let person = asked.clone();
        async move { api::messages(person.as_ref(), None).await }
    });
    if let Some(live) = use_context::<Live>() {
        first.again_after(live.resets);
        // What happens to a document may be told: the list is as new as the documents are. Changes are also put away, which is no news.
        let count = Memo::new(move |_| live.changes.with(Vec::len));
        let more = move |now: &usize, before: Option<&usize>, _| {
            if before.is_some_and(|before| now > before) {
                first.again();
            }
        };
        Effect::watch(move || count.get(), more, false);
    }
    let again = move |_| first.again();
    view! {
        <p>
            <button class="button button--small button--second" type="button" on:click=again>
                <Icon name="retry" small=true />
                {t(me::again())}
            </button>
        </p>
        <Load value=move || first.answer() retry=first.retry() skeleton=ViewFn::from(loading) let(page)>
            {pages(person.clone(), &page)}
        </Load>
    }
    .into_any()
}

fn pages(person: Option<PersonId>, page: &MessagePage) -> AnyView {
    if page.messages.is_empty() {
        return view! { <Empty picture="sky-clear" title=me::empty_title() text=me::empty_text() /> }
            .into_any();
    }
    let messages = RwSignal::new(page.messages.clone());
    let cursor = RwSignal::new(page.next_cursor.clone());
    let job = Job::new(move |asked: Arc<String>| {
        let person = person.clone();
        async move {
            let page = api::messages(person.as_ref(), Some(&asked)).await?;
            messages.try_update(|all| all.extend(page.messages));
            cursor.try_set(page.next_cursor);
            Ok(())
        }
    });
    let zone = use_session().own_zone();
    let said = Said { more: me::more(), busy: me::more_busy(), failed: me::more_failed(), end: me::end() };
    let list = move || {
        let items = messages.with(|all| all.iter().map(|entry| item(entry, zone)).collect::<Vec<_>>());
        view! { <ul class="stack stack--close">{items}</ul> }.into_any()
    };
    view! {
        {part(list)}
        {more::more(cursor, job, said)}
    }
    .into_any()
}

/// One message.
fn item(entry: &MessageEntry, zone: Zone) -> AnyView {
    let (tone, icon, state) = words::state(entry, zone);
    let sender = told::sender(&entry.sender);
    let at = Moment::Instant(entry.at);
    let line = entry.line.clone().map(|line| view! { <p class="message__line">{line}</p> }.into_any());
    let why =
        entry.reason.as_ref().map(|why| view! { <p class="small">{t(words::why_not(why))}</p> }.into_any());
    view! {
        <li class="message">
            <p class="message__title">
                <a href=ToldPage::Message(entry.id.clone()).path()>{t(told::subject(&entry.subject))}</a>
            </p>
            <p class="small quiet">
                {entry.name.clone()} " · " {t(sender)} " · "
                <time datetime=contract::wire::moment::text(at)>{t(me::time((at, zone)))}</time>
            </p>
            {line}
            <p class=format!("status {tone}")>
                <Icon name=icon small=true />
                <span>{t(state)}</span>
            </p>
            {why}
        </li>
    }
    .into_any()
}
