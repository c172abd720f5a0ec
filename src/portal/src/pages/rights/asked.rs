//! What was asked to be corrected, and where it stands.

use contract::correction::{Correction, Corrections};
use domain::coded::Coded;
use domain::data_right::State;
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use super::{clock, fields, own_zone};
use crate::i18n::texts::rights as r;
use crate::i18n::{self, Msg, t};
use crate::ui::fact::fact;
use crate::words::fund_language;

/// All of it, newest first.
pub fn list(answer: &Corrections) -> AnyView {
    if answer.corrections.is_empty() {
        return view! { <p class="quiet">{t(r::asked_none())}</p> }.into_any();
    }
    let zone = own_zone();
    let cards: Vec<_> = answer.corrections.iter().map(|asked| card(asked, zone)).collect();
    view! { <ul class="stack stack--close">{cards}</ul> }.into_any()
}

fn card(asked: &Correction, zone: Zone) -> AnyView {
    let at = Moment::Instant(asked.at);
    let answer = asked.answer.clone().map(|answer| {
        view! {
            <div class="stack stack--close">
                <p><strong>{t(r::asked_answer())}</strong></p>
                <blockquote class="asked__quote" lang=fund_language(zone)>{answer}</blockquote>
            </div>
        }
        .into_any()
    });
    view! {
        <li class="card">
            <h4 class="asked__title">{t(r::asked_number(asked.number.as_str()))}</h4>
            <dl class="facts">
                {fact(r::asked_at(), ArcSignal::derive(move || i18n::moment(i18n::language(), at, zone)).into_any())}
                {fact(r::asked_state(), t(state(&asked.state)).into_any())}
                {fact(r::correct_field(), t(fields::name(&asked.field)).into_any())}
                <div>
                    <dt>{t(r::correct_wrong())}</dt>
                    <dd class="asked__text">{asked.wrong.clone()}</dd>
                </div>
                <div>
                    <dt>{t(r::correct_right())}</dt>
                    <dd class="asked__text">{asked.right.clone()}</dd>
                </div>
            </dl>
            {answer}
            {clock::legal(asked, zone)}
        </li>
    }
    .into_any()
}

fn state(state: &Coded<State>) -> Msg {
    match state {
        Coded::Known(State::Received) => r::asked_received(),
        Coded::Known(State::InCheck) => r::asked_in_check(),
        Coded::Known(State::Answered) => r::asked_answered(),
        Coded::Unknown(code) => r::asked_state_unknown(code.as_str()),
    }
}
