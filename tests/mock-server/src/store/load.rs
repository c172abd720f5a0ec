//! Loading personas and seeds into a database.

use chrono::NaiveDate;
use contract::person::Person;
use domain::coded::Coded;
use domain::person::Relation;
use rusqlite::Connection;

use crate::seed::access::Granted;
use crate::seed::personas::Persona;
use crate::seed::{Seed, check, templates};
use crate::state::StartError;
use crate::store::access::{grant, person};
use crate::store::notification::contact;
use crate::store::{
    account as accounts, change, commission, document, insurance, json, prevention, registration, template,
};

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
    if let Some(since) = persona.phone_verified {
        contact::verified_phone(db, &persona.key, since)?;
    }
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
    let known = person::of_file(db, &seed.data.account)?;
    check::against(seed, &known, |table, id| taken(db, table, id))?;
    for one in &seed.data.persons {
        let born = seed.data.births.iter().find(|birth| birth.person == one.id).map(|birth| birth.born);
        add_person(db, &seed.data.account, one, born, &seed.data.grants)?;
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
    for registered in &seed.data.registrations {
        registration::put(db, &registered.person, &registered.wire())?;
    }
    for recorded in &seed.data.prevention {
        prevention::put(db, &recorded.person, &recorded.kept())?;
    }
    for planned in &seed.data.commissions {
        let plan = planned.plan().map_err(|(below, why)| seed.error(&below, why))?;
        commission::put(db, &planned.person, &plan)?;
    }
    Ok(())
}

/// Adds a person, and what the account may do with their documents if they are somebody else.
fn add_person(
    db: &Connection,
    account: &str,
    one: &Person,
    born: Option<NaiveDate>,
    grants: &[Granted],
) -> rusqlite::Result<()> {
    person::add(db, account, one, born)?;
    if one.relation == Coded::Known(Relation::Own) {
        return Ok(());
    }
    let mut told = grants.iter().filter(|grant| grant.person == one.id).peekable();
    if told.peek().is_none() {
        grant::add(db, &Granted::by_default(one).placed(account, one), None)?;
    }
    for granted in told {
        grant::add(db, &granted.placed(account, one), None)?;
    }
    Ok(())
}

/// Adds the texts of messages and the tariff where there are none: a database of an earlier version knew none, and without them
/// nothing can be sent.
///
/// # Errors
/// When a data file is bad, or the database fails.
pub fn templates(db: &Connection) -> Result<(), StartError> {
    if template::is_filled(db)? {
        return Ok(());
    }
    let templates::Templates { texts, tariff } = templates::all()?;
    for (cell, versions) in texts {
        template::put(db, *cell, versions)?;
    }
    template::tariff::put(db, tariff)?;
    Ok(())
}

/// Takes over who may see whom from a database of an earlier version, which kept nothing else.
///
/// # Errors
/// Those of the database.
pub fn adopt(db: &Connection) -> rusqlite::Result<()> {
    let sql = "SELECT count(*) > 0 FROM pragma_table_info('notification_contact') WHERE name = 'label'";
    let labelled: bool = db.query_row(sql, [], |row| row.get(0))?;
    if !labelled {
        db.execute("ALTER TABLE notification_contact ADD COLUMN label TEXT", [])?;
    }
    let kept: bool = db.query_row("SELECT count(*) > 0 FROM person", [], |row| row.get(0))?;
    if kept {
        return Ok(());
    }
    let seen: Vec<(String, Person)> = db
        .prepare("SELECT account, json FROM access ORDER BY account, place")?
        .query_map([], |row| Ok((row.get(0)?, json(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (account, one) in &seen {
        add_person(db, account, one, None, &[])?;
    }
    Ok(())
}

/// Whether an id is in use in the column `id` (or `person`) of a table.
fn taken(db: &Connection, table: check::Table, id: &str) -> rusqlite::Result<bool> {
    let sql = match table {
        check::Table::Person => "SELECT count(*) FROM person WHERE id = ?",
        check::Table::Grant => "SELECT count(*) FROM grants WHERE id = ?",
        check::Table::Document => "SELECT count(*) FROM document WHERE id = ?",
        check::Table::Insurance => "SELECT count(*) FROM insurance WHERE person = ?",
        check::Table::Event => "SELECT count(*) FROM event WHERE id = ?",
    };
    let count: u32 = db.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
    Ok(count > 0)
}
