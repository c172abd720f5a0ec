//! Whose: one of the persons of the session, or all of them. The same wherever one chooses.

use contract::PersonId;
use leptos::prelude::*;

use crate::components::person::name;
use crate::i18n::m;
use crate::state::session::use_session;
use crate::ui::choice::Choice;
use crate::ui::part::part;

/// The choice. Who there is follows the session.
#[component]
pub fn PersonSwitch(
    /// Id of the field.
    id: &'static str,
    /// Who is chosen now; `None` for all.
    chosen: Signal<Option<PersonId>>,
    /// Asked with who was chosen.
    choose: Callback<Option<PersonId>>,
) -> impl IntoView {
    let session = use_session();
    let value = ArcSignal::derive(move || chosen.get().map_or(String::new(), |person| person.to_string()));
    let options = ViewFn::from(move || {
        part(move || {
            session.persons.track();
            let persons = untrack(|| session.session()).map(|session| session.persons.clone());
            let option = |id: PersonId| {
                let selected = chosen.get_untracked().as_ref() == Some(&id);
                let value = id.to_string();
                view! { <option value=value selected=selected>{name(id)}</option> }
            };
            let options = persons.unwrap_or_default().into_iter().map(|person| option(person.id));
            options.collect::<Vec<_>>().into_any()
        })
    });
    let choose = Callback::new(move |id: String| choose.run(PersonId::parse(&id)));
    view! { <Choice id label=m::filters_person() all=m::filters_all() value options choose /> }
}
