//! Requests that fail because somebody asked for it, on the control page or by a sentinel.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::problem::ProblemCode;
use futures_util::stream;

use crate::failure::{Hit, Kind, Rule};
use crate::middleware::answer::Dropped;
use crate::refusal::Refusal;
use crate::sentinel;
use crate::state::Shared;
use crate::{cookie, operation};

/// The largest answer that is cut in two.
const LARGEST: usize = 64 * 1024 * 1024;

/// Lets a request fail if it meets a failure.
pub async fn perhaps(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let operation = operation::of(request.method(), path).map(|operation| operation.name);
    let signed_in = cookie::token(request.headers()).is_some();
    let hit = app.failures.hit(operation, path);
    let rule = match (hit, sentinel::of(path)) {
        (Some(Hit { rule, mut released }), _) => {
            if rule.kind == Kind::Hold {
                // Ends with an error when the failure is deleted, which is what is waited for.
                while released.changed().await.is_ok() {}
            }
            Some(rule)
        }
        (None, Some(rule)) if signed_in => Some(rule),
        _ => None,
    };
    match rule {
        None => next.run(request).await,
        Some(rule) => fail(&rule, request, next).await,
    }
}

async fn fail(rule: &Rule, request: Request, next: Next) -> Response {
    match rule.kind {
        Kind::Hold => next.run(request).await,
        Kind::Delay => {
            tokio::time::sleep(Duration::from_millis(rule.delay_ms.unwrap_or(3000))).await;
            next.run(request).await
        }
        Kind::Status => {
            // Of a large body that nobody takes, the connection may end before the answer is read.
            drop(to_bytes(request.into_body(), LARGEST).await);
            refusal(rule).into_response()
        }
        Kind::Drop => dropped(),
        Kind::Half => {
            // What the server makes of it nobody hears.
            drop(next.run(half(request).await).await);
            dropped()
        }
        Kind::Cut => cut(next.run(request).await).await,
        Kind::Garbage => ([(CONTENT_TYPE, "application/json")], "{\"documents\": [{").into_response(),
    }
}

fn dropped() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Dropped);
    response
}

/// The request with half of its body, after which its connection breaks.
async fn half(request: Request) -> Request {
    let (parts, body) = request.into_parts();
    let whole = to_bytes(body, LARGEST).await.unwrap_or_default();
    let half = whole.slice(..whole.len() / 2);
    let broken = Err(std::io::ErrorKind::ConnectionAborted.into());
    Request::from_parts(parts, Body::from_stream(stream::iter([Ok::<Bytes, std::io::Error>(half), broken])))
}

/// The problem that was asked for: by code, by status, or both.
fn refusal(rule: &Rule) -> Refusal {
    let by_status = || {
        let fits = |code: &&ProblemCode| Some(code.status()) == rule.status;
        ProblemCode::ALL.iter().find(fits).copied().unwrap_or(ProblemCode::Internal)
    };
    let mut refusal = Refusal::from(rule.code.unwrap_or_else(by_status));
    refusal.status = rule.status;
    refusal
}

/// Sends half of the body and ends the connection.
async fn cut(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, LARGEST).await else {
        return Refusal::from(ProblemCode::Internal).into_response();
    };
    parts.headers.insert(CONTENT_LENGTH, whole.len().into());
    let half = whole.slice(..whole.len() / 2);
    // What is ready is sent when the body has to be waited for: without that nothing of the first half would leave. A timer would not
    // do, for on a busy machine it can be over before anybody waits for it.
    let body = stream::unfold(0, move |part| {
        let half = half.clone();
        async move {
            match part {
                0 => Some((Ok::<Bytes, std::io::Error>(half), 1)),
                1 => {
                    tokio::task::yield_now().await;
                    Some((Err(std::io::ErrorKind::ConnectionAborted.into()), 2))
                }
                _ => None,
            }
        }
    });
    Response::from_parts(parts, Body::from_stream(body))
}
