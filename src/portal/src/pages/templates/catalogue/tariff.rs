//! What messages cost: a setting, for no source states what the fund pays.

use std::sync::Arc;

use contract::document::Amount;
use contract::template::{NewTariff, TemplateCatalogue, TemplateTariff};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::api::templates as api;
use crate::form::{Field, Form, SaveForm, Saving, TextField};
use crate::i18n::texts::form as fm;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::job::Job;
use crate::pages::templates::me;
use crate::reading::Reading;
use crate::route::staff::StaffPage;
use crate::state::session::of_session;
use crate::state::unsaved;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

/// What is shown, and the form for who may change it.
pub fn tariff(reading: Reading<TemplateCatalogue>, tariff: TemplateTariff) -> AnyView {
    let approves = me().is_some_and(|me| me.staff().may_set_tariff());
    let money = tariff.read();
    let form = approves.then(|| form(reading, tariff));
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" />
                {t(te::tariff_title())}
            </summary>
            <div class="stack stack--close">
                <p>{t(te::tariff_text())}</p>
                <dl class="facts">
                    <div>
                        <dt>{t(te::tariff_sms())}</dt>
                        <dd>{t(te::tariff_amount(money.sms))}</dd>
                    </div>
                    <div>
                        <dt>{t(te::tariff_viber())}</dt>
                        <dd>{t(te::tariff_amount(money.viber))}</dd>
                    </div>
                </dl>
                {form}
            </div>
        </details>
    }
    .into_any()
}

/// An amount as it is typed: units and at most two digits after a point or a comma.
fn minor(typed: &str) -> Option<i64> {
    let text = typed.trim();
    let (units, cents) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if units.is_empty() || units.len() > 9 || cents.len() > 2 || !digits(units) || !digits(cents) {
        return None;
    }
    let cents = format!("{cents:0<2}").parse::<i64>().ok()?;
    Some(units.parse::<i64>().ok()? * 100 + cents)
}

fn written(amount: Amount) -> String {
    format!("{}.{:02}", amount.minor / 100, amount.minor % 100)
}

fn check(typed: &str) -> Option<Msg> {
    minor(typed).is_none().then(te::tariff_wrong)
}

fn words(code: &str) -> Msg {
    fm::problem_unknown(code)
}

/// What is typed and not saved; it lives as long as the session.
#[derive(Clone, Copy, Default)]
struct Typed {
    sms: RwSignal<Option<String>>,
    viber: RwSignal<Option<String>>,
    /// Somebody set it meanwhile: what is saved stands above, what is typed in the fields.
    overtaken: RwSignal<bool>,
}

impl Typed {
    /// Whether something is typed; tracked.
    fn some(self) -> bool {
        [self.sms, self.viber].iter().any(|one| one.with(Option::is_some))
    }
}

fn form(reading: Reading<TemplateCatalogue>, tariff: TemplateTariff) -> AnyView {
    let typed: Typed = of_session();
    let field = |id, pointer, label: fn() -> Msg, typed: RwSignal<Option<String>>, saved: Amount| Field {
        id,
        pointer,
        label,
        check,
        value: Signal::derive(move || typed.get().unwrap_or_else(|| written(saved))),
        set: Callback::new(move |text| typed.set(Some(text))),
    };
    let sms = field("tariff-sms", "/sms_per_thousand", te::tariff_sms, typed.sms, tariff.sms_per_thousand);
    let viber = field(
        "tariff-viber",
        "/viber_per_thousand",
        te::tariff_viber,
        typed.viber,
        tariff.viber_per_thousand,
    );
    let form = Form::new(vec![sms, viber]);
    let currency = tariff.sms_per_thousand.currency;
    let save = Job::new(move |_: Arc<()>| {
        let amount = |field: Field| {
            let minor = field.value.with_untracked(|typed| minor(typed))?;
            Some(Amount { minor, currency })
        };
        let new = amount(sms).zip(amount(viber));
        let tag = tariff.tag.clone();
        async move {
            let Some((sms_per_thousand, viber_per_thousand)) = new else { return Err(ApiError::Unreadable) };
            let answer = api::set_tariff(&tag, &NewTariff { sms_per_thousand, viber_per_thousand }).await;
            match &answer {
                Ok(now) => {
                    reading.again_with(|all| TemplateCatalogue { tariff: now.clone(), ..all.clone() });
                    typed.sms.try_set(None);
                    typed.viber.try_set(None);
                    typed.overtaken.try_set(false);
                }
                Err(ApiError::Changed) => {
                    typed.overtaken.try_set(true);
                    reading.again();
                }
                Err(ApiError::Fields(refused)) => form.refuse(&refused.problems(), words),
                Err(_) => {}
            }
            answer.map(drop)
        }
    });
    unsaved::follow(StaffPage::Templates.route(), Arc::new(move || typed.some()));
    let saving = Memo::new(move |_| Saving::of(save.pending(), save.value(), typed.some()));
    let send = Callback::new(move |()| save.dispatch(()));
    let overtaken = || {
        view! {
            <p class="notice tone-action" role="alert">
                <Icon name="action" />
                <span>{t(te::tariff_changed())}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <SaveForm form saving send button="tariff-save">
            {part_if(move || typed.overtaken.get(), overtaken)}
            <TextField form field=sms hint=te::tariff_hint() kind="text" autocomplete="off" short=true />
            <TextField form field=viber hint=te::tariff_hint() kind="text" autocomplete="off" short=true />
        </SaveForm>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_with_a_point_or_a_comma_and_nothing_else() {
        assert_eq!(minor("45"), Some(4500));
        assert_eq!(minor(" 45,5 "), Some(4550));
        assert_eq!(minor("45.05"), Some(4505));
        for wrong in ["", "-1", "4.555", "4,5,5", "1e3", "9999999999"] {
            assert_eq!(minor(wrong), None, "{wrong}");
        }
    }
}
