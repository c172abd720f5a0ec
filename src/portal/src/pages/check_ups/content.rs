//! What is in a check-up, as far as a source says it.

use chrono::NaiveDate;
use domain::age::completed_years;
use domain::check_up::Test;
use domain::check_up::content::{Content, NotKnown, content};
use domain::check_up::sources::NEW_TABLE;
use leptos::prelude::*;

use super::record::stated;
use crate::components::source::source;
use crate::i18n::texts::check_ups as u;
use crate::i18n::{Msg, t};
use crate::source::Source;

/// The section.
pub fn section(born: NaiveDate, today: NaiveDate) -> AnyView {
    let Some(age) = completed_years(born, today) else { return ().into_any() };
    let inside = match content(age, today, today) {
        Ok(found) => listed(found.value, found.basis.into()),
        Err(NotKnown::Child) => view! { <p>{t(u::content_child())}</p> }.into_any(),
        Err(NotKnown::NoData(no_data)) => match no_data.known {
            Some(entry) => listed(entry.value, entry.into()),
            None => view! { <p>{t(u::content_child())}</p> }.into_any(),
        },
    };
    view! {
        <section class="card" aria-labelledby="content-heading">
            <h2 id="content-heading">{t(u::content_title())}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn listed(content: Content, from: Source) -> AnyView {
    let always = content.always.iter().map(|test| words(*test));
    let by_risk = content.by_risk.iter().map(|test| u::content_risk(words(*test)));
    let items: Vec<_> = always.chain(by_risk).map(|text| view! { <li>{t(text)}</li> }.into_any()).collect();
    view! {
        <p>{t(u::content_known())}</p>
        <ul class="asked__points">{items}</ul>
        {source(from)}
        <p>{t(u::content_newer())}</p>
        {stated(NEW_TABLE)}
    }
    .into_any()
}

fn words(test: Test) -> Msg {
    match test {
        Test::Examination => u::content_test_examination(),
        Test::BloodAndUrine => u::content_test_blood_and_urine(),
        Test::Questionnaire => u::content_test_questionnaire(),
        Test::Cholesterol => u::content_test_cholesterol(),
        Test::Triglycerides => u::content_test_triglycerides(),
        Test::Hdl => u::content_test_hdl(),
        Test::FastingSugar => u::content_test_fasting_sugar(),
    }
}
