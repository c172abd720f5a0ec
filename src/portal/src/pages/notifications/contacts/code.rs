//! Verifying a contact: a code goes there, and is typed here.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use contract::ContactId;
use contract::notification::{ContactState, NotificationContact};
use contract::problem::ProblemCode;
use domain::coded::Coded;
use domain::moment::Moment;
use domain::notification::ProofCode;
use leptos::prelude::*;

use super::{Contacts, card, heading, settled};
use crate::announce;
use crate::api::ApiError;
use crate::api::notifications as api;
use crate::browser::focus;
use crate::effect::effect;
use crate::form::{Field, Form, SaveForm, Saving, TextField};
use crate::i18n::texts::form as fm;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::notice::not_done;
use crate::ui::part::{part, part_if};
use crate::words::minutes;

/// Id of the field.
const CODE: &str = "contact-code";

/// How often the time left is looked at.
const TICK: Duration = Duration::from_secs(1);

/// What is wrong with a code, in words.
fn words(code: &str) -> Msg {
    match code {
        "code.wrong" => n::code_wrong(),
        "code.form" => n::code_form(),
        "code.lapsed" => n::code_lapsed(),
        "code.none" => n::code_none(),
        other => fm::problem_unknown(other),
    }
}

/// What can be seen of a code without asking: so a slip of the finger costs no attempt.
fn check(typed: &str) -> Option<Msg> {
    if typed.trim().is_empty() {
        return Some(n::code_empty());
    }
    ProofCode::parse(typed).is_none().then(n::code_form)
}

/// Sending a code, and typing it; nothing for a contact that is verified.
pub fn code(contacts: Contacts, id: ContactId, here: Memo<Option<NotificationContact>>) -> AnyView {
    let asked = id.clone();
    let send = Job::new(move |_: Arc<()>| {
        let id = asked.clone();
        async move {
            let answer = settled(contacts, api::send_code(&id).await).map(drop);
            if answer.is_ok() {
                contacts.typing.try_set(Some(id));
                announce::say(n::code_sent());
                // Where the field is there already; one that comes with the answer takes the focus itself.
                request_animation_frame(|| focus(CODE));
            }
            answer
        }
    });
    let open = Memo::new(move |_| {
        here.with(|here| here.as_ref().is_some_and(|here| here.state != Coded::Known(ContactState::Verified)))
    });
    let pending = Memo::new(move |_| {
        here.with(|here| {
            here.as_ref().is_some_and(|here| here.state == Coded::Known(ContactState::CodePending))
        })
    });
    let typing = {
        let id = id.clone();
        Memo::new(move |_| contacts.typing.with(|typing| typing.as_ref() == Some(&id)))
    };
    let inside = move || {
        let (id, again) = (id.clone(), id.clone());
        view! {
            {part_if(
                move || pending.get() && typing.get(),
                move || view! { <Typing contacts id=id.clone() here /> }.into_any(),
            )}
            {part_if(
                move || pending.get() && !typing.get(),
                move || {
                    let again = again.clone();
                    let type_it = move |_| contacts.typing.set(Some(again.clone()));
                    view! {
                        <p>
                            <button class="button" type="button" on:click=type_it>
                                {t(n::code_type())}
                            </button>
                        </p>
                    }
                    .into_any()
                },
            )}
            {sending(send, here, pending)}
        }
        .into_any()
    };
    part_if(move || open.get(), inside).into_any()
}

/// The button that sends a code, or says when it can.
fn sending(
    send: Job<(), Result<(), ApiError>>,
    here: Memo<Option<NotificationContact>>,
    pending: Memo<bool>,
) -> AnyView {
    let seconds = RwSignal::new(0_usize);
    let look = move || {
        let from =
            here.try_with_untracked(|here| here.as_ref().and_then(|here| here.code_again_from)).flatten();
        seconds.try_set(left(from, clock::now()));
    };
    effect(move || {
        here.track();
        look();
    });
    if let Ok(timer) = set_interval_with_handle(look, TICK) {
        on_cleanup(move || timer.clear());
    }
    let wait = Memo::new(move |_| seconds.get());
    let press = move |_| {
        if !untrack(|| send.pending()) && wait.get_untracked() == 0 {
            send.dispatch(());
        }
    };
    let label = changing(move || match (send.pending(), pending.get()) {
        (true, _) => n::code_sending(),
        (false, true) => n::code_again(),
        (false, false) => n::code_send(),
    });
    let waiting = move || match wait.get() {
        0 => String::new(),
        seconds if seconds < 120 => t(n::code_wait_seconds(seconds))(),
        seconds => t(n::code_wait_minutes(seconds.div_ceil(60)))(),
    };
    let failed = move || {
        let Some(Err(error)) = send.value().filter(|_| !send.pending()) else { return ().into_any() };
        failure(&error)
    };
    let by = move || here.get().map_or_else(n::code_by_sms, |here| card::comes_by(&here.reach));
    view! {
        {part(failed)}
        <p class="small quiet">{changing(by)}</p>
        <p class="cluster">
            <button
                class=ArcSignal::derive(move || if pending.get() { "button button--second" } else { "button" })
                type="button"
                aria-disabled=ArcSignal::derive(move || (wait.get() > 0).then_some("true"))
                on:click=press
            >
                {label}
            </button>
            <span class="small quiet">{ArcSignal::derive(waiting)}</span>
        </p>
    }
    .into_any()
}

