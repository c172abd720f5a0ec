//! All documents of all persons in one list: filter, search, sort.

mod filters;
mod query;

use contract::PersonId;
use contract::person::Shared;
use domain::search::fold;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::announce::PageTitle;
use crate::components::acting::Acting;
use crate::components::row::DocumentRow;
use crate::components::state::{Empty, Wait};
use crate::i18n::{changing, m, t};
use crate::load::Load;
use crate::route::Route;
use crate::state::clock;
use crate::state::documents::{Documents, Row, Rows};
use crate::state::kept;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};
use crate::ui::skeleton::SkeletonRows;
use crate::ui::window::WindowedRows;
use filters::{Filters, SortChoice};
use query::{Query, matching, sorted};

/// The address of the list of what needs the person.
pub fn needing_address() -> String {
    Query { needing: true, ..Query::default() }.address()
}

/// The address of the list of one person's documents.
pub fn person_address(person: PersonId) -> String {
    Query { person: Some(person), ..Query::default() }.address()
}

/// What the list is asked for, and how to ask for something else.
#[derive(Clone, Copy)]
struct Asked {
    /// The part in the address.
    query: Memo<Query>,
    /// The text, which never stands in the address.
    text: RwSignal<String>,
    /// Puts another query into the address.
    ask: Callback<Query>,
}

impl Asked {
    fn new() -> Self {
        let map = use_query_map();
        let query = Memo::new(move |_| {
            map.with(|map| Query::read(map.latest_values().map(|(name, value)| (name.as_ref(), value))))
        });
        let navigate = use_navigate();
        let own = use_session().own_id();
        let text = RwSignal::new(kept::read(own.as_ref()));
        let unload = window_event_listener(ev::beforeunload, move |_| kept::leave_for_reload(own.as_ref()));
        on_cleanup(move || unload.remove());
        let ask = Callback::new(move |query: Query| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&query.address(), options);
            // The router writes its own state with the address: the text goes back beside it.
            kept::keep(&text.get_untracked());
        });
        Self { query, text, ask }
    }

    fn clear(self) {
        self.text.set(String::new());
        self.ask.run(Query { sort: self.query.get_untracked().sort, ..Query::default() });
    }
}

/// The page with the list.
#[component]
pub fn DocumentsPage() -> impl IntoView {
    let Some(documents) = use_context::<Documents>() else { return ().into_any() };
    let asked = Asked::new();
    let session = use_session();
    // The list of one person is that person's page.
    let whose = Memo::new(move |_| {
        asked.query.with(|query| query.person.clone()).filter(|person| session.person(person).is_some())
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Route::Documents.title() />
                {part(move || whose.get().map(|id| view! { <Acting id /> }.into_any()).into_any())}
            </div>
            <Load
                value=move || documents.rows.get()
                retry=Callback::new(move |()| documents.retry())
                skeleton=ViewFn::from(|| {
                    view! {
                        <Wait text=m::loading_documents() />
                        <SkeletonRows />
                    }.into_any()
                })
                let(rows)
            >
                {if rows.all.is_empty() {
                    view! { <Empty picture="sky-clear" title=m::documents_empty() text=m::documents_empty_text() /> }
                        .into_any()
                } else {
                    view! { <List documents asked /> }.into_any()
                }}
            </Load>
        </div>
    }
    .into_any()
}

#[component]
fn List(documents: Documents, asked: Asked) -> impl IntoView {
    let session = use_session();
    let order = Memo::new(move |_| {
        let Some(Ok(rows)) = documents.rows.get() else { return Rows::none() };
        rows.chosen(sorted(&rows.all, asked.query.get().sort))
    });
    let shown = Memo::new(move |_| {
        let rows = order.get();
        let name = |id: &PersonId| session.person(id).map(|person| fold(&person.name)).unwrap_or_default();
        let needing = |row: &Row| row.attention(clock::today(session.zone(&row.entry.person))).is_some();
        asked.text.with(|text| matching(&rows.all, &asked.query.get(), text, name, needing))
    });
    let at = move |index: usize| {
        let place = shown.with(|places| places.get(index).copied())?;
        order.with(|rows| rows.all.get(place).cloned())
    };
    let all = Memo::new(move |_| order.with(|rows| rows.all.len()));
    let count = Memo::new(move |_| shown.with(Vec::len));
    let row = move |index: usize| match untrack(|| at(index)) {
        Some(row) => view! { <DocumentRow row /> }.into_any(),
        None => ().into_any(),
    };
    let key = move |index: usize| at(index).map(|row| row.key()).unwrap_or_default();
    let list = move || {
        view! {
            <div class="list">
                <WindowedRows count key row label=m::documents_list() />
            </div>
        }
        .into_any()
    };
    view! {
        <Filters documents asked />
        {part_if(move || asked.query.with(|query| query.damaged), damaged)}
        <section class="stack stack--close" aria-label=t(m::documents_list())>
            <div class="listbar">
                <p class="listbar__count" role="status">{changing(move || m::documents_count(count.get()))}</p>
                <SortChoice asked />
            </div>
            {part_if(move || count.get() == 0, move || view! { <NoMatch documents asked all /> }.into_any())}
            {part_if(move || { count.get() > 0 }, list)}
        </section>
    }
}

/// Something in the address was not understood.
fn damaged() -> AnyView {
    view! {
        <p class="notice tone-waiting" role="status">
            <Icon name="info" />
            {t(m::documents_damaged())}
        </p>
    }
    .into_any()
}

/// Nothing found: why, and the way back.
#[component]
fn NoMatch(documents: Documents, asked: Asked, all: Memo<usize>) -> impl IntoView {
    let session = use_session();
    let text = changing(move || {
        let person = asked.query.with(|query| query.person.clone());
        let person = person.filter(|person| documents.count_of(person) == Some(0));
        // Of whom one may see nothing any more, nothing is said.
        match person.and_then(|person| session.person(&person)).map(|person| person.shared()) {
            Some(Shared::Everything) => m::documents_none_of_person(),
            Some(Shared::SomeKinds) => m::documents_none_of_kinds(),
            Some(Shared::Nothing) => m::documents_none_shared(),
            None => m::documents_no_match_text(all.get()),
        }
    });
    view! {
        <section class="state">
            <crate::ui::icon::Picture name="sky-fog" />
            <h2 class="state__title">{t(m::documents_no_match())}</h2>
            <p>{text}</p>
            <p>
                <button class="button button--second" type="button" on:click=move |_| asked.clear()>
                    {t(m::documents_clear())}
                </button>
            </p>
        </section>
    }
}
