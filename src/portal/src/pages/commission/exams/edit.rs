//! Correcting a test, or taking it out.

use domain::telk::plan::{Change, Test, check_name};
use domain::written::parse_day;
use leptos::prelude::*;

use super::add::NAME;
use crate::browser;
use crate::calculator::{day_problem, written_day};
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::commission as o;
use crate::i18n::{self, Msg, t};
use crate::pages::commission::controls::{Typing, typed};
use crate::pages::commission::keeping::Keeper;
use crate::pages::commission::words;
use crate::ui::icon::Icon;

/// A test of a plan that is being corrected.
#[derive(Clone, Copy)]
struct Corrected {
    keeper: Keeper,
    id: StoredValue<String>,
    /// Whether somebody went on from one of its fields.
    left: RwSignal<bool>,
}

impl Corrected {
    /// As it stands in the list; tracked. `None` once the page is gone.
    fn now(self) -> Option<Test> {
        let id = self.id.try_get_value()?;
        self.keeper
            .plan(|plan| plan.tests.iter().find(|(other, _)| *other == id).map(|(_, noted)| noted.clone()))
    }

    /// What stands in a field: what is typed, or else what is noted; tracked.
    fn text(self, field: String, noted: fn(Test) -> String) -> ArcSignal<String> {
        ArcSignal::derive(move || {
            self.keeper.typed(&field).unwrap_or_else(|| self.now().map(noted).unwrap_or_default())
        })
    }

    /// What is wrong with what is typed in a field, once somebody went on; tracked.
    fn problem(self, field: String, wrong: fn(&str) -> Option<Msg>) -> ArcSignal<Option<Msg>> {
        ArcSignal::derive(move || {
            let left = self.left.try_get() == Some(true);
            self.keeper.typed(&field).filter(|_| left).and_then(|typed| wrong(&typed))
        })
    }

    /// Notes what is typed in a field, if it can be.
    fn leave(self, field: String, corrected: fn(&str, Test) -> Option<Test>) -> Callback<()> {
        Callback::new(move |()| {
            self.left.try_set(true);
            let typed = untrack(|| self.keeper.typed(&field)).zip(untrack(|| self.now()));
            let corrected = typed.and_then(|(typed, known)| corrected(&typed, known));
            if let Some((id, test)) = self.id.try_get_value().zip(corrected) {
                self.keeper.type_in(&field, None);
                self.keeper.note(Change::Test(id, Some(test)));
            }
        })
    }

    fn set(self, field: String) -> Callback<String> {
        Callback::new(move |text| self.keeper.type_in(&field, Some(text)))
    }

    /// A sentence with the name of the test, for who does not see beside what a button stands.
    fn named(self, message: fn(String) -> Msg) -> ArcSignal<String> {
        ArcSignal::derive(move || i18n::words(&message(self.now().map(|test| test.name).unwrap_or_default())))
    }
}

/// What one can do with a test, behind a line.
pub fn edit(keeper: Keeper, id: &str) -> AnyView {
    let here = Corrected { keeper, id: StoredValue::new(id.to_owned()), left: RwSignal::new(false) };
    let remove = move |_| {
        if let Some(id) = here.id.try_get_value() {
            keeper.note(Change::Test(id, None));
            // The row goes, and the focus with it.
            browser::focus(NAME);
        }
    };
    view! {
        <details class="fold no-print">
            <summary aria-label=here.named(o::test_edit_of)>
                <Icon name="right" small=true />
                <span>{t(o::test_edit())}</span>
            </summary>
            <div class="stack stack--close">
                <div class="fields">
                    <div class="field">{name(here, id)}</div>
                    <div class="field">{day(here, id)}</div>
                </div>
                <p>
                    <button
                        class="button button--small button--second"
                        type="button"
                        aria-label=here.named(o::test_remove_of)
                        on:click=remove
                    >
                        {t(o::test_remove())}
                    </button>
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn name(here: Corrected, id: &str) -> AnyView {
    let field = format!("plan-name-{id}");
    let corrected = |typed: &str, known: Test| {
        check_name(typed).ok().map(|()| Test { name: typed.trim().to_owned(), on: known.on })
    };
    typed(Typing {
        label: o::test_name(),
        hint: o::test_name_hint(),
        keyboard: "text",
        text: here.text(field.clone(), |test| test.name),
        problem: here.problem(field.clone(), |typed| check_name(typed).err().map(words::problem)),
        set: here.set(field.clone()),
        leave: here.leave(field.clone(), corrected),
        id: field,
    })
}

fn day(here: Corrected, id: &str) -> AnyView {
    let field = format!("plan-day-{id}");
    let corrected = |typed: &str, known: Test| Some(Test { name: known.name, on: parse_day(typed).ok()? });
    typed(Typing {
        label: o::test_day(),
        hint: c::day_hint(),
        keyboard: "numeric",
        text: here.text(field.clone(), |test| written_day(test.on)),
        problem: here.problem(field.clone(), |typed| {
            parse_day(typed).err().map(|problem| day_problem(problem, typed))
        }),
        set: here.set(field.clone()),
        leave: here.leave(field.clone(), corrected),
        id: field,
    })
}
