//! `POST /mock/occurrences`: something happens that no part of this server brings about yet, or what was told is withdrawn.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use contract::problem::ProblemCode;
use contract::wire::{closed, day_option};
use contract::{DocumentId, MessageId, PersonId};
use domain::notification::{Leads, Subject, leads};
use serde::{Deserialize, Serialize};

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::secret;
use crate::state::{Shared, Signal};
use crate::store::access::person;
use crate::store::document;
use crate::store::notification::ahead::{self, Reminder};
use crate::store::notification::occurrence::{self, Occurred, place_of};
use crate::store::notification::{cause, value};

/// What happens. A subject of which people choose how early they are reminded waits for that time; every other is told at once.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Played {
    /// What was told by a message of somebody's list was a mistake.
    Withdrawn {
        /// The message.
        withdraws: MessageId,
    },
    /// Something is to be told.
    New {
        /// About whom.
        person: PersonId,
        /// What.
        #[serde(with = "closed")]
        subject: Subject,
        /// The day it speaks of.
        #[serde(with = "day_option", default)]
        day: Option<NaiveDate>,
        /// The document it is about.
        #[serde(default)]
        document: Option<DocumentId>,
        /// Values of the placeholders; `day` and `number` follow from the rest.
        #[serde(default)]
        values: BTreeMap<String, String>,
    },
}

/// What came of it.
#[derive(Debug, Clone, Serialize)]
pub struct Taken {
    /// The message in the lists of those who are told; absent for a reminder that waits.
    pub message: Option<MessageId>,
}

/// Takes it.
///
/// # Errors
/// `not_found` for a person, a document or a message that is not there.
pub async fn handle(
    State(app): State<Shared>,
    Body(asked): Body<Played>,
) -> Result<(StatusCode, Json<Taken>), Refusal> {
    app.sync()?;
    let now = app.clock.now();
    let not_found = || Refusal::from(ProblemCode::NotFound);
    let cause = format!("played:{}", secret::token()?);
    let message = app.store.atomically(|db| {
        let (person, subject, day, of, values) = match asked {
            Played::Withdrawn { withdraws } => {
                let placed =
                    place_of(withdraws.as_str()).map(|place| occurrence::get(db, place)).transpose()?;
                cause::withdraw(db, &placed.flatten().ok_or_else(not_found)?, now)?;
                return Ok::<_, Refusal>(Some(withdraws));
            }
            Played::New { person, subject, day, document, values } => {
                (person, subject, day, document, values)
            }
        };
        let known = person::get(db, &person)?.ok_or_else(not_found)?;
        let mut what = Occurred::new(subject, person, known.owner.zone, now);
        what.values.extend(day.map(|day| ("day".to_owned(), value::day(day))));
        if let Some(id) = of {
            let document = document::any(db, &id)?.ok_or_else(not_found)?;
            what = what.with("number", document.entry.number);
            (what.kind, what.document) = (Some(document.entry.kind), Some(id));
        }
        what.day = day;
        what.values.extend(values);
        if let (Some(Leads::Chosen { .. }), Some(day)) = (leads(subject), day) {
            let Occurred { person, document, values, .. } = what;
            ahead::remind(db, &Reminder { subject, person, day, known: now, document, values })?;
            return Ok(None);
        }
        let thing = what.document.as_ref().map_or_else(|| cause.clone(), |id| format!("document:{id}"));
        occurrence::tell(db, &cause, &thing, &what)?;
        let place = db.query_row("SELECT max(place) FROM occurrence", [], |row| row.get(0))?;
        Ok(Some(occurrence::id_of(place)))
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok((StatusCode::CREATED, Json(Taken { message })))
}
