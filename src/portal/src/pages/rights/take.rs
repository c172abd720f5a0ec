//! Taking the data: putting it together, saving it as a file, printing a summary.

use std::sync::Arc;

use domain::moment::Moment;
use leptos::prelude::*;

use super::summary::summary;
use super::{failure, own_zone};
use crate::api::ApiError;
use crate::api::rights::{self as api, Taken};
use crate::browser;
use crate::i18n::texts::rights as r;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::ui::file;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// Id of the heading above what was put together.
const READY: &str = "rights-ready";

/// The section.
#[component]
pub fn TakeSection() -> impl IntoView {
    let take = Job::new(|_: Arc<()>| async move {
        let taken = api::data().await.map(Arc::new);
        if taken.is_ok() {
            request_animation_frame(|| browser::focus(READY));
        }
        taken
    });
    let busy = Signal::derive(move || take.pending());
    let ask = move |_| {
        if !busy.get_untracked() {
            take.dispatch(());
        }
    };
    let label = changing(move || match (busy.get(), take.value()) {
        (true, _) => r::take_busy(),
        (false, Some(Ok(_))) => r::take_again(),
        (false, _) => r::take_prepare(),
    });
    let failed = move || {
        let error = take.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error: ApiError| failure(&error, r::take_failed())).into_any()
    };
    view! {
        <section class="stack" aria-labelledby="take-heading">
            <h2 id="take-heading">{t(r::take_title())}</h2>
            <p class="no-print">{t(r::take_text())}</p>
            {part(failed)}
            <p class="no-print">
                <button
                    class="button button--wide"
                    type="button"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    on:click=ask
                >
                    {label}
                </button>
            </p>
            {part(move || take.value().and_then(Result::ok).map(ready).into_any())}
        </section>
    }
}

/// What can be done with it, and what it says.
fn ready(taken: Arc<Taken>) -> AnyView {
    let zone = own_zone();
    let at = taken.data.generated_at;
    let refused = RwSignal::new(false);
    let kept = Arc::clone(&taken);
    // The name tells when it was made and nobody's name.
    let name = format!("yasno-{}.json", zone.day(at));
    let save = move |_| refused.set(file::save(&name, "application/json", &kept.file).is_err());
    let not_saved = || {
        view! {
            <p class="notice tone-danger" role="alert">
                <Icon name="refused" />
                <span>{t(r::take_not_saved())}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <h3 id=READY tabindex="-1">{t(r::sum_title())}</h3>
        <p class="quiet">{t(r::take_ready((Moment::Instant(at), zone)))}</p>
        <p class="cluster no-print">
            <button class="button" type="button" on:click=save>{t(r::take_save())}</button>
            <button class="button button--second" type="button" on:click=move |_| browser::print()>{t(r::take_print())}</button>
        </p>
        {part_if(move || refused.get(), not_saved)}
        <p class="quiet small no-print">{t(r::take_private())}</p>
        {summary(&taken.data, zone)}
    }
    .into_any()
}
