//! One text: its versions, writing it, what it will look like, and deciding about it.

mod checked;
mod chooser;
mod deeds;
mod drafts;
mod editor;
mod here;
mod history;
mod objections;
mod phone;
mod placeholders;
mod preview;
mod size;
mod trial;

pub use checked::Checked;
pub use editor::Writing;
pub use here::Here;
pub use preview::Preview;
pub use trial::Trial;

use domain::coded::Coded;
use leptos::prelude::*;

use super::{place, to_catalogue};
use crate::announce::PageTitle;
use crate::app::{template_check, template_editor, template_more, template_preview, template_trial};
use crate::components::chunk::{late, late_in_turn};
use crate::components::header::native_name;
use crate::components::state::{Empty, loading};
use crate::i18n::texts::templates as te;
use crate::i18n::{areas, changing, t};
use crate::load::Load;
use crate::reading::derived;
use crate::words::notification as told;

/// The page of the text at an address.
#[component]
pub fn TemplatePage(address: String) -> impl IntoView {
    match place(&address) {
        Some(at) => page(Here::read(at)),
        None => view! {
            <div class="page">
                <div class="page__head">
                    <PageTitle text=te::none_title() />
                </div>
                <Empty picture="sky-fog" title=te::none_title() text=te::none_text() />
            </div>
        }
        .into_any(),
    }
}

fn page(here: Here) -> AnyView {
    let at = here.at;
    // Read again after every deed: what is typed and what is open stays, so the parts ask for themselves.
    let ready = derived(move || match here.all.get() {
        Some(_) => Some(Ok(())),
        None => here.reading.answer().map(|answer| answer.map(drop)),
    });
    // It stands there from the first: what is below would move otherwise.
    let lead = changing(move || {
        te::text_of(told::channel(at.channel), native_name(at.language).0, told::sender(&here.sender()))
    });
    view! {
        <div class="page page--wide">
            <div class="page__head">
                {to_catalogue(at.language)} <PageTitle text=told::subject(&Coded::Known(at.subject)) />
                <p class="lead">{lead}</p>
            </div>
            {chooser::others(at)}
            <Load value=move || ready.get() retry=here.reading.retry() skeleton=ViewFn::from(loading) let(_ready)>
                {parts(here)}
            </Load>
        </div>
    }
    .into_any()
}

fn parts(here: Here) -> AnyView {
    template_check::ahead(&areas::TEMPLATES);
    view! {
        {chooser::versions(here)}
        <div class="beside">
            <div class="stack">
                {late_in_turn(move || template_editor::open(here), move || template_check::open(here))}
            </div>
            <div class="stack">{late(move || template_preview::open(here))}</div>
        </div>
        {late(move || template_more::open(here))}
        {late(move || template_trial::open(here))}
    }
    .into_any()
}

/// The values that can be asked for, and the versions.
#[component]
pub fn More(here: Here) -> impl IntoView {
    view! {
        {placeholders::placeholders(here)}
        {history::history(here)}
    }
}

/// A section with its heading.
fn section(id: &'static str, title: crate::i18n::Msg, content: AnyView) -> AnyView {
    view! {
        <section class="stack stack--close" aria-labelledby=format!("{id}-heading")>
            <h2 id=format!("{id}-heading")>{t(title)}</h2>
            {content}
        </section>
    }
    .into_any()
}
