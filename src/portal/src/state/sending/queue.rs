//! The files of this page on their way: which is next, and what an answer changes. Decisions only: no browser here.

use contract::attachment::{NewFile, SentFile};
use contract::{DocumentId, FileId};
use domain::attachment::{Event, Failure, FileType, Receipt, Refusal, Sha256, State};
use domain::coded::Coded;

use super::work::{Verdict, Work, verdict};
use crate::api::ApiError;

/// So often in a row a file is tried without getting on, before somebody must say that it goes on.
const TRIES: u8 = 4;

/// The smallest part, in bytes, where larger ones do not pass.
const SMALLEST_PART: u64 = 16 * 1024;

/// A file of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Tells it from every other of this page.
    pub key: u32,
    /// Where it goes.
    pub document: DocumentId,
    /// Its name, safe to show.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where it stands.
    pub state: State,
    /// What the device found out about it.
    found: Option<(FileType, Sha256)>,
    /// Which it is on the server, once that said so.
    upload: Option<FileId>,
    /// How many bytes the server has, if that is sure: after a break it is not.
    at: Option<u64>,
    /// The server would not take it back: ask whether it has a receipt.
    doubted: bool,
    tries: u8,
}

/// Why the queue rests, and so for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Until there is a connection.
    Offline,
    /// For a little while, longer after each try; counted from 1.
    Busy(u8),
}

/// All files of this page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    items: Vec<Item>,
    keys: u32,
    /// The most bytes of a part: what the server takes, or less on a slow line.
    part: u64,
    rest: Option<Rest>,
    /// The file whose request is under way.
    busy: Option<u32>,
}

impl Item {
    /// Which it is on the server, once that said so.
    pub fn upload(&self) -> Option<&FileId> {
        self.upload.as_ref()
    }
}

impl Queue {
    /// A file by its key; `None` once it is gone.
    pub fn get(&self, key: u32) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The files of a document, in the order in which they were chosen.
    pub fn of(&self, document: &DocumentId) -> Vec<Item> {
        self.items.iter().filter(|item| item.document == *document).cloned().collect()
    }

    /// Whether any file would be lost if the person left now.
    pub fn unsent(&self) -> bool {
        self.items.iter().any(|item| item.state.is_unsent())
    }

    /// Whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds a file that was chosen and not looked at yet. `part_bytes` is the most that the server takes at once.
    pub fn choose(&mut self, document: &DocumentId, name: &str, size: u64, part_bytes: u32) -> u32 {
        self.keys += 1;
        self.part = u64::from(part_bytes).max(1);
        self.items.push(Item {
            key: self.keys,
            document: document.clone(),
            name: name.to_owned(),
            size,
            state: State::Chosen,
            found: None,
            upload: None,
            at: None,
            doubted: false,
            tries: 0,
        });
        self.keys
    }

    /// How many files of a document take a place there and are not received: what the server does not count yet.
    pub fn coming(&self, document: &DocumentId) -> usize {
        let coming = |item: &&Item| item.state.is_unsent() && item.state != State::Chosen;
        self.items.iter().filter(|item| item.document == *document).filter(coming).count()
    }

    /// The device has looked at a file.
    pub fn looked_at(&mut self, key: u32, found: Result<(String, FileType, Sha256), Refusal>) {
        let Some(item) = self.item(key) else { return };
        match found {
            Ok((name, kind, sha256)) => {
                item.name = name;
                item.found = Some((kind, sha256));
                item.happens(Event::Passed);
            }
            Err(why) => item.happens(Event::Refused(why)),
        }
    }

    /// The person says: send all that may be sent to this document.
    pub fn send(&mut self, document: &DocumentId) {
        for item in self.items.iter_mut().filter(|item| item.document == *document) {
            item.happens(Event::Asked);
        }
    }