/// Whole seconds until an instant, upwards; none where it is past or not known.
fn left(until: Option<DateTime<Utc>>, now: Option<DateTime<Utc>>) -> usize {
    let Some((until, now)) = until.zip(now) else { return 0 };
    let milliseconds = usize::try_from((until - now).num_milliseconds()).unwrap_or_default();
    milliseconds.div_ceil(1000)
}

fn failure(error: &ApiError) -> AnyView {
    let (title, next) = match error {
        ApiError::Server { code: ProblemCode::TooMany, wait, .. } => {
            (n::code_too_many(), n::code_wait_minutes(minutes(wait.unwrap_or_default())))
        }
        other => {
            let (title, next, _) = crate::words::error(other);
            (title, next)
        }
    };
    not_done(title, next, None)
}

/// The code, as it is typed. It is a secret, and lives as long as this part of the page.
#[component]
fn Typing(contacts: Contacts, id: ContactId, here: Memo<Option<NotificationContact>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = Field {
        id: CODE,
        pointer: "/code",
        label: n::code_label,
        check,
        value: typed.into(),
        set: Callback::new(move |text| typed.set(text)),
    };
    let form = Form::new(vec![field]);
    // Somebody asked for a code or for the field: it comes once the contact was read again.
    request_animation_frame(|| focus(CODE));
    let verify = Job::new(move |code: Arc<String>| {
        let id = id.clone();
        async move {
            let answer = settled(contacts, api::verify(&id, &code).await).map(drop);
            match &answer {
                Ok(()) => {
                    contacts.typing.try_set(None);
                    announce::say(n::verified());
                    // The field is gone, and what had the focus with it.
                    request_animation_frame(move || focus(&heading(&id)));
                }
                Err(ApiError::Fields(refused)) => form.refuse(&refused.problems(), words),
                Err(_) => {}
            }
            answer
        }
    });
    let saving = Memo::new(move |_| match Saving::of(verify.pending(), verify.value(), true) {
        Saving::Failed(ApiError::Server { code: ProblemCode::TooMany, .. }) => Saving::Idle,
        saving => saving,
    });
    let too_many = move || match verify.value().filter(|_| !verify.pending()) {
        Some(Err(error @ ApiError::Server { code: ProblemCode::TooMany, .. })) => failure(&error),
        _ => ().into_any(),
    };
    let zone = use_session().own_zone();
    let until = move || {
        let until = here.with(|here| here.as_ref().and_then(|here| here.code_until));
        until.map_or_else(n::code_hint, |until| n::code_until((Moment::Instant(until), zone)))
    };
    let send = Callback::new(move |()| verify.dispatch(typed.get_untracked()));
    view! {
        <SaveForm form saving send button="contact-verify" label=n::code_confirm()>
            <TextField form field hint=n::code_hint() kind="text" autocomplete="one-time-code" short=true />
            <p class="small">{changing(until)}</p>
            {part(too_many)}
        </SaveForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_costs_no_attempt() {
        assert_eq!(check(" "), Some(n::code_empty()));
        assert_eq!(check("12345"), Some(n::code_form()));
        assert_eq!(check("123 456"), None);
    }

    #[test]
    fn what_the_server_finds_wrong_has_words() {
        for code in ["code.wrong", "code.form", "code.lapsed", "code.none"] {
            assert_ne!(words(code), fm::problem_unknown(code));
        }
        assert_eq!(words("code.blue"), fm::problem_unknown("code.blue"));
    }

    #[test]
    fn a_wait_counts_down_to_nothing() {
        let at = |milliseconds| DateTime::from_timestamp_millis(milliseconds);
        assert_eq!(left(at(60_000), at(0)), 60);
        assert_eq!(left(at(60_000), at(59_999)), 1);
        assert_eq!(left(at(60_000), at(60_000)), 0);
        assert_eq!(left(at(60_000), at(70_000)), 0);
        assert_eq!(left(None, at(0)), 0);
    }
}
