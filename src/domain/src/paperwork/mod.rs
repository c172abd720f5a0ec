//! Documents that a practice issues: by when, and for what (house rules PR-44 and PR-66 to PR-70).

mod terms;

pub use terms::{SERIES, Term};

use chrono::NaiveDate;

use crate::coded::codes;
use crate::paperwork::terms::{
    BASIC, BY_PHONE, OTHER, PAST_FACTS, PAST_SICK_SHEET, SICK_SHEET_DUPLICATE, UNREQUESTED,
};
use crate::rules::{Basis, Conflict, NoData, Series, Sourced, planned};
use crate::working_day::{Counted, OutOfCalendar, working_day_after};

codes! {
    /// What is asked for.
    pub enum Paper {
        /// A document of the basic package that belongs to a visit ([`BASIC_PACKAGE`]).
        BasicPackage = "basic_package",
        /// A certificate of past facts: preventive exams and immunisations that took place.
        PastFacts = "past_facts",
        /// Any other document.
        Other = "other",
        /// A sick sheet for time that has passed.
        PastSickSheet = "past_sick_sheet",
        /// A duplicate of a sick sheet, asked for in writing, with the reason, by patient or employer.
        SickSheetDuplicate = "sick_sheet_duplicate",
    }
}

codes! {
    /// Documents of the basic package.
    pub enum BasicDocument {
        /// "болничен лист"
        SickSheet = "sick_sheet",
        /// "медицинска бележка за отсъствие от учебни занятия"
        SchoolNote = "school_note",
        /// "талон за здравословно състояние"
        HealthStatus = "health_status",
        /// "талон за профилактични прегледи и имунизации за училищните власти"
        PreventiveSlip = "preventive_slip",
        /// "медицинско удостоверение за встъпване в брак"
        MarriageCertificate = "marriage_certificate",
        /// "насочване за медицинска експертиза към ЛКК"
        CommitteeReferral = "committee_referral",
    }
}

/// The documents that are issued free, during the visit to which they belong (PR-66).
pub const BASIC_PACKAGE: &[BasicDocument] = <BasicDocument as crate::coded::Code>::ALL;

codes! {
    /// How it is asked for.
    pub enum Asked {
        /// In writing, or as an order through the provider of administrative services.
        InWriting = "in_writing",
        /// By telephone, as patients with a contract for administrative services may.
        ByPhone = "by_phone",
        /// Not before the visit: the patient stands there and wants it.
        OnTheSpot = "on_the_spot",
    }
}

/// Whether the doctor has all facts that the document needs. Decides for [`Paper::Other`] and for requests by
/// phone; the other terms run from the request by their wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// They were in the request.
    Complete,
    /// The last of them came on this day.
    InOn(NaiveDate),
    /// The patient still has to bring some.
    Missing,
}

/// A request for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// The practice that is asked.
    pub practice: &'a str,
    /// What for.
    pub paper: Paper,
    /// How.
    pub asked: Asked,
    /// The day on which the request arrived there.
    pub received: NaiveDate,
    /// Whether the facts are there.
    pub facts: Facts,
    /// The patient has signed a contract for administrative services.
    pub contract: bool,
}

/// When the document is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// During the visit.
    DuringVisit,
    /// Not later than on this day.
    By(Counted),
    /// The clock has not started: this many working days from the day on which the last fact is in.
    WaitsForFacts {
        /// The term.
        working_days: u32,
    },
    /// At the first opportunity, by agreement; no day is promised.
    FirstOpportunity,
}

codes! {
    /// What it costs.
    pub enum Price {
        /// Nothing.
        Free = "free",
        /// The practice's price list. No amount is published.
        PriceList = "price_list",
        /// The practice may ask for an urgent service by its price list.
        UrgentService = "urgent_service",
        /// The rules do not say.
        NotStated = "not_stated",
    }
}

/// Until when a document has to be issued, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// When.
    pub due: Due,
    /// How long the practice may take.
    pub term: Term,
    /// The day from which the term runs; `None` as long as facts are missing.
    pub from: Option<NaiveDate>,
    /// For what.
    pub price: Price,
    /// By which rule.
    pub basis: Basis,
    /// Where the sources contradict each other about it.
    pub conflict: Option<Conflict>,
}

