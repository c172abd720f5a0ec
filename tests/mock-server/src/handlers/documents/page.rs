//! `GET /api/v1/documents/pages`: the documents in pages.

use axum::extract::State;
use axum::{Extension, Json};
use contract::document::{DocumentPage, PageQuery};
use domain::access::Deed;
use domain::coded::Coded;

use domain::search::fold;

use crate::cursor::{self, Place};
use crate::extract::Asked;
use crate::refusal::Refusal;
use crate::secret::fingerprint;
use crate::state::Shared;
use crate::store::access::log;
use crate::store::document::{self, Filter};
use crate::store::session::Session;

/// Answers with one page.
///
/// # Errors
/// `malformed` for a limit out of range or a cursor that was not given for this query.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Asked(query): Asked<PageQuery>,
) -> Result<Json<DocumentPage>, Refusal> {
    find(&app, &session, &query, "", Deed::LookedAtList).map(Json)
}

/// One page of the documents in which every word of the text occurs.
///
/// # Errors
/// As above.
pub fn find(
    app: &Shared,
    session: &Session,
    query: &PageQuery,
    text: &str,
    deed: Deed,
) -> Result<DocumentPage, Refusal> {
    let limit = cursor::limit(query.limit)?;
    let filter = Filter {
        person: query.person.as_ref().map(|person| person.as_str().to_owned()),
        kind: query.kind.as_ref().map(|kind| kind.code().to_owned()),
        group: query.group.as_ref().map(|group| Coded::code(group).to_owned()),
        words: fold(text).split_whitespace().map(str::to_owned).collect(),
    };
    // The cursor is bound to the account and the filter, not to the limit, which may change from page to page.
    let asked = fingerprint(&[session.account.as_bytes(), format!("{filter:?}").as_bytes()]);
    let after = query.cursor.as_deref().map(|cursor| Place::read(cursor, &asked)).transpose()?;
    let now = app.clock.now();
    let (documents, last) = app.store.atomically(|db| {
        log::note_all(db, session, now, deed, query.person.as_ref())?;
        document::page(db, &session.account, &filter, after.as_ref(), limit)
    })?;
    Ok(DocumentPage { documents, next_cursor: last.map(|place| place.cursor(&asked)) })
}
