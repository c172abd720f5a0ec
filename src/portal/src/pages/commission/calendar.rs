//! What one can do with the plan: take its days into a calendar, print it, be reminded. Nothing in the calendar tells of health.

use chrono::{DateTime, NaiveDate, Utc};
use contract::PersonId;
use domain::coded::Code as _;
use domain::telk::plan::{DayOf, Mark, MarkOf, Plan, timeline};
use leptos::prelude::*;

use super::Here;
use crate::i18n::texts::commission as o;
use crate::i18n::{self, t};
use crate::icalendar::{self, Alarm, Event};
use crate::route::service::Service;
use crate::route::told::ToldPage;
use crate::state::clock;
use crate::ui::file;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;
use crate::{announce, browser};

/// The name of the file tells nothing about anybody.
const FILE: &str = "yasno.ics";
/// Who makes the file.
const PRODUCT: &str = "-//Yasno//Portal//EN";
/// A week ahead and the day before, in the morning.
const ALARMS: [Alarm; 2] = [Alarm { days_before: 7, hour: 9 }, Alarm { days_before: 1, hour: 9 }];

/// The buttons.
pub fn tools(here: Here) -> AnyView {
    let failed = RwSignal::new(false);
    let there = Memo::new(move |_| {
        let (house, today) = (here.house(), here.today());
        here.keeper.plan(|plan| timeline(plan, house, today)).iter().any(|mark| today <= mark.day)
    });
    let save = move |_| {
        let saved = untrack(|| saved(here)).is_some();
        failed.set(!saved);
        if saved {
            announce::say(o::calendar_saved());
        }
    };
    let button = move || {
        view! {
            <button class="button button--second" type="button" aria-describedby="commission-calendar" on:click=save>
                <Icon name="calendar" />
                {t(o::calendar())}
            </button>
        }
        .into_any()
    };
    let not_saved = || {
        view! {
            <p class="notice tone-danger" role="alert">
                <Icon name="refused" />
                <span>{t(o::calendar_failed())}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="stack stack--close no-print">
            <p class="cluster">
                {part_if(move || there.get(), button)}
                <button class="button button--second" type="button" on:click=move |_| browser::print()>
                    {t(o::print())}
                </button>
            </p>
            <p class="quiet small" id="commission-calendar">{t(o::calendar_hint())}</p>
            <p><a href=ToldPage::Settings.path()>{t(o::reminders())}</a></p>
            {part_if(move || failed.get(), not_saved)}
        </div>
    }
    .into_any()
}

/// Gives the browser the file; `None` where it could not be saved.
fn saved(here: Here) -> Option<()> {
    let (house, today) = (here.house(), here.today());
    let plan = here.keeper.shown();
    let ahead: Vec<Mark> =
        timeline(&plan, house, today).into_iter().filter(|mark| today <= mark.day).collect();
    let location = window().location();
    let (origin, host) = (location.origin().ok()?, location.hostname().ok()?);
    let person = here.person.try_get_value()?;
    // Not the address of the plan: it would say what the day is about.
    let url = format!("{origin}{}", Service::All.route().path());
    let (summary, description) =
        (i18n::words(&o::calendar_summary()), i18n::words(&o::calendar_description()));
    let said = Said { url: &url, host: &host, summary: &summary, description: &description };
    let text = calendar(&person, &days(&ahead, &plan), said, clock::now()?);
    file::save(FILE, "text/calendar;charset=utf-8", &text).ok()
}

/// What all days of the file say.
#[derive(Clone, Copy)]
struct Said<'a> {
    url: &'a str,
    host: &'a str,
    summary: &'a str,
    description: &'a str,
}

/// Each day with what tells it apart, so that a day that moved takes the place of the one before it.
fn days(marks: &[Mark], plan: &Plan) -> Vec<(String, NaiveDate)> {
    marks.iter().map(|mark| (code(mark.of, plan), mark.day)).collect()
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

/// The file with these days.
fn calendar(person: &PersonId, dates: &[(String, NaiveDate)], said: Said<'_>, now: DateTime<Utc>) -> String {
    let uids: Vec<_> = dates.iter().map(|(code, _)| format!("{person}-{code}@{}", said.host)).collect();
    let events: Vec<_> = dates
        .iter()
        .zip(&uids)
        .map(|((_, day), uid)| Event {
            uid,
            day: *day,
            summary: said.summary,
            description: Some(said.description),
            url: Some(said.url),
            alarms: &ALARMS,
        })
        .collect();
    icalendar::calendar(PRODUCT, now, &events)
}
