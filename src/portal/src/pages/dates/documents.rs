//! When a document from the practice is ready.

use domain::coded::{Code, Coded, codes};
use domain::paperwork::{
    Asked, BASIC_PACKAGE, Deadline, Due, Facts, NoDeadline, Paper, Request, Term, asking_matters, deadline,
    facts_matter,
};
use domain::working_day::{Certainty, Counted, off_between};

use super::words::day_of_week;
use super::{days_off, document_words as words, practice};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, Note, Picture, Question, Share, Stop, Tone, catalogue,
    count, nothing_known, written_day, yes_or_no,
};
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::dates as f;

const PAPER: &str = "paper";
const ASKED: &str = "asked";
const CONTRACT: &str = "contract";
const RECEIVED: &str = "received";
const FACTS: &str = "facts";
const FACTS_DAY: &str = "facts-day";

codes! {
    /// Whether the practice has all it needs.
    enum Brought {
        /// In the request.
        Complete = "complete",
        /// The last of it came later.
        Later = "later",
        /// Not yet.
        Missing = "missing",
    }
}

/// The calculator.
pub static DOCUMENTS: Calculator =
    Calculator { entry: &catalogue::DOCUMENTS, questions, answer, another_day: &[RECEIVED, FACTS_DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![practice::question()];
    // Whose practice publishes no rules need not tell more.
    if !matches!(given.yes(practice::PRACTICE), Ok(true)) {
        return questions;
    }
    let papers = Paper::ALL.iter().map(|paper| words::paper_choice(*paper));
    questions.push(
        Question::new(PAPER, f::documents_paper(), Kind::One(papers.collect()))
            .granted(Paper::PastFacts.code()),
    );
    let Coded::Known(paper) = Paper::from_code(given.text(PAPER)) else { return questions };
    if asking_matters(paper) {
        let ways = Asked::ALL.iter().map(|way| Choice::new(way.code(), words::asked(*way)));
        questions.push(
            Question::new(ASKED, f::documents_asked(), Kind::One(ways.collect()))
                .granted(Asked::InWriting.code()),
        );
    }
    let asked = way(given, paper).unwrap_or(Asked::InWriting);
    if asked == Asked::ByPhone {
        let contract = Question::new(CONTRACT, f::documents_contract(), yes_or_no());
        questions.push(contract.hint(f::documents_contract_hint()));
    }
    let today = written_day(given.today());
    questions.push(Question::new(RECEIVED, f::documents_received(), Kind::Day).granted(today));
    if facts_matter(paper, asked) {
        let brought = Brought::ALL.iter().map(|one| {
            let label = match one {
                Brought::Complete => f::documents_facts_complete(),
                Brought::Later => f::documents_facts_later(),
                Brought::Missing => f::documents_facts_missing(),
            };
            Choice::new(one.code(), label)
        });
        questions.push(
            Question::new(FACTS, f::documents_facts(), Kind::One(brought.collect()))
                .granted(Brought::Complete.code()),
        );
        if given.is(FACTS, Brought::Later.code()) {
            questions.push(Question::new(FACTS_DAY, f::documents_facts_day(), Kind::Day));
        }
    }
    questions
}

/// How it is asked for; where that does not matter, it is not asked.
fn way(given: &Given, paper: Paper) -> Result<Asked, Stop> {
    if asking_matters(paper) { given.one(ASKED) } else { Ok(Asked::InWriting) }
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let practice = practice::id(given)?;
    if practice.is_empty() {
        return Ok(practice::ask_yours());
    }
    let paper: Paper = given.one(PAPER)?;
    let asked = way(given, paper)?;
    let request = Request {
        practice,
        paper,
        asked,
        received: given.day(RECEIVED)?,
        facts: facts(given, paper, asked)?,
        contract: asked == Asked::ByPhone && given.yes(CONTRACT)?,
    };
    match deadline(&request, given.today()) {
        Ok(deadline) => Ok(due(given, &request, &deadline)),
        Err(NoDeadline::OtherPractice) => Ok(practice::ask_yours()),
        Err(NoDeadline::NoContract) => Err(Stop::problem(CONTRACT, f::documents_no_contract())),
        Err(NoDeadline::NotInWriting) => Err(Stop::problem(ASKED, f::documents_not_in_writing())),
        Err(NoDeadline::FactsBeforeRequest) => {
            Err(Stop::problem(FACTS_DAY, f::documents_facts_before(request.received)))
        }
        Err(NoDeadline::Rule(no_data)) => Ok(nothing_known(no_data, words::term)),
        Err(NoDeadline::Calendar(outside)) => {
            Ok(Answer::new(Tone::Unknown, f::documents_no_calendar(outside.day)))
        }
    }
}

fn facts(given: &Given, paper: Paper, asked: Asked) -> Result<Facts, Stop> {
    if !facts_matter(paper, asked) {
        return Ok(Facts::Complete);
    }
    Ok(match given.one(FACTS)? {
        Brought::Complete => Facts::Complete,
        Brought::Later => Facts::InOn(given.day(FACTS_DAY)?),
        Brought::Missing => Facts::Missing,
    })
}

fn due(given: &Given, request: &Request<'_>, deadline: &Deadline) -> Answer {
    let (tone, sentence) = match deadline.due {
        Due::DuringVisit => (Tone::Good, f::documents_during_visit()),
        Due::By(end) => (Tone::Plain, f::documents_by(day_of_week(end.day))),
        Due::WaitsForFacts { working_days } => {
            (Tone::Heed, f::documents_waits(c::working_days(count(working_days))))
        }
        Due::FirstOpportunity => (Tone::Heed, f::documents_first_opportunity()),
    };
    let term = Line::new(f::documents_term()).value(words::term(deadline.term)).source(deadline.basis);
    let price = Line::new(f::documents_price()).value(words::price(deadline.price)).source(deadline.basis);
    let mut answer = Answer::new(tone, sentence)
        .line(Line::new(f::documents_received_line()).value(day_of_week(request.received)));
    if let Facts::InOn(day) = request.facts {
        answer = answer.line(Line::new(f::documents_facts_line()).value(day_of_week(day)));
    }
    answer = match deadline.due {
        Due::By(end) => counted(answer.line(term.why(f::documents_counting())), given, deadline, end),
        Due::DuringVisit | Due::WaitsForFacts { .. } | Due::FirstOpportunity => answer.line(term),
    };
    answer = answer.line(price);
    if request.paper == Paper::BasicPackage {
        let all = BASIC_PACKAGE.iter().map(|one| words::basic(*one));
        if let Some(all) = all.reduce(c::list_and) {
            answer = answer.note(Note::new(Tone::Plain, f::documents_basic(all)).source(deadline.basis));
        }
    }
    match deadline.conflict {
        Some(conflict) => answer.note(Note::conflict(conflict, f::documents_other_ordinance())),
        None => answer,
    }
}

/// The days off on the way, the day that is reached, and how sure the calendar is.
fn counted(answer: Answer, given: &Given, deadline: &Deadline, end: Counted) -> Answer {
    let off = deadline.from.and_then(|from| off_between(from, end.day).ok()).unwrap_or_default();
    let free = off.len();
    let mut answer = off
        .into_iter()
        .fold(answer, |answer, (day, why)| answer.line(days_off::line(day, why, given.today())));
    let ready = Line::new(f::documents_ready()).value(day_of_week(end.day)).source(deadline.basis);
    answer = answer.total(ready);
    if let Term::WorkingDays(working) = deadline.term {
        let share = |label, value, size| Share { label, value, size };
        let worked = c::working_days(count(working));
        let passed = share(f::documents_passed(), c::days(free), u64::try_from(free).unwrap_or_default());
        answer = answer.picture(Picture {
            label: f::documents_picture(),
            shares: vec![share(f::documents_worked(), worked, u64::from(working)), passed],
        });
    }
    answer.note(match end.certainty {
        Certainty::Announced => Note::new(Tone::Plain, f::documents_announced())
            .source(super::words::reported(domain::working_day::sources::YEAR_2026)),
        Certainty::Computed => {
            Note::new(Tone::Heed, f::documents_computed()).source(domain::working_day::sources::LABOUR_CODE)
        }
    })
}

#[cfg(test)]
mod tests;
