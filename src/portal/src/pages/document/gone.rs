//! A document that was shown until access to it ended: since when, why, and where the rest is.

use std::sync::Arc;

use contract::PersonId;
use contract::change::AccessChange;
use domain::access::Told;
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use crate::components::state::Empty;
use crate::i18n::texts::document as d;
use crate::i18n::{Msg, m, t};
use crate::route::Route;
use crate::state::live::Live;

/// Whose documents the page showed.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// The person.
    pub id: PersonId,
    /// The name by which the page called them.
    pub name: String,
    /// Where their days begin.
    pub zone: Zone,
}

/// What happened last to access to a person's documents, as far as this page heard of it; tracked.
pub fn last_of(live: Live, person: &PersonId) -> Option<Arc<AccessChange>> {
    live.access.with(|all| all.iter().rev().find(|change| change.person == *person).cloned())
}

/// Why it is gone.
fn why(what: &Coded<Told>) -> Msg {
    match what {
        Coded::Known(Told::Expired) => d::gone_expired(),
        Coded::Known(Told::Revoked) => d::gone_revoked(),
        Coded::Known(Told::EndedByAge) => d::gone_ended_by_age(),
        Coded::Known(Told::Changed | Told::Hidden | Told::Granted) | Coded::Unknown(_) => d::gone_changed(),
    }
}

/// The state instead of the document.
pub fn gone(owner: &Owner, change: &AccessChange) -> AnyView {
    let at = (Moment::Instant(change.at), owner.zone);
    let title = match change.what {
        Coded::Known(Told::Expired | Told::Revoked | Told::EndedByAge) => {
            d::gone_ended(at, owner.name.as_str())
        }
        _ => d::gone_no_longer(owner.name.as_str()),
    };
    view! {
        <div role="alert">
            <Empty picture="sky-fence" title text=why(&change.what)>
                <a class="button button--second" href=Route::Family.path()>{t(m::family_title())}</a>
            </Empty>
        </div>
    }
    .into_any()
}
