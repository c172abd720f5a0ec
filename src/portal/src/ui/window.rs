//! A list of thousands of rows of which only those in view are in the page.
//!
//! All rows have one height, which the style gives per width of the page; the style also places each row by its number.
//! The page itself scrolls, so that the bars of
//! a phone's browser fold away as usual. Each row says its place and the number of all rows to assistive technology,
//! and a few rows before and after those in view keep the keyboard going in both directions.

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;

use crate::effect::effect;
use crate::i18n::{Msg, t};
use crate::ui::part::keyed;

/// Rows kept ready on either side of those in view.
const READY: usize = 8;

/// The rows to put into the page.
///
/// `top` is where the list begins relative to the upper edge of the view, in pixels; negative once it scrolled out.
fn in_view(rows: usize, row_height: f64, top: f64, view_height: f64) -> Range<usize> {
    if row_height <= 0.0 {
        return 0..rows.min(READY);
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "negative is cut to zero first"
    )]
    let row_at = |y: f64| (y.max(0.0) / row_height) as usize;
    let first = row_at(-top).saturating_sub(READY).min(rows);
    let last = (row_at(view_height - top) + 1 + READY).min(rows);
    first.min(last)..last
}

/// The list. `row` gets the index of a row and its distance from the top of the list in pixels.
#[component]
pub fn WindowedRows<K, V>(
    /// How many rows there are; tracked.
    #[prop(into)]
    count: Signal<usize>,
    /// What identifies the row at an index; tracked.
    key: K,
    /// The row at an index.
    row: V,
    /// Names the list.
    label: Msg,
) -> impl IntoView
where
    K: Fn(usize) -> String + Copy + Send + Sync + 'static,
    V: Fn(usize) -> AnyView + Copy + Send + Sync + 'static,
{
    let list = NodeRef::<html::Ul>::new();
    let range = RwSignal::new(0..READY);
    let look = move || {
        // Asked in a frame that may come when the page is gone.
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let view_height = window().inner_height().ok().and_then(|value| value.as_f64()).unwrap_or(800.0);
        let top = list.get_bounding_client_rect().top();
        let now = in_view(count.get_untracked(), row_height(&list), top, view_height);
        if range.get_untracked() != now {
            range.set(now);
        }
    };
    for handle in [
        window_event_listener(leptos::ev::scroll, move |_| look()),
        window_event_listener(leptos::ev::resize, move |_| look()),
    ] {
        on_cleanup(move || handle.remove());
    }
    effect(move || {
        count.track();
        list.track();
        request_animation_frame(look);
    });
    let rows = move || {
        let count = count.get();
        let range = range.get();
        let one = |index: usize| (format!("{index} {}", key(index)), index as u64);
        (range.start.min(count)..range.end.min(count)).map(one).collect()
    };
    let row = move |number: u64| {
        let index = usize::try_from(number).unwrap_or_default();
        view! {
            <li
                class="row"
                aria-setsize=ArcSignal::derive(move || count.get().to_string())
                aria-posinset=(index + 1).to_string()
                style=("--place", index.to_string())
            >
                {row(index)}
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="rows" node_ref=list aria-label=t(label) style=("--rows", ArcSignal::derive(move || count.get().to_string()))>
            {keyed(rows, row)}
        </ul>
    }
}

/// Height of a row: measured on the first one, for the style decides it.
fn row_height(list: &web_sys::Element) -> f64 {
    list.first_element_child().map_or(0.0, |row| row.get_bounding_client_rect().height())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rows_in_view_and_a_few_around_are_in_the_page() {
        assert_eq!(in_view(10_000, 100.0, 300.0, 800.0), 0..14);
        assert_eq!(in_view(10_000, 100.0, -5_000.0, 800.0), 42..67);
        assert_eq!(in_view(10_000, 100.0, -999_500.0, 800.0), 9_987..10_000);
    }

    #[test]
    fn short_lists_and_unknown_heights_are_no_trouble() {
        assert_eq!(in_view(3, 100.0, 0.0, 800.0), 0..3);
        assert_eq!(in_view(0, 100.0, 0.0, 800.0), 0..0);
        assert_eq!(in_view(100, 0.0, 0.0, 800.0), 0..8);
        assert_eq!(in_view(3, 100.0, -90_000.0, 800.0), 3..3);
    }
}
