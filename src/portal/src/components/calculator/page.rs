//! A calculator: the questions, and the answer as one types.

use domain::coded::Code as _;
use leptos::prelude::*;

use super::another::Another;
use super::answer::answer;
use super::asked::{Asked, Outcome};
use super::field::field;
use super::tools::Tools;
use crate::announce::PageTitle;
use crate::browser::focus;
use crate::calculator::{Calculator, Kind, Problem, Question};
use crate::components::link::back;
use crate::i18n::texts::calculator as c;
use crate::i18n::{Msg, t};
use crate::pages;
use crate::route::Route;
use crate::state::session::{Auth, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::{keyed, part, part_if};

/// The page of a calculator.
#[component]
pub fn CalculatorPage(calculator: &'static Calculator) -> impl IntoView {
    let session = use_session();
    let title = (calculator.entry.title)();
    // What was typed before a reload belongs to whoever typed it: first it has to be known who is there.
    let known = Memo::new(move |_| !matches!(session.auth.get(), Auth::Asking));
    part(move || {
        if known.get() { inner(calculator, title.clone()) } else { pages::waiting(title.clone()).into_any() }
    })
}

/// The way back to the list.
#[component]
pub fn AllCalculators() -> impl IntoView {
    back(Route::Calculators.path(), c::all())
}

fn inner(calculator: &'static Calculator, title: Msg) -> AnyView {
    let asked = Asked::new(calculator);
    let damaged = move || {
        view! {
            <p class="notice tone-waiting" role="status">
                <Icon name="info" />
                {t(c::damaged())}
            </p>
        }
        .into_any()
    };
    view! {
        <div class="page">
            <AllCalculators />
            <div class="page__head">
                <PageTitle text=title />
                <p class="lead">{t((calculator.entry.lead)())}</p>
            </div>
            {part_if(move || asked.damaged.get(), damaged)}
            <Questions asked />
            <section class="card answer" id="answer" tabindex="-1" aria-labelledby="answer-heading">
                <h2 id="answer-heading">{t(c::answer())}</h2>
                {part(move || shown(asked.outcome.get(), asked))}
            </section>
            <Another asked />
            <Tools asked />
        </div>
    }
    .into_any()
}

/// The questions. One that stays keeps its field when others come and go.
#[component]
fn Questions(asked: Asked) -> impl IntoView {
    // Another currency is another field, and so are other answers to choose from.
    let key = |question: &Question| match &question.kind {
        Kind::Amount(currency) => format!("{} {}", question.id, currency.code()),
        Kind::One(choices) | Kind::Any(choices) => {
            choices.iter().fold(question.id.to_owned(), |key, choice| key + " " + choice.code)
        }
        Kind::Day | Kind::Month | Kind::Number { .. } => question.id.to_owned(),
    };
    let fields = move || asked.questions.with(|questions| questions.iter().map(key).zip(0..).collect());
    let one = move |place: u64| {
        let place = usize::try_from(place).unwrap_or_default();
        let question = asked.questions.with_untracked(|questions| questions.get(place).cloned());
        question.map(|question| field(asked, question)).into_any()
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        asked.settle();
        request_animation_frame(|| focus("answer"));
    };
    view! {
        <form class="form" novalidate on:submit=submit aria-label=t(c::questions())>
            {keyed(fields, one)}
            <p class="no-print">
                <button class="button" type="submit">{t(c::show())}</button>
            </p>
        </form>
    }
}

/// What the calculator says.
fn shown(outcome: Outcome, asked: Asked) -> AnyView {
    match outcome {
        Outcome::Answer(found) => answer(*found),
        Outcome::Open(labels) => match labels.into_iter().reduce(c::list_and) {
            Some(open) => view! { <p>{t(c::still_open(open))}</p> }.into_any(),
            None => ().into_any(),
        },
        Outcome::Wrong(problems) => summary(problems, asked),
    }
}

/// All that is wrong, each with the way to its field.
fn summary(problems: Vec<Problem>, asked: Asked) -> AnyView {
    let count = problems.len();
    let questions = asked.questions.get_untracked();
    let items: Vec<_> = problems.into_iter().map(|problem| item(problem, &questions)).collect();
    view! {
        <div class="problems">
            <h3 class="problems__title">{t(c::problems(count))}</h3>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn item(problem: Problem, questions: &[Question]) -> AnyView {
    let id = problem.id;
    let label = questions.iter().find(|question| question.id == id).map(|question| question.label.clone());
    let text = match label {
        Some(label) => c::problem_of(label, problem.text),
        None => problem.text,
    };
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus(id);
    };
    view! { <li><a href=format!("#{id}") on:click=go>{t(text)}</a></li> }.into_any()
}
