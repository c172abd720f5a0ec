//! What a document is to a pharmacy.

use chrono::NaiveDate;

use crate::citation::{Citation, DESIGN};
use crate::coded::Coded;
use crate::document::dates::Left;
use crate::document::kind::Kind;
use crate::document::status::{Group, Status};
use crate::document::validity::{Paper, ValidUntil, validity_of};

/// The source of what is shown to a pharmacy: a design decision.
pub const PHARMACY_SOURCE: Citation = DESIGN;

/// What a pharmacy can do with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtPharmacy {
    /// Dispense.
    InUse,
    /// Nothing any more: its last day was that one, whatever its status says.
    Over {
        /// The last day.
        last_day: NaiveDate,
    },
    /// Nothing now: it is not approved or issued, all of it was dispensed, or it has ended.
    NotInUse,
    /// This build cannot tell: it does not know the status.
    Unknown,
}

/// Whether documents of this kind are shown in a pharmacy at all.
#[must_use]
pub fn is_for_pharmacy(kind: &Coded<Kind>) -> bool {
    matches!(kind.known(), Some(Kind::MedicineProtocol | Kind::Prescription))
}

/// What a pharmacy can do with a document on `today`, and until when it is valid; `None` for a document of a kind that is not
/// shown there.
#[must_use]
pub fn at_pharmacy(
    paper: &Paper<'_>,
    status: &Coded<Status>,
    today: NaiveDate,
) -> Option<(AtPharmacy, ValidUntil)> {
    if !is_for_pharmacy(paper.kind) {
        return None;
    }
    let until = validity_of(paper, today);
    let over = until.last.filter(|last| matches!(Left::until(*last, today), Left::Over(_)));
    let use_now = match (status.known(), over) {
        (None, _) => AtPharmacy::Unknown,
        (Some(known), _) if known.group() != Group::InUse => AtPharmacy::NotInUse,
        (Some(_), Some(last_day)) => AtPharmacy::Over { last_day },
        (Some(_), None) => AtPharmacy::InUse,
    };
    Some((use_now, until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;
    use crate::rules::day;

    fn told(kind: &str, status: &str, stated: Option<NaiveDate>) -> Option<AtPharmacy> {
        let kind = Kind::from_code(kind);
        let paper = Paper { kind: &kind, issued: None, stated, referral: None, prescription: None };
        at_pharmacy(&paper, &Status::from_code(status), day!("2026-11-22")).map(|(told, _)| told)
    }

    #[test]
    fn what_is_approved_or_issued_is_dispensed_up_to_its_last_day() {
        let last_day = day!("2026-11-21");
        assert_eq!(told("medicine_protocol", "approved", None), Some(AtPharmacy::InUse));
        assert_eq!(
            told("prescription", "partly_dispensed", Some(day!("2026-11-22"))),
            Some(AtPharmacy::InUse)
        );
        assert_eq!(told("prescription", "issued", Some(last_day)), Some(AtPharmacy::Over { last_day }));
    }

    #[test]
    fn nothing_is_dispensed_by_what_is_refused_over_or_not_understood() {
        for status in ["registered", "refused", "annulled", "expired", "dispensed"] {
            assert_eq!(told("medicine_protocol", status, None), Some(AtPharmacy::NotInUse), "{status}");
        }
        assert_eq!(told("prescription", "on_hold", None), Some(AtPharmacy::Unknown));
    }

    #[test]
    fn only_protocols_for_medicines_and_prescriptions_are_shown_there() {
        for kind in ["device_application", "referral", "telk_decision", "holiday_voucher"] {
            assert_eq!(told(kind, "approved", None), None, "{kind}");
        }
    }

    #[test]
    fn a_prescription_without_a_day_of_its_own_is_valid_by_the_rule() {
        let kind = Coded::Known(Kind::Prescription);
        let repeat = Coded::Known(crate::validity::Kind::RepeatPrescription);
        let paper = Paper {
            kind: &kind,
            issued: Some(day!("2026-09-14")),
            stated: None,
            referral: None,
            prescription: Some(&repeat),
        };
        let (_, until) = at_pharmacy(&paper, &Coded::Known(Status::Issued), day!("2026-11-22")).unwrap();
        assert_eq!((until.last, until.stated), (validity_of(&paper, day!("2026-11-22")).last, false));
        assert!(until.last.is_some());
    }
}
