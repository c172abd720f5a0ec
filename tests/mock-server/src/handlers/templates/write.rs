//! `PUT /api/v1/templates/{subject}/{channel}/{language}/versions/{number}`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::problem::FieldProblem;
use contract::template::VersionEdit;
use domain::notification::template::draft::{NOTE_LIMIT, TEXT_LIMIT, TITLE_LIMIT};
use domain::notification::template::version::Case;
use domain::notification::template::{Deed, VersionState, may_open, step};

use crate::extract::Body;
use crate::handlers::templates::{cell, keep, place, refusal, typed, unchanged, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template;
use crate::store::template::wire::Names;
use crate::store::template::{KeptDeed, life};

/// Writes a draft, or goes on with a rejected version, and answers with it. The text is kept as it was typed, whatever it is.
///
/// # Errors
/// `not_allowed`, `precondition_missing`, `changed`, `role_missing`, `version_state`, `version_open`, or `invalid_fields`
/// with `title.too_long`, `text.too_long`, `note.too_long`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((subject, channel, language, number)): Path<(String, String, String, String)>,
    headers: HeaderMap,
    Body(edit): Body<VersionEdit>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    app.store.atomically(|db| {
        let who = who(db, &session)?;
        let cell = cell([&subject, &channel, &language])?;
        let (mut versions, names) = (template::of(db, cell)?, Names::read(db)?);
        let place = place(&versions, &number)?;
        unchanged(&headers, &versions[place], &names)?;
        // For writing nothing counts but the state.
        let to = step(Case::of(versions[place].state), Deed::Edit, who.staff())
            .map_err(|refused| refusal(refused, Vec::new()))?;
        let others: Vec<VersionState> =
            (0..versions.len()).filter(|one| *one != place).map(|one| versions[one].state).collect();
        may_open(&others, who.staff()).map_err(|refused| refusal(refused, Vec::new()))?;
        short_enough(&edit)?;
        let kept = &mut versions[place];
        kept.title = typed(edit.title.as_deref());
        kept.note = typed(edit.note.as_deref());
        kept.text.clone_from(&edit.text);
        let number = kept.number;
        let deed = KeptDeed { deed: Deed::Edit, by: who.account.to_owned(), at: now, reason: None };
        life::done(&mut versions, number, to, deed);
        keep(db, StatusCode::OK, cell, &versions, (number, &names))
    })
}

fn short_enough(edit: &VersionEdit) -> Result<(), Refusal> {
    let long = |text: Option<&str>, limit| text.is_some_and(|text| text.chars().count() > limit);
    let parts = [
        ("title", edit.title.as_deref(), TITLE_LIMIT),
        ("text", Some(edit.text.as_str()), TEXT_LIMIT),
        ("note", edit.note.as_deref(), NOTE_LIMIT),
    ];
    let wrong = parts.into_iter().filter(|(_, text, limit)| long(*text, *limit));
    Refusal::of_fields(
        wrong
            .map(|(part, _, _)| FieldProblem::new(format!("/{part}"), &format!("{part}.too_long")))
            .collect(),
    )
}
