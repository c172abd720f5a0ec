//! How long sick leave can be: the doctor's days, and those of the commission.

use domain::rules::{Conflict, Regime, Remark, Why as NoDataWhy};
use domain::sick_leave::limits::{Causes, Counting, Limits, limits};
use domain::sick_leave::own::{LeaveProblem, Part, Question as OpenQuestion, Why};
use domain::sick_leave::{Cause, Issuer, Leave, Plan, Split, plan, plan_after};

use super::earlier::{self, CAUSE_NUMBER, DAYS_ASKED, Earlier};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, Note, Picture, Question, REGIME, Share, Stop, Tone,
    catalogue, days, nothing_known, regime, written_day,
};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, leave as l};

const FIRST: &str = "first";
const MEASURE: &str = "measure";
const DAYS: &str = "days";
const UNTIL: &str = "until";
const LAST: &str = "last";
const CAUSE: &str = "cause";
const ILLNESS: &str = "illness";
const QUARANTINE: &str = "quarantine";
const NUMBERED: &str = "numbered";
const NUMBER: &str = "cause-number";

/// The calculator.
pub static SICK_LEAVE: Calculator =
    Calculator { entry: &catalogue::SICK_LEAVE, questions, answer, another_day: DAYS_ASKED };

fn questions(given: &Given) -> Vec<Question> {
    let measures = vec![Choice::new(DAYS, l::sick_by_days()), Choice::new(UNTIL, l::sick_until())];
    let causes = vec![
        Choice::new(ILLNESS, l::sick_illness()),
        Choice::new(QUARANTINE, l::sick_quarantine()),
        Choice::new(NUMBERED, l::sick_numbered()),
    ];
    let mut questions = vec![
        Question::new(FIRST, l::sick_first(), Kind::Day).granted(written_day(given.today())),
        Question::new(MEASURE, l::sick_measure(), Kind::One(measures)).granted(DAYS),
    ];
    questions.push(if given.is(MEASURE, UNTIL) {
        Question::new(LAST, l::sick_last(), Kind::Day)
    } else {
        Question::new(DAYS, l::sick_days(), Kind::Number { least: 1, most: earlier::longest() }).granted("14")
    });
    questions.push(Question::new(CAUSE, l::sick_cause(), Kind::One(causes)).granted(ILLNESS).private());
    if given.is(CAUSE, NUMBERED) {
        questions.push(Question::new(NUMBER, l::sick_number(), CAUSE_NUMBER).private());
    }
    questions.extend(earlier::questions(given));
    questions.push(regime());
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let leave = leave(given)?;
    let regime: Regime = given.one(REGIME)?;
    let planned = match Earlier::read(given)? {
        Earlier::Days(before) => plan_after(leave, before, regime, given.today()),
        Earlier::Sheets(sheets) => plan(leave, &sheets, regime, given.today()),
    };
    match planned {
        Ok(plan) => Ok(told(&plan, leave, regime, given)),
        Err(problem) => refused(problem, given),
    }
}

fn leave(given: &Given) -> Result<Leave, Stop> {
    let first = given.day(FIRST)?;
    let cause = match given.text(CAUSE) {
        ILLNESS => Cause::ILLNESS,
        QUARANTINE => Cause::QUARANTINE,
        _ => earlier::cause(given, NUMBER)?,
    };
    if given.is(MEASURE, UNTIL) {
        return Ok(Leave { first, last: given.day(LAST)?, cause });
    }
    let lasting = Leave::lasting(first, given.number(DAYS)?, cause);
    lasting.map_err(|problem| Stop::problem(DAYS, earlier::impossible(problem)))
}

