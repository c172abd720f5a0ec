//! Two who changed the same wishes at the same time, in two tabs or as two carers: what both changed, as data.

use crate::language::Language;
use crate::merge::{self, Field};
use crate::notification::lead::Lead;
use crate::notification::preference::{Cell, Fallback, Preferences, Wish};
use crate::notification::quiet::Quiet;
use crate::notification::subject::Subject;

/// A change of one field to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A cell of the matrix.
    Wish(Cell, Wish),
    /// Order and wait.
    Fallback(Fallback),
    /// Quiet hours.
    Quiet(Option<Quiet>),
    /// A lead; `None` is the default.
    Lead(Subject, Option<u16>),
    /// The language.
    Language(Language),
}

impl Change {
    /// Whether two changes are of the same field.
    #[must_use]
    pub fn same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Wish(one, _), Self::Wish(two, _)) => one == two,
            (Self::Lead(one, _), Self::Lead(two, _)) => one == two,
            (Self::Fallback(_), Self::Fallback(_))
            | (Self::Quiet(_), Self::Quiet(_))
            | (Self::Language(_), Self::Language(_)) => true,
            _ => false,
        }
    }

    /// The same field as it is in `preferences`.
    #[must_use]
    pub fn as_in(&self, preferences: &Preferences) -> Self {
        match self {
            Self::Wish(cell, _) => Self::Wish(cell.clone(), cell_of(preferences, cell)),
            Self::Fallback(_) => Self::Fallback(preferences.fallback.clone()),
            Self::Quiet(_) => Self::Quiet(preferences.quiet),
            Self::Lead(subject, _) => Self::Lead(*subject, lead_of(preferences, *subject)),
            Self::Language(_) => Self::Language(preferences.language),
        }
    }
}

fn cell_of(preferences: &Preferences, cell: &Cell) -> Wish {
    preferences.cell(&cell.person, cell.what, cell.channel).unwrap_or(Wish::Undecided)
}

fn lead_of(preferences: &Preferences, subject: Subject) -> Option<u16> {
    preferences.leads.iter().rev().find(|lead| lead.subject == subject).map(|lead| lead.days)
}

impl Field for Change {
    type Whole = Preferences;

    fn same_field(&self, other: &Self) -> bool {
        Self::same_field(self, other)
    }

    fn as_in(&self, preferences: &Preferences) -> Self {
        Self::as_in(self, preferences)
    }

    fn make(&self, preferences: &mut Preferences) {
        match self {
            Self::Wish(cell, wish) => preferences.set(cell.clone(), *wish),
            Self::Fallback(fallback) => preferences.fallback = fallback.clone(),
            Self::Quiet(quiet) => preferences.quiet = *quiet,
            Self::Lead(subject, days) => {
                preferences.leads.retain(|lead| lead.subject != *subject);
                preferences.leads.extend(days.map(|days| Lead { subject: *subject, days }));
            }
            Self::Language(language) => preferences.language = *language,
        }
    }

    fn all(preferences: &Preferences) -> Vec<Self> {
        let mut fields = vec![
            Self::Fallback(preferences.fallback.clone()),
            Self::Quiet(preferences.quiet),
            Self::Language(preferences.language),
        ];
        let mut add = |field: Self| {
            if !fields.iter().any(|other| other.same_field(&field)) {
                fields.push(field);
            }
        };
        for (cell, _) in &preferences.wishes {
            add(Self::Wish(cell.clone(), cell_of(preferences, cell)));
        }
        for lead in &preferences.leads {
            add(Self::Lead(lead.subject, lead_of(preferences, lead.subject)));
        }
        fields
    }
}

/// A field that both changed, each to something else.
pub type Conflict = merge::Conflict<Change>;
/// What became of two changes of the same wishes.
pub type Merged = merge::Merged<Change>;

/// Everything that differs, as changes from one to the other. A cell that is not there is undecided.
#[must_use]
pub fn changes(from: &Preferences, to: &Preferences) -> Vec<Change> {
    merge::changes(from, to)
}

/// Makes changes, in their order.
#[must_use]
pub fn apply(preferences: &Preferences, changes: &[Change]) -> Preferences {
    merge::apply(preferences, changes)
}

/// Puts together what somebody changed from `base` to `mine` while `theirs` was saved. A conflict is for that person to
/// decide: saving its `mine` over `theirs` is then [`apply`].
#[must_use]
pub fn merge(base: &Preferences, mine: &Preferences, theirs: &Preferences) -> Merged {
    merge::merge(base, mine, theirs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::channel::Channel;
    use crate::notification::preference::What;
    use crate::notification::topic::Topic;

    fn wish(channel: Channel, wish: Wish) -> Change {
        let what = What::Topic(Topic::Protocols);
        Change::Wish(Cell { person: "maria".to_owned(), what, channel }, wish)
    }

    #[test]
    fn what_only_one_changed_is_taken_from_each() {
        let base = Preferences::default();
        let mine = apply(&base, &[wish(Channel::Sms, Wish::On)]);
        let theirs = apply(&base, &[wish(Channel::Viber, Wish::Off), Change::Language(Language::Kk)]);
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.conflicts, []);
        assert_eq!(merged.mine, [wish(Channel::Sms, Wish::On)]);
        assert!(changes(&apply(&theirs, &[wish(Channel::Sms, Wish::On)]), &merged.whole).is_empty());
    }

    #[test]
    fn what_both_changed_alike_is_no_conflict_and_otherwise_stays_as_saved() {
        let base = Preferences::default();
        let mine = apply(&base, &[wish(Channel::Sms, Wish::On), wish(Channel::Viber, Wish::On)]);
        let theirs = apply(&base, &[wish(Channel::Sms, Wish::On), wish(Channel::Viber, Wish::Off)]);
        let merged = merge(&base, &mine, &theirs);
        let conflict = Conflict {
            base: wish(Channel::Viber, Wish::Undecided),
            mine: wish(Channel::Viber, Wish::On),
            theirs: wish(Channel::Viber, Wish::Off),
        };
        assert_eq!(merged.conflicts, [conflict]);
        assert!(changes(&theirs, &merged.whole).is_empty());
        assert!(merged.mine.is_empty());
    }

    #[test]
    fn a_cell_set_back_to_undecided_is_as_one_never_set() {
        let base = Preferences::default();
        let back = apply(&base, &[wish(Channel::Sms, Wish::On), wish(Channel::Sms, Wish::Undecided)]);
        assert!(changes(&base, &back).is_empty());
    }
}
