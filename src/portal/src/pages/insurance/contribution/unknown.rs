//! Why a contribution cannot be told, and what is known of it.

use chrono::NaiveDate;
use domain::insurance::amounts::{EMPLOYER_SHARE, MAXIMUM_INCOME, MINIMUM_INCOME, RATE, SELF_INSURED_PART};
use domain::insurance::contribution::{Payer, last_known_minimum};
use domain::insurance::{Ground, Refusal};
use domain::month::Month;
use domain::rules::{NoData, Why};

use super::super::facts::{fact, least, share};
use super::{INCOME, state};
use crate::calculator::{Answer, Line, Note, Stop, Tone, amount, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::insurance as i;

/// The answer where something that decides is not known for the month: all that the contribution would follow from.
///
/// # Errors
/// [`Stop`] where it is the income that cannot be.
pub fn unknown(month: Month, payer: Payer, refusal: Refusal, today: NaiveDate) -> Result<Answer, Stop> {
    if let Refusal::StateGroups(no_data) = refusal {
        let answer = nothing_known(no_data, state::listed);
        return Ok(Answer { sentence: because(no_data.why, month), ..answer });
    }
    let sentence = match (refusal, refusal.why()) {
        (Refusal::NegativeIncome, _) => return Err(Stop::problem(INCOME, c::problem_negative())),
        (_, None) => return Err(Stop::problem(INCOME, c::problem_amount_too_large())),
        // Known is everything but the least for who works on their own account.
        (Refusal::Share(NoData { why: Why::Unverified, .. }), _) if is_self_insured(payer) => {
            i::unknown_part(month)
        }
        (_, Some(why)) => because(why, month),
    };
    let mut answer = Answer::new(Tone::Unknown, sentence);
    for line in facts(payer, (month.first_day(), today)) {
        answer = answer.line(line);
    }
    let last = if payer.ground() == Ground::NoOther { last_known_minimum(month, today) } else { None };
    Ok(match last {
        Some((last, line)) => {
            let text = i::last_known(amount(line.amount), last);
            answer.note(Note::new(Tone::Plain, text).source(line.basis))
        }
        None => answer,
    })
}

fn is_self_insured(payer: Payer) -> bool {
    payer.ground() == Ground::SelfInsured
}

fn because(why: Why, month: Month) -> Msg {
    match why {
        Why::Future => i::unknown_future(month),
        Why::DeclaredGap(_) => i::unknown_gap(month),
        Why::BeforeFirst => i::unknown_before(month),
        Why::Unverified => i::unknown_unverified(month),
    }
}

/// What the contribution would follow from.
fn facts(payer: Payer, days: (NaiveDate, NaiveDate)) -> Vec<Line> {
    let rate = || fact(i::rate(), &RATE, days, share);
    let most = || fact(i::maximum(), &MAXIMUM_INCOME, days, amount);
    match payer {
        Payer::Employee(_) => {
            vec![rate(), most(), fact(i::split(), &EMPLOYER_SHARE, days, share)]
        }
        Payer::SelfInsured(_) => vec![
            rate(),
            fact(i::minimum(), &MINIMUM_INCOME, days, amount),
            fact(i::part_self(), &SELF_INSURED_PART, days, share),
            most(),
        ],
        Payer::NoOther(income) => {
            let mut lines = Vec::from(least(days));
            if income.is_some() {
                lines.push(most());
            }
            lines
        }
        Payer::State => Vec::new(),
    }
}
