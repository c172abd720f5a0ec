//! Areas of the app whose code and words are fetched when they are first opened.

use std::future::Future;
use std::pin::Pin;

use futures_util::future::abortable;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use crate::announce::{self, PageTitle};
use crate::api::{self, ApiError};
use crate::components::state::{Failed, Wait};
use crate::i18n::{self, Area, Msg, m};
use crate::pages;
use crate::route::Route;
use crate::ui::part::{part, part_if};
use crate::ui::skeleton::SkeletonCard;

/// The code of an area could not be fetched. Nothing is kept: the next call fetches again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkError;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for ChunkError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Something on its way that comes with a chunk; a page, most of the time.
pub type Opening<T = AnyView> = Pin<Box<dyn Future<Output = Result<T, ChunkError>> + Send>>;

/// Declares code that comes when it is first needed: `chunk!(area, module, argument, |argument| view)`. All of one area share
/// a chunk. With `argument => answer` it answers with something else than a view.
///
/// What it needs may be named nowhere else, or it becomes part of the first load.
macro_rules! chunk {
    ($area:ident, $name:ident, $argument:ty, $build:expr) => {
        $crate::components::chunk::chunk!($area, $name, $argument => ::leptos::prelude::AnyView, $build);
    };
    ($area:ident, $name:ident, $argument:ty => $answer:ty, $build:expr) => {
        /// Code that comes when it is first needed.
        pub mod $name {
            #[allow(unused_imports, reason = "it may need names of the place where it is declared, or none")]
            use super::*;
            use $crate::components::chunk::{ChunkError, Opening, needs};
            use $crate::i18n::Area;

            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split($area, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
            fn $name(argument: $argument) -> Result<$answer, ChunkError> {
                let build: fn($argument) -> $answer = $build;
                Ok(build(argument))
            }

            #[cfg(not(feature = "split"))]
            #[allow(clippy::unused_async, reason = "asynchronous when the app is split")]
            async fn $name(argument: $argument) -> Result<$answer, ChunkError> {
                let build: fn($argument) -> $answer = $build;
                Ok(build(argument))
            }

            /// Fetches the code if it is not there yet, and builds what is asked for.
            pub fn open(argument: $argument) -> Opening<$answer> {
                Box::pin($name(argument))
            }

            /// Fetches code and words ahead of time. Nobody waits for it: what does not come now is asked for when needed.
            #[allow(dead_code, reason = "most areas come only when they are opened")]
            pub fn ahead(area: &'static Area) {
                // No resource and no job: there is no place on the page where this could be loading or failed.
                ::leptos::task::spawn_local(async {
                    #[cfg(feature = "split")]
                    drop(fetch().await);
                    drop(needs(area).await);
                });
            }
        }
    };
}
pub(crate) use chunk;

/// Shows a page of an area once its words and its code are here, or says that they could not be had.
#[component]
pub fn Chunk(
    /// What it needs beside its code.
    area: &'static Area,
    /// The page; its title stands there while it is on its way.
    route: Route,
    /// Fetches and builds it.
    open: fn(Route) -> Opening,
) -> impl IntoView {
    let title = route.title();
    arriving(Some(title), move || {
        let route = route.clone();
        Box::pin(async move {
            SendWrapper::new(needs(area)).await?;
            open(route).await.map_err(|ChunkError| ApiError::Offline)
        })
    })
}

/// A part of a page that is here already, once its code is here, too.
pub fn late(open: impl Fn() -> Opening + Send + 'static) -> AnyView {
    arriving(None, move || {
        let opening = open();
        Box::pin(async move { opening.await.map_err(|ChunkError| ApiError::Offline) })
    })
}

/// Two parts, the second below the first: it takes its place when the first has come, or failed to, so that nothing moves.
pub fn late_in_turn(
    first: impl Fn() -> Opening + Send + 'static,
    second: impl Fn() -> Opening + Send + Sync + Clone + 'static,
) -> AnyView {
    let over = RwSignal::new(false);
    let first = move || -> Opening {
        let opening = first();
        Box::pin(async move {
            let opened = opening.await;
            over.try_set(true);
            opened
        })
    };
    view! {
        {late(first)}
        {part_if(move || over.get(), move || late(second.clone()))}
    }
    .into_any()
}

/// Like [`late`], for a part with words or a look of its own: it comes once these are here as well.
pub fn late_with(area: &'static Area, open: impl Fn() -> Opening + Send + 'static) -> AnyView {
    arriving(None, move || {
        let opening = open();
        Box::pin(async move {
            SendWrapper::new(needs(area)).await?;
            opening.await.map_err(|ChunkError| ApiError::Offline)
        })
    })
}

/// Something on its way: a page with this title, or a part of one.
fn arriving(
    title: Option<Msg>,
    fetch: impl Fn() -> Pin<Box<dyn Future<Output = Result<AnyView, ApiError>> + Send>> + Send + 'static,
) -> AnyView {
    let failure = RwSignal::new(None::<ApiError>);
    part(move || {
        if let Some(error) = failure.get() {
            let retry = Callback::new(move |()| {
                announce::navigated();
                failure.set(None);
            });
            let failed = view! { <Failed error retry /> };
            return match title.clone() {
                Some(title) => pages::titled(title, failed).into_any(),
                None => failed.into_any(),
            };
        }
        // What went wrong takes the place of the page from outside.
        let fetched = fetch();
        let shown =
            async move { fetched.await.map_err(|error| failure.try_set(Some(error))).ok().into_any() };
        let title = title.clone();
        coming(move || title.clone().map_or_else(section, waiting), Box::pin(shown))
    })
    .into_any()
}

fn section() -> AnyView {
    view! { <SkeletonCard /> }.into_any()
}

/// Fetches what an area needs beside its code.
///
/// # Errors
/// When some of it cannot be had.
pub async fn needs(area: &Area) -> Result<(), ApiError> {
    for area in area.with.into_iter().chain([area]) {
        // Begun before the texts, which are waited for meanwhile.
        let style = area.style.map(api::texts::style);
        i18n::load(area.texts).await?;
        if let Some(style) = style
            && !style.await
        {
            return Err(ApiError::Offline);
        }
    }
    Ok(())
}

fn waiting(title: Msg) -> AnyView {
    view! {
        <div class="page" aria-busy="true">
            <div class="page__head">
                <PageTitle text=title passing=true />
                <Wait text=m::loading_area() />
            </div>
            <SkeletonCard />
        </div>
    }
    .into_any()
}

/// Shows `meanwhile` until the view is here. One type for everything that comes.
pub fn coming(
    meanwhile: impl Fn() -> AnyView + Send + Sync + 'static,
    view: Pin<Box<dyn Future<Output = AnyView> + Send>>,
) -> AnyView {
    shown(Box::new(meanwhile), view)
}

/// No suspense: that keeps what it showed alive for a while after it is gone, to be asked once more with its signals disposed of.
fn shown(
    meanwhile: Box<dyn Fn() -> AnyView + Send>,
    view: Pin<Box<dyn Future<Output = AnyView> + Send>>,
) -> AnyView {
    let here = RwSignal::new(false);
    let arrived = StoredValue::new_local(None);
    // What it makes belongs to the part of the page in which it was asked for, and goes with it; once that is gone, nothing is
    // made any more.
    let (view, gone) = abortable(view);
    on_cleanup(move || gone.abort());
    spawn_local(ScopedFuture::new_untracked(async move {
        if let Ok(view) = view.await {
            arrived.try_set_value(Some(view));
            here.try_set(true);
        }
    }));
    part(
        move || {
            if here.get() { arrived.try_update_value(Option::take).flatten().into_any() } else { meanwhile() }
        },
    )
    .into_any()
}
