//! What the shapes alone cannot say: ids that exist, that are used once, and numbers that do not repeat.

use std::collections::HashSet;

use contract::person::Person;
use contract::{DocumentId, EventId, GrantId, PersonId};
use domain::coded::Coded;
use domain::person::Relation;

use crate::seed::{Seed, SeedError, facts};
use crate::state::StartError;

/// Where an id may be in use already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Persons.
    Person,
    /// Documents.
    Document,
    /// Events.
    Event,
    /// Grants.
    Grant,
    /// What is known of a person's insurance.
    Insurance,
}

/// Checks a file by itself.
///
/// # Errors
/// The first field that cannot be taken.
pub fn alone(seed: &Seed) -> Result<(), SeedError> {
    let (mut persons, mut documents) = (HashSet::new(), HashSet::new());
    let (mut events, mut sequences) = (HashSet::new(), HashSet::new());
    for (index, person) in seed.data.persons.iter().enumerate() {
        let field = format!("persons[{index}].id");
        id(seed, &field, PersonId::parse(person.id.as_str()).is_some(), persons.insert(person.id.as_str()))?;
    }
    for (index, document) in seed.data.documents.iter().enumerate() {
        let field = format!("documents[{index}]");
        let own = document.entry.id.as_str();
        id(seed, &format!("{field}.id"), DocumentId::parse(own).is_some(), documents.insert(own))?;
        if document.facts.valid_from.zip(document.entry.valid_to).is_some_and(|(from, to)| from > to) {
            return Err(seed.error(&format!("{field}.valid_to"), "earlier than valid_from"));
        }
        if let Some((below, why)) = facts::problem(document) {
            return Err(seed.error(&format!("{field}.{below}"), why));
        }
        for (index, event) in document.events.iter().enumerate() {
            let field = format!("{field}.events[{index}]");
            let own = event.id.as_str();
            id(seed, &format!("{field}.id"), EventId::parse(own).is_some(), events.insert(own))?;
            if event.sequence == 0 {
                return Err(seed.error(&format!("{field}.sequence"), "numbers begin with 1"));
            }
            if !sequences.insert(event.sequence) {
                let why = format!("{} is the sequence of another event too", event.sequence);
                return Err(seed.error(&format!("{field}.sequence"), &why));
            }
        }
    }
    let mut grants = HashSet::new();
    for (index, grant) in seed.data.grants.iter().enumerate() {
        let field = format!("grants[{index}]");
        let own = grant.id.as_str();
        id(seed, &format!("{field}.id"), GrantId::parse(own).is_some(), grants.insert(own))?;
        if let Some((below, why)) = grant.problem() {
            return Err(seed.error(&format!("{field}.{below}"), why));
        }
    }
    let mut insured = HashSet::new();
    for (index, one) in seed.data.insurance.iter().enumerate() {
        let field = format!("insurance[{index}]");
        if !insured.insert(one.person.as_str()) {
            return Err(seed.error(&format!("{field}.person"), "this person's insurance is told twice"));
        }
        if let Some((below, why)) = one.problem() {
            return Err(seed.error(&format!("{field}.{below}"), &why));
        }
    }
    let mut registered = HashSet::new();
    for (index, one) in seed.data.registrations.iter().enumerate() {
        if !registered.insert(one.person.as_str()) {
            let field = format!("registrations[{index}].person");
            return Err(seed.error(&field, "this person is registered twice"));
        }
    }
    let mut recorded = HashSet::new();
    for (index, one) in seed.data.prevention.iter().enumerate() {
        if !recorded.insert(one.person.as_str()) {
            let field = format!("prevention[{index}].person");
            return Err(seed.error(&field, "the check-ups of this person are told twice"));
        }
    }
    let mut planned = HashSet::new();
    for (index, one) in seed.data.commissions.iter().enumerate() {
        let field = format!("commissions[{index}]");
        if !planned.insert(one.person.as_str()) {
            return Err(seed.error(&format!("{field}.person"), "this person has two plans"));
        }
        if let Err((below, why)) = one.plan() {
            return Err(seed.error(&format!("{field}.plan.{below}"), why));
        }
    }
    Ok(())
}

fn id(seed: &Seed, field: &str, formed: bool, new: bool) -> Result<(), SeedError> {
    match (formed, new) {
        (false, _) => Err(seed.error(field, "an id is 1 to 40 Latin letters, digits, '-' or '_'")),
        (true, false) => Err(seed.error(field, "this id is used twice")),
        (true, true) => Ok(()),
    }
}

/// Checks a file against the persons that its account has, and against the ids in use.
///
/// # Errors
/// The first field that cannot be taken, or a failure of the database.
pub fn against(
    seed: &Seed,
    known: &[Person],
    taken: impl Fn(Table, &str) -> rusqlite::Result<bool>,
) -> Result<(), StartError> {
    let refuse = |field: String, why: &str| Err(StartError::from(seed.error(&field, why)));
    let unused = |field: String, table: Table, id: &str| {
        if taken(table, id)? { refuse(field, "this id is in use already") } else { Ok(()) }
    };
    let mut holders = known.iter().filter(|person| is_own(person)).count();
    for (index, person) in seed.data.persons.iter().enumerate() {
        unused(format!("persons[{index}].id"), Table::Person, person.id.as_str())?;
        holders += usize::from(is_own(person));
        if holders > 1 {
            return refuse(format!("persons[{index}].relation"), "the account has its own person already");
        }
    }
    let owned = |field: String, owner: &PersonId| {
        let there = known.iter().chain(&seed.data.persons).any(|person| person.id == *owner);
        if there { Ok(()) } else { refuse(field, "no person with this id in the file or in the account") }
    };
    for (index, birth) in seed.data.births.iter().enumerate() {
        owned(format!("births[{index}].person"), &birth.person)?;
    }
    for (index, grant) in seed.data.grants.iter().enumerate() {
        unused(format!("grants[{index}].id"), Table::Grant, grant.id.as_str())?;
        let added = seed.data.persons.iter().any(|person| person.id == grant.person && !is_own(person));
        if !added {
            return refuse(format!("grants[{index}].person"), "no other person with this id in the file");
        }
    }
    for (index, document) in seed.data.documents.iter().enumerate() {
        unused(format!("documents[{index}].id"), Table::Document, document.entry.id.as_str())?;
        owned(format!("documents[{index}].person"), &document.entry.person)?;
        for (number, event) in document.events.iter().enumerate() {
            unused(format!("documents[{index}].events[{number}].id"), Table::Event, event.id.as_str())?;
        }
    }
    for (index, insured) in seed.data.insurance.iter().enumerate() {
        let field = format!("insurance[{index}].person");
        owned(field.clone(), &insured.person)?;
        if taken(Table::Insurance, insured.person.as_str())? {
            return refuse(field, "this person's insurance is told already");
        }
    }
    for (index, registered) in seed.data.registrations.iter().enumerate() {
        owned(format!("registrations[{index}].person"), &registered.person)?;
    }
    for (index, recorded) in seed.data.prevention.iter().enumerate() {
        owned(format!("prevention[{index}].person"), &recorded.person)?;
    }
    for (index, planned) in seed.data.commissions.iter().enumerate() {
        owned(format!("commissions[{index}].person"), &planned.person)?;
    }
    Ok(())
}

fn is_own(person: &Person) -> bool {
    person.relation == Coded::Known(Relation::Own)
}
