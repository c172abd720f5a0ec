//! Versions as they stand on the wire.

use std::collections::BTreeMap;

use contract::template::{DoneDeed, StaffMember, TemplateCell, TemplateVersion};
use domain::coded::Coded;
use domain::notification::template::{Deed, VersionState};
use rusqlite::Connection;

use crate::etag;
use crate::store::template::{Cell, Kept, KeptDeed};

/// The staff, by account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names(BTreeMap<String, StaffMember>);

impl Names {
    /// Everybody.
    ///
    /// # Errors
    /// Those of the database.
    pub fn read(db: &Connection) -> rusqlite::Result<Self> {
        let sql = "SELECT account.key, account.name, person.id FROM account LEFT JOIN person ON person.account = account.key";
        let member = |row: &rusqlite::Row<'_>| {
            let (key, person): (String, Option<String>) = (row.get(0)?, row.get(2)?);
            Ok((key.clone(), StaffMember { id: person.unwrap_or(key), name: row.get(1)? }))
        };
        Ok(Self(db.prepare_cached(sql)?.query_map([], member)?.collect::<rusqlite::Result<_>>()?))
    }

    /// Somebody of them.
    #[must_use]
    pub fn of(&self, account: &str) -> StaffMember {
        let unknown = || StaffMember { id: account.to_owned(), name: String::new() };
        self.0.get(account).cloned().unwrap_or_else(unknown)
    }

    fn deed(&self, deed: &KeptDeed) -> DoneDeed {
        let KeptDeed { deed, by, at, reason } = deed;
        DoneDeed { deed: Coded::Known(*deed), by: self.of(by), at: *at, reason: reason.clone() }
    }
}

/// A version, with its tag.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn version(kept: &Kept, names: &Names) -> serde_json::Result<TemplateVersion> {
    let last = |deeds: &[Deed]| kept.deeds.iter().rev().find(|one| deeds.contains(&one.deed));
    let mut version = TemplateVersion {
        number: kept.number,
        state: Coded::Known(kept.state),
        title: kept.title.clone(),
        text: kept.text.clone(),
        note: kept.note.clone(),
        authors: kept.authors.iter().map(|account| names.of(account)).collect(),
        created_at: kept.created_at,
        changed_at: kept.changed_at,
        submitted_at: last(&[Deed::Submit]).map(|deed| deed.at),
        decision: last(&[Deed::Approve, Deed::Reject]).map(|deed| names.deed(deed)),
        used: kept.used.clone(),
        deeds: kept.deeds.iter().map(|deed| names.deed(deed)).collect(),
        tag: String::new(),
    };
    version.tag = etag::of(serde_json::to_string(&version)?.as_bytes());
    Ok(version)
}

/// How a text stands; `None` while it has no version.
#[must_use]
pub fn cell(cell: Cell, versions: &[Kept], names: &Names) -> Option<TemplateCell> {
    let newest = versions.iter().max_by_key(|kept| kept.number)?;
    let begun = versions.iter().filter_map(|kept| Some((kept.created_at, kept.authors.first()?)));
    let deeds = versions.iter().flat_map(|kept| &kept.deeds).map(|deed| (deed.at, &deed.by));
    // Of two at the same instant the later one in the list: the deed after the beginning.
    let (changed_at, by) = begun.chain(deeds).max_by_key(|(at, _)| *at)?;
    let in_use = versions.iter().find(|kept| kept.state == VersionState::InUse);
    Some(TemplateCell {
        channel: Coded::Known(cell.channel),
        language: Coded::Known(cell.language),
        in_use: in_use.map(|kept| kept.number),
        newest: newest.number,
        state: Coded::Known(newest.state),
        changed_at,
        changed_by: names.of(by).name,
    })
}
