//! The patient's own dates: what each is for, how far it is, and how it came about.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::Kind;
use domain::document::clock::{How, OwnDate, What};
use domain::document::plan::{Plan, plan_by, renewed_by_visit};
use domain::moment::Zone;
use domain::working_day::Certainty;
use leptos::prelude::*;

use super::words;
use crate::components::clock::how;
use crate::i18n::t;
use crate::i18n::texts::deadlines as d;
use crate::source::Source;
use crate::state::clock;
use crate::ui::part::part;

/// All of them; nothing where there are none.
pub fn dates(dates: &[OwnDate], kind: &Coded<Kind>, zone: Zone, lead: RwSignal<u16>) -> AnyView {
    if dates.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = dates
        .iter()
        .map(|date| {
            let plan = kind.known().and_then(|kind| renewed(date, kind));
            item(date, plan.map(|last_day| planned(last_day, zone, lead)), zone)
        })
        .collect();
    view! {
        <h3>{t(d::own_title())}</h3>
        <ul class="stack stack--close">{items}</ul>
    }
    .into_any()
}

/// The last day of what takes a visit to be had anew.
fn renewed(date: &OwnDate, kind: Kind) -> Option<NaiveDate> {
    date.day.map(|(day, _)| day).filter(|_| date.what == What::Valid && renewed_by_visit(kind))
}

/// By when to see a doctor for a new one; follows how early the person likes to be reminded, and the day.
fn planned(last_day: NaiveDate, zone: Zone, lead: RwSignal<u16>) -> AnyView {
    let plan = Memo::new(move |_| plan_by(last_day, lead.get(), zone, clock::today(zone)));
    part(move || {
        let (said, certainty) = match plan.get() {
            Some(Plan::By { day, certainty }) => (d::plan_by(lead.get().into(), day), certainty),
            Some(Plan::Now) => (d::plan_now(), None),
            None => return ().into_any(),
        };
        let unsure = (certainty == Some(Certainty::Computed))
            .then(|| view! { <p class="quiet small">{t(d::plan_computed())}</p> });
        view! { <p>{t(said)}</p> {unsure} }.into_any()
    })
    .into_any()
}

fn item(date: &OwnDate, plan: Option<AnyView>, zone: Zone) -> AnyView {
    let day = match date.day {
        Some((day, left)) => words::own_day(date.what, day, left),
        None => d::own_not_known(),
    };
    let ask = match date.how {
        How::NotKnown(ask) => Some(view! { <p>{t(d::ask_whom(words::ask(ask, zone)))}</p> }),
        How::Stated(_) | How::ByRule => None,
    };
    let differs = date.rule.filter(|_| date.differs()).map(|rule| {
        view! { <p>{t(d::own_differs(rule.day))}</p> }
    });
    view! {
        <li class="card">
            <h4 class="asked__title">{t(words::what(date.what))}</h4>
            <p class="deadlines__day">{t(day)}</p>
            {ask}
            {differs}
            {plan}
            {computed(date)}
        </li>
    }
    .into_any()
}

/// How the day came about; nothing where nobody says it.
fn computed(date: &OwnDate) -> AnyView {
    let first = match &date.how {
        How::Stated(basis) => words::basis(basis.as_ref()),
        How::ByRule => d::how_rule(),
        How::NotKnown(_) => return ().into_any(),
    };
    let from = date.rule.map(|rule| words::counted_from(date.what, rule.from));
    how(
        std::iter::once(first).chain(from).collect(),
        date.rule.map(|rule| Source::from(rule.basis)).into_iter().collect(),
    )
}
