//! Accepting connections. Written out, because a failure on demand has to end a connection without an answer.

use std::convert::Infallible;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;

use crate::middleware::answer::Dropped;
use crate::state::{Shared, Signal};

/// How long answers under way may take once the server has been asked to stop.
const GRACE: Duration = Duration::from_secs(2);

/// Serves until `stop`, then lets answers under way come to their end; streams end at once.
pub async fn serve(listener: TcpListener, app: Router, state: Shared, stop: impl Future<Output = ()>) {
    let mut connections = JoinSet::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, app.clone(), state.clone()));
                }
                Err(error) => eprintln!("accept: {error}"),
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    state.failures.clear();
    state.signal(Signal::Stopping);
    let ended = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, ended).await.is_err() {
        eprintln!("some connections did not end in time");
    }
}

async fn connection(stream: TcpStream, app: Router, state: Shared) {
    // Answers are small and people wait for them; without the option they only come later.
    let _ = stream.set_nodelay(true);
    let mut signals = state.listen();
    let asked = AtomicBool::new(false);
    let service = service_fn(|request: Request<Incoming>| {
        asked.store(true, Ordering::Relaxed);
        answer(app.clone(), state.clone(), request)
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    loop {
        tokio::select! {
            // A connection ended on purpose is an error to hyper, and none to anybody else.
            _ = connection.as_mut() => break,
            signal = signals.recv() => match signal {
                // On a connection that has answered nothing yet the first request is under way, and no browser sends that again by itself.
                Ok(Signal::CloseResting) if !asked.load(Ordering::Relaxed) => {}
                Ok(Signal::CloseResting | Signal::Stopping) => connection.as_mut().graceful_shutdown(),
                Ok(Signal::Changed) | Err(RecvError::Lagged(_) | RecvError::Closed) => {}
            }
        }
    }
}

/// Answers a request, or ends its connection with an error.
async fn answer(
    app: Router,
    state: Shared,
    request: Request<Incoming>,
) -> Result<Response<Body>, std::io::Error> {
    let answered: Result<_, Infallible> = TowerToHyperService::new(app).call(request).await;
    let Ok(mut response) = answered;
    if response.extensions().get::<Dropped>().is_some() {
        return Err(std::io::ErrorKind::ConnectionAborted.into());
    }
    if state.failures.drops() {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}
