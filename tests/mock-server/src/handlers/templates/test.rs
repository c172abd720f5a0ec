//! `POST /api/v1/templates/{subject}/{channel}/{language}/versions/{number}/test`.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::problem::{FieldProblem, ProblemCode};
use contract::template::{TestSent, VersionTest};
use domain::coded::{Code as _, Coded};
use domain::notification::Channel;
use domain::notification::template::sample::filled;
use domain::notification::template::{Declared, Length, Refused, may_try, parse};
use domain::sms;

use crate::extract::Body;
use crate::handlers::templates::{cell, place, refusal, texts, who};
use crate::refusal::{Refusal, too_many};
use crate::state::Shared;
use crate::store::notification::outbox::Left;
use crate::store::notification::{contact, outbox};
use crate::store::session::Session;
use crate::store::template::{self, Cell, Kept};

/// Sends a version, filled with samples, to a verified contact of who asks, and answers with what was sent.
///
/// # Errors
/// `not_allowed`, also for a contact that is not there, `text_blocked` for a text that cannot be filled, `too_many` with the
/// seconds to wait, or `invalid_fields` with `code.unknown`, `contact.not_own` and the codes of
/// [`ObstacleCode`](domain::notification::ObstacleCode).
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((subject, channel, language, number)): Path<(String, String, String, String)>,
    Body(asked): Body<VersionTest>,
) -> Result<Response, Refusal> {
    let (now, texts) = (app.clock.now(), texts()?);
    app.store.atomically(|db| {
        let who = who(db, &session)?;
        let cell = cell([&subject, &channel, &language])?;
        let versions = template::of(db, cell)?;
        let kept = &versions[place(&versions, &number)?];
        let length = asked.length.known().ok_or_else(|| Refusal::of_field("/length", "code.unknown"))?;
        let to = contact::get(db, who.account, asked.contact.as_str())?;
        let to = to.ok_or(Refusal::from(ProblemCode::NotAllowed))?;
        if to.apart_for.is_some() {
            return Err(Refusal::of_field("/contact", "contact.not_own"));
        }
        let known = contact::known(db, &to)?.ok_or(ProblemCode::Internal)?;
        known
            .usable(cell.channel, now)
            .map_err(|why| Refusal::of_field("/contact", &format!("contact.{}", why.code().code())))?;
        let (title, text) = rendered(cell, kept, texts.of(cell.subject), length)?;
        if let Err(free) = may_try(&outbox::tests(db, who.account)?, now) {
            return Ok(too_many(free, now));
        }
        let parts = (cell.channel == Channel::Sms).then(|| sms::count(&text).parts.len());
        let left = Left {
            at: now,
            message: None,
            account: who.account.to_owned(),
            subject: cell.subject,
            channel: cell.channel,
            address: to.address.clone(),
            version: Some(kept.number),
            title: title.clone(),
            text: Some(text.clone()),
            parts: parts.and_then(|parts| u32::try_from(parts).ok()),
            code: None,
            problem: Vec::new(),
            test: true,
        };
        outbox::put(db, &left)?;
        let channel = Coded::Known(cell.channel);
        Ok(Json(TestSent { at: now, channel, address: to.shown().to_owned(), title, text }).into_response())
    })
}

/// Title and text with samples.
fn rendered(
    cell: Cell,
    kept: &Kept,
    declared: &[Declared],
    length: Length,
) -> Result<(Option<String>, String), Refusal> {
    let fill = |pointer: &str, text: &str| {
        let wrong = |code: String| FieldProblem::new(pointer, &code);
        let template = parse(text).map_err(|error| vec![wrong(format!("parse.{}", error.problem.code()))])?;
        filled(&template, declared, cell.language, length).map_err(|errors| {
            errors.iter().map(|error| wrong(format!("render.{}", error.problem.code()))).collect()
        })
    };
    let title = kept.title.as_deref().filter(|_| cell.channel.has_title());
    let blocked = |fields| refusal(Refused::Blocked, fields);
    let title = title.map(|title| fill("/title", title)).transpose().map_err(blocked)?;
    Ok((title, fill("/text", &kept.text).map_err(blocked)?))
}
