//! Whether contributions are owed for a year abroad.

#[cfg(test)]
mod tests;
mod told;

use chrono::{Datelike, NaiveDate};
use domain::coded::Code;
use domain::insurance::Refusal;
use domain::insurance::abroad::{
    APPLICATION, AREA, Application, Area, Away, AwayAnswer, Filed, OwedReason, away,
};
use domain::written::{FIRST_YEAR, LAST_YEAR};

use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Question, Stop, YES, catalogue, nothing_known, written_day,
    yes_or_no,
};
use crate::i18n::texts::insurance as i;
use told::Told;

const YEAR: &str = "year";
const CITIZEN: &str = "citizen";
const PAYS: &str = "pays";
const DAYS: &str = "days";
const FILED: &str = "filed";
const FILED_ON: &str = "filed-on";
const UNION: &str = "union";

/// Abroad all year long: what is supposed as long as the days are not told. Any year has as many.
const ALL_YEAR: u32 = 365;

/// The calculator.
pub static ABROAD: Calculator = Calculator { entry: &catalogue::ABROAD, questions, answer, another_day: &[] };

/// Asked is only on as long as the answers so far leave it open: what decides is asked of the rules with the best of all
/// that is not answered yet.
fn questions(given: &Given) -> Vec<Question> {
    let filed = [
        Choice::new(Filed::Before.code(), i::filed_before()),
        Choice::new(Filed::Later.code(), i::filed_later()),
        Choice::new(Filed::Never.code(), i::filed_never()),
    ];
    let (least, most) = (FIRST_YEAR.cast_unsigned(), LAST_YEAR.cast_unsigned());
    let year = given.today().year().to_string();
    let steps = [
        Question::new(YEAR, i::abroad_year(), Kind::Number { least, most }).granted(year),
        Question::new(CITIZEN, i::abroad_citizen(), yes_or_no()).granted(YES).private(),
        Question::new(PAYS, i::abroad_pays(), yes_or_no()).hint(i::abroad_pays_hint()).granted(YES),
        Question::new(DAYS, i::abroad_days(), Kind::Number { least: 0, most: 366 })
            .hint(i::abroad_days_hint()),
        Question::new(FILED, i::abroad_filed(), Kind::One(filed.into())).hint(i::abroad_filed_hint()),
        Question::new(FILED_ON, i::abroad_filed_on(), Kind::Day)
            .hint(i::abroad_filed_on_hint())
            .granted(written_day(given.today())),
        Question::new(UNION, i::abroad_union(), yes_or_no()).hint(i::abroad_union_hint()),
    ];
    let mut asked: Vec<Question> = Vec::new();
    for step in steps {
        let needed = match step.id {
            FILED_ON => too_late(given),
            UNION => union_matters(given),
            _ => true,
        };
        if !needed {
            continue;
        }
        let id = step.id;
        asked.push(step);
        if !given.has(id) || decided(given, &asked) {
            break;
        }
    }
    asked
}

/// Whether the answers to these questions decide, whatever else is answered. By the day alone on which an application was
/// filed it may still turn out to be in time.
fn decided(given: &Given, asked: &[Question]) -> bool {
    // While a year is being typed, it is none yet, or one of which nothing is known: that takes no field away.
    let days_asked = asked.iter().any(|question| question.id == DAYS);
    match told(given, asked) {
        Ok((on, so_far)) => match away(on, so_far, given.today()) {
            Ok(AwayAnswer::Owed(OwedReason::ApplicationTooLate, _)) => so_far.filed_on.is_some(),
            Ok(AwayAnswer::Owed(..)) => true,
            Ok(AwayAnswer::Exempt(_)) => false,
            Err(_) => days_asked,
        },
        Err(_) => days_asked,
    }
}

/// What is answered to these questions, and the best of the others.
fn told(given: &Given, asked: &[Question]) -> Result<(NaiveDate, Away), Stop> {
    let has = |id: &str| asked.iter().any(|question| question.id == id);
    let yes = |id: &str, best: bool| if has(id) { given.yes(id) } else { Ok(best) };
    let away = Away {
        citizen: yes(CITIZEN, true)?,
        pays_for_themselves: yes(PAYS, true)?,
        days: if has(DAYS) { given.number(DAYS)? } else { ALL_YEAR },
        filed: if has(FILED) { given.one(FILED)? } else { Filed::Before },
        filed_on: if has(FILED_ON) { Some(given.day(FILED_ON)?) } else { None },
        inside_union: yes(UNION, false)?,
    };
    Ok((first_day(given)?, away))
}

/// The rules are asked for the first day of the year.
fn first_day(given: &Given) -> Result<NaiveDate, Stop> {
    let year = i32::try_from(given.number(YEAR)?).map_err(|_| Stop::Open)?;
    NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Stop::Open)
}

/// It was filed only later, and the year's own rule did not allow that: then it depends on when.
fn too_late(given: &Given) -> bool {
    given.is(FILED, Filed::Later.code())
        && first_day(given).is_ok_and(|on| {
            let rule = APPLICATION.sourced(on, given.today());
            rule.is_ok_and(|rule| rule.value == Application::BeforeLeaving)
        })
}

/// Only where the rule tells countries apart, or where nothing is known of it.
fn union_matters(given: &Given) -> bool {
    first_day(given).is_ok_and(|on| {
        let rule = AREA.sourced(on, given.today());
        rule.map_or(true, |rule| rule.value == Area::OutsideUnion)
    })
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let (on, year) = told(given, &questions(given))?;
    let told = Told { shown: given.number(YEAR)?.to_string(), on, year, today: given.today() };
    match away(on, year, given.today()) {
        Ok(AwayAnswer::Exempt(basis)) => Ok(told.exempt(basis)),
        Ok(AwayAnswer::Owed(reason, basis)) => Ok(told.owed(reason, basis)),
        Err(Refusal::TooManyDays { has }) => {
            Err(Stop::problem(DAYS, i::abroad_too_many(has.to_string(), told.shown)))
        }
        Err(Refusal::Count(no_data)) => Ok(nothing_known(no_data, |days| i::more_than(days.to_string()))),
        Err(Refusal::Application(no_data)) => Ok(nothing_known(no_data, told::application)),
        Err(Refusal::Area(no_data)) => Ok(nothing_known(no_data, told::area)),
        // Of no other kind is any refusal of a year abroad.
        Err(_) => Err(Stop::Open),
    }
}
