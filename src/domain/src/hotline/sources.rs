//! Sources of the lines.

use crate::citation::Citation;

/// The fund names its line as the place to report fraud.
pub const FUND_LINE: Citation = Citation {
    title: "Нови сигнали за SMS измами от името на НЗОК",
    url: Some("https://offnews.bg/zdrave/novi-signali-za-sms-izmami-ot-imeto-na-nzok-856011.html"),
    stated: "2025-11-20",
};