/// Why there is no plan.
fn refused(problem: LeaveProblem, given: &Given) -> Result<Answer, Stop> {
    Ok(match problem {
        LeaveProblem::EndsBeforeStart | LeaveProblem::TooLong => {
            let id = if given.is(MEASURE, UNTIL) { LAST } else { DAYS };
            return Err(Stop::problem(id, earlier::impossible(problem)));
        }
        LeaveProblem::Overlap => return Err(earlier::overlap()),
        LeaveProblem::Before(problem) => return Err(earlier::used(problem)),
        LeaveProblem::Limits(no_data) => {
            let contradicted = no_data.why == NoDataWhy::DeclaredGap(Remark::Contradicted);
            let answer = nothing_known(no_data, known_limits);
            if contradicted {
                answer.note(Note::conflict(Conflict::SickLeaveDays, l::sick_choose_guide()))
            } else {
                answer
            }
        }
        LeaveProblem::Quarantine(no_data) => nothing_known(no_data, known_counting),
        LeaveProblem::Causes(no_data) => nothing_known(no_data, known_causes),
    })
}

/// Both limits, as they are known of a time.
pub fn known_limits(limits: Limits) -> Msg {
    l::known_limits(limits.without_break.to_string(), limits.in_year.to_string())
}

fn known_counting(counting: Counting) -> Msg {
    match counting {
        Counting::Counted => l::known_counted(),
        Counting::NotCounted => l::known_not_counted(),
    }
}

fn known_causes(causes: Causes) -> Msg {
    let numbers: Vec<String> = causes.0.iter().map(u8::to_string).collect();
    l::known_causes(numbers.join(", "))
}

fn told(plan: &Plan, leave: Leave, regime: Regime, given: &Given) -> Answer {
    let Split { doctor, commission } = plan.split;
    let all = days(doctor + commission);
    let commissions = plan.parts.iter().find(|part| part.issuer == Issuer::Commission);
    let answer = match (doctor, commissions) {
        (_, None) => Answer::new(Tone::Good, l::sick_all_doctor(all, leave.first, leave.last)),
        (0, Some(_)) => Answer::new(Tone::Heed, l::sick_all_commission(all, leave.first, leave.last)),
        (_, Some(part)) => {
            let sentence = l::sick_both(all, days(commission), days(doctor), part.first);
            Answer::new(Tone::Plain, sentence)
        }
    };
    let answer = plan.parts.iter().fold(answer, |answer, one| answer.line(part(one, plan.limits)));
    let answer = answer.picture(Picture {
        label: l::sick_picture(),
        shares: vec![
            Share { label: l::sick_share_doctor(), value: days(doctor), size: u64::from(doctor) },
            Share { label: l::sick_share_commission(), value: days(commission), size: u64::from(commission) },
        ],
    });
    let answer = match (commissions, plan.commission_from) {
        (None, Some(from)) => answer.line(
            Line::new(l::sick_goes_on()).value(c::day(from)).why(l::sick_goes_on_why()).source(plan.basis),
        ),
        _ => answer,
    };
    let answer = plan.alternatives.iter().fold(answer, |answer, (question, split)| {
        answer.note(Note::new(Tone::Heed, alternative(*question, *split)).source(plan.basis))
    });
    match (regime, limits(Regime::Law).sourced(given.today(), given.today())) {
        (Regime::Guide2010, Ok(law)) => {
            let other = l::sick_by_law(law.value.without_break.to_string());
            answer.note(Note::conflict(Conflict::SickLeaveDays, other))
        }
        _ => answer,
    }
}

fn part(part: &Part, limits: Limits) -> Line {
    let what = match part.issuer {
        Issuer::Doctor => l::sick_part_doctor(part.first, part.last),
        Issuer::Commission => l::sick_part_commission(part.first, part.last),
    };
    let (run, year) = (limits.without_break.to_string(), limits.in_year.to_string());
    let why = match part.why {
        Why::WithinLimits => l::sick_why_within(run, year),
        Why::UnlimitedCause => l::sick_why_unlimited(),
        Why::WithoutBreak => l::sick_why_run(run),
        Why::InYear => l::sick_why_year(year),
    };
    Line::new(what).value(days(part.days)).why(why).source(part.basis)
}

fn alternative(question: OpenQuestion, split: Split) -> Msg {
    let (doctor, commission) = (days(split.doctor), days(split.commission));
    match question {
        OpenQuestion::CommissionDays => l::sick_open_commission(commission, doctor),
        OpenQuestion::UnlimitedDays => l::sick_open_unlimited(commission, doctor),
    }
}

#[cfg(test)]
mod tests;
