//! What the server has: received files with their receipts, and the account's own that are not finished.

use std::sync::Arc;

use contract::FileId;
use contract::attachment::{FileState, Receipt, SentFile, SentFiles};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::giving_up::{Target, What};
use crate::api;
use crate::i18n::t;
use crate::i18n::texts::document as d;
use crate::ui::fact::fact;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::{Tone, file as words};

/// So many digits of a fingerprint tell files of one document apart at a glance.
const SHORT: usize = 8;

/// The list, without what stands among the chosen files (`not_here`).
pub fn list(
    answer: Arc<SentFiles>,
    zone: Zone,
    not_here: Memo<Vec<FileId>>,
    closed: Signal<bool>,
    giving_up: RwSignal<Option<Target>>,
) -> AnyView {
    part(move || {
        let shown = |file: &&SentFile| not_here.with(|others| !others.contains(&file.id));
        let cards: Vec<_> =
            answer.files.iter().filter(shown).map(|file| card(file, zone, closed.get(), giving_up)).collect();
        if cards.is_empty() {
            return view! { <p class="quiet">{t(d::files_none())}</p> }.into_any();
        }
        view! { <ul class="stack stack--close">{cards}</ul> }.into_any()
    })
    .into_any()
}

fn card(file: &SentFile, zone: Zone, closed: bool, giving_up: RwSignal<Option<Target>>) -> AnyView {
    let (tone, icon, says) = match (&file.state, &file.receipt) {
        (Coded::Known(FileState::Received), _) => (Tone::Success, "approved", d::files_received()),
        (Coded::Known(FileState::Receiving), _) => {
            (Tone::Waiting, "waiting", d::files_receiving(words::percent(file.received, file.size)))
        }
        (Coded::Unknown(code), _) => (Tone::Unknown, "unknown", d::files_state_unknown(code.as_str())),
    };
    let begun =
        (file.state == Coded::Known(FileState::Receiving)).then(|| begun(file, zone, closed, giving_up));
    let receipt = file.receipt.as_ref().map(|receipt| received(file, receipt, zone));
    view! {
        <li class="card file">
            <p class="file__name"><strong>{file.name.clone()}</strong> " " <span class="quiet small">{t(words::size(file.size))}</span></p>
            <p>
                <span class=format!("status status--chip {}", tone.class())>
                    <Icon name=icon small=true />
                    {t(says)}
                </span>
            </p>
            {receipt}
            {begun}
        </li>
    }
    .into_any()
}

fn received(file: &SentFile, receipt: &Receipt, zone: Zone) -> AnyView {
    let by =
        if file.sender.own { t(d::files_by_you()).into_any() } else { file.sender.name.clone().into_any() };
    let at = t(d::files_when((Moment::Instant(receipt.received_at), zone)));
    let full = receipt.sha256.to_string();
    let start: String = full.chars().take(SHORT).collect();
    let open = file.sender.own.then(|| {
        let label = d::files_of(d::files_open(), file.name.as_str());
        // A file to be saved and no page of the app: its answer says so, and gives the name.
        view! {
            <p class="no-print">
                <a href=api::files::content_address(&file.id) download="" aria-label=t(label)>{t(d::files_open())}</a>
            </p>
        }.into_any()
    });
    view! {
        <dl class="facts">
            {fact(d::files_number(), receipt.number.clone().into_any())}
            {fact(d::files_at(), at.into_any())}
            {fact(d::files_by(), by)}
        </dl>
        <details class="fold">
            <summary><Icon name="right" small=true />{t(d::files_fingerprint(start))}</summary>
            <code class="file__print">{full}</code>
        </details>
        {open}
    }
    .into_any()
}

fn begun(file: &SentFile, zone: Zone, closed: bool, giving_up: RwSignal<Option<Target>>) -> AnyView {
    let target = Target { name: file.name.clone(), what: What::Begun(file.id.clone()) };
    // Where nothing can be sent any more, it does not go on either.
    let resume = file.expires.filter(|_| !closed);
    let label = d::files_of(d::files_stop(), file.name.as_str());
    view! {
        {resume.map(|at| view! { <p>{t(d::files_resume((Moment::Instant(at), zone)))}</p> }.into_any())}
        <p class="no-print">
            <button
                class="button button--plain"
                type="button"
                aria-label=t(label)
                on:click=move |_| giving_up.set(Some(target.clone()))
            >
                {t(d::files_stop())}
            </button>
        </p>
    }
    .into_any()
}
