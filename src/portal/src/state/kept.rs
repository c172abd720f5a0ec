//! What is typed and must not stand in an address: what the list is searched for, what a calculator is told of a person. It may
//! tell of an illness, so it goes with the person.
//!
//! It lies in memory, and an entry of the browser's history has only an id for it: entries that one went on from cannot be
//! changed any more. Only while the page is being reloaded the entry itself holds the text, marked with whose it is.

use std::cell::RefCell;

use contract::PersonId;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::browser;

/// Members of the state of an entry.
const ENTRY: &str = "entry";
const TEXT: &str = "text";
const OF: &str = "of";

thread_local! {
    /// Entries and their texts. They are few: a list costs less code than a map.
    static TEXTS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    /// What else to wipe.
    static WIPES: RefCell<Vec<fn()>> = const { RefCell::new(Vec::new()) };
}

/// The text of this entry of the history; what was left for somebody else is wiped. `own` is `None` when nobody is signed in.
pub fn read(own: Option<&PersonId>) -> String {
    let Some(entry) = member(ENTRY) else { return String::new() };
    if let Some(text) = member(TEXT) {
        let mine = member(OF).is_some_and(|of| of == mark(own));
        write(&[(ENTRY, &entry)]);
        if mine {
            put(&entry, text);
        }
    }
    get(&entry)
}

/// Keeps the text with this entry.
pub fn keep(text: &str) {
    let entry = member(ENTRY).unwrap_or_else(|| {
        let entry = browser::random_id();
        write(&[(ENTRY, &entry)]);
        entry
    });
    put(&entry, text.to_owned());
}

/// Leaves the text of this entry for the page that is loaded next in its place, if the same account holder is signed in then,
/// or again nobody.
pub fn leave_for_reload(own: Option<&PersonId>) {
    let Some(entry) = member(ENTRY) else { return };
    let text = get(&entry);
    if !text.is_empty() {
        write(&[(ENTRY, &entry), (TEXT, &text), (OF, mark(own))]);
    }
}

/// Whose a text is. No id is empty.
fn mark(own: Option<&PersonId>) -> &str {
    own.map_or("", |own| own.0.as_str())
}

/// Forgets every text, and has everything wiped that goes with the person.
pub fn forget() {
    TEXTS.with_borrow_mut(Vec::clear);
    // Taken out first: what is wiped may ask for more to be wiped next time.
    for wipe in WIPES.take() {
        wipe();
    }
}

/// Has `wipe` called once, when everything is forgotten. For what comes later than the first load, which must not name it.
pub fn forget_also(wipe: fn()) {
    WIPES.with_borrow_mut(|wipes| wipes.push(wipe));
}

fn get(entry: &str) -> String {
    TEXTS
        .with_borrow(|texts| texts.iter().find(|(own, _)| own == entry).map(|(_, text)| text.clone()))
        .unwrap_or_default()
}

fn put(entry: &str, text: String) {
    TEXTS.with_borrow_mut(|texts| {
        texts.retain(|(own, _)| own != entry);
        texts.push((entry.to_owned(), text));
    });
}

fn member(name: &str) -> Option<String> {
    let state = window().history().ok()?.state().ok().filter(JsValue::is_object)?;
    Reflect::get(&state, &name.into()).ok()?.as_string()
}

fn write(members: &[(&str, &str)]) {
    let state = Object::new();
    for (name, value) in members {
        // Setting a member of a plain new object cannot fail; a browser that refuses to keep it forgets it, no more.
        let _ = Reflect::set(&state, &(*name).into(), &(*value).into());
    }
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&state, "");
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn person(id: &str) -> PersonId {
        PersonId::parse(id).unwrap()
    }

    fn state() -> String {
        let state = window().history().unwrap().state().unwrap();
        js_sys::JSON::stringify(&state).unwrap().into()
    }

    #[wasm_bindgen_test]
    fn the_entry_of_the_history_holds_no_text_and_forgetting_forgets() {
        keep("insulin");
        assert!(!state().contains("insulin"), "{}", state());
        assert_eq!(read(None), "insulin");
        forget();
        assert_eq!(read(None), "");
    }

    #[wasm_bindgen_test]
    fn after_a_reload_only_the_same_person_gets_the_text_back() {
        keep("insulin");
        leave_for_reload(Some(&person("p-1")));
        forget();
        assert_eq!(read(Some(&person("p-2"))), "", "somebody else's");
        assert!(!state().contains("insulin"), "and it is wiped");
        keep("insulin");
        leave_for_reload(Some(&person("p-1")));
        forget();
        assert_eq!(read(Some(&person("p-1"))), "insulin");
    }

    #[wasm_bindgen_test]
    fn what_nobody_in_particular_typed_is_not_for_whoever_signs_in_and_the_other_way_round() {
        keep("insulin");
        leave_for_reload(None);
        forget();
        assert_eq!(read(None), "insulin");
        leave_for_reload(None);
        forget();
        assert_eq!(read(Some(&person("p-1"))), "");
        keep("insulin");
        leave_for_reload(Some(&person("p-1")));
        forget();
        assert_eq!(read(None), "");
    }
}
