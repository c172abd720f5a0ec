//! The three fields: their names, their checks, and what is wrong in words.

use contract::account::Contacts;
use domain::coded::Code;
use domain::contact::{self, Phone};
use leptos::prelude::*;

use super::super::Typed;
use crate::form::Field;
use crate::i18n::Msg;
use crate::i18n::texts::account as a;
pub use crate::words::contact::words;

/// E-mail, phone and address, in this order.
pub fn of(typed: Typed) -> [Field; 3] {
    [
        Field {
            id: "email",
            pointer: "/contacts/email",
            label: a::contacts_email,
            check: check_email,
            value: Signal::derive(move || typed.contacts.with(|contacts| contacts.email.clone())),
            set: Callback::new(move |text| typed.contacts.update(|contacts| contacts.email = text)),
        },
        Field {
            id: "phone",
            pointer: "/contacts/phone",
            label: a::contacts_phone,
            check: check_phone,
            value: Signal::derive(move || typed.contacts.with(|contacts| contacts.phone.clone())),
            set: Callback::new(move |text| typed.contacts.update(|contacts| contacts.phone = text)),
        },
        Field {
            id: "address",
            pointer: "/contacts/address",
            label: a::contacts_address,
            check: check_address,
            value: Signal::derive(move || typed.contacts.with(|contacts| contacts.address.clone())),
            set: Callback::new(move |text| typed.contacts.update(|contacts| contacts.address = text)),
        },
    ]
}

/// The names of the fields with their values.
pub fn named(contacts: &Contacts) -> [(Msg, String); 3] {
    [
        (a::contacts_email(), contacts.email.clone()),
        (a::contacts_phone(), contacts.phone.clone()),
        (a::contacts_address(), contacts.address.clone()),
    ]
}

/// Contacts as the server keeps them: without blanks around them, the phone in international form.
pub fn kept(typed: &Contacts) -> Contacts {
    let phone = typed.phone.trim();
    Contacts {
        email: typed.email.trim().to_owned(),
        phone: Phone::parse(phone).map_or_else(|_| phone.to_owned(), |phone| phone.as_str().to_owned()),
        address: typed.address.trim().to_owned(),
    }
}

fn check_email(typed: &str) -> Option<Msg> {
    if typed.trim().is_empty() {
        return None;
    }
    contact::check_email(typed).err().map(|problem| words(problem.code()))
}

fn check_phone(typed: &str) -> Option<Msg> {
    if typed.trim().is_empty() {
        return None;
    }
    Phone::parse(typed).err().map(|problem| words(problem.code()))
}

fn check_address(typed: &str) -> Option<Msg> {
    contact::check_address(typed).err().map(|problem| words(problem.code()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::texts::form as fm;

    #[test]
    fn nothing_typed_is_nothing_wrong() {
        for check in [check_email, check_phone, check_address] {
            assert_eq!(check(""), None);
            assert_eq!(check("  "), None);
        }
    }

    #[test]
    fn the_check_here_and_the_server_say_the_same() {
        assert_eq!(check_email("maria"), Some(words("email.at")));
        assert_eq!(check_phone("0888 12"), Some(words("phone.too_short")));
        assert_eq!(check_address(&"a".repeat(201)), Some(words("address.too_long")));
        assert_eq!(words("moon.phase"), fm::problem_unknown("moon.phase"));
    }

    #[test]
    fn contacts_are_kept_as_the_server_keeps_them() {
        let contacts = |email: &str, phone: &str, address: &str| Contacts {
            email: email.to_owned(),
            phone: phone.to_owned(),
            address: address.to_owned(),
        };
        assert_eq!(
            kept(&contacts(" a@b.bg", "0888 123 456", "x ")),
            contacts("a@b.bg", "+359888123456", "x")
        );
        assert_eq!(kept(&contacts("", " ", "")), contacts("", "", ""));
    }
}
