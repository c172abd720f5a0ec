//! Changes of a plan, and two who changed it at the same time.

use crate::merge::{self, Field};
use crate::telk::Initiator;
use crate::telk::plan::{DayOf, Fact, Paper, Plan, Test};
use chrono::NaiveDate;

/// A change of one field to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A day; without one it is not known any more.
    Day(DayOf, Option<NaiveDate>),
    /// A fact; without one it was not said.
    Fact(Fact, Option<bool>),
    /// Who wanted the expertise.
    Initiator(Option<Initiator>),
    /// Where TELK sits.
    Place(String),
    /// Whether a paper is ready.
    Ready(Paper, bool),
    /// A test, by its id; without one it is taken out.
    Test(String, Option<Test>),
}

/// A field that both changed, each to something else.
pub type Conflict = merge::Conflict<Change>;
/// What became of two changes of the same plan.
pub type Merged = merge::Merged<Change>;

impl Field for Change {
    type Whole = Plan;

    fn same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(one, _), Self::Day(two, _)) => one == two,
            (Self::Fact(one, _), Self::Fact(two, _)) => one == two,
            (Self::Ready(one, _), Self::Ready(two, _)) => one == two,
            (Self::Test(one, _), Self::Test(two, _)) => one == two,
            (Self::Initiator(_), Self::Initiator(_)) | (Self::Place(_), Self::Place(_)) => true,
            _ => false,
        }
    }

    fn as_in(&self, plan: &Plan) -> Self {
        match self {
            Self::Day(of, _) => Self::Day(*of, plan.day(*of)),
            Self::Fact(fact, _) => Self::Fact(*fact, plan.facts.get(fact).copied()),
            Self::Initiator(_) => Self::Initiator(plan.initiator),
            Self::Place(_) => Self::Place(plan.place.clone()),
            Self::Ready(paper, _) => Self::Ready(*paper, plan.ready.contains(paper)),
            Self::Test(id, _) => {
                let found = plan.tests.iter().find(|(other, _)| other == id);
                Self::Test(id.clone(), found.map(|(_, test)| test.clone()))
            }
        }
    }

    fn make(&self, plan: &mut Plan) {
        match self {
            Self::Day(of, Some(day)) => drop(plan.days.insert(*of, *day)),
            Self::Day(of, None) => drop(plan.days.remove(of)),
            Self::Fact(fact, Some(said)) => drop(plan.facts.insert(*fact, *said)),
            Self::Fact(fact, None) => drop(plan.facts.remove(fact)),
            Self::Initiator(initiator) => plan.initiator = *initiator,
            Self::Place(place) => place.trim().clone_into(&mut plan.place),
            Self::Ready(paper, true) => drop(plan.ready.insert(*paper)),
            Self::Ready(paper, false) => drop(plan.ready.remove(paper)),
            Self::Test(id, None) => plan.tests.retain(|(other, _)| other != id),
            Self::Test(id, Some(test)) => {
                let test = Test { name: test.name.trim().to_owned(), on: test.on };
                match plan.tests.iter_mut().find(|(other, _)| other == id) {
                    Some((_, known)) => *known = test,
                    None => plan.tests.push((id.clone(), test)),
                }
            }
        }
    }

    fn all(plan: &Plan) -> Vec<Self> {
        let days = plan.days.iter().map(|(of, day)| Self::Day(*of, Some(*day)));
        let facts = plan.facts.iter().map(|(fact, said)| Self::Fact(*fact, Some(*said)));
        let ready = plan.ready.iter().map(|paper| Self::Ready(*paper, true));
        let tests = plan.tests.iter().map(|(id, test)| Self::Test(id.clone(), Some(test.clone())));
        let single = [Self::Initiator(plan.initiator), Self::Place(plan.place.clone())];
        days.chain(facts).chain(single).chain(ready).chain(tests).collect()
    }
}

/// Everything that differs, as changes from one to the other.
#[must_use]
pub fn changes(from: &Plan, to: &Plan) -> Vec<Change> {
    merge::changes(from, to)
}

/// Makes changes, in their order.
#[must_use]
pub fn apply(plan: &Plan, changes: &[Change]) -> Plan {
    merge::apply(plan, changes)
}

/// The changes that make a new plan of one that has run its course: days, place, papers and who wanted it go. What was said of
/// address and decision stays, for the new decision goes on from that one, and so do the tests, each as long as it counts.
#[must_use]
pub fn begin_again(plan: &Plan) -> Vec<Change> {
    let new = Plan {
        days: plan.day(DayOf::Expires).map(|day| (DayOf::Expires, day)).into_iter().collect(),
        facts: plan.facts.clone(),
        tests: plan.tests.clone(),
        ..Plan::default()
    };
    changes(plan, &new)
}

/// Puts together what somebody changed from `base` to `mine` while `theirs` was saved.
#[must_use]
pub fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Merged {
    merge::merge(base, mine, theirs)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::coded::Code as _;
    use crate::rules::day;

    #[test]
    fn a_new_plan_keeps_decision_address_and_tests_and_nothing_else() {
        let day = day!("2026-10-05");
        let tests = vec![("t-1".to_owned(), Test { name: "ECG".to_owned(), on: day })];
        let facts = BTreeMap::from([(Fact::OtherAddress, true), (Fact::Decided, true)]);
        let run_its_course = Plan {
            days: DayOf::ALL.iter().map(|of| (*of, day)).collect(),
            facts: facts.clone(),
            initiator: Initiator::ALL.first().copied(),
            place: "TELK".to_owned(),
            ready: Paper::ALL.iter().copied().collect::<BTreeSet<_>>(),
            tests: tests.clone(),
        };
        let new = apply(&run_its_course, &begin_again(&run_its_course));
        let expected =
            Plan { days: BTreeMap::from([(DayOf::Expires, day)]), facts, tests, ..Plan::default() };
        assert_eq!(new, expected);
        assert_eq!(begin_again(&new), []);
    }
}
