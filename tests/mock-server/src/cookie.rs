//! The session cookie and what a browser tells of itself.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, USER_AGENT};
use contract::header::SESSION_COOKIE;

/// The session's token, if the request carries one.
#[must_use]
pub fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == SESSION_COOKIE).then_some(value))
}

/// Hands the token to the browser. A real server adds `Secure` and the prefix `__Host-`; the mock speaks plain HTTP.
#[must_use]
pub fn set(token: &str) -> String {
    format!("{SESSION_COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict")
}

/// Takes the token away.
#[must_use]
pub fn clear() -> String {
    format!("{}; Max-Age=0", set(""))
}

/// Browser and system, roughly, as people know them.
#[must_use]
pub fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let first = |names: &[(&str, &'static str)], other: &'static str| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map_or(other, |(_, name)| *name)
    };
    let browser = first(
        &[
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("Firefox/", "Firefox"),
            ("Chrome/", "Chromium"),
            ("Safari/", "Safari"),
        ],
        "?",
    );
    let system = first(
        &[
            ("Android", "Android"),
            ("iPhone", "iOS"),
            ("iPad", "iPadOS"),
            ("Windows", "Windows"),
            ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ],
        "?",
    );
    format!("{browser}, {system}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(axum::http::HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let headers = headers(&[(COOKIE, "a=1; yasno_session=secret; b=2")]);
        assert_eq!(token(&headers), Some("secret"));
        assert_eq!(token(&HeaderMap::new()), None);
    }

    #[test]
    fn devices_are_named_as_people_know_them() {
        let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0 Safari/537.36";
        assert_eq!(device(&headers(&[(USER_AGENT, agent)])), "Chromium, Linux");
        assert_eq!(device(&HeaderMap::new()), "?, ?");
    }
}
