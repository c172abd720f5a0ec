//! The control page: everything on it works without a script.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use contract::path;

use crate::client::{Answer, NOW, Server, request};

async fn submit(server: &Server, action: &str, form: &str) -> Answer {
    let mut request = request(Method::POST, &format!("/mock/forms/{action}"));
    request.headers_mut().insert(CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
    *request.body_mut() = Body::from(form.to_owned());
    Answer::of(server.send(request).await).await
}

#[tokio::test]
async fn the_page_lists_personas_documents_failures_sentinels_and_the_clock() {
    let server = Server::start();
    let page = server.get("/mock").await.text();
    for part in [
        "Sign in as Мария Примерова",
        "Append to patient-asthma",
        "sentinel-drop",
        "stream_changes",
        NOW,
        "lang=\"en\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("<script") && !page.contains("style=") && !page.contains("onclick"));
    let mut ids = std::collections::BTreeSet::new();
    for id in page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.insert(id.to_owned()), "{id} twice");
    }
    for label in page.split("<label for=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(label), "{label}");
    }
}

#[tokio::test]
async fn an_event_a_failure_the_clock_and_a_reset_by_form() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let back = submit(&server, "event", "document=patient-asthma&kind=protocol.approved").await;
    assert_eq!((back.status.as_u16(), back.header("location")), (303, Some("/mock#documents")));
    assert_eq!(patient.get("/api/v1/documents/patient-asthma").await.json()["status"], "approved");
    submit(&server, "failure", "route=get_account&preset=internal&count=").await;
    patient.get(path::ACCOUNT).await.refused(500, "internal");
    assert!(server.get("/mock").await.text().contains("End failure 1"));
    submit(&server, "failure-end", "id=1").await;
    assert_eq!(patient.get(path::ACCOUNT).await.status, 200);
    submit(&server, "clock", "action=idle&now=").await;
    assert_eq!(server.get("/mock/clock").await.json()["now"], "2026-11-22T08:18:00Z");
    submit(&server, "clock", "action=put&now=2026-12-01T00:00:00Z").await;
    assert_eq!(server.get("/mock/clock").await.json()["now"], "2026-12-01T00:00:00Z");
    assert_eq!(submit(&server, "reset", "").await.status, 303);
    assert_eq!(server.get("/mock/clock").await.json()["now"], NOW);
}

#[tokio::test]
async fn a_form_that_makes_no_sense_is_refused() {
    let server = Server::start();
    submit(&server, "clock", "action=put&now=noon").await.refused(400, "malformed");
    submit(&server, "clock", "action=jump").await.refused(400, "malformed");
    submit(&server, "failure", "route=get_account&preset=explode&count=").await.refused(400, "malformed");
    submit(&server, "event", "document=nothing&kind=protocol.approved").await.refused(404, "not_found");
}
