//! What is meant, apart from any language.

use chrono::NaiveDate;
use domain::moment::{Moment, Zone};
use domain::money::Money;

/// A message: which text, and what goes into its placeholders.
#[derive(Debug, Clone, PartialEq)]
pub struct Msg {
    pub(super) area: usize,
    pub(super) text: usize,
    pub(super) count: Option<usize>,
    pub(super) args: Vec<(&'static str, Arg)>,
}

impl Msg {
    /// Called by the generated functions only.
    pub(super) fn new(
        area: usize,
        text: usize,
        count: Option<usize>,
        args: Vec<(&'static str, Arg)>,
    ) -> Self {
        Self { area, text, count, args }
    }
}

/// Something that goes into a placeholder; dates and amounts are written in the language of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// As it is.
    Text(String),
    /// A whole number.
    Number(usize),
    /// Another message.
    Message(Box<Msg>),
    /// A day, in words.
    Day(NaiveDate),
    /// A day, in figures.
    ShortDay(NaiveDate),
    /// When something happened, in words, for a reader in this zone.
    Moment(Moment, Zone),
    /// An amount of money.
    Money(Money),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Msg> for Arg {
    fn from(message: Msg) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<(Moment, Zone)> for Arg {
    fn from((moment, zone): (Moment, Zone)) -> Self {
        Self::Moment(moment, zone)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}
