//! The family: who sees whose documents, what they may do, until when, and who looked.

mod code;
mod confirm;
mod draft;
mod grant;
mod holding;
mod invite;
mod log;
mod overview;
mod terms;
mod words;

pub use code::{CodePage, Offer, OfferOf};
pub use grant::{EditTerms, Ending, GrantHere, GrantPage, Young};
pub use invite::{InvitePage, Shown};
pub use log::LogPage;
pub use overview::FamilyPage;
pub use words::Seen;

use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::link::back;
pub(super) use crate::components::state::loading as skeleton;
use crate::i18n::m;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::live::Live;

/// Begins to read what the account gave and holds, and reads it again after live changes.
fn read<T, F>(ask: fn() -> F) -> Reading<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let reading = Reading::begin(ask);
    match use_context::<Live>() {
        Some(live) => reading.again_after(live.resets),
        None => reading,
    }
}

/// The way back to the overview.
#[component]
fn ToFamily() -> impl IntoView {
    back(Route::Family.path(), m::family_title())
}

/// Whose something is, for those who hear a link without what stands around it.
fn heard(name: ArcSignal<String>) -> impl IntoView {
    view! { <span class="visually-hidden">": " {name}</span> }
}
