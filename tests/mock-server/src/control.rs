//! Routes under `/mock`: the control API, its page, and the stand-in identity provider. No part of the contract.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::{delete, get, post};

use crate::handlers::{identity, mock};
use crate::page::{forms, show};
use crate::state::Shared;

/// All of them.
pub fn routes() -> Router<Shared> {
    let css = || async { ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("page/mock.css")) };
    Router::new()
        .route("/mock", get(show::handle))
        .route("/mock/mock.css", get(css))
        .route("/mock/identity", get(identity::page::handle).post(identity::choose::handle))
        .route("/mock/clock", get(mock::clock::get).put(mock::clock::put))
        .route("/mock/documents/{id}/events", post(mock::events::handle))
        .route(
            "/mock/failures",
            get(mock::failures::list).post(mock::failures::add).delete(mock::failures::clear),
        )
        .route("/mock/failures/{id}", delete(mock::failures::remove))
        .route("/mock/asked/{number}", post(mock::asked::handle))
        .route("/mock/outbox", get(mock::outbox::list))
        .route("/mock/occurrences", post(mock::occurrences::handle))
        .route("/mock/deliveries", post(mock::deliveries::handle))
        .route("/mock/stops", post(mock::outbox::stop))
        .route("/mock/reset", post(mock::reset::handle))
        .route("/mock/requests", get(mock::requests::handle))
        .route("/mock/session", post(mock::session::handle))
        .route("/mock/meta", get(mock::meta::handle))
        .route("/mock/forms/event", post(forms::event))
        .route("/mock/forms/failure", post(forms::failure))
        .route("/mock/forms/failure-end", post(forms::failure_end))
        .route("/mock/forms/clock", post(forms::clock))
        .route("/mock/forms/reset", post(forms::reset))
}
