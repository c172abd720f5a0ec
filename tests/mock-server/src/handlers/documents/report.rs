//! `POST /api/v1/documents/{id}/reports`: "this was not me".

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use chrono::Datelike as _;
use contract::DocumentId;
use contract::document::Document;
use contract::problem::{FieldProblem, ProblemCode};
use contract::report::{NewReport, Report};
use domain::access::{About, Action, Deed};
use domain::coded::{Code as _, Coded};
use domain::data_right::report::{Kind, check_text, checker, next};
use domain::data_right::{State as Standing, system};

use crate::extract::Body;
use crate::handlers::tried::noted;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::access::may;
use crate::store::session::Session;
use crate::store::{document, report};

/// Keeps the report and answers with its number, who checks it and what happens now.
///
/// # Errors
/// `not_allowed`, or `invalid_fields`: a kind that nobody knows, an event of another document, a text that is too long.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    Body(new): Body<NewReport>,
) -> Result<(StatusCode, Json<Report>), Refusal> {
    let id = DocumentId::parse(&id).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let reported = app.store.atomically(|db| {
        let found = document::one(db, &session.account, &id)?;
        let document = found.ok_or(ProblemCode::NotAllowed)?;
        let entry = &document.entry;
        let about = About { kind: Some(&entry.kind), hidden: entry.hidden, ..About::default() };
        if !may(db, &session.account, &entry.person, Action::ReportNotMine, about)? {
            return Err(ProblemCode::NotAllowed.into());
        }
        let kind = checked(&new, &document)?;
        let zone = document::owner(db, document.entry.person.as_str())?.zone;
        let source = document.events.iter().find(|event| Some(&event.id) == new.event.as_ref());
        let source = source.and_then(|event| event.source.known());
        let report = Report {
            by: None,
            number: report::next_number(db, zone.day(now).year())?,
            at: now,
            event: new.event,
            kind: Coded::Known(kind),
            text: new.text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
            checker: Coded::Known(checker(source, system(zone))),
            next: next(kind).iter().copied().map(Coded::Known).collect(),
            state: Coded::Known(Standing::Received),
            changed_at: now,
            answer: None,
        };
        report::put(db, &session.account, &id, &report)?;
        let note =
            Note { person: &document.entry.person, deed: Deed::Reported, document: Some(&id), allowed: true };
        log::note(db, &session, now, note)?;
        Ok((StatusCode::CREATED, Json(report)))
    });
    noted(&app, &session, Deed::Reported, Some(&id), reported)
}

/// The kind, if everything can be taken.
fn checked(new: &NewReport, document: &Document) -> Result<Kind, Refusal> {
    let mut fields = Vec::new();
    let mut refuse = |pointer: &str, code: &str| {
        fields.push(FieldProblem::new(pointer, code));
    };
    if new.event.as_ref().is_some_and(|id| document.events.iter().all(|event| event.id != *id)) {
        refuse("/event", "event.unknown");
    }
    let kind = new.kind.known();
    if kind.is_none() {
        refuse("/kind", "kind.unknown");
    }
    if let Err(problem) = check_text(new.text.as_deref().unwrap_or_default()) {
        refuse("/text", problem.code());
    }
    Refusal::of_fields(fields)?;
    kind.ok_or_else(|| ProblemCode::Malformed.into())
}
