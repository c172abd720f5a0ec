//! The terms of a grant.

use contract::access::Grant;
use domain::moment::Moment;
use leptos::prelude::*;

use crate::i18n::texts::family as f;
use crate::i18n::{Msg, t};
use crate::pages::family::holding::{holds, last_day, scopes};
use crate::pages::family::words::{self, Seen};
use crate::state::session::use_session;
use crate::ui::icon::Icon;

/// The terms, and why less is left of them today.
pub fn facts(seen: Seen, grant: &Grant) -> AnyView {
    let zone = use_session().own_zone();
    let (whose, who) = match seen {
        Seen::Given => (f::facts_yours(), f::facts_name(grant.other.as_str())),
        Seen::Held => (f::facts_name(grant.other.as_str()), f::facts_you()),
    };
    let granted = match seen {
        Seen::Given => words::they_may(scopes(&grant.scopes)),
        Seen::Held => words::you_may(scopes(&grant.scopes)),
    };
    let mut allowed = vec![granted];
    allowed.extend(words::unknown_scopes(&grant.scopes));
    let mut lines = vec![
        (f::facts_whose(), vec![whose]),
        (f::facts_who(), vec![who]),
        (f::facts_may(), allowed),
        (f::facts_kinds(), vec![words::kinds(grant.kinds.as_deref())]),
        (f::facts_basis(), vec![words::basis(&grant.basis)]),
        (f::facts_since(), vec![f::facts_day(Moment::Instant(grant.given_at).day(zone))]),
    ];
    lines.extend(last_day(grant).map(|day| (f::facts_until(), vec![f::facts_day(day)])));
    let ended = grant.ended_at.map(|at| f::facts_moment((Moment::Instant(at), zone)));
    lines.extend(ended.map(|at| (f::facts_ended(), vec![at])));
    lines.push((f::facts_state(), vec![words::state(seen, grant)]));
    let narrowed = words::narrowed(seen, grant).filter(|_| holds(grant)).map(notice);
    view! {
        {narrowed}
        <section class="card" aria-labelledby="facts-heading">
            <h2 id="facts-heading">{t(f::facts_title())}</h2>
            <dl class="facts">{lines.into_iter().map(line).collect::<Vec<_>>()}</dl>
        </section>
    }
    .into_any()
}

fn line((name, values): (Msg, Vec<Msg>)) -> impl IntoView {
    let values = values.into_iter().map(|value| view! { <dd>{t(value)}</dd> }.into_any());
    view! {
        <div>
            <dt>{t(name)}</dt>
            {values.collect::<Vec<_>>()}
        </div>
    }
}

fn notice(text: Msg) -> impl IntoView {
    view! {
        <p class="notice tone-waiting">
            <Icon name="info" />
            <span>{t(text)}</span>
        </p>
    }
}
