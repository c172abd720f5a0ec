//! `POST /api/v1/documents/search`: the text goes in the body, for what people search for is about their health.
//!
//! It changes nothing, so it needs neither CSRF token nor `Idempotency-Key`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::document::{DocumentPage, DocumentSearch};
use domain::access::Deed;

use crate::extract::Body;
use crate::handlers::documents::page;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;

/// The longest text, in characters.
const LONGEST: usize = 100;

/// Answers with one page of what was found.
///
/// # Errors
/// `invalid_fields` when the text is too long, and those of a page.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(search): Body<DocumentSearch>,
) -> Result<Json<DocumentPage>, Refusal> {
    if search.text.chars().count() > LONGEST {
        return Err(Refusal::of_field("/text", "text.too_long"));
    }
    page::find(&app, &session, &search.page, &search.text, Deed::Searched).map(Json)
}
