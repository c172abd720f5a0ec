//! What is printed on the document.

use std::sync::Arc;

use crate::api::documents::Opened;
use leptos::prelude::*;

use crate::components::person::name;
use crate::i18n::texts::document as d;
use crate::i18n::{Msg, t};
use crate::ui::fact::fact;
use crate::words;

/// The facts of a document.
#[component]
pub fn Facts(
    /// The document.
    document: Arc<Opened>,
) -> impl IntoView {
    let entry = &document.entry;
    let person = entry.person.clone();
    let validity: Msg = match (document.facts.valid_from, entry.valid_to) {
        (Some(from), Some(to)) => d::facts_from_to(from, to),
        (None, Some(to)) => d::facts_to(to),
        (Some(from), None) => d::facts_from(from),
        (None, None) => d::facts_no_validity(),
    };
    let amount = document.facts.approved_amount.map(domain::money::Money::from);
    view! {
        <section class="card" aria-labelledby="facts-heading">
            <h2 id="facts-heading">{t(d::facts_title())}</h2>
            <dl class="facts">
                {fact(d::facts_number(), entry.number.clone().into_any())}
                {fact(d::facts_kind(), t(words::kind(&entry.kind)).into_any())}
                {document.facts.protocol_group.clone().map(|group| fact(d::facts_group(), group.into_any()))}
                {fact(d::facts_person(), name(person).into_any())}
                {document.facts.issuer.clone().map(|issuer| fact(d::facts_issuer(), issuer.into_any()))}
                {fact(d::facts_validity(), t(validity).into_any())}
                {amount.map(|amount| fact(d::facts_amount(), t(d::facts_amount_value(amount)).into_any()))}
            </dl>
        </section>
    }
}
