//! The next time for a change as a date in one's calendar, and as a reminder by message. The file does not say what it is for.

use chrono::NaiveDate;
use domain::gp_choice::{Window, window};
use leptos::prelude::*;

use crate::announce;
use crate::components::calendar::{Date, save};
use crate::i18n::texts::doctor as d;
use crate::i18n::{self, Msg, t};
use crate::route::service::Service;
use crate::route::told::ToldPage;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part_if;

/// What is offered; nothing where the window is not known.
pub fn offer(today: NaiveDate) -> AnyView {
    let Ok(window) = window(today) else { return ().into_any() };
    let (when, day, code) = match window.value {
        Window::Open { last, .. } => (d::calendar_last(last), last, "last"),
        Window::Closed { opens, .. } => (d::calendar_first(opens), opens, "first"),
    };
    offered(when, day, code)
}

fn offered(when: Msg, day: NaiveDate, code: &'static str) -> AnyView {
    let failed = RwSignal::new(false);
    let press = move |_| {
        let words = |msg: Msg| untrack(|| i18n::words(&msg));
        let date = Date { id: format!("window-{code}-{day}"), day, alarms: &[0] };
        let route = Service::All.route();
        let saved = save(&[date], &route, &words(d::calendar_summary()), &words(d::calendar_description()));
        failed.set(!saved);
        if saved {
            announce::say(d::calendar_saved());
        }
    };
    let not_saved = || not_done(d::calendar_failed(), d::calendar_failed_text(), None);
    view! {
        <div class="stack stack--close no-print">
            <h3>{t(d::calendar())}</h3>
            <p>{t(when)}</p>
            <p class="cluster">
                <button class="button button--second" type="button" aria-describedby="doctor-calendar-hint" on:click=press>
                    <Icon name="calendar" />
                    {t(d::calendar_add())}
                </button>
                <a href=ToldPage::Settings.path()>{t(d::calendar_remind())}</a>
            </p>
            <p class="quiet small" id="doctor-calendar-hint">{t(d::calendar_hint())}</p>
            {part_if(move || failed.get(), not_saved)}
        </div>
    }
    .into_any()
}
