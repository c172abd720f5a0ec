//! Marking a check-up as done, with its day.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use contract::prevention::NewCheckUpMark;
use domain::check_up::mark::{NotTaken, check};
use domain::coded::Code as _;
use domain::written::parse_day as written;
use leptos::prelude::*;

use super::here::Here;
use crate::api::{ApiError, prevention as api};
use crate::attempt::Attempt;
use crate::calculator::{day_problem, written_day};
use crate::components::guard::Guard;
use crate::components::person::name_of;
use crate::form::{Field, Form, Summary, TextField};
use crate::i18n::texts::check_ups as u;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::route::service::Service;
use crate::state::session::of_session;
use crate::state::{clock, unsaved};
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::{announce, browser, words};

/// Id of the field.
const FIELD: &str = "check-up-day";

/// The days that are typed, by person. They live as long as the session: looking at another page loses nothing.
#[derive(Clone, Copy, Default)]
struct Days(RwSignal<BTreeMap<String, String>>);

/// What is typed for one person.
#[derive(Clone, Copy)]
struct Typed {
    days: Days,
    person: StoredValue<String>,
}

impl Typed {
    /// The text; tracked.
    fn text(self) -> String {
        let person = self.person.get_value();
        self.days.0.with(|days| days.get(&person).cloned().unwrap_or_default())
    }

    /// The day, if it is one; not tracked.
    fn day(self) -> Option<NaiveDate> {
        written(&untrack(|| self.text())).ok()
    }

    fn set(self, text: String) {
        // The answer may come when the page is gone.
        if let Some(person) = self.person.try_get_value() {
            self.days.0.try_update(|days| days.insert(person, text));
        }
    }
}

/// The form.
pub fn form(here: Here) -> AnyView {
    let id = here.id();
    let days = of_session::<Days>();
    let typed = Typed { days, person: StoredValue::new(id.as_str().to_owned()) };
    let form = Form::new(vec![field(typed)]);
    let asking = RwSignal::new(false);
    let send = sending(here, form, typed);
    let busy = move || send.pending();
    let own = id.as_str().to_owned();
    let some = move || days.0.with(|days| days.get(&own).is_some_and(|text| !text.trim().is_empty()));
    unsaved::follow(Service::CheckUp(id).route(), Arc::new(some));
    let go = Callback::new(move |()| {
        if let Some(on) = typed.day() {
            send.dispatch(NewCheckUpMark { on });
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if untrack(busy) || !form.check() || !fits(here, form, typed) {
            return;
        }
        if here.own { go.run(()) } else { asking.set(true) }
    };
    let failed = move || match send.value() {
        // What is wrong with the day stands beside its field.
        Some(Err(ApiError::Fields(refused))) if !refused.problems().is_empty() => ().into_any(),
        Some(Err(error)) if !busy() => failure(&error),
        _ => ().into_any(),
    };
    let example = untrack(|| written_day(clock::today(here.zone)));
    view! {
        <h3 class="no-print">{t(u::mark_title())}</h3>
        <p class="no-print">{t(u::mark_text())}</p>
        <Summary form />
        <form class="form no-print" novalidate on:submit=submit>
            <TextField form field=field(typed) hint=u::mark_hint(example) kind="text" autocomplete="off" short=true />
            {part(failed)}
            <div>
                <button
                    class="button"
                    type="submit"
                    aria-disabled=ArcSignal::derive(move || busy().then_some("true"))
                >
                    {changing(move || if busy() { u::mark_busy() } else { u::mark_button() })}
                </button>
            </div>
        </form>
        {guard(here, typed, asking, go)}
    }
    .into_any()
}

fn field(typed: Typed) -> Field {
    Field {
        id: FIELD,
        pointer: "/on",
        label: u::mark_field,
        check: |text| written(text).err().map(|problem| day_problem(problem, text)),
        value: Signal::derive(move || typed.text()),
        set: Callback::new(move |text| typed.set(text)),
    }
}

/// Whether the day can be marked by what is known here. The server says the same, in the same words.
fn fits(here: Here, form: Form, typed: Typed) -> bool {
    let Some(on) = typed.day() else { return false };
    let Some(known) = untrack(|| here.known()) else { return false };
    let today = untrack(|| clock::today(here.zone));
    let Err(problem) = check(on, known.born, &known.done(), today) else { return true };
    let problem = contract::problem::FieldProblem::new("/on", problem.code());
    form.refuse(&[problem], refused);
    false
}

/// The job that sends. What was marked goes from the field.
fn sending(here: Here, form: Form, typed: Typed) -> Job<NewCheckUpMark, Result<(), ApiError>> {
    let attempt = Attempt::new();
    Job::new(move |new: Arc<NewCheckUpMark>| async move {
        let key = attempt.key(&*new);
        let answer = here
            .change(|person, tag| {
                let new = Arc::clone(&new);
                async move { api::mark(&person, &tag, &new, &key).await }
            })
            .await;
        match &answer {
            Ok(()) => {
                attempt.done();
                typed.set(String::new());
                announce::say(u::mark_marked(new.on));
                browser::focus(FIELD);
            }
            // After a change meanwhile it is another request, for what is known now.
            Err(ApiError::Changed) => attempt.done(),
            Err(ApiError::Fields(told)) => form.refuse(&told.problems(), refused),
            Err(_) => {}
        }
        answer
    })
}

/// What is wrong with the day, in words.
fn refused(code: &str) -> Msg {
    match NotTaken::from_code(code).known() {
        Some(NotTaken::Future) => u::problem_future(),
        Some(NotTaken::BeforeBirth) => u::problem_before_birth(),
        Some(NotTaken::There) => u::problem_there(),
        None => u::problem_unknown(code),
    }
}

/// Before a mark for somebody else: for whom, once more by name.
fn guard(here: Here, typed: Typed, open: RwSignal<bool>, confirm: Callback<()>) -> AnyView {
    let heading = changing(move || u::mark_guard(name_of(&here.id()))).into_any();
    let text = part(move || match written(&typed.text()) {
        Ok(day) => t(u::mark_guard_text(day)).into_any(),
        Err(_) => ().into_any(),
    });
    let text = text.into_any();
    view! { <Guard labelled_by="mark-guard" heading text open confirm /> }.into_any()
}

/// Something was not done, or nobody knows: why, and what that means here.
pub fn failure(error: &ApiError) -> AnyView {
    let (title, _, request_id) = words::error(error);
    match error {
        ApiError::Changed => not_done(u::change_changed(), u::change_changed_text(), None),
        _ => not_done(title, u::change_failed(), request_id),
    }
}
