//! Families of documents: which events happen to them, and the way they go.

use crate::citation::{Citation, DESIGN};
use crate::document::process::Step;
use crate::document::status::Status::{
    self, Annulled, Approved, Closed, Contested, Dispensed, DocsReceived, DocsRequired, Expired, HandedOver,
    InForce, InWork, Issued, PartlyDispensed, Ready, Refused, Registered, Requested, Scheduled, Sent,
    Terminated, Used,
};

/// A list of events, and the documents to which they happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Protocols for medicines: eight events of the fund's notice.
    Protocol,
    /// Assistive devices and their repair: six events of the fund's notice.
    Aid,
    /// All of the fund's: a decision for everybody.
    Any,
    /// Protocols of a medical consulting commission.
    Lkk,
    /// Protocols that send somebody to the commission on lasting incapacity.
    TelkProtocol,
    /// Decisions of that commission.
    TelkDecision,
    /// Referrals.
    Referral,
    /// Prescriptions.
    Prescription,
    /// Sick-leave sheets.
    SickSheet,
    /// Documents asked of a practice.
    Practice,
    /// The record of health: it is only recorded and corrected.
    Record,
}

/// The way of a family: its steps, each with the statuses that stand there.
#[derive(Debug)]
pub struct Flow {
    /// The steps, in order.
    pub steps: &'static [(Step, &'static [Status])],
    /// Somebody has to decide or to do something in it, so that their clock runs.
    pub clock: bool,
    /// Who says that it goes this way.
    pub source: Citation,
}

/// Whose turn it is with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// The fund or its regional office.
    Fund,
    /// The practice that was asked.
    Practice,
    /// The commission on lasting incapacity.
    Telk,
    /// Any pharmacy.
    Pharmacy,
    /// The institute that pays for sick leave (НОИ), and the employer.
    SocialInsurance,
    /// Nobody: it lies ready, or is only kept.
    Nobody,
}

const fn flow(steps: &'static [(Step, &'static [Status])], clock: bool) -> Flow {
    Flow { steps, clock, source: DESIGN }
}

/// The fund decides. It lists events and no order of them.
static DECISION: Flow = flow(
    &[
        (Step::Received, &[Registered]),
        (Step::Review, &[DocsRequired, DocsReceived]),
        (Step::Decision, &[Refused]),
        (Step::Use, &[Approved]),
        (Step::End, &[Annulled, Terminated, Expired]),
    ],
    true,
);
static LKK: Flow = flow(
    &[
        (Step::Issued, &[Issued]),
        (Step::Sent, &[Sent]),
        (Step::Used, &[Used]),
        (Step::End, &[Expired, Annulled]),
    ],
    false,
);
static TELK_PROTOCOL: Flow = flow(
    &[
        (Step::Issued, &[Issued]),
        (Step::Sent, &[Sent]),
        (Step::Review, &[DocsRequired, DocsReceived]),
        (Step::Hearing, &[Scheduled]),
        (Step::End, &[Closed, Annulled]),
    ],
    true,
);
static TELK_DECISION: Flow = flow(
    &[
        (Step::Issued, &[Issued]),
        (Step::Review, &[Contested]),
        (Step::Use, &[InForce]),
        (Step::End, &[Expired, Annulled]),
    ],
    true,
);
static REFERRAL: Flow = flow(
    &[(Step::Issued, &[Issued]), (Step::Used, &[Used]), (Step::End, &[Closed, Expired, Annulled])],
    false,
);
static PRESCRIPTION: Flow = flow(
    &[
        (Step::Issued, &[Issued]),
        (Step::Dispensing, &[PartlyDispensed]),
        (Step::End, &[Dispensed, Expired, Annulled]),
    ],
    false,
);
static SICK_SHEET: Flow =
    flow(&[(Step::Issued, &[Issued]), (Step::Sent, &[Sent]), (Step::End, &[Closed, Annulled])], false);
static PRACTICE: Flow = flow(
    &[
        (Step::Requested, &[Requested]),
        (Step::InWork, &[InWork, DocsRequired, DocsReceived]),
        (Step::Ready, &[Ready]),
        (Step::End, &[HandedOver, Refused]),
    ],
    true,
);

impl Family {
    /// The way of the family; `None` where there is none.
    #[must_use]
    pub const fn flow(self) -> Option<&'static Flow> {
        match self {
            Self::Protocol | Self::Aid | Self::Any => Some(&DECISION),
            Self::Lkk => Some(&LKK),
            Self::TelkProtocol => Some(&TELK_PROTOCOL),
            Self::TelkDecision => Some(&TELK_DECISION),
            Self::Referral => Some(&REFERRAL),
            Self::Prescription => Some(&PRESCRIPTION),
            Self::SickSheet => Some(&SICK_SHEET),
            Self::Practice => Some(&PRACTICE),
            Self::Record => None,
        }
    }

    /// Who acts on its documents when it is not the patient's turn.
    #[must_use]
    pub const fn body(self) -> Body {
        match self {
            Self::Protocol | Self::Aid | Self::Any => Body::Fund,
            Self::TelkProtocol | Self::TelkDecision => Body::Telk,
            Self::Prescription => Body::Pharmacy,
            Self::SickSheet => Body::SocialInsurance,
            Self::Practice => Body::Practice,
            Self::Lkk | Self::Referral | Self::Record => Body::Nobody,
        }
    }
}

impl Flow {
    /// The step at which a status stands; `None` when it does not belong to this way.
    #[must_use]
    pub fn step_of(&self, status: Status) -> Option<Step> {
        self.steps.iter().find(|(_, statuses)| statuses.contains(&status)).map(|(step, _)| *step)
    }
}
