//! Areas of the app whose code and words are fetched when they are first opened.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::announce::{self, PageTitle};
use crate::api::ApiError;
use crate::components::state::{Failed, Wait};
use crate::i18n::{self, Msg, m};
use crate::pages;
use crate::route::Route;
use crate::ui::part::part;
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

/// A page on its way.
pub type Opening = Pin<Box<dyn Future<Output = Result<AnyView, ChunkError>> + Send>>;

/// Declares code that comes when it is first needed: `chunk!(area, module, argument, |argument| view)`. All of one area share
/// a chunk, and the words of the area of that name.
///
/// What the view needs may be named nowhere else, or it becomes part of the first load.
macro_rules! chunk {
    ($area:ident, $name:ident, $argument:ty, $build:expr) => {
        /// Code that comes when it is first needed.
        pub mod $name {
            #[allow(unused_imports, reason = "the view may need names of the place where it is declared, or none")]
            use super::*;
            use $crate::components::chunk::{ChunkError, Opening};

            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split($area, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
            fn $name(argument: $argument) -> Result<::leptos::prelude::AnyView, ChunkError> {
                let build: fn($argument) -> ::leptos::prelude::AnyView = $build;
                Ok(build(argument))
            }

            #[cfg(not(feature = "split"))]
            #[allow(clippy::unused_async, reason = "asynchronous when the app is split")]
            async fn $name(argument: $argument) -> Result<::leptos::prelude::AnyView, ChunkError> {
                let build: fn($argument) -> ::leptos::prelude::AnyView = $build;
                Ok(build(argument))
            }

            /// Fetches the code if it is not there yet, and builds the view.
            pub fn open(argument: $argument) -> Opening {
                Box::pin($name(argument))
            }

            /// Fetches code and words ahead of time. Nobody waits for it: what does not come now is asked for when needed.
            #[allow(dead_code, reason = "most areas come only when they are opened")]
            pub fn ahead() {
                // No resource and no job: there is no place on the page where this could be loading or failed.
                #[cfg(feature = "split")]
                ::leptos::task::spawn_local(async {
                    drop(fetch().await);
                    drop($crate::i18n::load_area(stringify!($area)).await);
                });
            }
        }
    };
}
pub(crate) use chunk;

/// Shows a page of an area once its words and its code are here, or says that they could not be had.
#[component]
pub fn Chunk(
    /// The area, as its text file is called.
    area: &'static str,
    /// The page; its title stands there while it is on its way.
    route: Route,
    /// Fetches and builds it.
    open: fn(Route) -> Opening,
) -> impl IntoView {
    let failure = RwSignal::new(None::<ApiError>);
    part(move || {
        let title = route.title();
        if let Some(error) = failure.get() {
            let retry = Callback::new(move |()| {
                announce::navigated();
                failure.set(None);
            });
            return pages::titled(title, view! { <Failed error retry /> }).into_any();
        }
        let route = route.clone();
        // What went wrong takes the place of the page from outside: a suspense keeps what it showed last alive, and a second
        // attempt inside of it would leave that without its signals.
        let page = async move {
            let answer = match SendWrapper::new(i18n::load_area(area)).await {
                Ok(()) => open(route).await.map_err(|ChunkError| ApiError::Offline),
                Err(error) => Err(error),
            };
            answer.map_err(|error| failure.try_set(Some(error))).ok().into_any()
        };
        coming(move || waiting(title.clone()), Box::pin(page))
    })
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
    suspense(ViewFn::from(meanwhile), view)
}

fn suspense(meanwhile: ViewFn, view: Pin<Box<dyn Future<Output = AnyView> + Send>>) -> AnyView {
    let view = Suspend::new(view);
    view! { <Suspense fallback=move || meanwhile.run()>{view}</Suspense> }.into_any()
}
