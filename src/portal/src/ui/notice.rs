//! A notice that something was not done.

use leptos::prelude::*;

use super::icon::Icon;
use crate::i18n::{Msg, m, t};

/// Something was not done: what happened, what is the case now, and the number to quote where the server gave one. What was
/// typed stays where it is.
pub fn not_done(title: Msg, text: Msg, request_id: Option<String>) -> AnyView {
    view! {
        <div class="notice tone-danger" role="alert">
            <Icon name="refused" />
            <div class="notice__body">
                <p class="notice__title">{t(title)}</p>
                <p>{t(text)}</p>
                {request_id.map(|id| view! { <p class="small">{t(m::error_request(id))}</p> }.into_any())}
            </div>
        </div>
    }
    .into_any()
}
