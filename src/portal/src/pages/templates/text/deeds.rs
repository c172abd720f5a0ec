//! What can be done with the version that is shown, by whoever is signed in, and why not.

use std::sync::Arc;

use contract::template::{TemplateVersion, VersionDeed};
use domain::coded::Coded;
use domain::notification::template::draft::NOTE_LIMIT;
use domain::notification::template::version::Case;
use domain::notification::template::{Alteration, Deed, Objection, Refused, VersionState, may_open, step};
use leptos::prelude::*;

use super::here::Here;
use super::objections::broken;
use crate::announce;
use crate::api::ApiError;
use crate::api::templates as api;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::job::Job;
use crate::pages::templates::{me, words};
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;

/// What somebody may want to do with a version that is there, in the order of its life.
const DEEDS: [Deed; 6] =
    [Deed::Submit, Deed::TakeBack, Deed::Approve, Deed::Reject, Deed::PutInUse, Deed::RollBack];

/// What is asked of the server.
#[derive(Debug, Clone, PartialEq)]
enum Asked {
    /// Something done with the version.
    Do(VersionDeed),
    /// A new version that begins with the text of this one.
    Begin,
}

/// What was typed beside the buttons.
#[derive(Clone, Copy)]
struct Beside {
    reason: RwSignal<String>,
    confirmed: RwSignal<bool>,
}

/// The section.
pub fn deeds(here: Here, found: Memo<Vec<Objection>>, breaks: Memo<Vec<Alteration>>) -> AnyView {
    let beside = Beside { reason: RwSignal::new(String::new()), confirmed: RwSignal::new(false) };
    let act = Job::new(move |asked: Arc<Asked>| async move {
        let Some(version) = untrack(|| here.version.get()) else { return Err(ApiError::Unreadable) };
        let answer = match &*asked {
            Asked::Do(deed) => api::deed(here.at, version.number, &version.tag, deed).await,
            Asked::Begin => api::begin(here.at, version.number).await,
        };
        // What the server has is shown, whatever came of it.
        match &answer {
            Ok(now) => {
                here.take(now);
                here.chosen.try_set(Some(now.number));
                beside.reason.try_set(String::new());
                beside.confirmed.try_set(false);
                announce::say(te::deed_done());
            }
            Err(_) => here.reading.again(),
        }
        answer.map(drop)
    });
    let failed = move || match act.value().filter(|_| !act.pending()) {
        Some(Err(error)) => failure(&error),
        Some(Ok(())) | None => ().into_any(),
    };
    let content = view! {
        {part(failed)}
        {part(move || {
            let blocked = found.with(|found| found.iter().any(Objection::blocks));
            buttons(here, (blocked, &breaks.get()), act, beside)
        })}
    };
    super::section("deeds", te::deeds_title(), content.into_any())
}

/// It was not done: why.
fn failure(error: &ApiError) -> AnyView {
    let (title, next, request_id) = crate::words::error(error);
    not_done(title, next, request_id)
}

/// Whether something may be done with the version, as far as it is known here; the server decides.
fn may(version: &TemplateVersion, deed: Deed, blocked: bool, breaks: &[Alteration]) -> Result<(), Refused> {
    let me = me().ok_or(Refused::Role)?;
    let state = version.state.known().ok_or(Refused::State)?;
    let authors = version.author_ids();
    // A reason and a confirmation are asked for beside the button.
    let case = Case {
        authors: &authors,
        blocked,
        breaking: !breaks.is_empty(),
        confirmed: true,
        reason: true,
        ..Case::of(state)
    };
    step(case, deed, me.staff()).map(drop)
}

fn buttons(
    here: Here,
    (blocked, breaks): (bool, &[Alteration]),
    act: Job<Asked, Result<(), ApiError>>,
    beside: Beside,
) -> AnyView {
    let Some(version) = here.version.get() else { return ().into_any() };
    let typed = here.typed().is_some();
    let mut shown: Vec<AnyView> = Vec::new();
    for deed in DEEDS {
        match may(&version, deed, blocked, breaks) {
            // What is typed and not saved is not what would be handed in.
            Ok(()) if typed && deed == Deed::Submit => shown.push(note(te::deeds_save_first())),
            Ok(()) => shown.push(button(act, beside, deed, breaks)),
            Err(Refused::Role | Refused::State) => {}
            Err(why) => shown.push(note(words::refused(why))),
        }
    }
    shown.extend(begin(here, &version, act));
    if shown.is_empty() {
        shown.push(note(te::deeds_none()));
    }
    shown.into_any()
}

