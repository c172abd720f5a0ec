//! A part of the plan: unfolded at first where one needs it for what comes next.

use domain::telk::plan::Part;
use leptos::prelude::*;

use super::Here;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;

/// The part. What somebody folds or unfolds stays so, whatever they note.
pub fn section(here: Here, part: Part, title: Msg, content: AnyView) -> AnyView {
    let open = untrack(|| here.next.get()).parts().contains(&part);
    let id = match part {
        Part::Protocol => "commission-protocol",
        Part::Papers => "commission-papers",
        Part::Letter => "commission-letter",
        Part::Tests => "commission-tests",
        Part::File => "commission-file",
        Part::Decision => "commission-decision",
    };
    // On paper are the lists that one takes along.
    let class = if matches!(part, Part::Papers | Part::Tests) { "card stage" } else { "card stage no-print" };
    view! {
        <section class=class aria-labelledby=id>
            <details class="fold" open=open>
                <summary class="stage__title">
                    <Icon name="right" small=true />
                    <h2 id=id>{t(title)}</h2>
                </summary>
                <div class="stack">{content}</div>
            </details>
        </section>
    }
    .into_any()
}
