//! A new test: it is noted when it is whole.

use contract::TestId;
use domain::telk::plan::{Change, Test, check_name};
use domain::written::{DayProblem, parse_day};
use leptos::prelude::*;

use crate::calculator::day_problem;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::commission as o;
use crate::i18n::{Msg, t};
use crate::pages::commission::controls::{Typing, typed};
use crate::pages::commission::keeping::Keeper;
use crate::pages::commission::words;
use crate::{announce, browser};

/// Id of the field in which a new test is named.
pub const NAME: &str = "plan-new-name";
/// Id of the field for its day.
const DAY: &str = "plan-new-day";

/// The form.
pub fn add(keeper: Keeper) -> AnyView {
    let left = RwSignal::new(false);
    let text = |id: &'static str| ArcSignal::derive(move || keeper.typed(id).unwrap_or_default());
    let set = |id: &'static str| {
        Callback::new(move |text: String| {
            left.try_set(false);
            keeper.type_in(id, Some(text));
        })
    };
    let nothing = Callback::new(|()| {});
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        left.try_set(true);
        let (name, on) =
            untrack(|| (keeper.typed(NAME).unwrap_or_default(), keeper.typed(DAY).unwrap_or_default()));
        let (name, on) = (name.trim().to_owned(), parse_day(&on));
        match (check_name(&name), on) {
            (Ok(()), Ok(on)) => {
                left.try_set(false);
                keeper.type_in(NAME, None);
                keeper.type_in(DAY, None);
                announce::say(o::test_added(name.as_str()));
                keeper.note(Change::Test(new_id().0, Some(Test { name, on })));
                browser::focus(NAME);
            }
            (Err(_), _) => browser::focus(NAME),
            (Ok(()), Err(_)) => browser::focus(DAY),
        }
    };
    let problem = |id: &'static str, wrong: fn(&str) -> Option<Msg>| {
        ArcSignal::derive(move || {
            if left.try_get() == Some(true) { wrong(&keeper.typed(id).unwrap_or_default()) } else { None }
        })
    };
    let name = Typing {
        id: NAME.to_owned(),
        label: o::test_name(),
        hint: o::test_name_hint(),
        keyboard: "text",
        text: text(NAME),
        problem: problem(NAME, |typed| check_name(typed).err().map(words::problem)),
        set: set(NAME),
        leave: nothing,
    };
    let day = Typing {
        id: DAY.to_owned(),
        label: o::test_day(),
        hint: c::day_hint(),
        keyboard: "numeric",
        text: text(DAY),
        problem: problem(DAY, |typed| {
            let problem = parse_day(typed).err()?;
            Some(if problem == DayProblem::Empty {
                c::problem_not_a_day()
            } else {
                day_problem(problem, typed)
            })
        }),
        set: set(DAY),
        leave: nothing,
    };
    view! {
        <form class="exams__new no-print" novalidate on:submit=submit>
            <div class="fields">
                <div class="field">{typed(name)}</div>
                <div class="field">{typed(day)}</div>
            </div>
            <button class="button button--second" type="submit">{t(o::test_add())}</button>
        </form>
    }
    .into_any()
}

/// An id that no other test has.
fn new_id() -> TestId {
    let random: String = browser::random_id().chars().filter(char::is_ascii_alphanumeric).take(32).collect();
    TestId(format!("t-{random}"))
}
