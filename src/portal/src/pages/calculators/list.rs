//! The list of all calculators.

use domain::coded::Code;
use leptos::prelude::*;

use crate::announce::PageTitle;
use crate::calculator::catalogue::{ALL, Entry};
use crate::i18n::texts::calculator as c;
use crate::i18n::{Msg, t};
use crate::route::{Family, Route};
use crate::ui::icon::Icon;

/// The page with all calculators, by family.
#[component]
pub fn CalculatorsPage() -> impl IntoView {
    let families = Family::ALL.iter().map(|family| {
        let heading = format!("family-{}", family.code());
        let labelled_by = heading.clone();
        let entries = ALL.iter().filter(|entry| entry.family == *family).map(|entry| item(entry));
        // What the fund knows of oneself comes before what one tells oneself.
        let insured = (*family == Family::Insurance)
            .then(|| way(&Route::Insured, Route::Insured.title(), c::insured_lead()));
        view! {
            <section class="stack stack--close" aria-labelledby=labelled_by>
                <h2 id=heading>{t(name(*family))}</h2>
                <ul class="ways">{insured}{entries.collect::<Vec<_>>()}</ul>
            </section>
        }
        .into_any()
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Route::Calculators.title() />
                <p class="lead">{t(c::lead())}</p>
                <p class="quiet small">{t(c::own())}</p>
                <p class="quiet small">{t(c::bulgarian())}</p>
            </div>
            {families.collect::<Vec<_>>()}
        </div>
    }
}

fn name(family: Family) -> Msg {
    match family {
        Family::Fees => c::family_fees(),
        Family::Insurance => c::family_insurance(),
        Family::Leave => c::family_leave(),
        Family::Dates => c::family_dates(),
        Family::Practice => c::family_practice(),
    }
}

/// A calculator in a list of ways.
pub fn item(entry: &'static Entry) -> AnyView {
    way(&entry.route(), (entry.title)(), (entry.lead)())
}

fn way(route: &Route, title: Msg, text: Msg) -> AnyView {
    view! {
        <li class="way">
            <a class="way__link" href=route.path()>{t(title)}</a>
            <p class="way__text">{t(text)}</p>
            <Icon name="right" />
        </li>
    }
    .into_any()
}
