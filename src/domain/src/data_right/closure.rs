//! Closing an account: what it means, what may still be open, and that there is no way back in the portal.
//!
//! All of it is a decision of the designers. There is no time in which closing could be taken back: for as long as there
//! were, the account would have to stay open to sign-in, and closed would not mean closed.

use crate::citation::{Citation, DESIGN};
use crate::coded::{Coded, codes};
use crate::person::Relation;

/// Where all of this comes from.
pub const BASIS: Citation = DESIGN;

/// What has to be sent to close an account, so that no slip of a hand does it.
pub const CONFIRMATION: &str = "close";

codes! {
    /// What closing does, in the order in which it is said.
    pub enum Effect {
        /// Nobody can sign in to the account any more.
        SignInEnds = "sign_in_ends",
        /// All sessions end at once, on every device.
        SessionsEnd = "sessions_end",
        /// Whoever may see one's documents in the portal may not any more.
        GivenAccessEnds = "given_access_ends",
        /// One may not see the documents of others any more.
        HadAccessEnds = "had_access_ends",
        /// The documents stay with the fund: closing deletes none.
        DocumentsStay = "documents_stay",
        /// What was asked and reported is answered all the same.
        AskedGoesOn = "asked_goes_on",
        /// The portal has no way back.
        NoWayBack = "no_way_back",
    }
}

codes! {
    /// What is still open when somebody wants to close an account.
    pub enum Open {
        /// A file is still being sent.
        File = "open.file",
        /// A report on a document has no answer yet.
        Report = "open.report",
        /// A request for correction has no answer yet.
        Correction = "open.correction",
        /// Somebody depends on the account holder: see [`depends`].
        Person = "open.person",
    }
}

/// Whether a person cannot see their documents without the account holder: children and wards. Who is of age has an
/// account of their own or can have one. A relation that this build does not know counts, so that nobody is forgotten.
#[must_use]
pub fn depends(relation: &Coded<Relation>) -> bool {
    match relation {
        Coded::Known(Relation::Child | Relation::Ward) | Coded::Unknown(_) => true,
        Coded::Known(Relation::Own | Relation::Parent | Relation::Partner | Relation::Other) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_and_wards_depend_and_so_does_whom_this_build_does_not_know() {
        let known = |relation| depends(&Coded::Known(relation));
        assert!(known(Relation::Child) && known(Relation::Ward));
        for own_account in [Relation::Own, Relation::Parent, Relation::Partner, Relation::Other] {
            assert!(!known(own_account), "{own_account:?}");
        }
        assert!(depends(&Coded::Unknown("foster_child".to_owned())));
    }
}
