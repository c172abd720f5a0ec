//! What a calculator asks.

use domain::coded::Code;
use domain::money::Currency;
use domain::rules::Regime;

use crate::calculator::given::{NO, YES};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its name: in the address, and as the id of its field. Unique within the calculator.
    pub id: &'static str,
    /// The question.
    pub label: Msg,
    /// What helps to answer it.
    pub hint: Option<Msg>,
    /// How it is answered.
    pub kind: Kind,
    /// What holds as long as nothing is typed, written as somebody would type it.
    pub granted: Option<String>,
    /// There is an answer without it.
    pub optional: bool,
    /// It tells something of a person (birth, income, health): never part of an address.
    pub private: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// With a day.
    Day,
    /// With a month.
    Month,
    /// With an amount.
    Amount(Currency),
    /// With a whole number between two, both included.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// With one of several.
    One(Vec<Choice>),
    /// With any of several, or none.
    Any(Vec<Choice>),
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its code.
    pub code: &'static str,
    /// Its words.
    pub label: Msg,
    /// What it means, where that is not plain.
    pub hint: Option<Msg>,
}

impl Choice {
    /// One of several answers.
    #[inline(never)]
    pub fn new(code: &'static str, label: Msg) -> Self {
        Self { code, label, hint: None }
    }

    /// The same, explained.
    #[inline(never)]
    pub fn hint(self, hint: Msg) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// Yes, or no.
pub fn yes_or_no() -> Kind {
    Kind::One(vec![Choice::new(YES, c::yes()), Choice::new(NO, c::no())])
}

/// Name of the question by which rules.
pub const REGIME: &str = "regime";

/// By which of the two rule sets.
pub fn regime() -> Question {
    let regimes = vec![
        Choice::new(Regime::Law.code(), c::regime_law()),
        Choice::new(Regime::Guide2010.code(), c::regime_guide()).hint(c::regime_guide_hint()),
    ];
    Question::new(REGIME, c::regime(), Kind::One(regimes)).granted(Regime::Law.code())
}

impl Question {
    /// A question that has to be answered and may stand in an address.
    #[inline(never)]
    pub fn new(id: &'static str, label: Msg, kind: Kind) -> Self {
        Self { id, label, hint: None, kind, granted: None, optional: false, private: false }
    }

    /// The same, with what helps to answer it.
    #[inline(never)]
    pub fn hint(self, hint: Msg) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The same, with what holds as long as nothing is typed.
    pub fn granted(self, text: impl Into<String>) -> Self {
        Self { granted: Some(text.into()), ..self }
    }

    /// The same; it may stay without an answer.
    #[inline(never)]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same; the answer never stands in an address.
    #[inline(never)]
    pub fn private(self) -> Self {
        Self { private: true, ..self }
    }
}
