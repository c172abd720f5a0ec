//! Where the account is signed in, and who tried to.

mod ending;
mod sign_ins;

use chrono::{DateTime, Utc};
use contract::account::{ActiveSession, ActiveSessions};
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::section::{Place, Section};
use crate::api::account as api;
use crate::app::devices_section;
use crate::components::chunk::late;
use crate::components::state::Wait;
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::reading::Reading;
use crate::state::session::use_session;
use crate::ui::fact::fact;
use crate::ui::icon::Icon;
use crate::ui::skeleton::SkeletonCard;
use ending::EndOthers;
use sign_ins::SignInHistory;

/// The section. What it shows is a chunk of its own: it is the heaviest part of the page, and the last one reads.
#[component]
pub fn DevicesSection() -> impl IntoView {
    view! { <Section place=Place::Devices>{late(|| devices_section::open(()))}</Section> }
}

/// What the section shows.
#[component]
pub fn Devices() -> impl IntoView {
    let sessions = Reading::begin(api::sessions);
    // Not known is not none.
    let others = Memo::new(move |_| {
        let answer = sessions.answer()?.ok()?;
        Some(answer.sessions.iter().filter(|session| !session.current).count())
    });
    view! {
        <h3>{t(a::devices_now())}</h3>
        <Load value=move || sessions.answer() retry=sessions.retry() skeleton=ViewFn::from(skeleton) let(answer)>
            {list(&answer)}
        </Load>
        <EndOthers others sessions />
        <SignInHistory />
    }
}

fn skeleton() -> impl IntoView {
    view! {
        <Wait text=m::loading() />
        <SkeletonCard />
    }
}

/// The zone in which the account holder reads the time.
fn own_zone() -> Zone {
    use_session().own().map_or(Zone::Sofia, |own| own.zone)
}

fn list(answer: &ActiveSessions) -> AnyView {
    let zone = untrack(own_zone);
    let cards = answer.sessions.iter().map(|session| card(session, zone));
    view! { <ul class="stack stack--close">{cards.collect::<Vec<_>>()}</ul> }.into_any()
}

/// A device as far as the browser told.
fn device(name: &str) -> Msg {
    if name.trim().is_empty() { a::devices_unknown() } else { a::devices_name(name) }
}

fn when(at: DateTime<Utc>, zone: Zone) -> Msg {
    a::devices_when((Moment::Instant(at), zone))
}

fn card(session: &ActiveSession, zone: Zone) -> impl IntoView + use<> {
    let current = session.current.then(|| {
        view! {
            <span class="badge tone-success">
                <Icon name="check" />
                {t(a::devices_this())}
            </span>
        }
        .into_any()
    });
    view! {
        <li class="card">
            <div class="cluster cluster--apart">
                <p><strong>{t(device(&session.device))}</strong></p>
                {current}
            </div>
            <dl class="facts">
                {fact(a::devices_began(), t(when(session.began, zone)).into_any())}
                {fact(a::devices_last_used(), t(when(session.last_used, zone)).into_any())}
            </dl>
        </li>
    }
}
