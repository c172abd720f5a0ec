//! Kinds of documents whose status the fund reports.

use crate::coded::codes;
use crate::document::event::Family;

codes! {
    /// The kinds of documents named in the fund's notice ([`crate::citation::STATUS_NOTICE`]).
    pub enum Kind {
        /// Protocol for medicines paid by the fund ("протокол за предписване на лекарства, заплащани от НЗОК/РЗОК").
        MedicineProtocol = "medicine_protocol",
        /// Application for assistive devices ("заявление за ПСПСМИ").
        DeviceApplication = "device_application",
        /// Application for the repair of an assistive device ("заявление за ремонт").
        RepairApplication = "repair_application",
    }
}

impl Kind {
    /// The list of events the fund reports for this kind.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::MedicineProtocol => Family::Protocol,
            Self::DeviceApplication | Self::RepairApplication => Family::Aid,
        }
    }
}
