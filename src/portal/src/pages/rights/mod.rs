//! The rights of the account holder: taking the data, having it corrected, closing the account.

mod asked;
mod clock;
mod closing;
mod correct;
mod fields;
mod open;
mod summary;
mod take;

use domain::moment::Zone;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::app::{closing_section, corrections_section};
use crate::components::chunk::late_in_turn;
use crate::components::link::back;
use crate::components::state::Wait;
use crate::i18n::texts::rights as r;
use crate::i18n::{Msg, areas, m, t};
use crate::route::Route;
use crate::state::session::{of_session, use_session};
use crate::ui::notice::not_done;
use crate::ui::skeleton::SkeletonCard;
pub use closing::ClosingSection;
pub use correct::CorrectSection;
use take::TakeSection;

/// A correction as it is typed and not sent yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Code of what is to be corrected; empty until it is chosen.
    pub field: String,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

/// What is typed lives as long as the session: looking at another page loses nothing.
#[derive(Clone, Copy, Default)]
pub struct Typed(pub RwSignal<Wanted>);

/// The page.
#[component]
pub fn RightsPage() -> impl IntoView {
    let typed = of_session::<Typed>();
    // What is asked for is in the way of closing.
    let asked = RwSignal::new(0_u32);
    closing_section::ahead(&areas::RIGHTS);
    view! {
        <div class="page">
            <div class="page__head">
                {back(Route::Account.path(), Route::Account.title())}
                <PageTitle text=Route::Rights.title() />
                <p class="lead no-print">{t(r::lead())}</p>
            </div>
            <TakeSection />
            {late_in_turn(
                move || corrections_section::open((typed, asked)),
                move || closing_section::open(asked),
            )}
        </div>
    }
}

/// The zone in which the account holder reads the time, and in which their fund counts days.
fn own_zone() -> Zone {
    untrack(|| use_session().own()).map_or(Zone::Sofia, |own| own.zone)
}

/// What stands there until an answer is here.
fn skeleton() -> impl IntoView {
    view! {
        <Wait text=m::loading() />
        <SkeletonCard />
    }
}

/// Something was not done: why, what that means here, and the number to quote.
fn failure(error: &crate::api::ApiError, text: Msg) -> AnyView {
    let (title, _, request_id) = crate::words::error(error);
    not_done(title, text, request_id)
}
