//! Who somebody is to the one who is signed in.

use crate::coded::codes;

codes! {
    /// The relation of a person to the account holder who cares for them.
    pub enum Relation {
        /// The account holder.
        Own = "self",
        /// A child of the account holder.
        Child = "child",
        /// A parent of the account holder.
        Parent = "parent",
        /// A spouse or partner.
        Partner = "partner",
        /// Somebody under the account holder's guardianship.
        Ward = "ward",
        /// Anybody else who gave a mandate.
        Other = "other",
    }
}

codes! {
    /// What an account may do beyond reading its own documents.
    pub enum Role {
        /// A patient or carer.
        Patient = "patient",
        /// Staff who write message templates.
        Editor = "editor",
        /// Staff who approve message templates.
        Approver = "approver",
    }
}

codes! {
    /// Sex, as far as a rule depends on it.
    pub enum Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}
