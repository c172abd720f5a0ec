//! Who is family to the rules on leave for carers, and how many days a year are paid.

use std::fmt;

use crate::citation::Confidence::{Press, Secondary};
use crate::coded::{Code, codes};
use crate::rules::sources::PRACTICE_SICK_LEAVE_2021;
use crate::rules::{Scope, Series, Span, day, series};
use crate::sick_leave::sources::CODE_45;

codes! {
    /// Who is ill, as kin of the carer.
    pub enum Kin {
        /// Child.
        Child = "child",
        /// Parent.
        Parent = "parent",
        /// Brother or sister.
        Sibling = "sibling",
        /// Parent of the husband or wife.
        ParentInLaw = "parent_in_law",
        /// Husband or wife.
        Spouse = "spouse",
        /// Anybody else.
        Other = "other",
    }
}

/// The kin who are "family", and those who are excluded in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Family {
    /// Give a right to leave.
    pub entitled: &'static [Kin],
    /// Give none.
    pub excluded: &'static [Kin],
}

/// `child parent sibling, not parent_in_law`.
impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for kin in self.entitled {
            write!(f, "{between}{}", kin.code())?;
            between = " ";
        }
        self.excluded.iter().try_for_each(|kin| write!(f, ", not {}", kin.code()))
    }
}

/// Who is family.
pub static FAMILY: Series<Family> = series!(
    "sick_leave.family",
    Scope::Law,
    day!("2021-02-01"),
    [Span::since(
        day!("2021-02-01"),
        Family { entitled: &[Kin::Child, Kin::Parent, Kin::Sibling], excluded: &[Kin::ParentInLaw] },
        PRACTICE_SICK_LEAVE_2021,
        Secondary
    )
    .rule("PR-35")]
);

/// How many days in a calendar year are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaidDays {
    /// For members of the family of 18 or older; each insured person has them.
    pub adult: u32,
    /// For a child under 18; all members of the family have them together.
    pub child: u32,
}

/// `10 and 60 days`.
impl fmt::Display for PaidDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} days", self.adult, self.child)
    }
}

/// What the institute pays.
pub static PAID: Series<PaidDays> = series!(
    "sick_leave.carer_paid",
    Scope::Law,
    day!("2021-02-01"),
    [Span::since(day!("2021-02-01"), PaidDays { adult: 10, child: 60 }, CODE_45, Press).rule("PR-34")]
);

/// Who has completed so many years is no child to these rules.
pub const MAJORITY: u32 = 18;
/// Up to this birthday a hospital stay with the child is paid apart.
pub const INFANCY: u32 = 3;

codes! {
    /// Ages that these rules tell apart.
    pub enum AgeBand {
        /// Younger than [`INFANCY`].
        Infant = "under_3",
        /// From there on, younger than [`MAJORITY`].
        Minor = "under_18",
        /// From there on.
        Adult = "adult",
    }
}

impl AgeBand {
    /// The least completed years in it.
    ///
    /// ```
    /// use domain::sick_leave::AgeBand;
    /// assert_eq!(AgeBand::Minor.least_years(), 3);
    /// ```
    #[must_use]
    pub const fn least_years(self) -> u32 {
        match self {
            Self::Infant => 0,
            Self::Minor => INFANCY,
            Self::Adult => MAJORITY,
        }
    }
}
