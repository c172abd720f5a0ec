//! What a month's contribution is.

mod due;
mod owed;
mod state;
#[cfg(test)]
mod tests;
mod unknown;

pub use state::group;

use domain::coded::Code;
use domain::insurance::Ground;
use domain::insurance::contribution::{Owed, Payer, contribution};
use domain::money::{Currency, euro};
use domain::month::Month;

use crate::calculator::{Answer, Calculator, Choice, Given, Kind, Question, Stop, catalogue, written_month};
use crate::i18n::texts::insurance as i;

const MONTH: &str = "month";
const PAYER: &str = "payer";
const INCOME: &str = "income";

/// The calculator.
pub static CONTRIBUTION: Calculator =
    Calculator { entry: &catalogue::CONTRIBUTION, questions, answer, another_day: &[] };

fn questions(given: &Given) -> Vec<Question> {
    let payers = [
        Choice::new(Ground::Employee.code(), i::payer_employee()).hint(i::payer_employee_hint()),
        Choice::new(Ground::SelfInsured.code(), i::payer_self()).hint(i::payer_self_hint()),
        Choice::new(Ground::NoOther.code(), i::payer_other()).hint(i::payer_other_hint()),
        Choice::new(Ground::State.code(), i::payer_state()).hint(i::payer_state_hint()),
    ];
    let this_month = written_month(Month::of(given.today()));
    let mut questions = vec![
        Question::new(MONTH, i::month(), Kind::Month).granted(this_month),
        Question::new(PAYER, i::payer(), Kind::One(payers.into())).granted(Ground::NoOther.code()),
    ];
    let amount = Kind::Amount(currency(given));
    let income = match given.one::<Ground>(PAYER) {
        Ok(Ground::Employee) => Question::new(INCOME, i::wage(), amount),
        Ok(Ground::SelfInsured) => Question::new(INCOME, i::income(), amount),
        Ok(Ground::NoOther) => {
            Question::new(INCOME, i::income_other(), amount).hint(i::income_other_hint()).optional()
        }
        Ok(Ground::State) | Err(_) => return questions,
    };
    questions.push(income.private());
    questions
}

/// What is earned in a month is in the currency of that month.
fn currency(given: &Given) -> Currency {
    let day = given.month(MONTH).map_or(given.today(), Month::first_day);
    euro::currency_on(day)
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let month = given.month(MONTH)?;
    let income = |given: &Given, id: &str| given.amount(id, currency(given));
    let payer = match given.one(PAYER)? {
        Ground::Employee => Payer::Employee(income(given, INCOME)?),
        Ground::SelfInsured => Payer::SelfInsured(income(given, INCOME)?),
        Ground::NoOther => Payer::NoOther(given.maybe(INCOME, income)?),
        Ground::State => Payer::State,
    };
    match contribution(month, payer, given.today()) {
        Ok(Owed::ByState(groups)) => Ok(state::paid(month, groups)),
        Ok(Owed::Contribution(owed)) => Ok(owed::owed(month, payer, &owed, given.today())),
        Err(refusal) => unknown::unknown(month, payer, refusal, given.today()),
    }
}
