//! A server of the contract for demonstrations and tests.
//!
//! It keeps to the contract in everything that a client can see, and adds what a real server must not have: personas
//! to choose from, a clock that can be put, failures on demand (all under `/mock`). It serves the built app on the
//! same port.

pub mod catalogue;
pub mod clock;
mod control;
pub mod cookie;
pub mod cursor;
pub mod etag;
pub mod extract;
pub mod failure;
pub mod files;
pub mod flags;
pub mod handlers;
pub mod log;
pub mod middleware;
pub mod operation;
pub mod page;
pub mod refusal;
pub mod secret;
pub mod seed;
pub mod sentinel;
pub mod serve;
pub mod sign_in;
pub mod state;
pub mod store;
pub mod url;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use contract::problem::ProblemCode;
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::middleware::signed_in::Guard;
use crate::middleware::{answer, failing, signed_in};
use crate::operation::Access;
use crate::refusal::Refusal;
use crate::state::Shared;

/// The whole server.
pub fn app(state: Shared) -> Router {
    Router::new()
        .merge(api(&state))
        .merge(control::routes())
        .fallback(files::handle)
        .method_not_allowed_fallback(|| async { Refusal::from(ProblemCode::MethodNotAllowed) })
        .layer(DefaultBodyLimit::max(extract::BODY_LIMIT))
        .layer(from_fn_with_state(state.clone(), failing::perhaps))
        .layer(from_fn_with_state(state.clone(), answer::finish))
        .with_state(state)
}

/// The operations of the contract, each behind its guard.
fn api(state: &Shared) -> Router<Shared> {
    let mut router = Router::new();
    for operation in &operation::ALL {
        let mut route = (operation.route)();
        if operation.access != Access::Public {
            let guard = Guard { app: state.clone(), operation };
            route = route.route_layer(from_fn_with_state(guard, signed_in::guard));
        }
        if operation.access == Access::Part {
            // The guard has read and measured the part by then.
            route = route.route_layer(DefaultBodyLimit::disable());
        }
        router = router.route(operation.path, route);
    }
    // Fast rather than small: the way is short. Streams are left alone: a compressor would hold events back.
    router.layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
}
