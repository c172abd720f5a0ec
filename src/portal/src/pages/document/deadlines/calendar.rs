//! The dates ahead as a file for a calendar. Nothing in it tells of health: it may stand on the lock screen of a phone.

use std::sync::Arc;

use crate::api::documents::Opened;
use chrono::{DateTime, NaiveDate, Utc};
use contract::DocumentId;
use domain::access::Action;
use domain::document::clock::{What, own};
use domain::document::plan::LEADS;
use domain::moment::Zone;
use leptos::prelude::*;

use crate::announce;
use crate::i18n::texts::deadlines as d;
use crate::i18n::{self, t};
use crate::icalendar::{self, Alarm, Event};
use crate::pages::document::{PartOf, may};
use crate::route::Route;
use crate::state::{clock, preferences};
use crate::ui::file;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

/// The name of the file tells nothing about anybody.
const FILE: &str = "yasno.ics";
/// Who makes the file.
const PRODUCT: &str = "-//Yasno//Portal//EN";
/// Reminders ring in the morning.
const HOUR: u8 = 9;

/// The button; nothing where no date is ahead.
pub fn offer(of: PartOf, lead: RwSignal<u16>) -> AnyView {
    let PartOf { id, document, zone } = of;
    let failed = RwSignal::new(false);
    let there = move || document.get().is_some_and(|document| offered(&document, zone));
    let button = move || {
        let id = id.clone();
        let save = move |_| {
            let Some(document) = document.get_untracked() else { return };
            let saved = untrack(|| saved(&id, &document, zone, lead.get()));
            failed.set(!saved);
            if saved {
                announce::say(d::calendar_saved());
            }
        };
        let not_saved = || {
            view! {
                <p class="notice tone-danger" role="alert">
                    <Icon name="refused" />
                    <span>{t(d::calendar_failed())}</span>
                </p>
            }
            .into_any()
        };
        view! {
            <div class="stack stack--close no-print">
                {choice(lead)}
                <p>
                    <button class="button button--second" type="button" aria-describedby="calendar-hint" on:click=save>
                        <Icon name="calendar" />
                        {t(d::calendar_add())}
                    </button>
                </p>
                <p class="quiet small" id="calendar-hint">{t(d::calendar_hint())}</p>
                {part_if(move || failed.get(), not_saved)}
            </div>
        }
        .into_any()
    };
    part_if(there, button).into_any()
}

/// Whether there is something to be put into a calendar, by who may; tracks the day.
fn offered(document: &Arc<Opened>, zone: Zone) -> bool {
    may(Action::ExportCalendar, document) && !ahead(document, zone).is_empty()
}

/// The dates that are not over; tracks the day.
fn ahead(document: &Opened, zone: Zone) -> Vec<(What, NaiveDate)> {
    let Ok(document) = document.whole() else { return Vec::new() };
    let dates = own(&document.own_facts(zone), clock::today(zone));
    dates.iter().filter_map(|date| Some((date.what, date.ahead()?))).collect()
}

fn saved(id: &DocumentId, document: &Opened, zone: Zone, lead: u16) -> bool {
    let location = window().location();
    let (Ok(origin), Ok(host), Some(now)) = (location.origin(), location.hostname(), clock::now()) else {
        return false;
    };
    let url = format!("{origin}{}", Route::Document(id.clone()).path());
    let (summary, description) =
        (i18n::words(&d::calendar_summary()), i18n::words(&d::calendar_description()));
    let said = Said { url: &url, host: &host, summary: &summary, description: &description };
    let text = calendar(id, &ahead(document, zone), said, now, lead);
    file::save(FILE, "text/calendar;charset=utf-8", &text).is_ok()
}

/// What all days of the file say.
#[derive(Clone, Copy)]
struct Said<'a> {
    url: &'a str,
    host: &'a str,
    summary: &'a str,
    description: &'a str,
}

/// How early to be reminded: for the file, and for what is to be planned.
fn choice(lead: RwSignal<u16>) -> AnyView {
    let options = LEADS.map(|days| {
        let chosen = lead.get_untracked() == days;
        view! {
            <option value=days.to_string() selected=chosen>
                {t(d::calendar_lead_days(days.into()))}
            </option>
        }
    });
    let choose = move |event| {
        if let Some(days) = event_target_value(&event).parse().ok().filter(|days| LEADS.contains(days)) {
            preferences::choose_lead(days);
            lead.set(days);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="calendar-lead">{t(d::calendar_lead())}</label>
            <select class="select" id="calendar-lead" on:change=choose>
                {options.into_iter().collect::<Vec<_>>()}
            </select>
        </div>
    }
    .into_any()
}

/// The reminders of a day: as early as was chosen, and the day before.
fn alarms(lead: u16) -> Vec<Alarm> {
    let alarm = |days_before| Alarm { days_before, hour: HOUR };
    let early = (lead > 1).then(|| alarm(lead));
    early.into_iter().chain([alarm(1)]).collect()
}

/// The file with these days.
fn calendar(
    id: &DocumentId,
    dates: &[(What, NaiveDate)],
    said: Said<'_>,
    now: DateTime<Utc>,
    lead: u16,
) -> String {
    let alarms = alarms(lead);
    let uids: Vec<_> = dates.iter().map(|(what, _)| format!("{id}-{}@{}", code(*what), said.host)).collect();
    let events: Vec<_> = dates
        .iter()
        .zip(&uids)
        .map(|((_, day), uid)| Event {
            uid,
            day: *day,
            summary: said.summary,
            description: Some(said.description),
            url: Some(said.url),
            alarms: &alarms,
        })
        .collect();
    icalendar::calendar(PRODUCT, now, &events)
}

/// Tells the days of a document apart, so that a day that moved takes the place of the one before it.
const fn code(what: What) -> &'static str {
    match what {
        What::Valid => "valid",
        What::Use => "use",
        What::Appeal => "appeal",
        What::ApplyAgain => "again",
        What::CountsForTelk => "counts",
        What::Hearing => "hearing",
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use domain::rules::day;

    use super::*;

    #[test]
    fn the_file_has_each_day_with_two_alarms_and_says_nothing_else() {
        let id = DocumentId("d-1".to_owned());
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let said = Said {
            url: "https://yasno.example/documents/d-1",
            host: "yasno.example",
            summary: "Last day",
            description: "See there",
        };
        let dates = [(What::Valid, day!("2027-04-18")), (What::Use, day!("2026-12-15"))];
        let file = calendar(&id, &dates, said, now, 7);
        for line in [
            "DTSTART;VALUE=DATE:20270418",
            "DTSTART;VALUE=DATE:20261215",
            "UID:d-1-valid@yasno.example",
            "UID:d-1-use@yasno.example",
            "TRIGGER:-P6DT15H",
            "TRIGGER:-PT15H",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line} in\n{file}");
        }
        assert_eq!(file.matches("BEGIN:VALARM").count(), 4);
        assert_eq!(calendar(&id, &dates, said, now, 1).matches("BEGIN:VALARM").count(), 2);
        assert_eq!(file.matches("SUMMARY:Last day\r\n").count(), 2);
    }
}
