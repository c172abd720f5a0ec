//! All calculators there are, and the page of one of them.

mod list;

pub use list::{CalculatorsPage, item};

use leptos::prelude::*;

use crate::calculator::Calculators;
use crate::components::calculator::CalculatorPage;
use crate::components::state::Empty;
use crate::i18n::t;
use crate::i18n::texts::calculator as c;
use crate::pages::titled;
use crate::route::Route;

/// The page of the calculator that the address names, one of a family.
pub fn page(route: Route, family: Calculators) -> AnyView {
    let Route::Calculator(_, name) = route else { return ().into_any() };
    match family.iter().find(|calculator| calculator.entry.name == name) {
        Some(calculator) => view! { <CalculatorPage calculator=calculator /> }.into_any(),
        None => no_such(),
    }
}

fn no_such() -> AnyView {
    let empty = view! {
        <Empty picture="sky-fog" title=c::not_found() text=c::not_found_text()>
            <a class="button" href=Route::Calculators.path()>{t(c::all())}</a>
        </Empty>
    };
    titled(c::not_found(), empty).into_any()
}

#[cfg(test)]
mod tests {
    use crate::calculator::catalogue;
    use crate::pages::{dates, fees, insurance, leave, practice};

    #[test]
    fn every_calculator_of_the_list_is_in_its_family_and_the_other_way_round() {
        let families = [fees::ALL, insurance::ALL, leave::ALL, dates::ALL, practice::ALL];
        let built: Vec<_> =
            families.iter().flat_map(|family| family.iter()).map(|one| one.entry.route()).collect();
        let mut listed: Vec<_> = catalogue::ALL.iter().map(|entry| entry.route()).collect();
        for route in &built {
            let place = listed.iter().position(|other| other == route);
            assert!(place.map(|place| listed.remove(place)).is_some(), "{} is not in the list", route.path());
        }
        assert!(
            listed.is_empty(),
            "only listed: {:?}",
            listed.iter().map(super::Route::path).collect::<Vec<_>>()
        );
    }
}
