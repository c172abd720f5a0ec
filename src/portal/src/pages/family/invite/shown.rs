//! The code of a new invitation.

use std::sync::Arc;

use contract::access::Invited;
use domain::moment::Moment;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::texts::family as f;
use crate::i18n::texts::shown as sh;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::route::Route;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// Id of the heading, which takes the focus from the form.
const HEADING: &str = "code-heading";

/// The code, how to pass it on, and what comes next. It takes the focus from the form.
#[component]
pub fn Shown(invited: Invited) -> impl IntoView {
    request_animation_frame(|| browser::focus(HEADING));
    let zone = use_session().own_zone();
    let Invited { code, open_until, .. } = invited;
    let copied = code.clone();
    let copy = Job::new(move |_: Arc<()>| {
        let code = copied.clone();
        async move { browser::copy(&code).await }
    });
    let said = move || {
        copy.value()
            .map(|done| {
                let text = changing(move || if done { sh::copied() } else { sh::copy_failed() });
                view! { <span class="small">{text}</span> }.into_any()
            })
            .into_any()
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(sh::title())}</h2>
            <p class="passcode" translate="no">{code}</p>
            <p class="cluster">
                <button class="button button--second" type="button" on:click=move |_| copy.dispatch(())>
                    {t(sh::copy())}
                </button>
                <span role="status">{part(said)}</span>
            </p>
            <p class="notice tone-action">
                <Icon name="action" />
                <span>{t(sh::once())}</span>
            </p>
            <p>{t(sh::how())}</p>
            <p>{t(f::open_until((Moment::Instant(open_until), zone)))}</p>
            <p>{t(sh::next())}</p>
            <p>
                <a class="button" href=Route::Family.path()>{t(sh::back())}</a>
            </p>
        </section>
    }
}
