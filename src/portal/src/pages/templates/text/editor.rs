//! Writing a version: title, text, and what is changed and why.

use std::sync::Arc;

use contract::template::VersionEdit;
use domain::coded::Coded;
use domain::notification::template::diff;
use domain::notification::template::draft::{NOTE_LIMIT, TEXT_LIMIT, TITLE_LIMIT};
use leptos::prelude::*;

use super::drafts::Draft;
use super::here::Here;
use super::history::changed_words;
use crate::announce;
use crate::api::ApiError;
use crate::api::templates as api;
use crate::browser::focus;
use crate::effect::effect;
use crate::form::{Field, Form, SaveForm, Saving, TextArea, TextField, conflict, mark_title};
use crate::i18n::texts::form as fm;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::job::Job;
use crate::pages::templates::route;
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::words::notification as told;

/// Id of the button that saves.
const SAVE: &str = "template-save";
/// Id of the field of the text.
pub const TEXT: &str = "template-text";

/// The form for who may write, else the text as it stands.
#[component]
pub fn Writing(here: Here) -> impl IntoView {
    let open = Memo::new(move |_| here.writable());
    part(move || match open.get() {
        Some(number) => view! { <Editor here number /> }.into_any(),
        None => reading(here),
    })
}

/// A version that nobody here may write now.
fn reading(here: Here) -> AnyView {
    let shown = move || {
        let written = here.written.get();
        let title = here
            .at
            .channel
            .has_title()
            .then(|| view! { <p class="template__title">{written.title}</p> }.into_any());
        let note = (!written.note.is_empty()).then(|| {
            view! { <p class="small"><strong>{t(te::note())}</strong> ": " {written.note}</p> }.into_any()
        });
        view! {
            {title}
            <p class="template__text">{written.text}</p>
            {note}
        }
        .into_any()
    };
    let content = view! {
        {part_if(move || here.typed().is_some(), move || left_over(here))}
        {part(shown)}
    };
    super::section("template-reading", te::text_title(), content.into_any())
}

