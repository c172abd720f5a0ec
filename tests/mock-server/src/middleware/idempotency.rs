//! Writes that can be repeated safely.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::header::IDEMPOTENCY_KEY;
use contract::problem::{FieldProblem, ProblemCode};

use crate::extract::{BODY_LIMIT, bytes};
use crate::refusal::Refusal;
use crate::secret::fingerprint;
use crate::state::Shared;
use crate::store::idempotency::{Kept, get, put};
use crate::store::session::Session;

/// Answers a write once; the same key with the same request gets the same answer without acting again.
pub async fn once(app: &Shared, session: &Session, request: Request, next: Next) -> Response {
    let key = match key(request.headers()) {
        Ok(key) => key.to_owned(),
        Err(refusal) => return refusal.into_response(),
    };
    let one_by_one = app.writes.lock().await;
    let response = answer(app, session, &key, request, next).await.unwrap_or_else(Refusal::into_response);
    drop(one_by_one);
    response
}

async fn answer(
    app: &Shared,
    session: &Session,
    key: &str,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let body = bytes(Request::from_parts(parts.clone(), body), app).await?;
    let condition = parts.headers.get(IF_MATCH).map(HeaderValue::as_bytes).unwrap_or_default();
    let asked =
        fingerprint(&[parts.method.as_str().as_bytes(), parts.uri.path().as_bytes(), condition, &body]);
    if let Some(kept) = app.store.with(|db| get(db, &session.account, key))? {
        if kept.request != asked {
            return Err(ProblemCode::IdempotencyKeyReused.into());
        }
        return Ok(replay(kept));
    }
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    if response.status().is_server_error() {
        return Ok(response);
    }
    let (kept, response) = keep(asked, response).await?;
    app.store.with(|db| put(db, &session.account, key, &kept))?;
    Ok(response)
}

/// The key: 1 to 64 visible ASCII characters.
fn key(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(IDEMPOTENCY_KEY).ok_or(ProblemCode::IdempotencyKeyMissing)?;
    let fits = (1..=64).contains(&value.len()) && value.as_bytes().iter().all(u8::is_ascii_graphic);
    value.to_str().ok().filter(|_| fits).ok_or_else(|| ProblemCode::Malformed.into())
}

async fn keep(request: String, response: Response) -> Result<(Kept, Response), Refusal> {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, BODY_LIMIT).await.unwrap_or_else(|_| Bytes::new());
    let refusal = parts.extensions.get::<Refusal>();
    let refusal =
        refusal.map(|refusal| serde_json::to_string(&(refusal.code, &refusal.fields))).transpose()?;
    let etag = parts.headers.get(ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
    let kept = Kept { request, status: parts.status.as_u16(), etag, refusal, body: body.to_vec() };
    Ok((kept, Response::from_parts(parts, Body::from(body))))
}

fn replay(kept: Kept) -> Response {
    let refused =
        kept.refusal.and_then(|text| serde_json::from_str::<(ProblemCode, Vec<FieldProblem>)>(&text).ok());
    if let Some((code, fields)) = refused {
        return Refusal { code, fields, status: None }.into_response();
    }
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let mut response = (status, kept.body).into_response();
    response.headers_mut().remove(CONTENT_TYPE);
    if status != StatusCode::NO_CONTENT {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    if let Some(tag) = kept.etag.and_then(|tag| HeaderValue::try_from(tag).ok()) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}
