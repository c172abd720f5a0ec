//! A grant over time: what it is at an instant, how far it reaches, and what comes next.

use chrono::{DateTime, NaiveDate, Utc};

use crate::access::age::{Stage, reaches, stage, transitions};
use crate::access::scope::{Basis, Scope, Scopes, Side};
use crate::coded::codes;
use crate::insurance::System;
use crate::moment::Zone;

/// What of the person whose documents they are bears upon access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Under which country's health insurance, if this build knows it.
    pub system: Option<System>,
    /// Birthday, where it is known.
    pub born: Option<NaiveDate>,
    /// Where the person's days begin.
    pub zone: Zone,
}

impl Owner {
    /// The stage of life at an instant.
    #[must_use]
    pub fn stage(self, now: DateTime<Utc>) -> Stage {
        stage(self.system, self.born, self.zone.day(now))
    }
}

/// What people did with a grant. What time does to it is not recorded, but follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody was invited; the code serves before this instant.
    Invited {
        /// When the code closes.
        open_until: DateTime<Utc>,
    },
    /// It is given.
    Given,
    /// The invitation was declined.
    Declined,
    /// It was taken back, or given up.
    Revoked {
        /// By whom.
        by: Side,
    },
}

/// A grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// On what it rests.
    pub basis: Basis,
    /// How far it was meant to reach.
    pub scopes: Scopes,
    /// When it was given, or the invitation made.
    pub given: DateTime<Utc>,
    /// The last day on which it holds, in the owner's zone; `None` for one that ends with an age.
    pub until: Option<NaiveDate>,
    /// When the young person agreed that a parent goes on acting. Before [`Stage::OwnDecisions`] nobody can agree.
    pub agreed: Option<DateTime<Utc>>,
    /// What people did last.
    pub step: Step,
}

/// What a grant is at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The code is open.
    Invited {
        /// Until then.
        open_until: DateTime<Utc>,
    },
    /// It holds.
    Active,
    /// Its last day is over; or nobody used the code in time.
    Expired,
    /// Taken back or given up.
    Revoked {
        /// By whom.
        by: Side,
    },
    /// It ended with the age of the person.
    EndedByAge,
    /// The invitation was declined.
    Declined,
}

impl State {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> StateCode {
        match self {
            Self::Invited { .. } => StateCode::Invited,
            Self::Active => StateCode::Active,
            Self::Expired => StateCode::Expired,
            Self::Revoked { .. } => StateCode::Revoked,
            Self::EndedByAge => StateCode::EndedByAge,
            Self::Declined => StateCode::Declined,
        }
    }
}

codes! {
    /// The states by their codes alone.
    pub enum StateCode {
        /// The code is open.
        Invited = "invited",
        /// It holds.
        Active = "active",
        /// Its last day is over.
        Expired = "expired",
        /// Taken back or given up.
        Revoked = "revoked",
        /// It ended with the age of the person.
        EndedByAge = "ended_by_age",
        /// The invitation was declined.
        Declined = "declined",
    }
}

codes! {
    /// What time will do to a grant.
    pub enum What {
        /// The young person may sign in; the grant stays as it is.
        OwnSignIn = "own_sign_in",
        /// The young person decides: acting becomes looking, unless they agree.
        Narrows = "narrows",
        /// It ends with the age of the person.
        EndsByAge = "ends_by_age",
        /// Its last day is over.
        Expires = "expires",
        /// The code of the invitation closes.
        CodeCloses = "code_closes",
    }
}

codes! {
    /// Why a grant reaches less far than it was given.
    pub enum NarrowedBy {
        /// The person is of an age at which they decide themselves, and has not agreed.
        Age = "age",
    }
}

/// What time will do, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upcoming {
    /// What.
    pub what: What,
    /// The first day on which it is so, in the owner's zone.
    pub day: NaiveDate,
    /// The instant at which it becomes so.
    pub at: DateTime<Utc>,
}

/// How far a grant reaches at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effective {
    /// The scopes; none unless it is active.
    pub scopes: Scopes,
    /// Whether acting was lost because the young person decides and has not agreed.
    pub narrowed: bool,
}

/// Whether age bears upon a grant: a parent's always; a guardian's if the person was under age when it was given, for
/// adults have guardians too; a mandate's never.
fn ages(grant: &Grant, owner: Owner) -> bool {
    match grant.basis {
        Basis::Parent => true,
        Basis::Guardian => owner.stage(grant.given) < Stage::Adult,
        Basis::Mandate => false,
    }
}

