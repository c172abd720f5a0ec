//! The history of signing in, failed attempts too.

use contract::account::{SignIn, SignIns};
use domain::moment::Zone;
use leptos::prelude::*;

use super::{device, own_zone, skeleton, when};
use crate::api::account as api;
use crate::i18n::t;
use crate::i18n::texts::account as a;
use crate::load::Load;
use crate::pages::about::contact::FundLine;
use crate::reading::Reading;
use crate::ui::icon::Icon;

/// The history.
#[component]
pub fn SignInHistory() -> impl IntoView {
    let sign_ins = Reading::begin(api::sign_ins);
    view! {
        <h3 id="sign-ins-heading">{t(a::sign_ins_title())}</h3>
        <Load value=move || sign_ins.answer() retry=sign_ins.retry() skeleton=ViewFn::from(skeleton) let(answer)>
            {table(&answer)}
        </Load>
        <div class="notice tone-waiting">
            <Icon name="info" />
            <div class="notice__body">
                <p class="notice__title">{t(a::sign_ins_unknown())}</p>
                <p>{t(a::sign_ins_unknown_text())}</p>
                <p><FundLine /></p>
            </div>
        </div>
    }
}

fn table(answer: &SignIns) -> AnyView {
    if answer.sign_ins.is_empty() {
        return view! { <p class="quiet">{t(a::sign_ins_empty())}</p> }.into_any();
    }
    let zone = untrack(own_zone);
    let rows = answer.sign_ins.iter().map(|sign_in| row(sign_in, zone));
    view! {
        <table class="table table--cards" role="table" aria-labelledby="sign-ins-heading">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t(a::sign_ins_when())}</th>
                    <th role="columnheader" scope="col">{t(a::sign_ins_device())}</th>
                    <th role="columnheader" scope="col">{t(a::sign_ins_result())}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}

fn row(sign_in: &SignIn, zone: Zone) -> impl IntoView + use<> {
    let (class, icon, result) = if sign_in.succeeded {
        ("status tone-success", "approved", a::sign_ins_succeeded())
    } else {
        ("status tone-danger", "refused", a::sign_ins_failed())
    };
    view! {
        <tr role="row">
            <td role="cell" data-label=t(a::sign_ins_when())>{t(when(sign_in.at, zone))}</td>
            <td role="cell" data-label=t(a::sign_ins_device())>{t(device(&sign_in.device))}</td>
            <td role="cell" data-label=t(a::sign_ins_result())>
                <span class=class>
                    <Icon name=icon small=true />
                    {t(result)}
                </span>
            </td>
        </tr>
    }
}
