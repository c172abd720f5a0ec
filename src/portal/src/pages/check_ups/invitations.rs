//! Invitations by a clinic's list: when, where, who reminds, and declining with a reason.

use std::sync::Arc;

use contract::CheckUpInvitationId;
use contract::prevention::{CheckUpAnswer, CheckUpInvitation, Prevention};
use domain::check_up::invitation::{REASONS_SOURCE, Reason, State, answers, state};
use domain::check_up::sources::INVITATION;
use domain::coded::{Code as _, Coded};
use domain::moment::Moment;
use leptos::prelude::*;

use super::here::Here;
use super::marking::failure;
use super::person::of;
use super::record::stated;
use crate::api::{ApiError, prevention as api};
use crate::attempt::Attempt;
use crate::components::guard::Guard;
use crate::components::person::name_of;
use crate::components::source::source;
use crate::form::{Field, Form, SelectField, Summary, options};
use crate::i18n::texts::check_ups as u;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::state::clock;
use crate::ui::fact::fact;
use crate::ui::notice::not_done;
use crate::ui::part::{part, part_if};
use crate::{announce, browser, words};

/// Id of the heading, which takes the focus when what had it is gone.
const HEADING: &str = "invitations-heading";

/// Which invitation, and why it is declined; `None` takes that back.
type Answer = (CheckUpInvitationId, Option<Reason>);
type Answering = Job<Answer, Result<(), ApiError>>;

/// The section.
pub fn section(here: Here) -> AnyView {
    let send = sending(here);
    let failed = move || match send.value() {
        // The reasons are those of the list, so what cannot be taken is an invitation that ended meanwhile.
        Some(Err(error @ ApiError::Fields(_))) if !send.pending() => {
            not_done(words::error(&error).0, u::inv_problem_over(), None)
        }
        Some(Err(error)) if !send.pending() => failure(&error),
        _ => ().into_any(),
    };
    // The newest that may be answered, and whether it is declined: the form stays as long as that does.
    let open = Memo::new(move |_| {
        let known = here.known().filter(|_| here.may_keep())?;
        let today = clock::today(here.zone);
        let one = known.invitations.iter().find(|one| answers(state(one.facts(), today)))?;
        Some((one.id.clone(), one.declined.is_some()))
    });
    let answer = move || match open.get() {
        Some((id, true)) => coming(id, send),
        Some((id, false)) => declining(here, id, send),
        None => ().into_any(),
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(u::inv_title())}</h2>
            <p>{t(u::inv_text())}</p>
            {stated(INVITATION)}
            {of(here, list)}
            {part(failed)}
            {part(answer)}
            {part_if(
                move || open.with(Option::is_some),
                || view! { <p class="quiet small">{t(u::inv_again())}</p> }.into_any(),
            )}
        </section>
    }
    .into_any()
}

fn sending(here: Here) -> Answering {
    let attempt = Attempt::new();
    Job::new(move |asked: Arc<Answer>| async move {
        let key = attempt.key(&*asked);
        let answer = here
            .change(|person, tag| {
                let (invitation, reason) = (*asked).clone();
                let body = CheckUpAnswer { declined: reason.map(Coded::Known) };
                async move { api::answer(&person, &tag, &invitation, &body, &key).await }
            })
            .await;
        if answer.is_ok() {
            announce::say(u::inv_sent());
            browser::focus(HEADING);
        }
        // After a change meanwhile it is another request, for what is known now.
        if matches!(answer, Ok(()) | Err(ApiError::Changed)) {
            attempt.done();
        }
        answer
    })
}

fn list(known: &Prevention, here: Here) -> AnyView {
    let items: Vec<AnyView> = known.invitations.iter().map(|one| invitation(one, here)).collect();
    view! { <ul class="stack stack--close">{items}</ul> }.into_any()
}

