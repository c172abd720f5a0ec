//! Files on their way to the server: one after another, whatever page is open, until the session ends.
//!
//! [`queue`] and [`work`] decide; here is what a browser must do for it: hold the chosen files, read them, ask, wait. All lies
//! in memory, and goes with the person: what the server has of a file stays there, and the same file chosen again goes on from
//! there. Nothing of the first load may name this module, or it becomes a part of it.

mod closing;
mod device;
pub mod queue;
mod work;

#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::sync::LazyLock;

use contract::DocumentId;
use domain::attachment::{FileType, Limits, Refusal, Sha256, check};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::kept;
use crate::announce;
use crate::api::{ApiError, files as api};
use crate::browser;
use crate::i18n::texts::document as d;
use crate::words::file as words;
use queue::{Item, Queue, Rest};
use work::Work;

/// How long to wait after each try of a server that is busy, in milliseconds.
const PAUSES_MS: [u32; 4] = [2_000, 5_000, 15_000, 30_000];
/// A browser may not notice that the connection is back.
const LOOK_AGAIN_MS: u32 = 30_000;

static QUEUE: LazyLock<ArcRwSignal<Queue>> = LazyLock::new(|| ArcRwSignal::new(Queue::default()));

thread_local! {
    /// The chosen files themselves, by their keys in the queue.
    static FILES: RefCell<Vec<(u32, File)>> = const { RefCell::new(Vec::new()) };
    /// Counts the times that everything was wiped: what began before is not for now.
    static TIMES_WIPED: Cell<u32> = const { Cell::new(0) };
    /// Whether something is being asked, or waited for.
    static RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// The files of a document that were chosen on this page; tracked.
pub fn items(document: &DocumentId) -> Vec<Item> {
    QUEUE.with(|queue| queue.of(document))
}

/// One of them; tracked, `None` once it is gone.
pub fn item(key: u32) -> Option<Item> {
    QUEUE.with(|queue| queue.get(key).cloned())
}

/// Whether anything would be lost by leaving: chosen and not received; tracked. For who asks before signing out.
pub fn unsent() -> bool {
    QUEUE.with(Queue::unsent)
}

/// Takes files that the person chose for a document, and looks at each: whether it may be sent, and what it is. `received` is
/// how many files the document has already, by the server's list, which also says the `limits`.
pub fn choose(document: &DocumentId, files: Vec<File>, received: usize, limits: Limits) {
    if QUEUE.with_untracked(Queue::is_empty) {
        kept::forget_also(wipe);
    }
    let mut chosen = Vec::new();
    change(|queue| {
        for file in files {
            let key = queue.choose(document, &file.name(), device::size(&file), limits.part_bytes);
            FILES.with_borrow_mut(|all| all.push((key, file.clone())));
            chosen.push((key, file));
        }
    });
    let (document, times) = (document.clone(), TIMES_WIPED.get());
    spawn_local(async move {
        let (mut ready, mut refused) = (0_usize, 0_usize);
        for (key, file) in chosen {
            let others = received + QUEUE.with_untracked(|queue| queue.coming(&document));
            let found = look_at(&file, others, &limits).await;
            if TIMES_WIPED.get() != times {
                return;
            }
            *(if found.is_ok() { &mut ready } else { &mut refused }) += 1;
            change(|queue| queue.looked_at(key, found));
        }
        announce::say(d::files_said_looked(ready, refused));
        // The person may have said so while the files were looked at.
        run();
    });
}

async fn look_at(file: &File, others: usize, limits: &Limits) -> Result<(String, FileType, Sha256), Refusal> {
    let unreadable = |device::Unreadable| Refusal::Unreadable;
    let head = device::head(file).await.map_err(unreadable)?;
    let (name, kind) = check(&file.name(), device::size(file), &head, others, limits)?;
    Ok((name, kind, device::digest(file).await.map_err(unreadable)?))
}

/// The person says: send what was chosen for this document.
pub fn send(document: &DocumentId) {
    change(|queue| queue.send(document));
    run();
}

/// The person says: try this one again.
pub fn again(key: u32) {
    change(|queue| queue.again(key));
    run();
}

/// The person takes this one back.
pub fn withdraw(key: u32) {
    change(|queue| queue.withdraw(key));
    run();
}

/// The page has read the server's list of a document, which shows what was received.
pub fn settle(document: &DocumentId) {
    change(|queue| queue.settle(document));
}

/// Forgets everything: the person has left.
fn wipe() {
    TIMES_WIPED.set(TIMES_WIPED.get() + 1);
    RUNNING.set(false);
    FILES.with_borrow_mut(Vec::clear);
    QUEUE.set(Queue::default());
    closing::ask(false);
}

/// Changes the queue, and has the browser ask before the page closes as long as something is not sent.
fn change(how: impl FnOnce(&mut Queue)) {
    QUEUE.update(how);
    closing::ask(QUEUE.with_untracked(Queue::unsent));
}

/// Sends what there is to send, unless that is going on.
fn run() {
    if RUNNING.replace(true) {
        return;
    }
    let times = TIMES_WIPED.get();
    spawn_local(async move {
        while step().await && TIMES_WIPED.get() == times {}
        if TIMES_WIPED.get() == times {
            RUNNING.set(false);
        }
    });
}

/// One request, or one rest; false when there is nothing to do.
async fn step() -> bool {
    let times = TIMES_WIPED.get();
    let mut work = None;
    QUEUE.update(|queue| work = queue.next());
    let Some(work) = work else { return rest(times).await };
    let answer = ask(&work).await;
    if TIMES_WIPED.get() == times {
        change(|queue| match answer {
            Ok(answer) => queue.told(&work, answer),
            Err(device::Unreadable) => queue.unreadable(work.key()),
        });
        let news = |item: &Item| words::news(&item.name, &item.state);
        if let Some(news) = QUEUE.with_untracked(|queue| queue.get(work.key()).and_then(news)) {
            announce::say(news);
        }
        QUEUE.with_untracked(|queue| FILES.with_borrow_mut(|all| all.retain(|(key, _)| queue.needs(*key))));
    }
    true
}

/// Waits as long as the queue rests; false when it does not.
async fn rest(times: u32) -> bool {
    match QUEUE.with_untracked(Queue::rest) {
        None => return false,
        Some(Rest::Offline) => browser::first(browser::online(), TimeoutFuture::new(LOOK_AGAIN_MS)).await,
        Some(Rest::Busy(tries)) => {
            let place = usize::from(tries.saturating_sub(1)).min(PAUSES_MS.len() - 1);
            TimeoutFuture::new(PAUSES_MS[place]).await;
        }
    }
    if TIMES_WIPED.get() == times {
        QUEUE.update(Queue::wake);
    }
    true
}

type Answer = Result<Option<contract::attachment::SentFile>, ApiError>;

async fn ask(work: &Work) -> Result<Answer, device::Unreadable> {
    Ok(match work {
        Work::Begin { document, file, .. } => api::begin(document, file).await.map(Some),
        Work::Ask { id, .. } => api::get(id).await.map(Some),
        Work::TakeBack { id, .. } => api::delete(id).await.map(|()| None),
        Work::Part { key, id, from, to } => {
            let file =
                FILES.with_borrow(|all| all.iter().find(|(own, _)| own == key).map(|(_, file)| file.clone()));
            let bytes = device::part(&file.ok_or(device::Unreadable)?, *from, *to).await?;
            api::append(id, *from, bytes).await.map(Some)
        }
    })
}
