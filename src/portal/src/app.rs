//! The app: shared state, who may see what, and the page for the address.

use std::sync::Arc;

use contract::PersonId;
use contract::access::Invited;
use domain::moment::Zone;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::announce;
use crate::api::{self, ApiError, NOTICES};
use crate::calculator::Calculators;
use crate::components::beside::Beside;
use crate::components::chunk::{Chunk, Opening, chunk};
use crate::components::frame::Frame;
use crate::components::state::Failed;
use crate::effect::{effect, effect_since};
use crate::i18n::{Area, areas};
use crate::job::Job;
use crate::pages;
use crate::pages::account::{Own, Typed as TypedContacts};
use crate::pages::document::{ChosenOf, PartOf, ReportsOf};
use crate::pages::family::{GrantHere, OfferOf, Seen as SeenFrom};
use crate::pages::genuine::Seen;
use crate::pages::notifications::{Contacts, Here as ToldHere, Saver};
use crate::pages::rights::Typed;
use crate::pages::templates::Here;
use crate::route::{Family, Outcome, Route, SignInQuery};
use crate::state::clock;
use crate::state::documents::Documents;
use crate::state::live::Live;
use crate::state::session::{self, Auth, SessionState};
use crate::state::tabs::{Tabs, Word};
use crate::ui::part::part;

chunk!(account, account_page, Route, |_| view! { <pages::account::AccountPage /> }.into_any());
chunk!(about, privacy_page, Route, |_| view! { <pages::about::PrivacyPage /> }.into_any());
chunk!(about, accessibility_page, Route, |_| view! { <pages::about::AccessibilityPage /> }.into_any());
chunk!(genuine, genuine_page, Route, |_| view! { <pages::genuine::GenuinePage /> }.into_any());
chunk!(document, document_page, Route, |route| match route {
    Route::Document(id) => view! { <pages::document::DocumentPage id /> }.into_any(),
    _ => ().into_any(),
});
chunk!(pharmacy, pharmacy_page, Route, |route| match route {
    Route::Pharmacy(id) => view! { <pages::pharmacy::PharmacyPage id /> }.into_any(),
    _ => ().into_any(),
});
chunk!(services, services_page, Route, |route| pages::services::page(route));
chunk!(calculators, calculators_page, Route, |_| view! { <pages::calculators::CalculatorsPage /> }
    .into_any());
