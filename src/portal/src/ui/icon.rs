//! Icons from the sprite `icons.svg` beside this crate's manifest, which `index.html` holds. They only accompany words, so
//! assistive technology never hears of them. The style gives the line its colour and width.

use leptos::prelude::*;

/// The grid of icons.
const ICON: &str = "0 0 24 24";
/// The grid of pictures.
const PICTURE: &str = "0 0 48 32";

fn drawing(name: &str) -> String {
    format!("#icon-{name}")
}

/// An icon in the size of the text.
#[component]
pub fn Icon(
    /// Name of the drawing; tracked.
    #[prop(into)]
    name: ArcSignal<&'static str>,
    /// Smaller than the text.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "icon icon--small" } else { "icon" };
    view! {
        <svg class=class viewBox=ICON aria-hidden="true">
            <use_ href=ArcSignal::derive(move || drawing(name.get()))></use_>
        </svg>
    }
}

/// An icon that stays what it is, where there are very many of them.
#[component]
pub fn FixedIcon(
    /// Name of the drawing.
    name: &'static str,
) -> impl IntoView {
    view! { <Drawing name class="icon" grid=ICON /> }
}

/// The mark of the portal.
#[component]
pub fn Brand() -> impl IntoView {
    view! { <Drawing name="brand" class="brand__mark" grid=ICON /> }
}

/// A picture of a state.
#[component]
pub fn Picture(
    /// Name of the drawing.
    name: &'static str,
) -> impl IntoView {
    view! { <Drawing name class="state__sky" grid=PICTURE /> }
}

#[component]
fn Drawing(name: &'static str, class: &'static str, grid: &'static str) -> impl IntoView {
    // The reference must not be a literal: what is all literal is taken over as HTML, where the element is no SVG.
    view! { <svg class=class viewBox=grid aria-hidden="true"><use_ href=drawing(name)></use_></svg> }
}
