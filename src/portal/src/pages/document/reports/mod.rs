//! "This was not me": reporting the document or one of its events, and what was reported of it.

mod dialog;
mod list;
mod words;

use std::sync::Arc;

use crate::api::documents::Opened;
use contract::DocumentId;
use contract::document::Event;
use domain::data_right::report::Kind;
use domain::moment::Zone;
use leptos::prelude::*;

use crate::api;
use crate::components::state::Wait;
use crate::i18n::texts::document as d;
use crate::i18n::{m, t};
use crate::load::Load;
use crate::reading::Reading;
use dialog::ReportDialog;

/// What a report is about: an event, or the document as a whole.
pub type About = Option<Event>;

/// A report as it is typed. It lives as long as the page of the document: live changes that draw the document anew, and a
/// dialog that is closed for a moment, lose nothing.
#[derive(Clone, Copy)]
pub struct Reporting {
    /// What it is about, while the question is open.
    pub about: RwSignal<Option<About>>,
    /// What is the matter.
    pub kind: RwSignal<Kind>,
    /// What is said of it.
    pub text: RwSignal<String>,
}

impl Reporting {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self {
            about: RwSignal::new(None),
            kind: RwSignal::new(Kind::NotMe),
            text: RwSignal::new(String::new()),
        }
    }

    /// Asks about an event, or about the whole.
    pub fn ask(self, about: About) {
        self.about.set(Some(about));
    }
}

/// What the section is about.
#[derive(Clone)]
pub struct ReportsOf {
    /// Which document.
    pub id: DocumentId,
    /// The document as it is known; tracked.
    pub document: Memo<Option<Arc<Opened>>>,
    /// The zone of the person it is about.
    pub zone: Zone,
    /// What is typed.
    pub reporting: Reporting,
}

/// The section below a document: a chunk of its own, since most who look at a document have nothing to report.
#[component]
pub fn Reports(
    /// What it is about.
    of: ReportsOf,
) -> impl IntoView {
    let ReportsOf { id, document, zone, reporting } = of;
    let asked = id.clone();
    let reports = Reading::begin(move || {
        let id = asked.clone();
        async move { api::reports::of(&id).await }
    });
    let skeleton = || view! { <Wait text=m::loading() /> };
    view! {
        <section class="stack stack--close" aria-labelledby="reports-heading">
            <h2 id="reports-heading">{t(d::report_title())}</h2>
            <p class="no-print">{t(d::report_text())}</p>
            <p class="no-print">
                <button class="button button--second" type="button" on:click=move |_| reporting.ask(None)>
                    {t(d::report_whole())}
                </button>
            </p>
            <Load
                value=move || reports.answer()
                retry=reports.retry()
                skeleton=ViewFn::from(skeleton)
                let(answer)
            >
                {list::list(&answer, untrack(|| document.get()), zone)}
            </Load>
            <ReportDialog id document reporting reports zone />
        </section>
    }
}
