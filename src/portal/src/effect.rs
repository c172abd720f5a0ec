//! Work that is done at once, and again whenever something changes that it reads.

use leptos::prelude::*;

/// Does the work now and after every change of what it reads, until the page that asks for it is gone.
///
/// All of it shares one piece of compiled code, which would be a kilobyte for each effect of its own.
pub fn effect(work: impl FnMut() + 'static) {
    begin(Box::new(work));
}

/// The same for work that looks at what it answered the time before, `None` the first time.
pub fn effect_since<T: 'static>(mut work: impl FnMut(Option<T>) -> T + 'static) {
    let mut before = None;
    effect(move || before = Some(work(before.take())));
}

fn begin(mut work: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| work());
}
