//! One chosen file: where it stands in words, icon and colour, why, and what can be done.

use contract::DocumentId;
use domain::attachment::{Limits, Next, State};
use leptos::prelude::*;

use super::chosen::CHOSEN;
use super::focus_heading;
use super::giving_up::{Target, What};
use super::terms::FIELD;
use crate::browser;
use crate::i18n::texts::document as d;
use crate::i18n::{Msg, changing, t};
use crate::pages::about::contact::FundLine;
use crate::route::{Outcome, Route, SignInQuery};
use crate::state::sending;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::file as words;

/// What can be done about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tools {
    /// Nothing.
    None,
    /// Nothing of it was sent: it goes without a question.
    Remove,
    /// It is on its way: stop it.
    Stop,
    /// It stands still until somebody does this, or stops it.
    Stuck(Next),
}

impl Tools {
    fn of(state: &State) -> Self {
        match state {
            State::Chosen | State::Checked | State::Refused(_) => Self::Remove,
            State::Queued { .. } | State::Sending { .. } => Self::Stop,
            State::Failed { why, .. } => Self::Stuck(why.next()),
            State::Received(_) | State::Withdrawn { .. } => Self::None,
        }
    }
}

/// A file of the queue. Progress changes a bar and a number, and takes no button from under a finger.
pub fn row(key: u32, id: DocumentId, limits: Memo<Limits>, giving_up: RwSignal<Option<Target>>) -> AnyView {
    let item = Memo::new(move |_| sending::item(key));
    let of = move || item.get().map(|item| (item.name, item.state, item.size));
    let name =
        Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.name.clone()).unwrap_or_default()));
    let look = Memo::new(move |_| of().map(|(_, state, _)| words::look(&state)));
    let class = ArcSignal::derive(move || {
        let tone = look.get().map_or("", |(tone, _)| tone.class());
        format!("status status--chip {tone}")
    });
    let icon = ArcSignal::derive(move || look.get().map_or("waiting", |(_, icon)| icon));
    let says = ArcSignal::derive(move || {
        of().map(|(_, state, size)| t(words::state(&state, size))()).unwrap_or_default()
    });
    let why =
        Memo::new(move |_| of().and_then(|(_, state, _)| limits.with(|limits| words::why(&state, limits))));
    let tools = Memo::new(move |_| of().map_or(Tools::None, |(_, state, _)| Tools::of(&state)));
    let size = ArcSignal::derive(move || of().map(|(_, _, size)| t(words::size(size))()).unwrap_or_default());
    let doing = move || buttons(tools.get(), key, name, id.clone(), giving_up);
    view! {
        <li class="card file">
            <p class="file__name"><strong>{ArcSignal::derive(move || name.get())}</strong> " " <span class="quiet small">{size}</span></p>
            <p>
                <span class=class>
                    <Icon name=icon small=true />
                    <span>{says}</span>
                </span>
            </p>
            {progress(item, name)}
            {part(move || why.get().map(|(why, next)| reason(why, next)).into_any())}
            {part(doing)}
        </li>
    }
    .into_any()
}

/// The bar, as long as something of the file is on its way.
fn progress(item: Memo<Option<sending::queue::Item>>, name: Memo<String>) -> AnyView {
    let moving = Memo::new(move |_| {
        item.with(|item| {
            item.as_ref()
                .filter(|item| matches!(item.state, State::Queued { .. } | State::Sending { .. }))
                .map(|item| item.size)
        })
    });
    let sent = ArcSignal::derive(move || {
        item.with(|item| item.as_ref().map_or(0, |item| item.state.sent())).to_string()
    });
    part(move || {
        let sent = sent.clone();
        moving
            .get()
            .map(|size| {
                let label = changing(move || d::files_progress(name.get()));
                view! { <progress class="file__progress" max=size.to_string() value=sent aria-label=label></progress> }.into_any()
            })
            .into_any()
    })
    .into_any()
}

fn reason(why: Msg, next: Option<Msg>) -> AnyView {
    view! { <p>{t(why)} {next.map(|next| view! { " " {t(next)} }.into_any())}</p> }.into_any()
}

fn buttons(
    tools: Tools,
    key: u32,
    name: Memo<String>,
    id: DocumentId,
    giving_up: RwSignal<Option<Target>>,
) -> AnyView {
    // Each says which file it is for: heard alone, "remove" would be of anything.
    let named = move |label: Msg| changing(move || d::files_of(label.clone(), name.get()));
    let button = move |label: Msg, act: Callback<()>| {
        let named = named(label.clone());
        view! {
            <button class="button button--plain" type="button" aria-label=named on:click=move |_| act.run(())>
                {t(label)}
            </button>
        }
        .into_any()
    };
    let remove = Callback::new(move |()| {
        focus_heading();
        sending::withdraw(key);
    });
    let stop = Callback::new(move |()| {
        giving_up.set(Some(Target { name: name.get_untracked(), what: What::Chosen(key) }));
    });
    let all = match tools {
        Tools::None => return ().into_any(),
        Tools::Remove => vec![button(d::files_remove(), remove)],
        Tools::Stop => vec![button(d::files_stop(), stop)],
        Tools::Stuck(next) => vec![mend(next, key, id, button), button(d::files_stop(), stop)],
    };
    view! { <p class="cluster">{all}</p> }.into_any()
}

/// What brings a file that stands still further.
fn mend(next: Next, key: u32, id: DocumentId, button: impl Fn(Msg, Callback<()>) -> AnyView) -> AnyView {
    match next {
        Next::RetryNow | Next::RetryOnline => {
            let again = Callback::new(move |()| {
                browser::focus(CHOSEN);
                sending::again(key);
            });
            button(d::files_retry(), again)
        }
        Next::ChooseAnother => {
            let another = Callback::new(move |()| {
                focus_heading();
                sending::withdraw(key);
                browser::press(FIELD);
            });
            button(d::files_another(), another)
        }
        Next::SignIn => {
            let back = Some(Route::Document(id).path());
            let address = SignInQuery { outcome: Some(Outcome::Expired), return_to: back }.address();
            view! { <a href=address>{t(d::files_sign_in())}</a> }.into_any()
        }
        Next::Ask => view! { <FundLine /> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use domain::attachment::{Failure, Refusal};
    use domain::coded::Code as _;

    use super::*;

    #[test]
    fn what_was_never_sent_goes_without_a_question_and_what_was_received_stays() {
        for state in [State::Chosen, State::Checked, State::Refused(Refusal::Empty)] {
            assert_eq!(Tools::of(&state), Tools::Remove, "{state:?}");
        }
        assert_eq!(Tools::of(&State::Sending { sent: 1 }), Tools::Stop);
        assert_eq!(Tools::of(&State::Withdrawn { asked: true }), Tools::None);
    }

    #[test]
    fn every_failure_has_something_that_can_be_done() {
        for why in Failure::ALL {
            let state = State::Failed { why: *why, sent: 0 };
            assert_eq!(Tools::of(&state), Tools::Stuck(why.next()), "{}", why.code());
        }
    }
}
