//! Home: what needs the person now, and what changed last.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::document::{Attention, next_steps};
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::components::person::{PersonTag, name};
use crate::components::state::{Empty, Wait};
use crate::i18n::{self, Arg, Msg, m, t};
use crate::load::Load;
use crate::route::Route;
use crate::state::clock;
use crate::state::documents::{Documents, Row, Rows};
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::ui::skeleton::SkeletonCard;
use crate::words;

/// How many of the last changes are shown.
const LAST_CHANGES: usize = 5;
/// How many of the things to do are shown; the rest is one step away in the list.
const TASKS: usize = 6;

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = use_session();
    let Some(documents) = use_context::<Documents>() else { return ().into_any() };
    let greeting = Signal::derive(move || match session.own() {
        Some(own) => m::home_greeting(own.name),
        None => m::home_title(),
    });
    // The session is new with every answer that extends it.
    let changes_on = Memo::new(move |_| session.session()?.access_changes_on);
    let lead = ArcSignal::derive(move || {
        let needing = documents.needing(session).map(|needing| match needing.len() {
            0 => m::home_nothing(),
            count => m::home_needing(count),
        });
        needing.as_ref().map(i18n::words).unwrap_or_default()
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=greeting />
                <p class="lead">{lead}</p>
            </div>
            {part(move || changes_on.get().map(announced).into_any())}
            <Load
                value=move || documents.rows.get()
                retry=Callback::new(move |()| documents.retry())
                skeleton=ViewFn::from(|| {
                    view! {
                        <Wait text=m::loading_documents() />
                        <SkeletonCard />
                        <SkeletonCard />
                    }.into_any()
                })
                let(rows)
            >
                {content(&rows, documents)}
            </Load>
        </div>
    }
    .into_any()
}

/// A change of access that is announced, and the way to what it is.
fn announced(day: NaiveDate) -> AnyView {
    view! {
        <p class="notice tone-action">
            <Icon name="family" />
            <span>
                {t(m::home_access(day))} " "
                <a href=Route::Family.path()>{t(m::home_access_link())}</a>
            </span>
        </p>
    }
    .into_any()
}

fn content(rows: &Rows, documents: Documents) -> AnyView {
    if rows.all.is_empty() {
        return view! { <Empty picture="sky-clear" title=m::home_empty() text=m::home_empty_text() /> }
            .into_any();
    }
    let session = use_session();
    let needing = documents.needing(session).unwrap_or_default();
    let more = needing.len().saturating_sub(TASKS);
    let tasks = needing
        .into_iter()
        .take(TASKS)
        .map(|(why, row)| view! { <Task why row /> }.into_any())
        .collect::<Vec<_>>();
    let last =
        rows.all.iter().take(LAST_CHANGES).map(|row| view! { <LastChange row=Arc::clone(row) /> }.into_any());
    let any = more > 0 || !documents.needing(session).unwrap_or_default().is_empty();
    view! {
        {any
            .then(|| {
                view! {
                    <section class="stack" aria-labelledby="need">
                        <h2 id="need">{t(m::needs_you())}</h2>
                        <ol class="tasks">{tasks}</ol>
                        {(more > 0)
                            .then(|| {
                                let href = crate::pages::documents::needing_address();
                                view! { <p><a href=href>{t(m::home_more(more))}</a></p> }.into_any()
                            })}
                    </section>
                }.into_any()
            })}
        <section class="stack" aria-labelledby="news">
            <h2 id="news">{t(m::home_news())}</h2>
            <ul class="links">{last.collect::<Vec<_>>()}</ul>
            <p>
                <a href=Route::Documents.path()>{t(m::home_all(rows.all.len()))}</a>
            </p>
        </section>
    }
    .into_any()
}

/// Something that needs the person.
#[component]
fn Task(why: Attention, row: Arc<Row>) -> impl IntoView {
    let today = clock::today(use_session().zone(&row.entry.person));
    let steps = next_steps(&row.entry.kind, &row.entry.status, row.entry.dates(), today);
    let (title, when) = words::need(why, steps.yours, today);
    let (tone, icon) = words::need_look(why);
    let href = Route::Document(row.entry.id.clone()).path();
    view! {
        <li class=format!("task {}", tone.class())>
            <span class="task__icon"><Icon name=icon /></span>
            <h3 class="task__title"><a href=href>{t(title)}</a></h3>
            <div class="task__text">
                <p class="task__when">{t(when)}</p>
                <p class="cluster small">
                    <PersonTag id=row.entry.person.clone() />
                    <span>{row.entry.subject.clone()}</span>
                </p>
            </div>
        </li>
    }
}

/// A recent change.
#[component]
fn LastChange(row: Arc<Row>) -> impl IntoView {
    let zone = use_session().zone(&row.entry.person);
    let (tone, icon) = words::status_look(&row.entry.status);
    let person = row.entry.person.clone();
    let when: Msg = m::row_changed(Arg::Day(row.entry.changed_at.day(zone)));
    view! {
        <li>
            <a class="links__link" href=Route::Document(row.entry.id.clone()).path()>
                <span class="links__title">
                    <span class=format!("status {}", tone.class())>
                        <Icon name=icon small=true />
                        {t(words::status(&row.entry.status))}
                    </span>
                </span>
                <span class="links__text">
                    <span>{name(person)}</span>
                    <span>{row.entry.subject.clone()}</span>
                    <span class="num">{t(when)}</span>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}
