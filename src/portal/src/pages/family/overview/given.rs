//! Who sees one's own documents: grants, invitations that wait, and the way to invite.

use contract::access::{Access, Grant};
use domain::access::{About, Action, Holder, Stage, allowed};
use leptos::prelude::*;

use super::invitations::{Withdrawing, waiting};
use crate::i18n::t;
use crate::i18n::texts::board as bo;
use crate::pages::family::holding::holds;
use crate::pages::family::words::{self, Seen};
use crate::route::Route;
use crate::state::session::use_session;
use crate::ui::icon::Icon;

/// The section.
pub fn given(access: &Access, withdrawing: Withdrawing) -> AnyView {
    let grants: Vec<_> = access.given.iter().filter(|grant| holds(grant)).map(grant).collect();
    let nobody = grants.is_empty().then(|| {
        view! {
            <p>
                <strong>{t(bo::given_empty())}</strong>
            </p>
            <p>{t(bo::given_empty_text())}</p>
        }
        .into_any()
    });
    view! {
        <section class="stack" aria-labelledby="given-heading">
            <h2 id="given-heading">{t(bo::given_title())}</h2>
            {nobody}
            <ul class="stack stack--close">{grants}</ul>
            {waiting(access, withdrawing)}
            {ways()}
        </section>
    }
    .into_any()
}

fn grant(grant: &Grant) -> AnyView {
    let unknown =
        words::unknown_scopes(&grant.scopes).into_iter().map(|text| view! { <p>{t(text)}</p> }.into_any());
    let narrowed = words::narrowed(Seen::Given, grant).map(|text| view! { <p>{t(text)}</p> }.into_any());
    let asked = grant.renewal_asked_at.map(|_| {
        view! {
            <p class="cluster">
                <Icon name="action" small=true />
                {t(bo::given_asked())}
            </p>
        }
        .into_any()
    });
    view! {
        <li class="card">
            <div class="stack stack--close">
                <h3>{grant.other.clone()}</h3>
                <p>{t(words::reach(Seen::Given, grant))}</p>
                {unknown.collect::<Vec<_>>()}
                {narrowed}
                <p class="quiet small">{t(words::kinds(grant.kinds.as_deref()))}</p>
                <p class="quiet small">{t(words::basis(&grant.basis))}</p>
                {asked}
            </div>
            <p>
                <a href=Route::Grant(grant.id.clone()).path()>
                    {t(bo::given_details())} <span class="visually-hidden">": " {grant.other.clone()}</span>
                </a>
            </p>
        </li>
    }
    .into_any()
}

/// Inviting, or why it cannot be done yet; and entering a code, which anybody may who signs in.
fn ways() -> AnyView {
    let own = untrack(|| use_session().own()).map_or(Holder::Own(Stage::Adult), |own| own.own());
    let invite = match allowed(Action::Invite, &own, About::default()) {
        Ok(()) => view! {
            <a class="button" href=Route::Invite.path()>{t(bo::given_invite())}</a>
        }
        .into_any(),
        Err(reason) => view! {
            <p class="notice">
                <Icon name="info" />
                <span>{t(bo::given_invite_not(words::refusal(reason)))}</span>
            </p>
        }
        .into_any(),
    };
    view! {
        <div class="cluster">
            {invite}
            <a class="button button--second" href=Route::InvitationCode.path()>{t(bo::given_code())}</a>
        </div>
    }
    .into_any()
}
