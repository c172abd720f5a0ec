//! Where something is written: one click from every line.

use domain::citation::Citation;
use domain::month::Month;
use domain::rules;
use leptos::prelude::*;

use crate::i18n::texts::source as s;
use crate::i18n::{Msg, t};
use crate::source::{Confirmed, Source, confidence, remark, scope};
use crate::ui::icon::Icon;

/// A source: its title leads to it, then how far it can be trusted.
pub fn source(source: Source) -> AnyView {
    let notes: Vec<_> =
        facts(&source).into_iter().map(|fact| view! { <li>{t(fact)}</li> }.into_any()).collect();
    let doubtful = source.confirmed != Confirmed::Yes
        || source.confidence.is_some_and(|confidence| !confidence.is_verified());
    view! {
        <div class="source" class:source--doubtful=doubtful>
            <p>
                <span class="quiet">{t(s::label())}</span>
                {title(source.citation)}
            </p>
            <ul class="source__facts">{notes}</ul>
            {source.remark.map(|said| view! { <p class="source__remark">{t(remark(said))}</p> }.into_any())}
        </div>
    }
    .into_any()
}

/// Titles are in the language of the source, most of them Bulgarian.
fn title(citation: Citation) -> AnyView {
    let lang = if citation.title.contains(['\u{44b}', '\u{44d}']) { "ru" } else { "bg" };
    let Some(url) = citation.url else {
        return view! {
            <span lang=lang>{citation.title}</span>
            <span class="quiet">{t(s::no_address())}</span>
        }
        .into_any();
    };
    view! {
        <a class="source__link" href=url target="_blank" rel="noopener noreferrer external">
            <Icon name="external" small=true />
            <span lang=lang>{citation.title}</span>
            <span class="visually-hidden">{t(s::new_tab())}</span>
        </a>
    }
    .into_any()
}

/// When the source says that it was written: a day, a month, a year, or not at all.
fn stated(text: &'static str) -> Msg {
    if text == "undated" {
        s::undated()
    } else if let Some(day) = rules::day::parse(text) {
        s::stated(day)
    } else if let Some(month) = Month::parse(text) {
        s::stated(month)
    } else {
        s::stated(text)
    }
}

fn facts(source: &Source) -> Vec<Msg> {
    let confirmed = match source.confirmed {
        Confirmed::Yes => s::confirmed(),
        Confirmed::NotSince(day) => s::not_since(day),
        Confirmed::Elsewhere { from, until: Some(until) } => s::elsewhere_until(from, until),
        Confirmed::Elsewhere { from, until: None } => s::elsewhere(from),
    };
    let mut facts = vec![stated(source.citation.stated)];
    facts.extend(source.rule.map(s::rule));
    facts.extend(source.scope.and_then(scope));
    facts.extend(source.confidence.map(confidence));
    facts.push(confirmed);
    facts
}
