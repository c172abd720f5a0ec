//! The answer on a year abroad, in words.

use chrono::NaiveDate;
use domain::insurance::abroad::{
    APPLICATION, AREA, Application, Area, Away, AwayAnswer, Filed, OwedReason, away,
};
use domain::insurance::returning::RETURN;
use domain::rules::Basis;

use crate::calculator::{Answer, Line, Note, Tone};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, insurance as i};

/// What was told of a year abroad.
pub struct Told {
    /// The year.
    pub shown: String,
    /// Its first day, for which the rules are asked.
    pub on: NaiveDate,
    /// What was told of it.
    pub year: Away,
    /// The day on which it is asked.
    pub today: NaiveDate,
}

impl Told {
    /// No contributions are owed.
    pub fn exempt(self, basis: Basis) -> Answer {
        let Self { shown, on, year, today } = self;
        let mut answer = Answer::new(Tone::Good, i::exempt(shown)).line(days(year, basis));
        if let Ok(rule) = APPLICATION.sourced(year.filed_on.unwrap_or(on), today) {
            let line = Line::new(filed(year.filed)).why(application(rule.value)).source(rule.basis);
            answer = answer.line(match year.filed_on {
                Some(day) => line.value(c::day(day)),
                None => line,
            });
        }
        if let Ok(rule) = AREA.sourced(on, today) {
            answer = answer.line(Line::new(i::country()).why(area(rule.value)).source(rule.basis));
        }
        match RETURN.sourced(on, today) {
            Ok(back) => {
                let contributions = i::contributions_at_once(back.value.contributions as usize);
                let text = i::exempt_return(contributions, i::months_in_a_row(back.value.months as usize));
                answer.note(Note::new(Tone::Heed, text).source(back.basis))
            }
            Err(_) => answer,
        }
    }

    /// Contributions are owed all the same, or by others.
    pub fn owed(self, reason: OwedReason, basis: Basis) -> Answer {
        let shown = self.shown.as_str();
        let year = self.year;
        let line = |what: Msg| Line::new(what).source(basis);
        match reason {
            OwedReason::NotACitizen => {
                Answer::new(Tone::Heed, i::owed_not_citizen(shown)).line(line(i::citizens_only()))
            }
            OwedReason::OthersPay => {
                Answer::new(Tone::Plain, i::owed_others(shown)).line(line(i::own_only()))
            }
            OwedReason::TooFewDays { more_than } => {
                let more_than = more_than.to_string();
                let sentence = i::owed_few_days(c::days(year.days as usize), more_than.as_str(), shown);
                Answer::new(Tone::Heed, sentence).line(days(year, basis).why(i::more_than(more_than)))
            }
            OwedReason::ApplicationTooLate => {
                let rule = application(Application::BeforeLeaving);
                let answer = Answer::new(Tone::Bad, i::owed_too_late(shown));
                self.still_possible(answer.line(line(filed(year.filed)).why(rule)))
            }
            OwedReason::NoApplication => {
                let answer = Answer::new(Tone::Heed, i::owed_no_application(shown));
                self.still_possible(answer.line(line(filed(year.filed))))
            }
            OwedReason::InsideUnion => Answer::new(Tone::Heed, i::owed_union(shown))
                .line(line(i::country()).why(area(Area::OutsideUnion))),
        }
    }

    /// What would come of filing today.
    fn still_possible(&self, answer: Answer) -> Answer {
        let filed_today = Away { filed: Filed::Later, filed_on: Some(self.today), ..self.year };
        let rule = APPLICATION.sourced(self.today, self.today);
        match (away(self.on, filed_today, self.today), rule) {
            (Ok(AwayAnswer::Exempt(_)), Ok(rule)) => {
                answer.note(Note::new(Tone::Good, i::still_possible()).source(rule.basis))
            }
            _ => answer,
        }
    }
}

fn days(year: Away, basis: Basis) -> Line {
    Line::new(i::days_abroad()).value(c::days(year.days as usize)).source(basis)
}

fn filed(filed: Filed) -> Msg {
    match filed {
        Filed::Before => i::line_filed_before(),
        Filed::Later => i::line_filed_later(),
        Filed::Never => i::line_filed_never(),
    }
}

/// When the application has to be filed.
pub fn application(rule: Application) -> Msg {
    match rule {
        Application::BeforeLeaving => i::application_before(),
        Application::AnyTime => i::application_any_time(),
    }
}

/// Which countries count.
pub fn area(rule: Area) -> Msg {
    match rule {
        Area::Anywhere => i::area_anywhere(),
        Area::OutsideUnion => i::area_outside(),
    }
}
