//! Words for the documents of a practice.

use domain::coded::Code;
use domain::paperwork::{Asked, BasicDocument, Paper, Price, Term};

use crate::calculator::{Choice, count};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};

/// A document, with what falls under it.
pub fn paper_choice(paper: Paper) -> Choice {
    let (label, hint) = match paper {
        Paper::BasicPackage => (f::documents_paper_basic(), f::documents_paper_basic_hint()),
        Paper::PastFacts => (f::documents_paper_past(), f::documents_paper_past_hint()),
        Paper::Other => (f::documents_paper_other(), f::documents_paper_other_hint()),
        Paper::PastSickSheet => (f::documents_paper_sheet(), f::documents_paper_sheet_hint()),
        Paper::SickSheetDuplicate => (f::documents_paper_duplicate(), f::documents_paper_duplicate_hint()),
    };
    Choice::new(paper.code(), label).hint(hint)
}

/// How it is asked for.
pub fn asked(asked: Asked) -> Msg {
    match asked {
        Asked::InWriting => f::documents_asked_in_writing(),
        Asked::ByPhone => f::documents_asked_by_phone(),
        Asked::OnTheSpot => f::documents_asked_on_the_spot(),
    }
}

/// How long the practice may take.
pub fn term(term: Term) -> Msg {
    match term {
        Term::DuringVisit => f::documents_term_visit(),
        Term::WorkingDays(days) => f::up_to(c::working_days(count(days))),
        Term::FirstOpportunity => f::documents_term_opportunity(),
    }
}

/// What it costs; no list of the practice prints an amount for a document.
pub fn price(price: Price) -> Msg {
    match price {
        Price::Free => f::free(),
        Price::PriceList => f::price_list(),
        Price::UrgentService => f::documents_price_urgent(),
        Price::NotStated => f::documents_price_not_stated(),
    }
}

/// A document of the basic package.
pub fn basic(document: BasicDocument) -> Msg {
    match document {
        BasicDocument::SickSheet => f::basic_sick_sheet(),
        BasicDocument::SchoolNote => f::basic_school_note(),
        BasicDocument::HealthStatus => f::basic_health_status(),
        BasicDocument::PreventiveSlip => f::basic_preventive_slip(),
        BasicDocument::MarriageCertificate => f::basic_marriage(),
        BasicDocument::CommitteeReferral => f::basic_committee(),
    }
}
