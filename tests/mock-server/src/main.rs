//! Reads the flags, binds the port, serves.

use std::process::ExitCode;

use mock_server::state::{App, StartError};
use mock_server::{app, flags, serve};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// The exit code for bad flags and bad data files.
const BAD_INPUT: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        println!("{}", flags::USAGE);
        return ExitCode::SUCCESS;
    }
    let flags = match flags::read(arguments) {
        Ok(flags) => flags,
        Err(why) => {
            eprintln!("{why}\n\n{}", flags::USAGE);
            return ExitCode::from(BAD_INPUT);
        }
    };
    let state = match App::start(&flags.options) {
        Ok(state) => state,
        Err(error) => {
            eprintln!("{error}");
            return if matches!(error, StartError::Seed(_)) {
                ExitCode::from(BAD_INPUT)
            } else {
                ExitCode::FAILURE
            };
        }
    };
    let bound = match TcpListener::bind(("127.0.0.1", flags.port)).await {
        Ok(listener) => listener.local_addr().map(|address| (listener, address.port())),
        Err(error) => Err(error),
    };
    match bound {
        Ok((listener, port)) => {
            println!("http://127.0.0.1:{port}");
            serve::serve(listener, app(state.clone()), state, stop()).await;
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("port {}: {error}", flags.port);
            ExitCode::FAILURE
        }
    }
}

/// Ends when the server is asked to stop.
async fn stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
