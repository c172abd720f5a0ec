//! The privacy notice: what this portal really does, and nothing it does not.

use leptos::prelude::*;

use super::contact::{Commission, Fund};
use super::{CHECKED, list, part};
use crate::announce::PageTitle;
use crate::i18n::t;
use crate::i18n::texts::about as a;
use crate::route::Route;

/// The privacy notice.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! {
        <article class="prose">
            <PageTitle text=Route::Privacy.title() />
            <p class="lead">{t(a::privacy_lead())}</p>
            {part(a::privacy_demo(), [a::privacy_demo_text()])}
            {part(a::privacy_shown(), [a::privacy_shown_text()])}
            {list([a::privacy_shown_documents(), a::privacy_shown_persons(), a::privacy_shown_contacts()])}
            {part(a::privacy_device(), [a::privacy_device_text()])}
            {list([
                a::privacy_device_look(),
                a::privacy_device_search(),
                a::privacy_device_typed(),
                a::privacy_device_notices(),
                a::privacy_device_templates(),
                a::privacy_device_cookie(),
            ])}
            <p>{t(a::privacy_device_else())}</p>
            {part(a::privacy_server(), [a::privacy_server_text()])}
            {list([
                a::privacy_server_account(),
                a::privacy_server_sessions(),
                a::privacy_server_asked(),
                a::privacy_server_messages(),
                a::privacy_server_sign_ins(),
            ])}
            <p>{t(a::privacy_server_how_long())}</p>
            {part(a::privacy_others(), [a::privacy_others_text(), a::privacy_others_sign_in()])}
            {part(a::privacy_rights(), [a::privacy_rights_text()])}
            {list([a::privacy_right_access(), a::privacy_right_correction(), a::privacy_right_complaint()])}
            <p><a href=Route::Rights.path()>{t(Route::Rights.title())}</a></p>
            <p><Commission /></p>
            {part(a::privacy_ask(), [a::privacy_ask_text()])}
            <Fund />
            {CHECKED.map(|day| view! { <p class="quiet small">{t(a::checked(day))}</p> }.into_any())}
        </article>
    }
}
