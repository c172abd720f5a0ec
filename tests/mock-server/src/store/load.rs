//! Loading personas and seeds into a database.

use contract::person::Person;
use rusqlite::Connection;

use crate::seed::personas::Persona;
use crate::seed::{Seed, check};
use crate::state::StartError;
use crate::store::{account as accounts, change, document, insurance, text};

/// Adds a persona's account.
///
/// # Errors
/// Those of the database.
pub fn account(db: &Connection, persona: &Persona) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            &persona.key,
            &persona.name,
            &persona.role,
            &persona.language,
            &persona.contacts.email,
            &persona.contacts.phone,
            &persona.contacts.address,
        ),
    )?;
    Ok(())
}

/// Adds a seed to its account. Its sequence numbers say the order of arrival within the seed; they are numbered on
/// after everything that is there already.
///
/// # Errors
/// When the seed does not fit what is there, or the database fails.
pub fn seed(db: &Connection, seed: &Seed) -> Result<(), StartError> {
    if !accounts::exists(db, &seed.data.account)? {
        return Err(seed.error("account", "no persona has this key").into());
    }
    let known = accounts::persons(db, &seed.data.account)?;
    check::against(seed, &known, |table, id| taken(db, table, id))?;
    for (place, person) in (known.len()..).zip(&seed.data.persons) {
        db.execute(
            "INSERT INTO access VALUES (?, ?, ?, ?)",
            (&seed.data.account, person.id.as_str(), place.cast_signed(), text(person)?),
        )?;
    }
    let people: Vec<&Person> = known.iter().chain(&seed.data.persons).collect();
    let start = change::newest(db)?;
    let mut numbers: Vec<u64> = seed
        .data
        .documents
        .iter()
        .flat_map(|document| &document.events)
        .map(|event| event.sequence)
        .collect();
    numbers.sort_unstable();
    for each in &seed.data.documents {
        let owner = people.iter().find(|person| person.id == each.entry.person);
        let owner = owner.ok_or_else(|| seed.error("documents", "unknown person"))?;
        document::put(db, each, owner)?;
        for event in &each.events {
            let place = numbers.binary_search(&event.sequence).unwrap_or_else(|place| place);
            let sequence = start + 1 + u64::try_from(place).unwrap_or(u64::MAX);
            document::add_event(db, &each.entry, &contract::document::Event { sequence, ..event.clone() })?;
        }
    }
    for insured in &seed.data.insurance {
        insurance::put(db, &insured.person, &insured.wire())?;
    }
    Ok(())
}

/// Whether an id is in use in the column `id` (or `person`) of a table.
fn taken(db: &Connection, table: check::Table, id: &str) -> rusqlite::Result<bool> {
    let sql = match table {
        check::Table::Person => "SELECT count(*) FROM access WHERE person = ?",
        check::Table::Document => "SELECT count(*) FROM document WHERE id = ?",
        check::Table::Insurance => "SELECT count(*) FROM insurance WHERE person = ?",
        check::Table::Event => "SELECT count(*) FROM event WHERE id = ?",
    };
    let count: u32 = db.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
    Ok(count > 0)
}