/// All that time does to a grant that nobody touches, in order, past and future.
fn course(grant: &Grant, owner: Owner) -> impl Iterator<Item = Upcoming> {
    let zone = owner.zone;
    let first = move |day: NaiveDate, what| Upcoming { what, day, at: zone.start_of(day) };
    let expires = grant.until.and_then(|last| last.succ_opt()).map(|day| first(day, What::Expires));
    let closes = match grant.step {
        Step::Invited { open_until } => {
            Some(Upcoming { what: What::CodeCloses, day: zone.day(open_until), at: open_until })
        }
        _ => None,
    };
    let born = owner.born.filter(|_| ages(grant, owner));
    let by_age = born.into_iter().flat_map(move |born| transitions(owner.system, born));
    let by_age = by_age.filter_map(move |transition| {
        let what = match transition.stage {
            Stage::Child => return None,
            Stage::OwnSignIn => What::OwnSignIn,
            Stage::OwnDecisions => What::Narrows,
            Stage::Adult => What::EndsByAge,
        };
        Some(first(transition.day, what))
    });
    by_age.chain(expires).chain(closes)
}

/// What of time has ended a grant or an invitation by `now`, of two ends the earlier; `None` while none has, and for what people
/// ended: they may have done so at any time.
#[must_use]
pub fn ended_by_time(grant: &Grant, owner: Owner, now: DateTime<Utc>) -> Option<Upcoming> {
    if matches!(grant.step, Step::Revoked { .. } | Step::Declined) {
        return None;
    }
    let over = course(grant, owner).filter(|change| change.at <= now);
    let ends = over.filter(|change| !matches!(change.what, What::OwnSignIn | What::Narrows));
    ends.min_by_key(|change| change.at)
}

/// What a grant is at `now`. What people did goes first; of two ends by time, the earlier.
#[must_use]
pub fn state(grant: &Grant, owner: Owner, now: DateTime<Utc>) -> State {
    let ended = || {
        ended_by_time(grant, owner, now).map(|change| match change.what {
            What::EndsByAge => State::EndedByAge,
            _ => State::Expired,
        })
    };
    match grant.step {
        Step::Revoked { by } => State::Revoked { by },
        Step::Declined => State::Declined,
        Step::Invited { open_until } => ended().unwrap_or(State::Invited { open_until }),
        Step::Given => ended().unwrap_or(State::Active),
    }
}

/// How far a grant reaches at `now`.
#[must_use]
pub fn effective(grant: &Grant, owner: Owner, now: DateTime<Utc>) -> Effective {
    if state(grant, owner, now) != State::Active {
        return Effective { scopes: Scopes::NONE, narrowed: false };
    }
    let decides = owner.born.and_then(|born| reaches(owner.system, born, Stage::OwnDecisions));
    let decides = decides.filter(|_| ages(grant, owner)).map(|day| owner.zone.start_of(day));
    let narrowed = grant.scopes.has(Scope::Act)
        && decides.is_some_and(|from| from <= now && grant.agreed.is_none_or(|agreed| agreed < from));
    let scopes = if narrowed { grant.scopes.without(Scope::Act) } else { grant.scopes };
    Effective { scopes, narrowed }
}

/// What time will do to a grant after `now`, the next first; nothing that comes after its end, and no narrowing that has
/// nothing to take. Empty for a grant that has ended.
#[must_use]
pub fn upcoming(grant: &Grant, owner: Owner, now: DateTime<Utc>) -> Vec<Upcoming> {
    if !matches!(state(grant, owner, now), State::Active | State::Invited { .. }) {
        return Vec::new();
    }
    let narrows = grant.scopes.has(Scope::Act);
    let ahead: Vec<Upcoming> = course(grant, owner)
        .filter(|change| change.at > now && (narrows || change.what != What::Narrows))
        .collect();
    let order = crate::order::order(ahead.len(), &|a, b| ahead[a].at.cmp(&ahead[b].at));
    let mut next = Vec::with_capacity(ahead.len());
    for place in order {
        next.push(ahead[place]);
        if !matches!(ahead[place].what, What::OwnSignIn | What::Narrows) {
            break;
        }
    }
    next
}
