//! The last hand on every answer: request id, problem body, security headers, log.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::header::REQUEST_ID;
use contract::problem::{MEDIA_TYPE, Problem, ProblemCode};

use crate::log::Entry;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::{operation, secret};

/// What the browser may load and do. No inline script or style, no other origin.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
     base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// On an answer that must not be sent: the connection ends instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped;

/// On an answer that says itself for how long it may be kept: nothing of anybody is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Public;

/// Finishes every answer.
pub async fn finish(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let id = secret::token().map_or_else(|_| "none".to_owned(), |token| token[..16].to_owned());
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut response = next.run(request).await;
    if let Some(refusal) = response.extensions_mut().remove::<Refusal>().or_else(|| unexplained(&response)) {
        response = problem(response.headers(), &refusal, &id);
    }
    let public = response.extensions().get::<Public>().is_some();
    let dropped = response.extensions().get::<Dropped>().is_some();
    if !path.starts_with("/mock") {
        let operation = operation::of(&method, &path).map(|operation| operation.name);
        let status = (!dropped).then(|| response.status().as_u16());
        let (request_id, at) = (id.clone(), app.clock.now());
        app.log.add(Entry {
            request_id,
            at,
            method: method.to_string(),
            path: path.clone(),
            operation,
            status,
        });
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(id) = HeaderValue::try_from(id) {
        headers.insert(REQUEST_ID, id);
    }
    if !public {
        keep_nothing(headers, &path);
    }
    response
}

/// Nothing about anybody's health stays in the browser's cache on disk.
fn keep_nothing(headers: &mut HeaderMap, path: &str) {
    if path.starts_with("/api/") || path.starts_with("/mock") || !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// What stands for an error that the framework answered in plain text, such as a path that is no UTF-8.
fn unexplained(response: &Response) -> Option<Refusal> {
    let plain =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status().as_u16() {
        status if status < 400 || !plain => None,
        413 => Some(ProblemCode::TooLarge.into()),
        400..=499 => Some(ProblemCode::Malformed.into()),
        _ => Some(ProblemCode::Internal.into()),
    }
}

/// The body of a refused request; headers that are there already (such as `Allow`) stay.
fn problem(refused: &HeaderMap, refusal: &Refusal, request_id: &str) -> Response {
    let status = refusal.status();
    let mut problem = Problem::new(refusal.code, request_id);
    problem.status = status.as_u16();
    problem.fields.clone_from(&refusal.fields);
    let mut response = (status, Json(problem)).into_response();
    for (name, value) in refused {
        if *name != CONTENT_TYPE && *name != axum::http::header::CONTENT_LENGTH {
            response.headers_mut().append(name, value.clone());
        }
    }
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    let waits = matches!(refusal.code, ProblemCode::TooMany | ProblemCode::Unavailable);
    if waits && !refused.contains_key(RETRY_AFTER) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}
