//! Everybody whose documents there are.

use chrono::NaiveDate;
use contract::PersonId;
use contract::insurance::Insurance;
use contract::person::Person;
use contract::wire::day;
use domain::access::Owner;
use domain::coded::{Code as _, Coded};
use domain::data_right::system;
use domain::moment::Zone;
use domain::person::Relation;
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::store::access::grant;
use crate::store::json;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Opaque id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// The account of who signs in for themselves.
    pub account: Option<String>,
    /// What bears upon access.
    pub owner: Owner,
}

const ALL: &str = "SELECT p.id, p.name, p.account, p.zone, p.born, i.json FROM person p \
                   LEFT JOIN insurance i ON i.person = p.id";

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    let (zone, born): (String, Option<String>) = (row.get(3)?, row.get(4)?);
    let insured: Option<String> = row.get(5)?;
    let insured = insured.is_some().then(|| json::<Insurance>(row, 5)).transpose()?;
    let zone = Zone::from_code(&zone).known().unwrap_or(Zone::Sofia);
    // Of whom no contribution is told, the fund is that of where they live all the same.
    let system = insured.map_or(Some(system(zone)), |told| told.system.known());
    let owner = Owner { system, born: born.as_deref().and_then(day::parse), zone };
    Ok(Known { id: PersonId(row.get(0)?), name: row.get(1)?, account: row.get(2)?, owner })
}

/// Everybody.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Known>> {
    db.prepare_cached(&format!("{ALL} ORDER BY p.rowid"))?.query_map([], known)?.collect()
}

/// The person with this id.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, id: &PersonId) -> rusqlite::Result<Option<Known>> {
    db.prepare_cached(&format!("{ALL} WHERE p.id = ?"))?.query_row([id.as_str()], known).optional()
}

/// The person who signs in with this account.
///
/// # Errors
/// Those of the database.
pub fn of_account(db: &Connection, account: &str) -> rusqlite::Result<Option<Known>> {
    db.prepare_cached(&format!("{ALL} WHERE p.account = ?"))?.query_row([account], known).optional()
}

/// Everybody whom an account's data files may name: its holder, and those it was ever let see.
///
/// # Errors
/// Those of the database.
pub fn of_file(db: &Connection, account: &str) -> rusqlite::Result<Vec<Person>> {
    let grants = grant::all(db)?;
    let others = |known: &Known| {
        let held = grants
            .iter()
            .find(|grant| grant.receiver.as_deref() == Some(account) && grant.person == known.id)?;
        let mut person = Person::own(known.id.clone(), known.name.clone(), known.owner.zone);
        person.relation = held.kept.relation.clone();
        Some(person)
    };
    let of_one = |known: &Known| {
        let own = known.account.as_deref() == Some(account);
        if own {
            Some(Person::own(known.id.clone(), known.name.clone(), known.owner.zone))
        } else {
            others(known)
        }
    };
    Ok(all(db)?.iter().filter_map(of_one).collect())
}

/// Adds a person; the account is theirs if they are its holder.
///
/// # Errors
/// Those of the database.
pub fn add(db: &Connection, account: &str, person: &Person, born: Option<NaiveDate>) -> rusqlite::Result<()> {
    let own = (person.relation == Coded::Known(Relation::Own)).then_some(account);
    let born = born.map(|day| day.to_string());
    db.execute(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
        (person.id.as_str(), &person.name, person.zone.code(), born, own),
    )?;
    Ok(())
}

/// Gives a person, whom another's data brought along, an account of their own.
///
/// # Errors
/// Those of the database; one is that there is no such person.
pub fn give_account(db: &Connection, id: &PersonId, account: &str) -> rusqlite::Result<()> {
    match db.execute("UPDATE person SET account = ? WHERE id = ?", (account, id.as_str()))? {
        1 => Ok(()),
        _ => Err(rusqlite::Error::QueryReturnedNoRows),
    }
}
