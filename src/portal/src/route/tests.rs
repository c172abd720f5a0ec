use contract::MessageId;

use super::service::Service;
use super::staff::StaffPage;
use super::told::ToldPage;
use super::*;
use crate::calculator::catalogue;

/// One of each page, and every calculator.
fn all() -> Vec<(String, Route)> {
    let document = || DocumentId("d-1".to_owned());
    let pages = [
        ("home", Route::Home),
        ("sign_in", Route::SignIn),
        ("documents", Route::Documents),
        ("document", Route::Document(document())),
        ("pharmacy", Route::Pharmacy(document())),
        ("services", Service::All.route()),
        ("doctor", Service::Doctor.route()),
        ("check_ups", Service::CheckUps.route()),
        ("check_up", Service::CheckUp(PersonId("p-1".to_owned())).route()),
        ("commission", Service::Commission.route()),
        ("commission_of", Service::CommissionOf(PersonId("p-1".to_owned())).route()),
        ("calculators", Route::Calculators),
        ("insured", Route::Insured),
        ("family", Route::Family),
        ("family_invite", Route::Invite),
        ("family_code", Route::InvitationCode),
        ("grant", Route::Grant(GrantId("g-1".to_owned()))),
        ("access_log", Route::AccessLog(PersonId("p-1".to_owned()))),
        ("account", Route::Account),
        ("rights", Route::Rights),
        ("messages", ToldPage::Messages.route()),
        ("message", ToldPage::Message(MessageId("m-1".to_owned())).route()),
        ("notification_settings", ToldPage::Settings.route()),
        ("wishes", ToldPage::Wishes(PersonId("p-1".to_owned())).route()),
        ("notification_contacts", ToldPage::Contacts.route()),
        ("templates", StaffPage::Templates.route()),
        ("template", StaffPage::Template("protocol.approved/sms/bg".to_owned()).route()),
        ("template_sheet", StaffPage::TemplateSheet.route()),
        ("genuine", Route::Genuine),
        ("privacy", Route::Privacy),
        ("accessibility", Route::Accessibility),
        ("not_found", Route::NotFound),
    ];
    let calculators =
        catalogue::ALL.iter().map(|entry| (format!("calculator_{}", entry.name), entry.route()));
    pages.map(|(name, route)| (name.to_owned(), route)).into_iter().chain(calculators).collect()
}

#[test]
fn every_path_leads_to_its_page_and_the_browser_tests_know_them_all() {
    let mut lines = Vec::new();
    for (name, route) in all() {
        // A page that is missing above does not compile here.
        match route {
            Route::Home
            | Route::SignIn
            | Route::Documents
            | Route::Document(_)
            | Route::Pharmacy(_)
            | Route::Services(_)
            | Route::Calculators
            | Route::Calculator(..)
            | Route::Insured
            | Route::Family
            | Route::Invite
            | Route::InvitationCode
            | Route::Grant(_)
            | Route::AccessLog(_)
            | Route::Account
            | Route::Rights
            | Route::Told(_)
            | Route::Staff(_)
            | Route::Genuine
            | Route::Privacy
            | Route::Accessibility
            | Route::NotFound => {}
        }
        let path = if route == Route::NotFound { "/no-such-page".to_owned() } else { route.path() };
        assert_eq!(Route::parse(&path), route);
        lines.push(format!(
            "  {{ \"name\": \"{name}\", \"path\": \"{path}\", \"signed_in\": {} }}",
            route.needs_sign_in()
        ));
    }
    let now = format!("[\n{}\n]\n", lines.join(",\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/e2e/routes.json");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &now).unwrap();
    } else {
        assert_eq!(kept, now, "UPDATE_SNAPSHOTS=1 cargo test -p portal writes the list anew");
    }
}

#[test]
fn an_id_that_cannot_be_one_is_no_page() {
    assert_eq!(Route::parse("/documents/a%20b"), Route::NotFound);
    assert_eq!(Route::parse("/documents/a%20b/pharmacy"), Route::NotFound);
    assert_eq!(Route::parse("/documents/x/y"), Route::NotFound);
    assert_eq!(Route::parse("//documents/"), Route::Documents);
}

#[test]
fn only_local_paths_are_followed_after_sign_in() {
    let read = |path: &'static str| {
        SignInQuery::read(move |name| (name == "return_to").then(|| path.to_owned())).return_to
    };
    assert_eq!(read("/documents?kind=x").as_deref(), Some("/documents?kind=x"));
    for bad in ["https://example.org", "//example.org", "documents", "/\\example.org", "/a\nb"] {
        assert_eq!(read(bad), None, "{bad}");
    }
}

#[test]
fn the_address_of_the_sign_in_page_is_read_back() {
    let query = SignInQuery {
        outcome: Some(Outcome::Expired),
        return_to: Some("/documents?person=p-1&need=1".to_owned()),
    };
    assert_eq!(query.address(), "/sign-in?outcome=expired&return_to=/documents%3Fperson%3Dp-1%26need%3D1");
    assert_eq!(SignInQuery::default().begin(Language::Kk), "/api/v1/sign-in?return_to=/&lang=kk");
}
