//! Something that is read when the page opens, and again when asked.

use leptos::prelude::*;

use crate::api::ApiError;

/// An answer that is read, kept, and read again when asked; the one before stays until the next is here.
///
/// An action and no resource: the page stands inside a `Suspense`, which would take all of it away while a resource
/// is on its way.
pub struct Reading<T: Clone + Send + Sync + 'static>(Action<(), Result<T, ApiError>>);

#[allow(clippy::expl_impl_clone_on_copy, reason = "deriving would ask for an answer that is `Copy`")]
impl<T: Clone + Send + Sync + 'static> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Reading<T> {}

impl<T: Clone + Send + Sync + 'static> Reading<T> {
    /// Begins to read.
    pub fn begin<F>(ask: fn() -> F) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let reading = Self(Action::new_local(move |(): &()| ask()));
        reading.again();
        reading
    }

    /// Reads again.
    pub fn again(self) {
        self.0.dispatch(());
    }

    /// The last answer, `None` until there is one; tracked.
    pub fn answer(self) -> Option<Result<T, ApiError>> {
        self.0.value().get()
    }

    /// Reads again, for a button.
    pub fn retry(self) -> Callback<()> {
        Callback::new(move |()| self.again())
    }
}
