//! What brings interrupted rights back, and what it costs.

use chrono::NaiveDate;

use crate::fee::Sum;
use crate::insurance::contribution::minimum;
use crate::insurance::ground::Ground;
use crate::insurance::refusal::Refusal;
use crate::insurance::rule::{GUIDE_RESTORING, RESTORING, Window, window};
use crate::insurance::standing::{Counts, Question, Record, counted, record};
use crate::money::Money;
use crate::month::Month;
use crate::rules::{Basis, Regime};

/// What is owed for a month that has to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Debt {
    /// So much, as the record says; without interest.
    Told(Money),
    /// The record does not say. The least for who has no other ground is so much, and rests on this.
    Least(Money, Basis),
    /// The record does not say. What a self-insured person owes depends on an income that is not known here.
    DependsOnIncome,
    /// The record does not say, and the least of that month is not known.
    NotKnown,
}

impl Debt {
    fn of(record: &Record, today: NaiveDate) -> Self {
        match (record.owed, record.ground) {
            (Some(owed), _) => Self::Told(owed),
            (None, Some(Ground::NoOther)) => match minimum(record.month, today) {
                Ok(line) => Self::Least(line.amount, line.basis),
                Err(_) => Self::NotKnown,
            },
            (None, _) => Self::DependsOnIncome,
        }
    }

    /// How much, if that is known.
    #[must_use]
    pub const fn amount(self) -> Option<Money> {
        match self {
            Self::Told(amount) | Self::Least(amount, _) => Some(amount),
            Self::DependsOnIncome | Self::NotKnown => None,
        }
    }
}

/// Months to pay that follow each other, for each of which the same is owed on the same basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// From when to when.
    pub window: Window,
    /// How many months that are.
    pub months: u32,
    /// What is owed for each of them.
    pub each: Debt,
    /// What is owed for all of them, if it is known.
    pub sum: Option<Money>,
}

/// What brings rights back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restoring {
    /// Everything that the person owes for these months has to be paid; rights are back on the day of payment.
    pub window: Window,
    /// The months to pay.
    pub months: Vec<Month>,
    /// The same months, with what is owed for them.
    pub parts: Vec<Part>,
    /// The months of which is not known whether they are to be paid.
    pub open: Vec<Month>,
    /// What is owed for the months to pay, as far as it is known; without interest.
    pub cost: Sum,
    /// The months to pay of which no amount is known.
    pub without_amount: Vec<Month>,
    /// What the number of months rests on.
    pub basis: Basis,
}

/// What has to be paid on the day of care so that rights are back, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where the rule is not known for the day.
pub fn restoring(question: &Question<'_>, today: NaiveDate) -> Result<Restoring, Refusal> {
    let Question { history, care, regime, .. } = *question;
    let rule = match regime {
        Regime::Guide2010 => GUIDE_RESTORING.sourced(care, today)?,
        Regime::Law => RESTORING.sourced(care, today)?,
    };
    let window = window(care, rule.value, regime).ok_or(Refusal::BeyondCalendar)?;
    let mut found = Restoring {
        window,
        months: Vec::new(),
        parts: Vec::new(),
        open: Vec::new(),
        cost: Sum::of([])?,
        without_amount: Vec::new(),
        basis: rule.basis,
    };
    let mut amounts = Vec::new();
    for month in window.months() {
        let counts = counted(history, month).counts;
        if counts.is_open() {
            found.open.push(month);
        }
        let Some(record) = record(history, month).filter(|_| counts == Counts::Unpaid) else { continue };
        let debt = Debt::of(record, today);
        found.months.push(month);
        join(&mut found.parts, month, debt)?;
        match debt.amount() {
            Some(owed) => amounts.push(owed),
            None => found.without_amount.push(month),
        }
    }
    found.cost = Sum::of(amounts)?;
    Ok(found)
}

/// Adds a month to the last part if it follows on that and the same is owed for it; else it begins a part.
fn join(parts: &mut Vec<Part>, month: Month, each: Debt) -> Result<(), Refusal> {
    let follows = |part: &&mut Part| part.each == each && part.window.last.after(1) == Some(month);
    match parts.last_mut().filter(follows) {
        Some(part) => {
            part.window.last = month;
            part.months += 1;
            part.sum = each.amount().map(|amount| amount.times(part.months)).transpose()?;
        }
        None => parts.push(Part {
            window: Window { first: month, last: month },
            months: 1,
            each,
            sum: each.amount(),
        }),
    }
    Ok(())
}
