//! What to ask the server next, and what its failures mean for a file. Decisions only: no browser here.

use contract::attachment::NewFile;
use contract::problem::ProblemCode;
use contract::{DocumentId, FileId};
use domain::attachment::Failure;

use crate::api::ApiError;

/// The next request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Announce a file.
    Begin {
        /// Which file of the queue.
        key: u32,
        /// Where it goes.
        document: DocumentId,
        /// What is announced.
        file: NewFile,
    },
    /// Ask how much is there.
    Ask {
        /// Which file of the queue.
        key: u32,
        /// Which on the server.
        id: FileId,
    },
    /// Send the bytes `from..to`.
    Part {
        /// Which file of the queue.
        key: u32,
        /// Which on the server.
        id: FileId,
        /// The first byte.
        from: u64,
        /// The byte after the last.
        to: u64,
    },
    /// Take back what the person does not want to send any more.
    TakeBack {
        /// Which file of the queue.
        key: u32,
        /// Which on the server.
        id: FileId,
    },
}

impl Work {
    /// Which file of the queue it is about.
    pub fn key(&self) -> u32 {
        match self {
            Self::Begin { key, .. }
            | Self::Ask { key, .. }
            | Self::Part { key, .. }
            | Self::TakeBack { key, .. } => *key,
        }
    }
}

/// What a failed request means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on once there is a connection, however long that takes.
    WaitForConnection(Failure),
    /// Try again a little later, not for ever.
    TryAgain(Failure),
    /// The server knows better how much is there: ask it.
    AskAgain,
    /// The upload is no more: announce the file anew, not for ever.
    Anew(Failure),
    /// Smaller parts may pass.
    Smaller(Failure),
    /// It does not go on by itself.
    Stop(Failure),
}

/// What a failure means for the file that was being sent.
pub fn verdict(work: &Work, error: &ApiError) -> Verdict {
    let code = match error {
        ApiError::Offline => return Verdict::WaitForConnection(Failure::Offline),
        // A line too slow for a part is no broken line.
        ApiError::Timeout if matches!(work, Work::Part { .. }) => return Verdict::Smaller(Failure::Timeout),
        ApiError::Timeout => return Verdict::WaitForConnection(Failure::Timeout),
        ApiError::SignedOut => return Verdict::Stop(Failure::SignedOut),
        ApiError::NotAllowed => return Verdict::Stop(Failure::NotAllowed),
        ApiError::Fields(_) => return Verdict::Stop(Failure::Announced),
        // A proxy in between may answer something of its own.
        ApiError::Unreadable => return Verdict::TryAgain(Failure::Busy),
        ApiError::NotFound | ApiError::Changed => return Verdict::Stop(Failure::Unclear),
        ApiError::Server { code, .. } => *code,
    };
    match code {
        ProblemCode::UploadOffset | ProblemCode::FileReceived => Verdict::AskAgain,
        ProblemCode::UploadOver => Verdict::Anew(Failure::Over),
        ProblemCode::FileDamaged => Verdict::Anew(Failure::Damaged),
        ProblemCode::FileType => Verdict::Stop(Failure::Type),
        ProblemCode::FilesClosed => Verdict::Stop(Failure::Closed),
        ProblemCode::TooLarge if matches!(work, Work::Part { .. }) => Verdict::Smaller(Failure::TooLarge),
        ProblemCode::TooLarge => Verdict::Stop(Failure::TooLarge),
        code if code.status() >= 500 || code == ProblemCode::TooMany => Verdict::TryAgain(Failure::Busy),
        _ => Verdict::Stop(Failure::Unclear),
    }
}
