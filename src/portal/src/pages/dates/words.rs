//! Words that several calculators of dates share.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::citation::{Citation, Confidence};
use domain::term::Term;
use domain::validity::Runs;

use crate::calculator::{Answer, Note, Tone, count, days};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};
use crate::source::Source;

/// A term.
pub fn term(term: Term) -> Msg {
    match term {
        Term::Days(number) => days(number),
        Term::Months(number) => c::months(count(number)),
    }
}

/// How long something runs.
pub fn runs(runs: Runs) -> Msg {
    match runs {
        Runs::For(own) => term(own),
        Runs::UpTo(most) => f::up_to(term(most)),
        Runs::AsWritten => f::as_written(),
    }
}

/// A day with its day of the week.
pub fn day_of_week(day: NaiveDate) -> Msg {
    let weekday = match day.weekday() {
        Weekday::Mon => f::monday(),
        Weekday::Tue => f::tuesday(),
        Weekday::Wed => f::wednesday(),
        Weekday::Thu => f::thursday(),
        Weekday::Fri => f::friday(),
        Weekday::Sat => f::saturday(),
        Weekday::Sun => f::sunday(),
    };
    f::day_weekday(day, weekday)
}

/// Something that the press reports and that does not change over time.
pub fn reported(citation: Citation) -> Source {
    Source { confidence: Some(Confidence::Press), ..Source::from(citation) }
}

/// The answer, and beside it that a part of it is not known.
pub fn with_unknown(mut answer: Answer, unknown: Answer) -> Answer {
    answer.lines.extend(unknown.lines);
    answer.notes.push(Note::new(Tone::Unknown, unknown.sentence));
    answer.notes.extend(unknown.notes);
    answer
}
