//! What was put together, for people: on the page and on paper. The file has all of it.

use contract::account_data::{AccountDigest, CaredFor, DocumentDigest};
use domain::moment::Zone;
use leptos::prelude::*;

use crate::i18n::texts::rights as r;
use crate::i18n::{self, Msg, m, t};
use crate::ui::fact::fact;
use crate::words;

/// More rows than these nobody reads or prints; the file has the others.
const ROWS: usize = 200;

/// The summary.
pub fn summary(data: &AccountDigest, zone: Zone) -> AnyView {
    let contacts = &data.account.contacts;
    let persons: Vec<_> =
        data.persons.iter().map(|person| view! { <li>{t(person_words(person))}</li> }.into_any()).collect();
    let cared_for =
        (!persons.is_empty()).then(|| fact(r::sum_persons(), view! { <ul>{persons}</ul> }.into_any()));
    view! {
        <dl class="card facts">
            {fact(r::sum_name(), text(&data.account.name))}
            {fact(r::sum_email(), text(&contacts.email))}
            {fact(r::sum_phone(), text(&contacts.phone))}
            {fact(r::sum_address(), text(&contacts.address))}
            {cared_for}
            {fact(r::sum_given(), count(data.given.0))}
            {fact(r::sum_held(), count(data.held.0))}
            {fact(r::sum_invitations(), count(data.invitations.0))}
            {fact(r::sum_wrong_codes(), count(data.wrong_codes.0))}
            {fact(r::sum_access_log(), count(data.access_log.0))}
            {fact(r::sum_deeds(), count(data.deeds.0))}
            {fact(r::sum_files(), count(data.files.0))}
            {fact(r::sum_insurance(), count(data.months()))}
            {fact(r::sum_sign_ins(), count(data.sign_ins.0))}
            {fact(r::sum_sessions(), count(data.sessions.0))}
            {fact(r::sum_reports(), count(data.reports.0))}
            {fact(r::sum_corrections(), count(data.corrections.0))}
        </dl>
        {documents(&data.documents, zone)}
    }
    .into_any()
}

/// A text as it is kept; that there is none is said.
fn text(text: &str) -> AnyView {
    if text.is_empty() { t(r::sum_none()).into_any() } else { text.to_owned().into_any() }
}

fn count(number: usize) -> AnyView {
    number.to_string().into_any()
}

fn person_words(person: &CaredFor) -> Msg {
    match words::relation_of(&person.relation) {
        Some(relation) => m::person_with_relation(person.name.as_str(), relation),
        None => m::person_with_relation(person.name.as_str(), person.relation.code()),
    }
}

fn documents(documents: &[DocumentDigest], zone: Zone) -> AnyView {
    let heading =
        view! { <h4 class="asked__title" id="sum-documents">{t(r::sum_documents(documents.len()))}</h4> };
    if documents.is_empty() {
        return heading.into_any();
    }
    let rows: Vec<_> = documents.iter().take(ROWS).map(|document| row(document, zone)).collect();
    let left = documents.len().saturating_sub(ROWS);
    let more = (left > 0).then(|| view! { <p class="quiet">{t(r::sum_more(left))}</p> }.into_any());
    view! {
        {heading}
        <table class="table table--cards" role="table" aria-labelledby="sum-documents">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t(r::sum_number())}</th>
                    <th role="columnheader" scope="col">{t(r::sum_subject())}</th>
                    <th role="columnheader" scope="col">{t(r::sum_status())}</th>
                    <th role="columnheader" scope="col">{t(r::sum_changed())}</th>
                    <th role="columnheader" scope="col">{t(r::sum_events())}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {more}
    }
    .into_any()
}

fn row(document: &DocumentDigest, zone: Zone) -> AnyView {
    let at = document.changed_at;
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label=t(r::sum_number())>{document.number.clone()}</th>
            <td role="cell" data-label=t(r::sum_subject())>{document.subject.clone()}</td>
            <td role="cell" data-label=t(r::sum_status())>{t(words::status(&document.status))}</td>
            <td role="cell" data-label=t(r::sum_changed())>
                {ArcSignal::derive(move || i18n::moment(i18n::language(), at, zone))}
            </td>
            <td role="cell" data-label=t(r::sum_events())>{document.events.0}</td>
        </tr>
    }
    .into_any()
}
