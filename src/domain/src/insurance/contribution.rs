//! What a month's contribution is, who pays it, and by when.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::coded::codes;
use crate::fee::Line;
use crate::insurance::amounts::{
    DUE_DAY, EMPLOYEE_FLOOR, EMPLOYER_SHARE, EmployeeFloor, MAXIMUM_INCOME, MINIMUM_INCOME, NO_OTHER_PART,
    RATE, SELF_INSURED_PART,
};
use crate::insurance::ground::{Ground, STATE_PAYS, StateGroups};
use crate::insurance::refusal::Refusal;
use crate::money::{Money, MoneyError, Ratio};
use crate::month::Month;
use crate::rules::{Basis, Lookup, Sourced};

/// Whose contribution it is, and on what monthly income.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payer {
    /// An employee with this wage.
    Employee(Money),
    /// A self-insured person with this income.
    SelfInsured(Money),
    /// A person without any other ground; without an income they owe on the least.
    NoOther(Option<Money>),
    /// The state.
    State,
}

impl Payer {
    /// The ground.
    #[must_use]
    pub const fn ground(self) -> Ground {
        match self {
            Self::Employee(_) => Ground::Employee,
            Self::SelfInsured(_) => Ground::SelfInsured,
            Self::NoOther(_) => Ground::NoOther,
            Self::State => Ground::State,
        }
    }

    /// The income, where one is told.
    #[must_use]
    pub const fn income(self) -> Option<Money> {
        match self {
            Self::Employee(income) | Self::SelfInsured(income) => Some(income),
            Self::NoOther(income) => income,
            Self::State => None,
        }
    }
}

codes! {
    /// Why a contribution is owed on just this income.
    pub enum BaseReason {
        /// It is the income itself.
        Income = "income",
        /// The income is lower: this is the least.
        Floor = "floor",
        /// The income is higher: this is the most.
        Cap = "cap",
    }
}

/// The last day on which a month is paid in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// By the number of the day.
    pub day: NaiveDate,
    /// It is a Saturday or Sunday: the first working day after it is still in time. Feasts are for the
    /// calendar of working days to say.
    pub on_weekend: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// A month's contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// The income it is owed on, and why just this.
    pub base: Line<BaseReason>,
    /// All of it, and the rate's basis.
    pub total: Line<Ratio>,
    /// The person's part.
    pub person: Money,
    /// The employer's part, and the split's basis.
    pub employer: Option<Line<Ratio>>,
    /// What is known of a floor for employees; the amount does not heed it.
    pub employee_floor: Option<Lookup<EmployeeFloor>>,
    /// By when those who pay for themselves pay it, if that is known.
    pub due: Option<Due>,
}

/// Who pays, and how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owed {
    /// A contribution.
    Contribution(Box<Contribution>),
    /// Nothing by the person: the state pays for these groups.
    ByState(Sourced<StateGroups>),
}

/// What is owed for a month, asked on `today`.
///
/// Parts add up to the whole: the whole is rounded half up, then the employer's part, and the person pays the
/// rest.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the month, or the income is impossible.
pub fn contribution(month: Month, payer: Payer, today: NaiveDate) -> Result<Owed, Refusal> {
    let day = month.first_day();
    if payer.income().is_some_and(|income| income.minor < 0) {
        return Err(Refusal::NegativeIncome);
    }
    let base = match payer {
        Payer::State => return Ok(Owed::ByState(STATE_PAYS.sourced(day, today)?)),
        Payer::Employee(income) => bounded(day, income, None, today)?,
        Payer::SelfInsured(income) => {
            bounded(day, income, Some(self_insured_floor(day, income, today)?), today)?
        }
        Payer::NoOther(income) => {
            let floor = floor(day, &NO_OTHER_PART, today)?;
            match income {
                Some(income) => bounded(day, income, Some(floor), today)?,
                None => Line::new(BaseReason::Floor, floor.value, floor.basis)?,
            }
        }
    };
    let rate = RATE.sourced(day, today)?;
    let total = Line::new(rate.value, base.amount.share_half_up(rate.value)?, rate.basis)?;
    let (employer, employee_floor) = match payer {
        Payer::Employee(_) => {
            let split = EMPLOYER_SHARE.sourced(day, today)?;
            let part = Line::new(split.value, total.amount.share_half_up(split.value)?, split.basis)?;
            (Some(part), Some(EMPLOYEE_FLOOR.on(day, today)))
        }
        Payer::SelfInsured(_) | Payer::NoOther(_) | Payer::State => (None, None),
    };
    let person = match employer {
        Some(employer) => total.amount.minus(employer.amount)?,
        None => total.amount,
    };
    let due = if payer.ground().pays_for_themselves() { due(month, today).ok() } else { None };
    Ok(Owed::Contribution(Box::new(Contribution { base, total, person, employer, employee_floor, due })))
}

