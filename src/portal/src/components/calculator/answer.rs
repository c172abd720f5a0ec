//! The answer: the sentence, then the working with its sources, the picture, and what else to know.

use leptos::prelude::*;

use super::picture::picture;
use crate::calculator::{Answer, Line, Note, Tone};
use crate::components::source::source;
use crate::i18n::texts::calculator as c;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;

/// An answer.
pub fn answer(answer: Answer) -> AnyView {
    let Answer { tone, sentence: said, lines, total, picture: drawn, notes: more } = answer;
    let working = (!lines.is_empty()).then(|| {
        view! {
            <h3 class="answer__part">{t(c::working())}</h3>
            {working(lines, total)}
        }
        .into_any()
    });
    let notes = (!more.is_empty()).then(|| {
        view! {
            <h3 class="answer__part">{t(c::notes())}</h3>
            {notes(more)}
        }
        .into_any()
    });
    view! {
        {sentence(tone, said)}
        {drawn.map(picture)}
        {working}
        {notes}
    }
    .into_any()
}

/// All of an answer in a sentence.
pub fn sentence(tone: Tone, said: Msg) -> AnyView {
    let (class, icon) = look(tone);
    view! {
        <p class=format!("answer__sentence {class}")>
            <Icon name=icon />
            <span>{t(said)}</span>
        </p>
    }
    .into_any()
}

/// The working: every line with its source.
pub fn working(lines: Vec<Line>, total: Option<Line>) -> AnyView {
    let total = total.map(|total| line(total, "working__line working__line--total"));
    let lines: Vec<_> = lines.into_iter().map(|one| line(one, "working__line")).collect();
    view! { <ol class="working">{lines} {total}</ol> }.into_any()
}

/// What else there is to know.
pub fn notes(notes: Vec<Note>) -> AnyView {
    let notes: Vec<_> = notes.into_iter().map(note).collect();
    view! { <ul class="stack stack--close">{notes}</ul> }.into_any()
}

/// An answer of which only the sentence is seen at first, where it is one among others on a page.
pub fn folded(answer: Answer) -> AnyView {
    let Answer { tone, sentence: said, lines, total, notes: more, .. } = answer;
    view! {
        {sentence(tone, said)}
        <details class="fold">
            <summary>
                <Icon name="right" small=true />
                <span>{t(c::working())}</span>
            </summary>
            <div class="stack stack--close">{working(lines, total)} {notes(more)}</div>
        </details>
    }
    .into_any()
}

/// Class and icon of a tone.
fn look(tone: Tone) -> (&'static str, &'static str) {
    match tone {
        Tone::Plain => ("tone-waiting", "info"),
        Tone::Good => ("tone-success", "approved"),
        Tone::Heed => ("tone-action", "action"),
        Tone::Bad => ("tone-danger", "refused"),
        Tone::Unknown => ("tone-ended", "unknown"),
    }
}

fn line(line: Line, class: &'static str) -> AnyView {
    view! {
        <li class=class>
            <p class="working__what">
                <span>{t(line.what)}</span>
                {line.value.map(value)}
            </p>
            {line.why.map(|why| view! { <p class="working__why">{t(why)}</p> }.into_any())}
            {line.source.map(source)}
        </li>
    }
    .into_any()
}

fn value(value: Msg) -> AnyView {
    view! { <strong class="amount working__value">{t(value)}</strong> }.into_any()
}

fn note(note: Note) -> AnyView {
    let (class, icon) = look(note.tone);
    let sources: Vec<_> = note.sources.into_iter().map(source).collect();
    view! {
        <li class=format!("notice {class}")>
            <Icon name=icon />
            <div class="notice__body">
                <p>{t(note.text)}</p>
                {sources}
            </div>
        </li>
    }
    .into_any()
}
