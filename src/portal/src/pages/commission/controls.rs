//! Controls of a plan: each with its name, its hint, what is wrong, and how saving it stands.

use domain::coded::{Code, Coded};
use domain::telk::Initiator;
use domain::telk::plan::{Change, Fact};
use leptos::prelude::*;

use super::keeping::Keeper;
use super::standing::standing;
use super::{Here, words};
use crate::i18n::texts::commission as o;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// A field of text and all that belongs to it.
pub struct Typing {
    /// Id of the input.
    pub id: String,
    /// Its name.
    pub label: Msg,
    /// What helps.
    pub hint: Msg,
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

/// The field.
pub fn typed(field: Typing) -> AnyView {
    let Typing { id, label, hint, keyboard, text, problem, set, leave } = field;
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let wrong = problem.clone();
    let described_by = {
        let (hint_id, problem_id) = (hint_id.clone(), problem_id.clone());
        ArcSignal::derive(move || {
            if wrong.get().is_some() { format!("{hint_id} {problem_id}") } else { hint_id.clone() }
        })
    };
    let wrong = problem.clone();
    let invalid = ArcSignal::derive(move || wrong.get().is_some().then_some("true"));
    let said = part(move || {
        let id = problem_id.clone();
        let shown = |text| {
            view! {
                <p class="field__problem" id=id>
                    <Icon name="refused" />
                    <span>{t(text)}</span>
                </p>
            }
            .into_any()
        };
        problem.get().map(shown).into_any()
    });
    // A field that goes away with its page while somebody is in it says that it was left.
    let class = if keyboard == "numeric" { "input input--short" } else { "input" };
    view! {
        <label class="field__label" for=id.clone()>{t(label)}</label>
        <p class="field__hint" id=hint_id>{t(hint)}</p>
        {said}
        <input
            class=class
            id=id
            type="text"
            inputmode=keyboard
            autocomplete="off"
            aria-describedby=described_by
            aria-invalid=invalid
            prop:value=text
            on:input=move |event| set.try_run(event_target_value(&event)).unwrap_or_default()
            on:change=move |_| leave.try_run(()).unwrap_or_default()
        />
    }
    .into_any()
}

/// A choice among a few, with a first one for what was not said.
struct OneOf<T: 'static> {
    id: String,
    label: Msg,
    nothing: Msg,
    choices: Vec<(T, &'static str, Msg)>,
}

fn select<T: Copy + PartialEq + Send + Sync + 'static>(
    keeper: Keeper,
    of: OneOf<T>,
    now: impl Fn() -> Option<T> + Send + Sync + 'static,
    change: fn(Option<T>) -> Change,
) -> AnyView {
    let OneOf { id, label, nothing, choices } = of;
    let codes: Vec<(T, &'static str)> = choices.iter().map(|(value, code, _)| (*value, *code)).collect();
    let known = codes.clone();
    let value = ArcSignal::derive(move || {
        let now = now();
        let found = known.iter().find(|(value, _)| Some(*value) == now);
        found.map_or("", |(_, code)| *code).to_owned()
    });
    let options: Vec<_> = choices
        .into_iter()
        .map(|(_, code, text)| view! { <option value=code>{t(text)}</option> }.into_any())
        .collect();
    let choose = move |event| {
        let code = event_target_value(&event);
        let chosen = codes.iter().find(|(_, other)| *other == code).map(|(value, _)| *value);
        keeper.note(change(chosen));
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{t(label)}</label>
            <select class="select" id=id prop:value=value on:change=choose>
                <option value="">{t(nothing)}</option>
                {options}
            </select>
            {standing(keeper, change(None))}
        </div>
    }
    .into_any()
}

/// What only the patient knows.
pub fn fact(here: Here, fact: Fact) -> AnyView {
    let of = OneOf {
        id: format!("plan-{}", fact.code()),
        label: words::fact(fact),
        nothing: o::not_said(),
        choices: vec![(true, "yes", o::yes()), (false, "no", o::no())],
    };
    let change = match fact {
        Fact::OtherAddress => |is| Change::Fact(Fact::OtherAddress, is),
        Fact::Decided => |is| Change::Fact(Fact::Decided, is),
        Fact::ForLife => |is| Change::Fact(Fact::ForLife, is),
    };
    select(here.keeper, of, move || here.keeper.plan(|plan| plan.fact(fact)), change)
}

/// Who wanted the expertise. It can be said otherwise, but not unsaid: the first choice goes away once one is made.
pub fn initiator(here: Here) -> AnyView {
    let id = "plan-initiator";
    let option =
        |one: &Initiator| view! { <option value=one.code()>{t(words::initiator(*one))}</option> }.into_any();
    let value =
        ArcSignal::derive(move || here.keeper.plan(|plan| plan.initiator).map_or("", Code::code).to_owned());
    let nothing = part(move || {
        let said = here.keeper.plan(|plan| plan.initiator.is_some());
        (!said).then(|| view! { <option value="">{t(o::initiator_none())}</option> }.into_any()).into_any()
    });
    let choose = move |event| {
        if let Coded::Known(one) = Initiator::from_code(&event_target_value(&event)) {
            here.keeper.note(Change::Initiator(Some(one)));
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{t(o::initiator())}</label>
            <select class="select" id=id prop:value=value on:change=choose>
                {nothing}
                {Initiator::ALL.iter().map(option).collect::<Vec<_>>()}
            </select>
            {standing(here.keeper, Change::Initiator(None))}
        </div>
    }
    .into_any()
}

/// Where TELK sits.
pub fn place(here: Here) -> AnyView {
    let (id, keeper) = ("plan-place", here.keeper);
    let text =
        ArcSignal::derive(move || keeper.typed(id).unwrap_or_else(|| keeper.plan(|plan| plan.place.clone())));
    let save = move || {
        if let Some(typed) = untrack(|| keeper.typed(id)) {
            keeper.type_in(id, None);
            keeper.note(Change::Place(typed.trim().to_owned()));
        }
    };
    let field = typed(Typing {
        id: id.to_owned(),
        label: o::place(),
        hint: o::place_hint(),
        keyboard: "text",
        text,
        problem: ArcSignal::derive(|| None),
        set: Callback::new(move |text| keeper.type_in(id, Some(text))),
        leave: Callback::new(move |()| save()),
    });
    view! { <div class="field">{field}{standing(keeper, Change::Place(String::new()))}</div> }.into_any()
}
