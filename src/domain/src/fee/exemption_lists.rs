//! The lists of who pays no fee: of 2010 (the guide), of 2011 and of December 2025 (the fund's answers).
//!
//! The lists of 2011 and 2025 agree wherever both are known, so they are one entry. Groups that only the
//! older one shows in full are confirmed for 2011 only.

use crate::citation::Confidence::{Official, Press};
use crate::fee::exemption::{Circumstance, Listing};
use crate::fee::sources::{ANSWER_2011, LIST_2011, LIST_2025};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Dated, Remark, Scope, Series, Span, day, series};

const fn guide(listing: Listing, rule: &'static str) -> Span<Listing> {
    Span::known(day!("2010-01-01"), day!("2011-01-01"), listing, GUIDE_2010, Official).rule(rule)
}

const CONFIRMED: Span<Listing> = Span::since(day!("2011-01-01"), Listing::Listed, LIST_2025, Press);
const OLDER: Span<Listing> =
    Span::since(day!("2011-01-01"), Listing::Listed, LIST_2011, Press).remark(Remark::OlderList);

/// On the list of 2010 and on that of December 2025.
macro_rules! still_listed {
    ($id:literal, $rule:literal) => {
        series!($id, Scope::Law, day!("2025-12-29"), [guide(Listing::Listed, $rule), CONFIRMED])
    };
}
/// On the list of 2010 and on that of 2011; the newest one is known only in part.
macro_rules! listed_2011 {
    ($id:literal, $rule:literal) => {
        series!($id, Scope::Law, day!("2011-12-31"), [guide(Listing::Listed, $rule), OLDER])
    };
}

static MINOR: Series<Listing> = still_listed!("exempt.minor", "EX01");
static STUDENT: Series<Listing> = series!(
    "exempt.student",
    Scope::Law,
    day!("2011-12-31"),
    [guide(Listing::Listed, "EX01"), Span::since(day!("2011-01-01"), Listing::Under(26), ANSWER_2011, Press),]
);
static PREGNANT: Series<Listing> = listed_2011!("exempt.pregnant", "EX02");
static RECENT_MOTHER: Series<Listing> = listed_2011!("exempt.recent_mother", "EX02");
static REGISTERED_UNEMPLOYED: Series<Listing> = still_listed!("exempt.registered_unemployed", "EX03");
static NON_WORKING: Series<Listing> = series!(
    "exempt.non_working_family_member",
    Scope::Law,
    day!("2025-12-29"),
    [guide(Listing::NotListed, "EX03"), CONFIRMED]
);
static CONSCRIPT: Series<Listing> = series!(
    "exempt.conscript",
    Scope::Law,
    day!("2025-12-29"),
    [guide(Listing::Listed, "EX04"), Span::since(day!("2011-01-01"), Listing::NotListed, LIST_2025, Press),]
);
static INJURED: Series<Listing> = still_listed!("exempt.injured_in_defence", "EX05");
static VETERAN: Series<Listing> = still_listed!("exempt.veteran", "EX06");
static DETAINED: Series<Listing> = still_listed!("exempt.detained", "EX07");
static SOCIALLY_WEAK: Series<Listing> = still_listed!("exempt.socially_weak", "EX08");
static CARE_HOME: Series<Listing> = still_listed!("exempt.care_home", "EX09");
static MALIGNANCY: Series<Listing> = listed_2011!("exempt.malignancy", "EX10");
static INCAPACITY: Series<Listing> = listed_2011!("exempt.severe_incapacity", "EX11");
static SPECIALIST: Series<Listing> = still_listed!("exempt.medical_specialist", "EX12");
// The guide's last line names the list of 2011; whether one held in 2010 it does not say.
static LISTED_DISEASE: Series<Listing> = series!(
    "exempt.listed_disease",
    Scope::Law,
    day!("2025-12-29"),
    [Span::unknown(day!("2010-01-01"), day!("2011-01-01"), Remark::NoSourceFound), CONFIRMED]
);

/// What the lists say of a circumstance over time.
#[must_use]
pub fn listing(circumstance: Circumstance) -> &'static Series<Listing> {
    match circumstance {
        Circumstance::Minor => &MINOR,
        Circumstance::Student => &STUDENT,
        Circumstance::Pregnant => &PREGNANT,
        Circumstance::RecentMother => &RECENT_MOTHER,
        Circumstance::RegisteredUnemployed => &REGISTERED_UNEMPLOYED,
        Circumstance::NonWorkingFamilyMember => &NON_WORKING,
        Circumstance::Conscript => &CONSCRIPT,
        Circumstance::InjuredInDefence => &INJURED,
        Circumstance::Veteran => &VETERAN,
        Circumstance::Detained => &DETAINED,
        Circumstance::SociallyWeak => &SOCIALLY_WEAK,
        Circumstance::CareHome => &CARE_HOME,
        Circumstance::Malignancy => &MALIGNANCY,
        Circumstance::SevereIncapacity => &INCAPACITY,
        Circumstance::MedicalSpecialist => &SPECIALIST,
        Circumstance::ListedDisease => &LISTED_DISEASE,
    }
}

/// Series of this module.
pub const SERIES: &[&dyn Dated] = &[
    &MINOR,
    &STUDENT,
    &PREGNANT,
    &RECENT_MOTHER,
    &REGISTERED_UNEMPLOYED,
    &NON_WORKING,
    &CONSCRIPT,
    &INJURED,
    &VETERAN,
    &DETAINED,
    &SOCIALLY_WEAK,
    &CARE_HOME,
    &MALIGNANCY,
    &INCAPACITY,
    &SPECIALIST,
    &LISTED_DISEASE,
];
