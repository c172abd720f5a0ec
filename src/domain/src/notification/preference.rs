//! What somebody wants to be told, by which channel: a wish for each person cared for.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::language::Language;
use crate::notification::channel::Channel;
use crate::notification::lead::Lead;
use crate::notification::quiet::Quiet;
use crate::notification::subject::Subject;
use crate::notification::topic::{Topic, Urgency};

/// Minutes that may be waited before a message goes by the next channel.
pub const WAITS: [u32; 6] = [5, 15, 30, 60, 180, 720];
/// The wait as long as nobody chose one.
pub const DEFAULT_WAIT: u32 = 30;
/// The order as long as nobody chose one: Viber, which tells that a message was seen, else SMS.
pub const DEFAULT_ORDER: [Channel; 2] = [Channel::Viber, Channel::Sms];
/// By which channel a message goes that nobody decided on, or that cannot be switched off and has no other way: the first
/// of these that can be used. The fund itself asks for a telephone number alone.
pub const LAST_RESORT: [Channel; 4] = [Channel::Sms, Channel::Viber, Channel::Email, Channel::Push];
/// The source of all of these: the fund states neither order nor wait; one provider waits 24 hours.
pub const PREFERENCE_SOURCE: Citation = DESIGN;

codes! {
    /// Whether a message is wanted by a channel.
    pub enum Wish {
        /// It is.
        On = "on",
        /// It is not.
        Off = "off",
        /// The person has not said. [`meanwhile`] says what happens.
        Undecided = "undecided",
    }
}

codes! {
    /// What happens while nobody has decided.
    pub enum Meanwhile {
        /// It goes, by one channel, the first of [`LAST_RESORT`] that can be used and is not switched off: a term runs, and
        /// silence could cost a right.
        Sent = "sent",
        /// It stays in the portal.
        NotSent = "not_sent",
    }
}

/// What happens to messages of an urgency while nobody has decided ([`PREFERENCE_SOURCE`]).
#[must_use]
pub const fn meanwhile(urgency: Urgency) -> Meanwhile {
    match urgency {
        Urgency::Security | Urgency::Action => Meanwhile::Sent,
        Urgency::Calm => Meanwhile::NotSent,
    }
}

/// What a wish is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// All subjects of a group that have no wish of their own.
    Topic(Topic),
    /// One subject.
    Subject(Subject),
}

/// A cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// About whom, by opaque id.
    pub person: String,
    /// About what.
    pub what: What,
    /// By which channel.
    pub channel: Channel,
}

/// Which channels follow each other where a message does not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallback {
    /// The order, the first to be tried first. Wanted channels outside of it go at the same time as the first.
    pub order: Vec<Channel>,
    /// Minutes without word that a message arrived, before it goes by the next.
    pub wait: u32,
}

impl Default for Fallback {
    fn default() -> Self {
        Self { order: DEFAULT_ORDER.to_vec(), wait: DEFAULT_WAIT }
    }
}

/// The wishes of an account holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// Cells that were decided, or set back to [`Wish::Undecided`]. One that is not in it is undecided; of several for the
    /// same cell the last counts.
    pub wishes: Vec<(Cell, Wish)>,
    /// What follows what.
    pub fallback: Fallback,
    /// When messages wait; `None` if they never do.
    pub quiet: Option<Quiet>,
    /// How long ahead of a day one is reminded of it, where that was chosen.
    pub leads: Vec<Lead>,
    /// The language of messages.
    pub language: Language,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            wishes: Vec::new(),
            fallback: Fallback::default(),
            quiet: None,
            leads: Vec::new(),
            language: Language::Bg,
        }
    }
}

impl Preferences {
    /// The wish of one cell, as it was set.
    #[must_use]
    pub fn cell(&self, person: &str, what: What, channel: Channel) -> Option<Wish> {
        let right = |cell: &Cell| cell.person == person && cell.what == what && cell.channel == channel;
        self.wishes.iter().rev().find(|(cell, _)| right(cell)).map(|(_, wish)| *wish)
    }

    /// Sets a cell.
    pub fn set(&mut self, cell: Cell, wish: Wish) {
        self.wishes.retain(|(other, _)| *other != cell);
        self.wishes.push((cell, wish));
    }

    /// The wish for a subject by a channel: its own, else that of its group. A subject set back to undecided has what its
    /// group has.
    ///
    /// ```
    /// use domain::notification::{Cell, Channel, Preferences, Subject, Topic, What, Wish};
    /// let mut preferences = Preferences::default();
    /// let all = Cell { person: "self".into(), what: What::Topic(Topic::Protocols), channel: Channel::Sms };
    /// preferences.set(all, Wish::On);
    /// assert_eq!(preferences.wish("self", Subject::ProtocolApproved, Channel::Sms), Wish::On);
    /// assert_eq!(preferences.wish("child", Subject::ProtocolApproved, Channel::Sms), Wish::Undecided);
    /// ```
    #[must_use]
    pub fn wish(&self, person: &str, subject: Subject, channel: Channel) -> Wish {
        let own = self.cell(person, What::Subject(subject), channel).filter(|wish| *wish != Wish::Undecided);
        own.or_else(|| self.cell(person, What::Topic(subject.topic()), channel)).unwrap_or(Wish::Undecided)
    }
}
