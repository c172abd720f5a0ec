//! The values that can be asked for, and putting one into the text.

use domain::notification::template::{Declared, Length, sample};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::editor::TEXT;
use super::here::Here;
use crate::browser::focus;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::pages::templates::words;
use crate::ui::part::part;

/// The section.
pub fn placeholders(here: Here) -> AnyView {
    let content = move || {
        let used = here.template().ok();
        let rows: Vec<AnyView> = here.declared.with(|declared| {
            let row = |one: &Declared| {
                let asked = used.as_ref().map(|template| template.names().contains(&one.name.as_str()));
                let mandatory = used.as_ref().is_some_and(|template| template.is_mandatory(&one.name));
                row(here, one, asked.unwrap_or_default(), mandatory)
            };
            declared.iter().map(row).collect()
        });
        view! {
            <table class="table table--cards" role="table" aria-labelledby="values-heading">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{t(te::values_name())}</th>
                        <th role="columnheader" scope="col">{t(te::values_kind())}</th>
                        <th role="columnheader" scope="col">{t(te::values_example())}</th>
                        <th role="columnheader" scope="col">{t(te::values_use())}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
        .into_any()
    };
    let content = view! {
        <p class="small quiet">{t(te::values_text())}</p>
        {part(content)}
    };
    super::section("values", te::values_title(), content.into_any())
}

fn row(here: Here, declared: &Declared, asked: bool, mandatory: bool) -> AnyView {
    let name = declared.name.clone();
    let example = sample(declared.kind, here.at.language, Length::Typical);
    let used = match (asked, mandatory) {
        (false, _) => te::values_unused(),
        (true, true) => te::values_mandatory(),
        (true, false) => te::values_optional(),
    };
    let put = {
        let name = name.clone();
        move |_| put(here, &format!("(({name}))"))
    };
    let button = view! {
        <button class="button button--small button--second" type="button" on:click=put>
            {t(te::values_put())}
            <span class="visually-hidden">": " {name.clone()}</span>
        </button>
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <code>{format!("(({name}))")}</code>
            </th>
            <td role="cell" data-label=t(te::values_kind())>{t(words::kind(declared.kind))}</td>
            <td role="cell" data-label=t(te::values_example())>{example}</td>
            <td role="cell" data-label=t(te::values_use())>
                <span class="cluster">{t(used)} {here.writable().map(|_| button)}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// Puts something into the text where the cursor stands, as if it had been typed there.
fn put(here: Here, words: &str) {
    let area =
        document().get_element_by_id(TEXT).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return };
    let end = area.value().encode_utf16().count();
    let end = u32::try_from(end).unwrap_or(u32::MAX);
    let from = area.selection_start().ok().flatten().unwrap_or(end);
    let to = area.selection_end().ok().flatten().unwrap_or(end);
    if area.set_range_text_with_start_and_end(words, from, to).is_err() {
        return;
    }
    here.type_text(area.value());
    let after = from + u32::try_from(words.encode_utf16().count()).unwrap_or_default();
    let _ = area.set_selection_range(after, after);
    focus(TEXT);
}
