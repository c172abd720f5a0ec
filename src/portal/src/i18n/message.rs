//! What is meant, apart from any language.

use chrono::NaiveDate;
use domain::moment::{Moment, Zone};
use domain::money::Money;
use domain::month::Month;

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

    /// The same without anything to put in.
    #[inline(never)]
    pub(super) fn plain(area: usize, text: usize) -> Self {
        Self::new(area, text, None, Vec::new())
    }

    /// The same with nothing but a number, which chooses the plural form.
    #[inline(never)]
    pub(super) fn counted(area: usize, text: usize, count: usize) -> Self {
        Self::new(area, text, Some(count), Vec::new())
    }

    /// The same with one thing to put in.
    #[inline(never)]
    pub(super) fn one(area: usize, text: usize, count: Option<usize>, name: &'static str, arg: Arg) -> Self {
        Self::new(area, text, count, vec![(name, arg)])
    }

    /// The same with two things to put in.
    #[inline(never)]
    pub(super) fn two(
        area: usize,
        text: usize,
        count: Option<usize>,
        name: &'static str,
        arg: Arg,
        other_name: &'static str,
        other: Arg,
    ) -> Self {
        Self::new(area, text, count, vec![(name, arg), (other_name, other)])
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
    /// A month, in words.
    Month(Month),
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

impl From<Month> for Arg {
    fn from(month: Month) -> Self {
        Self::Month(month)
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
