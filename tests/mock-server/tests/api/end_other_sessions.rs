//! `end_other_sessions`.

use axum::http::Method;
use contract::account::EndedSessions;
use contract::path;

use crate::client::Server;

#[tokio::test]
async fn all_others_of_the_account_end_and_nobody_elses() {
    let server = Server::start();
    let (one, two, own) =
        (server.sign_in("patient").await, server.sign_in("patient").await, server.sign_in("patient").await);
    let carer = server.sign_in("carer").await;
    let ended: EndedSessions = own.write(Method::DELETE, path::SESSIONS, &[], None).await.read();
    assert_eq!(ended.ended, 2);
    one.get(path::SESSION).await.refused(401, "session_over");
    two.get(path::SESSION).await.refused(401, "session_over");
    assert_eq!(own.get(path::SESSION).await.status, 200);
    assert_eq!(carer.get(path::SESSION).await.status, 200);
    let again: EndedSessions = own.write(Method::DELETE, path::SESSIONS, &[], None).await.read();
    assert_eq!(again.ended, 0);
}
