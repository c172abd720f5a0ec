//! A document in a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::person::name;
use crate::i18n::{Arg, m, t};
use crate::route::Route;
use crate::state::documents::Row;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::words;

/// One row: status, when it changed, what for, whose, until when, kind and number.
#[component]
pub fn DocumentRow(
    /// The document.
    row: Arc<Row>,
) -> impl IntoView {
    let entry = &row.entry;
    let (tone, icon) = words::status_look(&entry.status);
    let zone = use_session().zone(&entry.person);
    let person = entry.person.clone();
    let until = entry.valid_to.map(|day| m::row_until(Arg::ShortDay(day)));
    let changed = m::row_changed(Arg::ShortDay(entry.changed_at.day(zone)));
    view! {
        <a class="row__link" href=Route::Document(entry.id.clone()).path()>
            <span class=format!("row__status status {}", tone.class())>
                <Icon name=icon />
                {t(words::status(&entry.status))}
            </span>
            <span class="row__changed">{t(changed)}</span>
            <span class="row__subject" lang=words::fund_language(zone)>{entry.subject.clone()}</span>
            <span class="row__person">{name(person)}</span>
            <span class="row__until">{until.map(t)}</span>
            <span class="row__kind">{t(words::kind(&entry.kind))}</span>
            <span class="row__number">{entry.number.clone()}</span>
        </a>
    }
}
