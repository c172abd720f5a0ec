//! A question: its words, what helps, what is wrong, and where it is answered.

use leptos::prelude::*;

use domain::money::Currency;

use super::asked::Asked;
use crate::calculator::{AND, Choice, Kind, Question};
use crate::i18n::texts::calculator as c;
use crate::i18n::{self, Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// A question of a calculator.
pub fn field(asked: Asked, question: Question) -> AnyView {
    match question.kind.clone() {
        Kind::One(choices) => group(asked, &question, &choices, "radio"),
        Kind::Any(choices) => group(asked, &question, &choices, "checkbox"),
        Kind::Day => text(asked, &question, Some(c::day_hint()), "numeric"),
        Kind::Month => text(asked, &question, Some(c::month_hint()), "numeric"),
        Kind::Amount(Currency::Eur) => text(asked, &question, Some(c::amount_hint_eur()), "decimal"),
        Kind::Amount(_) => text(asked, &question, Some(c::amount_hint_bgn()), "decimal"),
        Kind::Number { .. } => text(asked, &question, None, "numeric"),
    }
}

fn label(question: &Question) -> Msg {
    if question.optional { c::optional(question.label.clone()) } else { question.label.clone() }
}

/// A field of text, for everything that is typed.
fn text(asked: Asked, question: &Question, format: Option<Msg>, keyboard: &'static str) -> AnyView {
    let id = question.id;
    let hint = match (question.hint.clone(), format) {
        (Some(more), Some(hint)) => Some(c::hint_both(hint, more)),
        (hint, format) => hint.or(format),
    };
    typed(Typing {
        id,
        label: label(question),
        hint,
        keyboard,
        text: ArcSignal::derive(move || asked.text(id)),
        problem: ArcSignal::derive(move || asked.problem(id)),
        set: Callback::new(move |text| asked.set(id, text)),
        leave: Callback::new(move |()| asked.leave(id)),
    })
}

/// A field of text and all that belongs to it.
pub struct Typing {
    /// Id of the input.
    pub id: &'static str,
    /// Its name.
    pub label: Msg,
    /// What helps.
    pub hint: Option<Msg>,
    /// The keyboard of a phone.
    pub keyboard: &'static str,
    /// What stands in it; tracked.
    pub text: ArcSignal<String>,
    /// What is wrong with it; tracked.
    pub problem: ArcSignal<Option<Msg>>,
    /// Takes what is typed.
    pub set: Callback<String>,
    /// Somebody goes on from it.
    pub leave: Callback<()>,
}

/// A field of text. It looks like the one of forms that are saved (`form/field`), and is not made one with it: what two areas
/// share becomes a part of its own, which was tried when the form was in the account's chunk: 1.6 kB more.
pub fn typed(field: Typing) -> AnyView {
    let Typing { id, label, hint, keyboard, text, problem, set, leave } = field;
    let (hint_id, problem_id) = (hint_id(id), problem_id(id));
    let described_by = described_by(id, hint.is_some(), problem.clone());
    let invalid = {
        let problem = problem.clone();
        ArcSignal::derive(move || problem.get().is_some().then_some("true"))
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{t(label)}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{t(hint)}</p> }.into_any())}
            {wrong(problem_id, problem)}
            <input
                class="input input--short"
                id=id
                type="text"
                inputmode=keyboard
                autocomplete="off"
                placeholder=" "
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=text
                on:input=move |event| set.run(event_target_value(&event))
                on:change=move |_| leave.run(())
            />
        </div>
    }
    .into_any()
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn problem_id(id: &str) -> String {
    format!("{id}-problem")
}