fn invitation(one: &CheckUpInvitation, here: Here) -> AnyView {
    let text = |text: Msg| view! { <span>{t(text)}</span> }.into_any();
    let standing = match state(one.facts(), clock::today(here.zone)) {
        State::Open => u::inv_state_open(),
        State::Declined => u::inv_state_declined(),
        State::Came(day) => u::inv_state_came(day),
        State::Over => u::inv_state_over(),
    };
    let reminded: Vec<AnyView> = one
        .reminded
        .iter()
        .map(|day| view! { <span class="entry__day">{t(u::day(*day))}</span> }.into_any())
        .collect();
    let declined = one.declined.as_ref().map(|declined| {
        let moment = (Moment::Instant(declined.at), here.zone);
        text(u::inv_declined(moment, declined.by.as_str(), reason(&declined.reason)))
    });
    view! {
        <li class="entry">
            <h3 class="entry__title">{one.clinic.clone()}</h3>
            <p><strong>{t(standing)}</strong> {declined}</p>
            <dl class="facts">
                {fact(u::inv_when(), text(u::inv_range(one.from, one.until)))}
                {one.address.clone().map(|address| fact(u::inv_address(), address.into_any()))}
                {fact(u::inv_insurer(), text(u::inv_insurer_value(one.insurer.as_str())))}
                {fact(u::inv_reminded(), reminded.into_any())}
            </dl>
        </li>
    }
    .into_any()
}

/// Why, in words; a reason that this build does not know as it came.
fn reason(of: &Coded<Reason>) -> Msg {
    match of {
        Coded::Known(known) => reason_words(*known),
        Coded::Unknown(code) => u::inv_reason_unknown(code.as_str()),
    }
}

fn reason_words(reason: Reason) -> Msg {
    match reason {
        Reason::DoneElsewhere => u::inv_reason_done_elsewhere(),
        Reason::NoTime => u::inv_reason_no_time(),
        Reason::TooFar => u::inv_reason_too_far(),
        Reason::Ill => u::inv_reason_ill(),
        Reason::NotWanted => u::inv_reason_not_wanted(),
        Reason::NotSaid => u::inv_reason_not_said(),
    }
}

/// Taking it back.
fn coming(id: CheckUpInvitationId, send: Answering) -> AnyView {
    let busy = move || send.pending();
    view! {
        <p class="no-print">
            <button
                class="button"
                type="button"
                aria-disabled=ArcSignal::derive(move || busy().then_some("true"))
                on:click=move |_| {
                    if !untrack(busy) {
                        send.dispatch((id.clone(), None));
                    }
                }
            >
                {changing(move || if busy() { u::inv_busy() } else { u::inv_come() })}
            </button>
        </p>
    }
    .into_any()
}

/// The form to decline with.
fn declining(here: Here, id: CheckUpInvitationId, send: Answering) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let field = Field {
        id: "decline-reason",
        pointer: "/declined",
        label: u::inv_why,
        check: |code| Reason::from_code(code).known().is_none().then(u::inv_problem_reason),
        value: chosen.into(),
        set: Callback::new(move |code| chosen.set(code)),
    };
    let form = Form::new(vec![field]);
    let asking = RwSignal::new(false);
    let busy = move || send.pending();
    let go = Callback::new(move |()| {
        if let Some(reason) = chosen.with_untracked(|code| Reason::from_code(code).known()) {
            send.dispatch((id.clone(), Some(reason)));
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !untrack(busy) && form.check() {
            if here.own { go.run(()) } else { asking.set(true) }
        }
    };
    let choices = Reason::ALL.iter().map(|reason| (reason.code(), reason_words(*reason))).collect();
    let heading = changing(move || u::mark_guard(name_of(&here.id()))).into_any();
    view! {
        <h3 class="no-print">{t(u::inv_decline())}</h3>
        <Summary form />
        <form class="form no-print" novalidate on:submit=submit>
            <SelectField form field hint=u::inv_why_hint() nothing=u::inv_choose() options=options(choices) />
            {source(REASONS_SOURCE.into())}
            <div>
                <button
                    class="button button--second"
                    type="submit"
                    aria-disabled=ArcSignal::derive(move || busy().then_some("true"))
                >
                    {changing(move || if busy() { u::inv_busy() } else { u::inv_send() })}
                </button>
            </div>
        </form>
        <Guard labelled_by="decline-guard" heading text=t(u::inv_why_hint()).into_any() open=asking confirm=go />
    }
    .into_any()
}
