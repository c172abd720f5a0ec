//! The sheets of maternity leave, day by day.

use domain::maternity::{Application, Maternity, MaternityProblem, SheetDays, Stretch, Timing, maternity};

use crate::calculator::{
    Answer, Calculator, Given, Kind, Line, Note, Picture, Question, Share, Stop, Tone, catalogue, days,
    nothing_known,
};
use crate::i18n::Msg;
use crate::i18n::texts::leave as l;

const DUE: &str = "due";
const BIRTH: &str = "birth";

/// The calculator.
pub static MATERNITY: Calculator = Calculator {
    entry: &catalogue::MATERNITY,
    questions,
    answer,
    // The other day would stand in the address, and these days are private.
    another_day: &[],
};

fn questions(_: &Given) -> Vec<Question> {
    vec![
        Question::new(DUE, l::maternity_due(), Kind::Day).hint(l::maternity_due_hint()).private(),
        Question::new(BIRTH, l::maternity_birth(), Kind::Day)
            .hint(l::maternity_birth_hint())
            .optional()
            .private(),
    ]
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let due = given.day(DUE)?;
    let birth = given.maybe(BIRTH, Given::day)?;
    match maternity(due, birth.unwrap_or(due), given.today()) {
        Ok(found) => {
            let answer = told(&found);
            Ok(match birth {
                None => answer.note(Note::new(Tone::Plain, l::maternity_until_birth())),
                Some(_) => answer,
            })
        }
        Err(MaternityProblem::TooLate) => Err(Stop::problem(BIRTH, l::maternity_too_late())),
        Err(MaternityProblem::TooEarly) => Err(Stop::problem(BIRTH, l::maternity_too_early())),
        Err(MaternityProblem::BeyondCalendar) => Err(Stop::problem(DUE, l::maternity_beyond())),
        Err(MaternityProblem::NoData(no_data)) => Ok(nothing_known(no_data, known)),
    }
}

fn known(sheets: SheetDays) -> Msg {
    l::known_sheets(sheets.after.to_string(), sheets.before.to_string(), sheets.newborn.to_string())
}

fn told(found: &Maternity) -> Answer {
    let sheets = [
        (l::maternity_share_before(), found.before),
        (l::maternity_share_overdue(), found.overdue),
        (l::maternity_share_after(), Some(found.after)),
        (l::maternity_share_newborn(), found.newborn),
    ];
    let has = || sheets.iter().filter_map(|(_, sheet)| *sheet);
    let first = has().next().unwrap_or(found.after).first;
    let last = has().next_back().unwrap_or(found.after).last;
    let all = days(found.total);
    let sentence = match &found.application {
        Ok(application) => l::maternity_with_rest(all, first, last, application.rest.last),
        Err(_) => l::maternity_sheets_only(all, first, last),
    };
    let answer = lines(Answer::new(Tone::Plain, sentence), found);
    let shares = sheets.into_iter().filter_map(|(label, sheet)| {
        let sheet = sheet?;
        Some(Share { label, value: days(sheet.days), size: u64::from(sheet.days) })
    });
    let answer = answer.picture(Picture { label: l::maternity_picture(), shares: shares.collect() });
    let answer = match found.before {
        None => answer.note(Note::new(Tone::Heed, l::maternity_none_before()).source(found.basis)),
        Some(_) => answer,
    };
    match found.newborn {
        None => answer.note(Note::new(Tone::Heed, l::maternity_none_newborn()).source(found.basis)),
        Some(_) => answer,
    }
}

fn lines(answer: Answer, found: &Maternity) -> Answer {
    let newborn = match found.timing {
        Timing::Early => l::maternity_newborn_longer(),
        Timing::OnDue => l::maternity_newborn_why(),
        Timing::Late => l::maternity_newborn_shorter(),
    };
    let sheet = |answer: Answer, what: fn(_, _) -> Msg, stretch: Option<Stretch>, why| match stretch {
        Some(Stretch { first, last, days: count }) => {
            answer.line(Line::new(what(first, last)).value(days(count)).why(why).source(found.basis))
        }
        None => answer,
    };
    let answer = sheet(answer, l::maternity_before, found.before, l::maternity_before_why());
    let answer = sheet(answer, l::maternity_overdue, found.overdue, l::maternity_overdue_why());
    let answer = sheet(answer, l::maternity_after, Some(found.after), l::maternity_after_why());
    let answer = sheet(answer, l::maternity_newborn, found.newborn, newborn);
    match found.application {
        Ok(Application { rest, paid, basis }) => answer
            .line(
                Line::new(l::maternity_rest(rest.first, rest.last))
                    .value(days(rest.days))
                    .why(l::maternity_rest_why())
                    .source(basis),
            )
            .total(Line::new(l::maternity_paid()).value(days(paid)).source(basis)),
        Err(no_data) => answer
            .total(Line::new(l::maternity_all_sheets()).value(days(found.total)).source(found.basis))
            .note(Note::new(Tone::Unknown, nothing_known(no_data, days).sentence)),
    }
}

#[cfg(test)]
mod tests;
