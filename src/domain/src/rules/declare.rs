//! How a series is declared, and the proof that a wrong one does not compile.

/// Declares a series: id, scope, the last day a source confirms it for, and its spans in order.
///
/// ```
/// use domain::citation::{Citation, Confidence};
/// use domain::rules::{Remark, Scope, Series, Span, day, series};
///
/// const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
///
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::since(day!("2012-01-01"), 14, SOURCE, Confidence::Press),
/// ]);
/// assert_eq!(DAYS.spans().len(), 3);
/// ```
///
/// The same with a day nobody spoke of does not compile,
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-02"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::since(day!("2012-01-01"), 14, SOURCE, Confidence::Press),
/// ]);
/// ```
///
/// nor with a day spoken of twice,
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-02"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::since(day!("2012-01-01"), 14, SOURCE, Confidence::Press),
/// ]);
/// ```
///
/// nor out of order,
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::since(day!("2012-01-01"), 14, SOURCE, Confidence::Press),
/// ]);
/// ```
///
/// nor with an end after which nothing is declared,
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
/// ]);
/// ```
///
/// nor with an empty citation,
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::since(day!("2012-01-01"), 14, SOURCE, Confidence::Press),
/// ]);
/// ```
///
/// nor with none.
///
/// ```compile_fail
/// # use domain::citation::{Citation, Confidence};
/// # use domain::rules::{Remark, Scope, Series, Span, day, series};
/// # const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
/// static DAYS: Series<u32> = series!("example.days", Scope::Law, day!("2012-06-01"), [
///     Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official),
///     Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
///     Span::since(day!("2012-01-01"), 14, Confidence::Press),
/// ]);
/// ```
#[macro_export]
macro_rules! series {
    ($id:expr, $scope:expr, $verified_through:expr, $spans:expr $(,)?) => {
        const {
            match $crate::rules::Series::new($id, $scope, $verified_through, const { &$spans }) {
                Ok(series) => series,
                Err(error) => panic!("{}", error.message()),
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::citation::{Citation, Confidence};
    use crate::rules::{Remark, Scope, Series, SeriesError, Span, day};

    const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
    const NAMELESS: Citation = Citation { title: "", ..SOURCE };
    const ASTRAY: Citation = Citation { url: Some("ftp://example.org"), ..SOURCE };

    const FIRST: Span<u32> =
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official);
    const LAST: Span<u32> = Span::since(day!("2011-01-01"), 14, SOURCE, Confidence::Press);
    const REST: Span<u32> = Span::unknown_since(day!("2011-01-01"), Remark::NoSourceFound);

    fn error(spans: &'static [Span<u32>]) -> Option<SeriesError> {
        Series::new("x", Scope::Law, day!("2012-01-01"), spans).err()
    }

    #[test]
    fn a_series_without_mistakes_is_one() {
        static RIGHT: Series<u32> = series!("x", Scope::Law, day!("2012-01-01"), [FIRST, LAST]);
        assert_eq!(RIGHT.id(), "x");
        assert_eq!(error(&[FIRST, REST]), None);
    }

    #[test]
    fn every_mistake_has_its_name() {
        const LATER: Span<u32> = Span::since(day!("2011-01-02"), 14, SOURCE, Confidence::Press);
        const EARLIER: Span<u32> = Span::since(day!("2010-12-31"), 14, SOURCE, Confidence::Press);
        const NEVER: Span<u32> =
            Span::known(day!("2010-01-01"), day!("2010-01-01"), 7, SOURCE, Confidence::Official);
        const UNCITED: Span<u32> = Span::since(day!("2011-01-01"), 14, NAMELESS, Confidence::Press);
        const UNNAMED: Span<u32> = LAST.rule("");
        const MISLED: Span<u32> = Span::since(day!("2011-01-01"), 14, ASTRAY, Confidence::Press);
        assert_eq!(error(&[FIRST, LATER]), Some(SeriesError::UndeclaredGap));
        assert_eq!(error(&[FIRST, EARLIER]), Some(SeriesError::Overlap));
        assert_eq!(error(&[LAST, FIRST]), Some(SeriesError::Overlap));
        assert_eq!(error(&[NEVER, LAST]), Some(SeriesError::EndsBeforeStart));
        assert_eq!(error(&[FIRST]), Some(SeriesError::UndeclaredEnd));
        assert_eq!(error(&[FIRST, UNCITED]), Some(SeriesError::NoCitation));
        assert_eq!(error(&[FIRST, MISLED]), Some(SeriesError::NoCitation));
        assert_eq!(error(&[FIRST, UNNAMED]), Some(SeriesError::NoCitation));
        assert_eq!(error(&[]), Some(SeriesError::Empty));
        let early = Series::new("x", Scope::Law, day!("2009-12-31"), &[FIRST, LAST]);
        assert_eq!(early.err(), Some(SeriesError::VerifiedBeforeStart));
        let nameless = Series::new("", Scope::Law, day!("2012-01-01"), &[FIRST, LAST]);
        assert_eq!(nameless.err(), Some(SeriesError::NoId));
    }
}
