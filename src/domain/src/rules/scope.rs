//! Whose rule it is: the law's, the guide's, a practice's, another country's.

use std::fmt;

use crate::coded::codes;

/// A practice whose house rules are published, by the id under which patients are registered with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PracticeId(pub &'static str);

/// The practice whose posts, price list and internal rules are the source of the `PR-` rules.
pub const PUBLISHED_RULES: PracticeId = PracticeId("chobanova");

/// Where a rule holds. Rules of different scopes are never mixed in one answer without saying so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Bulgarian law and the fund's own statements, as they change over time.
    Law,
    /// The patient guide of 2010, as it was written.
    Guide2010,
    /// House rules of one practice, for its patients only.
    Practice(PracticeId),
    /// Kazakhstan's fund.
    Kazakhstan,
    /// Altai krai.
    Altai,
}

impl Scope {
    /// Whether it speaks to a patient who is registered with `practice`, if with any that publishes its
    /// rules.
    #[must_use]
    pub fn applies_to(self, practice: Option<&str>) -> bool {
        match self {
            Self::Practice(PracticeId(id)) => practice == Some(id),
            Self::Law | Self::Guide2010 | Self::Kazakhstan | Self::Altai => true,
        }
    }
}

/// The stable notation: `law`, `guide:2010`, `practice:<id>`, `kz`, `altai`.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Law => f.write_str("law"),
            Self::Guide2010 => f.write_str("guide:2010"),
            Self::Practice(PracticeId(id)) => write!(f, "practice:{id}"),
            Self::Kazakhstan => f.write_str("kz"),
            Self::Altai => f.write_str("altai"),
        }
    }
}

codes! {
    /// Which of the two Bulgarian rule sets a calculator is asked for: the two are shown side by side, never
    /// mixed.
    pub enum Regime {
        /// The patient guide of 2010, with its own gaps and contradictions.
        Guide2010 = "guide_2010",
        /// The law on the day asked about.
        Law = "law",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn house_rules_bind_only_the_patients_of_the_house() {
        let house = Scope::Practice(PUBLISHED_RULES);
        assert!(house.applies_to(Some("chobanova")));
        assert!(!house.applies_to(Some("another")));
        assert!(!house.applies_to(None));
        assert!(Scope::Law.applies_to(None));
        assert_eq!(house.to_string(), "practice:chobanova");
    }
}
