//! What somebody notes in a plan, and how saving it stands: each note saves itself, and none is lost.

use std::sync::Arc;

use contract::PersonId;
use contract::commission::CommissionPatch;
use domain::merge::Field as _;
use domain::telk::plan::{Change, Plan, Problem, apply, check, merge};
use leptos::prelude::*;

use super::words;
use crate::announce;
use crate::api::ApiError;
use crate::api::commission::{self as api, Saved};
use crate::components::standing;
use crate::i18n::texts::commission as o;
use crate::i18n::texts::form as fm;
use crate::job::Job;
use crate::state::session::of_session;

/// How saving a note stands.
pub type Standing = standing::Standing<Problem, Change>;

/// A note.
#[derive(Debug, Clone)]
struct Note {
    change: Change,
    standing: Standing,
}

/// What was noted about one person in this session, over what the server has.
#[derive(Debug, Clone, Default)]
struct Kept {
    saved: Option<Saved>,
    base: Plan,
    notes: Vec<Note>,
    /// Texts that are typed and are no note yet, by the id of their field.
    typed: Vec<(String, String)>,
    busy: bool,
}

impl Kept {
    fn shown(&self) -> Plan {
        let changes: Vec<Change> = self.notes.iter().map(|note| note.change.clone()).collect();
        apply(&self.base, &changes)
    }

    /// Takes what the server has now; what was noted here stays. What both changed is asked.
    fn take(&mut self, now: Saved) {
        let theirs = now.commission.read();
        if self.saved.is_some() {
            let open = |note: &&Note| note.standing != Standing::Saved;
            let noted: Vec<Change> = self.notes.iter().filter(open).map(|note| note.change.clone()).collect();
            let merged = merge(&self.base, &apply(&self.base, &noted), &theirs);
            // What is saved already is as the server has it now, whoever changed it since.
            self.notes.retain(|note| note.standing != Standing::Saved);
            for note in &mut self.notes {
                let conflict = merged.conflicts.iter().find(|conflict| conflict.mine == note.change);
                if let Some(conflict) = conflict {
                    note.standing = Standing::Other(conflict.theirs.clone());
                } else if note.change.as_in(&theirs) == note.change {
                    // It is there already: an answer was lost on its way, or somebody noted the same.
                    note.standing = Standing::Saved;
                } else if note.standing == Standing::Saving {
                    note.standing = Standing::Waiting;
                }
            }
        }
        self.put_base(now);
    }

    fn put_base(&mut self, now: Saved) {
        self.base = now.commission.read();
        self.saved = Some(now);
    }

    /// What is to be saved next: all that waits, at once. From now on it is on its way.
    fn next(&mut self) -> Vec<Change> {
        let waiting = self.notes.iter_mut().filter(|note| note.standing == Standing::Waiting);
        waiting
            .map(|note| {
                note.standing = Standing::Saving;
                note.change.clone()
            })
            .collect()
    }

    fn settle(&mut self, standing: &Standing) {
        for note in self.notes.iter_mut().filter(|note| note.standing == Standing::Saving) {
            note.standing = standing.clone();
        }
    }

    fn put(&mut self, change: Change) -> Option<Problem> {
        let wrong = check(&self.shown(), &change).err();
        let standing = wrong.map_or(Standing::Waiting, Standing::Wrong);
        self.notes.retain(|note| !note.change.same_field(&change));
        // What is noted as it is saved needs no saving.
        if wrong.is_some() || change.as_in(&self.base) != change || self.busy {
            self.notes.push(Note { change, standing });
        }
        wrong
    }
}

/// The plans of the session.
#[derive(Clone, Copy)]
struct Plans(RwSignal<Vec<(PersonId, Kept)>>);

impl Default for Plans {
    fn default() -> Self {
        Self(RwSignal::new(Vec::new()))
    }
}

