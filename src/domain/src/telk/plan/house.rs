//! What follows from the house rules of a practice: reached only by who is its patient.

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::rules::sources::{PRACTICE_POSTS_2019, PRACTICE_TELK_2019};
use crate::rules::{Basis, NoData, PUBLISHED_RULES, Scope};
use crate::telk::plan::{DayOf, Fact, Paper, Plan};
use crate::telk::{Charge, Cost, Initiator, NoDate, ProtocolDate, file_cost, protocol_cost, protocol_date};
use crate::validity::{Kind, Runs, validity};

/// The list of papers (PR-09).
pub const PAPERS_SOURCE: Citation = PRACTICE_TELK_2019;
/// Who pays for tests (PR-06).
pub const TESTS_SOURCE: Citation = PRACTICE_TELK_2019;
/// That a referral for TELK is form № 6 and not № 3, and what to do when a specialist refuses it (PR-07, PR-27).
pub const REFERRAL_SOURCE: Citation = PRACTICE_POSTS_2019;

/// The practice whose rules are published, as the practice of the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct House(());

/// By when the file is to be back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// The last day.
    pub by: NaiveDate,
    /// By which rule.
    pub basis: Basis,
}

impl House {
    /// Whose patient somebody is, by the key of the practice. `None` of a practice that publishes no rules, and where no practice
    /// is known: then one asks one's own.
    #[must_use]
    pub fn of(practice: Option<&str>) -> Option<Self> {
        Scope::Practice(PUBLISHED_RULES).applies_to(practice).then_some(Self(()))
    }

    /// Whose rules they are.
    #[must_use]
    pub const fn scope(self) -> Scope {
        Scope::Practice(PUBLISHED_RULES)
    }

    /// When the protocol is made that is asked for on `asked`.
    ///
    /// # Errors
    ///
    /// [`NoDate`], never [`NoDate::OtherPractice`].
    pub fn protocol(self, asked: NaiveDate, today: NaiveDate) -> Result<ProtocolDate, NoDate> {
        protocol_date(PUBLISHED_RULES.0, asked, today)
    }

    /// What the protocol costs.
    ///
    /// # Errors
    ///
    /// [`NoData`] for days of which the rules do not speak.
    pub fn protocol_cost(
        self,
        on: NaiveDate,
        initiator: Initiator,
        today: NaiveDate,
    ) -> Result<Cost, NoData<Charge>> {
        protocol_cost(on, initiator, today)
    }

    /// What putting the file together costs.
    ///
    /// # Errors
    ///
    /// [`NoData`] for days of which the rules do not speak.
    pub fn file_cost(self, on: NaiveDate, today: NaiveDate) -> Result<Cost, NoData<Charge>> {
        file_cost(on, today)
    }

    /// By when a file is to be back that was handed over on `lent`. `None` in the answer beyond the calendar.
    ///
    /// # Errors
    ///
    /// [`NoData`] for days of which the rules do not speak.
    pub fn file_back(self, lent: NaiveDate, today: NaiveDate) -> Result<Option<Back>, NoData<Runs>> {
        // A file that is going to be handed over comes back by the rule of today.
        let known = validity(Kind::TelkFile, lent.min(today), today)?;
        Ok(known.runs.last_day(lent).map(|by| Back { by, basis: known.basis }))
    }

    /// The papers to bring to the visit for the protocol: those that concern the patient as far as they said, in the order of the
    /// list. What depends on a fact that was not said is left in.
    #[must_use]
    pub fn papers(self, plan: &Plan) -> Vec<Paper> {
        let concerns = |paper: &Paper| match paper {
            Paper::Address => plan.fact(Fact::OtherAddress) != Some(false),
            Paper::Decision => plan.fact(Fact::Decided) != Some(false),
            Paper::Identity | Paper::Medical | Paper::Tests | Paper::Diseases | Paper::Medicines => true,
        };
        <Paper as crate::coded::Code>::ALL.iter().copied().filter(concerns).collect()
    }

    /// How many of them are not ready yet.
    #[must_use]
    pub fn missing(self, plan: &Plan) -> usize {
        self.papers(plan).iter().filter(|paper| !plan.ready.contains(paper)).count()
    }

    /// The day by whose rule the protocol is paid: that of the request, or today.
    #[must_use]
    pub fn protocol_day(self, plan: &Plan, today: NaiveDate) -> NaiveDate {
        plan.day(DayOf::Asked).unwrap_or(today)
    }

    /// The day by whose rule the file is put together: that of the visit, or today.
    #[must_use]
    pub fn file_day(self, plan: &Plan, today: NaiveDate) -> NaiveDate {
        plan.day(DayOf::Visit).unwrap_or(today)
    }
}
