//! The answer first, then what it rests on: what was found, and the text itself with marks.

use std::ops::Range;
use std::sync::Arc;

use domain::citation::Citation;
use domain::coded::Code;
use domain::hotline::Line;
use domain::message_check::Problem;
use domain::notification::genuine::Difference;
use leptos::prelude::*;

use super::known::{Of, Seen};
use super::marks::{Mark, Piece, differences, grouped, pieces};
use super::report;
use super::words::{self, Act, Said, Wording};
use crate::components::source::source;
use crate::i18n::texts::genuine as g;
use crate::i18n::{self, Msg, t};
use crate::route::Route;
use crate::source::Source;
use crate::ui::fact::fact;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::notification::{sender, subject};

/// So many of a kind are listed in words; the text itself has all the marks.
const LISTED: usize = 8;

/// The answer to what is pasted now.
pub fn answer(seen: Memo<Arc<Seen>>) -> AnyView {
    let content = part(move || {
        let seen = seen.get();
        words::said(&seen).map_or_else(nothing, |said| full(&seen, said))
    });
    view! {
        <section class="stack" aria-labelledby="answer-heading">
            <h2 id="answer-heading">{t(g::answer())}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// Nothing is pasted yet.
fn nothing() -> AnyView {
    view! { <p class="pasted__none quiet">{t(g::empty())}</p> }.into_any()
}

fn full(seen: &Seen, said: Said) -> AnyView {
    let facts = seen.of.as_ref().map(|of| about(of, seen));
    view! {
        {sentence(said)}
        {text(seen)}
        {found(seen)}
        {different(seen)}
        {facts}
    }
    .into_any()
}

/// The answer in one sentence, what it means, and what to do.
fn sentence(said: Said) -> AnyView {
    let means: Vec<_> = said.means.into_iter().map(|text| view! { <p>{t(text)}</p> }.into_any()).collect();
    let act = match said.act {
        Act::Wait => None,
        Act::LookUp => Some((Route::Documents.path(), g::look_up())),
        Act::Call => Line::Fund.number().map(|number| (report::link(number), g::call(report::shown(number)))),
    };
    let act = act.map(|(href, text)| {
        view! { <p class="pasted__act"><a class="button button--second" href=href>{t(text)}</a></p> }
            .into_any()
    });
    view! {
        <div class=format!("notice {}", said.tone.class())>
            <Icon name=said.icon />
            <div class="notice__body">
                <p class="notice__title pasted__answer">{t(said.sentence)}</p>
                {means}
                {act}
            </div>
        </div>
    }
    .into_any()
}

/// A heading with what stands below it.
fn below(heading: Msg, content: AnyView) -> AnyView {
    view! {
        <div class="stack stack--close">
            <h3>{t(heading)}</h3>
            {content}
        </div>
    }
    .into_any()
}

/// What is never sent, in words, with its sources: one may speak of several things.
fn found(seen: &Seen) -> Option<AnyView> {
    let mut by_source: Vec<(Citation, Vec<AnyView>)> = Vec::new();
    for (problem, all) in grouped(&seen.text, &seen.looked.never) {
        let (citation, row) = (problem.citation(), group(problem, &all));
        match by_source.iter_mut().find(|(known, _)| *known == citation) {
            Some((_, rows)) => rows.push(row),
            None => by_source.push((citation, vec![row])),
        }
    }
    let rows = by_source.into_iter().map(|(citation, rows)| {
        view! { <li class="stack stack--close">{rows} {source(Source::from(citation))}</li> }.into_any()
    });
    let rows: Vec<_> = rows.collect();
    let list = |rows| view! { <ul class="stack">{rows}</ul> }.into_any();
    (!rows.is_empty()).then(|| below(g::found_title(), list(rows)))
}

fn group(problem: Problem, all: &[&str]) -> AnyView {
    view! {
        <p>
            <strong>{t(words::problem(problem))} ":"</strong>
            {quotes(all)}
        </p>
    }
    .into_any()
}

/// Words of the text, as many as one reads.
fn quotes(all: &[&str]) -> AnyView {
    let shown = all.iter().take(LISTED).map(|words| {
        let words = (*words).to_owned();
        view! { " " <q class="pasted__quote" translate="no">{words}</q> }.into_any()
    });
    let more = all.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| view! { " " <span class="quiet">{t(g::more(more))}</span> }.into_any());
    view! { {shown.collect::<Vec<_>>()} {more} }.into_any()
}

/// Where it differs from the published text, in words.
fn different(seen: &Seen) -> Option<AnyView> {
    let all = differences(&seen.looked);
    let rows = all.iter().take(LISTED).filter_map(|difference| {
        let (label, words) = match difference {
            Difference::Extra { span } => (g::extra(), quotes(&[seen.text.get(span.clone())?])),
            Difference::Missing { words, .. } => (g::missing(), missing(words, seen.of.as_ref())),
        };
        Some(view! { <li>{t(label)} ": " {words}</li> }.into_any())
    });
    let rows: Vec<_> = rows.collect();
    let more = all.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| view! { <li class="quiet">{t(g::more(more))}</li> }.into_any());
    let list = view! { <ul class="pasted__list">{rows}{more}</ul> }.into_any();
    (!all.is_empty()).then(|| below(g::different_title(), list))
}

