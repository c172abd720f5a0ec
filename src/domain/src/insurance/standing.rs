//! "Am I insured?": which months count for care on a day, whether rights are interrupted, and what brings them
//! back.

use chrono::NaiveDate;

use crate::coded::codes;
use crate::insurance::ground::{Ground, StateGroup};
use crate::insurance::refusal::Refusal;
use crate::insurance::restoring::{Restoring, restoring};
use crate::insurance::rule::{GUIDE_INTERRUPTION, INTERRUPTION, Interruption, Window, window};
use crate::money::Money;
use crate::month::Month;
use crate::rules::{Regime, Sourced};

codes! {
    /// What is known of the payment for a month.
    pub enum Payment {
        /// It is paid.
        Paid = "paid",
        /// It is owed and not paid.
        Unpaid = "unpaid",
        /// It is not known.
        Unknown = "unknown",
    }
}

/// What is known of one month of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// The month.
    pub month: Month,
    /// The ground on which the person was insured in it; `None` where the register names one that is not in the list.
    pub ground: Option<Ground>,
    /// Whether the contribution is paid.
    pub payment: Payment,
    /// What is owed for it, where the record says so; else the least is calculated.
    pub owed: Option<Money>,
    /// For whom the state paid, where the record says so.
    pub state_group: Option<StateGroup>,
}

codes! {
    /// How a month counts.
    pub enum Counts {
        /// Paid by the person, or on a ground that is not known.
        Paid = "paid",
        /// Owed by the person and not paid.
        Unpaid = "unpaid",
        /// Whether the person owes it and paid it is not known.
        Unknown = "unknown",
        /// Not paid, but the employer owes it: the person loses nothing.
        PayerAtFault = "payer_at_fault",
        /// The employer owes it.
        ByEmployer = "by_employer",
        /// The state owes it.
        ByState = "by_state",
        /// Nothing is told of the month.
        NotTold = "not_told",
    }
}

impl Counts {
    const fn of(record: &Record) -> Self {
        match (record.ground, record.payment) {
            (Some(Ground::State), _) => Self::ByState,
            (Some(Ground::Employee), Payment::Unpaid) => Self::PayerAtFault,
            (Some(Ground::Employee), Payment::Paid | Payment::Unknown) => Self::ByEmployer,
            (Some(Ground::SelfInsured | Ground::NoOther), Payment::Unpaid) => Self::Unpaid,
            (Some(Ground::SelfInsured | Ground::NoOther) | None, Payment::Paid) => Self::Paid,
            // Where the ground is not known either, a month that is not paid may be somebody else's to pay.
            (Some(Ground::SelfInsured | Ground::NoOther), Payment::Unknown)
            | (None, Payment::Unpaid | Payment::Unknown) => Self::Unknown,
        }
    }

    /// Whether the month may turn out to be unpaid.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::NotTold)
    }
}

/// A month of the window and how it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The month.
    pub month: Month,
    /// How it counts.
    pub counts: Counts,
    /// For whom the state paid, where that is told.
    pub state_group: Option<StateGroup>,
}

codes! {
    /// Whether somebody is insured.
    pub enum Status {
        /// Insured: of what counts nothing is known to be unpaid, and no more is unknown than is allowed.
        Insured = "insured",
        /// Insured: in the month of care the employer or the state owes the contribution.
        InsuredByOthers = "insured_by_others",
        /// Insured: not everything is paid, but no more is missing than is allowed.
        InsuredWithArrears = "insured_with_arrears",
        /// Interrupted: care is paid for by the person, emergencies excepted.
        Interrupted = "interrupted",
        /// It depends on months of which nothing is known.
        Undecided = "undecided",
        /// Others owe the contribution in the month of care, but of the person's own months too many are unpaid.
        /// Only who must pay for themselves loses rights; whether earlier arrears still count no source says.
        ArrearsFromBefore = "arrears_from_before",
    }
}

/// Whether somebody is insured for care on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The answer.
    pub status: Status,
    /// By which rule.
    pub rule: Sourced<Interruption>,
    /// The months that count.
    pub window: Window,
    /// Each of them.
    pub months: Vec<Counted>,
    /// How many of them are owed by the person and not paid.
    pub unpaid: u32,
    /// How many of them are not known.
    pub open: u32,
    /// What brings rights back, if they are or may be interrupted.
    pub restoring: Option<Restoring>,
}

/// Whose insurance is asked about, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// What is known of the months, in any order.
    pub history: &'a [Record],
    /// The ground in the month of care, if it is known; else the person is taken to pay for themselves.
    pub ground: Option<Ground>,
    /// The day of care.
    pub care: NaiveDate,
    /// By which of the two rule sets.
    pub regime: Regime,
}

/// Whether somebody is insured for care on a day, asked on `today`. A month of which the history tells nothing
/// is neither paid nor unpaid.
///
/// # Errors
///
/// [`Refusal`] where the rule is not known for the day, or a month is told twice.
pub fn standing(question: &Question<'_>, today: NaiveDate) -> Result<Standing, Refusal> {
    let Question { history, ground, care, regime } = *question;
    if let Some(twice) = told_twice(history) {
        return Err(Refusal::MonthToldTwice(twice));
    }
    let rule = match regime {
        Regime::Guide2010 => GUIDE_INTERRUPTION.sourced(care, today)?,
        Regime::Law => INTERRUPTION.sourced(care, today)?,
    };
    let window = window(care, rule.value.months, regime).ok_or(Refusal::BeyondCalendar)?;
    let months: Vec<_> = window.months().map(|month| counted(history, month)).collect();
    let count = |which: &dyn Fn(Counts) -> bool| {
        months.iter().fold(0_u32, |count, month| count + u32::from(which(month.counts)))
    };
    let unpaid = count(&|counts| counts == Counts::Unpaid);
    let open = count(&Counts::is_open);
    let by_others = ground.is_some_and(|ground| !ground.pays_for_themselves());
    let status = match unpaid {
        _ if unpaid > rule.value.allowed && by_others => Status::ArrearsFromBefore,
        _ if unpaid > rule.value.allowed => Status::Interrupted,
        _ if by_others => Status::InsuredByOthers,
        _ if unpaid + open > rule.value.allowed => Status::Undecided,
        0 => Status::Insured,
        _ => Status::InsuredWithArrears,
    };
    let restoring = match status {
        Status::Interrupted | Status::Undecided | Status::ArrearsFromBefore => {
            Some(restoring(question, today)?)
        }
        Status::Insured | Status::InsuredByOthers | Status::InsuredWithArrears => None,
    };
    Ok(Standing { status, rule, window, months, unpaid, open, restoring })
}

pub(super) fn record(history: &[Record], month: Month) -> Option<&Record> {
    history.iter().find(|record| record.month == month)
}

pub(super) fn counted(history: &[Record], month: Month) -> Counted {
    let record = record(history, month);
    Counted {
        month,
        counts: record.map_or(Counts::NotTold, Counts::of),
        state_group: record.and_then(|record| record.state_group),
    }
}

fn told_twice(history: &[Record]) -> Option<Month> {
    let twice = |(index, record): (usize, &Record)| {
        history[..index].iter().any(|other| other.month == record.month).then_some(record.month)
    };
    history.iter().enumerate().find_map(twice)
}
