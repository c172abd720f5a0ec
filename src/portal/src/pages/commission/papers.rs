//! What to bring for the protocol: only to patients of the practice whose list it is.

use domain::coded::Code as _;
use domain::rules::{PUBLISHED_RULES, Scope};
use domain::telk::plan::{Change, Fact, House, PAPERS_SOURCE, Paper, Part};
use leptos::prelude::*;

use super::standing::standing;
use super::{Here, controls, section, words};
use crate::components::source::source;
use crate::i18n::changing;
use crate::i18n::texts::commission as o;
use crate::source::Source;
use crate::ui::icon::Icon;
use crate::ui::part::{keyed, part};

/// The section; nothing where the list is of another practice, for that is said at the protocol.
pub fn section(here: Here) -> AnyView {
    let house = Memo::new(move |_| here.house());
    part(move || match house.get() {
        Some(house) => list(here, house),
        None => ().into_any(),
    })
    .into_any()
}

fn list(here: Here, house: House) -> AnyView {
    let keeper = here.keeper;
    let papers = move || keeper.plan(|plan| house.papers(plan));
    let left = changing(move || match keeper.plan(|plan| house.missing(plan)) {
        0 => o::papers_ready(),
        missing => o::papers_left(missing),
    });
    let parts = move || papers().iter().map(|paper| (paper.code().to_owned(), *paper as u64)).collect();
    let build = move |place: u64| {
        let paper = usize::try_from(place).ok().and_then(|place| Paper::ALL.get(place).copied());
        paper.map(|paper| row(here, paper)).into_any()
    };
    let facts = part(move || {
        let may = here.may();
        may.then(|| {
            view! {
                <div class="fields no-print">
                    {controls::fact(here, Fact::OtherAddress)}
                    {controls::fact(here, Fact::Decided)}
                </div>
            }
            .into_any()
        })
        .into_any()
    });
    let list = Source {
        rule: Some("PR-09"),
        scope: Some(Scope::Practice(PUBLISHED_RULES)),
        ..Source::from(PAPERS_SOURCE)
    };
    let content = view! {
        <p class="no-print">{left}</p>
        {facts}
        <ul class="papers">{keyed(parts, build)}</ul>
        {source(list)}
    };
    section::section(here, Part::Papers, o::papers(), content.into_any())
}

/// A paper: a box to tick for who may, and what stands there for the others.
fn row(here: Here, paper: Paper) -> AnyView {
    let keeper = here.keeper;
    let id = format!("plan-paper-{}", paper.code());
    let ready = Memo::new(move |_| keeper.plan(|plan| plan.ready.contains(&paper)));
    let name = changing(move || words::paper(paper, keeper.facts().1).0);
    let why = changing(move || words::paper(paper, keeper.facts().1).1);
    let tick = move |event| keeper.note(Change::Ready(paper, event_target_checked(&event)));
    let why_id = format!("{id}-why");
    let class = match paper {
        Paper::Address | Paper::Decision => "papers__why papers__why--if",
        Paper::Identity | Paper::Medical | Paper::Tests | Paper::Diseases | Paper::Medicines => "papers__why",
    };
    view! {
        <li class="papers__paper">
            <label class="papers__label">
                <input
                    class="papers__box"
                    type="checkbox"
                    id=id
                    aria-describedby=why_id.clone()
                    prop:checked=ArcSignal::derive(move || ready.try_get().unwrap_or_default())
                    disabled=ArcSignal::derive(move || !here.may())
                    on:change=tick
                />
                <span class="papers__mark" aria-hidden="true">
                    {part(move || ready.get().then(|| view! { <Icon name="check" small=true /> }.into_any()).into_any())}
                </span>
                <span>{name}</span>
            </label>
            <p class=class id=why_id>{why}</p>
            {standing(keeper, Change::Ready(paper, false))}
        </li>
    }
    .into_any()
}
