//! The contacts by which somebody is told, and whether it is known that they are theirs.

use chrono::{DateTime, Utc};
use domain::coded::{Coded, codes};
use domain::notification::{Address, Challenge, Channel, Contact, Proof, Reach, Stop};
use serde::{Deserialize, Serialize};

use crate::wire::{instant, instant_option, open};
use crate::{ContactId, PersonId};

codes! {
    /// Whether it is known that a contact is the person's.
    pub enum ContactState {
        /// No code was sent to it yet.
        Unverified = "unverified",
        /// A code was sent, and not typed yet.
        CodePending = "code_pending",
        /// The code was typed.
        Verified = "verified",
    }
}

/// Answer of `GET /api/v1/notifications/contacts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotificationContacts {
    /// Those of the account first (`own-phone`, `own-email`; changed with the account), then those that were added: for one person
    /// alone, and devices.
    pub contacts: Vec<NotificationContact>,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotificationContact {
    /// Opaque id.
    pub id: ContactId,
    /// What it is.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "phone"))]
    pub reach: Coded<Reach>,
    /// The number or the address. Of a device it is empty: its token stands in the answer to who added it, and nowhere else.
    #[cfg_attr(feature = "openapi", schema(example = "+359888123456"))]
    pub address: String,
    /// `device`: what it is, browser and system, as the list of sign-ins names them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = "Firefox, Linux"))]
    pub label: Option<String>,
    /// The person it is for alone, such as a child; absent for one that serves everybody one cares for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub apart_for: Option<PersonId>,
    /// Whether it is verified. Nothing but a code ever goes to one that is not.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "verified"))]
    pub state: Coded<ContactState>,
    /// Since when it is verified.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-02T08:00:00Z"))]
    pub verified_since: Option<DateTime<Utc>>,
    /// Until when the code that was sent last serves, while one does.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-22T08:10:00Z"))]
    pub code_until: Option<DateTime<Utc>>,
    /// From when on a code can be sent again; absent if at once.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-22T08:01:00Z"))]
    pub code_again_from: Option<DateTime<Utc>>,
    /// Channels that the person stopped outside the portal.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub stops: Vec<ChannelStop>,
}

impl NotificationContact {
    /// The contact as the rules know it; `None` where this build does not know its kind, or its address is none. Of a code that
    /// was sent nobody is told: that one was, is all that counts here. A device is told from others by its id, for its token does
    /// not travel.
    #[must_use]
    pub fn read(&self) -> Option<Contact> {
        let proof = match (self.state.known()?, self.verified_since) {
            (ContactState::Verified, Some(since)) => Proof::Verified { since },
            (ContactState::CodePending, _) => Proof::Pending(Challenge::default()),
            (ContactState::Unverified | ContactState::Verified, _) => Proof::Unverified,
        };
        let stop = |stop: &ChannelStop| Some(Stop { channel: stop.channel.known()?, since: stop.since });
        let address = match self.reach.known()? {
            Reach::Device => Address::Device(self.id.0.clone()),
            reach => Address::parse(reach, &self.address).ok()?,
        };
        Some(Contact {
            address,
            proof,
            apart_for: self.apart_for.as_ref().map(|person| person.as_str().to_owned()),
            stops: self.stops.iter().filter_map(stop).collect(),
        })
    }
}

/// A channel that the person stopped outside the portal: by a word to the carrier, by blocking the sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChannelStop {
    /// Which.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// Since when.
    #[serde(with = "instant")]
    pub since: DateTime<Utc>,
}

/// Body of `POST /api/v1/notifications/contacts`: a contact that is for one person alone, or the device in use. One's own phone
/// and e-mail stand in the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewNotificationContact {
    /// `phone`, `email` or `device`.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "phone"))]
    pub reach: Coded<Reach>,
    /// The number or the address, as it was typed. Of a device a random token that the app made for it, of 16 to 512 characters.
    #[cfg_attr(feature = "openapi", schema(example = "0888 123 456"))]
    pub address: String,
    /// The person it is for alone; of a phone and an e-mail, and not of a device.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub apart_for: Option<PersonId>,
}

/// Body of `POST /api/v1/notifications/contacts/{id}/verification`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactCode {
    /// The code as it was typed; blanks do not count. It never stands in a log.
    #[cfg_attr(feature = "openapi", schema(example = "481 920"))]
    pub code: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_counts_though_its_token_does_not_travel() {
        let wire = NotificationContact {
            id: ContactId("d-1".to_owned()),
            reach: Coded::Known(Reach::Device),
            address: String::new(),
            label: Some("Firefox, Linux".to_owned()),
            apart_for: None,
            state: Coded::Known(ContactState::Verified),
            verified_since: Some(DateTime::UNIX_EPOCH),
            code_until: None,
            code_again_from: None,
            stops: Vec::new(),
        };
        let read = wire.read().unwrap();
        assert_eq!(read.address, Address::Device("d-1".to_owned()));
        assert_eq!(read.usable(Channel::Push, DateTime::UNIX_EPOCH), Ok(()));
        assert_eq!(NotificationContact { reach: Coded::Known(Reach::Phone), ..wire }.read(), None);
    }
}
