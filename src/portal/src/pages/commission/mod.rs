//! The plan for TELK: what comes next, the days in their order, and what one notes on the way. One for each person.

mod calendar;
mod controls;
mod days;
mod exams;
mod file;
mod head;
mod keeping;
mod papers;
mod pick;
mod plan;
mod protocol;
mod section;
mod standing;
mod timeline;
mod words;

pub use pick::PickPage;
pub use plan::PlanPage;

use chrono::NaiveDate;
use contract::PersonId;
use domain::moment::Zone;
use domain::telk::plan::{House, Step, next_step};
use leptos::prelude::*;

use crate::state::clock;
use keeping::Keeper;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Here {
    keeper: Keeper,
    /// Whose plan it is.
    person: StoredValue<PersonId>,
    /// In whose days it counts.
    zone: Zone,
    /// Whether one may change it; tracks who there is.
    may: Memo<bool>,
    /// What comes next.
    next: Memo<Step>,
}

impl Here {
    /// The practice with rules that bind this person, if it is that one; tracked.
    fn house(self) -> Option<House> {
        House::of(self.keeper.facts().0.as_deref())
    }

    /// Today, where the person is; tracked.
    fn today(self) -> NaiveDate {
        clock::today(self.zone)
    }

    /// Whether one may change it; tracked. What the page showed last may be asked once more after it is gone.
    fn may(self) -> bool {
        self.may.try_get().unwrap_or_default()
    }

    /// What comes next by the plan of a keeper; tracked.
    fn step(keeper: Keeper, zone: Zone) -> Step {
        let house = House::of(keeper.facts().0.as_deref());
        keeper.plan(|plan| next_step(plan, house, clock::today(zone)))
    }
}
