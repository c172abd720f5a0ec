//! `GET /api/v1/published-templates`: for anybody.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::response::Response;
use contract::problem::ProblemCode;

use crate::etag;
use crate::handlers::templates::texts;
use crate::middleware::answer::Public;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::template::published;

/// For so long it may be kept, also by caches that are shared: nothing of anybody is in it.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// Answers with what is in use and what was lately.
///
/// # Errors
/// Those of the database.
pub async fn handle(State(app): State<Shared>, headers: HeaderMap) -> Result<Response, Refusal> {
    let (now, texts) = (app.clock.now(), texts()?);
    let published = app.store.with(|db| published::at(db, texts, now))?;
    let mut response = etag::json(&headers, serde_json::to_string(&published)?);
    // A cache may keep the plain and the compressed form: a tag that is the same for both has to be a weak one.
    let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok()).map(|tag| format!("W/{tag}"));
    let tag = tag.and_then(|tag| HeaderValue::try_from(tag).ok()).ok_or(ProblemCode::Internal)?;
    response.headers_mut().insert(ETAG, tag);
    response.headers_mut().insert(CACHE_CONTROL, KEPT);
    response.extensions_mut().insert(Public);
    Ok(response)
}
