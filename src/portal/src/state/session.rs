//! Who is signed in, and until when.

use std::sync::Arc;
use std::time::Duration;

use contract::session::RawSession;
use domain::coded::Coded;
use domain::moment::Zone;
use domain::person::Relation;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::kept;
use super::tabs::{Tabs, Word};
use crate::api::{self, ApiError, NOTICES};
use crate::browser;
use crate::route::Outcome;
use contract::PersonId;
use contract::person::RawPerson;

/// How often the time left is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Two ends of a session that lie no farther apart are the same, learnt by different answers.
const SAME_END_MS: f64 = 2000.0;

/// What is known of the session.
#[derive(Debug, Clone)]
pub enum Auth {
    /// Not asked yet, or the answer is on its way.
    Asking,
    /// The question failed.
    Failed(ApiError),
    /// Nobody is signed in; why the session ended, if there was one.
    Out(Option<Outcome>),
    /// Somebody is.
    In(Arc<RawSession>),
}

/// The session of this page.
#[derive(Clone, Copy)]
pub struct SessionState {
    /// What is known.
    pub auth: RwSignal<Auth>,
    /// Time left, once it is time to warn.
    pub ending: RwSignal<Option<Duration>>,
    /// Counts the times that other persons came, or that what may be done with theirs changed.
    pub persons: RwSignal<u32>,
    /// Signing out is under way: an end of the session that is heard of now is that.
    pub signing_out: RwSignal<bool>,
}

