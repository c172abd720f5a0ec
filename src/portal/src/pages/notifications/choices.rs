//! What somebody chooses and how saving it stands: each choice saves itself, and none is lost.

use std::sync::Arc;

use contract::notification::NotificationPatch;
use domain::notification::{Change, PreferenceProblem, Preferences, apply, check, merge};
use leptos::prelude::*;

use super::standing::wrong;
use crate::announce;
use crate::api::ApiError;
use crate::api::notifications::{self as api, Saved};
use crate::components::standing;
use crate::i18n::texts::form as fm;
use crate::i18n::texts::notifications as n;
use crate::job::Job;
use crate::state::session::{of_session, use_session};

/// How saving a choice stands.
pub type Standing = standing::Standing<PreferenceProblem, Change>;

/// A choice.
#[derive(Debug, Clone)]
struct Choice {
    change: Change,
    standing: Standing,
}

/// What was chosen in this session, over what the server has.
#[derive(Clone, Copy)]
pub struct Choices {
    saved: RwSignal<Option<Saved>>,
    own: RwSignal<Vec<Choice>>,
    /// Something is on its way.
    busy: StoredValue<bool>,
    /// What stands in the controls.
    shown: Memo<Preferences>,
}

impl Default for Choices {
    fn default() -> Self {
        let saved = RwSignal::new(None::<Saved>);
        let own = RwSignal::new(Vec::<Choice>::new());
        let shown = Memo::new(move |_| {
            let changes: Vec<Change> =
                own.with(|own| own.iter().map(|choice| choice.change.clone()).collect());
            saved
                .with(|saved| saved.as_ref().map(|saved| apply(&saved.preferences, &changes)))
                .unwrap_or_default()
        });
        Self { saved, own, busy: StoredValue::new(false), shown }
    }
}

impl Choices {
    /// Those of the session.
    pub fn here() -> Self {
        of_session()
    }

    /// What stands in the controls; tracked.
    pub fn shown(self) -> Preferences {
        self.shown.get()
    }

    /// Something of what stands in the controls; tracked.
    pub fn with<T>(self, read: impl FnOnce(&Preferences) -> T) -> T {
        self.shown.with(read)
    }

    /// Whether anything was read yet; tracked.
    pub fn known(self) -> bool {
        self.saved.with(Option::is_some)
    }

    /// How saving the field of a change stands; tracked. `None` where nothing was chosen.
    pub fn standing(self, field: &Change) -> Option<Standing> {
        let found = |own: &Vec<Choice>| {
            own.iter().find(|choice| choice.change.same_field(field)).map(|choice| choice.standing.clone())
        };
        self.own.with(found)
    }

    /// Whether something is chosen and not saved; tracked.
    pub fn unsaved(self) -> bool {
        self.own.with(|own| own.iter().any(|choice| choice.standing != Standing::Saved))
    }

    /// Takes what the server has now; what was chosen here stays chosen. What both changed is asked.
    pub fn take(self, now: Saved) {
        let Some(before) = self.saved.try_get_untracked().flatten() else {
            self.saved.try_set(Some(now));
            return;
        };
        if before == now {
            return;
        }
        self.own.try_update(|own| {
            let open = |choice: &&Choice| choice.standing != Standing::Saved;
            let chosen: Vec<Change> = own.iter().filter(open).map(|choice| choice.change.clone()).collect();
            let mine = apply(&before.preferences, &chosen);
            let merged = merge(&before.preferences, &mine, &now.preferences);
            // What is saved already is as the server has it now, whoever changed it since.
            own.retain(|choice| choice.standing != Standing::Saved);
            for choice in own.iter_mut() {
                let conflict = merged.conflicts.iter().find(|conflict| conflict.mine == choice.change);
                if let Some(conflict) = conflict {
                    choice.standing = Standing::Other(conflict.theirs.clone());
                } else if choice.change.as_in(&now.preferences) == choice.change {
                    // It is there already: an answer was lost on its way, or somebody chose the same.
                    choice.standing = Standing::Saved;
                } else if matches!(choice.standing, Standing::Saving) {
                    choice.standing = Standing::Waiting;
                }
            }
        });
        self.saved.try_set(Some(now));
    }

    /// Whose wishes there can be, by opaque id.
    fn people() -> Vec<String> {
        let session = untrack(|| use_session().session());
        let ids = session.map(|session| session.persons.iter().map(|person| person.id.0.clone()).collect());
        ids.unwrap_or_default()
    }

