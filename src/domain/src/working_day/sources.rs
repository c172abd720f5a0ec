//! Sources of the calendar.

use crate::citation::Citation;

/// The feasts, and the rule that moves them.
pub const LABOUR_CODE: Citation = Citation {
    title: "Кодекс на труда, чл. 154 (изм. ДВ, бр. 105 от 2016, в сила от 01.01.2017; бр. 107 от 2020)",
    url: Some(
        "https://mnogoznaiko.com/%D1%87%D0%BB-154-%D0%BA%D0%BE%D0%B4%D0%B5%D0%BA%D1%81-%D0%BD%D0%B0-%D1%82%D1%80%D1%83%D0%B4%D0%B0/",
    ),
    stated: "2020",
};

/// The days off of 2026, and the number of its working days.
pub const YEAR_2026: Citation = Citation {
    title: "През 2026 г. най-малко ще работим през месец май (248 работни дни)",
    url: Some("https://trud.bg/a/articles/prez-2026-g-naymalko-shte-rabotim-prez-mesets-may"),
    stated: "2025-12-26",
};

/// Two days off for the change to the euro, by decision of the Council of Ministers.
pub const EURO_DAYS: Citation = Citation {
    title: "Официално: 31 декември и 2 януари ще са неработни дни",
    url: Some(
        "https://www.vesti.bg/bulgaria/oficialno-31-dekemvri-i-2-ianuari-shte-sa-nerabotni-dni-6244510",
    ),
    stated: "2025-11-19",
};
