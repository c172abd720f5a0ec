//! One document: where it stands, what is needed, what happened.

mod below;
mod deadlines;
mod details;
mod facts;
mod files;
mod gone;
mod hiding;
mod known;
mod reports;

use std::sync::Arc;

use crate::api::documents::Opened;
use contract::change::AccessChange;
use contract::document::{Event, EventReason};
use contract::{DocumentId, PersonId};
use domain::access::{About, Action, allowed};
use domain::coded::Coded;
use domain::document::{Status, latest, next_steps, process};
use domain::moment::Zone;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::api::ApiError;
use crate::components::acting::{Acting, is_other};
use crate::components::link::back;
use crate::components::needs::Needs;
use crate::components::person::{PersonTag, name_of};
use crate::components::state::Wait;
use crate::components::status::StatusChip;
use crate::components::strip::Strip;
use crate::i18n::texts::document as d;
use crate::i18n::{m, t};
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::clock;
use crate::state::live::Live;
use crate::state::session::{is_own, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::ui::skeleton::SkeletonCard;
use crate::words;
use below::{Sections, below};
pub use deadlines::Deadlines;
pub use details::Details;
use facts::Facts;
pub use files::{ChosenFiles, ChosenOf, Files};
use gone::{Owner, gone, last_of};
pub use hiding::Hiding;
use known::{Now, known};
use reports::Reporting;
pub use reports::{Reports, ReportsOf};

/// What a section below the document is about. It lives as long as the page: live changes do not draw it anew.
#[derive(Clone)]
pub struct PartOf {
    /// Which document.
    pub id: DocumentId,
    /// The document as it is known; tracked.
    pub document: Memo<Option<Arc<Opened>>>,
    /// The zone of the person it is about.
    pub zone: Zone,
}

/// The page of one document.
#[component]
pub fn DocumentPage(
    /// Which.
    id: DocumentId,
) -> impl IntoView {
    let Some(live) = use_context::<Live>() else { return ().into_any() };
    let (read, now) = known(id.clone(), live);
    let ended = ended(now, live);
    let title = Signal::derive(move || match now.get() {
        Some(Ok((_, document))) => m::document_heading(document.entry.subject.as_str()),
        _ => m::document_title(),
    });
    // Whose it is stands below, where those who listen come only after the heading.
    let person = Memo::new(move |_| Some(now.get()?.ok()?.1.entry.person.clone()));
    let whose = move || {
        let person = person.get().filter(is_other)?;
        Some(view! { <span class="visually-hidden">", " {move || name_of(&person)}</span> })
    };
    // Beside the document and not inside of it: a live change draws the document anew.
    let reporting = Reporting::new();
    // What was known last: once a document is refused, the sections below go, and are not drawn once more on the way.
    let last = Memo::new(move |before: Option<&Option<Arc<Opened>>>| {
        let document = now.get().and_then(Result::ok).map(|(_, document)| document);
        document.or_else(|| before.cloned().flatten())
    });
    let sections = Sections { id, now, document: last, reporting };
    let there = there(now, person);
    view! {
        <article class="page">
            <div class="page__head">
                {back(Route::Documents.path(), m::documents_title())}
                <PageTitle text=title>{whose}</PageTitle>
                {part(move || person.get().map(|id| view! { <Acting id /> }.into_any()).into_any())}
            </div>
            {part(move || match ended.get() {
                Some((owner, change)) => gone(&owner, &change),
                None => loaded(now, read),
            })}
            {part_if(there, move || below(sections.clone()))}
        </article>
    }
    .into_any()
}

/// Whether the sections below are there. They go as soon as access to the person is over, before any of them asks again for what
/// it may not have.
fn there(now: Now, person: Memo<Option<PersonId>>) -> impl Fn() -> bool + Send + Sync {
    let session = use_session();
    let met = StoredValue::new(false);
    move || {
        let known = person.get().is_some_and(|person| session.person(&person).is_some());
        // Who is new to the session has a name a little later than documents.
        met.update_value(|met| *met |= known);
        now.with(|now| matches!(now, Some(Ok(_)))) && (known || !met.get_value())
    }
}

fn loaded(now: Now, read: Reading<Opened>) -> AnyView {
    let skeleton = || {
        view! {
            <Wait text=m::loading() />
            <SkeletonCard />
            <SkeletonCard />
        }
    };
    view! {
        <Load value=move || now.get() retry=read.retry() skeleton=ViewFn::from(skeleton) let((_, document))>
            <Whole document />
        </Load>
    }
    .into_any()
}

/// Whose document it was and what happened, once access to what the page showed has ended.
fn ended(now: Now, live: Live) -> Memo<Option<(Owner, Arc<AccessChange>)>> {
    let session = use_session();
    let owner = Memo::new(move |before: Option<&Option<Owner>>| {
        let before = before.cloned().flatten();
        let Some(Ok((_, document))) = now.get() else { return before };
        let id = document.entry.person.clone();
        // Once the person is gone from the session, the page goes on calling them as it did.
        let found = session.person(&id).filter(|person| !is_own(person));
        found.map(|found| Owner { id, name: found.name, zone: found.zone }).or(before)
    });
    Memo::new(move |_| {
        let refused = matches!(now.get(), Some(Err(ApiError::NotAllowed)));
        let owner = owner.get().filter(|_| refused)?;
        let change = last_of(live, &owner.id)?;
        Some((owner, change))
    })
}

/// Where it stands and what is needed: everything between the heading and the sections below.
#[component]
fn Whole(document: Arc<Opened>) -> impl IntoView {
    let entry = &document.entry;
    let zone = use_session().zone(&entry.person);
    let today = clock::today(zone);
    let recorded = document.recorded();
    let strip = process(&entry.kind, &entry.status, &recorded, zone);
    let steps = next_steps(&entry.kind, &entry.status, entry.dates(), today);
    let differs = latest(&recorded, zone).is_some_and(|latest| *latest != entry.status);
    let said = said(&document.entry.status, &document.events);
    let lang = words::fund_language(zone);
    view! {
        <div class="stack stack--close">
            <p class="cluster small">
                <PersonTag id=entry.person.clone() />
                <span class="quiet">{t(words::kind(&entry.kind))}</span>
            </p>
            <p class="cluster">
                <StatusChip status=entry.status.clone() />
                <span class="quiet small">{t(d::document_since((entry.changed_at, zone)))}</span>
            </p>
            <p class="lead">{t(words::document::status_meaning(&entry.kind, &entry.status))}</p>
        </div>
        <Needs steps today said lang />
        {differs.then(|| view! { <p class="notice tone-waiting"><Icon name="info" />{t(d::document_differs())}</p> }.into_any())}
        {strip.map(|process| view! { <Strip process status=entry.status.clone() zone /> }.into_any())}
        <Facts document=Arc::clone(&document) />
    }
}

/// Whether the account may do this with a document; tracks who there is.
fn may(action: Action, document: &Opened) -> bool {
    let entry = &document.entry;
    let about = About {
        kind: Some(&entry.kind),
        status: Some(&entry.status),
        hidden: entry.hidden,
        ..About::default()
    };
    let person = use_session().person(&entry.person);
    person.is_some_and(|person| allowed(action, &person.read().holder(), about).is_ok())
}

/// What the fund said when it brought the document to where it stands, if that is something to be explained.
fn said(status: &Coded<Status>, events: &[Event]) -> Option<EventReason> {
    let status = status.known()?;
    let explained =
        matches!(status, Status::DocsRequired | Status::Refused | Status::Annulled | Status::Terminated);
    if !explained {
        return None;
    }
    let led_here = events.iter().filter(|event| event.to == Coded::Known(status));
    led_here.max_by_key(|event| event.sequence)?.reason.clone()
}
