//! What goes on beside the pages while somebody is signed in: live changes, and the warning before the session ends.
//!
//! No page needs it to be usable, so it comes as a chunk of its own when the first documents are there.

mod access;
mod live;
mod notices;
mod session_end;

use std::time::Duration;

use contract::ContactId;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::components::chunk::{chunk, coming, needs};
use crate::effect::effect;
use crate::i18n::areas;
use crate::state::device;
use crate::state::documents::Documents;
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::state::tabs::Tabs;
use crate::ui::part::part;
use live::LiveCorner;
use session_end::SessionEnd;

chunk!(notices, device_notices, ContactId, |id| match use_context::<Live>() {
    Some(live) => view! { <notices::Notices live id /> }.into_any(),
    None => ().into_any(),
});
chunk!(beside, beside_pages, (), |()| view! { <All /> }.into_any());

/// Before the code is asked for again when it could not be had.
const RETRY: Duration = Duration::from_secs(30);

/// Fetches it once the documents are there, or failed, and puts it beside the page.
#[component]
pub fn Beside(
    /// The documents of whoever is signed in.
    documents: Documents,
) -> impl IntoView {
    let attempt = RwSignal::new(0_u32);
    let usable = Memo::new(move |_| documents.rows.with(Option::is_some));
    let shown = RwSignal::new(false);
    // Once the documents have been painted: until then the line belongs to them.
    effect(move || {
        if usable.get() {
            let painted = move || {
                shown.try_set(true);
            };
            request_animation_frame(move || set_timeout(painted, Duration::ZERO));
        }
    });
    part(move || {
        attempt.track();
        if !shown.get() {
            return ().into_any();
        }
        let all = async move {
            if SendWrapper::new(needs(&areas::BESIDE)).await.is_ok()
                && let Ok(all) = beside_pages::open(()).await
            {
                crate::app::document_page::ahead(&areas::DOCUMENT);
                return all;
            }
            // Nothing is lost but time: the index is read anew when the stream begins.
            let again = move || {
                attempt.try_update(|count| *count += 1);
            };
            set_timeout(again, RETRY);
            ().into_any()
        };
        coming(|| ().into_any(), Box::pin(all))
    })
}

#[component]
fn All() -> impl IntoView {
    let (Some(live), Some(tabs), Some(documents)) =
        (use_context::<Live>(), use_context::<Tabs>(), use_context::<Documents>())
    else {
        return ().into_any();
    };
    let session = use_session();
    effect(move || live.look(tabs, session));
    effect(move || {
        if let Some(sequence) = documents.sequence() {
            live.index_read(sequence);
            live.start(tabs, session);
        }
    });
    view! {
        <LiveCorner live session />
        <SessionEnd />
        {part(shown_here)}
    }
    .into_any()
}

/// The notices of this device, where there are any: for most it is code that never comes.
fn shown_here() -> AnyView {
    let Some(id) = device::ID.get() else { return ().into_any() };
    // What cannot be had now comes with the next visit.
    let notices = async move { device_notices::open(id).await.unwrap_or_else(|_| ().into_any()) };
    coming(|| ().into_any(), Box::pin(notices))
}
