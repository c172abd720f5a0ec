//! Work that is done when asked: sending something, reading something.

use std::any::Any;
use std::future::{self, Future};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::reactive::owner::WeakOwner;
use leptos::task::spawn_local;

/// What goes in or comes out. Only the [`Job`] knows its type: so all jobs of the app share one piece of compiled code, which
/// would be 4 kB for each action of its own.
type Thing = Arc<dyn Any + Send + Sync>;
type Working = Pin<Box<dyn Future<Output = Thing>>>;
type Work = Box<dyn Fn(Thing) -> Working>;

/// Work that takes an `I` and answers with an `O`. What is asked for last counts: an answer to anything before is thrown away,
/// in whatever order they come. The answer before stays until the next one.
///
/// Leptos has an `Action` for this, which lets the answer that comes last win instead: so an old list could stay over a new one.
pub struct Job<I, O> {
    state: State,
    types: PhantomData<fn(I) -> O>,
}

#[allow(clippy::expl_impl_clone_on_copy, reason = "deriving would ask for types that are `Copy`")]
impl<I, O> Clone for Job<I, O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I, O> Copy for Job<I, O> {}

impl<I: Send + Sync + 'static, O: Clone + Send + Sync + 'static> Job<I, O> {
    /// A job that nobody asked for yet.
    pub fn new<F>(work: impl Fn(Arc<I>) -> F + 'static) -> Self
    where
        F: Future<Output = O> + 'static,
    {
        let state = State::new(Box::new(move |input| match input.downcast::<I>() {
            Ok(input) => {
                let working = work(input);
                Box::pin(async move { Arc::new(working.await) as Thing })
            }
            // Only an `I` is ever put in.
            Err(input) => Box::pin(future::ready(input)),
        }));
        Self { state, types: PhantomData }
    }

    /// Asks for it.
    pub fn dispatch(self, input: I) {
        self.state.dispatch(Arc::new(input));
    }

    /// Asks for it once more whenever `signal` changes, with what `input` makes.
    pub fn again_after(self, signal: RwSignal<u32>, input: fn() -> I) {
        self.state.again_after(signal, Box::new(move || Arc::new(input()) as Thing));
    }

    /// Whether it is under way; tracked.
    pub fn pending(self) -> bool {
        self.state.input.with(Option::is_some)
    }

    /// The last answer, `None` until there is one; tracked.
    pub fn value(self) -> Option<O> {
        self.state.value.get()?.downcast_ref::<O>().cloned()
    }

    /// What it is asked for with, while it is under way; tracked.
    pub fn input(self) -> Option<Arc<I>> {
        self.state.input.get()?.downcast().ok()
    }

    /// Forgets the last answer.
    pub fn clear(self) {
        self.state.value.set(None);
    }
}

/// What all jobs have, whatever their types.
#[derive(Clone, Copy)]
struct State {
    work: StoredValue<Work, LocalStorage>,
    /// Where contexts are looked for.
    owner: StoredValue<Option<WeakOwner>>,
    /// What is under way.
    input: RwSignal<Option<Thing>>,
    value: RwSignal<Option<Thing>>,
    /// How often it was asked for.
    asked: StoredValue<u32>,
}

impl State {
    fn new(work: Work) -> Self {
        Self {
            work: StoredValue::new_local(work),
            owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
            input: RwSignal::new(None),
            value: RwSignal::new(None),
            asked: StoredValue::new(0),
        }
    }

    /// Nothing where the page is gone; what was begun before goes on, for what it does beside answering.
    fn dispatch(self, input: Thing) {
        let begin = || untrack(|| self.work.try_with_value(|work| work(Arc::clone(&input))));
        let owner = self.owner.try_get_value().flatten().and_then(|owner| owner.upgrade());
        let Some(owner) = owner.or_else(Owner::current) else { return };
        let Some(working) = owner.with(begin) else { return };
        let number = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(number);
        self.input.set(Some(input));
        spawn_local(owner.with(|| {
            ScopedFuture::new_untracked(async move {
                let answer = working.await;
                if self.asked.try_get_value() == Some(number) {
                    self.input.try_set(None);
                    self.value.try_set(Some(answer));
                }
            })
        }));
    }

    fn again_after(self, signal: RwSignal<u32>, input: Box<dyn Fn() -> Thing>) {
        Effect::new(move |before: Option<u32>| {
            let now = signal.get();
            if before.is_some_and(|before| before != now) {
                self.dispatch(input());
            }
            now
        });
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use gloo_timers::future::TimeoutFuture;

    use super::*;

    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn what_is_asked_for_last_counts_in_whatever_order_the_answers_come() {
        let owner = Owner::new();
        owner.set();
        let job = Job::new(|ms: Arc<u32>| async move {
            TimeoutFuture::new(*ms).await;
            *ms
        });
        assert_eq!((job.pending(), job.value()), (false, None));
        for (asked, expected) in [([120, 20], 20), ([20, 120], 120)] {
            job.dispatch(asked[0]);
            job.dispatch(asked[1]);
            assert_eq!((job.pending(), job.input()), (true, Some(Arc::new(asked[1]))));
            TimeoutFuture::new(300).await;
            assert_eq!((job.pending(), job.value(), job.input()), (false, Some(expected), None));
        }
        job.clear();
        assert_eq!(job.value(), None);
    }
}
