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
