//! What one is told, and how: the page at an address below `/notifications`.

use leptos::prelude::*;

use crate::components::chunk::{Chunk, chunk};
use crate::i18n::areas;
use crate::pages;
use crate::pages::not_found::NotFoundPage;
use crate::route::Route;
use crate::route::told::ToldPage;

chunk!(messages, messages_page, Route, |_| view! { <pages::messages::MessagesPage /> }.into_any());
chunk!(message, message_page, Route, |route| match parse(&route) {
    Some(ToldPage::Message(id)) => view! { <pages::messages::MessagePage id /> }.into_any(),
    _ => ().into_any(),
});
chunk!(notification_settings, settings_page, Route, |_| {
    view! { <pages::notifications::SettingsPage /> }.into_any()
});
chunk!(wishes, wishes_page, Route, |route| match parse(&route) {
    Some(ToldPage::Wishes(person)) => view! { <pages::notifications::WishesPage person /> }.into_any(),
    _ => ().into_any(),
});
chunk!(notification_contacts, contacts_page, Route, |_| {
    view! { <pages::notifications::ContactsPage /> }.into_any()
});

/// The page.
pub fn page(route: Route) -> AnyView {
    let (area, open): (_, fn(Route) -> _) = match parse(&route) {
        Some(ToldPage::Messages) => (&areas::MESSAGES, messages_page::open),
        Some(ToldPage::Message(_)) => (&areas::MESSAGES, message_page::open),
        Some(ToldPage::Settings) => (&areas::NOTIFICATIONS, settings_page::open),
        Some(ToldPage::Wishes(_)) => (&areas::NOTIFICATIONS, wishes_page::open),
        Some(ToldPage::Contacts) => (&areas::NOTIFICATION_CONTACTS, contacts_page::open),
        None => return view! { <NotFoundPage /> }.into_any(),
    };
    view! { <Chunk area route open /> }.into_any()
}

fn parse(route: &Route) -> Option<ToldPage> {
    match route {
        Route::Told(rest) => ToldPage::parse(rest),
        _ => None,
    }
}
