//! A line of a list of links (`ul.links`): where it leads, and a word about it.

use leptos::prelude::*;

use crate::i18n::{Msg, t};
use crate::route::Route;
use crate::ui::icon::Icon;

/// The line.
pub fn link(route: &Route, title: Msg, text: Msg) -> AnyView {
    view! {
        <li>
            <a class="links__link" href=route.path()>
                <span class="links__title">{t(title)}</span>
                <span class="links__text">{t(text)}</span>
                <Icon name="right" />
            </a>
        </li>
    }
    .into_any()
}
