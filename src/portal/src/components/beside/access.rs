//! What happened to access, as people see and hear it: whose documents one sees from now on, or no longer.

use std::sync::Arc;

use contract::change::AccessChange;
use contract::person::RawPerson;
use domain::access::Told;
use domain::coded::Coded;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::announce;
use crate::effect::effect;
use crate::i18n::texts::beside as b;
use crate::i18n::{Msg, m, t};
use crate::route::Route;
use crate::state::live::Live;
use crate::state::session::{SessionState, is_own};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// Something that happened, in words.
#[derive(Clone, PartialEq)]
struct News {
    sequence: u64,
    text: Msg,
    ended: bool,
}

/// More at once would cover the page.
const SHOWN: usize = 3;

/// What happened last, until it is sent away.
#[component]
pub fn AccessNews(live: Live, session: SessionState) -> impl IntoView {
    // Of whom one may see nothing any more, the session has no name: it is the one of the time before.
    let met = StoredValue::new(Vec::<RawPerson>::new());
    let news = RwSignal::new(Vec::<News>::new());
    let heard = StoredValue::new(0_u64);
    let path = use_location().pathname;
    effect(move || {
        session.persons.track();
        let now = untrack(|| session.session()).map(|session| session.persons.clone()).unwrap_or_default();
        met.update_value(|met| {
            met.retain(|old| now.iter().all(|new| new.id != old.id));
            met.extend(now);
        });
        let new: Vec<_> = live
            .access
            .with(|all| all.iter().filter(|change| change.sequence > heard.get_value()).cloned().collect());
        for change in new {
            let person = met.with_value(|met| met.iter().find(|person| person.id == change.person).cloned());
            // Who is new has a name as soon as the session was asked again.
            if person.is_none() && change.what == Coded::Known(Told::Granted) {
                return;
            }
            heard.set_value(change.sequence);
            let here = Route::parse(&path.get_untracked());
            // Who hides a document does it on its page, which says it in words of its own.
            let hidden = change.what == Coded::Known(Told::Hidden);
            if hidden && matches!(here, Route::Document(_)) && person.as_ref().is_some_and(is_own) {
                continue;
            }
            let told = told(&change, person.as_ref());
            announce::say(told.text.clone());
            // These pages show it themselves, and a notice would only cover them.
            if matches!(here, Route::Family | Route::Grant(_)) {
                continue;
            }
            news.update(|news| {
                news.truncate(SHOWN - 1);
                news.insert(0, told);
            });
        }
    });
    let shown = move || {
        let notices: Vec<_> = news.get().into_iter().map(|told| notice(told, news)).collect();
        notices.into_any()
    };
    view! { <div class="toasts">{part(shown)}</div> }
}

fn told(change: &Arc<AccessChange>, person: Option<&RawPerson>) -> News {
    let ended = matches!(change.what, Coded::Known(Told::Revoked | Told::Expired | Told::EndedByAge));
    let text = match person {
        Some(person) if is_own(person) => to_own(&change.what),
        Some(person) => to_others(&change.what, person.name.clone().into()),
        None => to_others(&change.what, m::person_unknown().into()),
    };
    News { sequence: change.sequence, text, ended }
}

/// About one's own documents.
fn to_own(what: &Coded<Told>) -> Msg {
    match what {
        Coded::Known(Told::Granted) => b::access_own_granted(),
        Coded::Known(Told::Revoked | Told::Expired | Told::EndedByAge) => b::access_own_ended(),
        Coded::Known(Told::Hidden) => b::access_own_hidden(),
        Coded::Known(Told::Changed) | Coded::Unknown(_) => b::access_own_changed(),
    }
}

/// About the documents of somebody else.
fn to_others(what: &Coded<Told>, name: crate::i18n::Arg) -> Msg {
    match what {
        Coded::Known(Told::Granted) => b::access_granted(name),
        Coded::Known(Told::Revoked) => b::access_revoked(name),
        Coded::Known(Told::Expired) => b::access_expired(name),
        Coded::Known(Told::EndedByAge) => b::access_ended_by_age(name),
        Coded::Known(Told::Changed | Told::Hidden) | Coded::Unknown(_) => b::access_changed(name),
    }
}

fn notice(news: News, shown: RwSignal<Vec<News>>) -> impl IntoView {
    let tone = if news.ended { "toast tone-waiting" } else { "toast tone-success" };
    let close = move || shown.update(|all| all.retain(|other| other.sequence != news.sequence));
    view! {
        <div class=tone>
            <Icon name="family" />
            <div class="toast__body">
                <p>{t(news.text)}</p>
                <p>
                    <a href=Route::Family.path() on:click=move |_| close()>{t(b::access_show())}</a>
                </p>
            </div>
            <button
                class="button button--icon"
                type="button"
                aria-label=t(b::live_dismiss())
                on:click=move |_| close()
            >
                <Icon name="close" />
            </button>
        </div>
    }
}
