//! `sign_out`.

use axum::http::Method;
use contract::path;

use crate::client::Server;

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server_and_takes_the_cookie_away() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.write(Method::DELETE, path::SESSION, &[], None).await;
    assert_eq!(answer.status, 204);
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("yasno_session=;") && cookie.contains("Max-Age=0"), "{cookie}");
    assert_eq!(answer.header("x-session-expires-in"), None);
    assert_eq!(answer.header("clear-site-data"), None);
    patient.get(path::SESSION).await.refused(401, "session_over");
}

#[tokio::test]
async fn other_sessions_of_the_account_stay() {
    let server = Server::start();
    let (phone, laptop) = (server.sign_in("patient").await, server.sign_in("patient").await);
    phone.write(Method::DELETE, path::SESSION, &[], None).await;
    assert_eq!(laptop.get(path::SESSION).await.status, 200);
}

#[tokio::test]
async fn nobody_can_be_signed_out_from_another_site() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let forged = patient.request(Method::DELETE, path::SESSION, &[("idempotency-key", "k")]);
    crate::client::Answer::of(server.send(forged).await).await.refused(403, "csrf_failed");
    assert_eq!(patient.get(path::SESSION).await.status, 200);
}
