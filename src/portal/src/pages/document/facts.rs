//! What is printed on the document.

use std::sync::Arc;

use crate::api::documents::Opened;
use leptos::prelude::*;

use crate::components::person::name;
use crate::i18n::texts::document as d;
use crate::i18n::{Msg, t};
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
                <div>
                    <dt>{t(d::facts_number())}</dt>
                    <dd>{entry.number.clone()}</dd>
                </div>
                <div>
                    <dt>{t(d::facts_kind())}</dt>
                    <dd>{t(words::kind(&entry.kind))}</dd>
                </div>
                <div>
                    <dt>{t(d::facts_person())}</dt>
                    <dd>{name(person)}</dd>
                </div>
                {document
                    .facts.issuer
                    .clone()
                    .map(|issuer| {
                        view! {
                            <div>
                                <dt>{t(d::facts_issuer())}</dt>
                                <dd>{issuer}</dd>
                            </div>
                        }.into_any()
                    })}
                <div>
                    <dt>{t(d::facts_validity())}</dt>
                    <dd>{t(validity)}</dd>
                </div>
                {amount
                    .map(|amount| {
                        view! {
                            <div>
                                <dt>{t(d::facts_amount())}</dt>
                                <dd>{t(d::facts_amount_value(amount))}</dd>
                            </div>
                        }.into_any()
                    })}
            </dl>
        </section>
    }
}
