//! By when the law wants an answer, how that day was found, and where it is written.

use contract::correction::Correction;
use domain::data_right::clock::{Clock, Course, Extension, NoClock, Standing, clock};
use domain::data_right::sources::PERIODS;
use domain::moment::Zone;
use domain::working_day::Certainty;
use leptos::prelude::*;

use crate::components::clock::how;
use crate::i18n::texts::rights as r;
use crate::i18n::{Msg, t};
use crate::source::Source;
use crate::state::clock::today;

/// The clock of one request, or why there is none.
pub fn legal(asked: &Correction, zone: Zone) -> AnyView {
    let course = asked.course(zone);
    let title = view! { <p><strong>{t(r::clock_title())}</strong></p> };
    let said = match clock(&course, today(zone)) {
        Ok(said) => said,
        Err(problem) => return view! { {title} <p>{t(no_clock(problem))}</p> }.into_any(),
    };
    let sources = vec![Source::from(said.basis), Source::from(PERIODS)];
    view! {
        {title}
        <p>{t(standing(&said))}</p>
        {how(notes(&said, &course), sources)}
    }
    .into_any()
}

fn no_clock(problem: NoClock) -> Msg {
    match problem {
        NoClock::Rule(_) => r::clock_no_rule(),
        NoClock::OutOfOrder | NoClock::Calendar(_) | NoClock::OutOfCalendar => r::clock_not_countable(),
    }
}

fn standing(clock: &Clock) -> Msg {
    let day = clock.due.by.day;
    match clock.standing {
        Standing::Running => r::clock_running(day),
        Standing::Overdue => r::clock_overdue(day),
        Standing::Answered => r::clock_answered(day),
        Standing::AnsweredLate => r::clock_answered_late(day),
    }
}

/// How the day was found.
fn notes(clock: &Clock, course: &Course) -> Vec<Msg> {
    let mut notes = vec![r::clock_rule()];
    match (clock.extension, course.extended) {
        (Extension::Counts, Some(told)) => notes.push(r::clock_extended(told)),
        (Extension::TooLate, Some(told)) => notes.push(r::clock_too_late(told)),
        _ => {}
    }
    notes.extend(clock.due.moved_from.map(r::clock_moved));
    if clock.due.by.certainty == Certainty::Computed {
        notes.push(r::clock_computed());
    }
    notes
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::insurance::System;
    use domain::rules::day;

    use super::*;

    fn said(received: NaiveDate, extended: Option<NaiveDate>) -> (Msg, Vec<Msg>) {
        let course = Course { system: System::Bulgaria, received, extended, answered: None };
        let said = clock(&course, day!("2026-11-22")).unwrap();
        (standing(&said), notes(&said, &course))
    }

    #[test]
    fn the_day_and_how_it_was_found_are_said() {
        assert_eq!(
            said(day!("2026-11-20"), None),
            (r::clock_running(day!("2026-12-21")), vec![r::clock_rule(), r::clock_moved(day!("2026-12-20"))])
        );
        let told = day!("2026-11-05");
        assert_eq!(
            said(day!("2026-10-05"), Some(told)),
            (
                r::clock_running(day!("2027-01-05")),
                vec![r::clock_rule(), r::clock_extended(told), r::clock_computed()]
            )
        );
        let too_late = day!("2026-11-06");
        assert_eq!(
            said(day!("2026-10-05"), Some(too_late)),
            (r::clock_overdue(day!("2026-11-05")), vec![r::clock_rule(), r::clock_too_late(too_late)])
        );
    }
}
