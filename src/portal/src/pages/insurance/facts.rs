//! What a rule says for a month, and what is known of it where it says nothing.

use chrono::NaiveDate;
use domain::insurance::amounts::{MINIMUM_INCOME, NO_OTHER_PART, RATE};
use domain::money::Ratio;
use domain::rules::{NoData, Series, Why};

use crate::calculator::{Line, amount};
use crate::i18n::Msg;
use crate::i18n::texts::insurance as i;
use crate::source::remark;

/// What a rule says for a day; where it says nothing, why, and the value that is known nearby.
pub fn fact<T: Copy>(
    label: Msg,
    series: &'static Series<T>,
    (day, today): (NaiveDate, NaiveDate),
    words: impl Fn(T) -> Msg,
) -> Line {
    match series.sourced(day, today) {
        Ok(found) => Line::new(label).value(words(found.value)).source(found.basis),
        Err(NoData { why, known, .. }) => {
            let line = Line::new(label).why(reason(why));
            match known {
                Some(entry) => line.value(words(entry.value)).source(entry),
                None => line.value(i::fact_none()),
            }
        }
    }
}

fn reason(why: Why) -> Msg {
    match why {
        Why::Future => i::fact_future(),
        Why::BeforeFirst => i::fact_before(),
        Why::Unverified => i::fact_unverified(),
        Why::DeclaredGap(why) => i::fact_gap(remark(why)),
    }
}

/// What the least contribution of who has no other ground follows from.
pub fn least(days: (NaiveDate, NaiveDate)) -> [Line; 3] {
    [
        fact(i::rate(), &RATE, days, share),
        fact(i::minimum(), &MINIMUM_INCOME, days, amount),
        fact(i::part_other(), &NO_OTHER_PART, days, share),
    ]
}

/// A share, in hundredths where it is a whole number of them.
pub fn share(ratio: Ratio) -> Msg {
    match ratio.in_percent() {
        Some(hundredths) => i::percent(hundredths.to_string()),
        None => i::fraction(ratio.numerator().to_string(), ratio.denominator().to_string()),
    }
}
