//! Whom to ask. Numbers and addresses are the same in every language.

use leptos::prelude::*;

use crate::i18n::texts::about as a;
use crate::i18n::{m, t};

const MAIL: &str = "nzok@nhif.bg";
const MAIL_LINK: &str = "mailto:nzok@nhif.bg";
const LINE: &str = "0800\u{a0}14\u{a0}800";
const LINE_LINK: &str = "tel:080014800";
const COMMISSION_LINK: &str = "https://www.cpdp.bg/";

/// The fund's line.
#[component]
pub fn FundLine() -> impl IntoView {
    view! { <a href=LINE_LINK>{t(m::ask_line(LINE))}</a> }
}

/// The fund's line and its e-mail address.
#[component]
pub fn Fund() -> impl IntoView {
    view! {
        <ul>
            <li><a href=LINE_LINK>{t(m::ask_line(LINE))}</a></li>
            <li><a href=MAIL_LINK>{t(a::ask_mail(MAIL))}</a></li>
        </ul>
    }
}

/// The commission that protects personal data.
#[component]
pub fn Commission() -> impl IntoView {
    view! { <a href=COMMISSION_LINK rel="external">{t(a::ask_commission())}</a> }
}
