//! `get_session`.

use contract::path;
use contract::session::Session;
use domain::coded::Coded;
use domain::person::Role;

use crate::client::{NOW, Server};

#[tokio::test]
async fn the_session_tells_role_language_expiry_and_persons() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let answer = carer.get(path::SESSION).await;
    let session: Session = answer.read();
    assert_eq!(session.role, Coded::Known(Role::Patient));
    assert_eq!(session.language, None);
    assert_eq!(session.csrf_token, carer.csrf);
    assert_eq!(session.server_now.to_rfc3339(), "2026-11-22T08:00:00+00:00");
    assert_eq!(session.expires.idle.to_rfc3339(), "2026-11-22T08:20:00+00:00");
    assert_eq!(session.expires.absolute.to_rfc3339(), "2026-11-22T20:00:00+00:00");
    let relations: Vec<&str> = session.persons.iter().map(|person| person.relation.code()).collect();
    assert_eq!(relations, ["self", "child", "child", "parent"]);
    assert_eq!(answer.header("x-session-expires-in"), Some("1200"));
    assert!(NOW.starts_with("2026-11-22"));
}

#[tokio::test]
async fn the_nearest_change_of_access_is_told_to_both_sides_and_to_nobody_else() {
    let server = Server::start();
    for (persona, on) in [("carer", Some("2026-12-01")), ("teen", Some("2026-12-01")), ("patient", None)] {
        let session: Session = server.sign_in(persona).await.get(path::SESSION).await.read();
        assert_eq!(session.access_changes_on.map(|day| day.to_string()).as_deref(), on, "{persona}");
    }
    // The mother's mandate ends on 15 February: it is announced 90 days ahead, before the birthday in between is over.
    let mother: Session = server.sign_in("mother").await.get(path::SESSION).await.read();
    assert_eq!(mother.access_changes_on.map(|day| day.to_string()).as_deref(), Some("2027-02-16"));
}

#[tokio::test]
async fn staff_have_their_roles() {
    let server = Server::start();
    for persona in ["editor", "approver"] {
        let session: Session = server.sign_in(persona).await.get(path::SESSION).await.read();
        assert_eq!(session.role.code(), persona);
    }
}

#[tokio::test]
async fn nobody_signed_in_differs_from_a_session_that_is_over() {
    let server = Server::start();
    server.get(path::SESSION).await.refused(401, "signed_out");
    let mut patient = server.sign_in("patient").await;
    server.advance(20 * 60).await;
    patient.get(path::SESSION).await.refused(401, "session_over");
    patient.cookie = "yasno_session=made-up".to_owned();
    patient.get(path::SESSION).await.refused(401, "signed_out");
}

#[tokio::test]
async fn what_a_person_does_keeps_the_session_alive_and_the_background_does_not() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    server.advance(10 * 60).await;
    let polled = patient.get_with(path::DOCUMENTS, &[("x-background", "1")]).await;
    assert_eq!(polled.header("x-session-expires-in"), Some("600"));
    let asked = patient.get(path::DOCUMENTS).await;
    assert_eq!(asked.header("x-session-expires-in"), Some("1200"));
    server.advance(20 * 60 - 1).await;
    assert_eq!(patient.get_with(path::SESSION, &[("x-background", "1")]).await.status, 200);
    server.advance(1).await;
    patient.get(path::SESSION).await.refused(401, "session_over");
}

#[tokio::test]
async fn nothing_a_person_does_moves_the_absolute_end() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for _ in 0..47 {
        server.advance(15 * 60).await;
        assert_eq!(patient.get(path::SESSION).await.status, 200);
    }
    let near = patient.get(path::SESSION).await;
    assert_eq!(near.header("x-session-expires-in"), Some("900"));
    server.advance(15 * 60).await;
    patient.get(path::SESSION).await.refused(401, "session_over");
}
