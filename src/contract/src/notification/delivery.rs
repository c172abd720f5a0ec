//! One way of a message to its contact, and where each of its channels stands.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::delivery::next::Try;
use domain::notification::delivery::{Failure, State, StateCode};
use domain::notification::{Channel, WhyNot};
use serde::{Deserialize, Serialize};

use crate::MessageId;
use crate::wire::{instant, instant_option, open, open_option};

/// A message on its way: its channels in their order, each after the first only where the one before did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Opaque id.
    pub id: MessageId,
    /// The names of all who are told by it, the one first by whose wishes it goes.
    pub receivers: Vec<String>,
    /// Until when it was or is held, where it is; nothing of it goes out before.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-23T05:00:00Z"))]
    pub held_until: Option<DateTime<Utc>>,
    /// The names of those whose quiet hours hold it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub held_for: Vec<String>,
    /// Minutes without word that it arrived, before it goes by the next channel.
    #[cfg_attr(feature = "openapi", schema(example = 30))]
    pub wait_minutes: u32,
    /// Why it was not sent, where it was not.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "replaced"))]
    pub not_sent: Option<Coded<WhyNot>>,
    /// The channels.
    pub legs: Vec<DeliveryLeg>,
}

/// One channel of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryLeg {
    /// Which.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "viber"))]
    pub channel: Coded<Channel>,
    /// The contact it goes to: one's own whole, another's with parts hidden by `*`. Of one's own device what it is, as the
    /// contacts name it, while it is among them.
    #[cfg_attr(feature = "openapi", schema(example = "+359888123456"))]
    pub contact: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// Where it stood, the oldest first; the last is `state`. Empty while nothing was done.
    pub history: Vec<DeliveryState>,
    /// How often it was sent.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub times: u32,
    /// Its text, once it was sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<SentText>,
}

/// Where one channel of a message stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryState {
    /// Where. The list may grow.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "delivered"))]
    pub code: Coded<StateCode>,
    /// Since when; absent of what has not begun.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-22T08:00:05Z"))]
    pub since: Option<DateTime<Utc>>,
    /// `held`: until when.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub until: Option<DateTime<Utc>>,
    /// `failed`: why.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "not_on_channel"))]
    pub why: Option<Coded<Failure>>,
    /// `replaced`: by which channel.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "sms"))]
    pub by: Option<Coded<Channel>>,
}

/// A text as it was sent. Of a code that somebody had to type there are dots in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentText {
    /// Title of an e-mail or a notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// The text.
    #[cfg_attr(feature = "openapi", schema(example = "НЗОК: Протокол ПЛ-2200-005870 е одобрен."))]
    pub text: String,
    /// Parts of an SMS.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub parts: Option<u32>,
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The number of the version of the template that it was made from.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: u32,
    /// Since when that version is in use.
    #[serde(with = "instant")]
    pub version_since: DateTime<Utc>,
}

impl DeliveryState {
    /// A state that came about at an instant.
    #[must_use]
    pub fn new(state: State, at: DateTime<Utc>) -> Self {
        let mut wire = Self {
            code: Coded::Known(state.code()),
            since: Some(at).filter(|_| state != State::Queued),
            until: None,
            why: None,
            by: None,
        };
        match state {
            State::Held { until } => wire.until = Some(until),
            State::Failed { why, .. } => wire.why = Some(Coded::Known(why)),
            State::Replaced { by, .. } => wire.by = Some(Coded::Known(by)),
            _ => {}
        }
        wire
    }

    /// The state; `None` where this build does not know a code, or where what belongs to it is missing.
    #[must_use]
    pub fn read(&self) -> Option<State> {
        let at = self.since;
        Some(match self.code.known()? {
            StateCode::Queued => State::Queued,
            StateCode::Held => State::Held { until: self.until? },
            StateCode::Sent => State::Sent { at: at? },
            StateCode::Delivered => State::Delivered { at: at? },
            StateCode::Read => State::Read { at: at? },
            StateCode::Failed => State::Failed { at: at?, why: self.why.as_ref()?.known()? },
            StateCode::GivenUp => State::GivenUp { at: at? },
            StateCode::Replaced => State::Replaced { at: at?, by: self.by.as_ref()?.known()? },
            StateCode::Dropped => State::Dropped { at: at? },
        })
    }
}

impl DeliveryLeg {
    /// As the rules take it; `None` where this build does not know a code.
    #[must_use]
    pub fn read(&self) -> Option<Try> {
        Some(Try { channel: self.channel.known()?, state: self.state.read()?, times: self.times })
    }

    /// Why it failed last, if it ever did.
    #[must_use]
    pub fn failure(&self) -> Option<Failure> {
        let failed = self.history.iter().rev().find_map(|state| state.why.as_ref());
        failed.and_then(Coded::known)
    }
}

impl Delivery {
    /// What [`domain::notification::delivery::picture()`] asks for: the channels, and why each failed; `None` where this build
    /// does not know a code: then there is no picture, and the states are shown with their codes.
    #[must_use]
    pub fn read(&self) -> Option<(Vec<Try>, Vec<Option<Failure>>)> {
        let tries = self.legs.iter().map(DeliveryLeg::read).collect::<Option<Vec<_>>>()?;
        Some((tries, self.legs.iter().map(DeliveryLeg::failure).collect()))
    }
}
