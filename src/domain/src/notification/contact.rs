//! The contacts of an account: where messages can go.

use chrono::{DateTime, Utc};

use crate::coded::codes;
use crate::contact::{EmailProblem, Phone, PhoneProblem, check_email};
use crate::notification::channel::{Channel, Reach};
use crate::notification::verification::Challenge;
use crate::search::fold;

/// The longest token of a device that is kept, in bytes.
pub const DEVICE_LIMIT: usize = 512;
/// The shortest token that an app may make for a device, in bytes: one that is shorter could be guessed.
pub const DEVICE_SHORTEST: usize = 16;
/// So many devices an account can have.
pub const DEVICES_LIMIT: usize = 10;

/// Whether a token that an app made can be taken for a device.
///
/// ```
/// use domain::notification::contact::device_token_serves;
/// assert!(device_token_serves(&"a".repeat(16)) && device_token_serves(&"a".repeat(512)));
/// assert!(!device_token_serves(&"a".repeat(15)) && !device_token_serves(&"a".repeat(513)));
/// ```
#[must_use]
pub const fn device_token_serves(token: &str) -> bool {
    DEVICE_SHORTEST <= token.len() && token.len() <= DEVICE_LIMIT
}

/// Where a message is sent to. Two that are equal are one: what is sent to both arrives twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A phone number.
    Phone(Phone),
    /// An e-mail address, in small letters.
    Email(String),
    /// The token that the app has for a device.
    Device(String),
}

/// Why a typed contact cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// No phone number.
    Phone(PhoneProblem),
    /// No e-mail address.
    Email(EmailProblem),
    /// An empty token, or one longer than [`DEVICE_LIMIT`].
    Device,
}

impl Address {
    /// Reads a contact of a kind.
    ///
    /// # Errors
    /// [`AddressProblem`].
    pub fn parse(reach: Reach, text: &str) -> Result<Self, AddressProblem> {
        match reach {
            Reach::Phone => Phone::parse(text).map(Self::Phone).map_err(AddressProblem::Phone),
            Reach::Email => {
                check_email(text).map_err(AddressProblem::Email)?;
                Ok(Self::Email(fold(text.trim())))
            }
            Reach::Device if text.is_empty() || text.len() > DEVICE_LIMIT => Err(AddressProblem::Device),
            Reach::Device => Ok(Self::Device(text.to_owned())),
        }
    }

    /// Its text: the number, the address, the token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(text) | Self::Device(text) => text,
        }
    }

    /// How it is shown to who need not know it: parts are hidden by `*`, so that nobody can write or call there.
    ///
    /// ```
    /// use domain::notification::{Address, Reach};
    /// let masked = |reach, text| Address::parse(reach, text).unwrap().masked();
    /// assert_eq!(masked(Reach::Phone, "0888 123 456"), "***56");
    /// assert_eq!(masked(Reach::Email, "maria@primer.example"), "m***@primer.example");
    /// ```
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Phone(phone) => {
                let digits = phone.as_str();
                format!("***{}", digits.get(digits.len().saturating_sub(2)..).unwrap_or_default())
            }
            Self::Email(email) => match email.split_once('@') {
                Some((name, host)) => format!("{}***@{host}", name.chars().take(1).collect::<String>()),
                None => "***".to_owned(),
            },
            Self::Device(_) => "***".to_owned(),
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn reach(&self) -> Reach {
        match self {
            Self::Phone(_) => Reach::Phone,
            Self::Email(_) => Reach::Email,
            Self::Device(_) => Reach::Device,
        }
    }
}

/// Whether it is known that the contact is the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// No code was sent yet.
    Unverified,
    /// A code was sent.
    Pending(Challenge),
    /// The code was typed, or the device was signed in on.
    Verified {
        /// Since then.
        since: DateTime<Utc>,
    },
}

/// A channel that the person stopped outside the portal: by a word to the carrier, by blocking the sender, by the settings
/// of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// Which.
    pub channel: Channel,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Where it is.
    pub address: Address,
    /// Whether it is verified.
    pub proof: Proof,
    /// The person it is for alone, by opaque id, such as a child; `None` for one that serves everybody one cares for.
    pub apart_for: Option<String>,
    /// What is stopped.
    pub stops: Vec<Stop>,
}

codes! {
    /// Why a channel cannot be used with the contacts that there are.
    pub enum ObstacleCode {
        /// There is no contact for it.
        NoContact = "no_contact",
        /// There is one, and no code was sent to it.
        Unverified = "unverified",
        /// A code was sent, and not typed yet.
        CodePending = "code_pending",
        /// It was stopped outside the portal.
        Stopped = "stopped",
    }
}

