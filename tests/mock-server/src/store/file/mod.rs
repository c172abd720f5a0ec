//! Files that people send to documents.

mod content;

pub use content::{append, bytes, clear, digest, head};

use chrono::{DateTime, Datelike as _, Utc};
use contract::attachment::{FileState, NewFile, Receipt, Sender, SentFile};
use contract::{DocumentId, FileId};
use domain::attachment::{FileType, Sha256, UPLOAD_LIFETIME};
use domain::coded::{Code as _, Coded};
use domain::moment::Zone;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::store::instant;

/// A file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: FileId,
    /// The document that it is for.
    pub document: DocumentId,
    /// Who sends it: key of the account, and name.
    pub account: String,
    name_of_sender: String,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: Coded<FileType>,
    /// Its size as announced.
    pub size: u64,
    /// Its digest as announced.
    pub sha256: Sha256,
    /// How many of its bytes are there.
    pub received: u64,
    /// When the last of them came, or when the file was announced.
    pub moved: DateTime<Utc>,
    state: String,
    same_as: Option<FileId>,
    receipt: Option<(i32, u32, DateTime<Utc>)>,
}

impl Stored {
    /// Whether the fund has it.
    #[must_use]
    pub fn is_received(&self) -> bool {
        self.state == "received"
    }

    /// Whether more bytes may come at `now`. The instant at which it expires is over already.
    #[must_use]
    pub fn is_receiving(&self, now: DateTime<Utc>) -> bool {
        self.state == "receiving" && now < self.expires()
    }

    fn expires(&self) -> DateTime<Utc> {
        self.moved + UPLOAD_LIFETIME
    }

    /// As it stands on the wire, for an account.
    #[must_use]
    pub fn wire(&self, account: &str) -> SentFile {
        let receipt = self.receipt.map(|(year, number, received_at)| Receipt {
            number: format!("ВХ-{year}-{number:06}"),
            received_at,
            sha256: self.sha256,
            size: self.size,
        });
        let state = if receipt.is_some() { FileState::Received } else { FileState::Receiving };
        SentFile {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind.clone(),
            size: self.size,
            received: self.received,
            state: Coded::Known(state),
            sender: Sender { own: self.account == account, name: self.name_of_sender.clone() },
            expires: receipt.is_none().then(|| self.expires()),
            receipt,
        }
    }
}

const SELECT: &str = "SELECT f.id, f.document, f.account, a.name, f.name, f.type, f.size, f.sha256, f.received, \
     f.moved, f.state, f.same_as, f.year, f.number, f.received_at FROM file f JOIN account a ON a.key = f.account";

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let (kind, sha256): (String, String) = (row.get(5)?, row.get(7)?);
    let bad = || rusqlite::Error::InvalidColumnType(7, "sha256".to_owned(), rusqlite::types::Type::Text);
    let receipt = match (row.get(12)?, row.get(13)?) {
        (Some(year), Some(number)) => Some((year, number, instant(row, 14)?)),
        _ => None,
    };
    Ok(Stored {
        id: FileId(row.get(0)?),
        document: DocumentId(row.get(1)?),
        account: row.get(2)?,
        name_of_sender: row.get(3)?,
        name: row.get(4)?,
        kind: FileType::from_code(&kind),
        size: row.get::<_, i64>(6)?.cast_unsigned(),
        sha256: Sha256::parse(&sha256).ok_or_else(bad)?,
        received: row.get::<_, i64>(8)?.cast_unsigned(),
        moved: instant(row, 9)?,
        state: row.get(10)?,
        same_as: row.get::<_, Option<String>>(11)?.map(FileId),
        receipt,
    })
}

/// Begins a file.
///
/// # Errors
/// Those of the database.
pub fn begin(
    db: &Connection,
    (id, document, account): (&FileId, &DocumentId, &str),
    new: &NewFile,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO file (id, document, account, name, type, size, sha256, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id.as_str(),
            document.as_str(),
            account,
            &new.name,
            new.kind.code(),
            new.size.cast_signed(),
            new.sha256.to_string(),
            now.timestamp_micros(),
        ),
    )?;
    Ok(())
}

/// A file, or the one that it became; `None` when there is none with this id.
///
/// # Errors
/// Those of the database.
pub fn one(db: &Connection, id: &FileId) -> rusqlite::Result<Option<Stored>> {
    let mut statement = db.prepare_cached(&format!("{SELECT} WHERE f.id = ?"))?;
    let found = statement.query_row([id.as_str()], read).optional()?;
    match found.as_ref().and_then(|file| file.same_as.clone()) {
        Some(other) => statement.query_row([other.as_str()], read).optional(),
        None => Ok(found),
    }
}

/// All files of a document that are received, or may still be at `now`, whoever sends them; in the order in which they were
/// begun.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, document: &DocumentId, now: DateTime<Utc>) -> rusqlite::Result<Vec<Stored>> {
    let files: Vec<Stored> = db
        .prepare_cached(&format!("{SELECT} WHERE f.document = ? AND f.state <> 'over' ORDER BY f.place"))?
        .query_map([document.as_str()], read)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(files.into_iter().filter(|file| file.is_received() || file.is_receiving(now)).collect())
}

/// Ends an upload: nothing of it is kept but that it was. Where the same content was received meanwhile, `same_as` says as
/// which file.
///
/// # Errors
/// Those of the database.
pub fn give_up(db: &Connection, id: &FileId, same_as: Option<&FileId>) -> rusqlite::Result<()> {
    clear(db, id)?;
    db.execute(
        "UPDATE file SET state = 'over', name = '', same_as = ? WHERE id = ?",
        (same_as.map(FileId::as_str), id.as_str()),
    )?;
    Ok(())
}

/// Gives the file the next number of the year's register. Years are Bulgaria's, as the register is.
///
/// # Errors
/// Those of the database.
pub fn receive(db: &Connection, id: &FileId, now: DateTime<Utc>) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE file SET state = 'received', received_at = :now, year = :year, \
         number = (SELECT coalesce(max(number), 0) + 1 FROM file WHERE year = :year) WHERE id = :id",
        named_params! { ":now": now.timestamp_micros(), ":year": Zone::Sofia.day(now).year(), ":id": id.as_str() },
    )?;
    Ok(())
}
