//! Kinds of documents: those whose status the fund reports, those that doctors and commissions issue, and the record of health.

use crate::citation::{Citation, DESIGN, STATUS_NOTICE};
use crate::coded::{Coded, codes};
use crate::document::family::Family;

codes! {
    /// The kinds of documents.
    pub enum Kind {
        /// Protocol for medicines paid by the fund ("протокол за предписване на лекарства, заплащани от НЗОК/РЗОК").
        MedicineProtocol = "medicine_protocol",
        /// Application for assistive devices ("заявление за ПСПСМИ").
        DeviceApplication = "device_application",
        /// Application for the repair of an assistive device ("заявление за ремонт").
        RepairApplication = "repair_application",
        /// Protocol of a medical consulting commission ("протокол на ЛКК").
        LkkProtocol = "lkk_protocol",
        /// Protocol that sends somebody to the commission on lasting incapacity ("протокол за ТЕЛК").
        TelkProtocol = "telk_protocol",
        /// Decision of that commission ("експертно решение на ТЕЛК").
        TelkDecision = "telk_decision",
        /// Referral ("направление") to a laboratory, a specialist or a hospital: which, is data on it.
        Referral = "referral",
        /// Prescription ("рецепта").
        Prescription = "prescription",
        /// Sick-leave sheet ("болничен лист").
        SickSheet = "sick_sheet",
        /// Document that was asked of a practice.
        PracticeDocument = "practice_document",
        /// Of the health record: outpatient sheet ("амбулаторен лист").
        OutpatientSheet = "outpatient_sheet",
        /// Of the health record: result of a test.
        TestResult = "test_result",
        /// Of the health record: discharge letter ("епикриза").
        DischargeLetter = "discharge_letter",
    }
}

/// What is known of a kind.
struct Row {
    kind: Kind,
    family: Family,
    lead: i64,
    source: Citation,
}

const fn row(kind: Kind, family: Family, lead: i64, source: Citation) -> Row {
    Row { kind, family, lead, source }
}

/// In the order of the list. Lead times are all decisions of design: the fund gives none for its own reminder.
const ROWS: [Row; 13] = [
    row(Kind::MedicineProtocol, Family::Protocol, 30, STATUS_NOTICE),
    row(Kind::DeviceApplication, Family::Aid, 30, STATUS_NOTICE),
    row(Kind::RepairApplication, Family::Aid, 30, STATUS_NOTICE),
    row(Kind::LkkProtocol, Family::Lkk, 30, DESIGN),
    row(Kind::TelkProtocol, Family::TelkProtocol, 30, DESIGN),
    // One applies again three months before the end: a month's notice of that.
    row(Kind::TelkDecision, Family::TelkDecision, 120, DESIGN),
    row(Kind::Referral, Family::Referral, 10, DESIGN),
    row(Kind::Prescription, Family::Prescription, 7, DESIGN),
    row(Kind::SickSheet, Family::SickSheet, 0, DESIGN),
    row(Kind::PracticeDocument, Family::Practice, 0, DESIGN),
    row(Kind::OutpatientSheet, Family::Record, 0, DESIGN),
    row(Kind::TestResult, Family::Record, 0, DESIGN),
    row(Kind::DischargeLetter, Family::Record, 0, DESIGN),
];

// A table out of order does not compile.
const _: () = {
    let mut at = 0;
    while at < ROWS.len() {
        assert!(ROWS[at].kind as usize == at);
        at += 1;
    }
};

impl Kind {
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The list of events that happen to this kind.
    #[must_use]
    pub const fn family(self) -> Family {
        self.row().family
    }

    /// So many days before the end of its validity it is brought to attention ([`DESIGN`]).
    #[must_use]
    pub const fn lead(self) -> i64 {
        self.row().lead
    }

    /// Where it stands that there is such a kind.
    #[must_use]
    pub const fn source(self) -> Citation {
        self.row().source
    }
}

codes! {
    /// Where a referral leads.
    pub enum ReferralTo {
        /// To a laboratory.
        Laboratory = "laboratory",
        /// To a specialist.
        Specialist = "specialist",
        /// To a hospital.
        Hospital = "hospital",
    }
}

/// Whether a document of this kind may have more printed on it than every document has: where it leads, when a commission sits,
/// what was asked of a practice. A kind that this build does not know may.
#[must_use]
pub fn has_details(kind: &Coded<Kind>) -> bool {
    !matches!(kind.known(), Some(Kind::MedicineProtocol | Kind::RepairApplication))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn only_the_kinds_of_the_notice_are_said_to_stand_in_it() {
        let noticed = Kind::ALL.iter().filter(|kind| kind.source() == STATUS_NOTICE).count();
        assert_eq!(noticed, 3);
        assert!(Kind::ALL.iter().all(|kind| kind.source() == STATUS_NOTICE || kind.source() == DESIGN));
    }
}
