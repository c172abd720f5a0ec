//! Beside a control: whether its note is being saved, is saved, failed, cannot be, or was made otherwise meanwhile.

use domain::telk::plan::Change;
use leptos::prelude::*;

use super::keeping::{Keeper, Standing};
use super::words;
use crate::i18n::texts::commission as o;
use crate::i18n::texts::form as fm;
use crate::i18n::{m, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// How saving the field of a change stands.
pub fn standing(keeper: Keeper, field: Change) -> AnyView {
    let here = {
        let field = field.clone();
        Memo::new(move |_| keeper.standing(&field))
    };
    part(move || match here.get() {
        None => ().into_any(),
        Some(standing) => shown(keeper, &field, standing),
    })
    .into_any()
}

fn shown(keeper: Keeper, field: &Change, standing: Standing) -> AnyView {
    match standing {
        Standing::Waiting | Standing::Saving => view! {
            <span class="standing">
                <span class="spinner"></span>
                {t(fm::saving())}
            </span>
        }
        .into_any(),
        Standing::Saved => view! {
            <span class="standing field__saved">
                <Icon name="check" small=true />
                {t(fm::saved())}
            </span>
        }
        .into_any(),
        Standing::Failed(error) => {
            let (title, _, _) = crate::words::error(&error);
            view! {
                <div class="standing standing--failed">
                    <p>
                        <strong>{t(o::failed())}</strong>
                        " "
                        {t(title)}
                    </p>
                    <button class="button button--small" type="button" on:click=move |_| keeper.retry()>
                        {t(m::retry())}
                    </button>
                </div>
            }
            .into_any()
        }
        Standing::Wrong(problem) => {
            let field = field.clone();
            view! {
                <div class="standing standing--failed">
                    <p>{t(words::problem(problem))}</p>
                    <button class="button button--small" type="button" on:click=move |_| keeper.take_saved(&field)>
                        {t(o::wrong_back())}
                    </button>
                </div>
            }
            .into_any()
        }
        Standing::Other(theirs) => other(keeper, field, &theirs),
    }
}

/// Somebody noted something else meanwhile.
fn other(keeper: Keeper, field: &Change, theirs: &Change) -> AnyView {
    let (mine, kept) = (field.clone(), field.clone());
    view! {
        <div class="standing standing--failed" role="alert">
            <p>
                <strong>{t(o::other_title())}</strong>
                " "
                {t(o::other_text(words::noted(theirs)))}
            </p>
            <p class="cluster">
                <button class="button button--small" type="button" on:click=move |_| keeper.keep_own(&mine)>
                    {t(fm::conflict_keep_own())}
                </button>
                <button
                    class="button button--small button--second"
                    type="button"
                    on:click=move |_| keeper.take_saved(&kept)
                >
                    {t(fm::conflict_take_over())}
                </button>
            </p>
        </div>
    }
    .into_any()
}