/// Why there is no deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDeadline {
    /// No rules of that practice are known.
    OtherPractice,
    /// Only patients with a contract may order by phone.
    NoContract,
    /// A duplicate has to be asked for in writing.
    NotInWriting,
    /// The facts came before the request did.
    FactsBeforeRequest,
    /// The rule is not known for the day of the request.
    Rule(NoData<Term>),
    /// The working days of that time are not known.
    Calendar(OutOfCalendar),
}

/// Until when a document has to be issued, asked on `today`. A request still to come is answered by the rules
/// as they were last known ([`planned()`]).
///
/// # Errors
///
/// [`NoDeadline`].
pub fn deadline(request: &Request<'_>, today: NaiveDate) -> Result<Deadline, NoDeadline> {
    let (series, price) = rule(request)?;
    if !series.scope().applies_to(Some(request.practice)) {
        return Err(NoDeadline::OtherPractice);
    }
    let Sourced { value: term, basis } =
        planned(series, request.received, today).map_err(NoDeadline::Rule)?;
    let from = start(request)?;
    let due = match (term, from) {
        (Term::DuringVisit, _) => Due::DuringVisit,
        (Term::FirstOpportunity, _) => Due::FirstOpportunity,
        (Term::WorkingDays(working_days), None) => Due::WaitsForFacts { working_days },
        (Term::WorkingDays(working_days), Some(start)) => {
            Due::By(working_day_after(start, working_days).map_err(NoDeadline::Calendar)?)
        }
    };
    let conflict = (request.paper == Paper::BasicPackage).then_some(Conflict::BasicPackageOrdinance);
    Ok(Deadline { due, term, from, price, basis, conflict })
}

/// Which rule a request falls under, and what the document costs by it.
fn rule(request: &Request<'_>) -> Result<(&'static Series<Term>, Price), NoDeadline> {
    match (request.paper, request.asked) {
        (Paper::BasicPackage, _) => Ok((&BASIC, Price::Free)),
        (Paper::PastSickSheet, _) => Ok((&PAST_SICK_SHEET, Price::NotStated)),
        (Paper::SickSheetDuplicate, Asked::InWriting) => Ok((&SICK_SHEET_DUPLICATE, Price::NotStated)),
        (Paper::SickSheetDuplicate, _) => Err(NoDeadline::NotInWriting),
        (Paper::PastFacts | Paper::Other, Asked::ByPhone) if !request.contract => Err(NoDeadline::NoContract),
        (Paper::PastFacts, Asked::ByPhone) => Ok((&BY_PHONE, Price::NotStated)),
        (Paper::Other, Asked::ByPhone) => Ok((&BY_PHONE, Price::PriceList)),
        (Paper::PastFacts, Asked::InWriting) => Ok((&PAST_FACTS, Price::NotStated)),
        (Paper::PastFacts, Asked::OnTheSpot) => Ok((&UNREQUESTED, Price::UrgentService)),
        (Paper::Other, _) => Ok((&OTHER, Price::PriceList)),
    }
}

/// Whether the term depends on how the document is asked for.
#[must_use]
pub const fn asking_matters(paper: Paper) -> bool {
    match paper {
        Paper::BasicPackage | Paper::PastSickSheet => false,
        Paper::PastFacts | Paper::Other | Paper::SickSheetDuplicate => true,
    }
}

/// Whether the term runs only once all facts are there.
#[must_use]
pub const fn facts_matter(paper: Paper, asked: Asked) -> bool {
    matches!(paper, Paper::Other) || matches!(asked, Asked::ByPhone)
}

/// The day on which the clock starts; `None` as long as facts are missing.
fn start(request: &Request<'_>) -> Result<Option<NaiveDate>, NoDeadline> {
    if !facts_matter(request.paper, request.asked) {
        return Ok(Some(request.received));
    }
    match request.facts {
        Facts::Complete => Ok(Some(request.received)),
        Facts::InOn(day) if day < request.received => Err(NoDeadline::FactsBeforeRequest),
        Facts::InOn(day) => Ok(Some(day)),
        Facts::Missing => Ok(None),
    }
}
