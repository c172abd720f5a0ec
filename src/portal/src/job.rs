//! Work that is done when asked: sending something, reading something.

use std::any::Any;
use std::future::{self, Future};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::effect::effect_since;
use leptos::reactive::computed::ScopedFuture;
use leptos::reactive::owner::WeakOwner;
use leptos::task::spawn_local;

/// What goes in or comes out. Only the [`Job`] knows its type: so all jobs of the app share one piece of compiled code, which
/// would be 4 kB for each action of its own.
type Thing = Arc<dyn Any + Send + Sync>;
type Working = Pin<Box<dyn Future<Output = Thing>>>;
type Work = Box<dyn Fn(Thing) -> Working>;
/// Whether an answer says nothing that the one before did not.
type Same = Box<dyn Fn(&Thing, &Thing) -> bool>;

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
        Self::telling(work, |_, _| false)
    }

    /// The same for who need not hear of an answer that is the `same` as the one before.
    pub fn telling<F>(work: impl Fn(Arc<I>) -> F + 'static, same: impl Fn(&O, &O) -> bool + 'static) -> Self
    where
        F: Future<Output = O> + 'static,
    {
        let work = move |input: Thing| -> Working {
            match input.downcast::<I>() {
                Ok(input) => {
                    let working = work(input);
                    Box::pin(async move { Arc::new(working.await) as Thing })
                }
                // Only an `I` is ever put in.
                Err(input) => Box::pin(future::ready(input)),
            }
        };
        let same = move |one: &Thing, other: &Thing| {
            one.downcast_ref().zip(other.downcast_ref()).is_some_and(|(one, other)| same(one, other))
        };
        Self { state: State::new(Box::new(work), Box::new(same)), types: PhantomData }
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

    /// Makes another answer of the last one, if there is one; the page may be gone.
    pub fn amend(self, change: impl FnOnce(O) -> O) {
        let known = self.state.value.try_get_untracked().flatten();
        if let Some(known) = known.and_then(|known| known.downcast_ref::<O>().cloned()) {
            self.state.value.try_set(Some(Arc::new(change(known))));
        }
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
    same: StoredValue<Same, LocalStorage>,
    /// Where contexts are looked for.
    owner: StoredValue<Option<WeakOwner>>,
    /// What is under way.
    input: RwSignal<Option<Thing>>,
    value: RwSignal<Option<Thing>>,
    /// How often it was asked for.
    asked: StoredValue<u32>,
}

impl State {
    fn new(work: Work, same: Same) -> Self {
        Self {
            work: StoredValue::new_local(work),
            same: StoredValue::new_local(same),
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
        // No owner ends it with the page: sending has effects beside its answer. What it answers then goes nowhere.
        spawn_local(owner.with(|| {
            ScopedFuture::new_untracked(async move {
                let answer = working.await;
                if self.asked.try_get_value() == Some(number) {
                    self.input.try_set(None);
                    if !self.knows(&answer) {
                        self.value.try_set(Some(answer));
                    }
                }
            })
        }));
    }

    fn knows(self, answer: &Thing) -> bool {
        let known = self.value.try_get_untracked().flatten();
        known.is_some_and(|known| self.same.try_with_value(|same| same(&known, answer)) == Some(true))
    }

    fn again_after(self, signal: RwSignal<u32>, input: Box<dyn Fn() -> Thing>) {
        effect_since(move |before: Option<u32>| {
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
    use crate::effect::effect;

    /// As when the app starts: mounting, even of nothing, is what makes futures and effects run.
    fn start() -> Owner {
        mount_to_body(|| ());
        let owner = Owner::new();
        owner.set();
        owner
    }

    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn what_is_asked_for_last_counts_in_whatever_order_the_answers_come() {
        let _owner = start();
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
        job.amend(|known| known + 1);
        assert_eq!(job.value(), Some(121));
        job.clear();
        job.amend(|known| known + 1);
        assert_eq!(job.value(), None);
    }

    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn an_answer_that_is_the_same_as_before_is_no_news_where_nobody_need_hear_of_it() {
        let _owner = start();
        for (same, expected) in
            [((|one, other| one == other) as fn(&u32, &u32) -> bool, 2), (|_, _| false, 3)]
        {
            let job = Job::telling(|asked: Arc<u32>| async move { *asked }, same);
            let told = RwSignal::new(0);
            effect(move || {
                if job.value().is_some() {
                    told.update(|told| *told += 1);
                }
            });
            for asked in [7, 7, 8] {
                job.dispatch(asked);
                TimeoutFuture::new(20).await;
                assert_eq!(job.value(), Some(asked));
            }
            assert_eq!(told.get_untracked(), expected);
        }
    }
}
