//! The dates ahead as a file for a calendar. Nothing in it tells of health: it may stand on the lock screen of a phone.

use std::sync::Arc;

use crate::api::documents::Opened;
use chrono::NaiveDate;
use contract::DocumentId;
use domain::access::Action;
use domain::document::clock::{What, own};
use domain::document::plan::LEADS;
use domain::moment::Zone;
use leptos::prelude::*;

use crate::components::calendar::{Date, Words, button, save};
use crate::i18n::texts::deadlines as d;
use crate::i18n::{self, t};
use crate::pages::document::{PartOf, may};
use crate::route::Route;
use crate::state::{clock, preferences};
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

/// The button; nothing where no date is ahead.
pub fn offer(of: PartOf, lead: RwSignal<u16>) -> AnyView {
    let PartOf { id, document, zone } = of;
    let there = move || document.get().is_some_and(|document| offered(&document, zone));
    let offer = move || {
        let id = id.clone();
        let save = move || document.get().is_some_and(|document| saved(&id, &document, zone, lead.get()));
        let words = Words {
            add: d::calendar_add(),
            hint: d::calendar_hint(),
            saved: d::calendar_saved(),
            failed: not_saved,
        };
        view! {
            <div class="stack stack--close no-print">
                {choice(lead)} {button(words, "calendar-hint", ().into_any(), save)}
            </div>
        }
        .into_any()
    };
    part_if(there, offer).into_any()
}

fn not_saved() -> AnyView {
    view! {
        <p class="notice tone-danger" role="alert">
            <Icon name="refused" />
            <span>{t(d::calendar_failed())}</span>
        </p>
    }
    .into_any()
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
    let (alarms, ahead) = (alarms(lead), ahead(document, zone));
    let summary = i18n::words(&d::calendar_summary());
    let description = i18n::words(&d::calendar_description());
    save(&dates(id, &ahead, &alarms), &Route::Document(id.clone()), &summary, &description)
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
fn alarms(lead: u16) -> Vec<u16> {
    let early = (lead > 1).then_some(lead);
    early.into_iter().chain([1]).collect()
}

/// The days for the file.
fn dates<'a>(id: &DocumentId, ahead: &[(What, NaiveDate)], alarms: &'a [u16]) -> Vec<Date<'a>> {
    ahead.iter().map(|(what, day)| Date { id: format!("{id}-{}", code(*what)), day: *day, alarms }).collect()
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
    use crate::components::calendar::{Said, write};

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
        let ahead = [(What::Valid, day!("2027-04-18")), (What::Use, day!("2026-12-15"))];
        let file = |lead: u16| write(&dates(&id, &ahead, &alarms(lead)), &said, now);
        let (one, file) = (file(1), file(7));
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
        assert_eq!(one.matches("BEGIN:VALARM").count(), 2);
        assert_eq!(file.matches("SUMMARY:Last day\r\n").count(), 2);
    }
}
