//! Boxes to tick: scopes and kinds, each explained.

use domain::access::Scope;
use domain::coded::{Code as _, Coded};
use domain::document::Kind;
use leptos::prelude::*;

use super::Typing;
use crate::form::{Field, Form};
use crate::i18n::texts::family as f;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::words;

/// What the person may do.
#[component]
pub fn ScopeFields(form: Form, field: Field, typing: Typing) -> impl IntoView {
    let boxes = Scope::ALL.iter().map(|scope| {
        let scope = *scope;
        let (label, hint) = scope_words(scope);
        Choice {
            kind: "checkbox",
            group: field.id,
            code: scope.code(),
            label,
            hint: Some(hint),
            chosen: ArcSignal::derive(move || typing.draft.with(|draft| draft.scopes.has(scope))),
            // Who may act may look: the set itself sees to it.
            choose: Callback::new(move |on| {
                typing.change(|draft| {
                    draft.scopes = if on { draft.scopes.with(scope) } else { draft.scopes.without(scope) };
                });
            }),
        }
    });
    group(form, field, boxes.map(choice).collect())
}

fn scope_words(scope: Scope) -> (Msg, Msg) {
    match scope {
        Scope::Look => (f::terms_look(), f::terms_look_hint()),
        Scope::Act => (f::terms_act(), f::terms_act_hint()),
        Scope::Receive => (f::terms_receive(), f::terms_receive_hint()),
    }
}

/// All kinds of documents, or only some.
#[component]
pub fn KindFields(form: Form, field: Field, typing: Typing) -> impl IntoView {
    let radio = |only: bool, code: &'static str, label: Msg, hint: Option<Msg>| {
        choice(Choice {
            kind: "radio",
            group: field.id,
            code,
            label,
            hint,
            chosen: ArcSignal::derive(move || typing.draft.with(|draft| draft.only) == only),
            choose: Callback::new(move |_| typing.change(|draft| draft.only = only)),
        })
    };
    let both = vec![
        radio(false, "all", f::terms_kinds_all(), Some(f::terms_kinds_all_hint())),
        radio(true, "only", f::terms_kinds_only(), None),
    ];
    view! {
        {group(form, field, both)}
        {part_if(move || typing.draft.with(|draft| draft.only), move || which(typing))}
    }
}

/// The kinds one by one.
fn which(typing: Typing) -> AnyView {
    let boxes = Kind::ALL.iter().map(|kind| {
        let kind = *kind;
        choice(Choice {
            kind: "checkbox",
            group: "kind",
            code: kind.code(),
            label: words::kind(&Coded::Known(kind)),
            hint: None,
            chosen: ArcSignal::derive(move || typing.draft.with(|draft| draft.kinds.contains(&kind))),
            choose: Callback::new(move |on| {
                typing.change(|draft| {
                    draft.kinds.retain(|other| *other != kind);
                    if on {
                        draft.kinds.push(kind);
                    }
                });
            }),
        })
    });
    view! {
        <fieldset class="field field--wide">
            <legend class="field__label">{t(f::terms_kinds_which())}</legend>
            <div class="choices choices--long">{boxes.collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}

/// A box or a radio button.
struct Choice {
    kind: &'static str,
    group: &'static str,
    code: &'static str,
    label: Msg,
    hint: Option<Msg>,
    chosen: ArcSignal<bool>,
    choose: Callback<bool>,
}

fn choice(choice: Choice) -> AnyView {
    let Choice { kind, group, code, label, hint, chosen, choose } = choice;
    let hint_id = format!("{group}-{code}-hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    view! {
        <label class="choice">
            <input
                type=kind
                name=group
                value=code
                aria-describedby=described_by
                prop:checked=chosen
                on:change=move |event| choose.run(event_target_checked(&event))
            />
            <span>
                {t(label)}
                {hint.map(|hint| view! { <span class="choice__hint" id=hint_id>{t(hint)}</span> }.into_any())}
            </span>
        </label>
    }
    .into_any()
}

/// A group with its name and what is wrong with it.
fn group(form: Form, field: Field, choices: Vec<AnyView>) -> AnyView {
    let id = field.id;
    let problem_id = format!("{id}-problem");
    let wrong = Memo::new(move |_| form.problem(id));
    let described_by = {
        let problem_id = problem_id.clone();
        ArcSignal::derive(move || wrong.get().map(|_| problem_id.clone()))
    };
    let problem = move || {
        let problem_id = problem_id.clone();
        let shown = |text| {
            view! {
                <p class="field__problem" id=problem_id>
                    <Icon name="refused" />
                    <span>{t(text)}</span>
                </p>
            }
        };
        wrong.get().map(shown).into_any()
    };
    view! {
        <fieldset class="field field--wide" id=id tabindex="-1" aria-describedby=described_by>
            <legend class="field__label">{t((field.label)())}</legend>
            {part(problem)}
            <div class="choices choices--long">{choices}</div>
        </fieldset>
    }
    .into_any()
}
