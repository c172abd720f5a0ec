//! A document in a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::person::name_of;
use crate::i18n::{Arg, m, words as said};
use crate::route::Route;
use crate::state::documents::Row;
use crate::state::session::use_session;
use crate::ui::icon::FixedIcon;
use crate::ui::part::part;
use crate::words;

/// One row: status, when it changed, what for, whose, until when, kind and number.
#[component]
pub fn DocumentRow(
    /// The document.
    row: Arc<Row>,
) -> impl IntoView {
    // One changing part for all of its words: rows come and go with every scroll, and each text that followed the language by
    // itself would be as much work as the text.
    part(move || {
        let entry = &row.entry;
        let (tone, icon) = words::status_look(&entry.status);
        let zone = use_session().zone(&entry.person);
        let until = entry.valid_to.map(|day| said(&m::row_until(Arg::ShortDay(day))));
        let changed = said(&m::row_changed(Arg::ShortDay(entry.changed_at.day(zone))));
        view! {
            <a class="row__link" href=Route::Document(entry.id.clone()).path()>
                <span class=format!("row__status status {}", tone.class())>
                    <FixedIcon name=icon />
                    {said(&words::status(&entry.status))}
                </span>
                <span class="row__changed">{changed}</span>
                <span class="row__subject" lang=words::fund_language(zone)>
                    {entry.subject.clone()}
                </span>
                <span class="row__person">{name_of(&entry.person)}</span>
                <span class="row__until">{until}</span>
                <span class="row__kind">{said(&words::kind(&entry.kind))}</span>
                <span class="row__number">{entry.number.clone()}</span>
            </a>
        }
        .into_any()
    })
}