impl SessionState {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            auth: RwSignal::new(Auth::Asking),
            ending: RwSignal::new(None),
            persons: RwSignal::new(0),
            signing_out: RwSignal::new(false),
        }
    }

    /// Asks the server. Nothing waits for the answer: it is in `auth` when it comes.
    pub fn ask(self) {
        spawn_local(async move {
            match api::session::get().await {
                Ok(session) => self.enter(session),
                Err(ApiError::SignedOut) => self.auth.set(Auth::Out(None)),
                Err(error) => self.auth.set(Auth::Failed(error)),
            }
        });
    }

    /// Looks at the time left every second, for as long as the page lives: warns, and in the end leaves.
    pub fn watch(self, tabs: Tabs) {
        let told = StoredValue::new(0.0);
        let look = move || {
            // What this tab learnt of the session's end is news for the others.
            if let Some(ends_at) = NOTICES.ends_at.get_untracked()
                && ends_at > told.get_value() + SAME_END_MS
            {
                told.set_value(ends_at);
                if let Some(left) = time_left() {
                    tabs.say(&Word::Lives(u32::try_from(left.as_secs()).unwrap_or(u32::MAX)));
                }
            }
            let left = if self.is_in() { time_left() } else { None };
            let lead = domain::session::WARNING_LEAD.to_std().unwrap_or_default();
            let due = left.filter(|left| *left <= lead);
            if self.ending.get_untracked() != due {
                self.ending.set(due);
            }
            if left == Some(Duration::ZERO) {
                self.end(tabs);
            }
        };
        set_interval(look, LOOK_EVERY);
    }

    /// Takes over a session that the server described just now.
    pub fn enter(self, session: RawSession) {
        clock::set(session.server_now);
        api::set_csrf_token(&session.csrf_token);
        self.signing_out.set(false);
        self.auth.set(Auth::In(Arc::new(session)));
    }

    /// Another tab learnt that the session lives for so many seconds more.
    pub fn lives(self, seconds: u32) {
        let ends_at = browser::monotonic_ms() + f64::from(seconds) * 1000.0;
        let later = NOTICES.ends_at.get_untracked().is_none_or(|known| ends_at > known + SAME_END_MS);
        if self.is_in() && later {
            NOTICES.ends_at.set(Some(ends_at));
        }
    }

    /// The session is over on the server: tells the other tabs, and leaves.
    pub fn end(self, tabs: Tabs) {
        tabs.say(&if self.signing_out.get_untracked() { Word::SignedOut } else { Word::Expired });
        self.leave(Outcome::Expired);
    }

    /// Leaves: nothing of the person stays in memory, since every page that showed it goes.
    pub fn leave(self, why: Outcome) {
        if self.is_in() {
            let why = if self.signing_out.get_untracked() { Outcome::SignedOut } else { why };
            api::set_csrf_token("");
            kept::forget();
            NOTICES.ends_at.set(None);
            // Whoever leaves leaves nothing behind, whatever page kept it; a session that is over may go on in the same tab.
            if let Some(tab) = browser::tab_storage().filter(|_| why != Outcome::Expired) {
                let _ = tab.clear();
            }
            self.auth.set(Auth::Out(Some(why)));
        }
    }

    /// Whether somebody is signed in, untracked.
    pub fn is_in(self) -> bool {
        self.auth.with_untracked(|auth| matches!(auth, Auth::In(_)))
    }

    /// The session; tracked. `None` while nobody is signed in.
    pub fn session(self) -> Option<Arc<RawSession>> {
        match self.auth.get() {
            Auth::In(session) => Some(session),
            Auth::Asking | Auth::Failed(_) | Auth::Out(_) => None,
        }
    }

    /// The account holder; tracked. `None` while nobody is signed in.
    pub fn own(self) -> Option<RawPerson> {
        self.session()?.persons.iter().find(|person| is_own(person)).cloned()
    }

    /// The account holder's id. Not tracked.
    pub fn own_id(self) -> Option<PersonId> {
        untrack(|| self.own()).map(|own| own.id)
    }

    /// The zone of the account holder. Not tracked.
    pub fn own_zone(self) -> Zone {
        untrack(|| self.own()).map_or(Zone::Sofia, |own| own.zone)
    }

    /// Everybody whose documents there are, oneself first. Not tracked.
    pub fn own_first(self) -> Vec<RawPerson> {
        let persons = untrack(|| self.session()).map(|session| session.persons.clone()).unwrap_or_default();
        let (mut own, others): (Vec<_>, Vec<_>) = persons.into_iter().partition(is_own);
        own.extend(others);
        own
    }

    /// A person by id. Tracks who there is, and not the session, which is new with every answer that extends it.
    pub fn person(self, id: &PersonId) -> Option<RawPerson> {
        self.persons.track();
        untrack(|| self.session())?.persons.iter().find(|person| person.id == *id).cloned()
    }

    /// The zone in which a person's days are counted; Bulgaria's where the person is not known.
    pub fn zone(self, id: &PersonId) -> Zone {
        self.person(id).map_or(Zone::Sofia, |person| person.zone)
    }
}

/// The session of this page, provided by the app.
pub fn use_session() -> SessionState {
    use_context().unwrap_or_else(SessionState::new)
}

/// Whether a person is the account holder.
pub fn is_own(person: &RawPerson) -> bool {
    person.relation == Coded::Known(Relation::Own)
}

/// Time left until the session ends by the server's last answer; zero when it is over.
fn time_left() -> Option<Duration> {
    let ends_at = NOTICES.ends_at.get_untracked()?;
    Some(Duration::from_secs_f64(((ends_at - browser::monotonic_ms()) / 1000.0).max(0.0)))
}

/// Whose signals live as long as the session.
#[derive(Clone)]
struct Lifetime(Owner);

/// Begins what lives as long as the session, in the part of the app that does.
pub fn begin() {
    if let Some(owner) = Owner::current() {
        provide_context(Lifetime(owner));
    }
}

/// Something that lives as long as the session and is made when a page first asks for it: what was typed there is still there
/// after a look at another page. The first load need not know of it.
pub fn of_session<T: Clone + Default + Send + Sync + 'static>() -> T {
    use_context::<T>().unwrap_or_else(|| {
        let make = || {
            let made = T::default();
            provide_context(made.clone());
            made
        };
        match use_context::<Lifetime>() {
            Some(Lifetime(owner)) => owner.with(make),
            None => make(),
        }
    })
}
