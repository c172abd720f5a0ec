//! A stay elsewhere: any GP, a temporary choice, or a permanent change; and from when one's own GP stands again.

use domain::gp_choice::temporary::StayProblem;
use domain::gp_choice::{Route as Way, Routed, route};

use crate::calculator::{
    Answer, Calculator, Given, Kind, Line, Note, Question, Stop, Tone, catalogue, nothing_known,
};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};

const ARRIVE: &str = "arrive";
const LEAVE: &str = "leave";

/// The calculator.
pub static ELSEWHERE: Calculator =
    Calculator { entry: &catalogue::ELSEWHERE, questions, answer, another_day: &[] };

fn questions(_given: &Given) -> Vec<Question> {
    vec![
        Question::new(ARRIVE, f::elsewhere_arrive(), Kind::Day),
        Question::new(LEAVE, f::elsewhere_leave(), Kind::Day).hint(f::elsewhere_leave_hint()),
    ]
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let (arrive, leave) = (given.day(ARRIVE)?, given.day(LEAVE)?);
    match route(arrive, leave, given.today()) {
        Ok(routed) => Ok(told(routed)),
        Err(StayProblem::LeavesBeforeArriving) => {
            Err(Stop::problem(LEAVE, f::elsewhere_leaves_before(arrive)))
        }
        Err(StayProblem::BeyondCalendar) => Err(Stop::problem(LEAVE, f::beyond_calendar())),
        Err(StayProblem::NoData(no_data)) => Ok(nothing_known(no_data, |bounds| {
            f::elsewhere_bounds(months(bounds.any_gp), months(bounds.temporary))
        })),
    }
}

fn months(count: u32) -> Msg {
    c::months(crate::calculator::count(count))
}

fn told(routed: Routed) -> Answer {
    let Routed { route, any_gp_until, temporary_until, year_end, basis } = routed;
    let answer = match route {
        Way::AnyGp => Answer::new(Tone::Good, f::elsewhere_any_gp()),
        Way::TemporaryChoice { own_gp_from } => Answer::new(Tone::Plain, f::elsewhere_temporary(own_gp_from)),
        Way::PermanentChange => Answer::new(Tone::Heed, f::elsewhere_permanent()),
    };
    let answer = answer
        .line(Line::new(f::elsewhere_any_gp_until()).value(c::day(any_gp_until)).source(basis))
        .line(Line::new(f::elsewhere_temporary_until()).value(c::day(temporary_until)).source(basis));
    let answer = match route {
        Way::AnyGp => answer.note(Note::new(Tone::Plain, f::elsewhere_any_gp_note())),
        Way::TemporaryChoice { own_gp_from } => answer
            .line(Line::new(f::elsewhere_own_from()).value(c::day(own_gp_from)).source(basis))
            .note(Note::new(Tone::Plain, f::elsewhere_temporary_note())),
        Way::PermanentChange => answer.note(Note::new(Tone::Plain, f::elsewhere_permanent_note())),
    };
    match year_end {
        Some(citation) => answer.note(Note::new(Tone::Heed, f::elsewhere_year_end()).source(citation)),
        None => answer,
    }
}

#[cfg(test)]
mod tests {
    use domain::rules::day;

    use super::*;
    use crate::calculator::answered;

    fn said(arrive: &str, leave: &str) -> Result<Answer, Stop> {
        answered(&ELSEWHERE, &[(ARRIVE, arrive), (LEAVE, leave)], day!("2026-11-22"))
    }

    #[test]
    fn a_month_any_gp_five_months_a_choice_and_then_a_change() {
        let sentence = |leave| said("01.03.2026", leave).unwrap().sentence;
        assert_eq!(sentence("01.04.2026"), f::elsewhere_any_gp());
        assert_eq!(sentence("02.04.2026"), f::elsewhere_temporary(day!("2026-04-03")));
        assert_eq!(sentence("01.08.2026"), f::elsewhere_temporary(day!("2026-08-02")));
        assert_eq!(sentence("02.08.2026"), f::elsewhere_permanent());
    }

    #[test]
    fn over_the_end_of_a_year_the_one_page_that_speaks_of_it_is_shown() {
        let over = said("30.09.2026", "28.02.2027").unwrap();
        assert_eq!(over.notes.last().map(|note| note.text.clone()), Some(f::elsewhere_year_end()));
        assert_eq!(over.notes.last().map(|note| note.sources.len()), Some(1));
        let within = said("01.07.2026", "01.11.2026").unwrap();
        assert!(within.notes.iter().all(|note| note.text != f::elsewhere_year_end()));
    }

    #[test]
    fn who_leaves_before_arriving_is_told_beside_the_field() {
        let before = f::elsewhere_leaves_before(day!("2026-03-01"));
        assert_eq!(said("01.03.2026", "28.02.2026"), Err(Stop::problem(LEAVE, before)));
        assert_eq!(answered(&ELSEWHERE, &[(ARRIVE, "01.03.2026")], day!("2026-11-22")), Err(Stop::Open));
        assert_eq!(said("01.03.2009", "01.05.2009").unwrap().tone, Tone::Unknown);
    }
}
