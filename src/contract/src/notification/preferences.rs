//! What somebody wants to be told, by which channel.

use chrono::NaiveTime;
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::{
    Cell, Change, Channel, Fallback, Lead, Preferences, Quiet, Subject, Topic, What, Wish,
};
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::wire::{clock_time, open, open_list, open_option};

/// Answer of `GET /api/v1/notifications/preferences`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotificationPreferences {
    /// The cells of the matrix that were decided. One that is not there is undecided: `domain::notification::meanwhile` says
    /// what happens to it.
    pub wishes: Vec<WishCell>,
    /// What follows what where a message does not arrive.
    pub fallback: FallbackOrder,
    /// When messages wait; absent if they never do.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quiet: Option<QuietHours>,
    /// How long ahead of a day one is reminded of it, where that was chosen.
    pub leads: Vec<ReminderLead>,
    /// The language of messages.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
}

/// A cell of the matrix: about one person, by one channel, either of a whole topic or of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WishCell {
    /// About whom: the account holder, or somebody they care for.
    pub person: PersonId,
    /// The topic; holds for each of its subjects that has no cell of its own. Absent where there is a `subject`.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "protocols"))]
    pub topic: Option<Coded<Topic>>,
    /// The subject. Absent where there is a `topic`.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "protocol.approved"))]
    pub subject: Option<Coded<Subject>>,
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "viber"))]
    pub channel: Coded<Channel>,
    /// `on`, `off`, or `undecided` to take a decision back.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "on"))]
    pub wish: Coded<Wish>,
}

/// Which channels follow each other where a message does not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FallbackOrder {
    /// The order, the first to be tried first.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["viber", "sms"])))]
    pub order: Vec<Coded<Channel>>,
    /// Minutes without word that a message arrived, before it goes by the next.
    #[cfg_attr(feature = "openapi", schema(example = 30))]
    pub wait_minutes: u32,
}

/// Hours in which messages wait, by the clock on the wall where the account holder lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The first minute, as `HH:MM`.
    #[serde(with = "clock_time")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "22:00"))]
    pub from: NaiveTime,
    /// The end, as `HH:MM`: messages go out from then on. Not later than `from` if there is a midnight in between.
    #[serde(with = "clock_time")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "07:00"))]
    pub to: NaiveTime,
    /// Whether messages wait whose term runs. Calm ones always do, those of security never.
    pub action: bool,
}

/// How long ahead of a day one is reminded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReminderLead {
    /// Of what.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "visit.reminder"))]
    pub subject: Coded<Subject>,
    /// Days ahead; 0 is the day itself. Absent in a change: back to what holds where nobody chose.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub days: Option<u16>,
}

/// Body of `PATCH /api/v1/notifications/preferences` (with `If-Match`): what is absent stays, and so does every cell that is not
/// named. So nothing is taken away that a client does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NotificationPatch {
    /// Cells, each once.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub wishes: Vec<WishCell>,
    /// Another order.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fallback: Option<FallbackOrder>,
    /// Other quiet hours.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quiet: Option<QuietHours>,
    /// No quiet hours from now on; not together with `quiet`.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub no_quiet: bool,
    /// Leads, each subject once.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub leads: Vec<ReminderLead>,
    /// Another language.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "kk"))]
    pub language: Option<Coded<Language>>,
}

impl From<QuietHours> for Quiet {
    fn from(hours: QuietHours) -> Self {
        Self { from: hours.from, to: hours.to, action: hours.action }
    }
}

impl From<Quiet> for QuietHours {
    fn from(quiet: Quiet) -> Self {
        Self { from: quiet.from, to: quiet.to, action: quiet.action }
    }
}

impl WishCell {
    /// A decision on a cell.
    #[must_use]
    pub fn new(cell: &Cell, wish: Wish) -> Self {
        let (topic, subject) = match cell.what {
            What::Topic(topic) => (Some(Coded::Known(topic)), None),
            What::Subject(subject) => (None, Some(Coded::Known(subject))),
        };
        Self {
            person: PersonId(cell.person.clone()),
            topic,
            subject,
            channel: Coded::Known(cell.channel),
            wish: Coded::Known(wish),
        }
    }

