//! Templates of messages: one file for each operation. Here is what they share: who may, which text, and why not.

pub mod begin;
pub mod catalogue;
pub mod cell;
pub mod deed;
pub mod published;
pub mod samples;
pub mod sheet;
pub mod tariff;
pub mod test;
pub mod write;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use contract::problem::{FieldProblem, ProblemCode};
use domain::coded::{Code as _, Coded};
use domain::language::Language;
use domain::notification::template::{Refused, Staff};
use domain::person::Role;
use rusqlite::Connection;
use serde::Deserialize;

use crate::catalogue::Catalogue;
use crate::etag;
use crate::refusal::Refusal;
use crate::store::session::Session;
use crate::store::template::wire::{self, Names};
use crate::store::template::{Cell, Kept};
use crate::store::{account, template};

/// Somebody of the staff.
struct Who<'a> {
    account: &'a str,
    roles: Vec<Role>,
}

impl Who<'_> {
    fn staff(&self) -> Staff<'_> {
        Staff { id: self.account, roles: &self.roles }
    }
}

/// Who asks; `not_allowed` for everybody who is no staff.
fn who<'a>(db: &Connection, session: &'a Session) -> Result<Who<'a>, Refusal> {
    let roles = account::role(db, &session.account)?.known().into_iter().collect();
    let who = Who { account: &session.account, roles };
    if who.staff().may_look() { Ok(who) } else { Err(ProblemCode::NotAllowed.into()) }
}

/// Which text, by the codes in the path; `not_allowed` if there is none.
fn cell([subject, channel, language]: [&str; 3]) -> Result<Cell, Refusal> {
    Cell::of_codes(subject, channel, language).ok_or_else(|| ProblemCode::NotAllowed.into())
}

/// The place of a version among those of its text, by the number in the path; `not_allowed` if there is none.
fn place(versions: &[Kept], number: &str) -> Result<usize, Refusal> {
    let number: Option<u32> = number.parse().ok();
    let place = versions.iter().position(|kept| Some(kept.number) == number);
    place.ok_or_else(|| ProblemCode::NotAllowed.into())
}

/// Whether a version is still as the asker saw it.
fn unchanged(headers: &HeaderMap, kept: &Kept, names: &Names) -> Result<(), Refusal> {
    etag::unchanged(headers, &wire::version(kept, names)?.tag)
}

/// Keeps the versions of a text, and answers with one of them.
fn keep(
    db: &Connection,
    status: StatusCode,
    cell: Cell,
    versions: &[Kept],
    (number, names): (u32, &Names),
) -> Result<Response, Refusal> {
    template::put(db, cell, versions)?;
    let kept = versions.iter().find(|kept| kept.number == number).ok_or(ProblemCode::Internal)?;
    Ok((status, Json(wire::version(kept, names)?)).into_response())
}

/// The refusal that the rules give; `fields` is what is in the way.
fn refusal(refused: Refused, fields: Vec<FieldProblem>) -> Refusal {
    let code = match refused {
        Refused::Role => ProblemCode::RoleMissing,
        Refused::OwnWork => ProblemCode::OwnWork,
        Refused::State => ProblemCode::VersionState,
        Refused::AnotherOpen => ProblemCode::VersionOpen,
        Refused::Blocked => ProblemCode::TextBlocked,
        Refused::BreakingNotConfirmed => ProblemCode::BreakingNotConfirmed,
        Refused::ReasonMissing => return Refusal::of_field("/reason", "reason.missing"),
    };
    Refusal { code, fields, status: None }
}

/// The texts and placeholders as they were written; the server does not start without.
fn texts() -> Result<&'static Catalogue, Refusal> {
    crate::catalogue::catalogue().map_err(|error| {
        eprintln!("catalogue: {error}");
        ProblemCode::Internal.into()
    })
}

/// The query that names a language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InLanguage {
    language: String,
}

impl InLanguage {
    fn read(&self) -> Result<Language, Refusal> {
        match Language::from_code(&self.language) {
            Coded::Known(language) => Ok(language),
            Coded::Unknown(_) => Err(ProblemCode::Malformed.into()),
        }
    }
}

/// What was typed without what nobody sees at its ends; `None` if nothing is left.
fn typed(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
