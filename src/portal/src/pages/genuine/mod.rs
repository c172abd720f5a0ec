//! "Is this message genuine?": somebody pastes what they got. It is compared on the device, and goes nowhere.

mod answer;
mod known;
mod marks;
mod pasted;
mod report;
mod words;

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::announce::{self, PageTitle};
use crate::api::published;
use crate::app::{genuine_answer, genuine_report};
use crate::browser;
use crate::components::chunk::late;
use crate::components::state::Wait;
use crate::effect::effect;
use crate::i18n::texts::genuine as g;
use crate::i18n::{Msg, t};
use crate::load::Load;
use crate::reading::Reading;
use crate::route::Route;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;
pub use known::Seen;
use known::{Catalogue, Comparing};

/// The field.
const FIELD: &str = "pasted";
/// The answer is said aloud once nothing was typed for so long.
const SETTLED: Duration = Duration::from_millis(900);

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Here {
    text: RwSignal<String>,
    known: Reading<Catalogue>,
    seen: Memo<Arc<Seen>>,
}

impl Here {
    fn new() -> Self {
        let text = pasted::kept();
        let known = Reading::begin(|| async { Ok(Catalogue::new(&published::templates().await?)) });
        let own = window().location().origin().unwrap_or_default();
        let seen = Memo::new(move |_| {
            let answer = known.answer();
            let comparing = match &answer {
                None => Comparing::Coming,
                Some(Ok(_)) => Comparing::Here,
                Some(Err(_)) => Comparing::Failed,
            };
            let known = answer.and_then(Result::ok);
            Arc::new(text.with(|text| Seen::new(text, known.as_deref(), comparing, &own)))
        });
        Self { text, known, seen }
    }
}

/// The page.
#[component]
pub fn GenuinePage() -> impl IntoView {
    let here = Here::new();
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=Route::Genuine.title() />
                <p class="lead">{t(g::lead())}</p>
            </div>
            {field(here)}
            {late(move || genuine_answer::open(here.seen))}
            <section class="stack stack--close" aria-labelledby="compared-heading">
                <h2 id="compared-heading">{t(g::compared_title())}</h2>
                <p>{t(g::compared_private())}</p>
                <Load
                    value=move || here.known.answer()
                    retry=here.known.retry()
                    skeleton=ViewFn::from(coming)
                    let(known)
                >
                    <p>{t(g::compared_with(known.count))}</p>
                </Load>
            </section>
            {late(|| genuine_report::open(()))}
        </div>
    }
}

/// The answer, which is said aloud as well.
#[component]
pub fn Answer(seen: Memo<Arc<Seen>>) -> impl IntoView {
    say_when_settled(seen);
    answer::answer(seen)
}

/// Whom to ask, and what the fund said that it never sends: for who has read the answer.
#[component]
pub fn Report() -> impl IntoView {
    view! {
        {report::report()}
        {report::never()}
    }
}

fn coming() -> AnyView {
    view! { <Wait text=g::compared_coming() /> }.into_any()
}

/// Where the text goes. No spelling is checked: some browsers send what they check to somebody else.
fn field(here: Here) -> AnyView {
    let text = here.text;
    let clear = move |_| {
        text.set(String::new());
        announce::say(g::cleared());
        browser::focus(FIELD);
    };
    let filled = move || text.with(|text| !text.is_empty());
    let button = move || {
        view! {
            <p>
                <button class="button button--second" type="button" on:click=clear>
                    <Icon name="close" />
                    {t(g::clear())}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="field pasted">
            <label class="field__label" for=FIELD>{t(g::label())}</label>
            <p class="field__hint" id="pasted-hint">{t(g::hint())}</p>
            <textarea
                class="input"
                id=FIELD
                rows="6"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                translate="no"
                aria-describedby="pasted-hint"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            {part_if(filled, button)}
        </div>
    }
    .into_any()
}

/// Says the answer aloud, but not at every key, and not the same twice.
fn say_when_settled(seen: Memo<Arc<Seen>>) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let last = StoredValue::new(None::<Msg>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    effect(move || {
        let sentence = words::said(&seen.get()).map(|said| said.sentence);
        stop();
        let Some(sentence) = sentence else {
            last.set_value(None);
            return;
        };
        let say = move || {
            if last.try_get_value().flatten().as_ref() != Some(&sentence) {
                last.try_set_value(Some(sentence.clone()));
                announce::say(sentence);
            }
        };
        timer.set_value(set_timeout_with_handle(say, SETTLED).ok());
    });
    on_cleanup(stop);
}
