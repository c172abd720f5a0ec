//! The patient's app.

mod announce;
mod api;
mod app;
mod attempt;
mod browser;
mod calculator;
mod components;
mod effect;
mod form;
mod i18n;
mod icalendar;
mod job;
mod load;
mod pages;
mod reading;
mod route;
mod source;
mod state;
mod ui;
mod words;

use leptos::prelude::*;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Waits for the words of the chosen language, then takes the place of the static shell.
fn main() {
    // The release build says nothing: a panic's text may hold what is private.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        if i18n::start().await.is_err() {
            browser::show_boot_failure();
            return;
        }
        if let Some(shell) = document().get_element_by_id("boot") {
            shell.remove();
        }
        mount_to_body(app::App);
        browser::put_boot_failure_last();
    });
}
