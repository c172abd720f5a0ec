//! Something that is read from the server when a page opens, and again when asked.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::ApiError;
use crate::job::Job;

/// An answer that is read, kept, and read again when asked; the one before stays until the next is here. The same once more is
/// no reason to draw anew what stands there; a failure always is one, for who tried again waits to hear of it.
///
/// A job and no resource: that would need a `Suspense`, which takes away all that is inside while a resource is on its way.
pub struct Reading<T>(Job<(), Result<Arc<T>, ApiError>>);

#[allow(clippy::expl_impl_clone_on_copy, reason = "deriving would ask for an answer that is `Copy`")]
impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T: PartialEq + Send + Sync + 'static> Reading<T> {
    /// Begins to read.
    pub fn begin<F>(ask: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        Self::begin_keeping(ask, |_| false)
    }

    /// The same, but a failure of which `keep` says so leaves the answer that was there before.
    pub fn begin_keeping<F>(ask: impl Fn() -> F + 'static, keep: impl Fn(&ApiError) -> bool + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let work = move |_| {
            let asked = ask();
            async move { asked.await.map(Arc::new) }
        };
        let no_news = move |known: &Result<Arc<T>, ApiError>, answer: &Result<Arc<T>, ApiError>| {
            (known.is_ok() && answer.as_ref().is_err_and(&keep)) || same(known.as_ref(), answer.as_ref())
        };
        let reading = Self(Job::telling(work, no_news));
        reading.again();
        reading
    }
}

/// Whether two answers are the same, neither a failure.
pub fn same<T: PartialEq>(one: Result<T, &ApiError>, other: Result<T, &ApiError>) -> bool {
    one.ok().zip(other.ok()).is_some_and(|(one, other)| one == other)
}

/// An answer made of another, or `None` until that is there.
pub type Derived<T> = Memo<Option<Result<T, ApiError>>>;

/// What is made of an answer, tracked. As for the answer itself, the same once more is no news, and a failure always is.
pub fn derived<T: PartialEq + Send + Sync + 'static>(
    of: impl Fn() -> Option<Result<T, ApiError>> + Send + Sync + 'static,
) -> Derived<T> {
    let of: Box<dyn Fn() -> Option<Result<T, ApiError>> + Send + Sync> = Box::new(of);
    let news =
        |before: Option<&Option<Result<T, ApiError>>>, now: Option<&Option<Result<T, ApiError>>>| match (
            before, now,
        ) {
            (Some(Some(before)), Some(Some(now))) => !same(before.as_ref(), now.as_ref()),
            (Some(None), Some(None)) => false,
            _ => true,
        };
    Memo::new_with_compare(move |_| of(), news)
}

impl<T: Send + Sync + 'static> Reading<T> {
    /// Reads again.
    pub fn again(self) {
        self.0.dispatch(());
    }

    /// Takes into the last answer what something sent was answered with, and reads again: until that is here, nothing is
    /// sent over what stood there before. A failure has nothing to take it into.
    pub fn again_with(self, change: impl FnOnce(&T) -> T) {
        self.0.amend(|known| known.map(|known| Arc::new(change(&known))));
        self.again();
    }

    /// Reads again whenever `signal` changes.
    pub fn again_after(self, signal: RwSignal<u32>) -> Self {
        self.0.again_after(signal, || ());
        self
    }

    /// The last answer, `None` until there is one; tracked.
    pub fn answer(self) -> Option<Result<Arc<T>, ApiError>> {
        self.0.value()
    }

    /// Reads again, for a button.
    pub fn retry(self) -> Callback<()> {
        Callback::new(move |()| self.again())
    }
}
