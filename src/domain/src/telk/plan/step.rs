//! What comes next.

use chrono::NaiveDate;

use crate::rules::Basis;
use crate::telk::plan::house::{Back, House};
use crate::telk::plan::test::by_age;
use crate::telk::plan::{DayOf, Fact, Plan};
use crate::telk::{NoDate, Protocol, ProtocolDate, apply_again_by};

/// By when a file that was handed over is to be back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileBack {
    /// By this day, which is not over.
    By(Back),
    /// The day is over.
    Late(Back),
    /// No rule of the patient's practice is known: ask there.
    AskPractice,
}

/// How it stands with applying again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// By this day.
    By(NaiveDate),
    /// That day is over, and the decision still holds.
    Late(NaiveDate),
    /// The decision does not hold any more.
    Expired,
    /// No rule is known: ask TELK.
    NotKnown,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Ask for the protocol; when it would be made if one asked today. `None`: one's own practice says so.
    Ask(Option<Result<ProtocolDate, NoDate>>),
    /// Ask for it on the day that was noted.
    AskOn(NaiveDate, Option<Result<ProtocolDate, NoDate>>),
    /// Wait for it.
    AwaitProtocol(Option<Result<ProtocolDate, NoDate>>),
    /// The last day is over: ask the practice where it is.
    ProtocolLate(NaiveDate),
    /// Wait for the letter with the day of the session.
    AwaitLetter,
    /// Make tests again, so many, which are too old for this session.
    RepeatTests(usize, NaiveDate),
    /// Book the visit at which the file is put together, before this session.
    BookVisit(NaiveDate),
    /// Go to that visit.
    Visit(NaiveDate),
    /// Bring the file back.
    ReturnFile(FileBack),
    /// Go to the session.
    Attend {
        /// When TELK sits.
        session: NaiveDate,
        /// That is today.
        today: bool,
    },
    /// TELK has sat: note what was decided.
    NoteDecision(NaiveDate),
    /// Apply to be examined again; the last day of the decision.
    ApplyAgain(NaiveDate, Renewal),
    /// The decision holds for life.
    Settled,
}

/// A part of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Asking for the protocol.
    Protocol,
    /// What to bring for it.
    Papers,
    /// The letter, the session, and the visit before it.
    Letter,
    /// Tests and consultations.
    Tests,
    /// The file that was lent.
    File,
    /// The decision.
    Decision,
}

impl Step {
    /// The parts of the plan that one needs for it; the others can wait. A decision of the designers.
    #[must_use]
    pub const fn parts(&self) -> &'static [Part] {
        match self {
            Self::Ask(_) | Self::AskOn(..) | Self::AwaitProtocol(_) | Self::ProtocolLate(_) => {
                &[Part::Protocol, Part::Papers]
            }
            Self::AwaitLetter | Self::Attend { .. } => &[Part::Letter],
            Self::RepeatTests(..) => &[Part::Tests],
            Self::BookVisit(_) | Self::Visit(_) => &[Part::Letter, Part::Tests],
            Self::ReturnFile(_) => &[Part::File],
            Self::NoteDecision(_) | Self::Settled => &[Part::Decision],
            Self::ApplyAgain(..) => &[Part::Protocol, Part::Decision],
        }
    }
}

/// What comes next by a plan, for a patient of `house`, asked on `today`.
#[must_use]
pub fn next_step(plan: &Plan, house: Option<House>, today: NaiveDate) -> Step {
    let day = |of| plan.day(of);
    if let (Some(lent), None) = (day(DayOf::Lent).filter(|lent| *lent <= today), day(DayOf::Returned)) {
        return Step::ReturnFile(file_back(house, lent, today));
    }
    match day(DayOf::Session) {
        Some(session) if session < today => decided(plan, today).unwrap_or(Step::NoteDecision(session)),
        Some(session) => before(plan, session, today),
        None if day(DayOf::Made).is_some() => Step::AwaitLetter,
        None => protocol(plan, house, today),
    }
}

/// By when a file is to be back.
fn file_back(house: Option<House>, lent: NaiveDate, today: NaiveDate) -> FileBack {
    match house.map(|house| house.file_back(lent, today)) {
        Some(Ok(Some(back))) if today <= back.by => FileBack::By(back),
        Some(Ok(Some(back))) => FileBack::Late(back),
        Some(Ok(None) | Err(_)) | None => FileBack::AskPractice,
    }
}

/// TELK is going to sit.
fn before(plan: &Plan, session: NaiveDate, today: NaiveDate) -> Step {
    let again = by_age(plan, today).iter().filter(|(_, _, standing)| standing.again()).count();
    if again > 0 {
        return Step::RepeatTests(again, session);
    }
    match plan.day(DayOf::Visit) {
        _ if session == today => Step::Attend { session, today: true },
        None => Step::BookVisit(session),
        Some(visit) if today <= visit => Step::Visit(visit),
        Some(_) => Step::Attend { session, today: false },
    }
}

/// Nothing is known of a session.
fn protocol(plan: &Plan, house: Option<House>, today: NaiveDate) -> Step {
    let date = |asked| house.map(|house| house.protocol(asked, today));
    let Some(asked) = plan.day(DayOf::Asked) else {
        return decided(plan, today).unwrap_or_else(|| Step::Ask(date(today)));
    };
    let date = date(asked);
    match date {
        _ if today < asked => Step::AskOn(asked, date),
        Some(Ok(ProtocolDate { protocol: Protocol::Within { latest }, .. })) if latest < today => {
            Step::ProtocolLate(latest)
        }
        _ => Step::AwaitProtocol(date),
    }
}

/// There is a decision, and it is the newest thing that is known.
fn decided(plan: &Plan, today: NaiveDate) -> Option<Step> {
    if plan.fact(Fact::ForLife) == Some(true) {
        return Some(Step::Settled);
    }
    let expires = plan.day(DayOf::Expires)?;
    // One that does not hold beyond the session is the one before it.
    if plan.day(DayOf::Session).is_some_and(|session| expires <= session) {
        return None;
    }
    Some(Step::ApplyAgain(expires, renewal(expires, today).0))
}

/// How it stands with applying again before a decision is over, and by which rule.
#[must_use]
pub fn renewal(expires: NaiveDate, today: NaiveDate) -> (Renewal, Option<Basis>) {
    let by = apply_again_by(expires, today).ok();
    let basis = by.map(|by| by.basis);
    let standing = match by.and_then(|by| by.value) {
        _ if expires < today => Renewal::Expired,
        Some(by) if by < today => Renewal::Late(by),
        Some(by) => Renewal::By(by),
        None => Renewal::NotKnown,
    };
    (standing, basis)
}
