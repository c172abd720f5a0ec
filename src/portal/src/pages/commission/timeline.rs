//! The days of the plan in their order, those that are over and those to come.

use chrono::NaiveDate;
use domain::telk::plan::{Mark, Plan, timeline as marks};
use leptos::prelude::*;

use super::{Here, words};
use crate::components::source::source;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::commission as o;
use crate::i18n::{Msg, t};
use crate::source::Source;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// The section.
pub fn timeline(here: Here) -> AnyView {
    let all = Memo::new(move |_| {
        let (house, today) = (here.house(), here.today());
        (here.keeper.plan(|plan| (marks(plan, house, today), plan.clone())), today)
    });
    let list = part(move || {
        let ((marks, plan), today) = all.get();
        if marks.is_empty() {
            return view! { <p class="quiet">{t(o::timeline_none())}</p> }.into_any();
        }
        let items: Vec<_> = marks.iter().map(|mark| item(mark, &plan, today)).collect();
        view! {
            <ol class="course">{items}</ol>
            {how(&marks, &plan, today)}
        }
        .into_any()
    });
    view! {
        <section class="card stack stack--close" aria-labelledby="commission-timeline">
            <h2 id="commission-timeline">{t(o::timeline())}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// By which rule each day follows that nobody noted.
fn how(marks: &[Mark], plan: &Plan, today: NaiveDate) -> AnyView {
    let rule = |mark: &Mark| {
        let basis = mark.basis?;
        let said = view! {
            <li class="stack stack--close">
                <p>
                    <strong>{t(c::day(mark.day))}</strong>
                    " "
                    {t(words::mark(mark, plan, today < mark.day))}
                </p>
                {source(Source::from(basis))}
            </li>
        };
        Some(said.into_any())
    };
    let rules: Vec<_> = marks.iter().filter_map(rule).collect();
    let fold = |rules| {
        view! {
            <details class="fold no-print">
                <summary>
                    <Icon name="right" small=true />
                    <span>{t(o::working())}</span>
                </summary>
                <ul class="stack">{rules}</ul>
            </details>
        }
        .into_any()
    };
    Some(rules).filter(|rules| !rules.is_empty()).map(fold).into_any()
}

fn item(mark: &Mark, plan: &Plan, today: NaiveDate) -> AnyView {
    let days = (mark.day - today).num_days();
    let class = match days {
        ..0 => "course__day course__day--over",
        0 => "course__day course__day--today",
        1.. => "course__day",
    };
    view! {
        <li class=class>
            <p class="course__when">
                <strong>{t(c::day(mark.day))}</strong>
                <span class="quiet small">{t(how_far(days))}</span>
            </p>
            <p>{t(words::mark(mark, plan, days > 0))}</p>
        </li>
    }
    .into_any()
}

fn how_far(days: i64) -> Msg {
    match usize::try_from(days) {
        Err(_) => o::past(),
        Ok(0) => o::today(),
        Ok(days) => o::in_days(days),
    }
}
