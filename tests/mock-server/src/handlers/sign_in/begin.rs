//! `GET /api/v1/sign-in`: sends the browser to the identity provider.

use axum::response::Redirect;
use serde::Deserialize;

use crate::extract::Asked;
use crate::url;

/// Where to come back to, and in which language to ask.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// A path of the app.
    pub return_to: Option<String>,
    /// A language of the portal.
    pub lang: Option<String>,
}

/// Redirects to the stand-in for the identity provider, which is on the same server here.
pub async fn handle(Asked(begin): Asked<Begin>) -> Redirect {
    let return_to = url::local(begin.return_to.as_deref());
    let lang = begin.lang.unwrap_or_default();
    Redirect::to(&format!("/mock/identity?return_to={}&lang={}", url::encode(return_to), url::encode(&lang)))
}
