//! Check-ups, follow-up and immunisations of a person: what the record says, what people marked, and who invites.
//!
//! The contract carries no date that is computed: [`domain::check_up::plan()`] makes them of it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::check_up::invitation::{self, Reason};
use domain::check_up::{EntrySource, Facts, Given};
use domain::coded::Coded;
use domain::insurance::System;
use serde::{Deserialize, Serialize};

use crate::wire::{day_list, day_needed, day_option, instant, open, open_option};
use crate::{CheckUpInvitationId, CheckUpMarkId};

/// Answer of `GET /api/v1/persons/{person}/prevention`, with an `ETag`, and of every write below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Prevention {
    /// Under which country's insurance the person is: the rules are that country's.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bulgaria"))]
    pub system: Coded<System>,
    /// The birthday, by which the rules go; absent where it is not known.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "1979-04-02"))]
    pub born: Option<NaiveDate>,
    /// With which GP practice the person is registered; absent without one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub registration: Option<RegisteredWith>,
    /// What the record says; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub record: Option<PreventionRecord>,
    /// Check-ups that people marked as done, newest day first. A server keeps them apart from the record.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub marks: Vec<CheckUpMark>,
    /// Invitations to a check-up, newest first, where a clinic's list says who is invited.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub invitations: Vec<CheckUpInvitation>,
}

/// With which GP practice a person is registered, as far as the rules on check-ups ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisteredWith {
    /// The practice, by its key in `rules`; one whose rules are not published has a key that no rule knows.
    #[cfg_attr(feature = "openapi", schema(example = "chobanova"))]
    pub practice: String,
    /// Since which day.
    #[serde(with = "day_needed")]
    pub since: NaiveDate,
}

/// What the record says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreventionRecord {
    /// When it was read; what was done later is missing here.
    #[serde(with = "instant")]
    pub as_of: DateTime<Utc>,
    /// From this day on it names every check-up of which the fund knows.
    #[serde(with = "day_needed")]
    pub complete_from: NaiveDate,
    /// Check-ups that were done, newest first.
    #[serde(default)]
    pub check_ups: Vec<DoneCheckUp>,
    /// Follow-up of illnesses, as the record has it; no date in it is computed.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    /// Immunisations, newest day first; no date in it is computed.
    #[serde(default)]
    pub immunisations: Vec<Immunisation>,
}

/// A check-up that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoneCheckUp {
    /// On which day.
    #[serde(with = "day_needed")]
    pub on: NaiveDate,
    /// By whom, as the record has it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// Where the entry comes from.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "gp"))]
    pub source: Coded<EntrySource>,
}

/// The follow-up of an illness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUp {
    /// For what, as the record has it.
    pub subject: String,
    /// With whom, as the record has it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub with: Option<String>,
    /// The last visit, where the record has one.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "2026-06-11"))]
    pub last: Option<NaiveDate>,
    /// The next visit, where the record has one.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "2026-12-11"))]
    pub next: Option<NaiveDate>,
    /// Where the entry comes from.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "specialist"))]
    pub source: Coded<EntrySource>,
}

/// An immunisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Immunisation {
    /// Against what, as the record has it.
    pub subject: String,
    /// On which day.
    #[serde(with = "day_needed")]
    pub on: NaiveDate,
    /// Whether it was given.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "given"))]
    pub state: Coded<Given>,
    /// Where the entry comes from.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "immunisation_card"))]
    pub source: Coded<EntrySource>,
}

/// A check-up that somebody marked as done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckUpMark {
    /// Opaque id.
    pub id: CheckUpMarkId,
    /// On which day it was done.
    #[serde(with = "day_needed")]
    pub on: NaiveDate,
    /// Who marked it, by name.
    pub by: String,
    /// When they did.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
}

/// An invitation to a check-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckUpInvitation {
    /// Opaque id.
    pub id: CheckUpInvitationId,
    /// The clinic whose list it is, and where one may come.
    pub clinic: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub address: Option<String>,
    /// The insurer whose representative of level 2 invites.
    pub insurer: String,
    /// The first day on which one may come.
    #[serde(with = "day_needed")]
    pub from: NaiveDate,
    /// The last.
    #[serde(with = "day_needed")]
    pub until: NaiveDate,
    /// The days on which one was reminded, oldest first; the first is that of the invitation.
    #[serde(with = "day_list", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["2026-11-03", "2026-11-17"])))]
    pub reminded: Vec<NaiveDate>,
    /// When somebody came, if they did.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub came: Option<NaiveDate>,
    /// That it was declined, if it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub declined: Option<DeclinedCheckUp>,
}

/// That an invitation was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclinedCheckUp {
    /// Why.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "no_time"))]
    pub reason: Coded<Reason>,
    /// Who declined, by name.
    pub by: String,
    /// When they did.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
}

/// Body of `POST /api/v1/persons/{person}/prevention/marks` (with `If-Match`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCheckUpMark {
    /// On which day the check-up was done.
    #[serde(with = "day_needed")]
    pub on: NaiveDate,
}

/// Body of `PUT /api/v1/persons/{person}/prevention/invitations/{invitation}/answer` (with `If-Match`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckUpAnswer {
    /// Why it is declined. Absent: it is not, or that is taken back.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "no_time"))]
    pub declined: Option<Coded<Reason>>,
}

impl Prevention {
    /// The days of all check-ups that are known: those of the record, and those marked.
    #[must_use]
    pub fn done(&self) -> Vec<NaiveDate> {
        let record = self.record.iter().flat_map(|record| &record.check_ups).map(|done| done.on);
        record.chain(self.marks.iter().map(|mark| mark.on)).collect()
    }

    /// What the rules ask for; `done` is what [`Prevention::done`] says.
    #[must_use]
    pub fn facts<'a>(&'a self, done: &'a [NaiveDate]) -> Facts<'a> {
        Facts {
            system: self.system.known(),
            born: self.born,
            registered: self.registration.as_ref().map(|one| (one.practice.as_str(), one.since)),
            done,
            complete_from: self.record.as_ref().map(|record| record.complete_from),
        }
    }
}

impl CheckUpInvitation {
    /// What the rules ask for.
    #[must_use]
    pub const fn facts(&self) -> invitation::Facts {
        invitation::Facts { until: self.until, declined: self.declined.is_some(), came: self.came }
    }
}
