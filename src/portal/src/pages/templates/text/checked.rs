//! What is wrong with the text, what breaks those who fill it, and so what can be done with the version: a chunk of its own, for
//! who writes sees the field first.

use domain::notification::Sender;
use domain::notification::template::{
    Alteration, Declared, Draft as Typed, Objection, alterations, objections, parse,
};
use leptos::prelude::*;

use super::here::{Here, Written};
use super::{deeds, objections as shown};
use crate::api::templates::Place;

/// The check, and what can be done.
#[component]
pub fn Checked(here: Here) -> impl IntoView {
    let found = Memo::new(move |_| {
        let sender = here.sender().known().unwrap_or(Sender::Portal);
        here.written.with(|written| here.declared.with(|declared| wrong(here.at, sender, written, declared)))
    });
    let breaks = Memo::new(move |_| breaks(here));
    view! {
        {shown::objections(here, found, breaks)}
        {deeds::deeds(here, found, breaks)}
    }
}

/// What of what stands there breaks those who fill it, beside the version in use; tracked.
fn breaks(here: Here) -> Vec<Alteration> {
    let used = here.used();
    let (Some(used), Ok(now)) = (used, here.template()) else { return Vec::new() };
    let Ok(before) = parse(&used.text) else { return Vec::new() };
    here.declared.with(|declared| alterations((&before, declared), (&now, declared)))
}

fn wrong(at: Place, sender: Sender, written: &Written, declared: &[Declared]) -> Vec<Objection> {
    let title = Some(written.title.as_str()).filter(|title| !title.is_empty());
    objections(&Typed {
        title,
        text: &written.text,
        declared,
        subject: at.subject,
        sender,
        channel: at.channel,
        language: at.language,
    })
}
