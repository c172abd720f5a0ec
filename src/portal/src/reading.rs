//! Something that is read from the server when a page opens, and again when asked.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::ApiError;

/// An answer whose type only its [`Reading`] knows: so all readings of the app share one piece of compiled code.
type Kept = Result<Arc<dyn Any + Send + Sync>, ApiError>;
type Asking = Pin<Box<dyn Future<Output = Kept>>>;

/// An answer that is read, kept, and read again when asked; the one before stays until the next is here.
///
/// An action and no resource: pages stand inside a `Suspense`, which would take all of a page away while a resource is on
/// its way.
pub struct Reading<T> {
    action: Action<(), Kept>,
    answer: PhantomData<fn() -> T>,
}

#[allow(clippy::expl_impl_clone_on_copy, reason = "deriving would ask for an answer that is `Copy`")]
impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T: Send + Sync + 'static> Reading<T> {
    /// Begins to read.
    pub fn begin<F>(ask: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let action = erased(Box::new(move || {
            let asked = ask();
            Box::pin(async move { asked.await.map(|answer| Arc::new(answer) as Arc<dyn Any + Send + Sync>) })
        }));
        let reading = Self { action, answer: PhantomData };
        reading.again();
        reading
    }

    /// Reads again.
    pub fn again(self) {
        self.action.dispatch(());
    }

    /// Reads again whenever `signal` changes.
    pub fn again_after(self, signal: RwSignal<u32>) -> Self {
        Effect::new(move |before: Option<u32>| {
            let now = signal.get();
            if before.is_some_and(|before| before != now) {
                self.again();
            }
            now
        });
        self
    }

    /// The last answer, `None` until there is one; tracked.
    pub fn answer(self) -> Option<Result<Arc<T>, ApiError>> {
        let kept = self.action.value().get()?;
        // What was put in as a `T` is a `T`.
        Some(kept.and_then(|answer| answer.downcast().map_err(|_| ApiError::Unreadable)))
    }

    /// Reads again, for a button.
    pub fn retry(self) -> Callback<()> {
        Callback::new(move |()| self.again())
    }
}

fn erased(ask: Box<dyn Fn() -> Asking>) -> Action<(), Kept> {
    Action::new_local(move |(): &()| ask())
}