chunk!(calculator, calculator_page, (Route, Calculators), |(route, family)| pages::calculators::page(
    route, family
));
chunk!(fees, fees_family, () => Calculators, |()| pages::fees::ALL);
chunk!(insurance, insurance_family, () => Calculators, |()| pages::insurance::ALL);
chunk!(insured, insured_page, Route, |_| view! { <pages::insurance::InsuredPage /> }.into_any());
chunk!(family, family_page, Route, |_| view! { <pages::family::FamilyPage /> }.into_any());
chunk!(invite, invite_page, Route, |_| view! { <pages::family::InvitePage /> }.into_any());
chunk!(offer, offer_section, OfferOf, |of| view! { <pages::family::Offer of /> }.into_any());
chunk!(shown, shown_section, Invited, |invited| view! { <pages::family::Shown invited /> }.into_any());
chunk!(ending, ending_section, (GrantHere, SeenFrom), |(here, seen)| {
    view! { <pages::family::Ending here seen /> }.into_any()
});
chunk!(code, code_page, Route, |_| view! { <pages::family::CodePage /> }.into_any());
chunk!(grant, grant_page, Route, |route| match route {
    Route::Grant(id) => view! { <pages::family::GrantPage id /> }.into_any(),
    _ => ().into_any(),
});
chunk!(terms, terms_section, GrantHere, |here| view! { <pages::family::EditTerms here /> }.into_any());
chunk!(young, young_section, GrantHere, |here| view! { <pages::family::Young here /> }.into_any());
chunk!(access_log, access_log_page, Route, |route| match route {
    Route::AccessLog(person) => view! { <pages::family::LogPage person /> }.into_any(),
    _ => ().into_any(),
});
chunk!(leave, leave_family, () => Calculators, |()| pages::leave::ALL);
chunk!(dates, dates_family, () => Calculators, |()| pages::dates::ALL);
chunk!(practice, practice_family, () => Calculators, |()| pages::practice::ALL);
chunk!(sign_in, sign_in_page, Route, |_| view! { <pages::sign_in::SignInPage /> }.into_any());
chunk!(contacts, contacts_section, (Own, TypedContacts), |(own, typed)| {
    view! { <pages::account::OwnContacts own typed /> }.into_any()
});
chunk!(rights, rights_page, Route, |_| view! { <pages::rights::RightsPage /> }.into_any());
chunk!(told, told_page, Route, |route| pages::told::page(route));
chunk!(answer, genuine_answer, Memo<Arc<Seen>>, |seen| view! { <pages::genuine::Answer seen /> }.into_any());
chunk!(report, genuine_report, (), |()| view! { <pages::genuine::Report /> }.into_any());
chunk!(matrix, wish_matrix, (ToldHere, PersonId, Zone), |(here, person, zone)| {
    view! { <pages::notifications::Matrix here person zone /> }.into_any()
});
chunk!(told_when, told_when, Saver, |saver| view! { <pages::notifications::ToldWhen saver /> }.into_any());
chunk!(contact_device, contact_device, Contacts, |contacts| {
    view! { <pages::notifications::ThisDevice contacts /> }.into_any()
});
chunk!(contact_add, contact_add, Contacts, |contacts| {
    view! { <pages::notifications::AddContact contacts /> }.into_any()
});
chunk!(templates, templates_page, Route, |route| pages::templates::page(route));
chunk!(preview, template_preview, Here, |here| view! { <pages::templates::Preview here /> }.into_any());
chunk!(editor, template_editor, Here, |here| view! { <pages::templates::Writing here /> }.into_any());
chunk!(check, template_check, Here, |here| view! { <pages::templates::Checked here /> }.into_any());
chunk!(more, template_more, Here, |here| view! { <pages::templates::More here /> }.into_any());
chunk!(trial, template_trial, Here, |here| view! { <pages::templates::Trial here /> }.into_any());
chunk!(corrections, corrections_section, (Typed, RwSignal<u32>), |(typed, asked)| {
    view! { <pages::rights::CorrectSection typed asked /> }.into_any()
});
chunk!(closing, closing_section, RwSignal<u32>, |asked| {
    view! { <pages::rights::ClosingSection asked /> }.into_any()
});
chunk!(deadlines, deadlines_section, PartOf, |of| view! { <pages::document::Deadlines of /> }.into_any());
chunk!(details, details_section, PartOf, |of| view! { <pages::document::Details of /> }.into_any());
chunk!(hiding, hiding_section, PartOf, |of| view! { <pages::document::Hiding of /> }.into_any());
chunk!(files, files_section, PartOf, |of| view! { <pages::document::Files of /> }.into_any());
chunk!(chosen, chosen_files, ChosenOf, |of| view! { <pages::document::ChosenFiles of /> }.into_any());
chunk!(reports, reports_section, ReportsOf, |of| view! { <pages::document::Reports of /> }.into_any());
chunk!(devices, devices_section, (), |()| view! { <pages::account::Devices /> }.into_any());

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let session = SessionState::new();
    let live = Live::new();
    provide_context(session);
    provide_context(live);
    let tabs = Tabs::open(move |word| {
        match &word {
            Word::SignedOut => session.leave(Outcome::SignedOut),
            Word::Expired => session.leave(Outcome::Expired),
            Word::SigningOut(now) => session.signing_out.set(*now),
            Word::Lives(seconds) => session.lives(*seconds),
            _ => {}
        }
        // Whoever is signed out has no business with the changes of others.
        if !session.auth.with_untracked(|auth| matches!(auth, Auth::Out(_))) {
            live.hear(word);
        }
    });
    provide_context(tabs);
    clock::start();
    session.watch(tabs);
    session.ask();
    effect(move || {
        // Any answer that says so means that the session is over, wherever it was asked.
        if NOTICES.signed_out.get() > 0 {
            session.leave(Outcome::Expired);
        }
    });
    view! {
        <Router>
            <Shell session live tabs />
        </Router>
    }
}

