//! What one shows in a pharmacy: one document on one screen, or on one sheet of paper. Read from the server when it is opened,
//! with the time at which that was.

mod sheet;
mod words;

use chrono::{DateTime, Utc};
use contract::DocumentId;
use contract::document::Document;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::api;
use crate::components::link::back;
use crate::components::state::Wait;
use crate::i18n::m;
use crate::i18n::texts::pharmacy as p;
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::state::clock;
use crate::state::live::Live;
use crate::ui::skeleton::SkeletonCard;

/// The document, and when it was read by the server's clock.
#[derive(PartialEq)]
struct Seen {
    document: Document,
    at: Option<DateTime<Utc>>,
}

/// The page.
#[component]
pub fn PharmacyPage(
    /// Which document.
    id: DocumentId,
) -> impl IntoView {
    let document = Route::Document(id.clone()).path();
    let read = reading(id);
    let skeleton = || {
        view! {
            <Wait text=m::loading() />
            <SkeletonCard />
        }
    };
    view! {
        <article class="page">
            <div class="page__head">
                {back(document.clone(), p::back())}
                <PageTitle text=p::title() />
            </div>
            <Load value=move || read.answer() retry=read.retry() skeleton=ViewFn::from(skeleton) let(seen)>
                {sheet::sheet(&seen, &document)}
            </Load>
        </article>
    }
}

/// Reads the document, and again whenever something happened to it: what is left does not come with a change.
fn reading(id: DocumentId) -> Reading<Seen> {
    let asked = id.clone();
    let mut read = Reading::begin(move || {
        let id = asked.clone();
        async move {
            let document = api::documents::one(&id).await?.whole()?;
            Ok(Seen { document, at: clock::now() })
        }
    });
    if let Some(live) = use_context::<Live>() {
        read = read.again_after(live.resets);
        live.after_changes_of(id, Box::new(move || read.again()));
    }
    read
}
