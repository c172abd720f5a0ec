//! What comes next: one sentence, which the rules decide on.

use leptos::prelude::*;

use super::Here;
use super::words::step;
use crate::i18n::t;
use crate::i18n::texts::commission as o;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// Id of the heading, which takes the focus where what had it is gone.
pub const NEXT: &str = "commission-next";

/// The sentence.
pub fn next(here: Here) -> AnyView {
    let sentence = part(move || {
        let (tone, icon, sentence) = step(&here.next.get());
        view! {
            <p class=format!("commission__next {}", tone.class())>
                <Icon name=icon />
                <span>{t(sentence)}</span>
            </p>
        }
        .into_any()
    });
    view! {
        <section class="stack stack--close" aria-labelledby=NEXT>
            <h2 id=NEXT tabindex="-1">{t(o::next())}</h2>
            <div aria-live="polite">{sentence}</div>
        </section>
    }
    .into_any()
}
