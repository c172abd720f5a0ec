//! What is printed on a document beside what all have: when a commission sits, where a referral leads, what was asked of a practice.
//! A chunk of its own: protocols for medicines, the most frequent kind, have none of it.

use contract::document::{Document, Facts, Hearing, PracticeRequest, Prescription, Referral};
use domain::coded::{Code, Coded};
use domain::document::ReferralTo;
use domain::moment::Zone;
use domain::paperwork::{Asked, Paper};
use leptos::prelude::*;

use super::PartOf;
use crate::i18n::texts::details as d;
use crate::i18n::{Msg, t};
use crate::ui::fact::fact;
use crate::ui::part::part;

/// The section; nothing where nothing more is printed.
#[component]
pub fn Details(
    /// What it is about.
    of: PartOf,
) -> impl IntoView {
    let PartOf { document, zone, .. } = of;
    // That what came cannot be read is said with the deadlines, which need it too.
    part(move || match document.get().map(|document| document.whole()) {
        Some(Ok(document)) => card(&document, zone),
        Some(Err(_)) | None => ().into_any(),
    })
}

fn card(document: &Document, zone: Zone) -> AnyView {
    let lines = lines(&document.facts, zone);
    if lines.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = lines.into_iter().map(line).collect();
    view! {
        <section class="card" aria-labelledby="details-heading">
            <h2 id="details-heading">{t(d::title())}</h2>
            <dl class="facts">{items}</dl>
        </section>
    }
    .into_any()
}

/// What something is: in the portal's words, or in those of the document.
enum Value {
    Said(Msg),
    Written(String),
}

type Line = (Msg, Value);

fn line((name, value): Line) -> AnyView {
    let value = match value {
        Value::Said(words) => t(words).into_any(),
        Value::Written(text) => text.into_any(),
    };
    fact(name, value)
}

fn lines(facts: &Facts, zone: Zone) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(facts.hearing.iter().flat_map(|hearing| hearing_lines(hearing, zone)));
    lines.extend(facts.referral.iter().flat_map(referral));
    lines.extend(facts.prescription.as_ref().map(prescription));
    lines.extend(facts.request.iter().flat_map(request));
    lines.extend(facts.issued_on.map(|day| (d::issued(), Value::Said(d::day(day)))));
    lines.extend(facts.medical_document_on.map(|day| (d::medical(), Value::Said(d::day(day)))));
    lines
}

fn hearing_lines(hearing: &Hearing, zone: Zone) -> [Line; 2] {
    let at = d::hearing_moment((hearing.at, zone));
    [(d::hearing_at(), Value::Said(at)), (d::hearing_place(), Value::Written(hearing.place.clone()))]
}

fn referral(referral: &Referral) -> Vec<Line> {
    let to = coded(&referral.to, |to| match to {
        ReferralTo::Laboratory => d::referral_laboratory(),
        ReferralTo::Specialist => d::referral_specialist(),
        ReferralTo::Hospital => d::referral_hospital(),
    });
    let specialty = referral.specialty.clone().map(|name| (d::referral_specialty(), Value::Written(name)));
    std::iter::once((d::referral_to(), Value::Said(to))).chain(specialty).collect()
}

/// What was dispensed stands on the pharmacy's page.
fn prescription(prescription: &Prescription) -> Line {
    let done = prescription.dispensed.len();
    let times = match prescription.times {
        Some(times) => d::prescription_of(done, usize::from(times)),
        None => d::prescription_count(done),
    };
    (d::prescription_times(), Value::Said(times))
}

fn request(request: &PracticeRequest) -> [Line; 2] {
    let paper = coded(&request.paper, |paper| match paper {
        Paper::BasicPackage => d::request_basic_package(),
        Paper::PastFacts => d::request_past_facts(),
        Paper::Other => d::request_another(),
        Paper::PastSickSheet => d::request_past_sick_sheet(),
        Paper::SickSheetDuplicate => d::request_sick_sheet_duplicate(),
    });
    let asked = coded(&request.asked, |asked| match asked {
        Asked::InWriting => d::request_in_writing(),
        Asked::ByPhone => d::request_by_phone(),
        Asked::OnTheSpot => d::request_on_the_spot(),
    });
    [(d::request_paper(), Value::Said(paper)), (d::request_asked(), Value::Said(asked))]
}

fn coded<C: Code>(code: &Coded<C>, words: fn(C) -> Msg) -> Msg {
    code.known().map_or_else(|| d::unknown(code.code().to_owned()), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(facts: &str) -> Vec<Msg> {
        let facts: Facts = serde_json::from_str(facts).unwrap();
        lines(&facts, Zone::Sofia).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn each_kind_says_what_only_it_has_and_nothing_is_made_up() {
        assert_eq!(names("{}"), []);
        let hearing =
            r#"{"hearing": {"at": "2026-12-09T08:30:00Z", "place": "Room 4"}, "issued_on": "2026-09-08"}"#;
        assert_eq!(names(hearing), [d::hearing_at(), d::hearing_place(), d::issued()]);
        assert_eq!(names(r#"{"referral": {"to": "moon"}}"#), [d::referral_to()]);
        let request = r#"{"request": {"practice": "p", "paper": "other", "asked": "by_phone"}}"#;
        assert_eq!(names(request), [d::request_paper(), d::request_asked()]);
    }
}
