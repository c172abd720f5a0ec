//! What a document needs from the patient, and what others are doing meanwhile.

use chrono::{NaiveDate, TimeDelta};

use crate::citation::{Citation, DESIGN};
use crate::coded::Coded;
use crate::document::kind::Kind;
use crate::document::status::Status;

/// An approved document is brought to attention this many days before it ends.
///
/// The fund gives no lead time for its own reminder ("Напомняне при изтичане на срока"): a design decision.
pub const EXPIRY_LEAD: TimeDelta = TimeDelta::days(30);
/// The source of [`EXPIRY_LEAD`].
pub const EXPIRY_LEAD_SOURCE: Citation = DESIGN;

/// What is needed from, or open to, the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YourTask {
    /// Bring or send the documents asked for.
    SendDocuments,
    /// Plan the visit for a new protocol before this last day of validity.
    PlanNewProtocol {
        /// Last day of validity.
        last_day: NaiveDate,
    },
    /// Ask for prescriptions under the protocol; its last day, if one is known.
    UseProtocol {
        /// Last day of validity.
        last_day: Option<NaiveDate>,
    },
    /// Get the device, or have it repaired, at a contracted shop; the last day, if one is known.
    GetDevice {
        /// Last day of validity.
        last_day: Option<NaiveDate>,
    },
    /// Read the reason and ask the regional fund how and until when the refusal can be contested.
    AskAboutRefusal,
    /// Ask the doctor or the regional fund what happens to the treatment.
    AskAboutEnd,
    /// The validity is over: ask the doctor for a new document if the treatment goes on.
    AskForNew,
    /// Nothing.
    Nothing,
    /// The status is unknown to this build: ask the fund.
    AskFund,
}

/// What the fund is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FundTask {
    /// It checks the file.
    Checking,
    /// It waits for the documents.
    Waiting,
    /// It goes on checking with the documents received.
    CheckingDocuments,
    /// It pays for what is supplied under the document.
    Paying,
    /// It has nothing more to do.
    Finished,
    /// This build cannot tell.
    Unknown,
}

/// The action box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextSteps {
    /// What the patient should or can do.
    pub yours: YourTask,
    /// Whether it is needed: something stops or is lost without it.
    pub needed: Option<Attention>,
    /// What the fund is doing.
    pub fund: FundTask,
}

/// Why a document needs the patient, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// The process stands still until documents arrive.
    DocumentsMissing,
    /// The validity ends soon, or has ended while the status still says approved.
    EndsSoon {
        /// Last day of validity.
        last_day: NaiveDate,
    },
}

/// Whether a document needs the patient on `today`, and why.
///
/// `last_day` is the last day of validity as the document states it; validity is never computed.
#[must_use]
pub fn attention(status: &Coded<Status>, last_day: Option<NaiveDate>, today: NaiveDate) -> Option<Attention> {
    match (status.known()?, last_day) {
        (Status::DocsRequired, _) => Some(Attention::DocumentsMissing),
        (Status::Approved, Some(last_day)) if last_day - today <= EXPIRY_LEAD => {
            Some(Attention::EndsSoon { last_day })
        }
        _ => None,
    }
}

/// The action box of a document on `today`.
#[must_use]
pub fn next_steps(
    kind: &Coded<Kind>,
    status: &Coded<Status>,
    last_day: Option<NaiveDate>,
    today: NaiveDate,
) -> NextSteps {
    let needed = attention(status, last_day, today);
    let (yours, fund) = match status {
        Coded::Unknown(_) => (YourTask::AskFund, FundTask::Unknown),
        Coded::Known(Status::Registered) => (YourTask::Nothing, FundTask::Checking),
        Coded::Known(Status::DocsRequired) => (YourTask::SendDocuments, FundTask::Waiting),
        Coded::Known(Status::DocsReceived) => (YourTask::Nothing, FundTask::CheckingDocuments),
        Coded::Known(Status::Approved) => (in_use(kind, needed, last_day), FundTask::Paying),
        Coded::Known(Status::Refused) => (YourTask::AskAboutRefusal, FundTask::Finished),
        Coded::Known(Status::Annulled | Status::Terminated) => (YourTask::AskAboutEnd, FundTask::Finished),
        Coded::Known(Status::Expired) => (YourTask::AskForNew, FundTask::Finished),
    };
    NextSteps { yours, needed, fund }
}

/// What an approved document is there for.
fn in_use(kind: &Coded<Kind>, needed: Option<Attention>, last_day: Option<NaiveDate>) -> YourTask {
    match (kind.known(), needed) {
        (Some(Kind::MedicineProtocol), Some(Attention::EndsSoon { last_day })) => {
            YourTask::PlanNewProtocol { last_day }
        }
        (Some(Kind::MedicineProtocol), _) => YourTask::UseProtocol { last_day },
        (Some(Kind::DeviceApplication | Kind::RepairApplication), _) => YourTask::GetDevice { last_day },
        (None, _) => YourTask::AskFund,
    }
}
