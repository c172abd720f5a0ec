//! The board: what several people need, in one order, by what is lost first.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::citation::{Citation, DESIGN};
use crate::document::action::Attention;
use crate::document::dates::Left;
use crate::order::order;

/// The source of the order: a design decision.
pub const ORDER_SOURCE: Citation = DESIGN;

/// Something that a document needs, and the day it is for the person whose document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// What.
    pub why: Attention,
    /// Today, in that person's zone.
    pub today: NaiveDate,
}

/// When something is lost that is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// After so many more days; 0 if today is the last. What stands still loses a day each day.
    In(i64),
    /// Nothing is lost by waiting.
    Never,
    /// It was lost so many days ago: all that can still be saved comes first.
    Ago(i64),
}

impl Need {
    /// When it is lost.
    #[must_use]
    pub fn loss(&self) -> Loss {
        let day = match self.why {
            Attention::AppealEnds { last_day } | Attention::EndsSoon { last_day } => last_day,
            Attention::DocumentsMissing => return Loss::In(0),
            Attention::Ready => return Loss::Never,
        };
        match Left::until(day, self.today) {
            Left::Days(days) => Loss::In(days),
            Left::Over(days) => Loss::Ago(days),
        }
    }
}

/// Which of two needs comes first: what is lost first, then what is graver ([`Attention`]).
fn compare(one: &Need, other: &Need) -> Ordering {
    let gravity = |why: Attention| match why {
        Attention::AppealEnds { .. } => 0,
        Attention::DocumentsMissing => 1,
        Attention::EndsSoon { .. } => 2,
        Attention::Ready => 3,
    };
    one.loss().cmp(&other.loss()).then(gravity(one.why).cmp(&gravity(other.why)))
}

/// The indices of the needs, what is lost first in front. What is equal keeps its place, so that a list that was sorted by
/// person or by change stays so within.
#[must_use]
pub fn board(needs: &[Need]) -> Vec<usize> {
    order(needs.len(), &|a, b| compare(&needs[a], &needs[b]))
}
