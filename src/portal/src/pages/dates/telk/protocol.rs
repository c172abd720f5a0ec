//! When the practice makes the protocol for the committee, and what it asks for it.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::rules::sources::PRACTICE_TELK_2019;
use domain::rules::{NoData, PUBLISHED_RULES, Scope, planned};
use domain::telk::{
    Charge, ClosedMonths, Cost, Initiator, NoDate, PROTOCOL_DAYS, Protocol, ProtocolDate, file_cost,
    protocol_cost, protocol_date,
};

use super::super::practice;
use super::super::words::with_unknown;
use super::{DAY, granted_today};
use crate::calculator::{Answer, Choice, Given, Kind, Line, Note, Question, Stop, Tone, days, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};
use crate::source::Source;

const INITIATOR: &str = "initiator";

pub(super) fn questions(given: &Given) -> Vec<Question> {
    let initiators = Initiator::ALL.iter().map(|one| {
        let label = match one {
            Initiator::Patient => f::telk_initiator_patient(),
            Initiator::Doctor => f::telk_initiator_doctor(),
        };
        Choice::new(one.code(), label)
    });
    vec![
        granted_today(given, f::telk_requested()),
        Question::new(INITIATOR, f::telk_initiator(), Kind::One(initiators.collect()))
            .granted(Initiator::Patient.code()),
    ]
}

pub(super) fn answer(given: &Given) -> Result<Answer, Stop> {
    let practice = practice::id(given)?;
    if practice.is_empty() {
        return Ok(practice::ask_yours());
    }
    let (requested, today) = (given.day(DAY)?, given.today());
    let initiator = given.one(INITIATOR)?;
    let date = match protocol_date(practice, requested, today) {
        Ok(date) => date,
        Err(why) => return unknown(why).ok_or_else(|| Stop::problem(DAY, f::beyond_calendar())),
    };
    let list = Source {
        rule: Some("PR-09"),
        scope: Some(Scope::Practice(PUBLISHED_RULES)),
        ..Source::from(PRACTICE_TELK_2019)
    };
    let answer = of_house(&date, requested, initiator, today);
    Ok(answer.note(Note::new(Tone::Plain, f::telk_bring()).source(list)))
}

/// Why there is no date; `None` beyond the calendar.
pub fn unknown(why: NoDate) -> Option<Answer> {
    Some(match why {
        NoDate::OtherPractice => practice::ask_yours(),
        NoDate::Term(no_data) => nothing_known(no_data, |most| f::up_to(days(most))),
        NoDate::Closed(no_data) => nothing_known(no_data, closed),
        NoDate::OutOfCalendar => return None,
    })
}

/// When the practice makes the protocol that was asked for on `requested`, and what it asks for it. For its own patients only.
pub fn of_house(date: &ProtocolDate, requested: NaiveDate, initiator: Initiator, today: NaiveDate) -> Answer {
    let asked = Line::new(f::telk_requested_line()).value(c::day(requested));
    let mut answer = Answer { lines: vec![asked], ..said(date.protocol) };
    if let Ok(term) = planned(&PROTOCOL_DAYS, requested, today) {
        answer = answer
            .line(Line::new(f::telk_protocol_term()).value(f::up_to(days(term.value))).source(date.term));
    }
    let answer = dates(answer, date);
    let answer = cost(
        answer,
        f::telk_protocol_cost(),
        protocol_cost(requested, initiator, today),
        f::telk_protocol_cost_other(),
    );
    cost(answer, f::telk_file_cost(), file_cost(requested, today), f::telk_file_cost_other())
}

fn said(protocol: Protocol) -> Answer {
    match protocol {
        Protocol::Within { latest } => Answer::new(Tone::Plain, f::telk_within(latest)),
        Protocol::LimitInClosedMonth { latest, last_open, reopens } => {
            Answer::new(Tone::Heed, f::telk_limit_closed(last_open, latest, reopens))
        }
        Protocol::AfterClosedMonth { earliest } => Answer::new(Tone::Heed, f::telk_after_closed(earliest)),
    }
}

/// The days that follow from the term, and those that follow from the closed months.
fn dates(answer: Answer, date: &ProtocolDate) -> Answer {
    let by_term = |what, day| Line::new(what).value(c::day(day)).source(date.term);
    let by_closed = |what, day| Line::new(what).value(c::day(day)).why(f::telk_closed()).source(date.closed);
    match date.protocol {
        Protocol::Within { latest } => answer.line(by_term(f::telk_latest(), latest)),
        Protocol::LimitInClosedMonth { latest, last_open, reopens } => answer
            .line(by_term(f::telk_latest_by_term(), latest))
            .line(by_closed(f::telk_last_open(), last_open))
            .line(by_closed(f::telk_reopens(), reopens)),
        Protocol::AfterClosedMonth { earliest } => answer.line(by_closed(f::telk_earliest(), earliest)),
    }
}

