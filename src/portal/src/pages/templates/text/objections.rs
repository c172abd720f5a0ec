//! What is in the way of sending the text, and what only costs; what breaks those who fill it.

use domain::notification::template::draft::Place;
use domain::notification::template::{Alteration, Fault, Lint, Objection, parse};
use leptos::prelude::*;

use super::here::{Here, Written};
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::pages::templates::words;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// The section. It is no live region: it changes with every key, and is heard when somebody comes to it.
pub fn objections(here: Here, found: Memo<Vec<Objection>>, breaks: Memo<Vec<Alteration>>) -> AnyView {
    let content = move || {
        let found = found.get();
        let breaks = breaks.get();
        let list = if found.is_empty() {
            view! {
                <p class="status tone-success">
                    <Icon name="check" small=true />
                    <span>{t(te::check_fine())}</span>
                </p>
            }
            .into_any()
        } else {
            let written = here.written.get();
            let items: Vec<AnyView> = found.iter().map(|one| item(one, &written)).collect();
            view! { <ul class="stack stack--close">{items}</ul> }.into_any()
        };
        view! {
            {list}
            {(!breaks.is_empty()).then(|| broken(&breaks))}
        }
        .into_any()
    };
    super::section("check", te::check_title(), part(content).into_any())
}

/// The words that are in the way, where it is a matter of words.
fn words_of(found: &Objection, written: &Written) -> Option<String> {
    let span = match &found.fault {
        Fault::Lint(Lint::Content(finding)) => finding.span.clone()?,
        Fault::Lint(Lint::Medical { span }) => span.clone(),
        _ => return None,
    };
    let text = match found.place {
        Place::Title => &written.title,
        Place::Text => &written.text,
    };
    // Places are counted in the text as the rules write it.
    let words = parse(text).ok()?.to_string().get(span)?.trim().to_owned();
    (!words.is_empty()).then_some(words)
}

fn item(found: &Objection, written: &Written) -> AnyView {
    let (tone, icon, word) = if found.blocks() {
        ("tone-danger", "refused", te::check_blocks())
    } else {
        ("tone-waiting", "info", te::check_warns())
    };
    let place = match found.place {
        Place::Title => Some(view! { {t(te::title())} ": " }.into_any()),
        Place::Text => None,
    };
    let quoted = words_of(found, written).map(|words| view! { " " <q>{words}</q> }.into_any());
    view! {
        <li class=format!("status {tone}")>
            <Icon name=icon small=true />
            <span>{t(word)} ": " {place} {t(words::fault(&found.fault))} {quoted}</span>
        </li>
    }
    .into_any()
}

/// What breaks those who fill the text.
pub fn broken(breaks: &[Alteration]) -> AnyView {
    let items: Vec<AnyView> = breaks
        .iter()
        .map(|alteration| view! { <li>{t(words::alteration(alteration))}</li> }.into_any())
        .collect();
    view! {
        <div class="notice tone-action">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(te::breaks_title())}</p>
                <p>{t(te::breaks_text())}</p>
                <ul class="asked__points">{items}</ul>
            </div>
        </div>
    }
    .into_any()
}
