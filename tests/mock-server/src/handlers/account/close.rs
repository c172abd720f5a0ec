//! `POST /api/v1/account/closure`: closes the account for good.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::IntoResponse;
use axum::{Extension, Json};
use contract::closure::{CloseAccount, Closed, StillOpen};
use contract::problem::{FieldProblem, ProblemCode};
use domain::data_right::closure::CONFIRMATION;

use crate::cookie;
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::closure;
use crate::store::session::Session;

/// Ends all sessions of the account, and the access that others had to its holder. Nobody can sign in to it any more.
///
/// # Errors
/// `invalid_fields` without the confirmation, `still_open` with what is open unless it is to be closed even so.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(asked): Body<CloseAccount>,
) -> Result<impl IntoResponse, Refusal> {
    if asked.confirm != CONFIRMATION {
        return Err(Refusal::of_field("/confirm", "confirm.missing"));
    }
    let now = app.clock.now();
    app.store.atomically(|db| {
        let open = closure::open(db, &session.account)?;
        if !open.is_empty() && !asked.even_so {
            return Err(in_the_way(&open));
        }
        Ok(closure::close(db, &session.account, now)?)
    })?;
    app.signal(Signal::Changed);
    Ok(([(SET_COOKIE, cookie::clear())], Json(Closed { at: now })))
}

fn in_the_way(open: &[StillOpen]) -> Refusal {
    let fields = open.iter().map(|still| FieldProblem::new("/even_so", still.code.code())).collect();
    Refusal { code: ProblemCode::StillOpen, fields, status: None }
}
