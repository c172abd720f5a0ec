//! One line of a list of facts (`dl.facts`): a name, and what it is.

use leptos::prelude::*;

use crate::i18n::{Msg, t};

/// The line.
pub fn fact(name: Msg, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
