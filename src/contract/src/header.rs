//! Header names of the contract.

/// Carries the session's token on every write, against forged requests from other sites.
pub const CSRF_TOKEN: &str = "x-csrf-token";
/// Makes a write safe to repeat: the same key never acts twice (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// On every answer: the id under which the server logged the request; people can quote it.
pub const REQUEST_ID: &str = "x-request-id";
/// On every answer to a signed-in request: whole seconds until the session ends if nothing is done.
pub const SESSION_EXPIRES_IN: &str = "x-session-expires-in";
/// Marks a request that no person caused (polling): it does not keep the session alive. It hides nothing from the log of
/// access. Value: `1`.
pub const BACKGROUND: &str = "x-background";
/// With a part of a file: how many bytes come before it. With answers about a file: how many bytes the server has
/// (draft-ietf-httpbis-resumable-upload).
pub const UPLOAD_OFFSET: &str = "upload-offset";
/// The name of the session cookie.
pub const SESSION_COOKIE: &str = "yasno_session";
