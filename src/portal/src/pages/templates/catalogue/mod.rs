//! The catalogue: every subject of every sender, and how its texts stand.

mod list;
mod tariff;

use contract::template::TemplateCatalogue;
use domain::coded::{Code, Coded};
use domain::language::Language;
use domain::notification::Sender;
use domain::notification::template::VersionState;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{chip, chips, in_language, languages, words};
use crate::announce::PageTitle;
use crate::api::templates as api;
use crate::components::state::loading;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::reading::Reading;
use crate::route::staff::StaffPage;
use crate::route::{join, known};
use crate::ui::part::part;
use crate::words::notification as told;

/// What is shown of it; all of it stands in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    language: Language,
    sender: Option<Sender>,
    state: Option<VersionState>,
}

impl Asked {
    fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        fn of<T: Code>(text: Option<String>) -> Option<T> {
            text.and_then(|code| known(&code))
        }
        Self {
            language: of(get("lang")).unwrap_or(Language::Bg),
            sender: of(get("sender")),
            state: of(get("state")),
        }
    }

    fn address(self) -> String {
        let language = format!("lang={}", self.language.code());
        let sender = self.sender.map(|sender| format!("sender={}", sender.code()));
        let state = self.state.map(|state| format!("state={}", state.code()));
        join(
            &StaffPage::Templates.route().path(),
            &[Some(language), sender, state].into_iter().flatten().collect::<Vec<_>>(),
        )
    }
}

/// The page.
#[component]
pub fn CataloguePage() -> impl IntoView {
    let reading = Reading::begin(api::catalogue);
    let query = use_location().query;
    let asked = Memo::new(move |_| query.with(|query| Asked::read(|name| query.get(name))));
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::templates_title() />
                <p class="lead">{t(te::lead())}</p>
            </div>
            <Load
                value=move || reading.answer()
                retry=reading.retry()
                skeleton=ViewFn::from(loading)
                let(catalogue)
            >
                {shown(reading, catalogue, asked)}
            </Load>
        </div>
    }
}

fn shown(
    reading: Reading<TemplateCatalogue>,
    catalogue: std::sync::Arc<TemplateCatalogue>,
    asked: Memo<Asked>,
) -> AnyView {
    let tariff = catalogue.tariff.clone();
    view! {
        {part(move || filters(asked.get()))}
        {part(move || list::list(&catalogue, asked.get()))}
        {tariff::tariff(reading, tariff)}
    }
    .into_any()
}

/// Language, sender, state: links, so that each choice has an address and a way back.
fn filters(asked: Asked) -> AnyView {
    let of_sender = |sender: Option<Sender>, name: Msg| {
        chip(Asked { sender, ..asked }.address(), name, sender == asked.sender)
    };
    let senders = std::iter::once(of_sender(None, te::all_senders())).chain(
        Sender::ALL.iter().map(|sender| of_sender(Some(*sender), told::sender(&Coded::Known(*sender)))),
    );
    let of_state = |state: Option<VersionState>, name: Msg| {
        chip(Asked { state, ..asked }.address(), name, state == asked.state)
    };
    let open = [VersionState::Draft, VersionState::Submitted, VersionState::Approved, VersionState::Rejected];
    let states = std::iter::once(of_state(None, te::all_states()))
        .chain(open.into_iter().map(|state| of_state(Some(state), words::state(state))));
    let sheet = in_language(&StaffPage::TemplateSheet.route(), asked.language);
    view! {
        {languages(asked.language, |language| Asked { language, ..asked }.address())}
        {chips(te::senders_label(), senders.collect())}
        {chips(te::states_label(), states.collect())}
        <p><a href=sheet>{t(te::sheet_link())}</a></p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_stands_in_the_address_and_is_read_back() {
        let asked = Asked {
            language: Language::Kk,
            sender: Some(Sender::Fund),
            state: Some(VersionState::Submitted),
        };
        assert_eq!(asked.address(), "/staff/templates?lang=kk&sender=fund&state=submitted");
        let get = |name: &str| match name {
            "lang" => Some("kk".to_owned()),
            "sender" => Some("fund".to_owned()),
            "state" => Some("submitted".to_owned()),
            _ => None,
        };
        assert_eq!(Asked::read(get), asked);
        let none = Asked { language: Language::Bg, sender: None, state: None };
        assert_eq!(Asked::read(|_| Some("nonsense".to_owned())), none);
    }
}
