//! Why a fee cannot be told, in words.

use domain::fee::amounts::Reduction;
use domain::fee::house::Payment;
use domain::fee::{Listing, Refusal};

use crate::calculator::{Answer, Tone, amount, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::fees as f;

/// The answer where something that decides is not known.
pub fn refused(refusal: Refusal) -> Answer {
    match refusal {
        Refusal::Amount(no_data) => nothing_known(no_data, amount),
        Refusal::Reduction(no_data) => nothing_known(no_data, reduction),
        Refusal::Exemption(no_data) => nothing_known(no_data, listing),
        Refusal::Payment(no_data) => nothing_known(no_data, payment),
        Refusal::Charge(no_data) => nothing_known(no_data, |_| f::known_charge()),
        Refusal::Money(_) => Answer::new(Tone::Unknown, f::beyond()),
    }
}

fn reduction(reduction: Reduction) -> Msg {
    match reduction {
        Reduction::None => f::known_no_reduction(),
        Reduction::ByAge(fee) => f::known_by_age(amount(fee)),
        Reduction::ForRetired(fee) => f::known_for_retired(amount(fee)),
    }
}

/// What a list says of a group.
pub fn listing(listing: Listing) -> Msg {
    match listing {
        Listing::Listed => f::known_listed(),
        Listing::Under(years) => f::known_listed_under(years.to_string()),
        Listing::NotListed => f::known_not_listed(),
    }
}

fn payment(payment: Payment) -> Msg {
    match payment {
        Payment::ContractFee => f::known_contract(),
        Payment::PriceList => f::known_price_list(),
        Payment::OncePerLaboratoryAndDay => f::known_sampling(),
    }
}
