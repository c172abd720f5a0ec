//! `list_sessions`.

use contract::account::ActiveSessions;
use contract::path;

use crate::client::Server;

#[tokio::test]
async fn all_sessions_that_have_not_ended_newest_first() {
    let server = Server::start();
    let old = server.sign_in("patient").await;
    server.advance(60).await;
    let new = server.sign_in("patient").await;
    server.sign_in("carer").await;
    let seen: ActiveSessions = new.get(path::SESSIONS).await.read();
    let currents: Vec<bool> = seen.sessions.iter().map(|session| session.current).collect();
    assert_eq!(currents, [true, false]);
    assert!(seen.sessions[0].began > seen.sessions[1].began);
    let seen: ActiveSessions = old.get(path::SESSIONS).await.read();
    assert!(seen.sessions[1].current);
    assert!(!old.cookie.contains(seen.sessions[1].id.as_str()), "the id is not the secret");
}

#[tokio::test]
async fn an_expired_session_is_not_listed() {
    let server = Server::start();
    server.sign_in("patient").await;
    server.advance(20 * 60).await;
    let seen: ActiveSessions = server.sign_in("patient").await.get(path::SESSIONS).await.read();
    assert_eq!(seen.sessions.len(), 1);
}
