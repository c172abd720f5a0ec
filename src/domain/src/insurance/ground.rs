//! On what ground somebody is insured, and for whom the state pays.

use std::fmt;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::insurance::sources::STATE_PAYS_2023;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Scope, Series, Span, day, series};

codes! {
    /// Who owes a person's contributions.
    pub enum Ground {
        /// The employer, with a part from the employee's wage.
        Employee = "employee",
        /// The person, who works on their own account.
        SelfInsured = "self_insured",
        /// The person, who is insured on no other ground: mostly without work and without benefit.
        NoOther = "no_other_ground",
        /// The state.
        State = "state",
    }
}

impl Ground {
    /// The person owes the contributions, and loses rights by not paying them.
    #[must_use]
    pub const fn pays_for_themselves(self) -> bool {
        matches!(self, Self::SelfInsured | Self::NoOther)
    }
}

codes! {
    /// For whom the state pays.
    pub enum StateGroup {
        /// Children under 18, and until they finish secondary school.
        Child = "child",
        /// Full-time students up to 26, and doctoral students.
        Student = "student",
        /// Pensioners.
        Pensioner = "pensioner",
        /// Who receives social aid, or lives in a home.
        SociallyWeak = "socially_weak",
        /// War veterans and war invalids.
        Veteran = "veteran",
        /// Injured in their duty at the ministry of the interior or as civil servants.
        InjuredOnDuty = "injured_on_duty",
        /// Held in custody, or imprisoned.
        Detained = "detained",
        /// In proceedings for asylum.
        AsylumSeeker = "asylum_seeker",
        /// Relatives who care for somebody who has lost the capacity for work and needs help.
        Carer = "carer",
        /// "Other groups", as the guide of 2010 says without naming them.
        Other = "other",
    }
}

/// A list of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateGroups(pub &'static [StateGroup]);

/// Codes joined by `, `.
impl fmt::Display for StateGroups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, group) in self.0.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { ", " })?;
            f.write_str(group.code())?;
        }
        Ok(())
    }
}

/// For whom the state pays. The list of 2023 is known without its end, so a group that is not on it may still
/// be one.
pub static STATE_PAYS: Series<StateGroups> = series!(
    "contribution.state_pays",
    Scope::Law,
    day!("2023-12-01"),
    [
        Span::known(
            day!("2010-01-01"),
            day!("2011-01-01"),
            StateGroups(&[
                StateGroup::Child,
                StateGroup::Pensioner,
                StateGroup::SociallyWeak,
                StateGroup::Other
            ]),
            GUIDE_2010,
            Official
        )
        .rule("BG10-30"),
        Span::since(
            day!("2011-01-01"),
            StateGroups(&[
                StateGroup::Child,
                StateGroup::Student,
                StateGroup::Pensioner,
                StateGroup::SociallyWeak,
                StateGroup::Veteran,
                StateGroup::InjuredOnDuty,
                StateGroup::Detained,
                StateGroup::AsylumSeeker,
                StateGroup::Carer,
                StateGroup::Other,
            ]),
            STATE_PAYS_2023,
            Press
        ),
    ]
);
