//! Terms of the clocks that the law or the fund states.

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press};
use crate::rules::{Dated, Remark, Scope, Series, Span, day, series};
use crate::term::Term;

const DEVICES: Citation = Citation {
    title: "Информация за отпускане на помощни средства на хора с увреждания (yambolpress.bg)",
    url: Some(
        "http://yambolpress.bg/%D0%B8%D0%BD%D1%84%D0%BE%D1%80%D0%BC%D0%B0%D1%86%D0%B8%D1%8F-%D0%B7%D0%B0-%D0%BE%D1%82%D0%BF%D1%83%D1%81%D0%BA%D0%B0%D0%BD%D0%B5-%D0%BD%D0%B0-%D0%BF%D0%BE%D0%BC%D0%BE%D1%89%D0%BD%D0%B8-%D1%81%D1%80/",
    ),
    stated: "undated",
};
const ANSWER_43338: Citation = Citation {
    title: "НЗОК, онлайн консултации, отговор 43338 (чл. 69, ал. 11 от ППЗХУ)",
    url: Some("https://www.nhif.bg/bg/online/answers/43338"),
    stated: "2022-09-13",
};

/// The fund approves an application for an assistive device, or ends it. The fund does this since 01.07.2022.
pub static DEVICE_DECISION: Series<Term> = series!(
    "document.device_decision",
    Scope::Law,
    day!("2022-07-01"),
    [Span::since(day!("2022-07-01"), Term::Days(7), DEVICES, Press).remark(Remark::Undated)]
);

/// The right to a device is used, from the day of the medical document on which it rests.
pub static USE_RIGHT: Series<Term> = series!(
    "document.use_right",
    Scope::Law,
    day!("2022-09-13"),
    [Span::since(day!("2022-09-13"), Term::Months(6), ANSWER_43338, Official)]
);

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&DEVICE_DECISION, &USE_RIGHT];
