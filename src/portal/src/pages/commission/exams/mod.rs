//! Tests and consultations: until when each counts, and whether it does for the session that is known.

mod add;
mod edit;

use domain::rules::{PUBLISHED_RULES, Scope};
use domain::telk::plan::{Change, Part, REFERRAL_SOURCE, TESTS_SOURCE, Test, TestStanding, by_age};
use leptos::prelude::*;

use super::keeping::Keeper;
use super::standing::standing;
use super::{Here, section, words};
use crate::components::source::source;
use crate::i18n::t;
use crate::i18n::texts::commission as o;
use crate::source::Source;
use crate::ui::icon::Icon;
use crate::ui::part::{keyed, part, part_if};
use add::add;
use edit::edit;

/// The section.
pub fn section(here: Here) -> AnyView {
    let keeper = here.keeper;
    let none = part_if(
        move || keeper.plan(|plan| plan.tests.is_empty()),
        || view! { <p class="quiet">{t(o::tests_none())}</p> }.into_any(),
    );
    let order = Memo::new(move |_| {
        let today = here.today();
        let ids = |plan: &_| by_age(plan, today).iter().map(|(id, ..)| (*id).to_owned()).collect::<Vec<_>>();
        keeper.plan(ids)
    });
    // What is typed to correct a test stays when others come and go.
    let parts = move || order.get().into_iter().enumerate().map(|(place, id)| (id, place as u64)).collect();
    let build = move |place: u64| {
        let id = order.with_untracked(|ids| ids.get(usize::try_from(place).unwrap_or_default()).cloned());
        id.map(|id| row(here, id)).into_any()
    };
    let rule = part(move || {
        let today = here.today();
        let basis = keeper.plan(|plan| by_age(plan, today).iter().find_map(|(_, _, said)| said.basis));
        basis.map(|basis| source(Source::from(basis))).into_any()
    });
    let content = view! {
        <p class="no-print">{t(o::tests_text())}</p>
        {none}
        <ul class="exams">{keyed(parts, build)}</ul>
        {taken_out(keeper)}
        {part_if(move || here.may(), move || add(keeper))}
        {rule}
        {house(here)}
    };
    section::section(here, Part::Tests, o::tests(), content.into_any())
}

/// A test: what it is, when it was, until when it counts, and what one can do with it.
fn row(here: Here, id: String) -> AnyView {
    let keeper = here.keeper;
    let known = id.clone();
    let said = Memo::new(move |_| {
        let today = here.today();
        let found = |plan: &_| {
            let all = by_age(plan, today);
            all.into_iter().find(|(other, ..)| *other == known).map(|(_, test, said)| (test.clone(), said))
        };
        keeper.plan(found).map(|(test, said)| (test, said, today))
    });
    let facts = part(move || said.get().map(|(test, said, today)| facts(&test, &said, today)).into_any());
    let field = Change::Test(id.clone(), None);
    view! {
        <li class="exams__exam">
            {facts}
            {part_if(move || here.may(), move || edit(keeper, &id))}
            {standing(keeper, field)}
        </li>
    }
    .into_any()
}

fn facts(test: &Test, said: &TestStanding, today: chrono::NaiveDate) -> AnyView {
    let (tone, icon, verdict) = words::counts(said);
    let when = if today < test.on { o::test_planned(test.on) } else { o::test_on(test.on) };
    view! {
        <h3 class="exams__name">{test.name.clone()}</h3>
        <p class="quiet small">{t(when)}</p>
        <p class=format!("exams__counts {}", tone.class())>
            <Icon name=icon small=true />
            <span>{t(verdict)}</span>
        </p>
    }
    .into_any()
}

/// Tests that were taken out and are not gone yet: what is not saved is never out of sight.
fn taken_out(keeper: Keeper) -> AnyView {
    let gone = Memo::new(move |_| keeper.taken_out());
    let name = move |id: &str| {
        let read = untrack(|| keeper.saved_name(id));
        read.unwrap_or_default()
    };
    part(move || {
        let items: Vec<_> = gone
            .get()
            .into_iter()
            .map(|id| {
                let text = o::test_removing(name(&id));
                view! { <div class="exams__gone"><p>{t(text)}</p>{standing(keeper, Change::Test(id, None))}</div> }
                    .into_any()
            })
            .collect();
        items.into_any()
    })
    .into_any()
}

/// Who pays, and which referral: as the practice of the person writes it.
fn house(here: Here) -> AnyView {
    let of = Memo::new(move |_| here.house());
    part(move || {
        let rules = |_| {
            let rule = |rule, citation| Source {
                rule: Some(rule),
                scope: Some(Scope::Practice(PUBLISHED_RULES)),
                ..Source::from(citation)
            };
            view! {
                <div class="stack stack--close no-print">
                    <p>{t(o::who_pays())}</p>
                    {source(rule("PR-06", TESTS_SOURCE))}
                    <p>{t(o::referral())}</p>
                    <p>{t(o::refused())}</p>
                    {source(rule("PR-07, PR-27", REFERRAL_SOURCE))}
                </div>
            }
            .into_any()
        };
        of.get().map(rules).into_any()
    })
    .into_any()
}
