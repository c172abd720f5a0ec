//! The minimum wage. Until 06.08.2012 the user fees were shares of it; since then it only explains old
//! amounts.

use crate::citation::{Citation, Confidence};
use crate::money::Money;
use crate::rules::{Dated, Scope, Series, Span, day, series};

const TABLE: Citation = Citation {
    title: "Минимална работна заплата за страната за периода 2000 – 2021",
    url: Some(
        "http://trudipravo.bg/index.php/znanie-za-vas/3893-minimalna-rabotna-zaplata-za-stranata-za-perioda-2000-2021",
    ),
    stated: "2021",
};
const SINCE_2022: Citation = Citation {
    title: "Минималната работна заплата става 710 лева",
    url: Some("https://dariknews.bg/novini/bylgariia/minimalnata-rabotna-zaplata-stava-710-leva-2305776"),
    stated: "2022-04-01",
};
const SINCE_2023: Citation = Citation {
    title: "Минималната работна заплата 2020 – 2026",
    url: Some("https://btvnovinite.bg/"),
    stated: "2025-09-25",
};
const EURO: Citation = Citation {
    title: "Министерският съвет прие минимална работна заплата от 620,20 евро (1213 лв.)",
    url: Some("https://www.burgasinfo.com/news/view/12/146545"),
    stated: "2025-11-13",
};

const fn table(
    from: chrono::NaiveDate,
    until: chrono::NaiveDate,
    whole_lev: i64,
    source: Citation,
) -> Span<Money> {
    Span::known(from, until, Money::lev(whole_lev * 100), source, Confidence::Press)
}

/// Gross monthly minimum wage for the country.
pub static MINIMUM_WAGE: Series<Money> = series!(
    "minimum_wage",
    Scope::Law,
    day!("2026-01-01"),
    [
        table(day!("2005-01-01"), day!("2006-01-01"), 150, TABLE),
        table(day!("2006-01-01"), day!("2007-01-01"), 160, TABLE),
        table(day!("2007-01-01"), day!("2008-01-01"), 180, TABLE),
        table(day!("2008-01-01"), day!("2009-01-01"), 220, TABLE),
        table(day!("2009-01-01"), day!("2011-09-01"), 240, TABLE),
        table(day!("2011-09-01"), day!("2012-05-01"), 270, TABLE),
        table(day!("2012-05-01"), day!("2013-01-01"), 290, TABLE),
        table(day!("2013-01-01"), day!("2014-01-01"), 310, TABLE),
        table(day!("2014-01-01"), day!("2015-01-01"), 340, TABLE),
        table(day!("2015-01-01"), day!("2015-07-01"), 360, TABLE),
        table(day!("2015-07-01"), day!("2016-01-01"), 380, TABLE),
        table(day!("2016-01-01"), day!("2017-01-01"), 420, TABLE),
        table(day!("2017-01-01"), day!("2018-01-01"), 460, TABLE),
        table(day!("2018-01-01"), day!("2019-01-01"), 510, TABLE),
        table(day!("2019-01-01"), day!("2020-01-01"), 560, TABLE),
        table(day!("2020-01-01"), day!("2021-01-01"), 610, TABLE),
        table(day!("2021-01-01"), day!("2022-04-01"), 650, TABLE),
        table(day!("2022-04-01"), day!("2023-01-01"), 710, SINCE_2022),
        table(day!("2023-01-01"), day!("2024-01-01"), 780, SINCE_2023),
        table(day!("2024-01-01"), day!("2025-01-01"), 933, SINCE_2023),
        table(day!("2025-01-01"), day!("2026-01-01"), 1077, SINCE_2023),
        Span::since(day!("2026-01-01"), Money::euro(62_020), EURO, Confidence::Press),
    ]
);

/// Series of this module.
pub const SERIES: &[&dyn Dated] = &[&MINIMUM_WAGE];
