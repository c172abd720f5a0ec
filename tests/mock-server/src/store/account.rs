//! Accounts and the persons they may see.

use contract::account::{Account, Contacts};
use contract::person::Person;
use domain::coded::{Code as _, Coded};
use domain::language::Language;
use domain::person::{Relation, Role};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::json;

/// The account with this key.
///
/// # Errors
/// When it is not there, or the database fails.
pub fn get(db: &Connection, key: &str) -> rusqlite::Result<Account> {
    db.query_row("SELECT name, email, phone, address, language FROM account WHERE key = ?", [key], |row| {
        let language: Option<String> = row.get(4)?;
        Ok(Account {
            name: row.get(0)?,
            contacts: Contacts { email: row.get(1)?, phone: row.get(2)?, address: row.get(3)? },
            language: language.map(|code| Language::from_code(&code)),
        })
    })
}

/// Keeps contacts and language.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, key: &str, account: &Account) -> rusqlite::Result<()> {
    let Contacts { email, phone, address } = &account.contacts;
    let language = account.language.as_ref().map(Coded::code);
    db.execute(
        "UPDATE account SET email = ?, phone = ?, address = ?, language = ? WHERE key = ?",
        (email, phone, address, language, key),
    )?;
    Ok(())
}

/// What the account may do.
///
/// # Errors
/// When it is not there, or the database fails.
pub fn role(db: &Connection, key: &str) -> rusqlite::Result<Coded<Role>> {
    let code: String = db.query_row("SELECT role FROM account WHERE key = ?", [key], |row| row.get(0))?;
    Ok(Role::from_code(&code))
}

/// The name of whoever has the account, as others read it.
///
/// # Errors
/// When it is not there, or the database fails.
pub fn name(db: &Connection, key: &str) -> rusqlite::Result<String> {
    db.prepare_cached("SELECT name FROM account WHERE key = ?")?.query_row([key], |row| row.get(0))
}

/// Whether there is such an account.
///
/// # Errors
/// Those of the database.
pub fn exists(db: &Connection, key: &str) -> rusqlite::Result<bool> {
    let found = db.query_row("SELECT 1 FROM account WHERE key = ?", [key], |_| Ok(())).optional()?;
    Ok(found.is_some())
}

/// The persons an account may see, the account holder first.
///
/// # Errors
/// Those of the database.
pub fn persons(db: &Connection, key: &str) -> rusqlite::Result<Vec<Person>> {
    db.prepare_cached("SELECT json FROM access WHERE account = ? ORDER BY place")?
        .query_map([key], |row| json(row, 0))?
        .collect()
}

/// The account holder among the persons of an account; staff may have none.
///
/// # Errors
/// Those of the database.
pub fn own(db: &Connection, key: &str) -> rusqlite::Result<Option<Person>> {
    let is_own = |person: &Person| person.relation == Coded::Known(Relation::Own);
    Ok(persons(db, key)?.into_iter().find(is_own))
}
