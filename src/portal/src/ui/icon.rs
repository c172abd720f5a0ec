//! Icons from the sprite `icons.svg` beside this crate's manifest, which `index.html` holds. They only accompany words, so
//! assistive technology never hears of them. Icons have a grid of 24 by 24, pictures of 48 by 32; the style gives the line its
//! colour and width.

use leptos::prelude::*;

fn symbol(name: &str) -> String {
    format!("#icon-{name}")
}

/// An icon in the size of the text.
#[component]
pub fn Icon(
    /// Name of the symbol; tracked.
    #[prop(into)]
    name: Signal<&'static str>,
    /// Smaller than the text.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "icon icon--small" } else { "icon" };
    view! { <svg class=class aria-hidden="true"><use_ href=move || symbol(name.get())></use_></svg> }
}

/// A symbol of the sprite with a class of its own.
#[component]
pub fn Symbol(
    /// Name of the symbol.
    name: &'static str,
    /// Class of the picture.
    class: &'static str,
) -> impl IntoView {
    // The reference must not be a literal: what is all literal is taken over as HTML, where the element is no SVG.
    view! { <svg class=class aria-hidden="true"><use_ href=symbol(name)></use_></svg> }
}

/// A picture of a state.
#[component]
pub fn Picture(
    /// Name of the symbol.
    name: &'static str,
) -> impl IntoView {
    view! { <Symbol name class="state__sky" /> }
}
