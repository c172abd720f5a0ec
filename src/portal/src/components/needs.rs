//! The action box: what is needed from the person, apart from what others are doing.

use chrono::NaiveDate;
use contract::document::EventReason;
use domain::document::{NextSteps, YourTask};
use leptos::prelude::*;

use crate::i18n::texts::document as d;
use crate::i18n::{m, t};
use crate::ui::icon::Icon;
use crate::words::{Tone, document as words};

/// The fund's line for questions, as its notices print it: 0800 14 800.
const FUND_LINE: (&str, &str) = ("tel:080014800", "0800 14 800");

/// The anchor of the section in which files are sent.
pub const FILES: &str = "files";

/// The action box of a document.
#[component]
pub fn Needs(
    /// What the rules say.
    steps: NextSteps,
    /// Today, for the person it is about.
    today: NaiveDate,
    /// What the fund said when it brought the document to where it stands.
    said: Option<EventReason>,
    /// The language of the fund's words, where it is known.
    lang: Option<&'static str>,
) -> impl IntoView {
    let (tone, icon, title) = match (steps.needed, steps.yours) {
        (Some(_), _) => (Tone::Action, "action", m::needs_you()),
        (None, YourTask::Nothing) => (Tone::Success, "approved", d::needs_nothing()),
        (None, YourTask::AskFund) => (Tone::Unknown, "unknown", d::needs_unknown()),
        (None, _) => (Tone::Waiting, "info", d::needs_can()),
    };
    let (theirs, doing) = words::their_task(steps);
    let plain = said.as_ref().and_then(|said| words::reason(said.code.as_ref()?));
    let quote = said.map(|said| said.text).filter(|text| !text.trim().is_empty());
    let send = matches!(steps.yours, YourTask::SendDocuments { .. }).then(|| {
        view! {
            <p class="no-print">
                <a class="button button--wide" href=format!("#{FILES}")>
                    <Icon name="right" />
                    {t(d::needs_send())}
                </a>
            </p>
        }
        .into_any()
    });
    let call = matches!(steps.yours, YourTask::AskAboutRefusal | YourTask::AskAboutEnd | YourTask::AskFund);
    view! {
        <section class="needs" aria-label=t(d::needs_label())>
            <div class=format!("needs__you {}", tone.class())>
                <Icon name=icon />
                <h2 class="needs__title">{t(title)}</h2>
                <div class="needs__body">
                    {quote.map(|text| view! { <blockquote class="history__quote" lang=lang><p>{text}</p></blockquote> }.into_any())}
                    {plain.map(|words| view! { <p>{t(d::history_plain(words))}</p> }.into_any())}
                    <p>{t(words::your_task(steps.yours, today))}</p>
                    {send}
                    {call
                        .then(|| {
                            view! {
                                <p>
                                    <a class="button button--second button--wide" href=FUND_LINE.0>
                                        <Icon name="phone" />
                                        {FUND_LINE.1}
                                    </a>
                                </p>
                            }.into_any()
                        })}
                </div>
            </div>
            <div class="needs__us">
                <Icon name="waiting" />
                <h2 class="needs__title">{t(theirs)}</h2>
                <div class="needs__body">
                    <p>{t(doing)}</p>
                </div>
            </div>
        </section>
    }
}
