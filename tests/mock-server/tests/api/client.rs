//! A client without a browser: requests go straight to the router.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use chrono::DateTime;
use contract::header::{CSRF_TOKEN, IDEMPOTENCY_KEY, REQUEST_ID};
use mock_server::state::{App, Options, Shared};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// Where the clock stands in tests.
pub const NOW: &str = "2026-11-22T08:00:00Z";

pub fn options() -> Options {
    let now = DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    Options { now: Some(now), many: Some(30), ..Options::default() }
}

/// A server with few documents, its clock standing.
pub struct Server {
    pub state: Shared,
    pub router: Router,
}

impl Server {
    pub fn start() -> Self {
        Self::with(&options())
    }

    pub fn with(options: &Options) -> Self {
        let state = App::start(options).unwrap_or_else(|error| panic!("{error}"));
        Self { router: mock_server::app(state.clone()), state }
    }

    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// A request by somebody who is not signed in.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.send(request(Method::GET, path)).await).await
    }

    pub async fn control(&self, method: Method, path: &str, body: Value) -> Answer {
        let mut request = request(method, path);
        request.headers_mut().insert(CONTENT_TYPE, "application/json".parse().unwrap());
        *request.body_mut() = Body::from(body.to_string());
        Answer::of(self.send(request).await).await
    }

    pub async fn advance(&self, seconds: i64) {
        let body = json!({ "advance_seconds": seconds });
        assert_eq!(self.control(Method::PUT, "/mock/clock", body).await.status, 200);
    }

    pub async fn event(&self, document: &str, kind: &str) -> Answer {
        let path = format!("/mock/documents/{document}/events");
        let answer = self.control(Method::POST, &path, json!({ "kind": kind })).await;
        assert_eq!(answer.status, 201);
        answer
    }

    /// Signs a persona in on a device of its own.
    pub async fn sign_in(&self, persona: &str) -> Client<'_> {
        let answer = self.control(Method::POST, "/mock/session", json!({ "persona": persona })).await;
        assert_eq!(answer.status, 200, "{persona}");
        let cookie = answer.cookie().unwrap();
        let csrf = answer.json()["csrf_token"].as_str().unwrap().to_owned();
        Client { server: self, cookie, csrf }
    }
}

pub fn request(method: Method, path: &str) -> Request<Body> {
    Request::builder().method(method).uri(path).body(Body::empty()).unwrap()
}

/// Somebody who is signed in.
pub struct Client<'a> {
    pub server: &'a Server,
    pub cookie: String,
    pub csrf: String,
}

impl Client<'_> {
    pub fn request(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
        let mut request = request(method, path);
        request.headers_mut().insert(COOKIE, self.cookie.parse().unwrap());
        for (name, value) in headers {
            let name: axum::http::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        request
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        Answer::of(self.server.send(self.request(Method::GET, path, headers)).await).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        let mut request = self.request(Method::POST, path, &[("content-type", "application/json")]);
        *request.body_mut() = Body::from(body.to_string());
        Answer::of(self.server.send(request).await).await
    }

    /// A write with everything that a write needs; a key of its own unless one is given.
    pub async fn write(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let key = mock_server::secret::token().unwrap();
        let mut all = vec![(CSRF_TOKEN, self.csrf.as_str()), (IDEMPOTENCY_KEY, key.as_str())];
        all.extend_from_slice(headers);
        let mut request = self.request(method, path, &all);
        if let Some(body) = body {
            request.headers_mut().insert(CONTENT_TYPE, "application/json".parse().unwrap());
            *request.body_mut() = Body::from(body.to_string());
        }
        Answer::of(self.server.send(request).await).await
    }
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { status: parts.status, headers: parts.headers, body }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn read<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn cookie(&self) -> Option<String> {
        self.header(SET_COOKIE.as_str()).map(|cookie| cookie.split(';').next().unwrap().to_owned())
    }

    /// Asserts a problem with this status and code, and everything that a problem must have.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status.as_u16(), self.json()["code"].as_str()),
            (status, Some(code)),
            "{}",
            self.text()
        );
        let problem: contract::problem::Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        assert_eq!(problem.status, status);
        assert_eq!(Some(problem.request_id.as_str()), self.header(REQUEST_ID));
        assert_eq!(self.header("cache-control"), Some("no-store"));
    }
}
