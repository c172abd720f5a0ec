//! The next time for a change as a date in one's calendar, and as a reminder by message. The file does not say what it is for.

use chrono::NaiveDate;
use domain::gp_choice::{Window, window};
use leptos::prelude::*;

use crate::components::calendar::{Date, Words, button, save};
use crate::i18n::texts::doctor as d;
use crate::i18n::{Msg, t, words};
use crate::route::service::Service;
use crate::route::told::ToldPage;
use crate::ui::notice::not_done;

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
    let saved = move || {
        let date = Date { id: format!("window-{code}-{day}"), day, alarms: &[0] };
        let (summary, description) = (words(&d::calendar_summary()), words(&d::calendar_description()));
        save(&[date], &Service::All.route(), &summary, &description)
    };
    let words = Words {
        add: d::calendar_add(),
        hint: d::calendar_hint(),
        saved: d::calendar_saved(),
        failed: || not_done(d::calendar_failed(), d::calendar_failed_text(), None),
    };
    let remind = view! { <a href=ToldPage::Settings.path()>{t(d::calendar_remind())}</a> }.into_any();
    view! {
        <div class="stack stack--close no-print">
            <h3>{t(d::calendar())}</h3>
            <p>{t(when)}</p>
            {button(words, "doctor-calendar-hint", remind, saved)}
        </div>
    }
    .into_any()
}
