//! Beside a control of the plan: how saving its note stands.

use domain::telk::plan::Change;
use leptos::prelude::*;

use super::keeping::{Keeper, Standing};
use super::words;
use crate::components::standing::{Deeds, Said, shown};
use crate::i18n::texts::commission as o;
use crate::ui::part::part;

/// How saving the field of a change stands.
pub fn standing(keeper: Keeper, field: Change) -> AnyView {
    let here = {
        let field = field.clone();
        Memo::new(move |_| keeper.standing(&field))
    };
    let own = field.clone();
    let deeds = Deeds {
        retry: Callback::new(move |()| keeper.retry()),
        take_saved: Callback::new(move |()| keeper.take_saved(&field)),
        keep_own: Callback::new(move |()| keeper.keep_own(&own)),
    };
    part(move || here.get().map(|standing| shown(said(standing), deeds)).into_any()).into_any()
}

fn said(standing: Standing) -> Said {
    match standing {
        Standing::Waiting | Standing::Saving => Said::Saving,
        Standing::Saved => Said::Saved,
        Standing::Failed(error) => Said::Failed(o::failed(), error),
        Standing::Wrong(problem) => Said::Wrong(words::problem(problem), o::wrong_back()),
        Standing::Other(theirs) => Said::Other(o::other_title(), o::other_text(words::noted(&theirs))),
    }
}
