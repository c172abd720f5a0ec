//! The overview: what is due, what each person needs next, who sees one's documents, and what ended.

mod board;
mod card;
mod ended;
mod given;
mod invitations;
mod notices;
mod visit;

use std::sync::Arc;

use contract::access::Access;
use leptos::prelude::*;

use super::{read, skeleton};
use crate::announce::PageTitle;
use crate::api::access as api;
use crate::i18n::t;
use crate::i18n::texts::board as bo;
use crate::load::Load;
use crate::route::Route;
use crate::ui::part::part;
use board::Board;
use invitations::Withdrawing;

/// The page.
#[component]
pub fn FamilyPage() -> impl IntoView {
    let access = read(api::all);
    let withdrawing = Withdrawing::new(access);
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Route::Family.title() />
                <p class="lead">{t(bo::lead())}</p>
            </div>
            // Where they could not be had, that is said once, below.
            {part(move || access.answer().and_then(Result::ok).map(|access| notices::notices(&access)).into_any())}
            <Board access />
            {invitations::dialog(withdrawing)}
            <Load value=move || access.answer() retry=access.retry() skeleton=ViewFn::from(skeleton) let(access)>
                {shared(&access, withdrawing)}
            </Load>
        </div>
    }
}

fn shared(access: &Arc<Access>, withdrawing: Withdrawing) -> AnyView {
    view! {
        {given::given(access, withdrawing)}
        {ended::ended(access)}
    }
    .into_any()
}
