//! The months that count: as a picture, and those that are unpaid or not known in words.

use chrono::NaiveDate;
use contract::insurance::{InsuranceRecord, InsuredMonth};
use domain::coded::Coded;
use domain::insurance::due::due;
use domain::insurance::rule::Window;
use domain::insurance::standing::{Counts, Payment, Standing};
use domain::month::Month;

use crate::calculator::{Answer, Line, Picture, Share};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::insurance as i;

/// Months in words: from the first to the last.
pub fn span(window: Window) -> Msg {
    if window.first == window.last {
        i::insured_month(window.first)
    } else {
        i::insured_span(window.first, window.last)
    }
}

/// Who pays for the months that count.
pub fn picture(found: &Standing) -> Picture {
    let share = |label, which: &[Counts]| {
        let months = found.months.iter().filter(|month| which.contains(&month.counts)).count();
        Share { label, value: c::months(months), size: months as u64 }
    };
    let shares = vec![
        share(i::insured_share_paid(), &[Counts::Paid]),
        share(i::insured_share_unpaid(), &[Counts::Unpaid]),
        share(i::insured_share_employer(), &[Counts::ByEmployer, Counts::PayerAtFault]),
        share(i::insured_share_state(), &[Counts::ByState]),
        share(i::insured_share_open(), &[Counts::Unknown, Counts::NotTold]),
    ];
    Picture { label: i::insured_picture(), shares }
}

/// Months that follow each other and are told alike.
struct Run<'a> {
    window: Window,
    months: usize,
    counts: Counts,
    codes: Vec<&'a str>,
}

/// The months of which something has to be said, run by run.
pub fn lines(found: &Standing, record: &InsuranceRecord) -> Vec<Line> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for month in &found.months {
        let told = record.months.iter().find(|told| told.month == month.month);
        let codes = told.map(unknown).unwrap_or_default();
        match runs.last_mut() {
            Some(run) if run.counts == month.counts && run.codes == codes => {
                run.window.last = month.month;
                run.months += 1;
            }
            _ => {
                let window = Window { first: month.month, last: month.month };
                runs.push(Run { window, months: 1, counts: month.counts, codes });
            }
        }
    }
    runs.iter().filter_map(line).collect()
}

/// The codes of a month that this build does not know, as they came.
fn unknown(told: &InsuredMonth) -> Vec<&str> {
    let ground = matches!(told.ground, Coded::Unknown(_)).then(|| told.ground.code());
    let payment = matches!(told.payment, Coded::Unknown(_)).then(|| told.payment.code());
    let group = told.state_group.as_ref().filter(|group| matches!(group, Coded::Unknown(_)));
    ground.into_iter().chain(payment).chain(group.map(Coded::code)).collect()
}

/// A run in words; nothing where all is well and understood.
fn line(run: &Run<'_>) -> Option<Line> {
    let months = span(run.window);
    let codes = run.codes.iter().map(|code| i::insured_code(*code)).reduce(c::list_and);
    let (what, why) = match run.counts {
        Counts::Unpaid => (i::insured_run_unpaid(months), Some(i::insured_unpaid_why())),
        Counts::PayerAtFault => (i::insured_run_at_fault(months), Some(i::insured_at_fault_why())),
        Counts::Unknown => (i::insured_run_unknown(months), Some(i::insured_unknown_why())),
        Counts::NotTold => (i::insured_run_not_told(months), Some(i::insured_not_told_why())),
        Counts::Paid => (i::insured_run_paid(months), None),
        Counts::ByEmployer => (i::insured_run_employer(months), None),
        Counts::ByState => (i::insured_run_state(months), None),
    };
    let why = match (why, codes) {
        (Some(why), Some(codes)) => i::insured_why_and_codes(codes, why),
        (Some(why), None) => why,
        (None, Some(codes)) => i::insured_codes(codes),
        (None, None) => return None,
    };
    Some(Line::new(what).value(c::months(run.months)).why(why))
}

/// Adds by when the contribution of the last month is to be paid, where the person owes it and it is not known to be paid.
pub fn next_due(answer: Answer, record: &InsuranceRecord, today: NaiveDate) -> Answer {
    let Some(last) = Month::of(today).before(1) else { return answer };
    let own = record.ground_in(last).is_some_and(domain::insurance::Ground::pays_for_themselves);
    let paid = |told: &InsuredMonth| told.month == last && told.payment == Coded::Known(Payment::Paid);
    if !own || record.months.iter().any(paid) {
        return answer;
    }
    match due(last, today) {
        Ok(due) => {
            let until = due.paid_in_time_until().unwrap_or(due.day);
            answer.line(Line::new(i::insured_due(last)).value(c::day(until)).source(due.basis))
        }
        Err(_) => answer,
    }
}
