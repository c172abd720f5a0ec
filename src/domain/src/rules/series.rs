//! A rule over time: values with the days on which they hold, and declared gaps.

use chrono::NaiveDate;

use crate::citation::{Citation, Confidence};
use crate::rules::remark::Remark;
use crate::rules::scope::Scope;

/// A value and the time in which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<T> {
    /// What holds.
    pub value: T,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it no longer holds; `None` as long as no end is known.
    pub until: Option<NaiveDate>,
    /// Where it is written.
    pub citation: Citation,
    /// The rule's own id in that source, such as `BG10-11` or `PR-58`.
    pub rule: Option<&'static str>,
    /// How well the citation supports it.
    pub confidence: Confidence,
    /// What has to be said beside it.
    pub remark: Option<Remark>,
}

/// A time of which nothing certain is known, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// First day.
    pub from: NaiveDate,
    /// First day after it; `None` as long as no end is known.
    pub until: Option<NaiveDate>,
    /// Why nothing is known.
    pub why: Remark,
}

/// A stretch of time in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<T> {
    /// A value holds.
    Known(Entry<T>),
    /// Nothing certain is known.
    Unknown(Gap),
}

impl<T: Copy> Span<T> {
    /// A value that held from one day up to, not including, another.
    #[must_use]
    pub const fn known(
        from: NaiveDate,
        until: NaiveDate,
        value: T,
        citation: Citation,
        confidence: Confidence,
    ) -> Self {
        let until = Some(until);
        Self::Known(Entry { value, from, until, citation, rule: None, confidence, remark: None })
    }

    /// A value that holds from a day on, with no known end.
    #[must_use]
    pub const fn since(from: NaiveDate, value: T, citation: Citation, confidence: Confidence) -> Self {
        Self::Known(Entry { value, from, until: None, citation, rule: None, confidence, remark: None })
    }

    /// A declared gap.
    #[must_use]
    pub const fn unknown(from: NaiveDate, until: NaiveDate, why: Remark) -> Self {
        Self::Unknown(Gap { from, until: Some(until), why })
    }

    /// A declared gap with no known end.
    #[must_use]
    pub const fn unknown_since(from: NaiveDate, why: Remark) -> Self {
        Self::Unknown(Gap { from, until: None, why })
    }

    /// The same, with the rule's id in its source. A gap has none and stays as it is.
    #[must_use]
    pub const fn rule(self, id: &'static str) -> Self {
        match self {
            Self::Known(entry) => Self::Known(Entry { rule: Some(id), ..entry }),
            Self::Unknown(gap) => Self::Unknown(gap),
        }
    }

    /// The same, with a remark; of a gap it becomes the reason.
    #[must_use]
    pub const fn remark(self, remark: Remark) -> Self {
        match self {
            Self::Known(entry) => Self::Known(Entry { remark: Some(remark), ..entry }),
            Self::Unknown(gap) => Self::Unknown(Gap { why: remark, ..gap }),
        }
    }
}

impl<T> Span<T> {
    /// First day.
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        match self {
            Self::Known(entry) => entry.from,
            Self::Unknown(gap) => gap.from,
        }
    }

    /// First day after it, if an end is known.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        match self {
            Self::Known(entry) => entry.until,
            Self::Unknown(gap) => gap.until,
        }
    }
}

/// What is wrong with a series. [`series!`](crate::series) turns each into a compile error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesError {
    /// It has no id.
    NoId,
    /// It has no spans.
    Empty,
    /// A span ends on the day it starts, or before.
    EndsBeforeStart,
    /// A span starts before the one in front of it has ended.
    Overlap,
    /// Between two spans there are days of which nothing is declared.
    UndeclaredGap,
    /// The last span has an end, so that later days are not declared.
    UndeclaredEnd,
    /// An entry's citation has no title, no date, or an address that is none; or its rule id is empty.
    NoCitation,
    /// It is said to be verified up to a day before its first.
    VerifiedBeforeStart,
}

impl SeriesError {
    /// The compiler's message.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoId => "the series has no id",
            Self::Empty => "the series has no spans",
            Self::EndsBeforeStart => "a span does not end after it starts",
            Self::Overlap => "two spans overlap, or are out of order",
            Self::UndeclaredGap => "an undeclared gap: declare it with Span::unknown",
            Self::UndeclaredEnd => "the last span has an end: declare what comes after it",
            Self::NoCitation => "an entry lacks its citation",
            Self::VerifiedBeforeStart => "verified up to a day before the first",
        }
    }
}

/// A rule over time.
///
/// Made with [`series!`](crate::series), so that a mistake in it does not compile.
#[derive(Debug)]
pub struct Series<T: 'static> {
    id: &'static str,
    scope: Scope,
    verified_through: NaiveDate,
    spans: &'static [Span<T>],
}

impl<T> Series<T> {
    /// A checked series: spans in order, without overlap, every day from the first on declared, every entry
    /// cited.
    ///
    /// # Errors
    ///
    /// The first mistake found.
    pub const fn new(
        id: &'static str,
        scope: Scope,
        verified_through: NaiveDate,
        spans: &'static [Span<T>],
    ) -> Result<Self, SeriesError> {
        if id.is_empty() {
            return Err(SeriesError::NoId);
        }
        let mut at = 0;
        while at < spans.len() {
            if let Some(error) =
                mistake(&spans[at], if at + 1 < spans.len() { Some(&spans[at + 1]) } else { None })
            {
                return Err(error);
            }
            at += 1;
        }
        if spans.is_empty() {
            return Err(SeriesError::Empty);
        }
        if before(verified_through, spans[0].from()) {
            return Err(SeriesError::VerifiedBeforeStart);
        }
        Ok(Self { id, scope, verified_through, spans })
    }

    /// Its stable id, such as `fee.visit`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Whose rule it is.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// The last day for which a source confirms it.
    #[must_use]
    pub const fn verified_through(&self) -> NaiveDate {
        self.verified_through
    }

    /// Its spans, in order.
    #[must_use]
    pub const fn spans(&self) -> &'static [Span<T>] {
        self.spans
    }
}

const fn mistake<T>(span: &Span<T>, next: Option<&Span<T>>) -> Option<SeriesError> {
    if let Span::Known(entry) = span {
        let named = match entry.rule {
            Some(rule) => !rule.is_empty(),
            None => true,
        };
        if !named || !entry.citation.is_complete() {
            return Some(SeriesError::NoCitation);
        }
    }
    match (span.until(), next) {
        (Some(until), _) if !before(span.from(), until) => Some(SeriesError::EndsBeforeStart),
        (Some(until), Some(next)) if before(next.from(), until) => Some(SeriesError::Overlap),
        (Some(until), Some(next)) if before(until, next.from()) => Some(SeriesError::UndeclaredGap),
        (None, Some(_)) => Some(SeriesError::Overlap),
        (Some(_), None) => Some(SeriesError::UndeclaredEnd),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

const fn before(day: NaiveDate, other: NaiveDate) -> bool {
    day.to_epoch_days() < other.to_epoch_days()
}
