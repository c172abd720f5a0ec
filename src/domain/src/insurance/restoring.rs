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

/// What brings rights back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restoring {
    /// Everything that the person owes for these months has to be paid; rights are back on the day of payment.
    pub window: Window,
    /// The months to pay.
    pub months: Vec<Month>,
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
        if counts != Counts::Unpaid {
            continue;
        }
        found.months.push(month);
        match amount(record(history, month), today) {
            Some(owed) => amounts.push(owed),
            None => found.without_amount.push(month),
        }
    }
    found.cost = Sum::of(amounts)?;
    Ok(found)
}

/// What is owed for a month: by the record, else the least for who has no other ground. What a self-insured
/// person owes depends on an income that is not known here.
fn amount(record: Option<&Record>, today: NaiveDate) -> Option<Money> {
    let record = record?;
    match (record.owed, record.ground) {
        (Some(owed), _) => Some(owed),
        (None, Ground::NoOther) => minimum(record.month, today).ok().map(|line| line.amount),
        (None, _) => None,
    }
}
