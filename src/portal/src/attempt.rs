//! Trying the same write again must not do it twice.

use leptos::prelude::*;

use crate::browser;

/// The key of a write: as long as what is written stays the same, each attempt has the same one. An answer that was lost on
/// its way comes again then, and nothing is kept twice.
pub struct Attempt<T: 'static>(StoredValue<Option<(T, String)>>);

#[allow(clippy::expl_impl_clone_on_copy, reason = "deriving would ask for a write that is `Copy`")]
impl<T> Clone for Attempt<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Attempt<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Attempt<T> {
    /// Nothing was tried yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The key for writing `what`.
    pub fn key(self, what: &T) -> String {
        self.key_or(what, browser::random_id)
    }

    /// It was done: the same again is a new write.
    pub fn done(self) {
        // The answer may come when the page is gone.
        self.0.try_set_value(None);
    }

    fn key_or(self, what: &T, new: impl Fn() -> String) -> String {
        let known = self.0.try_with_value(|last| {
            last.as_ref().filter(|(before, _)| before == what).map(|(_, key)| key.clone())
        });
        known.flatten().unwrap_or_else(|| {
            let key = new();
            self.0.try_set_value(Some((what.clone(), key.clone())));
            key
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn the_same_write_has_the_same_key_until_it_is_done_or_changed() {
        Owner::new().with(|| {
            let made = Cell::new(0);
            let new = || {
                made.set(made.get() + 1);
                made.get().to_string()
            };
            let attempt = Attempt::<&str>::new();
            assert_eq!(attempt.key_or(&"a", new), "1");
            assert_eq!(attempt.key_or(&"a", new), "1", "tried again");
            assert_eq!(attempt.key_or(&"b", new), "2", "something else");
            assert_eq!(attempt.key_or(&"a", new), "3", "what was given up is a new write");
            attempt.done();
            assert_eq!(attempt.key_or(&"a", new), "4", "done, and wanted once more");
        });
    }
}
