//! How long ahead of a day one is reminded of it.

use domain::coded::{Code as _, Coded};
use domain::data_right::system;
use domain::notification::lead::lead_of;
use domain::notification::{Change, Leads, Subject, leads as leads_of};
use leptos::prelude::*;

use super::section;
use crate::i18n::t;
use crate::i18n::texts::notifications as n;
use crate::pages::notifications::choices::Saver;
use crate::pages::notifications::standing::{lead, standing};
use crate::pages::notifications::{persons, words};

/// The section: reminders that can come to anybody one cares for.
pub fn leads(saver: Saver) -> AnyView {
    let persons = untrack(persons);
    let happens =
        |subject: &&Subject| persons.iter().any(|person| subject.happens_in(Some(system(person.zone))));
    let fields: Vec<AnyView> =
        Subject::ALL.iter().filter(happens).filter_map(|subject| field(saver, *subject)).collect();
    let content = view! {
        <p>{t(n::leads_text())}</p>
        <div class="fields">{fields}</div>
    };
    section("leads", n::leads_title(), content.into_any())
}

fn field(saver: Saver, subject: Subject) -> Option<AnyView> {
    let Leads::Chosen { from, default } = leads_of(subject)? else { return None };
    let id = format!("lead-{}", subject.code());
    let value = ArcSignal::derive(move || {
        saver.choices.with(|all| lead_of(subject, &all.leads)).unwrap_or(default).to_string()
    });
    let option = |days: &u16| view! { <option value=days.to_string()>{t(lead(*days))}</option> }.into_any();
    let choose = move |event| {
        let days: Option<u16> = event_target_value(&event).parse().ok();
        if let Some(days) = days.filter(|days| from.contains(days)) {
            saver.choose(vec![Change::Lead(subject, Some(days))]);
        }
    };
    let view = view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{t(words::subject(&Coded::Known(subject)))}</label>
            <select class="select" id=id.clone() prop:value=value on:change=choose>
                {from.iter().map(option).collect::<Vec<_>>()}
            </select>
            {standing(saver, Change::Lead(subject, None))}
        </div>
    };
    Some(view.into_any())
}
