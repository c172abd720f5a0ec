//! A contribution that is owed: on what, how much, by whom.

use chrono::NaiveDate;
use domain::fee::Line as Part;
use domain::insurance::Ground;
use domain::insurance::amounts::{
    EQUALISATION, EmployeeFloor, MINIMUM_INCOME, NO_OTHER_PART, SELF_INSURED_PART,
};
use domain::insurance::contribution::{BaseReason, Contribution, Payer};
use domain::insurance::rule::INTERRUPTION;
use domain::money::{Money, Ratio};
use domain::month::Month;
use domain::rules::Lookup;

use super::super::facts::{fact, share};
use super::due;
use crate::calculator::{Answer, Line, Note, Picture, Share, Tone, amount};
use crate::i18n::texts::insurance as i;

/// The contribution of a month.
pub fn owed(month: Month, payer: Payer, owed: &Contribution, today: NaiveDate) -> Answer {
    let days = (month.first_day(), today);
    let whole = amount(owed.total.amount);
    let sentence = match (payer, owed.employer) {
        (_, Some(employer)) => i::owed_employee(amount(employer.amount), month, amount(owed.person)),
        (Payer::NoOther(None), None) => i::owed_least(whole.clone(), month),
        (_, None) => i::owed(whole.clone(), month),
    };
    let mut answer = Answer::new(Tone::Plain, sentence);
    for line in base(payer, owed.base, days) {
        answer = answer.line(line);
    }
    let rate = share(owed.total.what);
    let total = Line::new(i::whole(rate)).value(whole).source(owed.total.basis);
    let answer = match owed.employer {
        Some(employer) => split(answer, employer, owed).total(total),
        None => answer.line(total),
    };
    let answer = match &owed.due {
        Some(due) => due::told(answer, due),
        None => answer,
    };
    notes(answer, month, payer, owed, days)
}

/// The income that the contribution is a share of, and why just this.
fn base(payer: Payer, base: Part<BaseReason>, days: (NaiveDate, NaiveDate)) -> Vec<Line> {
    let line = Line::new(i::base()).value(amount(base.amount)).source(base.basis);
    let part = match payer.ground() {
        Ground::SelfInsured => &SELF_INSURED_PART,
        Ground::Employee | Ground::NoOther | Ground::State => &NO_OTHER_PART,
    };
    match (base.what, part.sourced(days.0, days.1)) {
        (BaseReason::Income, _) if payer.ground() == Ground::Employee => vec![line.why(i::base_wage())],
        (BaseReason::Income, _) => vec![line.why(i::base_income())],
        (BaseReason::Cap, _) => vec![line.why(i::base_cap())],
        (BaseReason::Floor, Ok(part)) => {
            let minimum = fact(i::minimum(), &MINIMUM_INCOME, days, amount);
            vec![minimum, line.why(i::base_floor(share(part.value))).source(part.basis)]
        }
        (BaseReason::Floor, Err(_)) => vec![line.why(i::base_least())],
    }
}

/// Who pays which part of it.
fn split(answer: Answer, employer: Part<Ratio>, owed: &Contribution) -> Answer {
    let (theirs, yours) = (share(employer.what), share(employer.what.rest()));
    let shares = vec![
        Share { label: i::picture_you(), value: amount(owed.person), size: owed.person.minor.unsigned_abs() },
        Share {
            label: i::picture_employer(),
            value: amount(employer.amount),
            size: employer.amount.minor.unsigned_abs(),
        },
    ];
    let line = |what, part: Money| Line::new(what).value(amount(part)).source(employer.basis);
    answer
        .line(line(i::yours(yours), owed.person).why(i::yours_why()))
        .line(line(i::employers(theirs), employer.amount))
        .picture(Picture { label: i::picture(), shares })
}

fn notes(
    mut answer: Answer,
    month: Month,
    payer: Payer,
    owed: &Contribution,
    (day, today): (NaiveDate, NaiveDate),
) -> Answer {
    if let Some(floor) = owed.employee_floor {
        answer = answer.note(employee_floor(month, floor));
    }
    if payer.ground() == Ground::SelfInsured
        && let Ok(equalised) = EQUALISATION.sourced(day, today)
    {
        answer = answer.note(Note::new(Tone::Plain, i::equalised()).source(equalised.basis));
    }
    if payer.ground().pays_for_themselves()
        && let Ok(rule) = INTERRUPTION.sourced(day, today)
    {
        let text = i::interrupts(rule.value.allowed.to_string(), rule.value.months.to_string());
        answer = answer.note(Note::new(Tone::Heed, text).source(rule.basis));
    }
    answer
}

/// What is known of a floor for employees. The amount does not heed it, and that is said.
fn employee_floor(month: Month, floor: Lookup<EmployeeFloor>) -> Note {
    let (value, entry) = match floor {
        Lookup::Known { value, entry } | Lookup::NotConfirmedSince { value, entry, .. } => (value, entry),
        Lookup::NoData(no_data) => {
            let note = Note::new(Tone::Heed, i::floor_unknown(month));
            return match no_data.known {
                Some(entry) => note.source(entry),
                None => note,
            };
        }
    };
    match value {
        EmployeeFloor::NotNamed => Note::new(Tone::Plain, i::floor_not_named()),
        EmployeeFloor::ByActivity => Note::new(Tone::Heed, i::floor_by_activity()),
    }
    .source(entry)
}
