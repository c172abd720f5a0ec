//! For whom the account holder acts on a page.

use contract::PersonId;
use leptos::prelude::*;

use crate::components::person::name_of;
use crate::i18n::{changing, m};
use crate::state::session::{is_own, use_session};
use crate::ui::icon::Icon;

/// Whether a person is somebody else than the account holder. Who is not known is somebody else. Not tracked, for it stays so: what
/// asks is not to be drawn anew, under somebody's fingers, when there are other persons to care for.
pub fn is_other(id: &PersonId) -> bool {
    !untrack(|| use_session().person(id)).is_some_and(|person| is_own(&person))
}

/// Says for whom one acts here; nothing on one's own pages.
#[component]
pub fn Acting(
    /// Whose page it is.
    id: PersonId,
) -> impl IntoView {
    is_other(&id).then(|| {
        view! {
            <p class="notice tone-action no-print">
                <Icon name="family" />
                <strong>{changing(move || m::person_acting(name_of(&id)))}</strong>
            </p>
        }
        .into_any()
    })
}
