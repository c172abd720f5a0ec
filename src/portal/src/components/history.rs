//! The history of a document: newest first, everything that was recorded and nothing that was not.

use contract::document::Event;
use domain::coded::Coded;
use domain::document::{Entry, Movement};
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use crate::i18n::texts::document as d;
use crate::i18n::{self, Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::keyed;
use crate::words::{self, Tone, document as said};

/// How an entry is reported.
#[derive(Clone)]
pub struct ReportEntry {
    /// What stands on the button.
    pub label: Msg,
    /// Asks what is the matter.
    pub ask: Callback<Event>,
}

/// What happened, as far as it is known.
#[derive(Clone, PartialEq)]
pub struct Happened {
    /// The events, in order of arrival.
    pub events: Vec<Event>,
    /// What the rules say of each, newest first.
    pub entries: Vec<Entry>,
    /// Events that came while the page was open have a larger number than this.
    pub seen: u64,
}

impl Happened {
    fn event(&self, entry: &Entry) -> Option<&Event> {
        self.events.get(entry.event)
    }

    /// Which entry it is and how it looks: while that stays the same, so does what is on the page, and with it the focus. Whoever
    /// is about to report an entry must not find another one under their finger because news came.
    fn key(&self, entry: &Entry) -> Option<String> {
        let event = self.event(entry)?;
        let movement = match entry.movement {
            Movement::First => 'a',
            Movement::Forward => 'b',
            Movement::Back(_) => 'c',
            Movement::Changed => 'd',
            Movement::Unchanged => 'e',
            Movement::Unclear => 'f',
        };
        let marks = [entry.repeat, entry.gap, entry.late, entry.usual, event.sequence > self.seen];
        let marks = marks.map(|mark| if mark { '1' } else { '0' });
        Some(event.id.as_str().chars().chain([' ', movement]).chain(marks).collect())
    }
}

/// The history.
#[component]
pub fn History(
    /// What happened; tracked.
    happened: Memo<Option<Happened>>,
    /// The zone of the person it is about.
    zone: Zone,
    /// How an entry is reported.
    report: ReportEntry,
) -> impl IntoView {
    let keys = move || {
        let keys = |told: &Happened| -> Vec<_> {
            let numbered = |entry: &Entry| Some((told.key(entry)?, entry.event as u64));
            told.entries.iter().filter_map(numbered).collect()
        };
        happened.with(|told| told.as_ref().map(keys).unwrap_or_default())
    };
    let item = move |number: u64| {
        happened.with_untracked(|told| item(told.as_ref()?, number, zone, &report)).into_any()
    };
    view! {
        <section class="stack" aria-labelledby="history-heading">
            <h2 id="history-heading">{t(d::history_title())}</h2>
            <ol class="history" reversed>{keyed(keys, item)}</ol>
        </section>
    }
}

/// The entry of an event, by its place, and that something before it is not recorded.
fn item(told: &Happened, number: u64, zone: Zone, report: &ReportEntry) -> Option<AnyView> {
    let entry = *told.entries.iter().find(|entry| entry.event as u64 == number)?;
    let event = told.event(&entry)?.clone();
    let gap = entry.gap.then(|| {
        view! {
            <li class="history__gap">
                <span class="history__dot" aria-hidden="true"><Icon name="gap" /></span>
                {t(d::history_gap())}
            </li>
        }
        .into_any()
    });
    let fresh = event.sequence > told.seen;
    let entry = view! {
        <HistoryEntry event entry zone fresh report=report.clone() />
        {gap}
    };
    Some(entry.into_any())
}

/// Marks of an entry: tone, icon, words.
fn badges(event: &Event, entry: Entry, fresh: bool) -> Vec<(&'static str, &'static str, Msg)> {
    let mut badges = Vec::new();
    if fresh {
        badges.push(("badge badge--new", "live", d::badge_new()));
    }
    if let Movement::Back(_) = entry.movement {
        badges.push(("badge tone-waiting", "undo", d::badge_back()));
    }
    if entry.repeat {
        badges.push(("badge tone-ended", "repeat", d::badge_repeat()));
    }
    if entry.late {
        badges.push(("badge tone-ended", "late", d::badge_late()));
    }
    if let Coded::Unknown(_) = event.kind {
        badges.push(("badge tone-unknown", "unknown", d::badge_unknown()));
    } else if !entry.usual && entry.movement != Movement::Unclear {
        badges.push(("badge tone-unknown", "info", d::badge_unusual()));
    }
    badges
}

/// What the movement means, where it needs saying.
fn movement(event: &Event, entry: Entry) -> Option<Msg> {
    let from = event.from.as_ref().map(words::status);
    let to = words::status(&event.to);
    match (entry.movement, from) {
        (Movement::Back(meaning), Some(from)) => {
            Some(d::history_back(from, to, said::return_meaning(meaning)))
        }
        (Movement::Changed, Some(from)) => Some(d::history_changed(from, to)),
        (Movement::Unclear, Some(from)) => Some(d::history_unclear(from, to)),
        (Movement::Unchanged, _) => Some(d::history_unchanged(to)),
        _ => None,
    }
}

#[component]
fn HistoryEntry(event: Event, entry: Entry, zone: Zone, fresh: bool, report: ReportEntry) -> impl IntoView {
    let reported = event.clone();
    let ReportEntry { label, ask } = report;
    // Each button says of which entry it is.
    let name = d::report_of(said::event(&event.kind), label.clone());
    let (tone, icon) = match event.kind {
        Coded::Unknown(_) => (Tone::Unknown, "unknown"),
        Coded::Known(_) => words::status_look(&event.to),
    };
    let fresh_class = if fresh { " history__entry--fresh" } else { "" };
    let badges = badges(&event, entry, fresh).into_iter().map(|(class, icon, words)| {
        view! {
            <span class=class>
                <Icon name=icon />
                {t(words)}
            </span>
        }
        .into_any()
    });
    let who = match event.at {
        Moment::Instant(_) => d::history_who(said::actor(&event.actor), said::source(&event.source)),
        Moment::Day(_) => d::history_who_no_time(said::actor(&event.actor), said::source(&event.source)),
    };
    let movement = movement(&event, entry);
    let plain = event.reason.as_ref().and_then(|reason| said::reason(reason.code.as_ref()?));
    let quote = event.reason.map(|reason| reason.text).filter(|text| !text.trim().is_empty());
    let quoted = said::quoted(&event.source);
    let at = event.at;
    view! {
        <li class=format!("history__entry {}{fresh_class}", tone.class())>
            <span class="history__dot" aria-hidden="true"><Icon name=icon /></span>
            <article class="history__body">
                <div class="history__head">
                    <h3 class="history__title">{t(said::event(&event.kind))}</h3>
                    {badges.collect::<Vec<_>>()}
                </div>
                <p class="history__when">
                    <time datetime=contract::wire::moment::text(at)>
                        {ArcSignal::derive(move || i18n::moment(i18n::language(), at, zone))}
                    </time>
                </p>
                <p class="history__who">{t(who)}</p>
                {quote
                    .map(|text| {
                        view! {
                            <blockquote class="history__quote">
                                <p lang=words::fund_language(zone)>{text}</p>
                                <cite>{t(quoted)}</cite>
                            </blockquote>
                        }.into_any()
                    })}
                {plain.map(|words| view! { <p>{t(d::history_plain(words))}</p> }.into_any())}
                {movement.map(|words| view! { <p>{t(words)}</p> }.into_any())}
                <p class="history__tools">
                    <button
                        class="button button--plain"
                        type="button"
                        aria-label=t(name)
                        on:click=move |_| ask.run(reported.clone())
                    >
                        {t(label)}
                    </button>
                </p>
            </article>
        </li>
    }
}