/// What was typed before the version went on its way: it is not what the server has, and one can let it go.
fn left_over(here: Here) -> AnyView {
    let take_over = move |_| {
        if let Some(typed) = untrack(|| here.typed()) {
            here.drafts.forget(&typed.place, typed.number);
            announce::say(fm::conflict_taken());
        }
    };
    view! {
        <div class="notice tone-action" role="alert">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(te::conflict())}</p>
                <p>{t(te::kept())}</p>
                <p>
                    <button class="button button--small button--second" type="button" on:click=take_over>
                        {t(fm::conflict_take_over())}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// What stands in the fields; a change of it is kept at once.
fn field(
    here: Here,
    number: u32,
    (id, pointer, label): (&'static str, &'static str, fn() -> Msg),
    check: fn(&str) -> Option<Msg>,
    of: fn(&mut Draft) -> &mut String,
) -> Field {
    let read = move || {
        let mut draft = here.draft(number);
        std::mem::take(of(&mut draft))
    };
    Field {
        id,
        pointer,
        label,
        check,
        value: Signal::derive(read),
        set: Callback::new(move |text: String| {
            let mut draft = untrack(|| here.draft(number));
            *of(&mut draft) = text;
            here.drafts.put(draft);
        }),
    }
}

fn limit(typed: &str, limit: usize) -> Option<Msg> {
    let count = typed.chars().count();
    (count > limit).then(|| te::too_long(limit, count - limit))
}

fn words(code: &str) -> Msg {
    fm::problem_unknown(code)
}

#[component]
fn Editor(here: Here, number: u32) -> impl IntoView {
    let titled = here.at.channel.has_title();
    let title = field(
        here,
        number,
        ("template-title", "/title", te::title),
        |typed| limit(typed, TITLE_LIMIT),
        |draft| &mut draft.title,
    );
    let text = field(
        here,
        number,
        (TEXT, "/text", te::text),
        |typed| limit(typed, TEXT_LIMIT),
        |draft| &mut draft.text,
    );
    let note = field(
        here,
        number,
        ("template-note", "/note", te::note),
        |typed| limit(typed, NOTE_LIMIT),
        |draft| &mut draft.note,
    );
    let fields = if titled { vec![title, text, note] } else { vec![text, note] };
    let form = Form::new(fields);
    let save = Job::new(move |draft: Arc<Draft>| async move {
        let answer = send(here, &draft, titled).await;
        if let Err(ApiError::Fields(refused)) = &answer {
            form.refuse(&refused.problems(), words);
        }
        answer
    });
    // What stands with the server as it is typed is saved, whoever saved it: perhaps oneself, and the answer was lost.
    effect(move || {
        if here.typed().is_some_and(|draft| here.is_saved(&draft)) {
            here.drafts.forget(&here.at.name(), number);
        }
    });
    let typed = Memo::new(move |_| here.typed());
    let saving = Memo::new(move |_| Saving::of(save.pending(), save.value(), typed.get().is_some()));
    let place = here.at.name();
    let drafts = here.drafts;
    unsaved::follow(route(here.at), Arc::new(move || drafts.any(&place)));
    mark_title(told::subject(&Coded::Known(here.at.subject)), Signal::derive(move || form.wrong()));
    let send = Callback::new(move |()| {
        let draft = untrack(|| here.draft(number));
        save.dispatch(draft);
    });
    view! {
        <section class="stack stack--close" aria-labelledby="editor-heading">
            <h2 id="editor-heading">{t(te::editor_title())}</h2>
            <SaveForm form saving send button=SAVE>
                {titled
                    .then(|| {
                        view! { <TextField form field=title hint=te::title_hint() kind="text" autocomplete="off" /> }
                            .into_any()
                    })}
                <TextArea form field=text hint=te::text_hint() rows="8" />
                <TextArea form field=note hint=te::note_hint() rows="2" />
                {overtaken(here, number, save)}
                {part_if(move || typed.get().is_some(), || view! { <p class="small quiet">{t(te::kept())}</p> }.into_any())}
            </SaveForm>
        </section>
    }
}

async fn send(here: Here, draft: &Draft, titled: bool) -> Result<(), ApiError> {
    let edit = VersionEdit {
        title: titled.then(|| draft.title.clone()),
        text: draft.text.clone(),
        note: Some(draft.note.clone()).filter(|note| !note.trim().is_empty()),
    };
    let answer = api::write(here.at, draft.number, &draft.over, &edit).await;
    match &answer {
        Ok(version) => {
            // Whoever hands in at once what was saved hands in this, not what stood there before.
            here.take(version);
            let now = untrack(|| here.drafts.get(&draft.place, draft.number));
            match now {
                // What was typed while it was on its way is typed over what is saved now.
                Some(now) if now != *draft => here.drafts.put(Draft { over: version.tag.clone(), ..now }),
                _ => here.drafts.forget(&draft.place, draft.number),
            }
        }
        // What the server has is shown, whatever came of it.
        Err(ApiError::Changed | ApiError::Server { .. }) => here.reading.again(),
        Err(_) => {}
    }
    answer.map(drop)
}

/// Somebody wrote the version meanwhile: what differs, and a choice. Nothing typed goes away unless it is chosen so.
fn overtaken(here: Here, number: u32, save: Job<Draft, Result<(), ApiError>>) -> AnyView {
    let now = move || here.version.get().filter(|version| version.number == number);
    let overtaken = Memo::new(move |_| {
        here.typed().zip(now()).is_some_and(|(typed, now)| typed.over != now.tag && !save.pending())
    });
    let keep_own = Callback::new(move |()| {
        if let Some((typed, now)) = untrack(|| here.typed().zip(now())) {
            let typed = Draft { over: now.tag, ..typed };
            here.drafts.put(typed.clone());
            focus(SAVE);
            save.dispatch(typed);
        }
    });
    let take_over = Callback::new(move |()| {
        focus(SAVE);
        save.clear();
        here.drafts.forget(&here.at.name(), number);
        announce::say(fm::conflict_taken());
    });
    let differs = move || {
        let (Some(typed), Some(now)) = (here.typed(), now()) else { return ().into_any() };
        changed_words(&diff(&now.text, &typed.text))
    };
    let choice = move || {
        let differs = part(differs).into_any();
        conflict::choice(te::conflict(), te::conflict_text(), differs, keep_own, take_over)
    };
    part_if(move || overtaken.get(), choice).into_any()
}
