//! `PUT /api/v1/templates/tariff`.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use contract::problem::FieldProblem;
use contract::template::{NewTariff, TemplateTariff};
use domain::coded::Code as _;
use domain::notification::template::Refused;

use crate::etag;
use crate::extract::Body;
use crate::handlers::templates::{refusal, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template::tariff;

/// Keeps the prices, and answers with them and their tag.
///
/// # Errors
/// `not_allowed`, `role_missing`, `precondition_missing`, `changed`, or `invalid_fields` with the codes of
/// [`PriceProblem`](domain::notification::template::PriceProblem).
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
    Body(new): Body<NewTariff>,
) -> Result<Json<TemplateTariff>, Refusal> {
    app.store.atomically(|db| {
        if !who(db, &session)?.staff().may_set_tariff() {
            return Err(refusal(Refused::Role, Vec::new()));
        }
        etag::unchanged(&headers, &tariff::get(db)?.tag)?;
        let pointers = ["/sms_per_thousand", "/viber_per_thousand"];
        let wrong = pointers.into_iter().zip(new.read().problems());
        let field = |(pointer, problem): (&str, Option<_>)| {
            problem.map(|problem: domain::notification::template::PriceProblem| {
                FieldProblem::new(pointer, &format!("price.{}", problem.code()))
            })
        };
        Refusal::of_fields(wrong.filter_map(field).collect())?;
        tariff::put(db, &new)?;
        Ok(Json(tariff::get(db)?))
    })
}
