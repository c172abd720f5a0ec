//! The letter and the session, the file that was lent, and the decision.

use domain::telk::plan::{DayOf, Fact, House, Part};
use leptos::prelude::*;

use super::days::day;
use super::section::section;
use super::{Here, controls};
use crate::components::calculator::folded;
use crate::i18n::t;
use crate::i18n::texts::commission as o;
use crate::pages::dates::telk;
use crate::ui::part::part;

/// The letter: session, place, and the visit at which the file is put together.
pub fn letter(here: Here) -> AnyView {
    let content = view! {
        <p>{t(o::letter_text())}</p>
        <div class="fields">
            {day(here, DayOf::Session, None)}
            {controls::place(here)}
            {day(here, DayOf::Visit, Some(o::visit_hint()))}
        </div>
        {price(here)}
    };
    section(here, Part::Letter, o::letter(), content.into_any())
}

/// What putting the file together costs; of another practice that is said at the protocol.
fn price(here: Here) -> AnyView {
    let of = Memo::new(move |_| {
        let (house, today) = (here.house(), here.today());
        house.map(|house| (house, here.keeper.plan(|plan| house.file_day(plan, today)), today))
    });
    let shown = move |(house, day, today): (House, _, _)| {
        let price = telk::file_price(house.file_cost(day, today), o::file_price);
        view! {
            <p>{t(o::visit_fee())}</p>
            {folded(price)}
        }
        .into_any()
    };
    part(move || of.get().map(shown).into_any()).into_any()
}

/// The file that the practice lends.
pub fn file(here: Here) -> AnyView {
    let of = Memo::new(move |_| {
        let lent = here.keeper.plan(|plan| plan.day(DayOf::Lent));
        (here.house().is_some(), lent, here.today())
    });
    let back = part(move || match of.get() {
        (true, Some(lent), today) => folded(telk::file_back(lent, today)),
        (true, None, _) => ().into_any(),
        (false, ..) => view! { <p class="quiet">{t(o::file_ask())}</p> }.into_any(),
    });
    let content = view! {
        <p>{t(o::file_text())}</p>
        <div class="fields">
            {day(here, DayOf::Lent, None)}
            {day(here, DayOf::Returned, None)}
        </div>
        {back}
    };
    section(here, Part::File, o::file(), content.into_any())
}

/// The decision, and when to apply again.
pub fn decision(here: Here) -> AnyView {
    let of = Memo::new(move |_| {
        let plan = here.keeper.shown();
        let expires = plan.day(DayOf::Expires).filter(|_| plan.fact(Fact::ForLife) != Some(true));
        (expires, here.today())
    });
    let again = part(move || match of.get() {
        (Some(expires), today) => telk::apply_again(expires, today).map(folded).into_any(),
        (None, _) => ().into_any(),
    });
    let content = view! {
        <div class="fields">
            {controls::fact(here, Fact::ForLife)}
            {day(here, DayOf::Expires, None)}
        </div>
        {again}
    };
    section(here, Part::Decision, o::decision(), content.into_any())
}
