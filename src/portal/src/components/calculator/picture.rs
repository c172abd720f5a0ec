//! Shares of a whole as a bar, with a legend that says the same in words.

use leptos::html;
use leptos::prelude::*;

use crate::calculator::{Picture, Share};
use crate::effect::effect;
use crate::i18n::t;
use crate::i18n::texts::calculator as c;

/// How many looks of shares there are; then they repeat.
const LOOKS: usize = 5;

/// The picture. The bar is for the eye only: the legend has it all.
pub fn picture(picture: Picture) -> AnyView {
    let bars: Vec<_> =
        picture.shares.iter().enumerate().map(|(place, share)| bar(place, share.size)).collect();
    let legend: Vec<_> =
        picture.shares.into_iter().enumerate().map(|(place, share)| entry(place, share)).collect();
    view! {
        <figure class="shares">
            <figcaption class="shares__label">{t(c::picture_label(picture.label))}</figcaption>
            <div class="shares__bar" aria-hidden="true">{bars}</div>
            <ul class="shares__legend">{legend}</ul>
        </figure>
    }
    .into_any()
}

fn look(place: usize) -> String {
    format!("shares__look shares__look--{}", place % LOOKS)
}

fn bar(place: usize, size: u64) -> AnyView {
    if size == 0 {
        return ().into_any();
    }
    let node = NodeRef::<html::Span>::new();
    // The content security policy forbids inline styles; CSSOM is not one.
    effect(move || {
        if let Some(node) = node.get() {
            let style: &web_sys::CssStyleDeclaration = &web_sys::HtmlElement::style(&node);
            let _ = style.set_property("flex-grow", &size.to_string());
        }
    });
    view! { <span class=look(place) node_ref=node></span> }.into_any()
}

fn entry(place: usize, share: Share) -> AnyView {
    view! {
        <li>
            <span class=look(place) aria-hidden="true"></span>
            <span>{t(share.label)}</span>
            <strong class="amount">{t(share.value)}</strong>
        </li>
    }
    .into_any()
}
