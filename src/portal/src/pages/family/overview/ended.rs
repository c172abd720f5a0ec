//! What ended: how, and when it began and was to end.

use contract::access::{Access, Grant, Invitation};
use domain::access::StateCode;
use domain::coded::Coded;
use domain::moment::Moment;
use leptos::prelude::*;

use crate::i18n::texts::board as bo;
use crate::i18n::texts::standing as st;
use crate::i18n::{Msg, t};
use crate::pages::family::holding::holds;
use crate::pages::family::words::{self, Seen};
use crate::route::Route;
use crate::state::session::use_session;

/// The list, folded; nothing where nothing ended.
pub fn ended(access: &Access) -> AnyView {
    let of = |grants: &[Grant], seen: Seen| {
        let over = grants.iter().filter(|grant| !holds(grant));
        over.map(|over| grant(seen, over)).collect::<Vec<_>>()
    };
    let mut items = of(&access.given, Seen::Given);
    items.extend(of(&access.held, Seen::Held));
    let lapsed = |invitation: &&Invitation| invitation.state != Coded::Known(StateCode::Invited);
    items.extend(access.invitations.iter().filter(lapsed).map(invitation));
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="more">
            <summary>{t(bo::ended_title(items.len()))}</summary>
            <ul class="stack stack--close">{items}</ul>
        </details>
    }
    .into_any()
}

fn grant(seen: Seen, grant: &Grant) -> AnyView {
    let title = match seen {
        Seen::Given => bo::ended_given(grant.other.as_str()),
        Seen::Held => bo::ended_held(grant.other.as_str()),
    };
    let zone = use_session().own_zone();
    let given = Moment::Instant(grant.given_at).day(zone);
    // Of what its last day ended, that day says more than the midnight after it.
    let ended = grant.ended_at.filter(|_| grant.state != Coded::Known(StateCode::Expired));
    let when = match (ended, grant.until) {
        (Some(at), _) => bo::ended_on(given, Moment::Instant(at).day(zone)),
        (None, Some(last)) => bo::ended_until(given, last),
        (None, None) => bo::ended_since(given),
    };
    let link = view! { <a href=Route::Grant(grant.id.clone()).path()>{t(title)}</a> };
    item(link.into_any(), words::state(seen, grant), when)
}

fn invitation(invitation: &Invitation) -> AnyView {
    let zone = use_session().own_zone();
    let how = match &invitation.state {
        Coded::Known(StateCode::Declined) => st::state_declined(),
        Coded::Known(_) => bo::ended_lapsed(),
        Coded::Unknown(code) => st::state_unknown(code.as_str()),
    };
    let made = Moment::Instant(invitation.made_at).day(zone);
    let title = bo::ended_invitation(invitation.label.as_str());
    item(view! { <span>{t(title)}</span> }.into_any(), how, bo::ended_since(made))
}

fn item(title: AnyView, how: Msg, when: Msg) -> AnyView {
    view! {
        <li class="card">
            <div class="stack stack--close">
                <p>{title}</p>
                <p>{t(how)}</p>
                <p class="quiet small">{t(when)}</p>
            </div>
        </li>
    }
    .into_any()
}
