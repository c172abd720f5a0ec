//! For how long medicine is prescribed.

use chrono::NaiveDate;
use domain::coded::{Code, Coded, codes};
use domain::validity::supply::{Condition, Protocol, Unknown};
use domain::validity::{Order, Reason, Verdict, verdict};

use super::words::runs;
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, Question, Stop, Tone, YES, catalogue, count, days,
    nothing_known, written_day, yes_or_no,
};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};

const WHAT: &str = "what";
const DAY: &str = "day";
const DAYS: &str = "days";
const BOOKLET: &str = "booklet";
const DECLARED: &str = "declared";
const PROTOCOL: &str = "protocol";
const SAME: &str = "same-disease";
const TIMES: &str = "times";

codes! {
    /// What is prescribed.
    enum What {
        /// On a prescription for several dispensings.
        Repeat = "repeat",
        /// For an acute illness.
        Acute = "acute",
        /// Narcotic medicine.
        Narcotic = "narcotic",
        /// For a chronic illness.
        Chronic = "chronic",
        /// Beside a protocol for costly medicine.
        BesideProtocol = "beside_protocol",
    }
}

/// The calculator.
pub static SUPPLY: Calculator =
    Calculator { entry: &catalogue::SUPPLY, questions, answer, another_day: &[DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let whats = What::ALL.iter().map(|what| Choice::new(what.code(), name(*what)));
    let mut questions = vec![
        Question::new(WHAT, f::supply_what(), Kind::One(whats.collect())).granted(What::Repeat.code()),
        Question::new(DAY, f::supply_day(), Kind::Day).granted(written_day(given.today())),
    ];
    let yes = |id, label| Question::new(id, label, yes_or_no()).granted(YES).private();
    let number = |id, label, most| Question::new(id, label, Kind::Number { least: 0, most });
    let Coded::Known(what) = What::from_code(given.text(WHAT)) else { return questions };
    match what {
        What::Repeat => {
            let times = number(TIMES, f::supply_times(), 99).hint(f::supply_times_hint());
            questions.push(times.granted("6").optional());
        }
        What::Acute => questions.push(number(DAYS, f::supply_days(), 366).granted("10")),
        What::Narcotic => questions.push(number(DAYS, f::supply_days(), 366).granted("30")),
        What::Chronic => {
            questions.extend([yes(BOOKLET, f::supply_booklet()), yes(DECLARED, f::supply_declared())]);
        }
        What::BesideProtocol => {
            let groups = Protocol::ALL.iter().map(|own| Choice::new(own.code(), f::supply_group(own.code())));
            let protocol = Question::new(PROTOCOL, f::supply_protocol(), Kind::One(groups.collect()));
            questions.push(protocol.granted(Protocol::Ia.code()).private());
            questions.push(yes(SAME, f::supply_same()));
        }
    }
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let day = given.day(DAY)?;
    let order = match given.one(WHAT)? {
        What::Repeat => Order::Repeat { dispensings: given.maybe(TIMES, Given::number)? },
        What::Acute => Order::Acute { days: given.number(DAYS)? },
        What::Narcotic => Order::Narcotic { days: given.number(DAYS)? },
        What::Chronic => Order::Chronic {
            booklet_certified: given.yes(BOOKLET)?,
            insurance_declared: given.yes(DECLARED)?,
        },
        What::BesideProtocol => {
            Order::BesideProtocol { protocol: given.one(PROTOCOL)?, same_disease: given.yes(SAME)? }
        }
    };
    match verdict(order, day, given.today()) {
        Ok(verdict) => told(order, day, &verdict),
        Err(Unknown::Days(no_data)) => Ok(nothing_known(no_data, |most| f::up_to(days(most)))),
        Err(Unknown::Condition(no_data)) => Ok(nothing_known(no_data, condition)),
        Err(Unknown::Runs(no_data)) => Ok(nothing_known(no_data, runs)),
    }
}

fn told(order: Order, day: NaiveDate, verdict: &Verdict) -> Result<Answer, Stop> {
    let (tone, sentence) = match verdict.rejected {
        Some(Reason::NoDays) => return Err(Stop::problem(DAYS, f::supply_no_days())),
        Some(reason) => (Tone::Bad, rejected(reason)),
        None => (Tone::Good, accepted(order, day, verdict)),
    };
    Ok(lines(Answer::new(tone, sentence), order, verdict))
}

fn rejected(reason: Reason) -> Msg {
    match reason {
        Reason::TooManyDays(most) => f::supply_too_many(days(most)),
        Reason::NoDays => f::supply_no_days(),
        Reason::BookletNotCertified => f::supply_no_booklet(),
        Reason::NotDeclared => f::supply_not_declared(),
        Reason::ExcludedByProtocol => f::supply_excluded(),
        Reason::DispensingsNotStated => f::supply_no_times(),
    }
}

fn accepted(order: Order, day: NaiveDate, verdict: &Verdict) -> Msg {
    match (order, verdict.cover, verdict.last_day) {
        (Order::Acute { days: own } | Order::Narcotic { days: own }, Some(cover), _) => {
            f::supply_enough(days(own), day, cover.needed_again, cover.through)
        }
        (Order::Repeat { dispensings: Some(times) }, _, Some(last)) => {
            f::supply_repeat(last, f::times(count(times)))
        }
        (Order::Chronic { .. }, _, _) => f::supply_chronic(),
        _ => f::supply_accepted(),
    }
}

/// The working: what the rule sets, and what follows for this order.
fn lines(mut answer: Answer, order: Order, verdict: &Verdict) -> Answer {
    match order {
        Order::Acute { days: own } | Order::Narcotic { days: own } => {
            if let Some(most) = verdict.most_days {
                let most = Line::new(f::supply_most()).value(days(most)).source(verdict.basis);
                answer = answer.line(most).line(Line::new(f::supply_asked()).value(days(own)));
            }
            if let Some(cover) = verdict.cover {
                answer = answer
                    .line(
                        Line::new(f::supply_through())
                            .value(c::day(cover.through))
                            .why(f::supply_counted())
                            .source(verdict.basis),
                    )
                    .line(
                        Line::new(f::supply_again()).value(c::day(cover.needed_again)).source(verdict.basis),
                    );
            }
        }
        Order::Chronic { .. } => {
            let why = condition(Condition::CertifiedBookletAndDeclaration);
            answer = answer.line(Line::new(f::supply_chronic_rule()).why(why).source(verdict.basis));
        }
        Order::BesideProtocol { .. } => {
            let why = condition(Condition::NoOtherForSameDisease);
            answer = answer.line(Line::new(f::supply_protocol_rule()).why(why).source(verdict.basis));
        }
        Order::Repeat { .. } => {
            if let Some(last) = verdict.last_day {
                let line = Line::new(f::supply_last()).value(c::day(last)).why(f::supply_last_why());
                answer = answer.line(line.source(verdict.basis));
            }
        }
    }
    answer
}

fn condition(condition: Condition) -> Msg {
    match condition {
        Condition::CertifiedBookletAndDeclaration => f::supply_needs_booklet(),
        Condition::NoOtherForSameDisease => f::supply_no_other(),
    }
}

fn name(what: What) -> Msg {
    match what {
        What::Repeat => f::supply_name_repeat(),
        What::Acute => f::supply_name_acute(),
        What::Narcotic => f::supply_name_narcotic(),
        What::Chronic => f::supply_name_chronic(),
        What::BesideProtocol => f::supply_name_protocol(),
    }
}

#[cfg(test)]
mod tests;
