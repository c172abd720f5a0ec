//! `extend_session`.

use axum::http::Method;
use contract::path;
use contract::session::SessionExpiry;

use crate::client::Server;

#[tokio::test]
async fn staying_moves_the_idle_end_and_not_the_absolute_one() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.advance(19 * 60).await;
    let answer = patient.write(Method::POST, path::SESSION_EXTENSION, &[], None).await;
    let expiry: SessionExpiry = answer.read();
    assert_eq!(expiry.idle.to_rfc3339(), "2026-11-22T08:39:00+00:00");
    assert_eq!(expiry.absolute.to_rfc3339(), "2026-11-22T20:00:00+00:00");
    assert_eq!(answer.header("x-session-expires-in"), Some("1200"));
}

#[tokio::test]
async fn a_session_that_is_over_cannot_be_extended() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.advance(20 * 60).await;
    patient.write(Method::POST, path::SESSION_EXTENSION, &[], None).await.refused(401, "session_over");
}
