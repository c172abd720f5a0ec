//! By when a contribution is paid.

use domain::insurance::due::{Due, InTime};
use domain::rules::Remark;
use domain::working_day::Certainty;

use crate::calculator::{Answer, Line, Note, Tone};
use crate::i18n::texts::{calculator as c, insurance as i};
use crate::source::remark;

/// Adds by when it has to be paid.
pub fn told(answer: Answer, due: &Due) -> Answer {
    let line = Line::new(i::due()).value(c::day(due.day)).source(due.basis);
    let answer = match due.in_time {
        InTime::DueDay { .. } => answer.line(line.why(i::due_why())),
        InTime::NextWorkingDay { until, basis, .. } => answer
            .line(line.why(i::due_day_off()))
            .line(Line::new(i::due_until()).value(c::day(until)).why(i::due_until_why()).source(basis)),
        InTime::NoRule { .. } => {
            answer.line(line.why(i::due_day_off())).note(Note::new(Tone::Heed, i::due_no_rule(due.day)))
        }
        InTime::OutOfCalendar => answer
            .line(line.why(i::due_why()))
            .note(Note::new(Tone::Unknown, i::due_out_of_calendar(due.day))),
    };
    match due.calendar() {
        Some(Certainty::Computed) => answer.note(Note::new(Tone::Heed, remark(Remark::NotAnnounced))),
        Some(Certainty::Announced) | None => answer,
    }
}