/// Why a channel cannot be used with the contacts that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no contact for it.
    NoContact,
    /// There is one, and no code was sent to it.
    Unverified,
    /// A code was sent, and not typed yet.
    CodePending,
    /// It was stopped outside the portal.
    Stopped {
        /// Since when.
        since: DateTime<Utc>,
    },
}

impl Obstacle {
    /// The code.
    #[must_use]
    pub const fn code(self) -> ObstacleCode {
        match self {
            Self::NoContact => ObstacleCode::NoContact,
            Self::Unverified => ObstacleCode::Unverified,
            Self::CodePending => ObstacleCode::CodePending,
            Self::Stopped { .. } => ObstacleCode::Stopped,
        }
    }
}

impl Contact {
    /// Whether a message may go to it by a channel at an instant.
    ///
    /// # Errors
    /// [`Obstacle`]; not verified goes before stopped.
    pub fn usable(&self, channel: Channel, at: DateTime<Utc>) -> Result<(), Obstacle> {
        if channel.reach() != self.address.reach() {
            return Err(Obstacle::NoContact);
        }
        match &self.proof {
            Proof::Unverified => return Err(Obstacle::Unverified),
            Proof::Pending(_) => return Err(Obstacle::CodePending),
            Proof::Verified { .. } => {}
        }
        let stop = self.stops.iter().find(|stop| stop.channel == channel && stop.since <= at);
        stop.map_or(Ok(()), |stop| Err(Obstacle::Stopped { since: stop.since }))
    }
}

/// The place in `contacts` of the one by which a channel reaches the account holder about a person: one that is for that
/// person alone before those that serve everybody; of several, the first that can be used. A contact that is for another
/// person alone is never used, nor is one that serves everybody where the person has one apart.
///
/// # Errors
/// The [`Obstacle`] of the first, or [`Obstacle::NoContact`].
pub fn contact_for(
    contacts: &[Contact],
    person: &str,
    channel: Channel,
    at: DateTime<Utc>,
) -> Result<usize, Obstacle> {
    let of = |apart: Option<&str>| {
        let right = |contact: &Contact| {
            contact.address.reach() == channel.reach() && contact.apart_for.as_deref() == apart
        };
        (0..contacts.len()).filter(|place| right(&contacts[*place])).collect::<Vec<_>>()
    };
    let apart = of(Some(person));
    let places = if apart.is_empty() { of(None) } else { apart };
    let usable = places.iter().find(|place| contacts[**place].usable(channel, at).is_ok());
    match (usable, places.first()) {
        (Some(place), _) => Ok(*place),
        (None, Some(first)) => Err(contacts[*first].usable(channel, at).err().unwrap_or(Obstacle::NoContact)),
        (None, None) => Err(Obstacle::NoContact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(reach: Reach, text: &str, proof: Proof, apart_for: Option<&str>) -> Contact {
        let address = Address::parse(reach, text).unwrap();
        Contact { address, proof, apart_for: apart_for.map(str::to_owned), stops: Vec::new() }
    }

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;
    const VERIFIED: Proof = Proof::Verified { since: NOW };

    #[test]
    fn a_contact_written_in_two_ways_is_one() {
        let phone = |text| Address::parse(Reach::Phone, text).unwrap();
        assert_eq!(phone("0888 123 456"), phone("+359 888 123456"));
        let email = |text| Address::parse(Reach::Email, text).unwrap();
        assert_eq!(email("Maria@Example.bg "), email("maria@example.bg"));
    }

    #[test]
    fn a_contact_apart_is_for_that_person_and_for_nobody_else() {
        let contacts = [
            contact(Reach::Phone, "0888123456", VERIFIED, None),
            contact(Reach::Phone, "0888654321", Proof::Unverified, Some("child")),
        ];
        assert_eq!(contact_for(&contacts, "self", Channel::Viber, NOW), Ok(0));
        // What is for the child does not go to the parent's instead: that would tell whom it was not meant for.
        assert_eq!(contact_for(&contacts, "child", Channel::Sms, NOW), Err(Obstacle::Unverified));
        assert_eq!(contact_for(&contacts, "child", Channel::Email, NOW), Err(Obstacle::NoContact));
    }

    #[test]
    fn a_stop_is_of_one_channel_and_from_its_instant_on() {
        let mut phone = contact(Reach::Phone, "0888123456", VERIFIED, None);
        let since = NOW + chrono::TimeDelta::hours(1);
        phone.stops.push(Stop { channel: Channel::Sms, since });
        assert_eq!(phone.usable(Channel::Sms, NOW), Ok(()));
        assert_eq!(phone.usable(Channel::Sms, since), Err(Obstacle::Stopped { since }));
        assert_eq!(phone.usable(Channel::Viber, since), Ok(()));
        phone.proof = Proof::Pending(Challenge::default());
        assert_eq!(phone.usable(Channel::Sms, since), Err(Obstacle::CodePending));
    }
}
