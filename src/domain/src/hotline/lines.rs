//! The lines.

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press};
use crate::coded::codes;
use crate::complaint::sources::KAZAKHSTAN_CHANNELS;
use crate::hotline::hours::{Days, Hours, Interval};
use crate::hotline::sources::FUND_LINE;
use crate::moment::Zone;
use crate::rules::sources::{ALTAI_REPRESENTATIVES, PRACTICE_RULES_2021};
use crate::rules::{Dated, PUBLISHED_RULES, Remark, Scope, Series, Span, day, series};

codes! {
    /// A line that people may call.
    pub enum Line {
        /// The fund's line for citizens, Bulgaria.
        Fund = "fund",
        /// The call centre for patients who have a contract with the practice that publishes its rules.
        Practice = "practice",
        /// The fund's contact centre, Kazakhstan.
        Kazakhstan = "kz_1406",
        /// The territorial fund, Altai krai.
        AltaiFund = "altai_fund",
        /// The insurer РЕСО-Мед, Altai krai.
        AltaiReso = "altai_reso",
        /// The insurer РГС-Медицина, Altai krai.
        AltaiRgs = "altai_rgs",
        /// The insurer Спасские ворота-М, Altai krai.
        AltaiSpasskie = "altai_spasskie",
    }
}

impl Line {
    /// The number as it is dialled in its country. `None` where the source gives none: the practice tells it.
    #[must_use]
    pub const fn number(self) -> Option<&'static str> {
        Some(match self {
            Self::Fund => "0800 14 800",
            Self::Practice => return None,
            Self::Kazakhstan => "1406",
            Self::AltaiFund => "8-800-775-85-65",
            Self::AltaiReso => "8-800-200-92-04",
            Self::AltaiRgs => "8-800-100-81-02",
            Self::AltaiSpasskie => "8-800-770-07-99",
        })
    }

    /// Where the number is written.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::Fund => FUND_LINE,
            Self::Practice => PRACTICE_RULES_2021,
            Self::Kazakhstan => KAZAKHSTAN_CHANNELS,
            Self::AltaiFund | Self::AltaiReso | Self::AltaiRgs | Self::AltaiSpasskie => ALTAI_REPRESENTATIVES,
        }
    }

    /// The zone in which its hours are meant.
    #[must_use]
    pub const fn zone(self) -> Zone {
        match self {
            Self::Fund | Self::Practice => Zone::Sofia,
            Self::Kazakhstan => Zone::Almaty,
            Self::AltaiFund | Self::AltaiReso | Self::AltaiRgs | Self::AltaiSpasskie => Zone::Barnaul,
        }
    }

    /// Its hours over time.
    #[must_use]
    pub const fn hours(self) -> &'static Series<Hours> {
        match self {
            Self::Fund => &FUND,
            Self::Practice => &PRACTICE,
            Self::Kazakhstan => &KAZAKHSTAN,
            Self::AltaiFund | Self::AltaiReso | Self::AltaiRgs | Self::AltaiSpasskie => &ALTAI,
        }
    }
}

const NINE_TO_FIVE: &[Interval] = &[Interval { from: 9 * 60, to: 17 * 60 }];
const EIGHT_TO_EIGHT: &[Interval] = &[Interval { from: 8 * 60, to: 20 * 60 }];

static FUND: Series<Hours> = series!(
    "hotline.fund",
    Scope::Law,
    day!("2025-11-20"),
    [Span::unknown_since(day!("2010-01-01"), Remark::HoursNotStated)]
);

static PRACTICE: Series<Hours> = series!(
    "hotline.practice",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [Span::since(day!("2021-06-01"), Hours::On(Days::Working, NINE_TO_FIVE), PRACTICE_RULES_2021, Official)
        .rule("PR-72")
        .remark(Remark::TwoStartsStated)]
);

// The page bears no date; compulsory insurance, of which it speaks, began on the first day of 2020.
static KAZAKHSTAN: Series<Hours> = series!(
    "hotline.kz_1406",
    Scope::Kazakhstan,
    day!("2020-01-01"),
    [Span::since(day!("2020-01-01"), Hours::On(Days::NotStated, EIGHT_TO_EIGHT), KAZAKHSTAN_CHANNELS, Press)
        .rule("KZ-02")
        .remark(Remark::Undated)]
);

static ALTAI: Series<Hours> = series!(
    "hotline.altai",
    Scope::Altai,
    day!("2017-12-31"),
    [Span::since(day!("2017-01-01"), Hours::Always, ALTAI_REPRESENTATIVES, Press)
        .rule("RU-06")
        .remark(Remark::FirstDayAssumed)]
);

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&FUND, &PRACTICE, &KAZAKHSTAN, &ALTAI];
