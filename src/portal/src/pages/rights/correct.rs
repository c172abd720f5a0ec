//! Asking for a correction: the form, and what was asked for.

use std::sync::Arc;

use contract::correction::{Correction, Corrections, NewCorrection};
use domain::coded::Code as _;
use domain::data_right::correction::{Field as Of, RIGHT_LIMIT, WRONG_LIMIT};
use leptos::prelude::*;

use super::asked as list;
use super::{Typed, Wanted, failure, fields, skeleton};
use crate::api::{ApiError, rights as api};
use crate::attempt::Attempt;
use crate::browser;
use crate::form::{Form, SelectField, Summary, TextArea, mark_title, options};
use crate::i18n::texts::rights as r;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// Id of what came of it.
const RESULT: &str = "correction-sent";

type Sending = Job<NewCorrection, Result<Correction, ApiError>>;

/// The section.
#[component]
pub fn CorrectSection(
    /// What is typed.
    typed: Typed,
    /// Counts what was asked for.
    asked: RwSignal<u32>,
) -> impl IntoView {
    let corrections = Reading::begin(api::corrections);
    view! {
        <section class="stack" aria-labelledby="correct-heading">
            <h2 id="correct-heading">{t(r::correct_title())}</h2>
            <p class="no-print">{t(r::correct_text())}</p>
            <CorrectForm typed corrections asked />
            <h3>{t(r::asked_title())}</h3>
            <Load
                value=move || corrections.answer()
                retry=corrections.retry()
                skeleton=ViewFn::from(skeleton)
                let(answer)
            >
                {list::list(&answer)}
            </Load>
        </section>
    }
}

#[component]
fn CorrectForm(typed: Typed, corrections: Reading<Corrections>, asked: RwSignal<u32>) -> impl IntoView {
    let [field, wrong, right] = fields::of(typed);
    let form = Form::new(vec![field, wrong, right]);
    let send = sending(
        typed,
        form,
        Callback::new(move |()| {
            corrections.again();
            // The answer may come when the page is gone.
            asked.try_update(|count| *count += 1);
        }),
    );
    let busy = Signal::derive(move || send.pending());
    mark_title(Route::Rights.title(), Signal::derive(move || form.wrong()));
    unsaved::follow(Route::Rights, Arc::new(move || typed.0.with(|wanted| *wanted != Wanted::default())));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() && form.check() {
            send.dispatch(body(&typed.0.get_untracked()));
        }
    };
    let result = move || match send.value() {
        Some(Ok(correction)) if !busy.get() => sent(&correction),
        // What is wrong with a field stands beside it.
        Some(Err(ApiError::Fields(refused))) if !refused.problems().is_empty() => ().into_any(),
        Some(Err(error)) if !busy.get() => failure(&error, r::correct_failed()),
        _ => ().into_any(),
    };
    view! {
        <Summary form />
        <form class="form no-print" novalidate on:submit=submit>
            <SelectField
                form
                field
                hint=r::correct_field_hint()
                nothing=r::correct_choose()
                options=options(fields::choices())
            />
            <TextArea form field=wrong hint=r::correct_wrong_hint(WRONG_LIMIT) />
            <TextArea form field=right hint=r::correct_right_hint(RIGHT_LIMIT) />
            {part(result)}
            <div>
                <button
                    class="button button--wide"
                    type="submit"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                >
                    {changing(move || if busy.get() { r::correct_sending() } else { r::correct_send() })}
                </button>
            </div>
        </form>
    }
}

/// The job that sends. What was sent goes from the fields, unless something else was typed meanwhile.
fn sending(Typed(typed): Typed, form: Form, done: Callback<()>) -> Sending {
    let attempt = Attempt::new();
    Job::new(move |wanted: Arc<NewCorrection>| async move {
        let answer = api::ask_correction(&wanted, &attempt.key(&wanted)).await;
        match &answer {
            Ok(_) => {
                attempt.done();
                typed.try_update(|typed| {
                    if body(typed) == *wanted {
                        *typed = Wanted::default();
                    }
                });
                done.try_run(());
                request_animation_frame(|| browser::focus(RESULT));
            }
            Err(ApiError::Fields(refused)) => form.refuse(&refused.problems(), fields::words),
            Err(_) => {}
        }
        answer
    })
}

/// What is sent of what is typed.
fn body(wanted: &Wanted) -> NewCorrection {
    NewCorrection {
        field: Of::from_code(&wanted.field),
        wrong: wanted.wrong.trim().to_owned(),
        right: wanted.right.trim().to_owned(),
    }
}

fn sent(correction: &Correction) -> AnyView {
    view! {
        <p class="notice tone-success" id=RESULT tabindex="-1">
            <Icon name="approved" />
            <span>{t(r::correct_sent(correction.number.as_str()))}</span>
        </p>
    }
    .into_any()
}
