//! `PATCH /api/v1/notifications/preferences`: what is absent stays.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::notification::{NotificationPatch, NotificationPreferences};
use contract::person::Person;
use contract::problem::{FieldProblem, ProblemCode};
use domain::coded::Code as _;
use domain::notification::{Change, PreferenceProblem, Wrong, apply, check};

use crate::etag;
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::notification::preference;
use crate::store::session::Session;

/// Changes the preferences if they are still as the asker saw them, and answers with them and their new tag.
///
/// # Errors
/// `precondition_missing`, `changed`, or `invalid_fields` with the codes of [`PreferenceProblem`], and `code.unknown`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
    Body(patch): Body<NotificationPatch>,
) -> Result<Response, Refusal> {
    let body = app.store.atomically(|db| {
        let before = preference::of(db, &session.account)?;
        let seen = serde_json::to_string(&NotificationPreferences::from(&before))?;
        etag::unchanged(&headers, &etag::of(seen.as_bytes()))?;
        let unknown = |pointers: Vec<String>| {
            let fields =
                pointers.into_iter().map(|pointer| FieldProblem::new(pointer, "code.unknown")).collect();
            Refusal { code: ProblemCode::InvalidFields, fields, status: None }
        };
        let changes = patch.changes().map_err(unknown)?;
        let after = apply(&before, &changes);
        let persons = account::persons(db, &session.account)?;
        let people: Vec<&str> = persons.iter().map(|person: &Person| person.id.as_str()).collect();
        // What was wrong before, such as a wish about somebody who is no longer cared for, is no reason to refuse a change.
        let old = check(&before, &people);
        let new = check(&after, &people).into_iter().filter(|wrong| !old.contains(wrong));
        Refusal::of_fields(new.map(|wrong| field(&wrong, &changes)).collect())?;
        preference::put(db, &session.account, &after)?;
        Ok::<_, Refusal>(serde_json::to_string(&NotificationPreferences::from(&after))?)
    })?;
    Ok(etag::json(&HeaderMap::new(), body))
}

/// Where in the body a problem stands.
fn field(wrong: &Wrong, changes: &[Change]) -> FieldProblem {
    let of_cell = |cell: &_| {
        let mut cells = changes.iter().filter_map(|change| match change {
            Change::Wish(cell, _) => Some(cell),
            _ => None,
        });
        cells.position(|asked| asked == cell)
    };
    let of_lead = |subject: &_| {
        let mut leads = changes.iter().filter_map(|change| match change {
            Change::Lead(subject, _) => Some(subject),
            _ => None,
        });
        leads.position(|asked| asked == subject)
    };
    let pointer = match wrong.problem {
        PreferenceProblem::QuietEmpty | PreferenceProblem::QuietSeconds => "/quiet".to_owned(),
        PreferenceProblem::OrderTwice => "/fallback/order".to_owned(),
        PreferenceProblem::WaitNotOffered => "/fallback/wait_minutes".to_owned(),
        PreferenceProblem::LeadNotOffered => {
            let place = wrong.subject.as_ref().and_then(of_lead);
            place.map_or_else(|| "/leads".to_owned(), |place| format!("/leads/{place}"))
        }
        PreferenceProblem::KeptOff | PreferenceProblem::ChannelNever | PreferenceProblem::PersonUnknown => {
            let place = wrong.cell.as_ref().and_then(of_cell);
            place.map_or_else(|| "/wishes".to_owned(), |place| format!("/wishes/{place}"))
        }
    };
    FieldProblem::new(pointer, wrong.problem.code())
}
