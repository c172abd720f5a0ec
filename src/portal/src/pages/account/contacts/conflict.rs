//! Somebody changed the contacts meanwhile: both values beside each other, and a choice.

use leptos::prelude::*;

use super::super::Typed;
use super::super::own::Own;
use super::SAVE;
use super::saving::Save;
use crate::announce;
use crate::api::ApiError;
use crate::browser::focus;
use crate::form::conflict;
use crate::i18n::texts::account as a;
use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, t};
use crate::job::Job;
use crate::ui::part::{part, part_if};

/// Where what is typed differs from what is kept now.
pub type Difference = Vec<(Msg, String, String)>;

/// The two values, and the choice between them. Nothing typed goes away unless it is chosen so.
#[component]
pub fn Conflict(
    own: Own,
    typed: Typed,
    save: Job<Save, Result<(), ApiError>>,
    /// What differs, if somebody changed something; tracked.
    differs: Memo<Option<Difference>>,
) -> impl IntoView {
    let rows = move || differs.get().unwrap_or_default().into_iter().map(row).collect::<Vec<_>>().into_any();
    let now = move || untrack(|| own.account()).map(|account| account.contacts);
    let keep_own = Callback::new(move |()| {
        if !untrack(|| save.pending()) {
            focus(SAVE);
            save.dispatch(Save::new(typed, now()));
        }
    });
    let take_over = Callback::new(move |()| {
        let Some(now) = now() else { return };
        focus(SAVE);
        save.clear();
        typed.contacts.set(now.clone());
        typed.base.set(Some(now));
        announce::say(fm::conflict_taken());
    });
    let choice = move || {
        let table = view! {
            <table class="table table--cards" role="table" aria-label=t(a::conflict_title())>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{t(a::conflict_field())}</th>
                        <th role="columnheader" scope="col">{t(a::conflict_own())}</th>
                        <th role="columnheader" scope="col">{t(a::conflict_now())}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{part(rows)}</tbody>
            </table>
        };
        conflict::choice(a::conflict_title(), a::conflict_text(), table.into_any(), keep_own, take_over)
    };
    part_if(move || differs.with(Option::is_some), choice)
}

fn row((name, typed, now): (Msg, String, String)) -> impl IntoView {
    let value =
        |text: String| move || if text.is_empty() { t(a::conflict_nothing())() } else { text.clone() };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{t(name)}</th>
            <td role="cell" data-label=t(a::conflict_own())>{value(typed)}</td>
            <td role="cell" data-label=t(a::conflict_now())>{value(now)}</td>
        </tr>
    }
}
