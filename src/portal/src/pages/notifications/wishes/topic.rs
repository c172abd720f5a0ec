//! A group of subjects: its switches, what they come to, and each subject by itself for who wants that.

use contract::PersonId;
use domain::coded::{Code as _, Coded};
use domain::notification::summary::Line;
use domain::notification::{Cell, Change, Channel, Subject, Topic, What, Wish};
use leptos::prelude::*;

use super::cell::{answers, cell, channel_name, wish_of};
use super::{kept, row};
use crate::i18n::t;
use crate::i18n::texts::notifications as n;
use crate::pages::notifications::Here;
use crate::pages::notifications::settings::{lacking, which};
use crate::pages::notifications::words::{self, Told};
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::ui::segment::{Segment, segment};

/// One row of switches for all groups: who has not decided decides with one press.
pub fn everything(here: Here, person: &PersonId, topics: Vec<Topic>) -> AnyView {
    let cells = Channel::ALL.iter().map(|channel| {
        let channel = *channel;
        let (id, shown, chosen) = (person.as_str().to_owned(), topics.clone(), topics.clone());
        let whose = id.clone();
        let value = ArcSignal::derive(move || {
            here.saver.choices.with(|all| {
                let wish = |topic: &Topic| {
                    all.cell(&id, What::Topic(*topic), channel).unwrap_or(Wish::Undecided).code()
                };
                let first = shown.first().map_or("", wish);
                // Where they differ, none of the answers is chosen.
                if shown.iter().all(|topic| wish(topic) == first) { first } else { "" }
            })
        });
        let choose = Callback::new(move |code: &'static str| {
            let change = |topic: &Topic| {
                let cell = Cell { person: whose.clone(), what: What::Topic(*topic), channel };
                Change::Wish(cell, wish_of(code))
            };
            here.saver.choose(chosen.iter().map(change).collect());
        });
        let options = answers(n::wish_undecided());
        let name = format!("all-{}", channel.code());
        segment(Segment { name, legend: channel_name(channel), options, value, choose })
    });
    let title = view! { {t(n::wishes_all())} }.into_any();
    let below = view! { <p class="small quiet">{t(n::wishes_all_text())}</p> }.into_any();
    row(title, cells.collect(), below)
}

/// The card of a group.
pub fn card(
    (here, lines): (Here, Memo<Vec<Line>>),
    person: &PersonId,
    topic: Topic,
    subjects: &[Subject],
) -> AnyView {
    let cells =
        Channel::ALL.iter().map(|channel| cell(here.saver, person, What::Topic(topic), *channel)).collect();
    let title = view! { {t(words::topic(topic))} }.into_any();
    let own = move |line: &&Line| line.topic == topic;
    let lines = Memo::new(move |_| lines.with(|all| all.iter().filter(own).cloned().collect::<Vec<_>>()));
    let comes_to = part(move || {
        let items = lines.with(|lines| words::together(lines)).into_iter().map(|one| told(one, topic));
        view! { <ul class="wish__told">{items.collect::<Vec<_>>()}</ul> }.into_any()
    });
    let singly = (subjects.len() > 1).then(|| singly(here, person, subjects));
    let only = match subjects {
        [only] => only.kept().map(|why| view! { <p class="small quiet">{t(kept(why))}</p> }.into_any()),
        _ => None,
    };
    let below = view! { {comes_to} {only} {singly} }.into_any();
    view! { <div class="card" id=format!("topic-{}", topic.code())>{row(title, cells, below)}</div> }
        .into_any()
}

/// What the switches come to now.
fn told(told: Told, topic: Topic) -> AnyView {
    let (title, why) = words::how(&told.how);
    // The whole group stands above already.
    let which = (told.what != [words::topic(topic)]).then(|| which(told.what));
    view! {
        <li>
            <p>
                <strong>{t(title)}</strong>
                {why.map(|why| view! { <span class="small quiet">" " {t(why)}</span> }.into_any())}
            </p>
            {which}
            {told.lacking.into_iter().map(lacking).collect::<Vec<_>>()}
        </li>
    }
    .into_any()
}

/// Each subject by itself; built when somebody opens it, and not before: they are many.
fn singly(here: Here, person: &PersonId, subjects: &[Subject]) -> AnyView {
    let opened = RwSignal::new(false);
    let (person, subjects) = (person.clone(), subjects.to_vec());
    let count = subjects.len();
    let rows = move || {
        let rows: Vec<AnyView> = subjects.iter().map(|subject| one(here, &person, *subject)).collect();
        view! { <div class="stack">{rows}</div> }.into_any()
    };
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>
                <Icon name="right" />
                {t(n::wishes_singly(count))}
            </summary>
            {part_if(move || opened.get(), rows)}
        </details>
    }
    .into_any()
}

/// One subject.
fn one(here: Here, person: &PersonId, subject: Subject) -> AnyView {
    let cells =
        subject.channels().iter().map(|channel| cell(here.saver, person, What::Subject(subject), *channel));
    let title = view! { {t(words::subject(&Coded::Known(subject)))} }.into_any();
    let below = subject.kept().map(|why| view! { <p class="small quiet">{t(kept(why))}</p> }.into_any());
    row(title, cells.collect(), below.into_any())
}
