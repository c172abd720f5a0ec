//! Links that stand by themselves: a line of a list of links (`ul.links`), and the way back to a page above.

use leptos::prelude::*;

use crate::i18n::{Msg, t};
use crate::route::Route;
use crate::ui::icon::Icon;

/// The line: where it leads, and a word about it.
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

/// The way back to a page above.
pub fn back(href: String, title: Msg) -> AnyView {
    view! {
        <a class="back" href=href>
            <Icon name="left" small=true />
            {t(title)}
        </a>
    }
    .into_any()
}
