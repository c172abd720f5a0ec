//! What comes next, person by person, in order of need.

use std::sync::Arc;

use contract::PersonId;
use contract::access::Access;
use contract::person::RawPerson;
use domain::document::Attention;
use leptos::prelude::*;

use super::card::card;
use super::visit::with_a_child;
use crate::i18n::t;
use crate::i18n::texts::board as bo;
use crate::load::Load;
use crate::pages::family::skeleton;
use crate::reading::Reading;
use crate::state::documents::{Documents, Row, Rows};
use crate::state::session::{is_own, use_session};

/// The most pressing of each person's needs.
type Need = (Attention, Arc<Row>);

/// The board.
#[component]
pub fn Board(access: Reading<Access>) -> impl IntoView {
    let Some(documents) = use_context::<Documents>() else { return ().into_any() };
    view! {
        <section class="stack" aria-labelledby="board-heading">
            <h2 id="board-heading">{t(bo::title())}</h2>
            <Load
                value=move || documents.rows.get()
                retry=Callback::new(move |()| documents.retry())
                skeleton=ViewFn::from(skeleton)
                let(rows)
            >
                {cards(documents, &rows, access)}
            </Load>
        </section>
    }
    .into_any()
}

/// A card for each person; tracks the persons, their documents, and what is known of access.
fn cards(documents: Documents, rows: &Rows, access: Reading<Access>) -> AnyView {
    let session = use_session();
    session.persons.track();
    let persons = untrack(|| session.session()).map(|session| session.persons.clone()).unwrap_or_default();
    let needing = documents.needing(session).unwrap_or_default();
    // Where it is not known, the card says what the session knows.
    let known = access.answer().and_then(Result::ok);
    let visit = with_a_child(&persons);
    let items: Vec<_> = in_order(persons, &needing)
        .into_iter()
        .map(|(person, need)| {
            let count = rows.all.iter().filter(|row| row.entry.person == person.id).count();
            let grant = known.as_ref().and_then(|access| held(access, &person.id));
            card(&person, need, count, grant)
        })
        .collect();
    view! {
        <ul class="stack">{items}</ul>
        {visit}
    }
    .into_any()
}

/// The grant by which a person's documents are seen.
fn held(access: &Access, person: &PersonId) -> Option<contract::access::Grant> {
    use crate::pages::family::holding::holds;
    access.held.iter().find(|grant| grant.person == *person && holds(grant)).cloned()
}

/// Who needs something first, the most pressing before the others; then those without needs, oneself first.
fn in_order(persons: Vec<RawPerson>, needing: &[Need]) -> Vec<(RawPerson, Option<Need>)> {
    let place = |person: &RawPerson| needing.iter().position(|(_, row)| row.entry.person == person.id);
    let key = |person: &RawPerson| (place(person).unwrap_or(usize::MAX), !is_own(person));
    let order = domain::order::order(persons.len(), &|a, b| key(&persons[a]).cmp(&key(&persons[b])));
    let with_need =
        |person: &RawPerson| (person.clone(), place(person).and_then(|at| needing.get(at).cloned()));
    order.into_iter().filter_map(|at| persons.get(at)).map(with_need).collect()
}

#[cfg(test)]
mod tests {
    use contract::document::IndexEntry;

    use super::*;

    fn persons() -> Vec<RawPerson> {
        let text = include_str!("../../../../../contract/examples/persons.json");
        let all: serde_json::Value = serde_json::from_str(text).unwrap();
        serde_json::from_value(all["persons"].clone()).unwrap()
    }

    fn need(id: &str, person: &str) -> Need {
        let text = format!(
            r#"{{"id": "{id}", "person": "{person}", "kind": "medicine_protocol", "number": "1", "subject": "",
                 "status": "docs_required", "changed_at": "2026-05-03"}}"#
        );
        let entry: IndexEntry = serde_json::from_str(&text).unwrap();
        let row = Row { entry, haystack: String::new(), fresh: false };
        (Attention::DocumentsMissing, Arc::new(row))
    }

    fn order(needing: &[Need]) -> Vec<(String, Option<String>)> {
        let name = |need: Option<Need>| need.map(|(_, row)| row.entry.id.to_string());
        in_order(persons(), needing).into_iter().map(|(person, need)| (person.id.0, name(need))).collect()
    }

    #[test]
    fn without_needs_one_is_first_oneself() {
        let ids: Vec<_> = order(&[]).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["p-1", "p-2", "p-3"]);
    }

    #[test]
    fn the_most_pressing_need_of_each_person_counts_and_orders_them() {
        let needing = [need("d-9", "p-3"), need("d-8", "p-3"), need("d-7", "p-2")];
        let found = order(&needing);
        let found: Vec<_> = found.iter().map(|(id, need)| (id.as_str(), need.as_deref())).collect();
        assert_eq!(found, [("p-3", Some("d-9")), ("p-2", Some("d-7")), ("p-1", None)]);
    }
}
