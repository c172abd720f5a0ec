//! The built app: precompressed files, the shell, and what is never served.

use std::path::PathBuf;

use mock_server::state::Options;

use crate::client::{Answer, Server, options, request};
use axum::http::Method;

/// A folder with a built app in small.
struct Dist(PathBuf);

impl Dist {
    fn new() -> Self {
        let dir = std::env::temp_dir().join(format!("yasno-dist-{}", mock_server::secret::token().unwrap()));
        std::fs::create_dir_all(dir.join("texts")).unwrap();
        for (name, body) in [
            ("index.html", "<!doctype html>shell"),
            ("index.html.br", "br shell"),
            ("portal-0a1b2c3d4e5f6071_bg.wasm", "wasm"),
            ("portal-0a1b2c3d4e5f6071_bg.wasm.br", "br"),
            ("portal-0a1b2c3d4e5f6071_bg.wasm.gz", "gz"),
            ("sw.js", "worker"),
            ("texts/bg.json", "{}"),
        ] {
            std::fs::write(dir.join(name), body).unwrap();
        }
        Self(dir)
    }

    fn server(&self) -> Server {
        Server::with(&Options { dist: Some(self.0.clone()), ..options() })
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn get(server: &Server, path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut request = request(Method::GET, path);
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    Answer::of(server.send(request).await).await
}

#[tokio::test]
async fn the_best_encoding_that_the_browser_takes() {
    let dist = Dist::new();
    let server = dist.server();
    let wasm = "/portal-0a1b2c3d4e5f6071_bg.wasm";
    for (accepts, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "br"),
        ("gzip", Some("gzip"), "gz"),
        ("br;q=0, gzip", Some("gzip"), "gz"),
        ("identity", None, "wasm"),
    ] {
        let answer = get(&server, wasm, &[("accept-encoding", accepts)]).await;
        assert_eq!((answer.header("content-encoding"), &*answer.text()), (encoding, body), "{accepts}");
        assert_eq!(answer.header("content-type"), Some("application/wasm"));
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert!(answer.header("content-security-policy").is_some());
    }
}

#[tokio::test]
async fn addresses_of_the_app_get_the_shell_which_is_asked_for_anew_each_time() {
    let dist = Dist::new();
    let server = dist.server();
    for path in ["/", "/documents", "/documents/patient-insulin", "/sign-in?outcome=failed", "/nowhere"] {
        let answer = get(&server, path, &[]).await;
        assert_eq!((answer.status.as_u16(), &*answer.text()), (200, "<!doctype html>shell"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
        let tag = answer.header("etag").unwrap();
        let again = get(&server, path, &[("if-none-match", tag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    }
    assert_eq!(get(&server, "/", &[("accept-encoding", "br")]).await.text(), "br shell");
    assert_eq!(get(&server, "/sw.js", &[]).await.header("cache-control"), Some("no-cache"));
    assert_eq!(get(&server, "/texts/bg.json", &[]).await.text(), "{}");
}

#[tokio::test]
async fn files_that_are_not_there_are_not_the_shell() {
    let dist = Dist::new();
    let server = dist.server();
    for path in [
        "/account-0000000000000000.wasm",
        "/style.css",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/texts/x.json",
    ] {
        get(&server, path, &[]).await.refused(404, "not_found");
    }
    let posted = Answer::of(server.send(request(Method::POST, "/")).await).await;
    posted.refused(405, "method_not_allowed");
    assert_eq!(posted.header("allow"), Some("GET,HEAD"));
}

#[tokio::test]
async fn without_a_built_app_the_server_says_so() {
    let server = Server::start();
    for path in ["/", "/documents", "/x.js"] {
        let answer = get(&server, path, &[]).await;
        assert_eq!(answer.status, 503);
        assert!(answer.text().contains("The app is not built"));
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    }
}
