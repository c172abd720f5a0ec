//! The status of a document: word, icon and colour.

use domain::coded::Coded;
use domain::document::Status;
use leptos::prelude::*;

use crate::i18n::t;
use crate::ui::icon::Icon;
use crate::words;

/// A status as a chip.
#[component]
pub fn StatusChip(
    /// The status.
    status: Coded<Status>,
) -> impl IntoView {
    let (tone, icon) = words::status_look(&status);
    view! {
        <span class=format!("status status--chip {}", tone.class())>
            <Icon name=icon small=true />
            {t(words::status(&status))}
        </span>
    }
}
