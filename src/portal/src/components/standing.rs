//! Beside a control that saves itself: how saving what it says stands.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, m, t};
use crate::ui::icon::Icon;

/// How saving a change `C` stands; `P` says why it cannot be so.
#[derive(Debug, Clone)]
pub enum Standing<P, C> {
    /// It is to be saved as soon as what is on its way has come back.
    Waiting,
    /// It is on its way.
    Saving,
    /// The server has it.
    Saved,
    /// It could not be saved; what the control says stays.
    Failed(ApiError),
    /// It cannot be so.
    Wrong(P),
    /// Somebody changed it otherwise meanwhile, perhaps oneself in another tab or on another device: like this.
    Other(C),
}

/// A failure is always news.
impl<P: PartialEq, C: PartialEq> PartialEq for Standing<P, C> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Wrong(one), Self::Wrong(two)) => one == two,
            (Self::Other(one), Self::Other(two)) => one == two,
            (Self::Failed(_), _) | (_, Self::Failed(_)) => false,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The same in words.
pub enum Said {
    /// It is or will be on its way.
    Saving,
    /// The server has it.
    Saved,
    /// It could not be saved: in short, and why.
    Failed(Msg, ApiError),
    /// Why it cannot be so, and what takes back what the server has.
    Wrong(Msg, Msg),
    /// That somebody changed it otherwise, and to what.
    Other(Msg, Msg),
}

/// What one can do about it.
#[derive(Clone, Copy)]
pub struct Deeds {
    /// Saves again what could not be saved.
    pub retry: Callback<()>,
    /// Takes what the server has.
    pub take_saved: Callback<()>,
    /// Takes one's own.
    pub keep_own: Callback<()>,
}

/// What stands beside the control.
pub fn shown(said: Said, deeds: Deeds) -> AnyView {
    match said {
        Said::Saving => view! {
            <span class="standing">
                <span class="spinner"></span>
                {t(fm::saving())}
            </span>
        }
        .into_any(),
        Said::Saved => view! {
            <span class="standing field__saved">
                <Icon name="check" small=true />
                {t(fm::saved())}
            </span>
        }
        .into_any(),
        Said::Failed(failed, error) => {
            let (title, _, _) = crate::words::error(&error);
            view! {
                <div class="standing standing--failed">
                    <p>
                        <strong>{t(failed)}</strong>
                        " "
                        {t(title)}
                    </p>
                    {button("button button--small", m::retry(), deeds.retry)}
                </div>
            }
            .into_any()
        }
        Said::Wrong(why, back) => view! {
            <div class="standing standing--failed">
                <p>{t(why)}</p>
                {button("button button--small", back, deeds.take_saved)}
            </div>
        }
        .into_any(),
        Said::Other(title, text) => view! {
            <div class="standing standing--failed" role="alert">
                <p>
                    <strong>{t(title)}</strong>
                    " "
                    {t(text)}
                </p>
                <p class="cluster">
                    {button("button button--small", fm::conflict_keep_own(), deeds.keep_own)}
                    {button(
                        "button button--small button--second",
                        fm::conflict_take_over(),
                        deeds.take_saved,
                    )}
                </p>
            </div>
        }
        .into_any(),
    }
}

fn button(class: &'static str, text: Msg, deed: Callback<()>) -> AnyView {
    view! {
        <button class=class type="button" on:click=move |_| deed.run(())>
            {t(text)}
        </button>
    }
    .into_any()
}
