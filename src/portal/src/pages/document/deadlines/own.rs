//! The patient's own dates: what each is for, how far it is, and how it came about.

use domain::document::clock::{How, OwnDate};
use domain::moment::Zone;
use leptos::prelude::*;

use super::{how, words};
use crate::i18n::t;
use crate::i18n::texts::deadlines as d;

/// All of them; nothing where there are none.
pub fn dates(dates: &[OwnDate], zone: Zone) -> AnyView {
    if dates.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = dates.iter().map(|date| item(date, zone)).collect();
    view! {
        <h3>{t(d::own_title())}</h3>
        <ul class="stack stack--close">{items}</ul>
    }
    .into_any()
}

fn item(date: &OwnDate, zone: Zone) -> AnyView {
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
    how(std::iter::once(first).chain(from).collect(), date.rule.map(|rule| rule.basis))
}
