//! `GET /mock/meta`: what there is to test with. Tests make their lists from it.

use axum::Json;
use axum::extract::State;
use contract::problem::ProblemCode;
use contract::{DocumentId, PersonId};
use serde::Serialize;

use crate::failure::Kind;
use crate::refusal::Refusal;
use crate::seed::personas::{self, Texts};
use crate::state::Shared;
use crate::store::notification::carrier;
use crate::store::{account, document};
use crate::{operation, sentinel};

/// How many documents of a persona are named.
const NAMED: u32 = 100;

/// Everything there is.
#[derive(Debug, Clone, Serialize)]
pub struct Meta {
    /// Who can be signed in.
    pub personas: Vec<Persona>,
    /// What can be asked.
    pub operations: Vec<Operation>,
    /// How it can fail.
    pub failure_kinds: [Kind; 7],
    /// Codes of problems.
    pub problem_codes: Vec<&'static str>,
    /// Document ids that cause things.
    pub sentinels: Vec<Sentinel>,
    /// Ends of numbers and beginnings of addresses at which messages fare otherwise.
    pub contacts: Vec<Sentinel>,
}

/// A persona.
#[derive(Debug, Clone, Serialize)]
pub struct Persona {
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Role code.
    pub role: String,
    /// What it is for.
    pub purpose: Texts,
    /// Persons of the account.
    pub persons: Vec<PersonId>,
    /// Documents, newest change first: the first hundred.
    pub documents: Vec<DocumentId>,
    /// How many documents there are.
    pub document_count: u32,
}

/// An operation.
#[derive(Debug, Clone, Serialize)]
pub struct Operation {
    /// Its name in failures and in the OpenAPI document.
    pub name: &'static str,
    /// Method.
    pub method: String,
    /// Path with parameters.
    pub path: &'static str,
    /// Whether one must be signed in.
    pub signed_in: bool,
    /// Whether it needs CSRF token and `Idempotency-Key`.
    pub write: bool,
}

/// A sentinel.
#[derive(Debug, Clone, Serialize)]
pub struct Sentinel {
    /// Document id, or the mark of a contact.
    pub id: &'static str,
    /// What happens.
    pub effect: &'static str,
}

/// Answers with it.
///
/// # Errors
/// Those of the database.
pub async fn handle(State(app): State<Shared>) -> Result<Json<Meta>, Refusal> {
    Ok(Json(Meta {
        personas: personas(&app)?,
        operations: operation::ALL
            .iter()
            .map(|operation| Operation {
                name: operation.name,
                method: operation.method.to_string(),
                path: operation.path,
                signed_in: operation.access != operation::Access::Public,
                write: operation.access.writes(),
            })
            .collect(),
        failure_kinds: Kind::ALL,
        problem_codes: ProblemCode::ALL.iter().map(|code| code.code()).collect(),
        sentinels: sentinel::ALL.map(|sentinel| Sentinel { id: sentinel.id, effect: sentinel.effect }).into(),
        contacts: carrier::ALL.map(|magic| Sentinel { id: magic.mark, effect: magic.effect }).into(),
    }))
}

/// The personas with what they may see.
///
/// # Errors
/// Those of the database.
pub fn personas(app: &Shared) -> Result<Vec<Persona>, Refusal> {
    let all = personas::all().map_err(|error| {
        eprintln!("{error}");
        Refusal::from(ProblemCode::Internal)
    })?;
    app.store.with(|db| {
        all.iter()
            .map(|persona| {
                let (documents, document_count) = document::ids(db, &persona.key, NAMED)?;
                let persons = account::persons(db, &persona.key)?;
                Ok(Persona {
                    key: persona.key.clone(),
                    name: persona.name.clone(),
                    role: persona.role.clone(),
                    purpose: persona.purpose.clone(),
                    persons: persons.into_iter().map(|person| person.id).collect(),
                    documents,
                    document_count,
                })
            })
            .collect()
    })
}
