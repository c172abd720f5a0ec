//! A person on the board: what is needed next, what one may do there, and until when.

use contract::access::Grant;
use contract::person::{RawPerson, Shared};
use domain::access::{Holder, Scopes, Stage};
use domain::document::{Attention, next_steps};
use leptos::prelude::*;

use crate::components::person::full_name;
use crate::i18n::texts::board as bo;
use crate::i18n::{Msg, t};
use crate::pages::documents::person_address;
use crate::pages::family::heard;
use crate::pages::family::holding::last_day;
use crate::pages::family::words::{may_until, named_kinds, you_may};
use crate::route::Route;
use crate::state::clock;
use crate::state::documents::Row;
use crate::ui::icon::Icon;
use crate::words;

/// The card. `count` is the number of documents one sees of the person.
pub fn card(
    person: &RawPerson,
    need: Option<(Attention, std::sync::Arc<Row>)>,
    count: usize,
    grant: Option<Grant>,
) -> AnyView {
    let next = match need {
        Some((why, row)) => needed(person, why, &row),
        None => nothing(person, count),
    };
    let named = person.clone();
    let name = ArcSignal::derive(move || full_name(&named));
    let documents = (count > 0).then(|| {
        let whose = heard(name.clone());
        view! { <a href=person_address(person.id.clone())>{t(bo::documents(count))} {whose}</a> }.into_any()
    });
    let terms = grant.as_ref().map(|grant| {
        let whose = heard(name.clone());
        view! { <a href=Route::Grant(grant.id.clone()).path()>{t(bo::access())} {whose}</a> }.into_any()
    });
    view! {
        <li class="card">
            <h3>{name.clone()}</h3>
            {next}
            <p class="quiet small">{t(standing(person, grant.as_ref()))}</p>
            <p class="cluster small">
                {documents} {terms}
                <a href=Route::AccessLog(person.id.clone()).path()>{t(bo::log())} {heard(name)}</a>
            </p>
        </li>
    }
    .into_any()
}

/// The most pressing thing, as the way to its document.
fn needed(person: &RawPerson, why: Attention, row: &Row) -> AnyView {
    let entry = &row.entry;
    let today = clock::today(person.zone);
    let steps = next_steps(&entry.kind, &entry.status, entry.dates(), today);
    let (title, when) = words::need(why, steps.yours, today);
    let (tone, icon) = words::need_look(why);
    view! {
        <div class=format!("notice {}", tone.class())>
            <Icon name=icon />
            <div class="notice__body">
                <p class="notice__title">
                    <a href=Route::Document(entry.id.clone()).path()>{t(title)}</a>
                </p>
                <p>{t(when)}</p>
                <p class="small" lang=words::fund_language(person.zone)>{entry.subject.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Nothing needed, or nothing there: why, truly.
fn nothing(person: &RawPerson, count: usize) -> AnyView {
    let text = match person.shared() {
        _ if count > 0 => bo::nothing(),
        Shared::Nothing => bo::receive_only(),
        Shared::SomeKinds => {
            named_kinds(person.read().kinds.as_deref()).map_or_else(bo::none_yet, bo::some_kinds)
        }
        Shared::Everything => bo::none_yet(),
    };
    view! { <p>{t(text)}</p> }.into_any()
}

/// What one may do, and until when.
fn standing(person: &RawPerson, grant: Option<&Grant>) -> Msg {
    let read = person.read();
    match read.holder() {
        Holder::Own(Stage::Adult) => bo::own(),
        Holder::Own(Stage::OwnDecisions) => bo::own_young(),
        Holder::Own(Stage::Child | Stage::OwnSignIn) => bo::own_child(),
        Holder::Proxy(proxy) => {
            let scopes: Scopes = proxy.scopes;
            may_until(you_may(scopes), read.until.or_else(|| last_day(grant?)))
        }
    }
}
