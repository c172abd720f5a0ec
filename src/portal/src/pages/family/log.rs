//! Who looked at a person's documents and did what: by day, the newest first.

use std::sync::Arc;

use chrono::NaiveDate;
use contract::PersonId;
use contract::access::{AccessLog, LogEntry};
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::{ToFamily, skeleton, words};
use crate::announce::PageTitle;
use crate::api::{ApiError, access as api};
use crate::components::acting::Acting;
use crate::components::more::{self, Said};
use crate::components::person::full_name;
use crate::components::state::Empty;
use crate::i18n::texts::family as f;
use crate::i18n::texts::log as lo;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::documents::Documents;
use crate::state::session::{is_own, use_session};
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// The page.
#[component]
pub fn LogPage(person: PersonId) -> impl IntoView {
    let session = use_session();
    let asked = person.clone();
    let first = Reading::begin(move || {
        let person = asked.clone();
        async move { api::log(&person, None).await }
    });
    let of = person.clone();
    let known = Memo::new(move |_| session.person(&of));
    let title = Signal::derive(move || match known.get().filter(|person| !is_own(person)) {
        Some(person) => lo::title_of(full_name(&person)),
        None => lo::title(),
    });
    let own = Memo::new(move |_| known.get().as_ref().is_some_and(is_own));
    // Whom one may not see any more, of them nothing is left to be seen here.
    let value = move || match (first.answer(), known.get()) {
        (Some(Ok(_)), None) => Some(Err(ApiError::NotAllowed)),
        (answer, _) => answer,
    };
    let acting = person.clone();
    let lead = changing(move || if own.get() { lo::lead_own() } else { lo::lead_held() });
    view! {
        <div class="page">
            <div class="page__head">
                <ToFamily />
                <PageTitle text=title />
                {part_if(move || known.with(Option::is_some), move || view! { <Acting id=acting.clone() /> }.into_any())}
                <p class="lead">{lead}</p>
                <p class="quiet small">{t(lo::itself())}</p>
            </div>
            <Load value retry=first.retry() skeleton=ViewFn::from(skeleton) let(log)>
                {if log.entries.is_empty() {
                    empty(own.get_untracked())
                } else {
                    view! { <Entries person=person.clone() log /> }.into_any()
                }}
            </Load>
        </div>
    }
}

/// Nothing recorded: nobody looked, or oneself did not.
fn empty(own: bool) -> AnyView {
    let text = if own { lo::empty_own() } else { lo::empty_held() };
    view! { <Empty picture="sky-clear" title=lo::empty() text /> }.into_any()
}

/// The entries, and more of them when asked.
#[component]
fn Entries(person: PersonId, log: Arc<AccessLog>) -> impl IntoView {
    let zone = use_session().zone(&person);
    let entries = RwSignal::new(log.entries.clone());
    let cursor = RwSignal::new(log.next_cursor.clone());
    let more = Job::new(move |asked: Arc<String>| {
        let person = person.clone();
        async move {
            let page = api::log(&person, Some(&asked)).await?;
            entries.try_update(|all| all.extend(page.entries));
            cursor.try_set(page.next_cursor);
            Ok(())
        }
    });
    let said = Said { more: lo::more(), busy: lo::more_busy(), failed: lo::more_failed(), end: lo::end() };
    view! {
        {part(move || entries.with(|entries| days(entries, zone)))}
        {more::more(cursor, more, said)}
    }
}

/// Entries that follow each other on one day, under its name. Their order is the server's.
fn by_day(entries: &[LogEntry], zone: Zone) -> Vec<(NaiveDate, Vec<LogEntry>)> {
    let mut days: Vec<(NaiveDate, Vec<LogEntry>)> = Vec::new();
    for entry in entries {
        let day = zone.day(entry.at);
        match days.last_mut() {
            Some((last, entries)) if *last == day => entries.push(entry.clone()),
            _ => days.push((day, vec![entry.clone()])),
        }
    }
    days
}

fn days(entries: &[LogEntry], zone: Zone) -> AnyView {
    let days: Vec<_> = by_day(entries, zone)
        .into_iter()
        .map(|(day, entries)| {
            let items: Vec<_> = entries.into_iter().map(|entry| item(entry, zone)).collect();
            view! {
                <section class="stack stack--close">
                    <h2 class="small">{t(f::facts_day(day))}</h2>
                    <ol class="deeds">{items}</ol>
                </section>
            }
            .into_any()
        })
        .collect();
    days.into_any()
}

fn item(entry: LogEntry, zone: Zone) -> impl IntoView {
    let (tone, refused) = if entry.allowed { ("", None) } else { (" tone-danger", Some(refused())) };
    let who: Msg = match &entry.basis {
        Some(basis) => lo::by(words::basis(basis), entry.name.as_str()),
        None => lo::by_self(entry.name.as_str()),
    };
    let at = Moment::Instant(entry.at);
    view! {
        <li class=format!("deeds__item{tone}")>
            <p class="cluster">
                <strong>{t(words::deed(&entry.what))}</strong>
                {refused}
            </p>
            {entry.document.map(document)}
            <p class="quiet small">
                {t(who)} ", "
                <time datetime=contract::wire::moment::text(at)>{t(lo::time((at, zone)))}</time>
            </p>
        </li>
    }
}

fn refused() -> impl IntoView {
    view! {
        <span class="badge tone-danger">
            <Icon name="refused" />
            {t(lo::refused())}
        </span>
    }
}

/// The document by its number, and the way to it; one that is not in the list, as such.
fn document(id: contract::DocumentId) -> impl IntoView {
    let documents = use_context::<Documents>();
    let number = move || {
        let rows = documents?.rows.get()?.ok()?;
        rows.all.iter().find(|row| row.entry.id == id).map(|row| (id.clone(), row.entry.number.clone()))
    };
    part(move || match number() {
        Some((id, number)) => {
            view! { <p><a href=Route::Document(id).path()>{t(lo::document(number))}</a></p> }.into_any()
        }
        None => view! { <p>{t(lo::document_unknown())}</p> }.into_any(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_under_the_day_of_the_person_and_in_their_order() {
        let log: AccessLog =
            serde_json::from_str(include_str!("../../../../contract/examples/access_log.json")).unwrap();
        let mut entries = log.entries;
        // 23:30 in Sofia, and half an hour later, which is the next day.
        entries[0].at = "2026-11-22T22:00:00Z".parse().unwrap();
        entries[1].at = "2026-11-22T21:30:00Z".parse().unwrap();
        let days: Vec<_> = by_day(&entries, Zone::Sofia).iter().map(|(day, _)| day.to_string()).collect();
        assert_eq!(days, ["2026-11-23", "2026-11-22"]);
        let days = by_day(&entries, Zone::Almaty);
        assert_eq!(days.iter().map(|(_, entries)| entries.len()).collect::<Vec<_>>(), [2]);
    }
}
