//! `POST /mock/documents/{id}/events`: something happens to a document.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use contract::change::Change;
use contract::document::{Document, Event, EventReason, Hearing};
use contract::problem::ProblemCode;
use contract::wire::{moment, open, open_option};
use contract::{DocumentId, EventId};
use domain::coded::Coded;
use domain::document::{Actor, EventKind, Family, Source, Status};
use domain::moment::Moment;
use serde::Deserialize;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::notification::cause;
use crate::store::{change, document};

/// The event. Only its kind must be given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewEvent {
    /// What happens; a code that no app knows is fine.
    #[serde(with = "open")]
    pub kind: Coded<EventKind>,
    /// The status after; what the kind leads to, or the present one, when absent.
    #[serde(with = "open_option", default)]
    pub to: Option<Coded<Status>>,
    /// Who acts; the regional fund when absent.
    #[serde(with = "open_option", default)]
    pub actor: Option<Coded<Actor>>,
    /// Where the record comes from; the register of the document's kind when absent.
    #[serde(with = "open_option", default)]
    pub source: Option<Coded<Source>>,
    /// When it happened, a date-time or a date; now when absent.
    #[serde(default)]
    pub at: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: Option<EventReason>,
    /// A new first day of validity.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// A new last day of validity, as with an approval or an extension.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// A new last day of use, as with an approval.
    #[serde(default)]
    pub use_until: Option<NaiveDate>,
    /// A new last day of appeal, as with a refusal.
    #[serde(default)]
    pub appeal_until: Option<NaiveDate>,
    /// When and where the commission sits, as with a summons.
    #[serde(default)]
    pub hearing: Option<Hearing>,
    /// Only the record arrives, late: the document stays where it stands.
    #[serde(default)]
    pub record_only: bool,
}

/// Answers with the change as the streams send it.
///
/// # Errors
/// `not_found` for an unknown document, `malformed` for a time that is none.
pub async fn handle(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Body(event): Body<NewEvent>,
) -> Result<(StatusCode, Json<Change>), Refusal> {
    Ok((StatusCode::CREATED, Json(append(&app, &id, &event)?)))
}

/// Appends the event, moves the document and tells the streams.
///
/// # Errors
/// As above.
pub fn append(app: &Shared, id: &str, new: &NewEvent) -> Result<Change, Refusal> {
    let id = DocumentId::parse(id).ok_or(ProblemCode::NotFound)?;
    let at = match new.at.as_deref().map(moment::parse) {
        Some(None) => return Err(ProblemCode::Malformed.into()),
        Some(Some(at)) => at,
        None => Moment::Instant(app.clock.now()),
    };
    app.sync()?;
    let now = app.clock.now();
    let change = app.store.atomically(|db| {
        let mut document = document::any(db, &id)?.ok_or(Refusal::from(ProblemCode::NotFound))?;
        let event = event(&document, new, at, change::newest(db)? + 1);
        if !new.record_only && event.to != document.entry.status {
            document.entry.status = event.to.clone();
            document.entry.changed_at = at;
        }
        document.facts.valid_from = new.valid_from.or(document.facts.valid_from);
        document.facts.hearing = new.hearing.clone().or(document.facts.hearing);
        let entry = &mut document.entry;
        entry.valid_to = new.valid_to.or(entry.valid_to);
        entry.use_until = new.use_until.or(entry.use_until);
        entry.appeal_until = new.appeal_until.or(entry.appeal_until);
        let owner = document::owner(db, document.entry.person.as_str())?;
        document::put(db, &document, &owner)?;
        document::add_event(db, &document.entry, &event)?;
        cause::event(db, &document, &event, now, new.record_only)?;
        Ok::<_, Refusal>(Change { document: document.entry, event })
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(change)
}

fn event(document: &Document, new: &NewEvent, at: Moment, sequence: u64) -> Event {
    let entry = &document.entry;
    let leads_to = new.kind.known().and_then(EventKind::leads_to).map(Coded::Known);
    let family = entry.kind.known().map_or(Family::Any, domain::document::Kind::family);
    Event {
        id: EventId(format!("live-{sequence}")),
        sequence,
        // A late record does not say where the document stood before it.
        from: (!new.record_only).then(|| entry.status.clone()),
        to: new.to.clone().or(leads_to).unwrap_or_else(|| entry.status.clone()),
        kind: new.kind.clone(),
        actor: new.actor.clone().unwrap_or(Coded::Known(Actor::RegionalFund)),
        source: new.source.clone().unwrap_or(Coded::Known(family.register())),
        at,
        reason: new.reason.clone(),
    }
}