/// The ids of what helps with a field and of what is wrong with it, as far as there is any.
fn described_by(
    id: &'static str,
    has_hint: bool,
    problem: ArcSignal<Option<Msg>>,
) -> ArcSignal<Option<String>> {
    ArcSignal::derive(move || {
        let hint = has_hint.then(|| hint_id(id));
        let problem = problem.get().map(|_| problem_id(id));
        let ids: Vec<String> = hint.into_iter().chain(problem).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// What is wrong with a field, beside it.
fn wrong(id: String, problem: ArcSignal<Option<Msg>>) -> impl IntoView {
    part(move || {
        let id = id.clone();
        let shown = |text| {
            view! {
                <p class="field__problem" id=id>
                    <Icon name="refused" />
                    <span>{t(text)}</span>
                </p>
            }
        };
        problem.get().map(shown).into_any()
    })
}

/// A list with more to tick than this is folded: on a phone the answer would be screens below it.
const LONG: usize = 6;

/// Answers to choose from.
fn group(asked: Asked, question: &Question, choices: &[Choice], kind: &'static str) -> AnyView {
    let id = question.id;
    let problem = ArcSignal::derive(move || asked.problem(id));
    let described_by = described_by(id, question.hint.is_some(), problem.clone());
    let options: Vec<_> = choices.iter().map(|choice| option(asked, id, kind, choice)).collect();
    let short = choices.len() <= 3 && kind == "radio";
    let options =
        view! { <div class=if short { "choices choices--pair" } else { "choices choices--long" }>{options}</div> }
            .into_any();
    let options = if kind == "checkbox" && choices.len() > LONG {
        folded(asked, id, choices.len(), options)
    } else {
        options
    };
    view! {
        <fieldset class="field field--wide" id=id tabindex="-1" aria-describedby=described_by>
            <legend class="field__label">{t(label(question))}</legend>
            {question.hint.clone().map(|hint| view! { <p class="field__hint" id=hint_id(id)>{t(hint)}</p> }.into_any())}
            {wrong(problem_id(id), problem)}
            {options}
        </fieldset>
    }
    .into_any()
}

/// A long list behind a line that says how many of it are ticked. It is open from the start where some are.
fn folded(asked: Asked, id: &'static str, all: usize, options: AnyView) -> AnyView {
    let ticked = move || asked.text(id).split(AND).filter(|code| !code.is_empty()).count();
    let words = ArcSignal::derive(move || {
        i18n::words(&match ticked() {
            0 => c::list_closed(all),
            some => c::list_ticked(all, some),
        })
    });
    view! {
        <details class="fold" open={untrack(ticked) != 0}>
            <summary>
                <Icon name="right" />
                {words}
            </summary>
            {options}
        </details>
    }
    .into_any()
}

fn option(asked: Asked, id: &'static str, kind: &'static str, choice: &Choice) -> AnyView {
    let code = choice.code;
    let hint_id = format!("{id}-{code}-hint");
    let described_by = choice.hint.is_some().then(|| hint_id.clone());
    let chosen = ArcSignal::derive(move || asked.text(id).split(AND).any(|own| own == code));
    let choose = move |event: web_sys::Event| {
        let text = if kind == "radio" {
            code.to_owned()
        } else {
            toggled(
                &asked.given.with_untracked(|given| given.text(id).to_owned()),
                code,
                event_target_checked(&event),
            )
        };
        asked.set(id, text);
        asked.leave(id);
    };
    view! {
        <label class="choice">
            <input
                type=kind
                name=id
                value=code
                aria-describedby=described_by
                prop:checked=chosen
                on:change=choose
            />
            <span>
                {t(choice.label.clone())}
                {choice.hint.clone().map(|hint| view! { <span class="choice__hint" id=hint_id>{t(hint)}</span> }.into_any())}
            </span>
        </label>
    }
    .into_any()
}

/// Codes with one more, or one less.
fn toggled(codes: &str, code: &str, on: bool) -> String {
    let others = codes.split(AND).filter(|own| !own.is_empty() && *own != code);
    let all: Vec<&str> = others.chain(on.then_some(code)).collect();
    all.join(&AND.to_string())
}

#[cfg(test)]
mod tests {
    use super::toggled;

    #[test]
    fn a_box_adds_its_code_and_takes_it_away() {
        assert_eq!(toggled("", "a", true), "a");
        assert_eq!(toggled("a", "b", true), "a.b");
        assert_eq!(toggled("a.b", "b", true), "a.b");
        assert_eq!(toggled("a.b.c", "b", false), "a.c");
        assert_eq!(toggled("a", "a", false), "");
    }
}
