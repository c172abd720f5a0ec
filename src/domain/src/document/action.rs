//! What a document needs from the patient, and what others are doing meanwhile.

use chrono::{NaiveDate, TimeDelta};

use crate::citation::{Citation, DESIGN};
use crate::coded::Coded;
use crate::document::dates::Dates;
use crate::document::family::{Body, Family};
use crate::document::kind::Kind;
use crate::document::status::{Group, Status};

/// A document is brought to attention at most this many days before its refusal can no longer be contested: always, for no
/// term of appeal is longer. A design decision.
pub const APPEAL_LEAD: TimeDelta = TimeDelta::days(92);
/// The source of [`APPEAL_LEAD`] and of [`Kind::lead`].
pub const LEAD_SOURCE: Citation = DESIGN;

/// What is needed from, or open to, the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YourTask {
    /// Bring or send the documents asked for.
    SendDocuments {
        /// To whom.
        to: Body,
    },
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
    /// Apply for the device that the commission prescribes.
    Apply {
        /// Last day on which it can be used.
        last_day: Option<NaiveDate>,
    },
    /// Use the referral: visit, test or admission.
    UseReferral {
        /// Last day of validity.
        last_day: Option<NaiveDate>,
    },
    /// Fetch the medicine, or the rest of it.
    FetchMedicine {
        /// Last day of validity.
        last_day: Option<NaiveDate>,
    },
    /// Fetch the document: it lies ready.
    FetchDocument,
    /// Go where the commission says, when it says.
    GoToHearing,
    /// Apply to be examined again, in time before the decision ends.
    ApplyAgain {
        /// Last day of the decision.
        last_day: NaiveDate,
    },
    /// Contest the refusal, if one wants to.
    Appeal {
        /// Last day for it.
        last_day: NaiveDate,
    },
    /// Read the reason and ask how and until when the refusal can be contested.
    AskAboutRefusal,
    /// Ask the practice why, and what it can issue instead.
    AskPractice,
    /// Ask the doctor or the regional fund what happens to the treatment.
    AskAboutEnd,
    /// The validity is over: ask the doctor for a new document if the treatment goes on.
    AskForNew,
    /// Nothing.
    Nothing,
    /// The status is unknown to this build: ask the fund.
    AskFund,
}

/// What others are doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TheirTask {
    /// They check the file.
    Checking,
    /// They wait for the documents.
    Waiting,
    /// They go on checking with the documents received.
    CheckingDocuments,
    /// They pay for what is supplied under the document.
    Paying,
    /// They make the document.
    Preparing,
    /// They will sit on it.
    Sitting,
    /// They dispense when one comes.
    Dispensing,
    /// They keep it for the patient.
    Keeping,
    /// They have nothing more to do.
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
    /// Who else has to do with it.
    pub who: Body,
    /// What they are doing.
    pub theirs: TheirTask,
}

/// Why a document needs the patient. The order is that of gravity, among what presses equally in time:
/// [`crate::document::need::board`] puts time first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// A refusal can be contested until this day, and never after.
    AppealEnds {
        /// Last day for it.
        last_day: NaiveDate,
    },
    /// The process stands still until documents arrive.
    DocumentsMissing,
    /// It ends soon, or has ended while the status still says that it is in use.
    EndsSoon {
        /// Last day of use.
        last_day: NaiveDate,
    },
    /// It lies ready to be fetched.
    Ready,
}

/// Whether a document needs the patient on `today`, and why. The dates are those that the document states; none is computed.
#[must_use]
pub fn attention(
    kind: &Coded<Kind>,
    status: &Coded<Status>,
    dates: Dates,
    today: NaiveDate,
) -> Option<Attention> {
    // Of a kind that this build does not know, the lead of the fund's own documents.
    let lead = TimeDelta::days(kind.known().unwrap_or(Kind::MedicineProtocol).lead());
    match status.known()? {
        Status::DocsRequired => Some(Attention::DocumentsMissing),
        Status::Ready => Some(Attention::Ready),
        Status::Refused => dates
            .appeal_until
            .filter(|last_day| *last_day >= today && *last_day - today <= APPEAL_LEAD)
            .map(|last_day| Attention::AppealEnds { last_day }),
        status if status.group() == Group::InUse => dates
            .last_day()
            .filter(|last_day| lead > TimeDelta::zero() && *last_day - today <= lead)
            .map(|last_day| Attention::EndsSoon { last_day }),
        _ => None,
    }
}

