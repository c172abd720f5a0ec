//! Search and filters of the list.

use domain::coded::{Code, Coded};
use domain::document::{Group, Kind};
use leptos::prelude::*;

use super::Asked;
use super::query::{Query, Sort};
use crate::components::person_switch::PersonSwitch;
use crate::i18n::{Msg, changing, m, t};
use crate::route::known;
use crate::state::documents::Documents;
use crate::state::kept;
use crate::state::session::use_session;
use crate::ui::choice::Choice;
use crate::ui::icon::Icon;
use crate::words;

fn group_name(group: Group) -> Msg {
    match group {
        Group::Open => m::group_open(),
        Group::InUse => m::group_in_use(),
        Group::Refused => m::group_refused(),
        Group::Ended => m::group_ended(),
        Group::Kept => m::group_kept(),
    }
}

fn sort_name(sort: Sort) -> Msg {
    match sort {
        Sort::Changed => m::sort_changed(),
        Sort::ValidTo => m::sort_valid_to(),
        Sort::Number => m::sort_number(),
    }
}

/// Search field, quick filter and the three choices.
#[component]
pub fn Filters(documents: Documents, asked: Asked) -> impl IntoView {
    let open = RwSignal::new(asked.query.with_untracked(Query::filters));
    let chosen = Signal::derive(move || asked.query.with(|query| query.person.clone()));
    let choose = Callback::new(move |person| asked.ask.run(Query { person, ..asked.query.get_untracked() }));
    view! {
        <search class="filters" aria-label=t(m::filters_label())>
            <Search asked />
            <div class="filters__quick">
                <Needing documents asked />
                <button
                    class="toggle"
                    type="button"
                    aria-expanded=ArcSignal::derive(move || open.get().to_string())
                    aria-controls="filters"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon name="filter" small=true />
                    {t(m::filters_more())}
                </button>
            </div>
            <div class="filters__fields" id="filters" hidden=ArcSignal::derive(move || !open.get())>
                <PersonSwitch id="person" chosen choose />
                <KindChoice asked />
                <GroupChoice asked />
            </div>
        </search>
    }
}

#[component]
fn Search(asked: Asked) -> impl IntoView {
    view! {
        <div class="search">
            <Icon name="search" />
            <label class="visually-hidden" for="search">{t(m::filters_search())}</label>
            <input
                class="input"
                id="search"
                type="search"
                autocomplete="off"
                maxlength="100"
                placeholder=t(m::filters_search_hint())
                prop:value=ArcSignal::derive(move || asked.text.get())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    kept::keep(&text);
                    asked.text.set(text);
                }
            />
        </div>
    }
}

/// Only what needs the person.
#[component]
fn Needing(documents: Documents, asked: Asked) -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| documents.needing(session).map_or(0, |needing| needing.len()));
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                prop:checked=ArcSignal::derive(move || asked.query.with(|query| query.needing))
                on:change=move |event| {
                    let needing = event_target_checked(&event);
                    asked.ask.run(Query { needing, ..asked.query.get_untracked() });
                }
            />
            {changing(move || m::filters_needing(count.get()))}
        </label>
    }
}

/// Options for the members of a closed list.
fn code_options<C: Code + PartialEq + Send + Sync>(name: fn(C) -> Msg, chosen: Option<C>) -> impl IntoView {
    C::ALL
        .iter()
        .map(|member| {
            view! {
                <option value=member.code() selected=chosen == Some(*member)>{t(name(*member))}</option>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
}

#[component]
fn KindChoice(asked: Asked) -> impl IntoView {
    let kind = move || asked.query.with(|query| query.kind);
    let value = ArcSignal::derive(move || kind().map_or(String::new(), |kind| kind.code().to_owned()));
    let options =
        ViewFn::from(move || code_options(|kind: Kind| words::kind(&Coded::Known(kind)), untrack(kind)));
    let choose = Callback::new(move |code: String| {
        asked.ask.run(Query { kind: known(&code), ..asked.query.get_untracked() });
    });
    view! { <Choice id="kind" label=m::filters_kind() all=m::filters_all() value options choose /> }
}

#[component]
fn GroupChoice(asked: Asked) -> impl IntoView {
    let group = move || asked.query.with(|query| query.group);
    let value = ArcSignal::derive(move || group().map_or(String::new(), |group| group.code().to_owned()));
    let options = ViewFn::from(move || code_options(group_name, untrack(group)));
    let choose = Callback::new(move |code: String| {
        asked.ask.run(Query { group: known(&code), ..asked.query.get_untracked() });
    });
    view! { <Choice id="group" label=m::filters_group() all=m::filters_all() value options choose /> }
}

/// The order of the list.
#[component]
pub fn SortChoice(asked: Asked) -> impl IntoView {
    let sort = move || asked.query.with(|query| query.sort);
    view! {
        <div class="listbar__sort">
            <Icon name="sort" small=true />
            <label for="sort">{t(m::sort_label())}</label>
            <select
                class="select"
                id="sort"
                prop:value=ArcSignal::derive(move || sort().code().to_owned())
                on:change=move |event| {
                    if let Some(sort) = known(&event_target_value(&event)) {
                        asked.ask.run(Query { sort, ..asked.query.get_untracked() });
                    }
                }
            >
                {code_options(sort_name, Some(untrack(sort)))}
            </select>
        </div>
    }
}
