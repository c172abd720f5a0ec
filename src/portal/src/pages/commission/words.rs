//! From what the rules say of a plan to words.

use domain::telk::plan::{
    Change, Counts, DayOf, Fact, FileBack, Mark, MarkOf, NAME_LIMIT, Oddity, PLACE_LIMIT, Paper, Plan,
    Problem, Renewal, Step, TESTS_LIMIT, TestStanding,
};
use domain::telk::{Initiator, NoDate, Protocol, ProtocolDate};
use domain::written::{FIRST_YEAR, LAST_YEAR};

use crate::i18n::Msg;
use crate::i18n::texts::commission as o;
use crate::words::Tone;

/// Tone, icon and sentence of what comes next.
pub fn step(step: &Step) -> (Tone, &'static str, Msg) {
    let action = |sentence| (Tone::Action, "action", sentence);
    let waiting = |sentence| (Tone::Waiting, "clock", sentence);
    match *step {
        Step::Ask(date) => action(asking(date)),
        Step::AskOn(day, _) => action(o::step_ask_on(day)),
        Step::AwaitProtocol(date) => waiting(awaiting(date)),
        Step::ProtocolLate(latest) => action(o::step_late(latest)),
        Step::AwaitLetter => waiting(o::step_letter()),
        Step::RepeatTests(count, session) => action(o::step_repeat(count, session)),
        Step::BookVisit(session) => action(o::step_book(session)),
        Step::Visit(day) => action(o::step_visit(day)),
        Step::ReturnFile(FileBack::By(back)) => action(o::step_return(back.by)),
        Step::ReturnFile(FileBack::Late(back)) => (Tone::Danger, "action", o::step_return_late(back.by)),
        Step::ReturnFile(FileBack::AskPractice) => action(o::step_return_ask()),
        Step::Attend { session, today: true } => action(o::step_attend_today(session)),
        Step::Attend { session, today: false } => action(o::step_attend(session)),
        Step::NoteDecision(session) => action(o::step_decision(session)),
        Step::ApplyAgain(expires, Renewal::By(by)) => waiting(o::step_apply(by, expires)),
        Step::ApplyAgain(expires, Renewal::Late(by)) => action(o::step_apply_late(by, expires)),
        Step::ApplyAgain(expires, Renewal::Expired) => action(o::step_apply_expired(expires)),
        Step::ApplyAgain(expires, Renewal::NotKnown) => action(o::step_apply_ask(expires)),
        Step::Settled => (Tone::Success, "approved", o::step_settled()),
    }
}

fn asking(date: Option<Result<ProtocolDate, NoDate>>) -> Msg {
    match date.and_then(Result::ok).map(|date| date.protocol) {
        Some(Protocol::Within { latest }) => o::step_ask_within(latest),
        Some(Protocol::LimitInClosedMonth { last_open, reopens, .. }) => {
            o::step_ask_limit(last_open, reopens)
        }
        Some(Protocol::AfterClosedMonth { earliest }) => o::step_ask_after(earliest),
        None => o::step_ask(),
    }
}

fn awaiting(date: Option<Result<ProtocolDate, NoDate>>) -> Msg {
    match date.and_then(Result::ok).map(|date| date.protocol) {
        Some(Protocol::Within { latest }) => o::step_wait_within(latest),
        Some(Protocol::LimitInClosedMonth { last_open, reopens, .. }) => {
            o::step_wait_limit(last_open, reopens)
        }
        Some(Protocol::AfterClosedMonth { earliest }) => o::step_wait_after(earliest),
        None => o::step_wait(),
    }
}

/// What a day of the plan is.
pub fn mark(mark: &Mark, plan: &Plan, ahead: bool) -> Msg {
    match mark.of {
        MarkOf::Noted(DayOf::Asked) if ahead => o::mark_asking(),
        MarkOf::Noted(DayOf::Asked) => o::mark_asked(),
        MarkOf::Noted(DayOf::Made) => o::mark_made(),
        MarkOf::Noted(DayOf::Visit) => o::mark_visit(),
        MarkOf::Noted(DayOf::Session) => o::mark_session(),
        MarkOf::Noted(DayOf::Lent) => o::mark_lent(),
        MarkOf::Noted(DayOf::Returned) => o::mark_returned(),
        MarkOf::Noted(DayOf::Expires) => o::mark_expires(),
        MarkOf::ProtocolBy => o::mark_protocol_by(),
        MarkOf::ProtocolByTerm => o::mark_protocol_term(),
        MarkOf::LastOpen => o::mark_last_open(),
        MarkOf::ProtocolFrom => o::mark_protocol_from(),
        MarkOf::TestUntil(place) => {
            o::mark_test_until(plan.tests.get(place).map_or("", |(_, test)| test.name.as_str()))
        }
        MarkOf::FileBackBy => o::mark_file_back(),
        MarkOf::ApplyBy => o::mark_apply_by(),
    }
}