    /// Keeps choices; those that can be wanted so are to be saved.
    fn put(self, changes: Vec<Change>) {
        let people = Self::people();
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let before = untrack(|| self.shown());
        let known = check(&before, &people);
        let now = apply(&before, &changes);
        let news: Vec<_> = check(&now, &people).into_iter().filter(|wrong| !known.contains(wrong)).collect();
        self.own.update(|own| {
            for change in changes {
                let is_wrong = |wrong: &&domain::notification::Wrong| match (&change, &wrong.cell) {
                    (Change::Wish(cell, _), Some(other)) => {
                        cell.person == other.person && cell.what == other.what
                    }
                    (Change::Wish(..), None) | (_, Some(_)) => false,
                    (Change::Lead(subject, _), None) => wrong.subject == Some(*subject),
                    (_, None) => wrong.subject.is_none(),
                };
                let found = news.iter().find(is_wrong).map(|wrong| wrong.problem);
                if let Some(problem) = found {
                    announce::say(wrong(problem));
                }
                let standing = found.map_or(Standing::Waiting, Standing::Wrong);
                own.retain(|choice| !choice.change.same_field(&change));
                own.push(Choice { change, standing });
            }
        });
    }

    /// What is to be saved next: all that waits, at once. From now on it is on its way.
    fn next(self) -> Vec<Change> {
        let mut next = Vec::new();
        self.own.try_update(|own| {
            for choice in own.iter_mut().filter(|choice| choice.standing == Standing::Waiting) {
                choice.standing = Standing::Saving;
                next.push(choice.change.clone());
            }
        });
        next
    }

    /// What is on its way has come to this; said once, however much it was.
    fn settle(self, standing: &Standing) {
        match standing {
            Standing::Saved => announce::say(fm::saved()),
            Standing::Failed(_) => announce::say(n::failed()),
            _ => {}
        }
        self.own.try_update(|own| {
            for choice in own.iter_mut().filter(|choice| choice.standing == Standing::Saving) {
                choice.standing = standing.clone();
            }
        });
    }

    /// Sends until nothing waits any more, one request after the other: two at once would take each other for somebody else's.
    async fn send(self) {
        while let Some(saved) = self.saved.try_get_untracked().flatten() {
            let next = self.next();
            if next.is_empty() {
                break;
            }
            announce::say(fm::saving());
            match api::change(&saved.tag, &NotificationPatch::of(&next)).await {
                Ok(now) => {
                    self.settle(&Standing::Saved);
                    self.saved.try_set(Some(now));
                }
                Err(ApiError::Changed) => match api::preferences().await {
                    Ok(now) => self.take(now),
                    Err(error) => self.settle(&Standing::Failed(error)),
                },
                Err(error) => self.settle(&Standing::Failed(error)),
            }
        }
        self.busy.try_set_value(false);
    }
}

/// Saves choices; one for each page.
#[derive(Clone, Copy)]
pub struct Saver {
    /// What is chosen.
    pub choices: Choices,
    job: Job<(), ()>,
}

impl Saver {
    /// One for the choices of the session.
    pub fn new() -> Self {
        let choices = Choices::here();
        let job = Job::new(move |_: Arc<()>| choices.send());
        let saver = Self { choices, job };
        // What was chosen on a page that is gone goes on waiting.
        saver.run();
        saver
    }

    fn run(self) {
        if !self.choices.busy.get_value() {
            self.choices.busy.set_value(true);
            self.job.dispatch(());
        }
    }

    /// Chooses, and saves it.
    pub fn choose(self, changes: Vec<Change>) {
        self.choices.put(changes);
        self.run();
    }

    /// Saves again what could not be saved.
    pub fn retry(self) {
        self.choices.own.update(|own| {
            for choice in own.iter_mut().filter(|choice| matches!(choice.standing, Standing::Failed(_))) {
                choice.standing = Standing::Waiting;
            }
        });
        self.run();
    }

    /// Of what was chosen otherwise meanwhile, takes one's own.
    pub fn keep_own(self, field: &Change) {
        self.choices.own.update(|own| {
            for choice in own.iter_mut().filter(|choice| choice.change.same_field(field)) {
                choice.standing = Standing::Waiting;
            }
        });
        self.run();
    }

    /// Takes what the server has; also of what cannot be wanted so.
    pub fn take_saved(self, field: &Change) {
        self.choices.own.update(|own| own.retain(|choice| !choice.change.same_field(field)));
    }
}

#[cfg(test)]
mod tests;
