//! Asking a rule about something one plans.

use chrono::NaiveDate;

use crate::rules::lookup::{NoData, Sourced, Status, Why};
use crate::rules::series::Series;

/// What a series says about an event on `day`, or, where the event is still planned and no source speaks for
/// its day, what the rule is today: "if I ask for it then, and nothing changes". Such an answer is never
/// confirmed.
///
/// For terms, hours, and who has to come to a visit. Amounts of days to come are "no data".
///
/// # Errors
///
/// [`NoData`] where the series gives no value for the day, nor, of a day to come, for today.
pub fn planned<T: Copy>(
    series: &'static Series<T>,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Sourced<T>, NoData<T>> {
    match series.sourced(day, today) {
        Err(NoData { why: Why::Future, .. }) => series.sourced(today, today).map(|mut now| {
            now.basis.status = Status::NotConfirmedSince(series.verified_through().min(today));
            now
        }),
        said => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::{Citation, Confidence};
    use crate::rules::{Remark, Scope, Span, day, series};

    const SOURCE: Citation = Citation { title: "Правилник", url: None, stated: "2021" };
    static DAYS: Series<u32> = series!(
        "x",
        Scope::Law,
        day!("2021-06-01"),
        [
            Span::unknown(day!("2020-01-01"), day!("2021-01-01"), Remark::NoSourceFound),
            Span::since(day!("2021-01-01"), 3, SOURCE, Confidence::Official),
        ]
    );

    #[test]
    fn a_plan_is_answered_by_the_rule_of_today_and_never_as_confirmed() {
        let today = day!("2026-11-22");
        let said = planned(&DAYS, day!("2026-12-23"), today).unwrap();
        assert_eq!((said.value, said.basis.status), (3, Status::NotConfirmedSince(day!("2021-06-01"))));
        let early = planned(&DAYS, day!("2022-01-01"), day!("2021-02-01")).unwrap();
        assert_eq!(early.basis.status, Status::NotConfirmedSince(day!("2021-02-01")));
    }

    #[test]
    fn the_past_is_answered_as_ever() {
        let today = day!("2026-11-22");
        assert_eq!(planned(&DAYS, day!("2021-03-01"), today).unwrap().basis.status, Status::Confirmed);
        assert!(planned(&DAYS, day!("2020-03-01"), today).is_err());
        assert!(planned(&DAYS, day!("2019-03-01"), today).is_err());
        assert!(planned(&DAYS, day!("2020-12-01"), day!("2020-03-01")).is_err(), "a gap is no plan");
        assert!(planned(&DAYS, day!("2021-07-01"), day!("2020-03-01")).is_err(), "today is a gap");
    }
}
