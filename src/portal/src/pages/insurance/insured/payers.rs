//! For whom the state pays.

use chrono::NaiveDate;
use domain::insurance::StateGroups;
use domain::insurance::ground::STATE_PAYS;

use super::super::contribution::group;
use crate::i18n::Msg;
use crate::i18n::texts::insurance as i;
use crate::source::Source;

/// For whom the state pays.
#[derive(Debug, Clone, PartialEq)]
pub struct StatePays {
    /// The groups, in words.
    pub groups: Vec<Msg>,
    /// What to do if one is in none of them.
    pub note: Msg,
    /// Where it is written; nothing where nothing is known.
    pub source: Option<Source>,
}

/// For whom the state pays on a day; where that is not known, for whom it is known to have paid at another time.
pub fn payers(today: NaiveDate) -> StatePays {
    let told = |groups: StateGroups, source: Source| StatePays {
        groups: groups.0.iter().map(|one| group(*one)).collect(),
        note: i::by_state_others(),
        source: Some(source),
    };
    match STATE_PAYS.sourced(today, today) {
        Ok(found) => told(found.value, found.basis.into()),
        Err(no_data) => match no_data.known {
            Some(entry) => told(entry.value, entry.into()),
            None => StatePays { groups: Vec::new(), note: i::by_state_others(), source: None },
        },
    }
}
