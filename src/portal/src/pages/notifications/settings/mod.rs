//! How one is told: in sentences first, then when, in which order of channels, how early, in which language.

mod language;
mod leads;
mod order;
mod quiet;
mod summary;

pub use summary::{lacking, which};

use leptos::prelude::*;

use super::Here;
use super::choices::Saver;
use crate::announce::PageTitle;
use crate::app::told_when;
use crate::components::chunk::late;
use crate::components::link::{back, link};
use crate::components::state::loading;
use crate::i18n::texts::notifications as n;
use crate::i18n::{m, t};
use crate::load::Load;
use crate::route::Route;
use crate::route::told::ToldPage;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let here = Here::read(ToldPage::Settings.route());
    view! {
        <div class="page">
            <div class="page__head">
                {back(Route::Account.path(), Route::Account.title())} <PageTitle text=m::told_title() />
                <p class="lead">{t(n::lead())}</p>
            </div>
            <Load
                value=move || here.ready.get()
                retry=here.retry
                skeleton=ViewFn::from(loading)
                let(_ready)
            >
                {sections(here)}
            </Load>
        </div>
    }
}

fn sections(here: Here) -> AnyView {
    view! {
        {summary::summary(here)}
        <ul class="links">
            {link(&ToldPage::Contacts.route(), n::contacts_title(), n::contacts_link())}
        </ul>
        {late(move || told_when::open(here.saver))}
    }
    .into_any()
}

/// When, in which order, how early, in which language: what most people look at once.
#[component]
pub fn ToldWhen(saver: Saver) -> impl IntoView {
    view! {
        {quiet::quiet(saver)}
        {order::order(saver)}
        {leads::leads(saver)}
        {language::language(saver)}
    }
}

/// A section with its heading.
fn section(id: &'static str, title: crate::i18n::Msg, content: AnyView) -> AnyView {
    view! {
        <section class="stack" id=id aria-labelledby=format!("{id}-heading")>
            <hr aria-hidden="true" />
            <h2 id=format!("{id}-heading") tabindex="-1">{t(title)}</h2>
            {content}
        </section>
    }
    .into_any()
}