/// Everything inside the router.
#[component]
fn Shell(session: SessionState, live: Live, tabs: Tabs) -> impl IntoView {
    let location = use_location();
    let path = location.pathname;
    let route = Memo::new(move |_| Route::parse(&path.get()));
    finish_navigation(route);
    keep_signed_in_pages_signed_in(session, route);
    let navigate = use_navigate();
    let signing_out = Job::new(move |_: Arc<()>| {
        let navigate = navigate.clone();
        async move {
            // Another tab may hear of the end from its stream before this one has the answer.
            session.signing_out.set(true);
            tabs.say(&Word::SigningOut(true));
            let answer = api::session::sign_out().await;
            match &answer {
                Ok(()) => {
                    tabs.say(&Word::SignedOut);
                    session.leave(Outcome::SignedOut);
                    // From pages that anybody may see, too: whoever signed out is told so.
                    let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    let query = SignInQuery { outcome: Some(Outcome::SignedOut), return_to: None };
                    navigate(&query.address(), replace);
                }
                Err(error) => {
                    tabs.say(&Word::SigningOut(false));
                    announce::say(crate::words::error(error).0);
                }
            }
            session.signing_out.set(false);
            answer
        }
    });
    let sign_out = Callback::new(move |()| {
        signing_out.dispatch(());
    });
    provide_context(pages::account::SignOut(sign_out));
    provide_context(pages::account::SigningOut(signing_out));
    let signed_in = Memo::new(move |_| session.session().is_some());
    let gate = Memo::new(move |_| Gate::of(session.auth.get()));
    // Documents live as long as the session: with it go the stream and everything read.
    move || {
        let beside = signed_in.get().then(|| {
            let documents = Documents::new(live);
            provide_context(documents);
            session::begin();
            on_cleanup(move || live.stop());
            view! { <Beside documents /> }.into_any()
        });
        view! {
            <Frame route>{part(move || page(route.get(), gate.get(), session))}</Frame>
            {beside}
        }
    }
}

/// Tells the router that the page is there, so that it puts the address into the browser, and moves the focus.
fn finish_navigation(route: Memo<Route>) {
    let provider = use_context::<BrowserUrl>();
    let location = use_location();
    effect_since(move |before: Option<Route>| {
        location.pathname.track();
        if let Some(provider) = &provider {
            provider.ready_to_complete();
        }
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            announce::navigated();
        }
        now
    });
}

/// Sends whoever is not signed in to the sign-in page, with the way back; and whoever is, away from it.
fn keep_signed_in_pages_signed_in(session: SessionState, route: Memo<Route>) {
    let navigate = use_navigate();
    let location = use_location();
    effect(move || {
        let here = route.get();
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        match session.auth.get() {
            Auth::Out(outcome) if here.needs_sign_in() => {
                let search = location.search.get_untracked();
                let path = location.pathname.get_untracked();
                let back = if search.is_empty() { path } else { format!("{path}?{search}") };
                // Who signed out is done: the next person does not land on the last one's page.
                let done = matches!(outcome, Some(Outcome::SignedOut | Outcome::Closed));
                let back = Some(back).filter(|back| !done && back != "/");
                if outcome.is_none() {
                    announce::redirected();
                }
                navigate(&SignInQuery { outcome, return_to: back }.address(), replace);
            }
            Auth::In(_) if here == Route::SignIn => navigate(&Route::Home.path(), replace),
            _ => {}
        }
    });
}

/// Whether pages for those who are signed in may be shown.
#[derive(Clone)]
enum Gate {
    Open,
    Waiting,
    Failed(ApiError),
}

