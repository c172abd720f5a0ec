//! Entering the code of an invitation: first what it gives, then yes or no.

mod offer;

use std::sync::Arc;

use contract::access::{Grant, Preview};
use contract::problem::ProblemCode;
use domain::access::{Code, CodeProblem};
use domain::coded::{Code as _, Coded};
use leptos::prelude::*;

use super::ToFamily;
use super::confirm::done;
use crate::announce::PageTitle;
use crate::api::{ApiError, access as api};
use crate::app::offer_section;
use crate::browser;
use crate::components::chunk::late;
use crate::form::{Field, Form, SaveForm, Saving, TextField, mark_title};
use crate::i18n::texts::code as co;
use crate::i18n::texts::family as f;
use crate::i18n::{Msg, areas, t};
use crate::job::Job;
use crate::pages::documents::person_address;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::minutes;
pub use offer::{Offer, OfferOf};

/// Id of what came of it.
const RESULT: &str = "code-result";

/// How far it is.
#[derive(Clone)]
pub enum Step {
    /// The code is being typed.
    Typing,
    /// What it would open.
    Offered(Arc<Preview>),
    /// It was accepted.
    Accepted(Arc<Grant>),
    /// It was declined.
    Declined,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Entering {
    /// How far it is.
    step: RwSignal<Step>,
    /// What is typed. It is a secret, and lives as long as this page.
    typed: RwSignal<String>,
    /// The field, and what is wrong with it.
    form: Form,
    /// How long to wait, in seconds, after too many wrong codes.
    wait: RwSignal<Option<usize>>,
}

impl Entering {
    /// Goes on, and takes the focus along.
    fn go(self, step: Step, focus: &'static str) {
        self.step.try_set(step);
        request_animation_frame(move || browser::focus(focus));
    }

    /// Takes what the server said to a code: what is wrong with it, or how long to wait. Either way it stands in its field.
    fn refused(self, error: &ApiError) {
        match error {
            ApiError::Fields(refused) => {
                self.step.try_set(Step::Typing);
                self.form.refuse(&refused.problems(), words);
            }
            ApiError::Server { code: ProblemCode::TooMany, wait, .. } => {
                self.wait.try_set(Some(wait.unwrap_or_default()));
                self.step.try_set(Step::Typing);
            }
            _ => {}
        }
    }
}

/// What is wrong with a code, in words.
fn words(code: &str) -> Msg {
    match CodeProblem::from_code(code) {
        Coded::Known(CodeProblem::NotValid) => co::not_valid(),
        Coded::Known(CodeProblem::Own) => co::own(),
        Coded::Known(CodeProblem::Already) => co::already(),
        Coded::Unknown(code) => f::problem_unknown(code.as_str()),
    }
}

/// What can be seen of a code without asking: so a slip of the finger costs no attempt.
fn check(typed: &str) -> Option<Msg> {
    if typed.trim().is_empty() {
        return Some(co::empty());
    }
    Code::parse(typed).is_none().then(co::not_valid)
}

/// The page.
#[component]
pub fn CodePage() -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = Field {
        id: "code",
        pointer: "/code",
        label: co::label,
        check,
        value: typed.into(),
        set: Callback::new(move |text| typed.set(text)),
    };
    // Whoever types a code will want to see what it opens.
    offer_section::ahead(&areas::CODE);
    let step = RwSignal::new(Step::Typing);
    let entering = Entering { step, typed, form: Form::new(vec![field]), wait: RwSignal::new(None) };
    mark_title(co::title(), Signal::derive(move || entering.form.wrong()));
    let inside = move || match step.get() {
        Step::Typing => view! { <CodeForm entering field /> }.into_any(),
        Step::Offered(offered) => {
            late(move || offer_section::open(OfferOf { entering, offered: Arc::clone(&offered) }))
        }
        Step::Accepted(grant) => accepted(&grant),
        Step::Declined => declined(entering),
    };
    view! {
        <div class="page">
            <div class="page__head">
                <ToFamily />
                <PageTitle text=co::title() />
                <p class="lead">{t(co::lead())}</p>
            </div>
            {part(inside)}
        </div>
    }
}

#[component]
fn CodeForm(entering: Entering, field: Field) -> impl IntoView {
    let Entering { typed, form, wait, .. } = entering;
    let look = Job::new(move |code: Arc<String>| async move {
        wait.try_set(None);
        match api::preview(&code).await {
            Ok(preview) => {
                // What is offered takes the focus itself, once it is here.
                entering.step.try_set(Step::Offered(Arc::new(preview)));
                Ok(())
            }
            Err(error) => {
                entering.refused(&error);
                Err(error)
            }
        }
    });
    let saving = Memo::new(move |_| match Saving::of(look.pending(), look.value(), true) {
        Saving::Failed(ApiError::Server { code: ProblemCode::TooMany, .. }) => Saving::Idle,
        saving => saving,
    });
    let send = Callback::new(move |()| look.dispatch(typed.get_untracked()));
    let waiting = move || wait.get().map(too_many).into_any();
    view! {
        <section class="stack" aria-labelledby="enter-heading">
            <h2 id="enter-heading">{t(co::enter())}</h2>
            <SaveForm form saving send button="look" label=co::button()>
                <TextField form field hint=co::hint() kind="text" autocomplete="off" short=true />
                {part(waiting)}
            </SaveForm>
        </section>
    }
}

/// Too many wrong codes: how long to wait, and why.
fn too_many(seconds: usize) -> impl IntoView {
    view! {
        <div class="notice tone-waiting" role="alert">
            <Icon name="waiting" />
            <div class="notice__body">
                <p class="notice__title">{t(co::wait(minutes(seconds)))}</p>
                <p>{t(co::wait_text())}</p>
            </div>
        </div>
    }
}

fn accepted(grant: &Grant) -> AnyView {
    let href = person_address(grant.person.clone());
    view! {
        {done(RESULT, co::offer_accepted(grant.other.as_str()))}
        <p>
            <a class="button" href=href>{t(co::offer_documents())}</a>
        </p>
    }
    .into_any()
}

fn declined(entering: Entering) -> AnyView {
    let again = move |_| {
        entering.typed.set(String::new());
        entering.go(Step::Typing, "code");
    };
    view! {
        {done(RESULT, co::offer_declined())}
        <p>
            <button class="button button--second" type="button" on:click=again>{t(co::offer_another())}</button>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_found_without_asking() {
        assert_eq!(check(" "), Some(co::empty()));
        assert_eq!(check("AKMH-234"), Some(co::not_valid()));
        assert_eq!(check("AKMH-2340"), Some(co::not_valid()), "a zero is in no code");
        assert_eq!(check("akmh 2345"), None);
    }

    #[test]
    fn every_reason_of_the_server_has_words() {
        for problem in CodeProblem::ALL {
            assert_ne!(words(problem.code()), f::problem_unknown(problem.code()));
        }
        assert_eq!(words("code.melted"), f::problem_unknown("code.melted"));
    }
}
