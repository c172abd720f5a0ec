//! Sources on the rights of those whose data are kept.

use crate::citation::Citation;

/// By when a request is answered (article 12, paragraph 3). The regulation applies from 25.05.2018 (article 99).
pub const ANSWER_TERM: Citation = Citation {
    title: "Регламент (ЕС) 2016/679 (Общ регламент относно защитата на данните), чл. 12, параграф 3",
    url: Some("https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
    stated: "2016-04-27",
};

/// How a period in months runs and ends (article 3), where a regulation of the Union sets it.
pub const PERIODS: Citation = Citation {
    title: "Регламент (ЕИО, Евратом) № 1182/71 за определяне на правилата, приложими за срокове, дати и крайни срокове, чл. 3",
    url: Some("https://eur-lex.europa.eu/eli/reg/1971/1182/oj"),
    stated: "1971-06-03",
};
