//! Who issues a sick-leave sheet, and from when.

use domain::coded::Code;
use domain::sick_leave::issuing::{Exam, Party};
use domain::sick_leave::posted::Item;
use domain::sick_leave::{Request, issue};

use super::issued::{item, told, unregistered};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, NO, Question, Stop, YES, catalogue, nothing_known, written_day,
    yes_or_no,
};
use crate::i18n::Msg;
use crate::i18n::texts::leave as l;

const WHAT: &str = "what";
const SHEET: &str = "sheet";
const DUPLICATE: &str = "duplicate";
const BOOKLET: &str = "booklet";
const OBJECTION: &str = "objection";
const SANATORIUM: &str = "sanatorium";
const CONSULTATION: &str = "consultation";
const DENTAL: &str = "dental";
const REGISTERED: &str = "registered";
const FROM: &str = "from";
const EXAM: &str = "exam";
const HERE: &str = "here";
const ELSEWHERE: &str = "elsewhere";
const NOWHERE: &str = "nowhere";
const EXAM_DAY: &str = "exam-day";
const SHOWS: &str = "shows";
const EMPLOYERS: &str = "employers";
const WRITTEN: &str = "written";
const REASON: &str = "reason";
const PARTY: &str = "party";
const AFTER_HOSPITAL: &str = "after-hospital";
const MINUTES: &str = "minutes";
const WORKING_DAY: &str = "working-day";
const NOTE: &str = "note";

/// The calculator.
pub static ISSUING: Calculator =
    Calculator { entry: &catalogue::ISSUING, questions, answer, another_day: &[] };

fn questions(given: &Given) -> Vec<Question> {
    let whats = vec![
        Choice::new(SHEET, l::issuing_sheet()),
        Choice::new(DUPLICATE, l::issuing_duplicate()),
        Choice::new(BOOKLET, l::issuing_booklet()),
        Choice::new(OBJECTION, l::issuing_objection()),
        Choice::new(SANATORIUM, l::issuing_sanatorium()),
        Choice::new(CONSULTATION, l::issuing_consultation()),
        Choice::new(DENTAL, l::issuing_dental()),
    ];
    let mut questions = vec![
        Question::new(WHAT, l::issuing_what(), Kind::One(whats)).granted(SHEET),
        Question::new(REGISTERED, l::issuing_registered(), yes_or_no())
            .hint(l::issuing_registered_hint())
            .granted(NO),
    ];
    if given.is(REGISTERED, YES) {
        questions.extend(of_request(given));
    }
    questions
}

/// What the practice's rules ask about a request.
fn of_request(given: &Given) -> Vec<Question> {
    let yes_no = |id, label: Msg| Question::new(id, label, yes_or_no());
    match given.text(WHAT) {
        SHEET => of_sheet(given),
        DUPLICATE => vec![
            yes_no(WRITTEN, l::issuing_written()).granted(YES),
            yes_no(REASON, l::issuing_reason()).granted(YES),
        ],
        OBJECTION => {
            let parties = vec![
                Choice::new(Party::Patient.code(), l::issuing_patient()),
                Choice::new(Party::Employer.code(), l::issuing_employer()),
            ];
            vec![Question::new(PARTY, l::issuing_party(), Kind::One(parties)).granted(Party::Patient.code())]
        }
        SANATORIUM => vec![yes_no(AFTER_HOSPITAL, l::issuing_after_hospital()).granted(NO).private()],
        CONSULTATION => vec![
            Question::new(MINUTES, l::issuing_minutes(), Kind::Number { least: 1, most: 1440 }),
            Question::new(WORKING_DAY, l::issuing_working_day(), Kind::Number { least: 1, most: 1440 })
                .hint(l::issuing_working_day_hint())
                .granted("480"),
            yes_no(NOTE, l::issuing_note()).hint(l::issuing_note_hint()).granted(YES),
        ],
        _ => Vec::new(),
    }
}

fn of_sheet(given: &Given) -> Vec<Question> {
    let exams = vec![
        Choice::new(HERE, l::issuing_here()),
        Choice::new(ELSEWHERE, l::issuing_elsewhere()),
        Choice::new(NOWHERE, l::issuing_nowhere()),
    ];
    let mut questions = vec![
        Question::new(FROM, l::issuing_from(), Kind::Day).granted(written_day(given.today())),
        Question::new(EXAM, l::issuing_exam(), Kind::One(exams)).granted(HERE),
    ];
    if given.is(EXAM, HERE) || given.is(EXAM, ELSEWHERE) {
        // Meanwhile the exam is on the day from which the sheet is wanted.
        let day = Question::new(EXAM_DAY, l::issuing_exam_day(), Kind::Day);
        questions.push(if given.has(FROM) { day.granted(given.text(FROM)) } else { day });
    }
    if given.is(EXAM, ELSEWHERE) {
        let items = Item::ALL.iter().map(|one| Choice::new(one.code(), item(*one)));
        questions.push(
            Question::new(SHOWS, l::issuing_shows(), Kind::Any(items.collect()))
                .hint(l::issuing_shows_hint()),
        );
    }
    questions.push(
        Question::new(EMPLOYERS, l::issuing_employers(), Kind::Number { least: 0, most: 20 }).granted("1"),
    );
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let shows = given.any::<Item>(SHOWS);
    let today = given.today();
    if !given.yes(REGISTERED)? {
        return Ok(unregistered(given.is(WHAT, SHEET), today));
    }
    let request = request(given, &shows)?;
    Ok(match issue(&request, today) {
        Ok((answer, basis)) => told(answer, basis, &request, today),
        Err(no_data) => nothing_known(no_data, |posted| {
            l::known_posted(posted.booklet_years.to_string(), posted.working_days.to_string())
        }),
    })
}

fn request<'a>(given: &Given, shows: &'a [Item]) -> Result<Request<'a>, Stop> {
    Ok(match given.text(WHAT) {
        SHEET => Request::Sheet {
            from: given.day(FROM)?,
            exam: exam(given, shows)?,
            employers: given.number(EMPLOYERS)?,
        },
        DUPLICATE => Request::Duplicate { written: given.yes(WRITTEN)?, reason_given: given.yes(REASON)? },
        BOOKLET => Request::Booklet,
        OBJECTION => Request::Objection(given.one(PARTY)?),
        SANATORIUM => Request::Sanatorium { after_hospital: given.yes(AFTER_HOSPITAL)? },
        CONSULTATION => Request::Consultation {
            minutes: given.number(MINUTES)?,
            working_day: given.number(WORKING_DAY)?,
            note: given.yes(NOTE)?,
        },
        DENTAL => Request::Dental,
        _ => return Err(Stop::Open),
    })
}

fn exam<'a>(given: &Given, shows: &'a [Item]) -> Result<Exam<'a>, Stop> {
    Ok(match given.text(EXAM) {
        HERE => Exam::Here(given.day(EXAM_DAY)?),
        ELSEWHERE => Exam::Elsewhere { day: given.day(EXAM_DAY)?, shows },
        _ => Exam::None,
    })
}

#[cfg(test)]
mod tests;
