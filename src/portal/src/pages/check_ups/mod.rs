//! Check-ups: when the next one is, what was done, what the record says, and invitations.

mod ahead;
mod answer;
mod content;
mod done;
mod here;
mod invitations;
mod marking;
mod overview;
mod person;
mod record;
mod risk;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::route::Route;
use crate::route::service::Service;

/// The page of a route: of everybody, or of one person.
pub fn page(route: &Route) -> AnyView {
    let Route::Services(rest) = route else { return ().into_any() };
    match Service::parse(rest) {
        Some(Service::CheckUps) => overview::page(),
        Some(Service::CheckUp(person)) => person::page(person),
        _ => ().into_any(),
    }
}
