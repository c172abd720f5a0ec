//! What one can do with the plan: take its days into a calendar, print it, be reminded, begin a new one. Nothing in the calendar
//! tells of health.

use contract::PersonId;
use domain::coded::Code as _;
use domain::telk::plan::{DayOf, Mark, MarkOf, Plan, begin_again, timeline};
use leptos::prelude::*;

use super::Here;
use super::head::NEXT;
use crate::components::calendar::{Date, Words, button, not_saved, save};
use crate::i18n::texts::commission as o;
use crate::i18n::{t, words};
use crate::route::service::Service;
use crate::route::told::ToldPage;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;
use crate::{announce, browser};

/// So many days before a day a reminder rings.
const ALARMS: [u16; 2] = [7, 1];

/// The buttons.
pub fn tools(here: Here) -> AnyView {
    let there = Memo::new(move |_| !ahead(here, &here.keeper.shown()).is_empty());
    let to_calendar = move || {
        let words = Words {
            add: o::calendar(),
            hint: o::calendar_hint(),
            saved: o::calendar_saved(),
            failed: || not_saved(o::calendar_failed()),
        };
        button(words, "commission-calendar", ().into_any(), move || saved(here))
    };
    view! {
        <div class="stack stack--close no-print">
            {part_if(move || there.get(), to_calendar)}
            <p class="cluster">
                <button class="button button--second" type="button" on:click=move |_| browser::print()>
                    {t(o::print())}
                </button>
            </p>
            <p><a href=ToldPage::Settings.path()>{t(o::reminders())}</a></p>
            {part_if(move || here.may(), move || begin_anew(here))}
        </div>
    }
    .into_any()
}

/// The way to a new plan, once this one has run its course: what goes and what stays is said before anything does.
fn begin_anew(here: Here) -> AnyView {
    let there = Memo::new(move |_| !here.keeper.plan(begin_again).is_empty());
    let begin = move |_| {
        here.keeper.note_all(untrack(|| here.keeper.plan(begin_again)));
        announce::say(o::again_done());
        browser::focus(NEXT);
    };
    let offer = move || {
        view! {
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    <span>{t(o::again())}</span>
                </summary>
                <div class="stack stack--close">
                    <p>{t(o::again_text())}</p>
                    <p>
                        <button class="button button--second" type="button" on:click=begin>
                            {t(o::again_button())}
                        </button>
                    </p>
                </div>
            </details>
        }
        .into_any()
    };
    part_if(move || there.get(), offer).into_any()
}

/// The days that are not over; tracks the day.
fn ahead(here: Here, plan: &Plan) -> Vec<Mark> {
    let (house, today) = (here.house(), here.today());
    timeline(plan, house, today).into_iter().filter(|mark| today <= mark.day).collect()
}

/// Gives the browser the file; whether it could.
fn saved(here: Here) -> bool {
    let plan = here.keeper.shown();
    let Some(person) = here.person.try_get_value() else { return false };
    let (summary, description) = (words(&o::calendar_summary()), words(&o::calendar_description()));
    // Not the address of the plan: it would say what the days are about.
    save(&dates(&person, &ahead(here, &plan), &plan), &Service::All.route(), &summary, &description)
}

/// Each day with what tells it apart, so that a day that moved takes the place of the one before it.
fn dates(person: &PersonId, marks: &[Mark], plan: &Plan) -> Vec<Date<'static>> {
    let date = |mark: &Mark| Date {
        id: format!("{person}-{}", code(mark.of, plan)),
        day: mark.day,
        alarms: &ALARMS,
    };
    marks.iter().map(date).collect()
}

fn code(of: MarkOf, plan: &Plan) -> String {
    match of {
        MarkOf::Noted(day) => noted(day).to_owned(),
        MarkOf::ProtocolBy | MarkOf::ProtocolByTerm => "1".to_owned(),
        MarkOf::LastOpen => "2".to_owned(),
        MarkOf::ProtocolFrom => "3".to_owned(),
        MarkOf::FileBackBy => "4".to_owned(),
        MarkOf::ApplyBy => "5".to_owned(),
        MarkOf::TestUntil(place) => plan.tests.get(place).map_or_else(String::new, |(id, _)| id.clone()),
    }
}

/// A number and no word: it stands in the file.
fn noted(day: DayOf) -> &'static str {
    const NUMBERS: [&str; 7] = ["10", "11", "12", "13", "14", "15", "16"];
    let place = DayOf::ALL.iter().position(|one| *one == day).unwrap_or_default();
    NUMBERS.get(place).copied().unwrap_or("10")
}