fn note(text: Msg) -> AnyView {
    view! { <p class="small">{t(text)}</p> }.into_any()
}

fn press(act: Job<Asked, Result<(), ApiError>>, asked: Asked) {
    if !untrack(|| act.pending()) {
        act.dispatch(asked);
    }
}

/// The button of a deed, with what is asked beside it.
fn button(
    act: Job<Asked, Result<(), ApiError>>,
    beside: Beside,
    deed: Deed,
    breaks: &[Alteration],
) -> AnyView {
    let breaking = !breaks.is_empty() && matches!(deed, Deed::PutInUse | Deed::RollBack);
    let confirm = breaking.then(|| confirmation(beside, breaks));
    let reason = (deed == Deed::Reject).then(|| reason(beside));
    let missing = RwSignal::new(None::<Msg>);
    let send = move |_| {
        let reason = beside.reason.get_untracked();
        let wrong = if breaking && !beside.confirmed.get_untracked() {
            Some(words::refused(Refused::BreakingNotConfirmed))
        } else if deed == Deed::Reject && reason.trim().is_empty() {
            Some(words::refused(Refused::ReasonMissing))
        } else {
            None
        };
        missing.set(wrong.clone());
        if wrong.is_none() {
            let reason = Some(reason).filter(|reason| deed == Deed::Reject && !reason.is_empty());
            press(act, Asked::Do(VersionDeed { deed: Coded::Known(deed), reason, confirmed: breaking }));
        }
    };
    let second = matches!(deed, Deed::TakeBack | Deed::Reject | Deed::RollBack);
    view! {
        {confirm} {reason}
        {part(move || {
            missing
                .get()
                .map(|text| {
                    view! {
                        <p class="field__problem" role="alert">
                            <Icon name="refused" />
                            <span>{t(text)}</span>
                        </p>
                    }
                    .into_any()
                })
                .into_any()
        })}
        <p>
            <button
                class=if second { "button button--second" } else { "button" }
                type="button"
                aria-disabled=ArcSignal::derive(move || act.pending().then_some("true"))
                on:click=send
            >
                {t(words::deed(deed))}
            </button>
        </p>
    }
    .into_any()
}

/// It breaks those who fill the text: that is seen and confirmed, not clicked away.
fn confirmation(beside: Beside, breaks: &[Alteration]) -> AnyView {
    view! {
        {broken(breaks)}
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=ArcSignal::derive(move || beside.confirmed.get())
                on:change=move |event| beside.confirmed.set(event_target_checked(&event))
            />
            <span>{t(te::breaks_confirm())}</span>
        </label>
    }
    .into_any()
}

fn reason(beside: Beside) -> AnyView {
    view! {
        <div class="field">
            <label class="field__label" for="template-reason">{t(te::reason())}</label>
            <p class="field__hint" id="template-reason-hint">{t(te::reason_hint())}</p>
            <textarea
                class="input"
                id="template-reason"
                rows="3"
                maxlength=NOTE_LIMIT.to_string()
                aria-describedby="template-reason-hint"
                prop:value=ArcSignal::derive(move || beside.reason.get())
                on:input=move |event| beside.reason.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

/// A new version that begins with this text; nothing for who does not write.
fn begin(here: Here, version: &TemplateVersion, act: Job<Asked, Result<(), ApiError>>) -> Option<AnyView> {
    let me = me()?;
    let states: Vec<VersionState> = here
        .all
        .get()
        .map(|all| all.versions.iter().filter_map(|version| version.state.known()).collect())
        .unwrap_or_default();
    let number = version.number as usize;
    match may_open(&states, me.staff()) {
        Ok(()) => {
            let begin = view! {
                <p>
                    <button class="button button--second" type="button" on:click=move |_| press(act, Asked::Begin)>
                        {t(te::deed_begin(number))}
                    </button>
                </p>
            };
            Some(begin.into_any())
        }
        // Of the open one itself that need not be said.
        Err(Refused::AnotherOpen) if !version.state.known().is_some_and(VersionState::is_open) => {
            Some(note(words::refused(Refused::AnotherOpen)))
        }
        Err(_) => None,
    }
}
