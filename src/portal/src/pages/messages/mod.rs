//! Messages: everything that was told to the account holder or about theirs, and the way of each.

mod list;
mod one;
mod path;
mod words;

pub use list::MessagesPage;
pub use one::MessagePage;

use leptos::prelude::*;

use crate::components::state::Wait;
use crate::i18n::{Msg, m, t};
use crate::route::Route;
use crate::ui::icon::Icon;
use crate::ui::skeleton::SkeletonCard;

fn skeleton() -> AnyView {
    view! {
        <Wait text=m::loading() />
        <SkeletonCard />
        <SkeletonCard />
    }
    .into_any()
}

/// A link to another page with a word about it.
fn link(route: &Route, title: Msg, text: Msg) -> AnyView {
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
