//! The GP: whether one can be changed today, why, and when next; for everybody one cares for.

mod calendar;
mod words;
mod year;

use std::sync::Arc;

use contract::gp::{GpRecord, Registration, Told};
use contract::person::RawPerson;
use domain::coded::{Code, Coded};
use domain::gp_choice::{self, Said};
use domain::moment::Zone;
use domain::person::Relation;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::api;
use crate::calculator::catalogue;
use crate::components::calculator::{notes, sentence, working};
use crate::components::link::back;
use crate::components::person::full_name;
use crate::components::state::loading;
use crate::i18n::t;
use crate::i18n::texts::doctor as d;
use crate::load::Load;
use crate::pages::calculators::item;
use crate::reading::Reading;
use crate::route::service::Service;
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::ui::segment::{Segment, segment};
use words::Advised;

/// Somebody, and what the register says of them.
#[derive(Clone)]
struct One {
    person: RawPerson,
    read: Reading<GpRecord>,
}

impl One {
    fn begin(person: RawPerson) -> Self {
        let id = person.id.clone();
        let read = Reading::begin(move || {
            let id = id.clone();
            async move { api::gp::of(&id).await }
        });
        Self { person, read }
    }

    /// What the register says, once it is here; tracked.
    fn record(&self) -> Option<Arc<GpRecord>> {
        self.read.answer()?.ok()
    }
}

/// The page.
#[component]
pub fn DoctorPage() -> impl IntoView {
    let all: Arc<[One]> = use_session().own_first().into_iter().map(One::begin).collect();
    let cards: Vec<_> = all.iter().enumerate().map(|(place, one)| card(place, one)).collect();
    view! {
        <div class="page">
            <div class="page__head">
                {back(Service::All.route().path(), Service::All.route().title())}
                <PageTitle text=d::title() />
                <p class="lead">{t(d::lead())}</p>
            </div>
            {cards}
            {part(move || years(&all))}
            <ul class="ways">{item(&catalogue::ELSEWHERE)}</ul>
        </div>
    }
}

/// One person.
fn card(place: usize, one: &One) -> AnyView {
    let One { person, read } = one.clone();
    // The number and no id of the person: nothing of them stands where a link could carry it.
    let heading = format!("doctor-{place}");
    let labelled_by = heading.clone();
    let relation = person.relation.clone();
    let name = ArcSignal::derive(move || full_name(&person));
    view! {
        <section class="card stack" aria-labelledby=labelled_by>
            <h2 id=heading>{name}</h2>
            <Load value=move || read.answer() retry=read.retry() skeleton=ViewFn::from(loading) let(record)>
                {advised(place, record, relation.clone())}
            </Load>
        </section>
    }
    .into_any()
}

/// The answer, how it comes about, and what somebody can say that changes it.
fn advised(place: usize, record: Arc<GpRecord>, relation: Coded<Relation>) -> AnyView {
    let said = RwSignal::new(None::<Said>);
    let question = words::can_say(&record).then(|| question(place, said));
    let now = match record.told() {
        Told::With(registration) => registered(registration),
        Told::Nobody | Told::OtherSystem(_) => ().into_any(),
    };
    let told = Memo::new(move |_| {
        let today = clock::today(Zone::Sofia);
        words::advised(&words::Asked { record: &record, relation: &relation, said: said.get(), today })
    });
    let answer = move || {
        let Advised { answer, why } = told.get();
        view! {
            {sentence(answer.tone, answer.sentence)}
            {why.map(|why| view! { <p>{t(why)}</p> }.into_any())}
        }
        .into_any()
    };
    let noted = move || told.with(|told| !told.answer.notes.is_empty());
    let worked = move || told.with(|told| !told.answer.lines.is_empty());
    let more = move || part(move || notes(told.get().answer.notes)).into_any();
    let how = move || {
        let lines = move || working(told.get().answer.lines, None);
        view! {
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    {t(d::how())}
                </summary>
                {part(lines)}
            </details>
        }
        .into_any()
    };
    view! {
        <div class="stack stack--close" role="status">
            {part(answer)}
        </div>
        {now}
        {part_if(noted, more)}
        {part_if(worked, how)}
        {question}
    }
    .into_any()
}

/// With whom they are registered.
fn registered(registration: &Registration) -> AnyView {
    let Registration { doctor, address, phone, since, .. } = registration.clone();
    let phone = phone.map(|phone| {
        let call = format!("tel:{phone}");
        view! {
            <a class="cluster" href=call>
                <Icon name="phone" small=true />
                {phone}
            </a>
        }
        .into_any()
    });
    view! {
        <div>
            <p class="quiet small">{t(d::now())}</p>
            <p>
                <strong>{doctor}</strong>
            </p>
            <p class="small">{t(d::now_since(address.as_str(), since))}</p>
            {phone}
        </div>
    }
    .into_any()
}

/// Whether they have moved: asked, not guessed, and kept nowhere.
fn question(place: usize, said: RwSignal<Option<Said>>) -> AnyView {
    const NONE: &str = "none";
    let words = |said: Said| match said {
        Said::Moved => d::said_moved(),
        Said::AddressChanged => d::said_address_changed(),
    };
    let options =
        [(NONE, d::said_none())].into_iter().chain(Said::ALL.iter().map(|one| (one.code(), words(*one))));
    let switch = segment(Segment {
        name: format!("moved-{place}"),
        legend: view! { {t(d::said_legend())} }.into_any(),
        options: options.collect(),
        value: ArcSignal::derive(move || said.get().map_or(NONE, Code::code)),
        choose: Callback::new(move |code: &'static str| said.set(Said::from_code(code).known())),
    });
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" small=true />
                {t(d::said())}
            </summary>
            {switch}
            <p class="quiet small">{t(d::said_hint())}</p>
        </details>
    }
    .into_any()
}

/// The year of everybody.
fn years(all: &[One]) -> AnyView {
    let today = clock::today(Zone::Sofia);
    let mut closed: Vec<year::Closed> = Vec::new();
    let mut known = false;
    for one in all {
        let Some(record) = one.record() else { continue };
        let practice = match record.told() {
            Told::With(registration) => Some(registration.practice.as_str()),
            Told::Nobody => None,
            Told::OtherSystem(_) => continue,
        };
        known = true;
        let year = gp_choice::year(today, practice);
        if year.no_protocols.is_none() {
            continue;
        }
        let name = one.person.name.clone();
        match closed.iter_mut().find(|other| other.year == year) {
            Some(other) => other.names.push(name),
            None => closed.push(year::Closed { year, names: vec![name] }),
        }
    }
    if !known {
        return ().into_any();
    }
    view! {
        <section class="card stack" aria-labelledby="doctor-year">
            <h2 id="doctor-year">{t(d::year())}</h2>
            {year::strip(&gp_choice::year(today, None), &closed)}
            {calendar::offer(today)}
        </section>
    }
    .into_any()
}