/// The action box of a document on `today`.
#[must_use]
pub fn next_steps(kind: &Coded<Kind>, status: &Coded<Status>, dates: Dates, today: NaiveDate) -> NextSteps {
    let needed = attention(kind, status, dates, today);
    let family = kind.known().map_or(Family::Any, Kind::family);
    let own =
        status.known().filter(|status| family.flow().is_none_or(|flow| flow.step_of(*status).is_some()));
    let steps = |yours, who, theirs| NextSteps { yours, needed, who, theirs };
    let Some(status) = own else { return steps(YourTask::AskFund, family.body(), TheirTask::Unknown) };
    let body = family.body();
    match status {
        Status::Registered | Status::Sent | Status::Contested if family != Family::Lkk => {
            steps(YourTask::Nothing, body, TheirTask::Checking)
        }
        Status::DocsRequired => steps(YourTask::SendDocuments { to: body }, body, TheirTask::Waiting),
        Status::DocsReceived => steps(YourTask::Nothing, body, TheirTask::CheckingDocuments),
        Status::Scheduled => steps(YourTask::GoToHearing, body, TheirTask::Sitting),
        Status::Requested | Status::InWork => steps(YourTask::Nothing, body, TheirTask::Preparing),
        Status::Ready => steps(YourTask::FetchDocument, body, TheirTask::Keeping),
        Status::Refused if family == Family::Practice => {
            steps(YourTask::AskPractice, body, TheirTask::Finished)
        }
        Status::Refused => match needed {
            Some(Attention::AppealEnds { last_day }) => {
                steps(YourTask::Appeal { last_day }, body, TheirTask::Finished)
            }
            _ => steps(YourTask::AskAboutRefusal, body, TheirTask::Finished),
        },
        Status::Annulled | Status::Terminated => steps(YourTask::AskAboutEnd, body, TheirTask::Finished),
        Status::Expired => steps(YourTask::AskForNew, body, TheirTask::Finished),
        Status::Approved => steps(in_use(kind, needed, dates), body, TheirTask::Paying),
        Status::Issued
        | Status::InForce
        | Status::PartlyDispensed
        | Status::Sent
        | Status::Registered
        | Status::Contested => steps(in_use(kind, needed, dates), body, waiting_for_you(family)),
        Status::Used | Status::Dispensed | Status::Closed | Status::HandedOver => {
            steps(YourTask::Nothing, Body::Nobody, TheirTask::Finished)
        }
        Status::Recorded | Status::Corrected => steps(YourTask::Nothing, Body::Nobody, TheirTask::Keeping),
    }
}

/// What others do while a document is there to be used.
const fn waiting_for_you(family: Family) -> TheirTask {
    match family {
        Family::Prescription => TheirTask::Dispensing,
        Family::SickSheet => TheirTask::Checking,
        _ => TheirTask::Keeping,
    }
}

/// What a document in use is there for.
fn in_use(kind: &Coded<Kind>, needed: Option<Attention>, dates: Dates) -> YourTask {
    let last_day = dates.last_day();
    match (kind.known(), needed) {
        (Some(Kind::MedicineProtocol), Some(Attention::EndsSoon { last_day })) => {
            YourTask::PlanNewProtocol { last_day }
        }
        (Some(Kind::TelkDecision), Some(Attention::EndsSoon { last_day })) => {
            YourTask::ApplyAgain { last_day }
        }
        (Some(Kind::MedicineProtocol), _) => YourTask::UseProtocol { last_day },
        (Some(Kind::DeviceApplication | Kind::RepairApplication), _) => YourTask::GetDevice { last_day },
        (Some(Kind::LkkProtocol), _) => YourTask::Apply { last_day },
        (Some(Kind::Referral), _) => YourTask::UseReferral { last_day },
        (Some(Kind::Prescription), _) => YourTask::FetchMedicine { last_day },
        (Some(_), _) => YourTask::Nothing,
        (None, _) => YourTask::AskFund,
    }
}
