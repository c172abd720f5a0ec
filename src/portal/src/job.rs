//! Work that is done when asked: sending something, reading something.

use std::any::Any;
use std::future::{self, Future};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

/// What goes in or comes out. Only the [`Job`] knows its type: so all jobs of the app share one piece of compiled code, which
/// would be 4 kB for each action of its own.
type Thing = Arc<dyn Any + Send + Sync>;
type Working = Pin<Box<dyn Future<Output = Thing>>>;

/// Work that takes an `I` and answers with an `O`. What is asked for last counts; the answer before stays until the next one.
pub struct Job<I, O> {
    action: Action<Thing, Thing>,
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
        let action = erased(Box::new(move |input| match input.downcast::<I>() {
            Ok(input) => {
                let working = work(input);
                Box::pin(async move { Arc::new(working.await) as Thing })
            }
            // Only an `I` is ever put in.
            Err(input) => Box::pin(future::ready(input)),
        }));
        Self { action, types: PhantomData }
    }

    /// Asks for it.
    pub fn dispatch(self, input: I) {
        self.action.dispatch(Arc::new(input) as Thing);
    }

    /// Asks for it once more whenever `signal` changes, with what `input` makes.
    pub fn again_after(self, signal: RwSignal<u32>, input: fn() -> I) {
        again_after(self.action, signal, Box::new(move || Arc::new(input()) as Thing));
    }

    /// Whether it is under way; tracked.
    pub fn pending(self) -> bool {
        self.action.pending().get()
    }

    /// The last answer, `None` until there is one; tracked.
    pub fn value(self) -> Option<O> {
        self.action.value().get()?.downcast_ref::<O>().cloned()
    }

    /// What it is asked for with, while it is under way; tracked.
    pub fn input(self) -> Option<Arc<I>> {
        self.action.input().get()?.downcast().ok()
    }

    /// Forgets the last answer.
    pub fn clear(self) {
        self.action.clear();
    }
}

fn again_after(action: Action<Thing, Thing>, signal: RwSignal<u32>, input: Box<dyn Fn() -> Thing>) {
    Effect::new(move |before: Option<u32>| {
        let now = signal.get();
        if before.is_some_and(|before| before != now) {
            action.dispatch(input());
        }
        now
    });
}

fn erased(work: Box<dyn Fn(Thing) -> Working>) -> Action<Thing, Thing> {
    Action::new_local(move |input: &Thing| work(Arc::clone(input)))
}
