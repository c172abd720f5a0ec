//! All calculators there are, as the list of them shows them. What they ask and answer comes with their family.

use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::route::{Family, Route};

/// A calculator, as it stands in the list.
pub struct Entry {
    /// Its family.
    pub family: Family,
    /// Its name in the address.
    pub name: &'static str,
    /// Its title: what one wants to know.
    pub title: fn() -> Msg,
    /// What it answers, in a sentence.
    pub lead: fn() -> Msg,
}

impl Entry {
    /// Where it is.
    pub fn route(&self) -> Route {
        Route::Calculator(self.family, self.name.to_owned())
    }
}

macro_rules! entries {
    ($($constant:ident: $family:ident $name:literal $title:ident $lead:ident,)+) => {
        $(
            #[doc = concat!("`/calculators/…/", $name, "`")]
            pub static $constant: Entry =
                Entry { family: Family::$family, name: $name, title: c::$title, lead: c::$lead };
        )+

        /// All of them, in the order of the list.
        pub static ALL: &[&Entry] = &[$(&$constant),+];
    };
}

entries! {
    VISIT: Fees "visit" visit_title visit_lead,
    EXEMPTION: Fees "exemption" exemption_title exemption_lead,
    HOSPITAL: Fees "hospital" hospital_title hospital_lead,
    LABORATORY: Fees "laboratory" laboratory_title laboratory_lead,
    CONTRIBUTION: Insurance "contribution" contribution_title contribution_lead,
    ABROAD: Insurance "abroad" abroad_title abroad_lead,
    RETURNING: Insurance "returning" returning_title returning_lead,
    SICK_LEAVE: Leave "sick-leave" sick_leave_title sick_leave_lead,
    ISSUING: Leave "issuing" issuing_title issuing_lead,
    CARER: Leave "carer" carer_title carer_lead,
    MATERNITY: Leave "maternity" maternity_title maternity_lead,
    VALIDITY: Dates "validity" validity_title validity_lead,
    SUPPLY: Dates "supply" supply_title supply_lead,
    DOCUMENTS: Dates "documents" documents_title documents_lead,
    TELK: Dates "telk" telk_title telk_lead,
    ELSEWHERE: Dates "elsewhere" elsewhere_title elsewhere_lead,
    EURO: Dates "euro" euro_title euro_lead,
    CHILD: Practice "child" child_title child_lead,
}