fn cost(answer: Answer, what: Msg, cost: Result<Cost, NoData<Charge>>, other: Msg) -> Answer {
    match cost {
        Ok(cost) => answer
            .line(Line::new(what).value(charge(cost.charge)).source(cost.basis))
            .note(Note::conflict(cost.conflict, other)),
        Err(no_data) => with_unknown(answer, nothing_known(no_data, charge)),
    }
}

/// What putting the file together costs, in a sentence made of the charge. For patients of that practice only.
pub fn file_price(price: Result<Cost, NoData<Charge>>, sentence: fn(Msg) -> Msg) -> Answer {
    match price {
        Ok(price) => Answer::new(Tone::Plain, sentence(charge(price.charge)))
            .line(Line::new(f::telk_file_cost()).value(charge(price.charge)).source(price.basis))
            .note(Note::conflict(price.conflict, f::telk_file_cost_other())),
        Err(no_data) => nothing_known(no_data, charge),
    }
}

fn charge(charge: Charge) -> Msg {
    match charge {
        Charge::Free => f::free(),
        Charge::PriceList => f::price_list(),
        Charge::FreeOnDoctorsInitiative => f::telk_free_for_doctor(),
    }
}

/// The only closed months there have ever been; a test holds the words to the rule.
fn closed(_: ClosedMonths) -> Msg {
    f::telk_closed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use crate::pages::dates::telk::TELK;
    use domain::rules::{Span, day};
    use domain::telk::CLOSED;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn said(typed: &[(&'static str, &str)]) -> Answer {
        let ours = [("topic", "protocol"), ("practice", "yes")];
        answered(&TELK, &[ours.as_slice(), typed].concat(), TODAY).unwrap()
    }

    #[test]
    fn the_words_name_the_months_of_the_rule() {
        for span in CLOSED.spans() {
            let Span::Known(entry) = span else { panic!("no months") };
            assert_eq!((entry.value.months, entry.value.reopens_on), ([6, 12], 7));
        }
    }

    #[test]
    fn thirty_days_from_the_request_unless_they_end_in_a_closed_month() {
        assert_eq!(said(&[("day", "10.01.2026")]).sentence, f::telk_within(day!("2026-02-09")));
        assert_eq!(said(&[("day", "01.05.2026")]).sentence, f::telk_within(day!("2026-05-31")));
        let answer = said(&[("day", "02.05.2026")]);
        let (last_open, latest, reopens) = (day!("2026-05-31"), day!("2026-06-01"), day!("2026-07-07"));
        assert_eq!(answer.sentence, f::telk_limit_closed(last_open, latest, reopens));
        assert_eq!(answer.tone, Tone::Heed);
        let values: Vec<_> = answer.lines.iter().map(|line| line.value.clone()).collect();
        for day in [latest, last_open, reopens] {
            assert!(values.contains(&Some(c::day(day))));
        }
        assert!(answer.lines.iter().skip(1).all(|line| line.source.is_some()));
    }

    #[test]
    fn who_asks_in_june_or_december_waits_until_the_seventh_after() {
        assert_eq!(said(&[("day", "01.06.2026")]).sentence, f::telk_after_closed(day!("2026-07-07")));
        assert_eq!(said(&[("day", "31.12.2026")]).sentence, f::telk_after_closed(day!("2027-01-07")));
    }

    #[test]
    fn what_is_paid_depends_on_the_time_and_on_who_wanted_it() {
        let costs = |typed: &[(&'static str, &str)]| {
            let lines = said(typed).lines;
            let of =
                |what: Msg| lines.iter().find(|line| line.what == what).and_then(|line| line.value.clone());
            (of(f::telk_protocol_cost()), of(f::telk_file_cost()))
        };
        let (free, list) = (Some(f::free()), Some(f::price_list()));
        let doctor = ("initiator", "doctor");
        assert_eq!(costs(&[("day", "31.05.2021"), doctor]), (list.clone(), free.clone()));
        assert_eq!(costs(&[("day", "01.07.2021"), doctor]), (free, list.clone()));
        assert_eq!(costs(&[("day", "01.07.2021")]), (list.clone(), list));
        assert_eq!(said(&[]).notes.len(), 3, "two contradictions, and what to bring");
    }

    #[test]
    fn nothing_is_known_before_the_post_and_for_other_practices() {
        assert_eq!(said(&[("day", "31.12.2018")]).tone, Tone::Unknown);
        let other = answered(&TELK, &[("topic", "protocol"), ("practice", "no")], TODAY);
        assert_eq!(other, Ok(practice::ask_yours()));
        assert_eq!(answered(&TELK, &[("topic", "protocol")], TODAY), Err(Stop::Open));
    }
}