/// The plan of one person: what stands in the controls, and saving it. One for each page.
#[derive(Clone, Copy)]
pub struct Keeper {
    plans: Plans,
    person: StoredValue<PersonId>,
    /// What stands in the controls.
    shown: Memo<Plan>,
    job: Job<(), ()>,
}

impl Keeper {
    /// The one for a person.
    pub fn of(person: &PersonId) -> Self {
        let plans: Plans = of_session();
        plans.0.update(|all| {
            if all.iter().all(|(other, _)| other != person) {
                all.push((person.clone(), Kept::default()));
            }
        });
        let id = person.clone();
        let shown =
            Memo::new(move |_| plans.0.with(|all| kept(all, &id).map(Kept::shown).unwrap_or_default()));
        let id = person.clone();
        let job = Job::new(move |_: Arc<()>| send(plans, id.clone()));
        let keeper = Self { plans, person: StoredValue::new(person.clone()), shown, job };
        // What was noted on a page that is gone goes on waiting.
        keeper.run();
        keeper
    }

    fn with<T>(self, read: impl FnOnce(&Kept) -> T) -> Option<T> {
        let person = self.person.try_get_value()?;
        self.plans.0.try_with(|all| kept(all, &person).map(read)).flatten()
    }

    fn update<T>(self, change: impl FnOnce(&mut Kept) -> T) -> Option<T> {
        let person = self.person.try_get_value()?;
        self.plans.0.try_update(|all| kept_mut(all, &person).map(change)).flatten()
    }

    /// What stands in the controls; tracked.
    pub fn shown(self) -> Plan {
        self.shown.try_get().unwrap_or_default()
    }

    /// Something of what stands in the controls; tracked.
    pub fn plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        // What the page showed last may be asked once more after it is gone.
        read(&self.shown())
    }

    /// Whether anything was read yet; tracked.
    pub fn known(self) -> bool {
        self.with(|kept| kept.saved.is_some()).unwrap_or_default()
    }

    /// The practice of the person, and whether they are under age; tracked.
    pub fn facts(self) -> (Option<String>, bool) {
        self.with(|kept| {
            let commission = kept.saved.as_ref().map(|saved| &saved.commission);
            commission.map(|told| (told.practice.clone(), told.under_age)).unwrap_or_default()
        })
        .unwrap_or_default()
    }

    /// How saving a field stands; tracked. `None` where nothing was noted.
    pub fn standing(self, field: &Change) -> Option<Standing> {
        self.with(|kept| {
            let found = kept.notes.iter().find(|note| note.change.same_field(field));
            found.map(|note| note.standing.clone())
        })
        .flatten()
    }

    /// The tests that were taken out and are not gone from the server yet; tracked.
    pub fn taken_out(self) -> Vec<String> {
        self.with(|kept| {
            let gone = kept.notes.iter().filter_map(|note| match (&note.change, &note.standing) {
                (_, Standing::Saved) => None,
                (Change::Test(id, None), _) => Some(id.clone()),
                _ => None,
            });
            gone.collect()
        })
        .unwrap_or_default()
    }

    /// The name that a test has on the server; tracked.
    pub fn saved_name(self, id: &str) -> Option<String> {
        let named = |kept: &Kept| {
            kept.base.tests.iter().find(|(other, _)| other == id).map(|(_, test)| test.name.clone())
        };
        self.with(named).flatten()
    }

    /// What is typed in a field and is no note yet; tracked.
    pub fn typed(self, id: &str) -> Option<String> {
        self.with(|kept| kept.typed.iter().find(|(other, _)| other == id).map(|(_, text)| text.clone()))
            .flatten()
    }

    /// Keeps what is typed in a field, or lets go of it.
    pub fn type_in(self, id: &str, text: Option<String>) {
        self.update(|kept| {
            kept.typed.retain(|(other, _)| other != id);
            kept.typed.extend(text.map(|text| (id.to_owned(), text)));
        });
    }

    /// Whether something is noted or typed and not saved; tracked.
    pub fn unsaved(self) -> bool {
        self.with(|kept| {
            let typed = kept.typed.iter().any(|(_, text)| !text.trim().is_empty());
            typed || kept.notes.iter().any(|note| note.standing != Standing::Saved)
        })
        .unwrap_or_default()
    }

    /// Takes what the server has now.
    pub fn take(self, now: Saved) {
        self.update(|kept| kept.take(now));
    }

    fn run(self) {
        let idle = self.update(|kept| !std::mem::replace(&mut kept.busy, true));
        if idle == Some(true) {
            self.job.dispatch(());
        }
    }

    /// Notes something, and saves it.
    pub fn note(self, change: Change) {
        if let Some(Some(problem)) = self.update(|kept| kept.put(change)) {
            announce::say(words::problem(problem));
        }
        self.run();
    }

    /// Notes all of them, and saves them at once.
    pub fn note_all(self, changes: Vec<Change>) {
        self.update(|kept| {
            kept.typed.clear();
            for change in changes {
                // What clears a field is never wrong.
                kept.put(change);
            }
        });
        self.run();
    }

    /// Saves again what could not be saved.
    pub fn retry(self) {
        self.update(|kept| {
            for note in kept.notes.iter_mut().filter(|note| matches!(note.standing, Standing::Failed(_))) {
                note.standing = Standing::Waiting;
            }
        });
        self.run();
    }

    /// Of what was noted otherwise meanwhile, takes one's own.
    pub fn keep_own(self, field: &Change) {
        self.update(|kept| {
            for note in kept.notes.iter_mut().filter(|note| note.change.same_field(field)) {
                note.standing = Standing::Waiting;
            }
        });
        self.run();
    }

    /// Takes what the server has; also of what cannot be noted so.
    pub fn take_saved(self, field: &Change) {
        self.update(|kept| kept.notes.retain(|note| !note.change.same_field(field)));
    }
}

