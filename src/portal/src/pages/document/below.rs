//! The sections below what a live change draws anew: what is typed, chosen or unfolded there stays, and so does the focus.

use std::sync::Arc;

use crate::api::documents::Opened;
use contract::DocumentId;
use domain::access::Action;
use domain::document::{has_details, history, is_for_pharmacy};
use domain::moment::Zone;
use leptos::prelude::*;

use super::files::FilesSection;
use super::{Now, PartOf, Reporting, ReportsOf, may};
use crate::app::{deadlines_section, details_section, hiding_section, reports_section};
use crate::browser;
use crate::components::acting::is_other;
use crate::components::chunk::{late, late_with};
use crate::components::history::{Happened, History, ReportEntry};
use crate::i18n::texts::document as d;
use crate::i18n::{areas, t};
use crate::route::Route;
use crate::state::session::use_session;
use crate::ui::part::part_if;

/// What the sections are about.
#[derive(Clone)]
pub struct Sections {
    /// Which document.
    pub id: DocumentId,
    /// The document, once it is here.
    pub now: Now,
    /// The document as it was known last; tracked.
    pub document: Memo<Option<Arc<Opened>>>,
    /// What is typed of a report.
    pub reporting: Reporting,
}

/// All of them.
pub fn below(sections: Sections) -> AnyView {
    let Sections { id, now, document, reporting } = sections;
    // Of what kind it is and whose does not change; who there is may, and that is no reason to build all of this anew.
    let Some(first) = untrack(|| document.get()) else { return ().into_any() };
    let zone = untrack(|| use_session().zone(&first.entry.person));
    let reports = ReportsOf { id: id.clone(), document, zone, reporting };
    let of = PartOf { id, document, zone };
    let (dates, details, hidden) = (of.clone(), of.clone(), of.clone());
    let hiding = move || {
        let of = hidden.clone();
        late_with(&areas::HIDING, move || hiding_section::open(of.clone()))
    };
    let may_hide = move || document.get().is_some_and(|document| may(Action::Hide, &document));
    let details = has_details(&first.entry.kind)
        .then(|| late_with(&areas::DETAILS, move || details_section::open(details.clone())));
    view! {
        {details}
        {tools(&first)}
        {late_with(&areas::DEADLINES, move || deadlines_section::open(dates.clone()))}
        {happened(now, zone, is_other(&first.entry.person), reporting)}
        <FilesSection of />
        {part_if(may_hide, hiding)}
        {late(move || reports_section::open(reports.clone()))}
    }
    .into_any()
}

/// What can be done with the page itself.
fn tools(document: &Arc<Opened>) -> AnyView {
    let entry = &document.entry;
    let pharmacy = is_for_pharmacy(&entry.kind).then(|| {
        view! {
            <a class="button button--second" href=Route::Pharmacy(entry.id.clone()).path()>
                {t(d::tools_pharmacy())}
            </a>
        }
    });
    view! {
        <p class="cluster no-print">
            {pharmacy}
            <button class="button button--second" type="button" on:click=move |_| browser::print()>{t(d::tools_print())}</button>
        </p>
    }
    .into_any()
}

/// What happened to it.
fn happened(now: Now, zone: Zone, other: bool, reporting: Reporting) -> AnyView {
    let report = ReportEntry {
        label: if other { d::report_button_other() } else { d::report_button() },
        ask: Callback::new(move |event| reporting.ask(Some(event))),
    };
    let happened = Memo::new(move |_| {
        let (seen, document) = now.get()?.ok()?;
        let entries = history(&document.recorded(), zone);
        Some(Happened { events: document.events.clone(), entries, seen })
    });
    view! { <History happened zone report /> }.into_any()
}
