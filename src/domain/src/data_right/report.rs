//! "This was not me": what is reported of a document or of one of its entries, who checks it, and what happens then.
//!
//! No source says by when a report is answered: the fund promises a written answer and names no day.

use chrono::NaiveDate;

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::complaint::bulgaria::{Decided, Matter, NoTerm, decided_by};
use crate::document::Source;
use crate::insurance::System;

/// Who checks what, and how long a text may be, nobody but the designers says.
pub const BASIS: Citation = DESIGN;

codes! {
    /// What is the matter.
    pub enum Kind {
        /// The person did not do it, or did not get it.
        NotMe = "not_me",
        /// It happened, and something of it is recorded wrongly.
        WrongData = "wrong_data",
    }
}

codes! {
    /// Who checks a report.
    pub enum Checker {
        /// The regional office of the fund (РЗОК): it keeps the files of protocols and devices.
        RegionalFund = "regional_fund",
        /// The fund itself (НЗОК): it keeps what this portal recorded.
        Fund = "fund",
        /// The patient's own fund, in another country.
        OwnFund = "own_fund",
        /// Whoever made the entry: the doctor, the commission, the practice.
        Author = "author",
    }
}

codes! {
    /// What happens after a report.
    pub enum Next {
        /// Somebody compares the entry with the papers in the register.
        Compared = "compared",
        /// Until then the entry stays as it is.
        EntryStays = "entry_stays",
        /// The answer will stand beside the report.
        AnswerHere = "answer_here",
        /// If somebody else may have used the account: look at the sign-ins and end the other sessions.
        LookAtSignIns = "look_at_sign_ins",
    }
}

/// Who checks a report on an entry from this source; of a document as a whole, `None`.
#[must_use]
pub const fn checker(source: Option<Source>, system: System) -> Checker {
    match (system, source) {
        (System::Kazakhstan | System::Russia, _) => Checker::OwnFund,
        (System::Bulgaria, Some(Source::Portal)) => Checker::Fund,
        (System::Bulgaria, Some(Source::ProtocolRegister | Source::DeviceRegister) | None) => {
            Checker::RegionalFund
        }
        (
            System::Bulgaria,
            Some(
                Source::HealthRecord
                | Source::ExpertiseRegister
                | Source::SickLeaveRegister
                | Source::PracticeSystem,
            ),
        ) => Checker::Author,
    }
}

/// What happens then, in order.
#[must_use]
pub const fn next(kind: Kind) -> &'static [Next] {
    match kind {
        Kind::NotMe => &[Next::Compared, Next::EntryStays, Next::AnswerHere, Next::LookAtSignIns],
        Kind::WrongData => &[Next::Compared, Next::EntryStays, Next::AnswerHere],
    }
}

/// Why nobody can say by when a report is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// No source gives a term for the fund.
    Fund(NoTerm),
    /// No source was found for that country's fund.
    OtherSystem,
}

/// By when a report that was sent on `filed` is answered, asked on `today`: as any complaint to the fund.
///
/// # Errors
///
/// [`NoDay`], as long as no source gives a term.
pub fn answered_by(system: System, filed: NaiveDate, today: NaiveDate) -> Result<Decided, NoDay> {
    match system {
        System::Bulgaria => decided_by(Matter::ToFund, filed, today).map_err(NoDay::Fund),
        System::Kazakhstan | System::Russia => Err(NoDay::OtherSystem),
    }
}

/// The longest text of a report, in characters.
pub const TEXT_LIMIT: usize = 1000;

codes! {
    /// Why the text of a report cannot be taken.
    pub enum TextProblem {
        /// More than [`TEXT_LIMIT`] characters.
        TooLong = "text.too_long",
    }
}

/// Checks the text of a report. There need not be any.
///
/// # Errors
///
/// [`TextProblem::TooLong`]. Blanks around the text do not count.
pub fn check_text(text: &str) -> Result<(), TextProblem> {
    if text.trim().chars().count() > TEXT_LIMIT { Err(TextProblem::TooLong) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;
    use crate::rules::day;

    #[test]
    fn whoever_keeps_the_entry_checks_it() {
        let bulgaria = |source| checker(source, System::Bulgaria);
        assert_eq!(bulgaria(Some(Source::Portal)), Checker::Fund);
        for kept_by_the_office in [None, Some(Source::ProtocolRegister), Some(Source::DeviceRegister)] {
            assert_eq!(bulgaria(kept_by_the_office), Checker::RegionalFund);
        }
        for source in Source::ALL.iter().copied().map(Some).chain([None]) {
            assert_eq!(checker(source, System::Kazakhstan), Checker::OwnFund);
            assert_eq!(checker(source, System::Russia), Checker::OwnFund);
        }
    }

    #[test]
    fn only_whose_account_may_be_used_by_another_is_sent_to_the_sign_ins() {
        assert!(next(Kind::NotMe).contains(&Next::LookAtSignIns));
        assert!(!next(Kind::WrongData).contains(&Next::LookAtSignIns));
    }

    #[test]
    fn nobody_says_by_when_a_report_is_answered() {
        let day = day!("2026-11-22");
        for system in System::ALL {
            assert!(answered_by(*system, day, day).is_err(), "{system:?}");
        }
        assert!(matches!(answered_by(System::Bulgaria, day, day), Err(NoDay::Fund(NoTerm::Rule(_)))));
    }

    #[test]
    fn a_text_may_be_missing_and_ends_somewhere() {
        let most = "я".repeat(TEXT_LIMIT);
        for good in ["", " ", &most, &format!(" {most}\n")] {
            assert_eq!(check_text(good), Ok(()));
        }
        assert_eq!(check_text(&format!("{most}я")), Err(TextProblem::TooLong));
    }
}
