//! The status of a document.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

codes! {
    /// Where a document stands. The first eight are those of the fund's notice; which ones a kind can have says
    /// [`crate::document::Family::flow`].
    pub enum Status {
        /// Received and registered by the fund.
        Registered = "registered",
        /// The fund, or whoever decides, waits for further documents.
        DocsRequired = "docs_required",
        /// Further documents have arrived and are being checked.
        DocsReceived = "docs_received",
        /// Approved: it can be used.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
        /// Annulled: treated as if it had not been issued. The fund does not define the word.
        Annulled = "annulled",
        /// Terminated: valid until now, not any longer. The fund does not define the word.
        Terminated = "terminated",
        /// Its validity has run out.
        Expired = "expired",
        /// Issued: it can be used.
        Issued = "issued",
        /// Sent to those who go on with it.
        Sent = "sent",
        /// The commission has said when it sits.
        Scheduled = "scheduled",
        /// Used up by one use.
        Used = "used",
        /// A part was dispensed.
        PartlyDispensed = "partly_dispensed",
        /// All of it was dispensed.
        Dispensed = "dispensed",
        /// Somebody contests it.
        Contested = "contested",
        /// In force: nobody contests it any more.
        InForce = "in_force",
        /// Done with.
        Closed = "closed",
        /// Asked for.
        Requested = "requested",
        /// Somebody is making it.
        InWork = "in_work",
        /// Made, and waits for the patient.
        Ready = "ready",
        /// The patient has it.
        HandedOver = "handed_over",
        /// Recorded in the health record.
        Recorded = "recorded",
        /// Recorded again, with a correction.
        Corrected = "corrected",
    }
}

codes! {
    /// Statuses put together for a filter.
    pub enum Group {
        /// No decision yet.
        Open = "open",
        /// Valid, and in use or ready for it.
        InUse = "in_use",
        /// Refused.
        Refused = "refused",
        /// Over.
        Ended = "ended",
        /// Only kept.
        Kept = "kept",
    }
}

/// Whose clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// That of those who decide or make it.
    Authority,
    /// The patient's: something is awaited.
    Patient,
    /// Nobody's.
    Nobody,
}

/// What is known of a status.
struct Row {
    status: Status,
    /// How far along it is; equal for statuses that exclude each other at the same place.
    rank: u8,
    group: Group,
    turn: Turn,
    /// Where one may expect a document to go from here.
    next: &'static [Status],
}

const fn row(status: Status, rank: u8, group: Group, turn: Turn, next: &'static [Status]) -> Row {
    Row { status, rank, group, turn, next }
}

/// In the order of the list; all of it is [`USUAL_SOURCE`].
static ROWS: [Row; 23] = {
    use Group::{Ended, InUse, Kept, Open};
    use Status::{
        Annulled, Approved, Closed, Contested, Corrected, Dispensed, DocsReceived, DocsRequired, Expired,
        HandedOver, InForce, InWork, Issued, PartlyDispensed, Ready, Recorded, Refused, Registered,
        Requested, Scheduled, Sent, Terminated, Used,
    };
    use Turn::{Authority, Nobody, Patient};
    [
        row(
            Registered,
            0,
            Open,
            Authority,
            &[DocsRequired, DocsReceived, Approved, Refused, Annulled, Terminated],
        ),
        row(
            DocsRequired,
            2,
            Open,
            Patient,
            &[DocsReceived, Approved, Refused, Annulled, Terminated, Scheduled, InWork, Ready, Closed],
        ),
        row(
            DocsReceived,
            3,
            Open,
            Authority,
            &[DocsRequired, Approved, Refused, Annulled, Terminated, Scheduled, InWork, Ready, Closed],
        ),
        row(Approved, 5, InUse, Nobody, &[Terminated, Annulled, Expired]),
        row(Refused, 5, Group::Refused, Nobody, &[]),
        row(Annulled, 6, Ended, Nobody, &[]),
        row(Terminated, 6, Ended, Nobody, &[]),
        row(Expired, 6, Ended, Nobody, &[]),
        row(
            Issued,
            0,
            InUse,
            Nobody,
            &[Sent, Used, PartlyDispensed, Dispensed, Contested, InForce, Closed, Expired, Annulled],
        ),
        row(Sent, 1, Open, Authority, &[DocsRequired, Scheduled, Used, Closed, Expired, Annulled]),
        row(Scheduled, 4, Open, Authority, &[DocsRequired, Closed, Annulled]),
        row(Used, 5, Ended, Nobody, &[Closed, Expired]),
        row(PartlyDispensed, 4, InUse, Nobody, &[Dispensed, Expired, Annulled]),
        row(Dispensed, 6, Ended, Nobody, &[]),
        row(Contested, 4, Open, Authority, &[InForce, Annulled]),
        row(InForce, 5, InUse, Nobody, &[Contested, Expired, Annulled]),
        row(Closed, 6, Ended, Nobody, &[]),
        row(Requested, 0, Open, Authority, &[DocsRequired, InWork, Ready, HandedOver, Refused]),
        row(InWork, 4, Open, Authority, &[DocsRequired, Ready, HandedOver, Refused]),
        row(Ready, 5, InUse, Nobody, &[HandedOver]),
        row(HandedOver, 6, Ended, Nobody, &[]),
        row(Recorded, 0, Kept, Nobody, &[Corrected]),
        row(Corrected, 1, Kept, Nobody, &[]),
    ]
};

// A table out of order does not compile.
const _: () = {
    let mut at = 0;
    while at < ROWS.len() {
        assert!(ROWS[at].status as usize == at);
        at += 1;
    }
};

impl Status {
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// How far along this status is; equal for statuses that exclude each other at the same place.
    #[must_use]
    pub(super) const fn rank(self) -> u8 {
        self.row().rank
    }

    /// The filter group of this status.
    #[must_use]
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// Whose clock runs while a document stands here.
    #[must_use]
    pub const fn turn(self) -> Turn {
        self.row().turn
    }

    /// Whether a move from `self` to `to` is one that people may expect.
    ///
    /// Nobody states an order ([`USUAL_SOURCE`]): an unusual move is shown and marked, never hidden or refused.
    #[must_use]
    pub fn usually_leads_to(self, to: Self) -> bool {
        self.row().next.contains(&to)
    }
}

/// The source of the table: a design decision.
pub const USUAL_SOURCE: Citation = DESIGN;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn what_may_be_expected_never_goes_back_but_for_more_documents_and_an_appeal() {
        for from in Status::ALL {
            for to in from.row().next {
                let again = matches!(to, Status::DocsRequired | Status::Contested);
                assert!(to.rank() > from.rank() || again, "{from:?} {to:?}");
            }
        }
    }
}
