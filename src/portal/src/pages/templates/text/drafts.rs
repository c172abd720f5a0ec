//! What is typed into a text and not saved. Texts of messages tell of nobody's health, so it is kept with the tab of the browser
//! as well: a session that ends in the middle of a sentence loses nothing. Signing out takes it away (`SessionState::leave`).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::tab_storage;
use crate::state::session::{of_session, use_session};

/// Where it is kept.
const KEY: &str = "yasno.templates";

/// What is typed into one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which text: `subject/channel/language`.
    pub place: String,
    /// Which version.
    pub number: u32,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// What is changed and why.
    pub note: String,
    /// The tag of the version over which it was typed.
    pub over: String,
}

/// What the tab keeps, and whose it is.
#[derive(Serialize, Deserialize)]
struct Kept {
    of: String,
    drafts: Vec<Draft>,
}

/// Everything that is typed, of all texts.
#[derive(Clone, Copy)]
pub struct Drafts(RwSignal<Vec<Draft>>);

fn own() -> String {
    use_session().own_id().map(|id| id.0).unwrap_or_default()
}

/// What the tab kept for somebody.
fn kept(of: &str) -> Vec<Draft> {
    let text = tab_storage().and_then(|tab| tab.get_item(KEY).ok().flatten());
    let kept = text.and_then(|text| serde_json::from_str::<Kept>(&text).ok());
    kept.filter(|kept| kept.of == of).map(|kept| kept.drafts).unwrap_or_default()
}

impl Default for Drafts {
    fn default() -> Self {
        Self(RwSignal::new(kept(&own())))
    }
}

impl Drafts {
    /// Those of the session.
    pub fn here() -> Self {
        of_session()
    }

    /// What is typed into a version; tracked.
    pub fn get(self, place: &str, number: u32) -> Option<Draft> {
        let is_it = |draft: &&Draft| draft.place == place && draft.number == number;
        self.0.with(|drafts| drafts.iter().find(is_it).cloned())
    }

    /// Whether anything is typed into a text; tracked.
    pub fn any(self, place: &str) -> bool {
        self.0.with(|drafts| drafts.iter().any(|draft| draft.place == place))
    }

    /// Keeps what is typed.
    pub fn put(self, draft: Draft) {
        self.change(|drafts| {
            drafts.retain(|other| other.place != draft.place || other.number != draft.number);
            drafts.push(draft);
        });
    }

    /// Forgets what was typed into a version.
    pub fn forget(self, place: &str, number: u32) {
        self.change(|drafts| drafts.retain(|other| other.place != place || other.number != number));
    }

    /// The page may be gone.
    fn change(self, change: impl FnOnce(&mut Vec<Draft>)) {
        self.0.try_update(change);
        let Some(drafts) = self.0.try_get_untracked() else { return };
        let Some(tab) = tab_storage() else { return };
        let _ = if drafts.is_empty() {
            tab.remove_item(KEY)
        } else {
            match serde_json::to_string(&Kept { of: own(), drafts }) {
                Ok(text) => tab.set_item(KEY, &text),
                Err(_) => return,
            }
        };
    }
}
