//! Writes that can be repeated safely.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::header::{IDEMPOTENCY_KEY, UPLOAD_OFFSET};
use contract::problem::{FieldProblem, ProblemCode};
use domain::attachment::Limits;

use crate::extract::{BODY_LIMIT, Part, bytes, part};
use crate::middleware::signed_in::Guard;
use crate::operation::Access;
use crate::refusal::Refusal;
use crate::secret::fingerprint;
use crate::state::Shared;
use crate::store::idempotency::{Kept, get, put};
use crate::store::session::Session;

/// Answers a write once; the same key with the same request gets the same answer without acting again.
pub async fn once(guard: &Guard, session: &Session, request: Request, next: Next) -> Response {
    let (app, session, access) = (guard.app.clone(), session.clone(), guard.operation.access);
    let answer = async move { answer(&app, &session, access, request, next).await };
    if access != Access::Part {
        return answer.await.unwrap_or_else(Refusal::into_response);
    }
    // As a task of its own, which goes on when its connection breaks: what came until then is to be kept.
    let done = tokio::spawn(answer).await;
    done.unwrap_or_else(|_| Err(ProblemCode::Internal.into())).unwrap_or_else(Refusal::into_response)
}

async fn answer(
    app: &Shared,
    session: &Session,
    access: Access,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let key = &key(request.headers())?.to_owned();
    let (parts, body) = request.into_parts();
    // Read before waiting for the others, who must not wait for a slow line.
    let (body, whole) = if access == Access::Part {
        let limit = usize::try_from(Limits::ours().part_bytes).unwrap_or(usize::MAX);
        let Part { bytes, whole } = part(body, limit).await?;
        (Bytes::from(bytes), whole)
    } else {
        (bytes(Request::from_parts(parts.clone(), body), app).await?, true)
    };
    let _one_by_one = app.writes.lock().await;
    if !whole {
        // No answer reaches anybody, so none is kept: the same key may come again with the whole request.
        return Ok(next.run(Request::from_parts(parts, Body::from(body))).await);
    }
    let header = |name| parts.headers.get(name).map(HeaderValue::as_bytes).unwrap_or_default();
    let asked = fingerprint(&[
        parts.method.as_str().as_bytes(),
        parts.uri.path().as_bytes(),
        header(IF_MATCH.as_str()),
        header(UPLOAD_OFFSET),
        &body,
    ]);
    if let Some(kept) = app.store.with(|db| get(db, &session.account, key))? {
        if kept.request != asked {
            return Err(ProblemCode::IdempotencyKeyReused.into());
        }
        return Ok(replay(kept));
    }
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    // Neither what the server could not do now, nor what does not fit how things stand now, nor that one has to wait: all of
    // it changes, and a kept `Retry-After` would be untrue the second time.
    let status = response.status();
    if status.is_server_error() || matches!(status, StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS) {
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
