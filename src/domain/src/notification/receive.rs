//! Who receives a message: the person it is about, and whoever was let receive it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::access::{
    About, Action, Effective, Grant, Holder, Kinds, Owner, Proxy, Refusal, allowed, effective, state,
};
use crate::coded::Coded;
use crate::document::Kind;
use crate::moment::Zone;
use crate::notification::contact::Contact;
use crate::notification::preference::Preferences;
use crate::notification::subject::{Audience, Subject};
use crate::notification::truth::Fact;

/// Something to be told.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'a> {
    /// What.
    pub subject: Subject,
    /// About whom, by opaque id.
    pub person: &'a str,
    /// Where that person's days begin.
    pub zone: Zone,
    /// The kind of the document it is about; `None` if it is about none.
    pub kind: Option<&'a Coded<Kind>>,
    /// Whether the person hid the document from proxies.
    pub hidden: bool,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The day it speaks of, where it speaks of one.
    pub day: Option<NaiveDate>,
}

impl Occurrence<'_> {
    /// What is asked whether it is still true.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        Fact { subject: self.subject, at: self.at, day: self.day, zone: self.zone }
    }
}

/// How somebody stands to the person it is about.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'a> {
    /// It is that person.
    Own(Owner),
    /// Somebody with a grant.
    Proxy {
        /// The grant.
        grant: &'a Grant,
        /// What of the person bears upon it.
        owner: Owner,
        /// The kinds of documents that it covers.
        kinds: &'a Kinds,
    },
}

impl Standing<'_> {
    /// What they may at an instant.
    #[must_use]
    pub fn holder(&self, at: DateTime<Utc>) -> Holder {
        match self {
            Self::Own(owner) => Holder::Own(owner.stage(at)),
            Self::Proxy { grant, owner, kinds } => {
                let Effective { scopes, .. } = effective(grant, *owner, at);
                Holder::Proxy(Proxy { scopes, kinds: (*kinds).clone(), state: state(grant, *owner, at) })
            }
        }
    }
}

/// An account holder who may come into question.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Who it is, by opaque id.
    pub id: &'a str,
    /// How they stand to the person it is about.
    pub standing: Standing<'a>,
    /// What they want.
    pub preferences: &'a Preferences,
    /// Their contacts.
    pub contacts: &'a [Contact],
    /// Where their own days begin: their quiet hours are by their clock.
    pub zone: Zone,
}

/// Why somebody does not receive a message, whatever they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReceived {
    /// Access says so.
    Access(Refusal),
    /// It is for the account holder alone.
    NotForProxies,
    /// It goes to the contact that is to be verified.
    ToTheContact,
}

impl NotReceived {
    /// The code of the reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Access(refusal) => refusal.code(),
            Self::NotForProxies => "not_for_proxies",
            Self::ToTheContact => "to_the_contact",
        }
    }
}

/// Whether somebody receives a message at an instant.
///
/// A proxy whose grant is about some kinds of documents receives what is about these, and nothing that is about the person:
/// a visit tells more than such a grant gives. Of access both sides are told, whatever it covers; once it has ended, only
/// that it has.
///
/// # Errors
/// [`NotReceived`].
pub fn receives(
    occurrence: &Occurrence<'_>,
    standing: &Standing<'_>,
    at: DateTime<Utc>,
) -> Result<(), NotReceived> {
    match (occurrence.subject.audience(), standing) {
        (Audience::TheContact, _) => return Err(NotReceived::ToTheContact),
        (Audience::BothSides | Audience::Holder, Standing::Own(_)) => return Ok(()),
        (Audience::BothSides, Standing::Proxy { .. }) => return side(occurrence.subject, standing, at),
        (Audience::Holder, Standing::Proxy { .. }) => return Err(NotReceived::NotForProxies),
        (Audience::PersonAndProxies, _) => {}
    }
    let kind = occurrence.kind.filter(|_| occurrence.subject.of_document());
    let about = About { kind, hidden: occurrence.hidden, ..About::default() };
    allowed(Action::ReceiveMessages, &standing.holder(at), about).map_err(NotReceived::Access)?;
    match standing {
        Standing::Proxy { kinds: Kinds::Only(_), .. } if kind.is_none() => {
            Err(NotReceived::Access(Refusal::KindNotCovered))
        }
        _ => Ok(()),
    }
}

/// The other side of a grant: they need no scope to be told of it, but it must hold, unless they are told that it does not.
fn side(subject: Subject, standing: &Standing<'_>, at: DateTime<Utc>) -> Result<(), NotReceived> {
    if subject == Subject::AccessRevoked {
        return Ok(());
    }
    // Whoever may ask for renewal has a grant that holds: nothing else is asked of them there.
    allowed(Action::AskRenewal, &standing.holder(at), About::default()).map_err(NotReceived::Access)
}