/// The question for a day.
pub fn day(of: DayOf) -> Msg {
    match of {
        DayOf::Asked => o::asked(),
        DayOf::Made => o::made(),
        DayOf::Visit => o::visit(),
        DayOf::Session => o::session(),
        DayOf::Lent => o::lent(),
        DayOf::Returned => o::returned(),
        DayOf::Expires => o::expires(),
    }
}

/// The question for a fact.
pub fn fact(fact: Fact) -> Msg {
    match fact {
        Fact::OtherAddress => o::fact_other_address(),
        Fact::Decided => o::fact_decided(),
        Fact::ForLife => o::fact_for_life(),
    }
}

/// Who wanted the expertise.
pub fn initiator(initiator: Initiator) -> Msg {
    match initiator {
        Initiator::Patient => o::initiator_patient(),
        Initiator::Doctor => o::initiator_doctor(),
    }
}

/// A paper, and why it is needed.
pub fn paper(paper: Paper, under_age: bool) -> (Msg, Msg) {
    match paper {
        Paper::Identity if under_age => (o::paper_identity_parent(), o::paper_why_identity_parent()),
        Paper::Identity => (o::paper_identity(), o::paper_why_identity()),
        Paper::Address => (o::paper_address(), o::paper_why_address()),
        Paper::Medical => (o::paper_medical(), o::paper_why_medical()),
        Paper::Tests => (o::paper_tests(), o::paper_why_tests()),
        Paper::Decision => (o::paper_decision(), o::paper_why_decision()),
        Paper::Diseases => (o::paper_diseases(), o::paper_why_diseases()),
        Paper::Medicines => (o::paper_medicines(), o::paper_why_medicines()),
    }
}

/// What the rule says of a test.
pub fn counts(standing: &TestStanding) -> (Tone, &'static str, Msg) {
    let not_known = (Tone::Unknown, "unknown", o::counts_not_known());
    match (standing.counts, standing.until) {
        (Counts::ForSession, Some(until)) => (Tone::Success, "approved", o::counts_session(until)),
        (Counts::TooOld, Some(until)) => (Tone::Danger, "refused", o::counts_too_old(until)),
        (Counts::AfterSession, _) => (Tone::Action, "action", o::counts_after()),
        (Counts::Still, Some(until)) => (Tone::Success, "approved", o::counts_still(until)),
        (Counts::NotAnyMore, Some(until)) => (Tone::Danger, "refused", o::counts_not_any_more(until)),
        (_, None) | (Counts::NotKnown, Some(_)) => not_known,
    }
}

/// Why two notes do not fit together.
pub fn oddity(oddity: Oddity) -> Msg {
    match oddity {
        Oddity::MadeBeforeAsked => o::odd_made_before_asked(),
        Oddity::VisitAfterSession => o::odd_visit_after_session(),
        Oddity::SessionBeforeMade => o::odd_session_before_made(),
        Oddity::ReturnedBeforeLent => o::odd_returned_before_lent(),
        Oddity::MadeAhead => o::odd_made_ahead(),
        Oddity::ReturnedAhead => o::odd_returned_ahead(),
    }
}

/// Why something cannot be noted.
pub fn problem(problem: Problem) -> Msg {
    match problem {
        Problem::YearOutOfRange => o::problem_year(FIRST_YEAR.to_string(), LAST_YEAR.to_string()),
        Problem::PlaceTooLong => o::problem_place_long(PLACE_LIMIT.to_string()),
        Problem::NameMissing => o::problem_name_missing(),
        Problem::NameTooLong => o::problem_name_long(NAME_LIMIT.to_string()),
        Problem::TooManyTests => o::problem_too_many(TESTS_LIMIT.to_string()),
    }
}

/// What somebody noted, in words.
pub fn noted(change: &Change) -> Msg {
    let said = |said| if said { o::yes() } else { o::no() };
    match change {
        Change::Day(_, Some(day)) => crate::i18n::texts::calculator::day(*day),
        Change::Day(_, None) | Change::Initiator(None) | Change::Fact(_, None) => o::nothing(),
        Change::Fact(_, Some(yes)) => said(*yes),
        Change::Initiator(Some(one)) => initiator(*one),
        Change::Place(place) if place.is_empty() => o::nothing(),
        Change::Place(place) => o::text(place.as_str()),
        Change::Ready(_, ready) => said(*ready),
        Change::Test(_, None) => o::removed(),
        Change::Test(_, Some(test)) => o::test_noted(test.name.as_str(), test.on),
    }
}
