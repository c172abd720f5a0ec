//! Files for a document: what may be sent, what is on its way, what the fund has.

mod chosen;
mod giving_up;
mod row;
mod sent;
mod terms;

use std::sync::Arc;

use crate::api::documents::Opened;
use crate::effect::{effect, effect_since};
use contract::DocumentId;
use contract::attachment::SentFiles;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api;
use crate::app::files_section;
use crate::browser;
use crate::components::chunk::late;
use crate::components::needs::FILES;
use crate::components::state::Wait;
use crate::i18n::texts::document as d;
use crate::i18n::{m, t};
use crate::load::Load;
use crate::pages::document::PartOf;
use crate::reading::Reading;
use crate::state::live::Live;
use crate::state::sending;
use crate::ui::part::part;
pub use chosen::{ChosenFiles, ChosenOf};
use domain::attachment::State;
use giving_up::{GivingUp, Target};
use terms::Terms;

/// Id of the heading, which takes the focus.
const HEADING: &str = "files-heading";

/// The section. What it shows is a chunk of its own: most who look at a document send nothing.
#[component]
pub fn FilesSection(
    /// What it is about.
    of: PartOf,
) -> impl IntoView {
    let hash = use_location().hash;
    effect(move || {
        if hash.get().strip_prefix('#') == Some(FILES) {
            // The page may be built but not shown yet.
            request_animation_frame(focus_heading);
        }
    });
    view! {
        <section class="stack" id=FILES aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(d::files_title())}</h2>
            {late(move || files_section::open(of.clone()))}
        </section>
    }
}

/// Moves the focus to the heading: what had it is gone.
fn focus_heading() {
    browser::focus(HEADING);
}

/// What the section shows.
#[component]
pub fn Files(
    /// What it is about.
    of: PartOf,
) -> impl IntoView {
    let PartOf { id, document, zone } = of;
    let list = reading(&id, document);
    // Reading again, or failing to, takes nothing away from under the hands of whoever chooses files.
    let terms = Memo::new(move |before: Option<&Option<Terms>>| match list.answer() {
        Some(Ok(answer)) => Some(Terms::of(&answer)),
        _ => before.cloned().flatten(),
    });
    let giving_up = RwSignal::new(None::<Target>);
    let own = StoredValue::new(id.clone());
    let offered = move || {
        let others = Callback::new(move |()| own.with_value(|id| others(list, id)));
        terms.get().map(|terms| terms.offer(own.get_value(), others)).into_any()
    };
    let skeleton = || view! { <Wait text=m::loading() /> };
    let not_here = Memo::new(move |_| own.with_value(|id| uploads(id, |_| true)));
    let closed = Signal::derive(move || terms.with(|terms| terms.as_ref().is_none_or(Terms::is_closed)));
    view! {
        {part(offered)}
        {chosen::place(ChosenOf { id, document, terms, giving_up })}
        <h3>{t(d::files_sent())}</h3>
        <Load value=move || list.answer() retry=list.retry() skeleton=ViewFn::from(skeleton) let(answer)>
            {sent::list(answer, zone, not_here, closed, giving_up)}
        </Load>
        <GivingUp about=giving_up list />
    }
}

/// Reads the files that the server has, and again when something must have changed.
fn reading(id: &DocumentId, document: Memo<Option<Arc<Opened>>>) -> Reading<SentFiles> {
    let asked = id.clone();
    let mut list = Reading::begin(move || {
        let id = asked.clone();
        async move { api::files::list(&id).await }
    });
    if let Some(live) = use_context::<Live>() {
        list = list.again_after(live.resets);
    }
    // Whether it takes files is a matter of its status.
    let status =
        Memo::new(move |_| document.with(|document| document.as_ref().map(|one| one.entry.status.clone())));
    effect_since(move |before: Option<()>| {
        // Read, not only tracked: a memo that nobody reads never learns what it depends on.
        status.with(|_| ());
        if before.is_some() {
            list.again();
        }
    });
    let own = id.clone();
    effect_since(move |before: Option<Vec<Seen>>| {
        let now: Vec<Seen> = sending::items(&own)
            .iter()
            .map(|item| Seen { key: item.key, received: item.state.receipt().is_some() })
            .collect();
        if before.is_some_and(|before| news(&before, &now)) {
            list.again();
        }
        now
    });
    let own = id.clone();
    effect(move || {
        let Some(Ok(answer)) = list.answer() else { return };
        let there = |number: &str| {
            answer
                .files
                .iter()
                .any(|file| file.receipt.as_ref().is_some_and(|receipt| receipt.number == number))
        };
        // Tracked: what the server had already changes nothing in its list.
        let chosen = sending::items(&own);
        let mut numbers = chosen.iter().filter_map(|item| item.state.receipt()).peekable();
        if numbers.peek().is_some() && numbers.all(|receipt| there(&receipt.number)) {
            sending::settle(&own);
            // What was chosen goes from the page, with whatever of it had the focus.
            request_animation_frame(|| browser::focus_if_lost(HEADING));
        }
    });
    list
}

/// What of a chosen file matters to the server's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    key: u32,
    received: bool,
}

/// Whether the server's list must be another one: a file was received, or one that was not is no more.
fn news(before: &[Seen], now: &[Seen]) -> bool {
    let received = now.iter().any(|seen| seen.received && !before.contains(seen));
    let gone = |seen: &Seen| !seen.received && !now.iter().any(|other| other.key == seen.key);
    received || before.iter().any(gone)
}

/// Files of the server's list that were chosen here. They stand among the chosen ones, also when they were received, until the
/// list that says so is here: nothing is shown twice.
fn uploads(id: &DocumentId, which: fn(&State) -> bool) -> Vec<contract::FileId> {
    let items = sending::items(id);
    items.iter().filter(|item| which(&item.state)).filter_map(|item| item.upload().cloned()).collect()
}

/// How many places of the document are taken by what was not chosen here, or was received.
fn others(list: Reading<SentFiles>, id: &DocumentId) -> usize {
    let own = uploads(id, |state| !matches!(state, State::Received(_)));
    let answer = list.answer().and_then(Result::ok);
    answer.map_or(0, |answer| answer.files.iter().filter(|file| !own.contains(&file.id)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(all: &[(u32, bool)]) -> Vec<Seen> {
        all.iter().map(|&(key, received)| Seen { key, received }).collect()
    }

    #[test]
    fn the_list_is_read_again_when_a_file_was_received_or_taken_back_and_for_nothing_else() {
        for (before, now, expected) in [
            (&[][..], &[(1, false)][..], false),
            (&[(1, false)], &[(1, false), (2, false)], false),
            (&[(1, false)], &[(1, true)], true),
            (&[(1, true)], &[(1, true)], false),
            (&[(1, true)], &[], false),
            (&[(1, false)], &[], true),
            (&[(1, true), (2, false)], &[(2, true)], true),
        ] {
            assert_eq!(news(&seen(before), &seen(now)), expected, "{before:?} {now:?}");
        }
    }
}
