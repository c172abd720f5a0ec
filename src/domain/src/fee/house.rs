//! When no user fee is asked for reasons other than exemption: a contract with the practice, or interrupted
//! rights.

use std::fmt;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::fee::sources::LIST_2025;
use crate::rules::sources::{GUIDE_2010, PRACTICE_RULES_2021};
use crate::rules::{PUBLISHED_RULES, Remark, Scope, Series, Span, day, series};

codes! {
    /// What is paid instead of the user fee, or how often a practice's own fee is paid.
    pub enum Payment {
        /// No user fee; the contract has its own price.
        ContractFee = "contract_fee",
        /// The price list, not the user fee. No amount of it is known here.
        PriceList = "price_list",
        /// The practice's fee, once per laboratory per day.
        OncePerLaboratoryAndDay = "once_per_laboratory_and_day",
    }
}

impl fmt::Display for Payment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The practice's rules as a span: in force, by the later of the two starts they state (conflict C6).
const fn house(payment: Payment, rule: &'static str) -> Span<Payment> {
    Span::since(day!("2021-06-01"), payment, PRACTICE_RULES_2021, Official)
        .rule(rule)
        .remark(Remark::TwoStartsStated)
}

/// Patients with a contract for administrative services are freed from the user fee by order of the manager.
pub static CONTRACT: Series<Payment> = series!(
    "practice.contract",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [house(Payment::ContractFee, "PR-65")]
);

/// Patients with interrupted rights pay by price list; emergencies are excepted.
pub static INTERRUPTED_IN_PRACTICE: Series<Payment> = series!(
    "practice.interrupted",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [house(Payment::PriceList, "PR-63")]
);

/// The practice's fee for sampling.
pub static SAMPLING: Series<Payment> = series!(
    "practice.sampling",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [house(Payment::OncePerLaboratoryAndDay, "PR-58")]
);

/// Anywhere else, whose rights are interrupted pays for care at the provider's price.
pub static INTERRUPTED: Series<Payment> = series!(
    "fee.interrupted",
    Scope::Law,
    day!("2025-12-29"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Payment::PriceList, GUIDE_2010, Official)
            .rule("BG10-34"),
        Span::since(day!("2011-01-01"), Payment::PriceList, LIST_2025, Press),
    ]
);
