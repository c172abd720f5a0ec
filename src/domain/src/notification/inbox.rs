//! What stands in the list of messages: why somebody gets one, why not, what stays there and what it tells of others.

use chrono::{DateTime, Utc};

use crate::access::Basis;
use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::notification::contact::Obstacle;
use crate::notification::leave::Stays;
use crate::notification::plan::NotTold;
use crate::notification::receive::{Occurrence, Standing, receives};
use crate::notification::subject::{Audience, Subject};
use crate::notification::truth::OutdatedCode;
use crate::notification::way::NotBy;

/// The source of everything here.
pub const INBOX_SOURCE: Citation = DESIGN;

codes! {
    /// Why somebody gets a message at all.
    pub enum Ground {
        /// It is about them.
        Own = "own",
        /// They receive messages for the person.
        Proxy = "proxy",
        /// They are one of the two sides of an access.
        BothSides = "both_sides",
        /// It is about their account.
        Holder = "holder",
        /// It went to a contact of theirs that is being verified.
        TheContact = "the_contact",
    }
}

codes! {
    /// Why a message, or one channel of it, was not sent.
    pub enum WhyNot {
        /// It never goes by this channel.
        NotAllowed = "not_allowed",
        /// The person switched it off.
        Off = "off",
        /// The person has not decided.
        Undecided = "undecided",
        /// There is no contact for it.
        NoContact = "no_contact",
        /// There is one, and no code was sent to it.
        Unverified = "unverified",
        /// A code was sent, and not typed yet.
        CodePending = "code_pending",
        /// It was stopped outside the portal.
        Stopped = "stopped",
        /// Access does not reach as far, or was over when it would have gone out.
        Access = "access",
        /// When it would have gone out, no channel could be used any more.
        NoChannelLeft = "no_channel_left",
        /// Withdrawn, and nothing took its place.
        Withdrawn = "withdrawn",
        /// A newer message took its place.
        Replaced = "replaced",
        /// Its time was over.
        Over = "over",
    }
}

impl From<NotBy> for WhyNot {
    fn from(why: NotBy) -> Self {
        match why {
            NotBy::NotAllowed => Self::NotAllowed,
            NotBy::Off => Self::Off,
            NotBy::Undecided => Self::Undecided,
            NotBy::Obstacle(Obstacle::NoContact) => Self::NoContact,
            NotBy::Obstacle(Obstacle::Unverified) => Self::Unverified,
            NotBy::Obstacle(Obstacle::CodePending) => Self::CodePending,
            NotBy::Obstacle(Obstacle::Stopped { .. }) => Self::Stopped,
        }
    }
}

impl From<OutdatedCode> for WhyNot {
    fn from(why: OutdatedCode) -> Self {
        match why {
            OutdatedCode::Withdrawn => Self::Withdrawn,
            OutdatedCode::Replaced => Self::Replaced,
            OutdatedCode::Over => Self::Over,
        }
    }
}

impl From<&NotTold> for WhyNot {
    fn from(why: &NotTold) -> Self {
        match why {
            NotTold::NotReceived(_) => Self::Access,
            NotTold::NoWay(no) => no.main().into(),
            NotTold::Outdated(why) => why.code().into(),
        }
    }
}

impl WhyNot {
    /// Why nothing left; `None` while it only waits.
    #[must_use]
    pub fn of(why: &Stays) -> Option<Self> {
        match why {
            Stays::Held { .. } => None,
            Stays::Outdated(why) => Some(why.code().into()),
            Stays::NobodyLeft => Some(Self::Access),
            Stays::NoChannelLeft => Some(Self::NoChannelLeft),
        }
    }

    /// Whether it is that the message is not true any more.
    #[must_use]
    pub const fn is_untrue(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Replaced | Self::Over)
    }
}

/// Why somebody gets a message at all; `own` if it is about them.
#[must_use]
pub fn ground(subject: Subject, own: bool) -> Ground {
    match subject.audience() {
        Audience::PersonAndProxies if own => Ground::Own,
        Audience::PersonAndProxies => Ground::Proxy,
        Audience::BothSides => Ground::BothSides,
        Audience::Holder => Ground::Holder,
        Audience::TheContact => Ground::TheContact,
    }
}

/// Whether a message stands in somebody's list at `now`. What reached them stays: they have it on the phone anyway. What did
/// not stands there as long as they receive such messages.
#[must_use]
pub fn stays(
    reached: bool,
    occurrence: &Occurrence<'_>,
    standing: &Standing<'_>,
    now: DateTime<Utc>,
) -> bool {
    reached || receives(occurrence, standing, now).is_ok()
}

/// Whether somebody sees who else was told: the person, and for one without an account a parent. Whom a message names is known
/// to all it names.
#[must_use]
pub fn sees_others(standing: &Standing<'_>, person_has_account: bool) -> bool {
    match standing {
        Standing::Own(_) => true,
        Standing::Proxy { grant, .. } => grant.basis == Basis::Parent && !person_has_account,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Grant, Kinds, Owner, Scope, Step};
    use crate::insurance::System;
    use crate::moment::Zone;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;
    const OWNER: Owner = Owner { system: Some(System::Bulgaria), born: None, zone: Zone::Sofia };

    fn grant(basis: Basis, step: Step) -> Grant {
        let scopes = [Scope::Look, Scope::Receive].into_iter().collect();
        Grant { basis, scopes, given: NOW, until: None, agreed: None, step }
    }

    #[test]
    fn what_reached_somebody_stays_when_access_ends_and_what_did_not_goes() {
        let revoked = Step::Revoked { by: crate::access::Side::Giver };
        let all = Kinds::All;
        let occurrence = Occurrence {
            subject: Subject::VisitReminder,
            person: "p",
            zone: Zone::Sofia,
            kind: None,
            hidden: false,
            at: NOW,
            day: None,
        };
        for (step, reached, there) in
            [(Step::Given, false, true), (revoked, false, false), (revoked, true, true)]
        {
            let grant = grant(Basis::Mandate, step);
            let proxy = Standing::Proxy { grant: &grant, owner: OWNER, kinds: &all };
            assert_eq!(stays(reached, &occurrence, &proxy, NOW), there, "{step:?}");
        }
    }

    #[test]
    fn who_else_was_told_is_for_the_person_and_for_a_parent_of_one_without_an_account() {
        let all = Kinds::All;
        assert!(sees_others(&Standing::Own(OWNER), true));
        for (basis, account, sees) in
            [(Basis::Parent, false, true), (Basis::Parent, true, false), (Basis::Mandate, false, false)]
        {
            let grant = grant(basis, Step::Given);
            let proxy = Standing::Proxy { grant: &grant, owner: OWNER, kinds: &all };
            assert_eq!(sees_others(&proxy, account), sees, "{basis:?}");
        }
    }

    #[test]
    fn every_reason_has_its_code() {
        use crate::coded::Code as _;
        for why in [NotBy::NotAllowed, NotBy::Off, NotBy::Undecided, NotBy::Obstacle(Obstacle::Unverified)] {
            assert_eq!(WhyNot::from(why).code(), why.code());
        }
        assert_eq!(WhyNot::of(&Stays::Held { until: NOW }), None);
        assert!(WhyNot::of(&Stays::NobodyLeft).is_some_and(|why| !why.is_untrue()));
    }
}