    /// The cell and the wish; `None` where this build does not know a code, or where not exactly one of topic and subject stands.
    #[must_use]
    pub fn read(&self) -> Option<(Cell, Wish)> {
        let what = match (&self.topic, &self.subject) {
            (Some(topic), None) => What::Topic(topic.known()?),
            (None, Some(subject)) => What::Subject(subject.known()?),
            _ => return None,
        };
        let cell = Cell { person: self.person.as_str().to_owned(), what, channel: self.channel.known()? };
        Some((cell, self.wish.known()?))
    }
}

impl FallbackOrder {
    /// The order; `None` where this build does not know a channel.
    #[must_use]
    pub fn read(&self) -> Option<Fallback> {
        let order = self.order.iter().map(Coded::known).collect::<Option<_>>()?;
        Some(Fallback { order, wait: self.wait_minutes })
    }
}

impl From<&Fallback> for FallbackOrder {
    fn from(fallback: &Fallback) -> Self {
        let order = fallback.order.iter().copied().map(Coded::Known).collect();
        Self { order, wait_minutes: fallback.wait }
    }
}

impl From<&Preferences> for NotificationPreferences {
    fn from(all: &Preferences) -> Self {
        let lead = |lead: &Lead| ReminderLead { subject: Coded::Known(lead.subject), days: Some(lead.days) };
        Self {
            wishes: all.wishes.iter().map(|(cell, wish)| WishCell::new(cell, *wish)).collect(),
            fallback: FallbackOrder::from(&all.fallback),
            quiet: all.quiet.map(QuietHours::from),
            leads: all.leads.iter().map(lead).collect(),
            language: Coded::Known(all.language),
        }
    }
}

impl NotificationPreferences {
    /// The preferences as far as this build knows their codes. What it does not know stays with the server: a client sends changes
    /// and never the whole.
    #[must_use]
    pub fn read(&self) -> Preferences {
        let lead = |lead: &ReminderLead| Some(Lead { subject: lead.subject.known()?, days: lead.days? });
        Preferences {
            wishes: self.wishes.iter().filter_map(WishCell::read).collect(),
            fallback: self.fallback.read().unwrap_or_default(),
            quiet: self.quiet.map(Quiet::from),
            leads: self.leads.iter().filter_map(lead).collect(),
            language: self.language.known().unwrap_or(Language::Bg),
        }
    }
}

impl NotificationPatch {
    /// These changes.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let mut patch = Self::default();
        for change in changes {
            match change {
                Change::Wish(cell, wish) => patch.wishes.push(WishCell::new(cell, *wish)),
                Change::Fallback(fallback) => patch.fallback = Some(fallback.into()),
                Change::Quiet(quiet) => {
                    patch.quiet = quiet.map(QuietHours::from);
                    patch.no_quiet = quiet.is_none();
                }
                Change::Lead(subject, days) => {
                    patch.leads.push(ReminderLead { subject: Coded::Known(*subject), days: *days });
                }
                Change::Language(language) => patch.language = Some(Coded::Known(*language)),
            }
        }
        patch
    }

    /// The changes that it asks for.
    ///
    /// # Errors
    /// JSON pointers of what this build does not know or cannot take together.
    pub fn changes(&self) -> Result<Vec<Change>, Vec<String>> {
        let mut changes = Vec::new();
        let mut wrong = Vec::new();
        for (place, cell) in self.wishes.iter().enumerate() {
            match cell.read() {
                Some((cell, wish)) => changes.push(Change::Wish(cell, wish)),
                None => wrong.push(format!("/wishes/{place}")),
            }
        }
        match self.fallback.as_ref().map(FallbackOrder::read) {
            Some(Some(fallback)) => changes.push(Change::Fallback(fallback)),
            Some(None) => wrong.push("/fallback/order".to_owned()),
            None => {}
        }
        match (self.quiet, self.no_quiet) {
            (Some(_), true) => wrong.push("/no_quiet".to_owned()),
            (Some(quiet), false) => changes.push(Change::Quiet(Some(quiet.into()))),
            (None, true) => changes.push(Change::Quiet(None)),
            (None, false) => {}
        }
        for (place, lead) in self.leads.iter().enumerate() {
            match lead.subject.known() {
                Some(subject) => changes.push(Change::Lead(subject, lead.days)),
                None => wrong.push(format!("/leads/{place}")),
            }
        }
        match self.language.as_ref().map(Coded::known) {
            Some(Some(language)) => changes.push(Change::Language(language)),
            Some(None) => wrong.push("/language".to_owned()),
            None => {}
        }
        if wrong.is_empty() { Ok(changes) } else { Err(wrong) }
    }
}
