//! `begin_sign_in`, and the stand-in for the identity provider.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use contract::path;

use crate::client::{Answer, Server, request};

/// Sends the form of the identity provider's page.
pub async fn choose(server: &Server, form: &str) -> Answer {
    let mut request = request(Method::POST, "/mock/identity");
    request.headers_mut().insert(CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
    *request.body_mut() = Body::from(form.to_owned());
    Answer::of(server.send(request).await).await
}

#[tokio::test]
async fn the_browser_goes_to_the_identity_provider_and_comes_back_signed_in() {
    let server = Server::start();
    let begun = server.get(&format!("{}?return_to=/documents/d-1%3Fa=b&lang=kk", path::SIGN_IN)).await;
    assert_eq!(begun.status, 303);
    assert_eq!(begun.header("location"), Some("/mock/identity?return_to=/documents/d-1%3Fa%3Db&lang=kk"));
    let page = server.get(begun.header("location").unwrap()).await;
    assert!(page.text().contains("<html lang=\"kk\">"));
    assert!(page.text().contains("value=\"/documents/d-1?a=b\""));
    let back = choose(&server, "persona=patient&return_to=/documents/d-1%3Fa=b").await;
    assert_eq!((back.status.as_u16(), back.header("location")), (303, Some("/documents/d-1?a=b")));
    let cookie = back.header("set-cookie").unwrap();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let mut own = server.sign_in("empty").await;
    own.cookie = back.cookie().unwrap();
    assert_eq!(own.get(path::SESSION).await.json()["persons"][0]["id"], "p-patient");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let server = Server::start();
    for evil in ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)"] {
        let begun = server.get(&format!("{}?return_to={evil}", path::SIGN_IN)).await;
        assert_eq!(begun.header("location"), Some("/mock/identity?return_to=/&lang="), "{evil}");
        let back = choose(&server, &format!("persona=patient&return_to={evil}")).await;
        assert_eq!(back.header("location"), Some("/"), "{evil}");
    }
}

#[tokio::test]
async fn cancelled_and_failed_come_back_with_the_outcome_and_without_a_session() {
    let server = Server::start();
    for (form, to) in [
        ("outcome=cancelled&return_to=/account", "/sign-in?outcome=cancelled&return_to=/account"),
        ("outcome=failed&persona=patient&return_to=/", "/sign-in?outcome=failed&return_to=/"),
    ] {
        let back = choose(&server, form).await;
        assert_eq!((back.status.as_u16(), back.header("location")), (303, Some(to)));
        assert_eq!(back.cookie(), None);
    }
}

#[tokio::test]
async fn a_persona_that_is_not_there_and_an_unknown_query_are_malformed() {
    let server = Server::start();
    choose(&server, "persona=nobody").await.refused(400, "malformed");
    choose(&server, "outcome=perhaps").await.refused(400, "malformed");
    server.get(&format!("{}?go=1", path::SIGN_IN)).await.refused(400, "malformed");
}

#[tokio::test]
async fn the_page_offers_every_persona_in_four_languages() {
    let server = Server::start();
    let mut titles = std::collections::BTreeSet::new();
    for lang in ["bg", "en", "ru", "kk"] {
        let text = server.get(&format!("/mock/identity?lang={lang}")).await.text();
        assert!(text.contains(&format!("<html lang=\"{lang}\">")));
        for key in ["patient", "carer", "kazakhstan", "altai", "editor", "approver", "empty", "many"] {
            assert!(text.contains(&format!("name=\"persona\" value=\"{key}\"")), "{lang} {key}");
        }
        titles.insert(text.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap().to_owned());
    }
    assert_eq!(titles.len(), 4);
    let quoted = server.get("/mock/identity?return_to=/%22%3E%3Cscript%3E&lang=%3Cb%3E").await.text();
    assert!(!quoted.contains("<script>") && quoted.contains("<html lang=\"bg\">"));
}

#[tokio::test]
async fn signing_in_anew_ends_the_session_that_the_browser_had() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let mut again = patient.request(
        Method::POST,
        "/mock/identity",
        &[("content-type", "application/x-www-form-urlencoded")],
    );
    *again.body_mut() = Body::from("persona=carer");
    assert_eq!(server.send(again).await.status(), 303);
    patient.get(path::SESSION).await.refused(401, "session_over");
}
