//! The protocol of the practice: when it was asked for, when it is made, what it costs.

use domain::telk::Initiator;
use domain::telk::plan::{DayOf, House, Part, Plan};
use leptos::prelude::*;

use super::days::day;
use super::{Here, controls, section};
use crate::components::calculator::folded;
use crate::i18n::t;
use crate::i18n::texts::commission as o;
use crate::pages::dates::telk;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// The section.
pub fn section(here: Here) -> AnyView {
    let content = view! {
        <div class="fields">
            {day(here, DayOf::Asked, None)}
            {controls::initiator(here)}
            {day(here, DayOf::Made, Some(o::made_hint()))}
        </div>
        {answer(here)}
    };
    section::section(here, Part::Protocol, o::protocol(), content.into_any())
}

/// When it is made and what it costs, by the rules of the practice; of another one, whom to ask.
fn answer(here: Here) -> AnyView {
    let of = Memo::new(move |_| {
        let noted = |plan: &Plan| (plan.day(DayOf::Asked), plan.initiator, plan.day(DayOf::Made).is_some());
        (here.house(), here.keeper.plan(noted), here.today(), here.keeper.facts().0.is_some())
    });
    part(move || match of.get() {
        // Once it is made, nobody waits for it.
        (Some(_), (_, _, true), ..) => ().into_any(),
        (Some(house), (asked, initiator, _), today, _) => {
            by_rules(house, asked.unwrap_or(today), initiator, today)
        }
        (None, _, _, registered) => ask(registered),
    })
    .into_any()
}

fn by_rules(
    house: House,
    asked: chrono::NaiveDate,
    initiator: Option<Initiator>,
    today: chrono::NaiveDate,
) -> AnyView {
    let initiator = initiator.unwrap_or(Initiator::Patient);
    match house.protocol(asked, today) {
        Ok(date) => folded(telk::protocol(&date, asked, initiator, today)),
        Err(why) => telk::no_protocol(why).map(folded).into_any(),
    }
}

/// House rules bind the patients of the house: of another practice none is told.
fn ask(registered: bool) -> AnyView {
    let said = if registered { o::ask_practice() } else { o::no_practice() };
    view! {
        <p class="notice tone-waiting">
            <Icon name="info" />
            <span>{t(said)}</span>
        </p>
    }
    .into_any()
}
