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

/// Declares a page that comes when it is opened: `chunk!(area, module, path::Component)`. Pages of one area share a chunk.
///
/// The component may be named nowhere else, or it becomes part of the first load.
macro_rules! chunk {
    ($area:ident, $page:ident, $component:path) => {
        /// A page that comes when it is opened.
        pub mod $page {
            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split($area, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $page() -> Result<::leptos::prelude::AnyView, $crate::components::chunk::ChunkError> {
                use ::leptos::prelude::*;

                #[allow(unused_imports, reason = "the component may be named by a full path")]
                use super::*;
                Ok(view! { <$component /> }.into_any())
            }

            #[cfg(not(feature = "split"))]
            #[allow(clippy::unused_async, reason = "asynchronous when the app is split")]
            async fn $page() -> Result<::leptos::prelude::AnyView, $crate::components::chunk::ChunkError> {
                use ::leptos::prelude::*;

                #[allow(unused_imports, reason = "the component may be named by a full path")]
                use super::*;
                Ok(view! { <$component /> }.into_any())
            }

            /// Fetches the code if it is not there yet, and builds the page.
            pub fn open() -> $crate::components::chunk::Opening {
                Box::pin($page())
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
    /// The page, for its title while it is on its way.
    route: Route,
    /// Fetches and builds it.
    open: fn() -> Opening,
) -> impl IntoView {
    let failure = RwSignal::new(None::<ApiError>);
    move || {
        let title = route.title();
        match failure.get() {
            Some(error) => {
                let retry = Callback::new(move |()| {
                    announce::navigated();
                    failure.set(None);
                });
                pages::titled(title, view! { <Failed error retry /> }).into_any()
            }
            None => coming(area, title, open, failure).into_any(),
        }
    }
}

/// The page once it is here. What went wrong takes its place from outside: a suspense keeps what it showed last alive, and a
/// second attempt inside of it would leave that without its signals.
fn coming(
    area: &'static str,
    title: Msg,
    open: fn() -> Opening,
    failure: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let waiting = move || {
        view! {
            <div class="page" aria-busy="true">
                <div class="page__head">
                    <PageTitle text=title.clone() passing=true />
                    <Wait text=m::loading_area() />
                </div>
                <SkeletonCard />
            </div>
        }
    };
    let page = Suspend::new(async move {
        let answer = match SendWrapper::new(i18n::load_area(area)).await {
            Ok(()) => open().await.map_err(|ChunkError| ApiError::Offline),
            Err(error) => Err(error),
        };
        answer.map_err(|error| failure.try_set(Some(error))).ok()
    });
    view! { <Suspense fallback=waiting>{page}</Suspense> }
}
