//! One grant: what it is, what will change, and what its two sides can do about it.

mod edit;
mod ending;
mod facts;
mod renewal;
mod upcoming;
mod young;

use contract::GrantId;
use contract::access::{Grant, Grants};
use domain::access::{Action, Holder, Refusal, Scope, Stage};
use leptos::prelude::*;

use super::holding::{holder, holds, may, scopes};
use super::words::Seen;
use super::{ToFamily, read, skeleton};
use crate::announce::PageTitle;
use crate::api::access as api;
use crate::app::{ending_section, terms_section, young_section};
use crate::components::chunk::late;
use crate::components::state::Empty;
use crate::i18n::texts::grant as gr;
use crate::i18n::{Msg, m, t};
use crate::load::Load;
use crate::reading::{Reading, derived};
use crate::route::Route;
use crate::state::session::use_session;
use crate::ui::part::{part, part_if};
pub use edit::EditTerms;
pub use ending::Ending;
use renewal::Renewal;
pub use young::Young;

/// A grant, and the side from which it is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    seen: Seen,
    grant: Grant,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct GrantHere {
    /// All that was read.
    access: Reading<Grants>,
    /// The grant as the server had it last; `None` until it is here, or when there is none.
    shown: Memo<Option<Shown>>,
}

impl GrantHere {
    /// The grant; tracked.
    fn grant(self) -> Option<Grant> {
        self.shown.get().map(|shown| shown.grant)
    }

    /// Why something may not be done to the grant now, or that it may; tracked. `None` until the grant is here.
    fn may(self, action: Action) -> Option<Result<(), Refusal>> {
        let Shown { seen, grant } = self.shown.get()?;
        let own = use_session().own().map_or(Holder::Own(Stage::Adult), |own| own.own());
        Some(match seen {
            Seen::Held => may(action, &holder(&grant), &grant),
            // What nobody may do with such a grant is not put off to an age.
            Seen::Given => match may(action, &Holder::Own(Stage::Adult), &grant) {
                Ok(()) => may(action, &own, &grant),
                refused => refused,
            },
        })
    }

    /// Whether a young person decides that a parent goes on acting, as far as acting is part of access that the young person
    /// did not give; tracked. `None` where there is nothing to decide.
    fn decides(self) -> Option<Result<(), Refusal>> {
        let acts = self.grant().is_some_and(|grant| scopes(&grant.scopes).has(Scope::Act));
        self.may(Action::RenewAct).filter(|may| acts && *may != Err(Refusal::BasisForbids))
    }

    /// Whether something may be done to the grant now; tracked.
    fn allows(self, action: Action) -> bool {
        self.may(action) == Some(Ok(()))
    }
}

fn find(access: &Grants, id: &GrantId) -> Option<Shown> {
    let of = |all: &[Grant], seen| {
        let grant = all.iter().find(|grant| grant.id == *id)?.clone();
        Some(Shown { seen, grant })
    };
    of(&access.given, Seen::Given).or_else(|| of(&access.held, Seen::Held))
}

/// What of the page depends on the answer: built anew only when that changes, so that nothing typed and no open question goes.
#[derive(Clone, PartialEq)]
enum Place {
    Gone,
    Here(Seen),
}

/// The page.
#[component]
pub fn GrantPage(id: GrantId) -> impl IntoView {
    let access = read(api::grants);
    let shown =
        Memo::new(move |_| access.answer().and_then(Result::ok).and_then(|access| find(&access, &id)));
    let here = GrantHere { access, shown };
    let place = derived(move || {
        let answer = access.answer()?;
        Some(answer.map(|_| shown.get().map_or(Place::Gone, |shown| Place::Here(shown.seen))))
    });
    let title = Signal::derive(move || match shown.get() {
        Some(Shown { seen, grant }) => title(seen, &grant),
        None => m::family_title(),
    });
    view! {
        <div class="page">
            <div class="page__head">
                <ToFamily />
                <PageTitle text=title />
            </div>
            <Load value=move || place.get() retry=access.retry() skeleton=ViewFn::from(skeleton) let(place)>
                {match place {
                    Place::Gone => gone(),
                    Place::Here(seen) => inside(here, seen),
                }}
            </Load>
        </div>
    }
}

fn title(seen: Seen, grant: &Grant) -> Msg {
    match seen {
        Seen::Given => gr::given(grant.other.as_str()),
        Seen::Held => gr::held(grant.other.as_str()),
    }
}

/// Not there, or somebody else's.
fn gone() -> AnyView {
    view! {
        <Empty picture="sky-fence" title=gr::gone() text=gr::gone_text()>
            <a class="button button--second" href=Route::Family.path()>{t(m::family_title())}</a>
        </Empty>
    }
    .into_any()
}

fn inside(here: GrantHere, seen: Seen) -> AnyView {
    let facts = part(move || here.grant().map(|grant| facts::facts(seen, &grant)).into_any());
    let upcoming = part(move || here.grant().map(|grant| upcoming::upcoming(seen, &grant)).into_any());
    let open = move || here.grant().is_some_and(|grant| holds(&grant));
    let over = || view! { <p class="quiet">{t(gr::over())}</p> }.into_any();
    let active = move || {
        match seen {
        Seen::Given => view! {
            {part_if(move || here.allows(Action::ChangeAccess), move || late(move || terms_section::open(here)))}
            {part_if(move || here.decides().is_some(), move || late(move || young_section::open(here)))}
        }
        .into_any(),
        Seen::Held => view! { <Renewal here /> }.into_any(),
    }
    };
    view! {
        {facts}
        {part_if(open, active)}
        {part_if(move || !open(), over)}
        {upcoming}
        {late(move || ending_section::open((here, seen)))}
    }
    .into_any()
}
