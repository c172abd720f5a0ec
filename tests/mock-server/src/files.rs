//! The built app: files, precompressed where the build left compressed siblings.

use std::path::{Component, Path, PathBuf};

use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{Html, IntoResponse as _, Response};
use contract::problem::ProblemCode;

use crate::page::{MISSING_APP, layout};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::{etag, url};

/// Encodings, best first, with the ending of the compressed sibling.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Answers everything that is no operation: a file, the app's shell for its own addresses, or a problem.
pub async fn handle(State(app): State<Shared>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    let served =
        |area: &str| path.strip_prefix(area).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if served("/api") || served("/mock") {
        return Refusal::from(ProblemCode::NotFound).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        let mut response = Refusal::from(ProblemCode::MethodNotAllowed).into_response();
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET,HEAD"));
        return response;
    }
    let Some(dist) = app.dist.as_deref() else { return missing_app() };
    let Some(file) = inside(path) else { return Refusal::from(ProblemCode::NotFound).into_response() };
    if let Some(response) = file_answer(dist, &file, &headers).await {
        return response;
    }
    if file.extension().is_some() {
        return Refusal::from(ProblemCode::NotFound).into_response();
    }
    file_answer(dist, Path::new("index.html"), &headers).await.unwrap_or_else(missing_app)
}

/// The path below the folder, if it stays below it.
fn inside(path: &str) -> Option<PathBuf> {
    let decoded = url::decode(path)?;
    let file = PathBuf::from(decoded.trim_start_matches('/'));
    let plain = file.components().all(|part| matches!(part, Component::Normal(_)));
    (plain && !decoded.contains(['\0', '\\'])).then_some(file)
}

async fn file_answer(dist: &Path, file: &Path, request: &HeaderMap) -> Option<Response> {
    let plain = dist.join(file);
    if !tokio::fs::metadata(&plain).await.is_ok_and(|meta| meta.is_file()) {
        return None;
    }
    let (encoding, body) = best(&plain, request).await?;
    let mut response = if hashed(file) {
        let mut response = body.into_response();
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(CACHE_CONTROL, forever);
        response
    } else {
        let tag = etag::of(&body);
        let mut response = if etag::listed(request, &IF_NONE_MATCH, &tag) == Some(true) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            body.into_response()
        };
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        response.headers_mut().insert(ETAG, HeaderValue::try_from(tag).ok()?);
        response
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(file)));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
}

/// The best form of the file that the browser takes.
async fn best(plain: &Path, request: &HeaderMap) -> Option<(Option<&'static str>, Vec<u8>)> {
    for (encoding, ending) in ENCODINGS {
        if accepts(request, encoding) {
            let mut sibling = plain.as_os_str().to_owned();
            sibling.push(ending);
            if let Ok(body) = tokio::fs::read(&sibling).await {
                return Some((Some(encoding), body));
            }
        }
    }
    Some((None, tokio::fs::read(plain).await.ok()?))
}

fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    let values = request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|list| list.split(',')).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        parts.next() == Some(encoding) && parts.all(|part| part != "q=0")
    })
}

/// Whether the name carries a hash of the content: a part of at least eight hexadecimal digits after a hyphen.
fn hashed(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
    name.split(['-', '.', '_'])
        .skip(1)
        .any(|part| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "yaml" | "yml" => "application/yaml",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn missing_app() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, Html(layout("en", "The app is not built", MISSING_APP))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_folder() {
        for bad in ["/../secret", "/a/../../secret", "/%2e%2e/secret", "/a%00", "/..%5csecret", "//etc/../x"]
        {
            assert_eq!(inside(bad), None, "{bad}");
        }
        assert_eq!(inside("/a/b.js"), Some(PathBuf::from("a/b.js")));
        assert_eq!(inside("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
    }

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        for (name, answer) in [
            ("portal-0a1b2c3d4e5f6071_bg.wasm", true),
            ("account-0a1b2c3d4e5f6071.wasm", true),
            ("index.html", false),
            ("app-icon.svg", false),
            ("boot.js", false),
            ("0a1b2c3d4e5f.js", false),
        ] {
            assert_eq!(hashed(Path::new(name)), answer, "{name}");
        }
    }

    #[test]
    fn an_encoding_can_be_refused() {
        let headers = |text: &str| HeaderMap::from_iter([(ACCEPT_ENCODING, text.parse().unwrap())]);
        assert!(accepts(&headers("gzip, deflate, br, zstd"), "br"));
        assert!(accepts(&headers("gzip;q=1.0, br;q=0.5"), "br"));
        assert!(!accepts(&headers("gzip, br;q=0"), "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }
}
