//! What may become what: one table.

use crate::citation::{Citation, DESIGN};
use crate::notification::delivery::state::StateCode::{
    self, Delivered, Dropped, Failed, GivenUp, Held, Queued, Read, Replaced, Sent,
};

/// What each state may become, in the order of the states. Word that a message arrived may come after another channel took
/// its place, or after it was given up: it is true all the same.
pub const TABLE: [(StateCode, &[StateCode]); 9] = [
    (Queued, &[Held, Sent, Failed, GivenUp, Replaced, Dropped]),
    (Held, &[Held, Queued, GivenUp, Dropped]),
    (Sent, &[Delivered, Read, Failed, GivenUp, Replaced]),
    (Delivered, &[Read]),
    (Read, &[]),
    (Failed, &[Queued, Delivered, Read, GivenUp, Replaced, Dropped]),
    (GivenUp, &[Delivered, Read]),
    (Replaced, &[Delivered, Read]),
    (Dropped, &[]),
];
/// The source of the table. The states that Viber tells are [`crate::notification::channel::VIBER_STATUSES`].
pub const TABLE_SOURCE: Citation = DESIGN;

// A table out of order does not compile.
const _: () = {
    let mut at = 0;
    while at < TABLE.len() {
        assert!(TABLE[at].0 as usize == at);
        at += 1;
    }
};

/// Whether one state may become another.
#[must_use]
pub fn may_become(from: StateCode, to: StateCode) -> bool {
    TABLE[from as usize].1.contains(&to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn every_state_is_in_the_table_and_is_reached() {
        assert_eq!(TABLE.len(), StateCode::ALL.len());
        for state in StateCode::ALL.iter().filter(|state| **state != Queued) {
            assert!(TABLE.iter().any(|(_, to)| to.contains(state)), "{state:?}");
        }
    }

    #[test]
    fn what_arrived_is_never_lost() {
        for (from, to) in TABLE.iter().filter(|(from, _)| matches!(from, Delivered | Read)) {
            assert!(to.iter().all(|to| *to == Read), "{from:?}");
        }
    }
}
