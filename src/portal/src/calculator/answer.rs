//! What a calculator answers: the sentence, then the working.
//!
//! Answers are put together at hundreds of places. What puts them together is never inlined: that would double the calculators.

use chrono::NaiveDate;
use domain::money::{Currency, Money, euro};
use domain::rules::{Conflict, NoData, Why};

use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::source::Source;

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// How it is meant.
    pub tone: Tone,
    /// All of it in a sentence, with the amount or the date in it.
    pub sentence: Msg,
    /// The working: every line with its source.
    pub lines: Vec<Line>,
    /// What the lines come to, if they are added up.
    pub total: Option<Line>,
    /// Where it goes, as a picture.
    pub picture: Option<Picture>,
    /// What else there is to know.
    pub notes: Vec<Note>,
}

/// How an answer, or a note, is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// An answer.
    Plain,
    /// Good news: nothing to pay, still in time.
    Good,
    /// Something to heed.
    Heed,
    /// Bad news: too late, not possible.
    Bad,
    /// Nothing is known.
    Unknown,
}

/// A line of the working.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is about, such as "from 20 to 29 December: 10 days at 4.80 leva".
    pub what: Msg,
    /// What it comes to: an amount, a day, a number of days.
    pub value: Option<Msg>,
    /// The rule in words.
    pub why: Option<Msg>,
    /// What it rests on.
    pub source: Option<Source>,
}

/// Something else to know: a contradiction of sources, a proof to bring, what is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// How it is meant.
    pub tone: Tone,
    /// In words.
    pub text: Msg,
    /// Where it is written.
    pub sources: Vec<Source>,
}

/// Shares of a whole, drawn as one bar. The legend says the same in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What the whole is.
    pub label: Msg,
    /// Its shares, in order; one of size 0 stands in the legend only.
    pub shares: Vec<Share>,
}

/// A share of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// What it is.
    pub label: Msg,
    /// How much, in words.
    pub value: Msg,
    /// How much, in any unit that all shares have: cents, days.
    pub size: u64,
}

impl Answer {
    /// A sentence without anything else.
    #[inline(never)]
    pub fn new(tone: Tone, sentence: Msg) -> Self {
        Self { tone, sentence, lines: Vec::new(), total: None, picture: None, notes: Vec::new() }
    }

    /// The same with one more line.
    #[inline(never)]
    pub fn line(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }

    /// The same with what the lines come to.
    #[inline(never)]
    pub fn total(self, total: Line) -> Self {
        Self { total: Some(total), ..self }
    }

    /// The same with a picture.
    #[inline(never)]
    pub fn picture(self, picture: Picture) -> Self {
        Self { picture: Some(picture), ..self }
    }

    /// The same with one more note.
    #[inline(never)]
    pub fn note(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }
}

impl Line {
    /// A line without value, rule or source.
    #[inline(never)]
    pub fn new(what: Msg) -> Self {
        Self { what, value: None, why: None, source: None }
    }

    /// The same with what it comes to.
    #[inline(never)]
    pub fn value(self, value: Msg) -> Self {
        Self { value: Some(value), ..self }
    }

    /// The same with the rule in words.
    #[inline(never)]
    pub fn why(self, why: Msg) -> Self {
        Self { why: Some(why), ..self }
    }

    /// The same with what it rests on.
    pub fn source(self, source: impl Into<Source>) -> Self {
        self.sourced(source.into())
    }

    #[inline(never)]
    fn sourced(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }
}

impl Note {
    /// A note.
    #[inline(never)]
    pub fn new(tone: Tone, text: Msg) -> Self {
        Self { tone, text, sources: Vec::new() }
    }

    /// The same with where it is written.
    pub fn source(self, source: impl Into<Source>) -> Self {
        self.sourced(source.into())
    }

    #[inline(never)]
    fn sourced(mut self, source: Source) -> Self {
        self.sources.push(source);
        self
    }

    /// Sources contradict each other: both are shown. `other` says what it would be by the reading that is not followed.
    #[inline(never)]
    pub fn conflict(conflict: Conflict, other: Msg) -> Self {
        let note = Self::new(Tone::Heed, c::conflict(other, super::conflict(conflict)));
        conflict.readings().into_iter().fold(note, |note, reading| {
            let source = Source { rule: reading.rule, ..Source::from(reading.citation) };
            note.source(source)
        })
    }
}

/// An amount as it is shown: what was due in lev has the euro beside it.
#[inline(never)]
pub fn amount(money: Money) -> Msg {
    match (money.currency, euro::in_euro(money)) {
        (Currency::Bgn, Ok(euro)) => c::amount_both(euro, money),
        _ => c::amount_one(money),
    }
}

/// The honest answer where nothing is known: why, and what is known instead. `words` says what a value means.
pub fn nothing_known<T: Copy>(no_data: NoData<T>, words: impl Fn(T) -> Msg) -> Answer {
    let known = no_data.known.map(|entry| (words(entry.value), Source::from(entry)));
    without_data(no_data.day, no_data.why, known)
}

/// The same, whatever the type of the value.
#[inline(never)]
fn without_data(day: NaiveDate, why: Why, known: Option<(Msg, Source)>) -> Answer {
    let sentence = match why {
        Why::Future => c::no_data_future(day),
        Why::DeclaredGap(_) => c::no_data_gap(day),
        Why::BeforeFirst => c::no_data_before(day),
        Why::Unverified => c::no_data_unverified(day),
    };
    let answer = Answer::new(Tone::Unknown, sentence);
    let answer = match why {
        Why::DeclaredGap(remark) => answer.note(Note::new(Tone::Unknown, crate::source::remark(remark))),
        Why::Future | Why::BeforeFirst | Why::Unverified => answer,
    };
    match known {
        Some((value, source)) => {
            let what = if why == Why::Unverified { c::known_unverified() } else { c::known() };
            answer.line(Line::new(what).value(value).source(source))
        }
        None => answer,
    }
}