/// What a person without any other ground owes for a month at least, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the month.
pub fn minimum(month: Month, today: NaiveDate) -> Result<Line<Ratio>, Refusal> {
    let rate = RATE.sourced(month.first_day(), today)?;
    let floor = floor(month.first_day(), &NO_OTHER_PART, today)?;
    Ok(Line::new(rate.value, floor.value.share_half_up(rate.value)?, rate.basis)?)
}

/// "What if": the rate of 8 % on half of a minimum income, whatever its year.
///
/// # Errors
///
/// [`MoneyError::Overflow`].
pub fn minimum_of(minimum_income: Money) -> Result<Money, MoneyError> {
    minimum_income.share_half_up(Ratio::of::<4, 100>())
}

/// By when those who pay for themselves pay for a month, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where the day is not known for the month.
pub fn due(month: Month, today: NaiveDate) -> Result<Due, Refusal> {
    let found = DUE_DAY.sourced(month.first_day(), today)?;
    let day = month.after(1).and_then(|next| next.day(found.value)).ok_or(Refusal::BeyondCalendar)?;
    let on_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    Ok(Due { day, on_weekend, basis: found.basis })
}

/// The income, held between the least, if there is one, and the most.
fn bounded(
    day: NaiveDate,
    income: Money,
    floor: Option<Sourced<Money>>,
    today: NaiveDate,
) -> Result<Line<BaseReason>, Refusal> {
    let cap = MAXIMUM_INCOME.sourced(day, today)?;
    // An income in the currency of another time is refused here: the difference of two currencies is none.
    if income.minus(cap.value)?.minor > 0 {
        return Ok(Line::new(BaseReason::Cap, cap.value, cap.basis)?);
    }
    match floor {
        Some(floor) if income.minor < floor.value.minor => {
            Ok(Line::new(BaseReason::Floor, floor.value, floor.basis)?)
        }
        Some(_) | None => Ok(Line::new(BaseReason::Income, income, cap.basis)?),
    }
}

/// The part of the minimum income that is the least, with the basis of that income.
fn floor(
    day: NaiveDate,
    part: &'static crate::rules::Series<Ratio>,
    today: NaiveDate,
) -> Result<Sourced<Money>, Refusal> {
    let minimum = MINIMUM_INCOME.sourced(day, today)?;
    let part = part.sourced(day, today)?;
    Ok(Sourced { value: minimum.value.share_half_up(part.value)?, basis: minimum.basis })
}

/// For the self-insured the sources leave open since 2011 whether the whole minimum income is the least, or
/// half of it. Whose income reaches the whole owes the same by both.
fn self_insured_floor(day: NaiveDate, income: Money, today: NaiveDate) -> Result<Sourced<Money>, Refusal> {
    floor(day, &SELF_INSURED_PART, today).or_else(|refusal| {
        let whole = MINIMUM_INCOME.sourced(day, today)?;
        let reached = income.minus(whole.value)?.minor >= 0;
        if reached { Ok(whole) } else { Err(refusal) }
    })
}