/// Words of the published text that the pasted one lacks.
fn missing(words: &str, of: Option<&Of>) -> AnyView {
    let parts = words::wording(words, of).into_iter().map(|part| match part {
        Wording::Words(words) => words.into_any(),
        Wording::Value(kind) => view! { <em>{t(kind)}</em> }.into_any(),
    });
    view! { <q class="pasted__quote" translate="no">{parts.collect::<Vec<_>>()}</q> }.into_any()
}

/// Which published text it is, or is like, and what stands in it at the places for values.
fn about(of: &Of, seen: &Seen) -> AnyView {
    let value = |(name, span): &(String, Range<usize>)| {
        let words = seen.text.get(span.clone())?.to_owned();
        let words = view! { <span class="pasted__value" translate="no">{words}</span> }.into_any();
        Some(fact(words::kind(of.kind(name)), words))
    };
    let values: Vec<_> = seen.looked.values.iter().filter_map(value).collect();
    let channels = words::channels(of).map(|by| fact(g::facts_channel(), t(by).into_any()));
    let facts = view! {
        <dl class="facts">
            {fact(g::facts_sender(), t(sender(&of.sender)).into_any())}
            {fact(g::facts_subject(), t(subject(&of.subject)).into_any())}
            {channels}
            {fact(g::facts_language(), words::language(of).into_any())}
            {fact(g::facts_version(), t(words::version(of)).into_any())}
        </dl>
    }
    .into_any();
    let list = |values| view! { <dl class="facts">{values}</dl> }.into_any();
    let values = (!values.is_empty()).then(|| below(g::values_title(), list(values)));
    view! {
        {below(g::facts_title(), facts)}
        {values}
    }
    .into_any()
}

/// The text with marks, each of which has a word for who does not see it; nothing where there is nothing to mark.
fn text(seen: &Seen) -> Option<AnyView> {
    let piece = |piece: Piece| match piece {
        Piece::Plain(span) => seen.text.get(span).unwrap_or_default().to_owned().into_any(),
        Piece::Marked(span, mark) => marked(seen.text.get(span).unwrap_or_default(), mark),
        Piece::Missing(words) => view! {
            <span class="pasted__missing">
                <span lang=own_language()>{t(g::missing())} ": "</span>
                {missing(&words, seen.of.as_ref())}
            </span>
        }
        .into_any(),
    };
    let all = pieces(seen.text.len(), &seen.looked);
    if all.iter().all(|piece| matches!(piece, Piece::Plain(_))) {
        return None;
    }
    let all: Vec<_> = all.into_iter().map(piece).collect();
    let lang = seen.of.as_ref().and_then(|of| of.language.known()).map(Code::code);
    let cut = seen.cut.then(|| view! { <p class="quiet">{t(g::cut())}</p> }.into_any());
    let shown = view! {
        <div class="pasted__text" lang=lang translate="no">{all}</div>
        {cut}
    }
    .into_any();
    Some(below(g::text_title(), shown))
}

/// The language of the page, for its own words within a text of another one.
fn own_language() -> ArcSignal<&'static str> {
    ArcSignal::derive(|| i18n::language().code())
}

fn marked(words: &str, mark: Mark) -> AnyView {
    let (class, name) = match mark {
        Mark::Never(problem) => ("pasted__mark tone-danger", g::marked(words::problem(problem))),
        Mark::Mixed => ("pasted__mark pasted__mark--mixed tone-danger", g::mixed()),
        Mark::Extra => ("pasted__mark pasted__mark--extra tone-action", g::extra()),
    };
    let words = words.to_owned();
    view! {
        <mark class=class>
            <span class="visually-hidden" lang=own_language()>"[" {t(name)} ": "</span>
            {words}
            <span class="visually-hidden">"]"</span>
        </mark>
    }
    .into_any()
}