    /// The person says: try again.
    pub fn again(&mut self, key: u32) {
        self.rest = None;
        if let Some(item) = self.item(key) {
            item.tries = 0;
            item.happens(Event::Again);
        }
    }

    /// The person takes a file back. What the server may have of it is taken back there, too; a receipt that comes meanwhile wins.
    pub fn withdraw(&mut self, key: u32) {
        let under_way = self.busy == Some(key);
        if let Some(item) = self.item(key) {
            item.happens(Event::Withdrawn);
            let nothing_there = item.upload.is_none() && !under_way;
            if nothing_there && matches!(item.state, State::Withdrawn { .. }) {
                self.remove(key);
            }
        }
    }

    /// The page shows the server's own list of a document now: what that holds need not stand here, too.
    pub fn settle(&mut self, document: &DocumentId) {
        let settled = |item: &Item| item.document == *document && matches!(item.state, State::Received(_));
        self.items.retain(|item| !settled(item));
    }

    /// Whether the content of a file may still be asked for.
    pub fn needs(&self, key: u32) -> bool {
        self.get(key).is_some_and(|item| item.state.is_unsent())
    }

    /// Takes the next request up; `None` when there is none, or the queue rests. One is under way at a time.
    pub fn next(&mut self) -> Option<Work> {
        if self.rest.is_some() || self.busy.is_some() {
            return None;
        }
        let work = self.items.iter().find_map(Item::taking_back).or_else(|| {
            let sending = |item: &&Item| matches!(item.state, State::Sending { .. });
            let queued = |item: &&Item| matches!(item.state, State::Queued { .. });
            let item = self.items.iter().find(sending).or_else(|| self.items.iter().find(queued))?;
            item.sending(self.part)
        });
        self.busy = work.as_ref().map(Work::key);
        work
    }

    /// Why the queue rests.
    pub fn rest(&self) -> Option<Rest> {
        self.rest
    }

    /// The rest is over.
    pub fn wake(&mut self) {
        self.rest = None;
    }

    /// The device could not read a part.
    pub fn unreadable(&mut self, key: u32) {
        self.busy = None;
        if let Some(item) = self.item(key) {
            item.happens(Event::Stopped(Failure::Unreadable));
        }
    }

    /// The server has answered; `None` instead of a file where it was taken back.
    pub fn told(&mut self, work: &Work, answer: Result<Option<SentFile>, ApiError>) {
        self.busy = None;
        match answer {
            Ok(Some(file)) => self.there(work, &file),
            Ok(None) => self.remove(work.key()),
            Err(error) if matches!(work, Work::TakeBack { .. }) => self.not_taken_back(work, &error),
            Err(error) => self.failed(work, &error),
        }
        // Taken back before the server knew of it: nothing is left to be done.
        let over = |item: &Item| matches!(item.state, State::Withdrawn { .. }) && item.upload.is_none();
        self.items.retain(|item| item.key != work.key() || !over(item));
    }

    fn there(&mut self, work: &Work, file: &SentFile) {
        let Some(item) = self.items.iter_mut().find(|item| item.key == work.key()) else { return };
        item.upload = Some(file.id.clone());
        item.doubted = false;
        if let Some(receipt) = &file.receipt {
            let receipt = Receipt::from(receipt);
            let fits = item.found.is_some_and(|(_, sha256)| sha256 == receipt.sha256);
            // A receipt of something else is none of this file.
            item.happens(if fits { Event::Receipt(receipt) } else { Event::Stopped(Failure::Unclear) });
            return;
        }
        let got_on = match work {
            Work::Part { from, .. } => file.received > *from,
            _ => file.received < item.size,
        };
        item.at = Some(file.received);
        item.happens(Event::Begun { sent: file.received });
        item.happens(Event::Progress { sent: file.received });
        if got_on {
            if matches!(work, Work::Part { .. }) {
                item.tries = 0;
            }
        } else {
            // All is there and no receipt, or bytes were sent and did not arrive.
            self.rest = item.try_again(Failure::Busy, Failure::Unclear);
        }
    }

