//! `stream_changes`.

use axum::body::Body;
use axum::http::{Method, Response};
use contract::change::Change;
use contract::document::DocumentIndex;
use contract::path;
use http_body_util::BodyExt as _;
use mock_server::state::{Options, Signal};
use serde_json::json;

use crate::client::{Client, Server, options};

/// An open stream, read event by event.
pub struct Stream {
    response: Response<Body>,
    text: String,
}

impl Stream {
    pub async fn open(client: &Client<'_>, query: &str, headers: &[(&str, &str)]) -> Self {
        let path = format!("{}{query}", path::CHANGE_STREAM);
        let response = client.server.send(client.request(Method::GET, &path, headers)).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert!(!response.headers().contains_key("content-encoding"));
        Self { response, text: String::new() }
    }

    /// The next event that is no comment; `None` at the end of the stream.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let event = Event::of(block);
                let rest = rest.to_owned();
                self.text = rest;
                if event.kind.is_some() {
                    return Some(event);
                }
            }
            let frame = self.response.body_mut().frame().await?.unwrap();
            self.text += std::str::from_utf8(&frame.into_data().unwrap()).unwrap();
        }
    }

    async fn change(&mut self) -> Change {
        let event = self.next().await.unwrap();
        assert_eq!(event.kind.as_deref(), Some("change"));
        let change: Change = serde_json::from_str(&event.data).unwrap();
        assert_eq!(event.id, Some(change.event.sequence.to_string()));
        change
    }

    async fn ends_with_session_over(&mut self) {
        assert_eq!(self.next().await.unwrap().kind.as_deref(), Some("session_over"));
        assert!(self.next().await.is_none());
    }
}

#[derive(Debug)]
pub struct Event {
    pub kind: Option<String>,
    pub id: Option<String>,
    pub data: String,
}

impl Event {
    fn of(block: &str) -> Self {
        let field = |name: &str| {
            let mut lines = block.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            lines.next().map(str::to_owned)
        };
        Self { kind: field("event"), id: field("id"), data: field("data").unwrap_or_default() }
    }
}

#[tokio::test]
async fn a_change_comes_as_it_happens_and_only_ones_own() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut stream = Stream::open(&patient, "", &[]).await;
    server.event("ani-asthma", "protocol.expired").await;
    let posted = server.event("patient-asthma", "protocol.approved").await;
    let change = stream.change().await;
    assert_eq!(change.document.id.as_str(), "patient-asthma");
    assert_eq!(serde_json::to_value(change).unwrap(), posted.json());
}

#[tokio::test]
async fn what_was_missed_is_caught_up_by_number_and_by_last_event_id() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let index: DocumentIndex = patient.get(path::DOCUMENTS).await.read();
    let first =
        server.event("patient-asthma", "protocol.docs_received").await.json()["event"]["sequence"].clone();
    server.event("patient-asthma", "protocol.approved").await;
    let mut all = Stream::open(&patient, &format!("?after={}", index.sequence), &[]).await;
    assert_eq!(all.change().await.event.kind.code(), "protocol.docs_received");
    assert_eq!(all.change().await.event.kind.code(), "protocol.approved");
    // The header wins: it is what a browser sends that reconnects with its first address.
    let last = [("last-event-id", &*first.to_string())];
    let mut rest = Stream::open(&patient, &format!("?after={}", index.sequence), &last).await;
    assert_eq!(rest.change().await.event.kind.code(), "protocol.approved");
    // Then the live ones follow.
    server.event("patient-asthma", "protocol.terminated").await;
    assert_eq!(all.change().await.event.kind.code(), "protocol.terminated");
    assert_eq!(rest.change().await.event.kind.code(), "protocol.terminated");
}

#[tokio::test]
async fn who_missed_too_much_is_told_to_begin_anew() {
    let server = Server::with(&Options { many: Some(600), ..options() });
    let many = server.sign_in("many").await;
    let index: DocumentIndex = many.get(path::DOCUMENTS).await.read();
    let mut stream = Stream::open(&many, "?after=0", &[]).await;
    let reset = stream.next().await.unwrap();
    assert_eq!(reset.kind.as_deref(), Some("reset"));
    assert_eq!((reset.id, reset.data), (Some(index.sequence.to_string()), index.sequence.to_string()));
    server.event("many-00001", "protocol.approved").await;
    assert_eq!(stream.change().await.document.id.as_str(), "many-00001");
}

#[tokio::test]
async fn the_stream_ends_when_the_session_expires_and_does_not_extend_it() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.advance(10 * 60).await;
    let mut stream = Stream::open(&patient, "", &[]).await;
    assert_eq!(stream.response.headers()["x-session-expires-in"], "600");
    server.advance(10 * 60).await;
    stream.ends_with_session_over().await;
}

#[tokio::test]
async fn the_stream_ends_with_sign_out_here_or_elsewhere_and_with_a_reset() {
    let server = Server::start();
    let (phone, laptop) = (server.sign_in("patient").await, server.sign_in("patient").await);
    let mut on_phone = Stream::open(&phone, "", &[]).await;
    let mut on_laptop = Stream::open(&laptop, "", &[]).await;
    laptop.write(Method::DELETE, path::SESSIONS, &[], None).await;
    on_phone.ends_with_session_over().await;
    laptop.write(Method::DELETE, path::SESSION, &[], None).await;
    on_laptop.ends_with_session_over().await;
    let carer = server.sign_in("carer").await;
    let mut stream = Stream::open(&carer, "", &[]).await;
    server.control(Method::POST, "/mock/reset", json!({})).await;
    stream.ends_with_session_over().await;
}

#[tokio::test]
async fn with_a_running_clock_the_stream_ends_by_itself() {
    let server = Server::with(&Options { now: None, ..options() });
    let patient = server.sign_in("patient").await;
    server.advance(20 * 60 - 1).await;
    let mut stream = Stream::open(&patient, "", &[]).await;
    stream.ends_with_session_over().await;
}

#[tokio::test]
async fn streams_end_quietly_when_the_server_stops() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut stream = Stream::open(&patient, "", &[]).await;
    server.state.signal(Signal::Stopping);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn what_is_no_number_is_malformed_and_nobody_else_may_listen() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    patient.get(&format!("{}?after=x", path::CHANGE_STREAM)).await.refused(400, "malformed");
    patient.get_with(path::CHANGE_STREAM, &[("last-event-id", "x")]).await.refused(400, "malformed");
    server.get(path::CHANGE_STREAM).await.refused(401, "signed_out");
}
