//! Check-ups that were done: those of the record, and those that people marked, which can be taken back.

use std::sync::Arc;

use chrono::NaiveDate;
use contract::CheckUpMarkId;
use contract::prevention::{CheckUpMark, DoneCheckUp, Prevention};
use domain::moment::Moment;
use leptos::prelude::*;

use super::here::Here;
use super::marking::{self, failure};
use super::person::of;
use super::record;
use crate::api::{ApiError, prevention as api};
use crate::attempt::Attempt;
use crate::i18n::texts::check_ups as u;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::{announce, browser};

/// Id of the heading, which takes the focus when what had it is gone.
const HEADING: &str = "done-heading";

type Unmarking = Job<CheckUpMarkId, Result<(), ApiError>>;

/// The section.
pub fn section(here: Here) -> AnyView {
    let attempt = Attempt::new();
    let unmark: Unmarking = Job::new(move |mark: Arc<CheckUpMarkId>| async move {
        let key = attempt.key(&*mark);
        let answer = here
            .change(|person, tag| {
                let mark = Arc::clone(&mark);
                async move { api::unmark(&person, &tag, &mark, &key).await }
            })
            .await;
        if answer.is_ok() {
            announce::say(u::done_backed());
            browser::focus(HEADING);
        }
        // After a change meanwhile it is another request, for what is known now.
        if matches!(answer, Ok(()) | Err(ApiError::Changed)) {
            attempt.done();
        }
        answer
    });
    let failed = move || match unmark.value() {
        Some(Err(error)) if !unmark.pending() => failure(&error),
        _ => ().into_any(),
    };
    let may = Memo::new(move |_| here.may_keep());
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(u::done_title())}</h2>
            {of(here, |known, here| record::as_of(known, here.zone))}
            {part(move || here.known().map(|known| list(&known, here, unmark, may.get())).into_any())}
            {part(failed)}
            {part_if(move || may.get(), move || marking::form(here))}
            {part_if(
                move || !may.get(),
                || view! { <p class="quiet small no-print">{t(u::mark_may_not())}</p> }.into_any(),
            )}
        </section>
    }
    .into_any()
}

/// An entry of the list.
enum Entry<'a> {
    Recorded(&'a DoneCheckUp),
    Marked(&'a CheckUpMark),
}

impl Entry<'_> {
    const fn on(&self) -> NaiveDate {
        match self {
            Self::Recorded(done) => done.on,
            Self::Marked(mark) => mark.on,
        }
    }
}

/// All of them, newest first.
fn list(known: &Prevention, here: Here, unmark: Unmarking, may: bool) -> AnyView {
    let recorded = known.record.iter().flat_map(|record| &record.check_ups).map(Entry::Recorded);
    let entries: Vec<Entry<'_>> = recorded.chain(known.marks.iter().map(Entry::Marked)).collect();
    if entries.is_empty() {
        return view! { <p>{t(u::done_none())}</p> }.into_any();
    }
    let newest = domain::order::order(entries.len(), &|a, b| entries[b].on().cmp(&entries[a].on()));
    let items: Vec<AnyView> = newest
        .into_iter()
        .map(|index| match &entries[index] {
            Entry::Recorded(done) => of_record(done),
            Entry::Marked(mark) => marked(mark, here, may.then_some(unmark)),
        })
        .collect();
    view! { <ul class="dated">{items}</ul> }.into_any()
}

fn of_record(done: &DoneCheckUp) -> AnyView {
    view! {
        <li class="dated__item">
            <span class="dated__day">{t(u::day(done.on))}</span>
            <span class="dated__what">
                {done.by.clone().map(|by| view! { <span>{by}</span> }.into_any())}
                <span class="quiet small">{t(record::source(&done.source))}</span>
            </span>
        </li>
    }
    .into_any()
}

fn marked(mark: &CheckUpMark, here: Here, unmark: Option<Unmarking>) -> AnyView {
    let (id, day) = (mark.id.clone(), mark.on);
    let by = u::done_by((Moment::Instant(mark.at), here.zone), mark.by.as_str());
    let back = unmark.map(|unmark| {
        let own = id.clone();
        let busy = move || unmark.input().is_some_and(|input| *input == own);
        let (shown, disabled) = (busy.clone(), busy);
        view! {
            <button
                class="button button--plain no-print"
                type="button"
                aria-disabled=ArcSignal::derive(move || disabled().then_some("true"))
                on:click=move |_| {
                    if !untrack(|| unmark.pending()) {
                        unmark.dispatch(id.clone());
                    }
                }
            >
                {changing(move || if shown() { u::done_backing() } else { u::done_back(day) })}
            </button>
        }
        .into_any()
    });
    view! {
        <li class="dated__item dated__item--marked">
            <span class="dated__day">{t(u::day(mark.on))}</span>
            <span class="dated__what">
                <span class="dated__mark">
                    <Icon name="check" small=true />
                    {t(u::done_marked())}
                </span>
                <span class="quiet small">{t(by)}</span>
                {back}
            </span>
        </li>
    }
    .into_any()
}
