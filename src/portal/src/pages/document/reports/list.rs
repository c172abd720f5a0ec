//! What was reported of the document, and where that stands.

use std::sync::Arc;

use crate::api::documents::Opened;
use contract::report::{Report, Reports};
use domain::coded::Coded;
use domain::data_right::State;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::words;
use crate::i18n::t;
use crate::i18n::texts::document as d;
use crate::words::fund_language;

/// All reports, newest first; nothing where there are none.
pub fn list(answer: &Reports, document: Option<Arc<Opened>>, zone: Zone) -> AnyView {
    if answer.reports.is_empty() {
        return ().into_any();
    }
    let cards: Vec<_> = answer.reports.iter().map(|report| card(report, document.as_deref(), zone)).collect();
    view! {
        <h3>{t(d::report_list())}</h3>
        <ul class="stack stack--close">{cards}</ul>
    }
    .into_any()
}

fn card(report: &Report, document: Option<&Opened>, zone: Zone) -> AnyView {
    let event = report
        .event
        .as_ref()
        .and_then(|id| document.and_then(|document| document.events.iter().find(|event| event.id == *id)));
    let about = words::about(event, zone);
    let since = d::report_since((Moment::Instant(report.changed_at), zone), words::state(&report.state));
    let by = report.by.as_ref().map(|name| view! { <p>{t(d::report_by(name.as_str()))}</p> }.into_any());
    let whose =
        report.by.as_ref().map_or_else(d::report_own_words, |name| d::report_their_words(name.as_str()));
    let said = report.text.clone().map(|text| {
        view! {
            <div>
                <p class="small quiet">{t(whose)}</p>
                <blockquote class="asked__quote">{text}</blockquote>
            </div>
        }
        .into_any()
    });
    let answer = report.answer.clone().map(|text| {
        view! {
            <div>
                <p><strong>{t(d::report_answer())}</strong></p>
                <blockquote class="asked__quote" lang=fund_language(zone)>{text}</blockquote>
            </div>
        }
        .into_any()
    });
    // Once there is an answer, nobody wonders who has it and by when.
    let open = (report.state != Coded::Known(State::Answered)).then(|| {
        view! {
            <p class="small">{t(words::checker(&report.checker))}</p>
            <p class="small quiet">{t(d::report_no_term())}</p>
        }
        .into_any()
    });
    view! {
        <li class="card">
            <h4 class="asked__title">{t(d::report_number(report.number.as_str()))}</h4>
            <p>{t(words::kind(&report.kind))} " · " {t(about)}</p>
            {by}
            <p class="quiet">{t(since)}</p>
            <p class="quiet small">{t(d::report_sent_at((Moment::Instant(report.at), zone)))}</p>
            {said}
            {answer}
            {open}
        </li>
    }
    .into_any()
}