    fn failed(&mut self, work: &Work, error: &ApiError) {
        let part = self.part;
        let Some(item) = self.items.iter_mut().find(|item| item.key == work.key()) else { return };
        let verdict = verdict(work, error);
        item.at = None;
        match verdict {
            Verdict::WaitForConnection(why) => {
                item.happens(Event::Held(why));
                self.rest = Some(Rest::Offline);
            }
            Verdict::TryAgain(why) => self.rest = item.try_again(why, why),
            Verdict::AskAgain => {
                item.tries += 1;
                if item.tries > TRIES {
                    item.happens(Event::Stopped(Failure::Unclear));
                }
            }
            Verdict::Anew(why) => {
                item.upload = None;
                self.rest = item.try_again(why, why);
            }
            Verdict::Smaller(Failure::TooLarge) if part <= SMALLEST_PART => {
                item.happens(Event::Stopped(Failure::TooLarge));
            }
            Verdict::Smaller(why) => {
                self.part = (part / 2).max(SMALLEST_PART.min(part));
                if why == Failure::Timeout {
                    item.happens(Event::Held(why));
                    self.rest = Some(Rest::Busy(1));
                }
            }
            Verdict::Stop(why) => item.happens(Event::Stopped(why)),
        }
    }

    fn not_taken_back(&mut self, work: &Work, error: &ApiError) {
        let verdict = verdict(work, error);
        let Some(item) = self.items.iter_mut().find(|item| item.key == work.key()) else { return };
        item.tries += 1;
        match verdict {
            _ if item.tries > TRIES => self.remove(work.key()),
            Verdict::WaitForConnection(_) => self.rest = Some(Rest::Offline),
            Verdict::TryAgain(_) => self.rest = Some(Rest::Busy(item.tries)),
            // It was received before: then there is a receipt, and that is to be shown.
            Verdict::AskAgain => item.doubted = true,
            // It is gone, or the server forgets it by itself.
            Verdict::Anew(_) | Verdict::Smaller(_) | Verdict::Stop(_) => self.remove(work.key()),
        }
    }

    fn item(&mut self, key: u32) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.key == key)
    }

    fn remove(&mut self, key: u32) {
        self.items.retain(|item| item.key != key);
    }
}

impl Item {
    fn happens(&mut self, event: Event) {
        let before = std::mem::replace(&mut self.state, State::Chosen);
        self.state = before.after(event, self.size);
    }

    /// Holds it for a little while, or stops it when it was tried often enough.
    fn try_again(&mut self, why: Failure, in_the_end: Failure) -> Option<Rest> {
        self.tries += 1;
        if self.tries > TRIES {
            self.happens(Event::Stopped(in_the_end));
            return None;
        }
        self.at = None;
        self.happens(Event::Held(why));
        Some(Rest::Busy(self.tries))
    }

    /// What to ask to have it taken back.
    fn taking_back(&self) -> Option<Work> {
        let withdrawn = matches!(self.state, State::Withdrawn { .. });
        let id = self.upload.clone().filter(|_| withdrawn)?;
        let key = self.key;
        Some(if self.doubted { Work::Ask { key, id } } else { Work::TakeBack { key, id } })
    }

    /// What to ask to have it sent.
    fn sending(&self, part: u64) -> Option<Work> {
        let key = self.key;
        match (self.upload.clone(), self.at) {
            (None, _) => {
                let (kind, sha256) = self.found?;
                let file =
                    NewFile { name: self.name.clone(), kind: Coded::Known(kind), size: self.size, sha256 };
                Some(Work::Begin { key, document: self.document.clone(), file })
            }
            (Some(id), None) => Some(Work::Ask { key, id }),
            (Some(id), Some(from)) => Some(Work::Part { key, id, from, to: self.size.min(from + part) }),
        }
    }
}
