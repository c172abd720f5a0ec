//! States instead of content: failed, not allowed, nothing there.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::i18n::{Msg, m, t};
use crate::route::Route;
use crate::ui::icon::{Icon, Picture};
use crate::ui::skeleton::SkeletonCard;
use crate::words;

/// Something could not be had: what happened, what to do, and a retry.
#[component]
pub fn Failed(
    /// Why.
    error: ApiError,
    /// Asks again; this component is replaced by the answer.
    retry: Callback<()>,
) -> impl IntoView {
    let (title, next, request_id) = words::error(&error);
    let picture = match error {
        ApiError::Offline => "sky-fog",
        ApiError::NotAllowed => "sky-fence",
        _ => "sky-storm",
    };
    let may_help = !matches!(error, ApiError::NotAllowed);
    let busy = RwSignal::new(false);
    view! {
        <section class="state" role="alert">
            <Picture name=picture />
            <h2 class="state__title">{t(title)}</h2>
            <p>{t(next)}</p>
            {may_help
                .then(|| {
                    view! {
                        <p>
                            <button
                                class="button"
                                type="button"
                                aria-disabled=ArcSignal::derive(move || busy.get().to_string())
                                on:click=move |_| {
                                    if !busy.get_untracked() {
                                        busy.set(true);
                                        retry.run(());
                                    }
                                }
                            >
                                <Icon name="retry" />
                                {ArcSignal::derive(move || if busy.get() { t(m::retry_busy())() } else { t(m::retry())() })}
                            </button>
                        </p>
                    }.into_any()
                })}
            {(!may_help)
                .then(|| {
                    view! {
                        <p>
                            <a class="button button--second" href=Route::Documents.path()>
                                {t(m::documents_all())}
                            </a>
                        </p>
                    }.into_any()
                })}
            {request_id.map(|id| view! { <p class="state__code">{t(m::error_request(id))}</p> }.into_any())}
        </section>
    }
}

/// Nothing there, and why.
#[component]
pub fn Empty(
    /// Name of the picture.
    picture: &'static str,
    /// What is the matter.
    title: Msg,
    /// What it means and what comes next.
    text: Msg,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="state">
            <Picture name=picture />
            <h2 class="state__title">{t(title)}</h2>
            <p>{t(text)}</p>
            {children.map(|children| view! { <p>{children()}</p> }.into_any())}
        </section>
    }
}

/// Says that something is on its way, but only when it takes long enough to wonder.
#[component]
pub fn Wait(
    /// What is on its way.
    text: Msg,
) -> impl IntoView {
    view! {
        <p class="cluster" role="status">
            <span class="spinner"></span>
            {t(text)}
        </p>
    }
}

/// Cards on their way, in the size of what will come.
pub fn loading() -> AnyView {
    view! {
        <Wait text=m::loading() />
        <SkeletonCard />
        <SkeletonCard />
    }
    .into_any()
}

/// A few lines on their way, in a box of this class.
pub fn lines(class: &'static str) -> AnyView {
    view! {
        <Wait text=m::loading() />
        <div class=class aria-hidden="true">
            <span class="skeleton skeleton--half"></span>
            <span class="skeleton"></span>
            <span class="skeleton skeleton--short"></span>
        </div>
    }
    .into_any()
}