fn kept<'a>(all: &'a [(PersonId, Kept)], person: &PersonId) -> Option<&'a Kept> {
    all.iter().find(|(other, _)| other == person).map(|(_, kept)| kept)
}

fn kept_mut<'a>(all: &'a mut [(PersonId, Kept)], person: &PersonId) -> Option<&'a mut Kept> {
    all.iter_mut().find(|(other, _)| other == person).map(|(_, kept)| kept)
}

/// Sends until nothing waits any more, one request after the other: two at once would take each other for somebody else's.
async fn send(plans: Plans, person: PersonId) {
    let update = |change: &mut dyn FnMut(&mut Kept)| {
        plans.0.try_update(|all| kept_mut(all, &person).map(change));
    };
    loop {
        let mut next = Vec::new();
        let mut tag = None;
        update(&mut |kept| {
            tag = kept.saved.as_ref().map(|saved| saved.tag.clone());
            if tag.is_some() {
                next = kept.next();
            }
            kept.busy = !next.is_empty();
        });
        let Some(tag) = tag.filter(|_| !next.is_empty()) else { break };
        announce::say(fm::saving());
        let settle = |standing: Standing| {
            match &standing {
                Standing::Saved => announce::say(fm::saved()),
                Standing::Failed(_) => announce::say(o::failed()),
                _ => {}
            }
            update(&mut |kept| kept.settle(&standing));
        };
        match api::change(&person, &tag, &CommissionPatch::of(&next)).await {
            Ok(now) => {
                settle(Standing::Saved);
                // Nobody else was in between, so nothing is to be put together.
                update(&mut |kept| kept.put_base(now.clone()));
            }
            Err(ApiError::Changed) => match api::of(&person).await {
                Ok(now) => update(&mut |kept| kept.take(now.clone())),
                Err(error) => settle(Standing::Failed(error)),
            },
            Err(error) => settle(Standing::Failed(error)),
        }
    }
}

#[cfg(test)]
mod tests;
