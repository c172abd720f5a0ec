//! A contact that is for one person alone: whose, of what kind, which.

use std::sync::Arc;

use contract::PersonId;
use contract::notification::NewNotificationContact;
use contract::person::RawPerson;
use domain::coded::{Code, Coded};
use domain::notification::contact::AddressProblem;
use domain::notification::{Address, Reach};
use leptos::prelude::*;

use super::{Contacts, settled};
use crate::announce;
use crate::api::ApiError;
use crate::api::notifications as api;
use crate::components::person::full_name;
use crate::form::{Field, Form, SaveForm, Saving, SelectField, TextField, options};
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::job::Job;
use crate::pages::notifications::persons;
use crate::route::told::ToldPage;
use crate::state::session::{is_own, of_session};
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::words::contact;

/// What is typed; it lives as long as the session.
#[derive(Clone, Copy, Default)]
struct Typed {
    person: RwSignal<String>,
    reach: RwSignal<String>,
    address: RwSignal<String>,
}

/// What is wrong, in words; the server gives the same codes.
fn words(code: &str) -> Msg {
    if code == "contact.twice" { n::add_twice() } else { contact::words(code) }
}

fn chosen(typed: &str) -> Option<Msg> {
    typed.is_empty().then(n::add_choose)
}

fn filled(typed: &str) -> Option<Msg> {
    typed.trim().is_empty().then(n::add_empty)
}

/// What is wrong with an address of a kind, by the code that the server would give.
fn wrong(reach: Reach, address: &str) -> Option<&'static str> {
    match Address::parse(reach, address).err()? {
        AddressProblem::Phone(problem) => Some(problem.code()),
        AddressProblem::Email(problem) => Some(problem.code()),
        AddressProblem::Device => None,
    }
}

fn field(
    id: &'static str,
    pointer: &'static str,
    label: fn() -> Msg,
    check: fn(&str) -> Option<Msg>,
    typed: RwSignal<String>,
) -> Field {
    Field { id, pointer, label, check, value: typed.into(), set: Callback::new(move |text| typed.set(text)) }
}

/// The form, behind a line.
#[component]
pub fn AddContact(contacts: Contacts) -> impl IntoView {
    let typed: Typed = of_session();
    let whose = field("add-person", "/apart_for", n::add_person, chosen, typed.person);
    let reach = field("add-reach", "/reach", n::add_reach, chosen, typed.reach);
    let address = field("add-address", "/address", n::add_address, filled, typed.address);
    let form = Form::new(vec![whose, reach, address]);
    let job = Job::new(move |_: Arc<()>| async move {
        let Coded::Known(kind) = typed.reach.with_untracked(|code| Reach::from_code(code)) else {
            return Err(ApiError::Unreadable);
        };
        let new = NewNotificationContact {
            reach: Coded::Known(kind),
            address: typed.address.get_untracked(),
            apart_for: Some(PersonId(typed.person.get_untracked())),
        };
        let answer = settled(contacts, api::add(&new).await);
        match &answer {
            Ok(_) => {
                for one in [typed.person, typed.reach, typed.address] {
                    one.try_set(String::new());
                }
                announce::say(n::add_done());
            }
            Err(ApiError::Fields(refused)) => form.refuse(&refused.problems(), words),
            Err(_) => {}
        }
        answer.map(drop)
    });
    let some = move || {
        [typed.person, typed.reach, typed.address].iter().any(|one| one.with(|text| !text.is_empty()))
    };
    unsaved::follow(ToldPage::Contacts.route(), Arc::new(some));
    let saving = Memo::new(move |_| Saving::of(job.pending(), job.value(), some()));
    let send = Callback::new(move |()| {
        let kind = typed.reach.with_untracked(|code| Reach::from_code(code)).known();
        let found = kind.and_then(|kind| typed.address.with_untracked(|address| wrong(kind, address)));
        match found {
            Some(code) => form.refuse(&[contract::problem::FieldProblem::new("/address", code)], words),
            None => job.dispatch(()),
        }
    });
    let kinds = vec![(Reach::Phone.code(), n::contacts_phone()), (Reach::Email.code(), n::contacts_email())];
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" />
                {t(n::add_title())}
            </summary>
            <SaveForm form saving send button="add-contact" label=n::contacts_add()>
                <SelectField form field=whose hint=n::add_person_hint() nothing=n::add_nothing() options=people() />
                <SelectField form field=reach hint=n::add_reach_hint() nothing=n::add_nothing() options=options(kinds) />
                <TextField form field=address hint=n::add_address_hint() kind="text" autocomplete="off" />
            </SaveForm>
        </details>
    }
}

/// Those one cares for, by name.
fn people() -> AnyView {
    let option = |person: RawPerson| {
        let id = person.id.0.clone();
        view! { <option value=id>{ArcSignal::derive(move || full_name(&person))}</option> }.into_any()
    };
    let others = untrack(persons).into_iter().filter(|person| !is_own(person));
    others.map(option).collect::<Vec<_>>().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contact::{EmailProblem, PhoneProblem};

    #[test]
    fn an_address_is_looked_at_before_it_is_sent() {
        assert_eq!(wrong(Reach::Phone, "0888 123 456"), None);
        assert_eq!(wrong(Reach::Phone, "0888 12"), Some(PhoneProblem::TooShort.code()));
        assert_eq!(wrong(Reach::Email, "maria"), Some(EmailProblem::At.code()));
    }
}
