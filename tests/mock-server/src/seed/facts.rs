//! What documents of the several kinds may say, beyond what their shapes allow: facts that belong to their kind, and that do not
//! contradict each other.

use contract::document::{DecisionLimit, Document};
use domain::coded::Coded;
use domain::document::validity::is_prescription;
use domain::document::{Kind, Status};

/// The first fact that cannot be, and why; below the document.
#[must_use]
pub fn problem(document: &Document) -> Option<(&'static str, &'static str)> {
    belongs(document).or_else(|| dates(document)).or_else(|| quantities(document))
}

/// A fact that only one kind has, on another.
fn belongs(document: &Document) -> Option<(&'static str, &'static str)> {
    // A kind that this build does not know may have anything.
    let kind = document.entry.kind.known()?;
    let only = [
        ("referral", document.facts.referral.is_some(), Kind::Referral),
        ("prescription", document.facts.prescription.is_some(), Kind::Prescription),
        ("request", document.facts.request.is_some(), Kind::PracticeDocument),
        ("hearing", document.facts.hearing.is_some(), Kind::TelkProtocol),
        ("medical_document_on", document.facts.medical_document_on.is_some(), Kind::DeviceApplication),
    ];
    let astray = only.into_iter().find(|(_, there, whose)| *there && *whose != kind);
    if let Some((field, ..)) = astray {
        return Some((field, "documents of this kind have none"));
    }
    let listed = document.facts.prescription.as_ref().and_then(|prescription| prescription.kind.known());
    listed.filter(|kind| !is_prescription(*kind)).map(|_| ("prescription.kind", "this is no prescription"))
}

fn dates(document: &Document) -> Option<(&'static str, &'static str)> {
    let entry = &document.entry;
    let contestable = matches!(entry.status, Coded::Known(Status::Refused))
        || entry.kind == Coded::Known(Kind::TelkDecision)
        || entry.status.known().is_none();
    let before =
        |day: Option<chrono::NaiveDate>| document.facts.issued_on.zip(day).is_some_and(|(on, day)| day < on);
    let limit = document.facts.decision_limit.as_ref();
    let nothing = |limit: &DecisionLimit| {
        limit.day.is_none()
            && (limit.days.is_none_or(|days| !(1..=366).contains(&days)) || limit.unit.is_none())
    };
    if entry.appeal_until.is_some() && !contestable {
        return Some(("appeal_until", "nothing was refused"));
    }
    if document.facts.appeal_basis.is_some() && entry.appeal_until.is_none() {
        return Some(("appeal_basis", "there is no appeal_until"));
    }
    if document.facts.use_basis.is_some() && entry.use_until.is_none() {
        return Some(("use_basis", "there is no use_until"));
    }
    if before(entry.valid_to) {
        return Some(("valid_to", "earlier than issued_on"));
    }
    if before(entry.use_until) {
        return Some(("use_until", "earlier than issued_on"));
    }
    limit.filter(|limit| nothing(limit)).map(|_| ("decision_limit", "a day, or 1 to 366 days of a unit"))
}

fn quantities(document: &Document) -> Option<(&'static str, &'static str)> {
    if document.facts.left.iter().any(|quantity| quantity.of.is_some_and(|of| of < quantity.left)) {
        return Some(("left", "more is left than there was"));
    }
    let prescription = document.facts.prescription.as_ref()?;
    let dispensed = &prescription.dispensed;
    if prescription.times.is_some_and(|times| usize::from(times) < dispensed.len()) {
        return Some(("prescription.dispensed", "dispensed more often than it allows"));
    }
    if dispensed.windows(2).any(|pair| pair[0].on > pair[1].on) {
        return Some(("prescription.dispensed", "not in the order of their days"));
    }
    let early = document.facts.issued_on.is_some_and(|issued| dispensed.iter().any(|one| one.on < issued));
    early.then_some(("prescription.dispensed", "before it was issued"))
}
