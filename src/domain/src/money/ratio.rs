//! Exact rates: a percentage or a conversion rate is a fraction of whole numbers.

use std::fmt;

/// A non-negative fraction, such as 8 % = 8/100 or 1.95583 = 195583/100000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u32,
    denominator: u32,
}

impl Ratio {
    /// The fraction `N / D`; a zero denominator does not compile.
    ///
    /// ```
    /// use domain::money::Ratio;
    /// assert_eq!(Ratio::of::<195_583, 100_000>().to_string(), "195583/100000");
    /// ```
    ///
    /// ```compile_fail
    /// let never = domain::money::Ratio::of::<1, 0>();
    /// ```
    #[must_use]
    pub const fn of<const N: u32, const D: u32>() -> Self {
        const { assert!(D != 0, "nothing is divided by zero") }
        Self { numerator: N, denominator: D }
    }

    /// So many hundredths.
    #[must_use]
    pub const fn percent(hundredths: u32) -> Self {
        Self { numerator: hundredths, denominator: 100 }
    }

    /// Above the line.
    #[must_use]
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// Below the line; never zero.
    #[must_use]
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// How many hundredths it is: 8 % is 8, a half is 50. `None` if it is no whole number of them.
    ///
    /// ```
    /// use domain::money::Ratio;
    /// assert_eq!(Ratio::of::<1, 2>().in_percent(), Some(50));
    /// assert_eq!(Ratio::of::<1, 3>().in_percent(), None);
    /// ```
    #[must_use]
    pub const fn in_percent(self) -> Option<u32> {
        let hundredths = self.numerator as u64 * 100;
        let whole = hundredths / self.denominator as u64;
        // A percentage beyond 32 bits is none that anybody could read.
        let fits = whole * self.denominator as u64 == hundredths && whole <= u32::MAX as u64;
        #[allow(clippy::cast_possible_truncation, reason = "checked in the line above")]
        if fits { Some(whole as u32) } else { None }
    }

    /// What is missing to the whole: of 60 % it is 40 %. Nothing is missing to more than the whole.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self { numerator: self.denominator.saturating_sub(self.numerator), denominator: self.denominator }
    }
}

/// As a fraction, `8/100`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
