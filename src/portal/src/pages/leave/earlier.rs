//! Sick leave before the one that is asked about: none, only its days, or sheet by sheet.

use domain::coded::Code;
use domain::sick_leave::own::{LONGEST_DAYS, LeaveProblem};
use domain::sick_leave::split::UsedProblem;
use domain::sick_leave::{Before, Cause, Issuer, Leave, Sheet};

use crate::calculator::{Choice, Given, Kind, NO, Question, Stop, YES, yes_or_no};
use crate::i18n::Msg;
use crate::i18n::texts::leave as l;

const EARLIER: &str = "earlier";
const NONE: &str = "none";
const COUNTED: &str = "days";
const SHEETS: &str = "sheets";
const RUN: &str = "before-run";
const BY_DOCTOR: &str = "before-doctor";
const BY_COMMISSION: &str = "before-commission";

/// Names of the questions on one earlier sheet.
struct Slot {
    first: &'static str,
    last: &'static str,
    issuer: &'static str,
    cause: &'static str,
    /// Whether there is one more.
    more: &'static str,
}

macro_rules! slots {
    ($($n:literal)+) => {
        /// As many earlier sheets as can be typed. A decision of the designers: who has more knows the days.
        const SLOTS: &[Slot] = &[$(Slot {
            first: concat!("sheet", $n, "-first"),
            last: concat!("sheet", $n, "-last"),
            issuer: concat!("sheet", $n, "-issuer"),
            cause: concat!("sheet", $n, "-cause"),
            more: concat!("sheet", $n, "-more"),
        }),+];
        /// The leave's own days, and those of the sheets, which move with them.
        pub const DAYS_ASKED: &[&str] =
            &["first", "last", $(concat!("sheet", $n, "-first"), concat!("sheet", $n, "-last")),+];
    };
}
slots!(1 2 3 4 5 6);

/// What came before.
pub enum Earlier {
    /// Only days are known; none is all zero.
    Days(Before),
    /// Sheets.
    Sheets(Vec<Sheet>),
}

/// The questions. Answers tell of somebody's health, so they are private.
pub fn questions(given: &Given) -> Vec<Question> {
    let ways = vec![
        Choice::new(NONE, l::earlier_none()),
        Choice::new(COUNTED, l::earlier_counted()),
        Choice::new(SHEETS, l::earlier_sheets()),
    ];
    let mut questions = vec![
        Question::new(EARLIER, l::earlier_ask(), Kind::One(ways))
            .hint(l::earlier_hint())
            .granted(NONE)
            .private(),
    ];
    if given.is(EARLIER, COUNTED) {
        questions.extend([
            number(RUN, l::earlier_run()).hint(l::earlier_run_hint()),
            number(BY_DOCTOR, l::earlier_by_doctor()).hint(l::earlier_quarantine_hint()),
            number(BY_COMMISSION, l::earlier_by_commission()),
        ]);
    }
    if given.is(EARLIER, SHEETS) {
        let last = SLOTS.len() - 1;
        for (place, slot) in SLOTS.iter().enumerate() {
            questions.extend(sheet(place, slot));
            if place < last {
                let more = Question::new(slot.more, l::earlier_more(), yes_or_no());
                questions.push(more.granted(NO).private());
            }
            if !given.is(slot.more, YES) {
                break;
            }
        }
    }
    questions
}

/// The longest leave that is planned, in days.
pub fn longest() -> u32 {
    u32::try_from(LONGEST_DAYS).unwrap_or(u32::MAX)
}

/// Days already had, as a number; none, unless told.
pub fn number(id: &'static str, label: Msg) -> Question {
    Question::new(id, label, Kind::Number { least: 0, most: longest() }).granted("0").private()
}

fn sheet(place: usize, slot: &Slot) -> [Question; 4] {
    let number = || (place + 1).to_string();
    let issuers = vec![
        Choice::new(Issuer::Doctor.code(), l::earlier_issuer_doctor()),
        Choice::new(Issuer::Commission.code(), l::earlier_issuer_commission()),
    ];
    [
        Question::new(slot.first, l::earlier_first(number()), Kind::Day).private(),
        Question::new(slot.last, l::earlier_last(number()), Kind::Day).private(),
        Question::new(slot.issuer, l::earlier_issuer(number()), Kind::One(issuers))
            .granted(Issuer::Doctor.code())
            .private(),
        Question::new(slot.cause, l::earlier_cause(number()), CAUSE_NUMBER)
            .hint(l::earlier_cause_hint())
            .granted(Cause::ILLNESS.0.to_string())
            .private(),
    ]
}

/// The number of a cause has two figures on the sheet.
pub const CAUSE_NUMBER: Kind = Kind::Number { least: 1, most: 99 };

/// Reads the number of a cause.
pub fn cause(given: &Given, id: &str) -> Result<Cause, Stop> {
    u8::try_from(given.number(id)?).map(Cause).map_err(|_| Stop::Open)
}

impl Earlier {
    /// Reads what came before.
    ///
    /// # Errors
    /// [`Stop`] when it is not told, or a sheet cannot be.
    pub fn read(given: &Given) -> Result<Self, Stop> {
        if given.is(EARLIER, COUNTED) {
            return Ok(Self::Days(Before {
                without_break: given.number(RUN)?,
                by_doctor: given.number(BY_DOCTOR)?,
                by_commission: given.number(BY_COMMISSION)?,
            }));
        }
        if !given.is(EARLIER, SHEETS) {
            return Ok(Self::Days(Before::default()));
        }
        let mut sheets = Vec::new();
        for slot in SLOTS {
            let leave = Leave {
                first: given.day(slot.first)?,
                last: given.day(slot.last)?,
                cause: cause(given, slot.cause)?,
            };
            if let Err(problem) = leave.possible() {
                return Err(Stop::problem(slot.last, impossible(problem)));
            }
            sheets.push(Sheet { leave, issuer: given.one(slot.issuer)? });
            if !given.is(slot.more, YES) {
                break;
            }
        }
        Ok(Self::Sheets(sheets))
    }
}

/// Sheets share a day with each other or with the leave.
pub fn overlap() -> Stop {
    Stop::problem(EARLIER, l::problem_overlap())
}

/// Days that cannot have been used up.
pub fn used(problem: UsedProblem) -> Stop {
    match problem {
        UsedProblem::MoreThanPassed => Stop::problem(BY_DOCTOR, l::problem_more_than_passed()),
        UsedProblem::NotInYear => Stop::problem(RUN, l::problem_not_in_year()),
    }
}

/// Why days are no leave.
pub fn impossible(problem: LeaveProblem) -> Msg {
    match problem {
        LeaveProblem::TooLong => l::problem_too_long(),
        _ => l::problem_ends_before_start(),
    }
}
