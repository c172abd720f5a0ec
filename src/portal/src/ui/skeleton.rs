//! Grey shapes in the size of what is on its way.

use leptos::prelude::*;

/// Rows of a list.
#[component]
pub fn SkeletonRows() -> impl IntoView {
    let row = || {
        view! {
            <li class="row">
                <div class="row__link">
                    <span class="row__status"><span class="skeleton skeleton--short"></span></span>
                    <span class="row__subject"><span class="skeleton skeleton--half"></span></span>
                    <span class="row__kind"><span class="skeleton"></span></span>
                    <span class="row__person"><span class="skeleton skeleton--short"></span></span>
                </div>
            </li>
        }
    };
    view! {
        <div class="list" aria-hidden="true">
            <ul class="rows rows--flow">{(0..5).map(|_| row()).collect::<Vec<_>>()}</ul>
        </div>
    }
}

/// A card with a few lines.
#[component]
pub fn SkeletonCard() -> impl IntoView {
    view! {
        <div class="card" aria-hidden="true">
            <span class="skeleton skeleton--short"></span>
            <span class="skeleton"></span>
            <span class="skeleton skeleton--half"></span>
        </div>
    }
}
