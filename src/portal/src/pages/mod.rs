//! Pages, one folder for each area.

pub mod about;
pub mod account;
pub mod calculators;
pub mod check_ups;
pub mod commission;
pub mod dates;
pub mod doctor;
pub mod document;
pub mod documents;
pub mod family;
pub mod fees;
pub mod genuine;
pub mod home;
pub mod insurance;
pub mod leave;
pub mod messages;
pub mod not_found;
pub mod notifications;
pub mod pharmacy;
pub mod practice;
pub mod rights;
pub mod services;
pub mod sign_in;
pub mod templates;
pub mod told;

use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::components::state::Wait;
use crate::i18n::{Msg, m};
use crate::ui::skeleton::SkeletonRows;

/// A page with only a title and one thing.
pub fn titled(title: Msg, content: impl IntoView) -> impl IntoView {
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=title />
            </div>
            {content}
        </div>
    }
}

/// A page on its way.
pub fn waiting(title: Msg) -> impl IntoView {
    view! {
        <div class="page" aria-busy="true">
            <div class="page__head">
                <PageTitle text=title passing=true />
            </div>
            <Wait text=m::loading() />
            <SkeletonRows />
        </div>
    }
}
