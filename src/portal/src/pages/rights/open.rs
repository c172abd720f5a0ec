//! What closing does, and what is still open, in words.

use contract::closure::StillOpen;
use domain::coded::Coded;
use domain::data_right::closure::{Effect, Open};
use leptos::prelude::*;

use crate::i18n::texts::rights as r;
use crate::i18n::{Msg, t};

/// What closing does.
pub fn effect(effect: Effect) -> Msg {
    match effect {
        Effect::SignInEnds => r::closing_sign_in_ends(),
        Effect::SessionsEnd => r::closing_sessions_end(),
        Effect::GivenAccessEnds => r::closing_given_access_ends(),
        Effect::HadAccessEnds => r::closing_had_access_ends(),
        Effect::DocumentsStay => r::closing_documents_stay(),
        Effect::AskedGoesOn => r::closing_asked_goes_on(),
        Effect::NoWayBack => r::closing_no_way_back(),
    }
}

fn words(open: &StillOpen) -> Msg {
    let count = usize::try_from(open.count).unwrap_or(usize::MAX);
    match &open.code {
        Coded::Known(Open::File) => r::closing_open_file(count),
        Coded::Known(Open::Report) => r::closing_open_report(count),
        Coded::Known(Open::Correction) => r::closing_open_correction(count),
        Coded::Known(Open::Person) => r::closing_open_person(count),
        Coded::Unknown(code) => r::closing_open_unknown(code.as_str()),
    }
}

/// All that is open, as a list.
pub fn list(open: &[StillOpen]) -> AnyView {
    let items: Vec<_> = open.iter().map(|open| view! { <li>{t(words(open))}</li> }.into_any()).collect();
    view! { <ul class="asked__points">{items}</ul> }.into_any()
}
