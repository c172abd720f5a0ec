//! The server that the queue is tried against.

use std::collections::BTreeMap;

use contract::FileId;
use contract::attachment::{FileState, Receipt, Sender, SentFile};
use contract::problem::ProblemCode;
use domain::attachment::{FileType, Sha256};
use domain::coded::Coded;

use super::problem;
use crate::api::ApiError;
use crate::state::sending::work::Work;

/// What befalls one request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Luck {
    /// It is answered.
    Fine,
    /// It does not arrive.
    LostBefore,
    /// It arrives, and its answer does not.
    LostAfter,
    /// Half of a part arrives.
    Half,
    /// The server cannot do it now.
    Busy,
    /// The server forgets everything that is not received.
    Forgets,
}

/// The server: announced files with what they hold, and receipts.
#[derive(Default)]
pub struct Server {
    /// By their ids: digest, size, and how much is there.
    pub files: BTreeMap<String, (Sha256, u64, u64)>,
    /// Of what is received.
    pub receipts: Vec<Sha256>,
    begun: u32,
}

impl Server {
    pub fn file(&self, id: &str) -> Result<SentFile, ApiError> {
        let (sha256, size, received) = *self.files.get(id).ok_or(problem(ProblemCode::UploadOver))?;
        let place = self.receipts.iter().position(|own| *own == sha256);
        let receipt = place.map(|place| Receipt {
            number: format!("{place}"),
            received_at: chrono::DateTime::UNIX_EPOCH,
            sha256,
            size,
        });
        Ok(SentFile {
            id: FileId(id.to_owned()),
            name: "a.jpg".to_owned(),
            kind: Coded::Known(FileType::Jpeg),
            size,
            received,
            state: Coded::Known(if receipt.is_some() { FileState::Received } else { FileState::Receiving }),
            sender: Sender { own: true, name: "x".to_owned() },
            expires: None,
            receipt,
        })
    }

    pub fn append(&mut self, id: &str, from: u64, to: u64) -> Result<SentFile, ApiError> {
        let (sha256, size, received) = self.files.get_mut(id).ok_or(problem(ProblemCode::UploadOver))?;
        if *received != from {
            return Err(problem(ProblemCode::UploadOffset));
        }
        *received = to;
        assert!(to <= *size);
        if to == *size {
            assert!(!self.receipts.contains(sha256), "received twice");
            self.receipts.push(*sha256);
        }
        self.file(id)
    }

    pub fn answer(&mut self, work: &Work) -> Result<Option<SentFile>, ApiError> {
        match work {
            Work::Begin { file, .. } => {
                let known = self.files.iter().find(|(_, (sha256, ..))| *sha256 == file.sha256);
                let known = known.map(|(id, _)| id.clone());
                let id = known.unwrap_or_else(|| {
                    self.begun += 1;
                    let id = format!("f-{}", self.begun);
                    self.files.insert(id.clone(), (file.sha256, file.size, 0));
                    id
                });
                self.file(&id).map(Some)
            }
            Work::Ask { id, .. } => self.file(id.as_str()).map(Some),
            Work::Part { id, from, to, .. } => self.append(id.as_str(), *from, *to).map(Some),
            Work::TakeBack { id, .. } => {
                if self.file(id.as_str())?.receipt.is_some() {
                    return Err(problem(ProblemCode::FileReceived));
                }
                self.files.remove(id.as_str());
                Ok(None)
            }
        }
    }

    pub fn meet(&mut self, work: &Work, luck: Luck) -> Result<Option<SentFile>, ApiError> {
        match luck {
            Luck::Fine => self.answer(work),
            Luck::LostBefore => Err(ApiError::Offline),
            Luck::Busy => Err(problem(ProblemCode::Unavailable)),
            Luck::LostAfter => {
                let _ = self.answer(work);
                Err(ApiError::Offline)
            }
            Luck::Half => {
                if let Work::Part { id, from, to, .. } = work
                    && to - from > 1
                {
                    let _ = self.append(id.as_str(), *from, from + (to - from) / 2);
                }
                Err(ApiError::Offline)
            }
            Luck::Forgets => {
                let receipts = self.receipts.clone();
                self.files.retain(|_, (sha256, ..)| receipts.contains(sha256));
                self.answer(work)
            }
        }
    }
}
