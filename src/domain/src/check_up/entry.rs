//! What the record of a person is made of.

use crate::coded::codes;

codes! {
    /// Where an entry of the record comes from.
    pub enum EntrySource {
        /// The record of the GP.
        Gp = "gp",
        /// The record of a specialist.
        Specialist = "specialist",
        /// The card of immunisations.
        ImmunisationCard = "immunisation_card",
    }
}

codes! {
    /// What became of an immunisation.
    pub enum Given {
        /// It was given.
        Given = "given",
        /// It stands in the record for that day.
        Planned = "planned",
    }
}