/// An extended session leaves it as it is, and so the page; a failure is always news.
impl PartialEq for Gate {
    fn eq(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Open, Self::Open) | (Self::Waiting, Self::Waiting))
    }
}

impl Gate {
    fn of(auth: Auth) -> Self {
        match auth {
            Auth::In(_) => Self::Open,
            Auth::Asking | Auth::Out(_) => Self::Waiting,
            Auth::Failed(error) => Self::Failed(error),
        }
    }
}

/// The page for an address.
fn page(route: Route, gate: Gate, session: SessionState) -> AnyView {
    if route.needs_sign_in() {
        match gate {
            Gate::Open => {}
            Gate::Waiting => return pages::waiting(route.title()).into_any(),
            Gate::Failed(error) => {
                let retry = Callback::new(move |()| session.ask());
                return pages::titled(route.title(), view! { <Failed error retry /> }).into_any();
            }
        }
    }
    match route {
        Route::Home => view! { <pages::home::HomePage /> }.into_any(),
        Route::SignIn => in_chunk(route, &areas::SIGN_IN, sign_in_page::open),
        Route::Documents => view! { <pages::documents::DocumentsPage /> }.into_any(),
        Route::Document(_) => in_chunk(route, &areas::DOCUMENT, document_page::open),
        Route::Pharmacy(_) => in_chunk(route, &areas::PHARMACY, pharmacy_page::open),
        Route::Services(_) => in_chunk(route, &areas::SERVICES, services_page::open),
        Route::Calculators => in_chunk(route, &areas::CALCULATORS, calculators_page::open),
        Route::Calculator(family, _) => {
            let area = match family {
                Family::Fees => &areas::FEES,
                Family::Insurance => &areas::INSURANCE,
                Family::Leave => &areas::LEAVE,
                Family::Dates => &areas::DATES,
                Family::Practice => &areas::PRACTICE,
            };
            in_chunk(route, area, calculator)
        }
        Route::Insured => in_chunk(route, &areas::INSURED, insured_page::open),
        Route::Family => in_chunk(route, &areas::FAMILY, family_page::open),
        Route::Invite => in_chunk(route, &areas::INVITE, invite_page::open),
        Route::InvitationCode => in_chunk(route, &areas::CODE, code_page::open),
        Route::Grant(_) => in_chunk(route, &areas::GRANT, grant_page::open),
        Route::AccessLog(_) => in_chunk(route, &areas::ACCESS_LOG, access_log_page::open),
        Route::Account => in_chunk(route, &areas::ACCOUNT, account_page::open),
        Route::Rights => in_chunk(route, &areas::RIGHTS, rights_page::open),
        Route::Told(_) => in_chunk(route, &areas::TOLD, told_page::open),
        Route::Staff(_) => in_chunk(route, &areas::TEMPLATES, templates_page::open),
        Route::Genuine => in_chunk(route, &areas::GENUINE, genuine_page::open),
        Route::Privacy => in_chunk(route, &areas::ABOUT, privacy_page::open),
        Route::Accessibility => in_chunk(route, &areas::ABOUT, accessibility_page::open),
        Route::NotFound => view! { <pages::not_found::NotFoundPage /> }.into_any(),
    }
}

/// A page that comes with its area when it is opened.
fn in_chunk(route: Route, area: &'static Area, open: fn(Route) -> Opening) -> AnyView {
    view! { <Chunk area route open /> }.into_any()
}

/// A calculator comes in two chunks: those of its family, and how any of them is shown.
fn calculator(route: Route) -> Opening {
    let family = match route {
        Route::Calculator(Family::Insurance, _) => insurance_family::open(()),
        Route::Calculator(Family::Leave, _) => leave_family::open(()),
        Route::Calculator(Family::Dates, _) => dates_family::open(()),
        Route::Calculator(Family::Practice, _) => practice_family::open(()),
        _ => fees_family::open(()),
    };
    Box::pin(async move { calculator_page::open((route, family.await?)).await })
}
