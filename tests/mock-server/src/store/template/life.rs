//! What becomes of versions when something is done with one of them. Whether it may be done the rules say.

use chrono::{DateTime, Utc};
use contract::template::UsedPeriod;
use domain::notification::template::{Deed, VersionState};

use crate::store::template::{Kept, KeptDeed};

/// A draft with title and text of another version, at the end of the versions; its number.
pub fn begin(versions: &mut Vec<Kept>, from: &Kept, by: &str, at: DateTime<Utc>) -> u32 {
    let number = versions.iter().map(|kept| kept.number).max().unwrap_or(0) + 1;
    versions.push(Kept {
        number,
        state: VersionState::Draft,
        title: from.title.clone(),
        text: from.text.clone(),
        note: None,
        authors: vec![by.to_owned()],
        created_at: at,
        changed_at: at,
        used: Vec::new(),
        deeds: Vec::new(),
    });
    number
}

/// What was done with a version: it is now in the state `to`. What is put in use takes the place of the one in use.
pub fn done(versions: &mut [Kept], number: u32, to: VersionState, deed: KeptDeed) {
    if to == VersionState::InUse {
        supersede(versions, deed.at);
    }
    let Some(kept) = versions.iter_mut().find(|kept| kept.number == number) else { return };
    kept.state = to;
    if to == VersionState::InUse {
        kept.used.push(UsedPeriod { from: deed.at, until: None });
    }
    if deed.deed == Deed::Edit {
        kept.changed_at = deed.at;
        if !kept.authors.contains(&deed.by) {
            kept.authors.push(deed.by.clone());
        }
    }
    // Somebody who writes saves often: of such edits the last one stands.
    let same =
        |last: &&mut KeptDeed| (last.deed, deed.deed) == (Deed::Edit, Deed::Edit) && last.by == deed.by;
    match kept.deeds.last_mut().filter(same) {
        Some(last) => *last = deed,
        None => kept.deeds.push(deed),
    }
}

fn supersede(versions: &mut [Kept], at: DateTime<Utc>) {
    for kept in versions.iter_mut().filter(|kept| kept.state == VersionState::InUse) {
        kept.state = VersionState::Superseded;
        if let Some(used) = kept.used.last_mut() {
            used.until = Some(at);
        }
    }
}
