//! The question: what is the matter, and what came of reporting it.

use std::sync::Arc;

use contract::DocumentId;
use contract::report::{NewReport, Report, Reports};
use domain::coded::{Code as _, Coded};
use domain::data_right::report::{Kind, Next, TEXT_LIMIT, check_text};
use domain::moment::Zone;
use leptos::prelude::*;

use super::{Reporting, words};
use crate::api::{self, ApiError, documents::Opened};
use crate::attempt::Attempt;
use crate::browser;
use crate::components::acting::is_other;
use crate::components::guard::Guard;
use crate::components::person::name_of;
use crate::effect::effect;
use crate::i18n::texts::document as d;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::reading::Reading;
use crate::route::Route;
use crate::ui::dialog::Dialog;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::{part, part_if};
use crate::words::error as error_words;

/// Id of what came of it.
const RESULT: &str = "report-sent";
/// Id of the field for what is said.
const TEXT: &str = "report-text";
/// The anchor of the devices on the page of the account.
const DEVICES: &str = "#devices";

type Sending = Job<NewReport, Result<Report, ApiError>>;

/// The dialog; open while it is known what the report is about.
#[component]
pub fn ReportDialog(
    id: DocumentId,
    document: Memo<Option<Arc<Opened>>>,
    reporting: Reporting,
    reports: Reading<Reports>,
    zone: Zone,
) -> impl IntoView {
    let Reporting { about, kind, text } = reporting;
    let send = sending(id, text, reports);
    let too_long = RwSignal::new(false);
    let open = Memo::new(move |_| about.with(Option::is_some));
    effect(move || {
        // What came of the last one is not of this one.
        if open.get() {
            send.clear();
            too_long.set(false);
        }
    });
    let close = Callback::new(move |()| about.set(None));
    let busy = Signal::derive(move || send.pending());
    let asking = RwSignal::new(false);
    // Whose it is does not change, whatever else comes live.
    let other = untrack(|| document.get()).is_none_or(|document| is_other(&document.entry.person));
    let go = Callback::new(move |()| {
        let Some(about) = about.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let said = text.with_untracked(|said| said.trim().to_owned());
        send.dispatch(NewReport {
            event: about.map(|event| event.id),
            kind: Coded::Known(kind.get_untracked()),
            text: (!said.is_empty()).then_some(said),
        });
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        too_long.set(text.with_untracked(|said| check_text(said).is_err()));
        if too_long.get_untracked() {
            browser::focus(TEXT);
        } else if other {
            asking.set(true);
        } else {
            go.run(());
        }
    };
    let arrived = Memo::new(move |_| send.value().and_then(Result::ok).filter(|_| !busy.get()));
    let failed = move || {
        let error = send.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error| failure(&error)).into_any()
    };
    let subject =
        changing(move || about.with(|about| words::about(about.as_ref().and_then(Option::as_ref), zone)));
    let question = move || {
        view! {
            <form class="form" novalidate on:submit=submit>
                {kinds(kind)}
                {said(text, too_long)}
                {part(failed)}
                <div class="dialog__tools">
                    <button class="button button--second" type="button" on:click=move |_| close.run(())>
                        {t(d::report_cancel())}
                    </button>
                    <button
                        class="button"
                        type="submit"
                        aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    >
                        {changing(move || if busy.get() { d::report_sending() } else { d::report_send() })}
                    </button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <Dialog open close labelled_by="report-heading">
            <h2 id="report-heading">{t(d::report_heading())}</h2>
            <p>{subject}</p>
            {part_if(move || arrived.get().is_none(), question)}
            {part(move || arrived.get().map(|report| done(&report, close)).into_any())}
        </Dialog>
        {guard(document, asking, go)}
    }
}

/// Before something is said of somebody else's documents: whose they are.
fn guard(document: Memo<Option<Arc<Opened>>>, open: RwSignal<bool>, confirm: Callback<()>) -> AnyView {
    let name =
        move || document.with(|document| document.as_ref().map(|document| name_of(&document.entry.person)));
    let heading = changing(move || d::guard_report_heading(name().unwrap_or_default())).into_any();
    let text = t(d::guard_report_text()).into_any();
    view! { <Guard labelled_by="report-guard" heading text open confirm /> }.into_any()
}

/// The job that sends. What was said goes from the field once it is kept.
fn sending(id: DocumentId, text: RwSignal<String>, reports: Reading<Reports>) -> Sending {
    let attempt = Attempt::new();
    Job::new(move |report: Arc<NewReport>| {
        let id = id.clone();
        async move {
            let answer = api::reports::send(&id, &report, &attempt.key(&report)).await;
            if answer.is_ok() {
                attempt.done();
                text.try_set(String::new());
                reports.again();
                request_animation_frame(|| browser::focus(RESULT));
            }
            answer
        }
    })
}

fn kinds(chosen: RwSignal<Kind>) -> AnyView {
    let choice = |kind: &'static Kind| {
        let hint = format!("report-{}-hint", kind.code());
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="report-kind"
                    value=kind.code()
                    aria-describedby=hint.clone()
                    prop:checked=ArcSignal::derive(move || chosen.get() == *kind)
                    on:change=move |_| chosen.set(*kind)
                />
                <span>
                    {t(words::kind(&Coded::Known(*kind)))}
                    <span class="asked__hint" id=hint>{t(words::kind_hint(*kind))}</span>
                </span>
            </label>
        }
    };
    let choices: Vec<_> = Kind::ALL.iter().map(choice).collect();
    view! {
        <fieldset>
            <legend class="field__label">{t(d::report_kind())}</legend>
            <div class="choices choices--long">{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// What one can say of it, and that it is too long.
fn said(text: RwSignal<String>, too_long: RwSignal<bool>) -> AnyView {
    let described_by = ArcSignal::derive(move || {
        if too_long.get() { "report-text-hint report-text-problem" } else { "report-text-hint" }
    });
    let problem = || {
        view! {
            <p class="field__problem" id="report-text-problem">
                <Icon name="refused" />
                <span>{t(d::report_too_long(TEXT_LIMIT))}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class="field__label" for=TEXT>{t(d::report_words())}</label>
            <p class="field__hint" id="report-text-hint">{t(d::report_words_hint(TEXT_LIMIT))}</p>
            {part_if(move || too_long.get(), problem)}
            <textarea
                class="input"
                id=TEXT
                rows="4"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=ArcSignal::derive(move || too_long.get().then_some("true"))
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

/// Not sent: why, and that what was written is still there.
fn failure(error: &ApiError) -> AnyView {
    let (title, _, request_id) = error_words(error);
    let refused = |code: &str| -> Msg { d::report_refused(code) };
    let text = match error {
        ApiError::Fields(fields) => fields.problems().first().map(|problem| refused(&problem.code)),
        _ => None,
    };
    not_done(title, text.unwrap_or_else(d::report_failed), request_id)
}

/// Sent: its number, who checks it, what happens now.
fn done(report: &Report, close: Callback<()>) -> AnyView {
    let next: Vec<_> =
        report.next.iter().map(|next| view! { <li>{t(words::next(next))}</li> }.into_any()).collect();
    let sign_ins = report.next.contains(&Coded::Known(Next::LookAtSignIns)).then(|| {
        let devices = format!("{}{DEVICES}", Route::Account.path());
        view! { <p><a href=devices>{t(d::report_next_sign_ins_link())}</a></p> }.into_any()
    });
    view! {
        <p class="notice tone-success" id=RESULT tabindex="-1">
            <Icon name="approved" />
            <span>{t(d::report_sent(report.number.as_str()))}</span>
        </p>
        <p>{t(words::checker(&report.checker))}</p>
        <div class="asked__next">
            <p><strong>{t(d::report_next())}</strong></p>
            <ol>{next}</ol>
        </div>
        {sign_ins}
        <p class="quiet small">{t(d::report_no_term())}</p>
        <div class="dialog__tools">
            <button class="button" type="button" on:click=move |_| close.run(())>{t(d::report_close())}</button>
        </div>
    }
    .into_any()
}
