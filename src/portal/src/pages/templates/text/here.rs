//! What the parts of the page of one text share.

use std::sync::Arc;

use contract::template::{Placeholder, TemplateText, TemplateVersion};
use domain::coded::Coded;
use domain::notification::Sender;
use domain::notification::template::{Declared, Deed, Template, VersionState, parse, step, version::Case};
use leptos::prelude::*;

use super::drafts::{Draft, Drafts};
use crate::api::templates::{self as api, Place};
use crate::pages::templates::me;
use crate::reading::Reading;

/// Title and text, as they stand in the fields or, where nothing is typed, with the server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Title; empty where the channel has none.
    pub title: String,
    /// Text.
    pub text: String,
    /// What was changed and why.
    pub note: String,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Here {
    /// Which text.
    pub at: Place,
    /// What the server has.
    pub reading: Reading<TemplateText>,
    /// The same, as it was here last.
    pub all: Memo<Option<Arc<TemplateText>>>,
    /// The version that somebody chose to look at.
    pub chosen: RwSignal<Option<u32>>,
    /// The version that is shown.
    pub version: Memo<Option<TemplateVersion>>,
    /// What is typed.
    pub drafts: Drafts,
    /// What stands there.
    pub written: Memo<Written>,
    /// The values that can be asked for.
    pub declared: Memo<Vec<Declared>>,
}

/// The version to look at first: the one that somebody is busy with, else the one in use.
fn first(versions: &[TemplateVersion]) -> Option<&TemplateVersion> {
    let past = |version: &&TemplateVersion| version.state != Coded::Known(VersionState::Superseded);
    versions.iter().find(past).or_else(|| versions.first())
}

impl Here {
    /// Begins to read.
    pub fn read(at: Place) -> Self {
        let reading = Reading::begin(move || api::text(at));
        let all = Memo::new(move |before: Option<&Option<Arc<TemplateText>>>| {
            let now = reading.answer().and_then(Result::ok);
            now.or_else(|| before.cloned().flatten())
        });
        let chosen = RwSignal::new(None);
        let version = Memo::new(move |_| {
            let all = all.get()?;
            let is_chosen = |version: &&TemplateVersion| Some(version.number) == chosen.get();
            all.versions.iter().find(is_chosen).or_else(|| first(&all.versions)).cloned()
        });
        let drafts = Drafts::here();
        let name = StoredValue::new(at.name());
        let written = Memo::new(move |_| {
            let Some(version) = version.get() else { return Written::default() };
            match drafts.get(&name.get_value(), version.number) {
                Some(Draft { title, text, note, .. }) => Written { title, text, note },
                None => Written {
                    title: version.title.unwrap_or_default(),
                    text: version.text,
                    note: version.note.unwrap_or_default(),
                },
            }
        });
        let declared = Memo::new(move |_| {
            all.get().map(|all| Placeholder::read_all(&all.placeholders)).unwrap_or_default()
        });
        Self { at, reading, all, chosen, version, drafts, written, declared }
    }

    /// In whose name it goes, as the rules say until the server does; tracked.
    pub fn sender(self) -> Coded<Sender> {
        self.all.get().map_or_else(|| Coded::Known(self.at.subject.sender()), |all| all.sender.clone())
    }

    /// Takes a version as the server answered it, and reads all of them again.
    pub fn take(self, now: &TemplateVersion) {
        self.reading.again_with(|all| {
            let mut all = all.clone();
            match all.versions.iter_mut().find(|version| version.number == now.number) {
                Some(version) => *version = now.clone(),
                None => all.versions.insert(0, now.clone()),
            }
            all
        });
    }

    /// The version in use; tracked.
    pub fn used(self) -> Option<TemplateVersion> {
        let in_use = |version: &&TemplateVersion| version.state == Coded::Known(VersionState::InUse);
        self.all.get()?.versions.iter().find(in_use).cloned()
    }

    /// The text that stands there; tracked.
    ///
    /// # Errors
    /// Where it cannot be read: `objections` say why.
    pub fn template(self) -> Result<Template, ()> {
        self.written.with(|written| parse(&written.text)).map_err(drop)
    }

    /// The number of the version that is shown, if whoever is signed in may write it; tracked.
    pub fn writable(self) -> Option<u32> {
        let version = self.version.get()?;
        let authors = version.author_ids();
        let case = Case { authors: &authors, ..Case::of(version.state.known()?) };
        step(case, Deed::Edit, me()?.staff()).ok()?;
        Some(version.number)
    }

    /// What is typed into a version, or what the server has of it; tracked.
    pub fn draft(self, number: u32) -> Draft {
        let place = self.at.name();
        self.drafts.get(&place, number).unwrap_or_else(|| {
            let version = self.version.get().filter(|version| version.number == number);
            let (title, text, note, over) = version.map_or_else(Default::default, |version| {
                let (title, note) = (version.title.unwrap_or_default(), version.note.unwrap_or_default());
                (title, version.text, note, version.tag)
            });
            Draft { place, number, title, text, note, over }
        })
    }

    /// Takes another text, as if it had been typed.
    pub fn type_text(self, text: String) {
        if let Some(number) = untrack(|| self.writable()) {
            let draft = untrack(|| self.draft(number));
            self.drafts.put(Draft { text, ..draft });
        }
    }

    /// Whether the version that is shown says just what is typed; tracked.
    pub fn is_saved(self, draft: &Draft) -> bool {
        let saved = |version: &TemplateVersion| {
            let title = version.title.as_deref().unwrap_or_default();
            let note = version.note.as_deref().unwrap_or_default();
            version.number == draft.number
                && (title, version.text.as_str(), note) == (&draft.title, &draft.text, &draft.note)
        };
        self.version.with(|version| version.as_ref().is_some_and(saved))
    }

    /// Whether something is typed over the version that is shown; tracked.
    pub fn typed(self) -> Option<Draft> {
        let number = self.version.get()?.number;
        self.drafts.get(&self.at.name(), number)
    }
}
