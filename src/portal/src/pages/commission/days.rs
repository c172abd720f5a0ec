//! A day that one notes: saved as soon as it is written out, so that nothing of it is lost.

use domain::coded::Code as _;
use domain::telk::plan::{Change, DayOf};
use domain::written::{DayProblem, parse_day};
use leptos::prelude::*;

use super::controls::{Typing, typed};
use super::standing::standing;
use super::{Here, words};
use crate::calculator::{day_problem, written_day};
use crate::i18n::texts::calculator as c;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// The control for a day, with what does not fit another.
pub fn day(here: Here, of: DayOf, hint: Option<Msg>) -> AnyView {
    let id = format!("plan-{}", of.code());
    let keeper = here.keeper;
    // Whether somebody went on from it: only then it is said what is wrong with what is not finished.
    let left = RwSignal::new(false);
    let field = id.clone();
    let text = ArcSignal::derive(move || {
        let noted = || keeper.plan(|plan| plan.day(of)).map(written_day).unwrap_or_default();
        keeper.typed(&field).unwrap_or_else(noted)
    });
    let field = id.clone();
    let problem = ArcSignal::derive(move || {
        let typed = keeper.typed(&field).filter(|_| left.try_get() == Some(true))?;
        parse_day(&typed)
            .err()
            .filter(|problem| *problem != DayProblem::Empty)
            .map(|problem| day_problem(problem, &typed))
    });
    let field = id.clone();
    let set = move |text: String| {
        left.try_set(false);
        match parse_day(&text) {
            Ok(day) => {
                // It stays as it was typed until one goes on.
                keeper.type_in(&field, Some(text));
                keeper.note(Change::Day(of, Some(day)));
            }
            Err(_) => keeper.type_in(&field, Some(text)),
        }
    };
    let field = id.clone();
    let leave = move |()| {
        left.try_set(true);
        match untrack(|| keeper.typed(&field)).map(|typed| parse_day(&typed)) {
            Some(Ok(_)) => keeper.type_in(&field, None),
            Some(Err(DayProblem::Empty)) => {
                keeper.type_in(&field, None);
                keeper.note(Change::Day(of, None));
            }
            Some(Err(_)) | None => {}
        }
    };
    let hint = hint.map_or_else(c::day_hint, |more| c::hint_both(c::day_hint(), more));
    let control = typed(Typing {
        id,
        label: words::day(of),
        hint,
        keyboard: "numeric",
        text,
        problem,
        set: Callback::new(set),
        leave: Callback::new(leave),
    });
    view! { <div class="field">{control}{standing(keeper, Change::Day(of, None))}{odd(here, of)}</div> }
        .into_any()
}

/// What does not fit together with another day.
fn odd(here: Here, of: DayOf) -> AnyView {
    let found = Memo::new(move |_| {
        let today = here.today();
        here.keeper
            .plan(|plan| plan.oddities(today))
            .into_iter()
            .filter(|odd| odd.beside() == of)
            .collect::<Vec<_>>()
    });
    part(move || {
        let said = |odd| {
            view! {
                <p class="notice tone-action">
                    <Icon name="action" />
                    <span>{t(words::oddity(odd))}</span>
                </p>
            }
            .into_any()
        };
        found.get().into_iter().map(said).collect::<Vec<_>>().into_any()
    })
    .into_any()
}
