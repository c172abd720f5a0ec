//! The accessibility statement.

use leptos::prelude::*;

use super::contact::Fund;
use super::{CHECKED, list, part};
use crate::announce::PageTitle;
use crate::i18n::t;
use crate::i18n::texts::about as a;
use crate::route::Route;

/// The accessibility statement.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! {
        <article class="prose">
            <PageTitle text=Route::Accessibility.title() />
            <p class="lead">{t(a::access_lead())}</p>
            {part(a::access_can(), [])}
            {list([
                a::access_can_keyboard(),
                a::access_can_reader(),
                a::access_can_text(),
                a::access_can_motion(),
                a::access_can_time(),
                a::access_can_language(),
            ])}
            {part(a::access_limits(), [])}
            {list([a::access_limit_find(), a::access_limit_words()])}
            {part(a::access_report(), [a::access_report_text()])}
            <Fund />
            {part(a::access_how(), [a::access_how_text()])}
            {CHECKED.map(|day| view! { <p class="quiet small">{t(a::checked(day))}</p> }.into_any())}
        </article>
    }
}
