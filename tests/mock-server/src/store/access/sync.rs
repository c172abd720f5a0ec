//! Writes down what access comes to right now, and tells both sides what is different.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::change::AccessChange;
use contract::person::Person;
use domain::access::{
    About, Action, Effective, Holder, Stage, State, Told, allowed, effective, state, upcoming,
};
use domain::coded::{Code, Coded};
use domain::document::Kind;
use rusqlite::Connection;

use crate::store::access::grant::{self, Placed};
use crate::store::access::person::{self, Known};
use crate::store::{change, text};

/// Brings `access` and `sight` to what the rules say at `now`; whether anybody has to be told something.
///
/// # Errors
/// Those of the database.
pub fn sync(db: &Connection, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let people = person::all(db)?;
    let by_id: HashMap<&str, &Known> = people.iter().map(|known| (known.id.as_str(), known)).collect();
    let mut rows = Vec::new();
    for known in &people {
        if let Some(account) = &known.account {
            rows.push((account.clone(), own(known, now)));
        }
    }
    let mut telling = false;
    for placed in grant::all(db)? {
        let Some(known) = by_id.get(placed.person.as_str()) else { continue };
        let reach = effective(&placed.kept.grant(), known.owner, now);
        let state = state(&placed.kept.grant(), known.owner, now);
        telling |= tell(db, &placed, known, state, reach, now)?;
        if let (Some(receiver), false) = (&placed.receiver, reach.scopes.is_empty()) {
            rows.push((receiver.clone(), held(&placed, known, reach)));
        }
    }
    write(db, &rows)?;
    Ok(telling)
}

/// The next instant after `now` at which time changes something.
///
/// # Errors
/// Those of the database.
pub fn next_change(db: &Connection, now: DateTime<Utc>) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let mut next = None;
    for placed in grant::all(db)? {
        let Some(known) = person::get(db, &placed.person)? else { continue };
        let first = upcoming(&placed.kept.grant(), known.owner, now).first().map(|change| change.at);
        next = [next, first].into_iter().flatten().min();
    }
    Ok(next)
}

/// The account holder's own person.
fn own(known: &Known, now: DateTime<Utc>) -> Person {
    let stage = known.owner.stage(now);
    let mut person = Person::own(known.id.clone(), known.name.clone(), known.owner.zone);
    person.stage = (stage != Stage::Adult).then_some(Coded::Known(stage));
    person
}

/// The person as who holds the grant sees them.
fn held(placed: &Placed, known: &Known, reach: Effective) -> Person {
    Person {
        id: known.id.clone(),
        name: known.name.clone(),
        relation: placed.kept.relation.clone(),
        zone: known.owner.zone,
        scopes: Some(reach.scopes.iter().map(Coded::Known).collect()),
        kinds: placed.kept.kinds.clone(),
        until: placed.kept.until,
        stage: None,
    }
}

/// Which documents a holder may look at: kind (all when `None`), and whether hidden ones too.
fn sights(holder: &Holder) -> Vec<(Option<&'static str>, bool)> {
    let looks = |kind: &Coded<Kind>, hidden| {
        allowed(Action::Look, holder, About { kind: Some(kind), hidden, ..About::default() }).is_ok()
    };
    // Who may look at a kind that nobody has heard of may look at all of them.
    let unheard_of = Coded::Unknown(String::new());
    if looks(&unheard_of, false) {
        return vec![(None, looks(&unheard_of, true))];
    }
    let kinds = Kind::ALL.iter().map(|kind| (kind.code(), Coded::Known(*kind)));
    kinds
        .filter(|(_, kind)| looks(kind, false))
        .map(|(code, kind)| (Some(code), looks(&kind, true)))
        .collect()
}

fn write(db: &Connection, rows: &[(String, Person)]) -> rusqlite::Result<()> {
    let stands = text(&rows)?;
    let before: Option<String> =
        db.query_row("SELECT (SELECT value FROM meta WHERE key = 'access')", [], |row| row.get(0))?;
    if before.as_deref() == Some(stands.as_str()) {
        return Ok(());
    }
    db.execute_batch("DELETE FROM access; DELETE FROM sight")?;
    for (place, (account, person)) in rows.iter().enumerate() {
        db.execute(
            "INSERT OR IGNORE INTO access VALUES (?, ?, ?, ?)",
            (account, person.id.as_str(), place.cast_signed(), text(person)?),
        )?;
        for (kind, sees_hidden) in sights(&person.holder()) {
            db.execute(
                "INSERT INTO sight VALUES (?, ?, ?, ?)",
                (account, person.id.as_str(), kind, sees_hidden),
            )?;
        }
    }
    db.execute("INSERT OR REPLACE INTO meta VALUES ('access', ?)", [stands])?;
    Ok(())
}

/// Tells both sides if the grant is not what they were told last. Nobody is told of how it was at the start.
fn tell(
    db: &Connection,
    placed: &Placed,
    known: &Known,
    state: State,
    reach: Effective,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let scopes: Vec<&str> = reach.scopes.iter().map(Code::code).collect();
    let told = format!("{} {} {}", state.code().code(), scopes.join(","), placed.kept.tag()?);
    if placed.told.as_ref() == Some(&told) {
        return Ok(false);
    }
    db.execute("UPDATE grants SET told = ? WHERE id = ?", (&told, placed.id.as_str()))?;
    let Some(before) = &placed.told else { return Ok(false) };
    let was = before.split(' ').next().unwrap_or_default();
    let what = match state {
        _ if was == state.code().code() => Told::Changed,
        State::Active => Told::Granted,
        State::Expired if was == "active" => Told::Expired,
        State::EndedByAge => Told::EndedByAge,
        State::Revoked { .. } => Told::Revoked,
        State::Expired | State::Invited { .. } | State::Declined => Told::Changed,
    };
    let accounts = [known.account.as_deref(), placed.receiver.as_deref()];
    announce(db, &known.id, accounts.into_iter().flatten().map(|account| (account, what)), now)?;
    Ok(true)
}

/// Tells accounts that access to a person's documents is different.
///
/// # Errors
/// Those of the database.
pub fn announce<'a>(
    db: &Connection,
    person: &PersonId,
    accounts: impl IntoIterator<Item = (&'a str, Told)>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let sequence = change::newest(db)? + 1;
    for (account, what) in accounts {
        let change = AccessChange { sequence, person: person.clone(), what: Coded::Known(what), at: now };
        db.execute(
            "INSERT OR REPLACE INTO access_change VALUES (?, ?, ?)",
            (sequence.cast_signed(), account, text(&change)?),
        )?;
    }
    Ok(())
}
