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
use domain::notification::template::Staff;
use domain::notification::{Channel, Subject};
use domain::person::Role;
use leptos::prelude::*;

use crate::api::templates::Place;
use crate::i18n::{Msg, t};
use crate::route::{Route, join, known};
use crate::state::session::use_session;
use crate::ui::icon::Icon;

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
    let (subject, channel, language) = at.codes();
    Route::Template(format!("{subject}/{channel}/{language}"))
}

/// Whoever is signed in, as the rules ask for them.
struct Me {
    id: String,
    roles: Vec<Role>,
}

impl Me {
    fn staff(&self) -> Staff<'_> {
        Staff { id: &self.id, roles: &self.roles }
    }
}

/// Whoever is signed in. Not tracked.
fn me() -> Option<Me> {
    let session = untrack(|| use_session().session())?;
    let id = use_session().own_id()?.0;
    Some(Me { id, roles: session.role().known().into_iter().collect() })
}

/// The way back to the catalogue, in the language in which one was.
fn to_catalogue(language: Language) -> AnyView {
    let href = join(&Route::Templates.path(), &[format!("lang={}", language.code())]);
    view! {
        <a class="back" href=href>
            <Icon name="left" small=true />
            {t(Route::Templates.title())}
        </a>
    }
    .into_any()
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
