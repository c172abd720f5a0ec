//! One request: headers, time limit, problems.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use contract::header;
use contract::problem::ProblemCode;
use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::ApiError;
use super::error::Told;
use crate::browser;

/// A request without any answer for this long has failed.
const TIME_LIMIT: Duration = Duration::from_secs(30);

thread_local! {
    static CSRF_TOKEN: RefCell<String> = RefCell::default();
}

/// What answers say beside their bodies, for those who keep the session.
pub struct Notices {
    /// When the session ends, in milliseconds of the browser's monotonic clock.
    pub ends_at: ArcRwSignal<Option<f64>>,
    /// Counts answers that said that nobody is signed in.
    pub signed_out: ArcRwSignal<u32>,
}

/// The notices of this page.
pub static NOTICES: LazyLock<Notices> =
    LazyLock::new(|| Notices { ends_at: ArcRwSignal::new(None), signed_out: ArcRwSignal::new(0) });

/// Sets the token that goes with every write.
pub fn set_csrf_token(token: &str) {
    CSRF_TOKEN.with_borrow_mut(|kept| token.clone_into(kept));
}

/// An answer that is no problem.
pub(super) struct Answer {
    /// Its body.
    pub body: String,
    /// Its `ETag`, if any.
    pub etag: Option<String>,
}

impl Answer {
    /// Reads the body.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_str(&self.body).map_err(|_| ApiError::Unreadable)
    }
}

/// A request being made up.
pub(super) struct Ask {
    builder: RequestBuilder,
    body: Option<JsValue>,
    limit: Duration,
}

impl Ask {
    /// A reading request.
    pub fn get(path: &str) -> Self {
        Self { builder: RequestBuilder::new(path), body: None, limit: TIME_LIMIT }
    }

    /// A writing request, with the token against forgery and a key that makes it safe to repeat.
    pub fn write(method: Method, path: &str) -> Self {
        let token = CSRF_TOKEN.with_borrow(Clone::clone);
        let builder = RequestBuilder::new(path)
            .method(method)
            .header(header::CSRF_TOKEN, &token)
            .header(header::IDEMPOTENCY_KEY, &browser::random_id());
        Self { builder, body: None, limit: TIME_LIMIT }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.builder = self.builder.header(name, value);
        self
    }

    /// Adds a JSON body.
    pub fn json<T: serde::Serialize>(mut self, body: &T) -> Result<Self, ApiError> {
        self.body = Some(serde_json::to_string(body).map_err(|_| ApiError::Unreadable)?.into());
        self.builder = self.builder.header("content-type", "application/json");
        Ok(self)
    }

    /// Adds bytes as the body, of this media type, and gives them more time than a request usually has.
    pub fn bytes(mut self, bytes: JsValue, media_type: &str, limit: Duration) -> Self {
        self.body = Some(bytes);
        self.limit = limit;
        self.header("content-type", media_type)
    }

    /// Sends it and waits for the answer, at most the time limit.
    pub async fn send(self) -> Result<Answer, ApiError> {
        let limit = browser::TimeLimit::start(self.limit);
        let builder = self.builder.abort_signal(limit.signal().as_ref());
        let sent = match self.body {
            Some(body) => match builder.body(body) {
                Ok(request) => request.send().await,
                Err(_) => return Err(ApiError::Unreadable),
            },
            None => builder.send().await,
        };
        match sent {
            Ok(response) => answer(response).await,
            Err(_) if limit.over() => Err(ApiError::Timeout),
            Err(_) => Err(ApiError::Offline),
        }
    }
}

/// Reads an answer: notices first, then either its body or the problem it describes.
pub(super) async fn answer(response: Response) -> Result<Answer, ApiError> {
    let headers = response.headers();
    if let Some(seconds) = headers.get(header::SESSION_EXPIRES_IN).and_then(|text| text.parse::<u32>().ok()) {
        NOTICES.ends_at.set(Some(browser::monotonic_ms() + f64::from(seconds) * 1000.0));
    }
    let etag = headers.get("etag");
    let request_id = headers.get(header::REQUEST_ID).unwrap_or_default();
    let wait = headers.get("retry-after").and_then(|seconds| seconds.parse().ok());
    let ok = response.ok();
    let status = response.status();
    let body = response.text().await.map_err(|_| ApiError::Offline)?;
    if ok {
        return Ok(Answer { body, etag });
    }
    let told = serde_json::from_str::<Told>(&body).unwrap_or_else(|_| undescribed(status, request_id));
    let error = ApiError::of(told, body, wait);
    if matches!(error, ApiError::SignedOut) {
        NOTICES.signed_out.update(|count| *count += 1);
    }
    Err(error)
}

/// A failure without a description, as a proxy in between may answer.
fn undescribed(status: u16, request_id: String) -> Told {
    let code = ProblemCode::ALL.iter().copied().find(|code| code.status() == status);
    // A 403 or 401 that the server itself did not describe says nothing about documents or sessions.
    let code = code.filter(|_| status >= 404).unwrap_or(ProblemCode::Unknown);
    Told { code, request_id }
}
