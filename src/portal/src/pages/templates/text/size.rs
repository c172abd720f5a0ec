//! What the text comes to: parts of an SMS at its shortest, usually and at its longest, what that costs, which characters make it
//! dear, and what Latin letters would save.

use domain::coded::Code as _;
use domain::notification::Channel;
use domain::notification::template::{
    Length, Measure, Saving, Size, Template, latin, measure, per_thousand, saving,
};
use domain::sms::{Costly, VIBER_LIMIT};
use leptos::prelude::*;

use super::here::Here;
use crate::api::templates as api;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::pages::templates::words;
use crate::reading::Reading;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// More different characters than this are not listed one by one.
const IN_SIGHT: usize = 12;

/// What somebody unfolded: it stays so while they type.
#[derive(Clone, Copy, Default)]
struct Open {
    costly: RwSignal<bool>,
    latin: RwSignal<bool>,
}

/// The section; nothing for channels of which nobody counts anything, and for a text of which nothing can be counted.
pub fn size(here: Here) -> AnyView {
    match here.at.channel {
        Channel::Sms | Channel::Viber => {}
        Channel::Email | Channel::Push => return ().into_any(),
    }
    let prices = Reading::begin(api::catalogue);
    let open = Open::default();
    let content = move || {
        let Ok(template) = here.template() else { return ().into_any() };
        let tariff = prices.answer().and_then(Result::ok).map(|all| all.tariff.read());
        let measured = here.declared.with(|declared| measure(&template, declared, here.at.language));
        let Ok(measured) = measured else { return ().into_any() };
        let cost = tariff.and_then(|tariff| per_thousand(&measured, here.at.channel, tariff).ok().flatten());
        let cost = cost.map_or([None; 3], |all| all.map(Some));
        let shown = view! {
            {table(here.at.channel, &measured, cost)}
            {(here.at.channel == Channel::Sms).then(|| only_sms(here, &template, &measured, open))}
        };
        super::section("size", te::size_title(), shown.into_any())
    };
    part(content).into_any()
}

fn only_sms(here: Here, template: &Template, measured: &Measure, open: Open) -> AnyView {
    let saved = here.declared.with(|declared| saving(template, declared, here.at.language));
    let saved = saved.ok().flatten();
    view! {
        {costly(&measured.typical.sms.costly, open.costly)}
        {saved.zip(latin(template, here.at.language)).map(|(saved, latin)| in_latin(&saved, &latin, open.latin))}
    }
    .into_any()
}

fn table(channel: Channel, measured: &Measure, cost: [Option<domain::money::Money>; 3]) -> AnyView {
    let rows: Vec<AnyView> = Length::ALL
        .iter()
        .zip(measured.sizes())
        .zip(cost)
        .map(|((length, size), cost)| row(channel, *length, size, cost))
        .collect();
    let (units, parts) = match channel {
        Channel::Viber => (te::size_characters(), te::size_fits()),
        _ => (te::size_units(), te::size_parts()),
    };
    view! {
        <table class="table table--cards" role="table" aria-labelledby="size-heading">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t(te::size_values())}</th>
                    <th role="columnheader" scope="col">{t(units)}</th>
                    <th role="columnheader" scope="col">{t(parts)}</th>
                    <th role="columnheader" scope="col">{t(te::size_cost())}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(channel: Channel, length: Length, size: &Size, cost: Option<domain::money::Money>) -> AnyView {
    let (units, parts, units_label, parts_label) = if channel == Channel::Viber {
        let fits = if size.fits(channel) { te::size_whole() } else { te::size_cut() };
        (te::size_of(size.viber.characters, VIBER_LIMIT), fits, te::size_characters(), te::size_fits())
    } else {
        let units = te::size_units_in(size.sms.encoding.code(), size.sms.units);
        (units, te::parts(size.sms.parts.len()), te::size_units(), te::size_parts())
    };
    let cost = cost.map_or_else(te::size_no_price, te::tariff_amount);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{t(words::length(length))}</th>
            <td role="cell" data-label=t(units_label)>{t(units)}</td>
            <td role="cell" data-label=t(parts_label)>{t(parts)}</td>
            <td role="cell" data-label=t(te::size_cost())>{t(cost)}</td>
        </tr>
    }
    .into_any()
}

/// The characters that cost, each once, and why.
fn costly(all: &[Costly], open: RwSignal<bool>) -> AnyView {
    let mut each: Vec<(Costly, usize)> = Vec::new();
    for costly in all {
        match each.iter_mut().find(|(other, _)| other.character == costly.character) {
            Some((_, count)) => *count += 1,
            None => each.push((*costly, 1)),
        }
    }
    if each.is_empty() {
        return view! { <p class="small">{t(te::costly_none())}</p> }.into_any();
    }
    let more = each.len().saturating_sub(IN_SIGHT);
    let item = |(costly, count): &(Costly, usize)| {
        let text = te::costly_one(costly.character.to_string(), *count, words::costs(costly.why));
        view! { <li>{t(text)}</li> }.into_any()
    };
    let items: Vec<AnyView> = each.iter().take(IN_SIGHT).map(item).collect();
    let more = (more > 0).then(|| view! { <li>{t(te::costly_more(more))}</li> }.into_any());
    fold(
        open,
        te::costly_title(each.len()),
        view! { <ul class="asked__points">{items} {more}</ul> }.into_any(),
    )
}

/// Something that can be unfolded, and is drawn anew with every key.
fn fold(open: RwSignal<bool>, summary: Msg, content: AnyView) -> AnyView {
    let toggled = move |event: web_sys::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="fold" open=open.get_untracked() on:toggle=toggled>
            <summary>
                <Icon name="right" />
                {t(summary)}
            </summary>
            {content}
        </details>
    }
    .into_any()
}

/// The same in Latin letters, and what that saves.
fn in_latin(saved: &Saving, latin: &Template, open: RwSignal<bool>) -> AnyView {
    let [before, after] =
        [saved.before, saved.after].map(|parts| parts.map(|count| count.to_string()).join(" / "));
    let summary: Msg =
        if saved.after < saved.before { te::latin_saves(after, before) } else { te::latin_same(before) };
    let letters: String = saved.uncovered.iter().collect();
    let uncovered = (!letters.is_empty())
        .then(|| view! { <p class="small">{t(te::latin_uncovered(letters))}</p> }.into_any());
    let content = view! {
        <div class="stack stack--close">
            <p class="template__text" lang="bg-Latn">{latin.to_string()}</p>
            <p class="small quiet">{t(te::latin_text())}</p>
            {uncovered}
        </div>
    };
    fold(open, summary, content.into_any())
}
