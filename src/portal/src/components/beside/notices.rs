//! Notices on this device: what was sent to it is asked for, and shown by the browser.
//!
//! One tab does it for all of the browser. Nothing outside of the portal is needed for it, and nothing comes while the portal is
//! closed or nobody is signed in.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use contract::{ContactId, MessageId};
use futures_util::future::abortable;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::api::notices::{self as api, Notice};
use crate::browser::Lock;
use crate::effect::{effect, effect_since};
use crate::job::Job;
use crate::state::device::{self, Leave};
use crate::state::live::Live;

/// Between two looks where nothing changes.
const EVERY: Duration = Duration::from_mins(1);
/// Stands for the newest message where there is none.
const NOTHING: &str = "-";

/// What was looked at: the newest message, and those that will go to the device and had not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    last: String,
    waiting: Vec<MessageId>,
}

impl Seen {
    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned);
        Some(Self { last: words.next()?, waiting: words.map(MessageId).collect() })
    }

    fn text(&self) -> String {
        let words = [self.last.as_str()].into_iter().chain(self.waiting.iter().map(MessageId::as_str));
        words.collect::<Vec<_>>().join(" ")
    }

    /// What is to be looked at, the oldest first. Where the message that was newest is not there any more, nobody knows what is new:
    /// rather nothing is shown than something twice.
    fn unseen(&self, newest: &[MessageId]) -> Vec<MessageId> {
        let known = newest.iter().position(|id| id.as_str() == self.last);
        let count = known.unwrap_or(if self.last == NOTHING { newest.len() } else { 0 });
        let new = newest.iter().take(count).rev();
        self.waiting.iter().chain(new).cloned().collect()
    }
}

/// Shows what was sent to this device, as long as it is there.
#[component]
pub fn Notices(live: Live, id: ContactId) -> impl IntoView {
    let leading = RwSignal::new(false);
    let (task, abort) = abortable(async move {
        let _lock = Lock::hold("yasno-device").await;
        leading.try_set(true);
        pending::<()>().await;
    });
    // Held until this goes: nobody waits for it, and it has no answer.
    spawn_local(async move {
        let _ = task.await;
    });
    on_cleanup(move || abort.abort());
    // Whether it is the device of who is signed in, once that was asked. Gone with the session, so that nothing is shown after it.
    let mine = StoredValue::new(None::<bool>);
    let look = Job::new(move |_: Arc<()>| {
        let id = id.clone();
        async move {
            // What fails is looked at again the next time; the rest of the page says that there is no connection.
            let _ = look(&id, mine).await;
        }
    });
    let asked = RwSignal::new(0_u32);
    let again = move || {
        asked.try_update(|count| *count += 1);
    };
    effect(move || {
        live.changes.track();
        live.access.track();
        live.resets.track();
        again();
    });
    if let Ok(timer) = set_interval_with_handle(again, EVERY) {
        on_cleanup(move || timer.clear());
    }
    // What is asked for meanwhile is looked for once more afterwards.
    effect_since(move |done: Option<u32>| {
        let asked = asked.get();
        if !leading.get() || look.pending() || done == Some(asked) {
            return done.unwrap_or_default();
        }
        look.dispatch(());
        asked
    });
}

async fn look(id: &ContactId, mine: StoredValue<Option<bool>>) -> Result<(), ApiError> {
    if device::leave() != Leave::Granted || !device::is(id) {
        return Ok(());
    }
    // A browser can be the device of somebody else, too.
    if mine.try_get_value().flatten().is_none() {
        mine.try_set_value(Some(api::is_mine(id).await?));
    }
    if mine.try_get_value().flatten() != Some(true) {
        return Ok(());
    }
    let newest = api::newest().await?;
    let seen = device::seen().as_deref().and_then(Seen::parse);
    let mut waiting = Vec::new();
    for message in seen.map(|seen| seen.unseen(&newest)).unwrap_or_default() {
        match api::notice(&message).await {
            _ if mine.try_get_value().is_none() || !device::is(id) => return Ok(()),
            Ok(Notice::Sent { title, text }) => drop(device::show(&title, &text, message.as_str())),
            Ok(Notice::None) | Err(ApiError::NotAllowed) => {}
            Ok(Notice::Waits) | Err(_) => waiting.push(message),
        }
    }
    if mine.try_get_value().is_some() && device::is(id) {
        let last = newest.first().map_or(NOTHING, MessageId::as_str).to_owned();
        device::keep_seen(&Seen { last, waiting }.text());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<MessageId> {
        text.split_whitespace().map(|id| MessageId(id.to_owned())).collect()
    }

    #[test]
    fn what_is_newer_and_what_waited_is_looked_at_from_the_oldest_on() {
        let new = |seen: &str, newest: &str| Seen::parse(seen).unwrap().unseen(&ids(newest));
        assert_eq!(new("m-2", "m-4 m-3 m-2 m-1"), ids("m-3 m-4"));
        assert_eq!(new("m-2 m-1", "m-3 m-2 m-1"), ids("m-1 m-3"));
        assert_eq!(new("m-2", "m-2 m-1"), ids(""));
        // Nothing was there before; or what was is gone, and so is the mark.
        assert_eq!(new("-", "m-2 m-1"), ids("m-1 m-2"));
        assert_eq!(new("m-9", "m-2 m-1"), ids(""));
    }

    #[test]
    fn what_was_looked_at_is_read_as_it_was_kept() {
        for text in ["m-2", "m-2 m-1 m-0", NOTHING] {
            assert_eq!(Seen::parse(text).map(|seen| seen.text()), Some(text.to_owned()));
        }
        assert_eq!(Seen::parse(""), None);
    }
}
