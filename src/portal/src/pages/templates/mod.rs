//! Templates of messages, for the staff who write and approve them: the catalogue, one text with its preview, the sheet.

mod catalogue;
mod sheet;
mod text;
mod words;

pub use catalogue::CataloguePage;
pub use sheet::SheetPage;
pub use text::{Checked, Here, More, Preview, TemplatePage, Trial, Writing};

use domain::coded::Code as _;
use domain::language::Language;
use domain::notification::template::{Length, Staff};
use domain::notification::{Channel, Subject};
use domain::person::Role;
use leptos::prelude::*;

use crate::api::templates::Place;
use crate::components::chunk::{Chunk, chunk};
use crate::components::header::native_name;
use crate::components::link::back;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, areas, m, t};
use crate::pages::not_found::NotFoundPage;
use crate::route::staff::StaffPage;
use crate::route::{Route, join, known};
use crate::state::session::use_session;

chunk!(template, template_page, Route, |route| match parse(&route) {
    Some(StaffPage::Template(address)) => view! { <TemplatePage address /> }.into_any(),
    _ => ().into_any(),
});
chunk!(template_sheet, template_sheet_page, Route, |_| view! { <SheetPage /> }.into_any());

/// The page at an address below `/staff`.
pub fn page(route: Route) -> AnyView {
    match parse(&route) {
        Some(StaffPage::Templates) => view! { <CataloguePage /> }.into_any(),
        Some(StaffPage::Template(_)) => {
            view! { <Chunk area=&areas::TEMPLATES route open=template_page::open /> }.into_any()
        }
        Some(StaffPage::TemplateSheet) => {
            view! { <Chunk area=&areas::TEMPLATES route open=template_sheet_page::open /> }.into_any()
        }
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

fn parse(route: &Route) -> Option<StaffPage> {
    match route {
        Route::Staff(rest) => StaffPage::parse(rest),
        _ => None,
    }
}

/// The place of a text as its address has it: `subject/channel/language`.
fn place(address: &str) -> Option<Place> {
    let mut parts = address.split('/');
    let (subject, channel, language) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Place {
        subject: known::<Subject>(subject)?,
        channel: known::<Channel>(channel)?,
        language: known::<Language>(language)?,
    })
}

/// The page of a text.
fn route(at: Place) -> Route {
    StaffPage::Template(at.name()).route()
}

/// Whoever is signed in, as the rules ask for them.
pub struct Me {
    id: String,
    roles: Vec<Role>,
}

impl Me {
    /// As the rules take them.
    pub fn staff(&self) -> Staff<'_> {
        Staff { id: &self.id, roles: &self.roles }
    }
}

/// Whoever is signed in. Not tracked.
pub fn me() -> Option<Me> {
    let session = untrack(|| use_session().session())?;
    let id = use_session().own_id()?.0;
    Some(Me { id, roles: session.role().known().into_iter().collect() })
}

/// The way back to the catalogue, in the language in which one was.
fn to_catalogue(language: Language) -> AnyView {
    back(in_language(&StaffPage::Templates.route(), language), m::templates_title())
}

/// A page in a language of messages.
fn in_language(route: &Route, language: Language) -> String {
    join(&route.path(), &[format!("lang={}", language.code())])
}

/// A link among several of which one is chosen.
fn chip(href: String, text: Msg, current: bool) -> AnyView {
    view! {
        <li>
            <a class="sections__link" href=href aria-current=current.then_some("true")>
                {t(text)}
            </a>
        </li>
    }
    .into_any()
}

/// Several such links.
fn chips(label: Msg, links: Vec<AnyView>) -> AnyView {
    view! {
        <nav aria-label=t(label)>
            <ul class="sections">{links}</ul>
        </nav>
    }
    .into_any()
}

/// The languages of messages; `to` is where each leads.
fn languages(current: Language, to: impl Fn(Language) -> String) -> AnyView {
    let link = |language: &Language| {
        chip(to(*language), te::language_named(native_name(*language).0), *language == current)
    };
    chips(te::languages_label(), Language::ALL.iter().map(link).collect())
}

/// How long the values of a preview or a test are: options of a choice.
fn lengths() -> Vec<AnyView> {
    let option = |length: &Length| {
        view! { <option value=length.code()>{t(words::length(*length))}</option> }.into_any()
    };
    Length::ALL.iter().map(option).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_an_address_and_the_address_its_text() {
        let at = Place { subject: Subject::ProtocolApproved, channel: Channel::Sms, language: Language::Bg };
        assert_eq!(route(at).path(), "/staff/templates/protocol.approved/sms/bg");
        assert_eq!(place("protocol.approved/sms/bg"), Some(at));
        assert_eq!(place("protocol.lost/sms/bg"), None);
        assert_eq!(place("protocol.approved/sms"), None);
    }
}
