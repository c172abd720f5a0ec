//! `POST /api/v1/account/corrections`: asks the fund to correct what it has in its register.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use chrono::Datelike as _;
use contract::correction::{Correction, NewCorrection};
use contract::problem::FieldProblem;
use domain::coded::{Code as _, Coded};
use domain::data_right::State as Standing;
use domain::data_right::correction::{check_right, check_wrong};
use domain::moment::Zone;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::{account, correction};

/// Keeps the request and answers with its number and when it was received.
///
/// # Errors
/// `invalid_fields`: a field that nobody knows, or the codes of `domain::data_right::correction`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(new): Body<NewCorrection>,
) -> Result<(StatusCode, Json<Correction>), Refusal> {
    check(&new)?;
    let now = app.clock.now();
    let correction = app.store.atomically(|db| {
        let zone = account::own(db, &session.account)?.map_or(Zone::Sofia, |own| own.zone);
        let correction = Correction {
            number: correction::next_number(db, zone.day(now).year())?,
            at: now,
            field: new.field,
            wrong: new.wrong.trim().to_owned(),
            right: new.right.trim().to_owned(),
            state: Coded::Known(Standing::Received),
            changed_at: now,
            extended_at: None,
            answer: None,
        };
        correction::put(db, &session.account, &correction)?;
        Ok::<_, Refusal>(correction)
    })?;
    Ok((StatusCode::CREATED, Json(correction)))
}

fn check(new: &NewCorrection) -> Result<(), Refusal> {
    let unknown = new.field.known().is_none().then_some(("/field", "field.unknown"));
    let wrong = check_wrong(&new.wrong).err().map(|problem| ("/wrong", problem.code()));
    let right = check_right(&new.right).err().map(|problem| ("/right", problem.code()));
    let found = [unknown, wrong, right].into_iter().flatten();
    Refusal::of_fields(found.map(|(pointer, code)| FieldProblem::new(pointer, code)).collect())
}
