//! What a month's contribution is, and who pays it.

use chrono::NaiveDate;

use crate::coded::codes;
use crate::fee::Line;
use crate::insurance::amounts::{
    EMPLOYEE_FLOOR, EMPLOYER_SHARE, EmployeeFloor, MAXIMUM_INCOME, MINIMUM_INCOME, NO_OTHER_PART, RATE,
    SELF_INSURED_PART,
};
use crate::insurance::due::{Due, due};
use crate::insurance::ground::{Ground, STATE_PAYS, StateGroups};
use crate::insurance::refusal::Refusal;
use crate::money::{Money, MoneyError, Ratio};
use crate::month::Month;
use crate::rules::{Lookup, Sourced};

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

/// The last month before this one for which [`minimum`] is known, with it: what to tell where it is not known.
#[must_use]
pub fn last_known_minimum(before: Month, today: NaiveDate) -> Option<(Month, Line<Ratio>)> {
    let start = MINIMUM_INCOME.spans().first()?.from();
    let earlier = std::iter::successors(before.before(1), |month| month.before(1));
    earlier
        .take_while(|month| month.first_day() >= start)
        .find_map(|month| minimum(month, today).ok().map(|line| (month, line)))
}

/// "What if": the rate of 8 % on half of a minimum income, whatever its year.
///
/// # Errors
///
/// [`MoneyError::Overflow`].
pub fn minimum_of(minimum_income: Money) -> Result<Money, MoneyError> {
    minimum_income.share_half_up(Ratio::of::<4, 100>())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::day;

    #[test]
    fn where_a_minimum_is_not_known_the_last_known_one_is() {
        let found = |before: &str| {
            let before = Month::parse(before).unwrap();
            let (month, line) = last_known_minimum(before, day!("2026-11-22"))?;
            Some((month.to_string(), line.amount))
        };
        let december = Some(("2025-12".to_owned(), Money::lev(43_08)));
        assert_eq!(found("2026-01"), december);
        assert_eq!(found("2199-12"), december);
        // Of 2015 and of 2019 no minimum is known.
        assert_eq!(found("2015-06"), Some(("2014-12".to_owned(), Money::lev(16_80))));
        assert_eq!(found("2020-01"), Some(("2018-12".to_owned(), Money::lev(20_40))));
        assert_eq!(found("2010-01"), None);
        assert_eq!(found("1900-01"), None);
    }
}
