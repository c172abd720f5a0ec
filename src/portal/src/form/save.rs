//! A form that is saved: its summary, its fields, its button, and how saving stands.

use leptos::prelude::*;

use super::state::Form;
use super::summary::Summary;
use crate::api::ApiError;
use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::words;

/// How saving stands.
#[derive(Debug, Clone)]
pub enum Saving {
    /// Nothing to say.
    Idle,
    /// Under way.
    Busy,
    /// Done, and nothing was typed since.
    Saved,
    /// It failed.
    Failed(ApiError),
}

/// A failure is always news.
impl PartialEq for Saving {
    fn eq(&self, other: &Self) -> bool {
        let same = std::mem::discriminant(self) == std::mem::discriminant(other);
        same && !matches!(self, Self::Failed(_))
    }
}

impl Saving {
    /// How it stands by an action and its last answer. Problems of fields and changes meanwhile have their own places.
    pub fn of<T>(busy: bool, answer: Option<Result<T, ApiError>>, changed: bool) -> Self {
        match answer {
            _ if busy => Self::Busy,
            Some(Err(ApiError::Fields(_) | ApiError::Changed)) | None => Self::Idle,
            Some(Err(error)) => Self::Failed(error),
            Some(Ok(_)) if changed => Self::Idle,
            Some(Ok(_)) => Self::Saved,
        }
    }
}

/// The form. While it is being saved it is not sent again.
#[component]
pub fn SaveForm(
    /// The form.
    form: Form,
    /// How saving stands; tracked.
    saving: Memo<Saving>,
    /// Sends what is typed, which was found to be in order.
    send: Callback<()>,
    /// Id of the button.
    button: &'static str,
    /// The word on the button, where it does something else than save.
    #[prop(optional)]
    label: Option<Msg>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if saving.get_untracked() != Saving::Busy && form.check() {
            send.run(());
        }
    };
    let busy = move || saving.get() == Saving::Busy;
    view! {
        <Summary form />
        <form class="form" novalidate on:submit=submit>
            {children()}
            {part(move || match saving.get() {
                Saving::Failed(error) => failure(&error),
                Saving::Idle | Saving::Busy | Saving::Saved => ().into_any(),
            })}
            <div class="cluster">
                <button
                    class="button button--wide"
                    type="submit"
                    id=button
                    aria-disabled=ArcSignal::derive(move || busy().then_some("true"))
                >
                    {t(label.unwrap_or_else(fm::save))}
                </button>
                <span role="status">{part(move || progress(&saving.get()).into_any())}</span>
            </div>
        </form>
    }
}

/// What is said beside the button.
fn progress(saving: &Saving) -> Option<AnyView> {
    match saving {
        Saving::Busy => Some(
            view! {
                <span class="cluster small">
                    <span class="spinner"></span>
                    {t(fm::saving())}
                </span>
            }
            .into_any(),
        ),
        Saving::Saved => Some(
            view! {
                <span class="field__saved">
                    <Icon name="check" small=true />
                    {t(fm::saved())}
                </span>
            }
            .into_any(),
        ),
        Saving::Idle | Saving::Failed(_) => None,
    }
}

/// It was not saved: why, and that nothing typed is lost. The way to try again is the button below.
fn failure(error: &ApiError) -> AnyView {
    let (title, _, request_id) = words::error(error);
    not_done(title, fm::failed(), request_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_is_said_until_something_is_typed_and_failures_stay() {
        let saved = Some(Ok(()));
        assert_eq!(Saving::of(false, saved.clone(), false), Saving::Saved);
        assert_eq!(Saving::of(false, saved.clone(), true), Saving::Idle);
        assert_eq!(Saving::of(true, saved, false), Saving::Busy);
        assert_eq!(Saving::of::<()>(false, None, true), Saving::Idle);
        for changed in [false, true] {
            let failed = Some(Err::<(), _>(ApiError::Offline));
            assert!(matches!(Saving::of(false, failed, changed), Saving::Failed(ApiError::Offline)));
        }
        assert_eq!(Saving::of::<()>(false, Some(Err(ApiError::Changed)), true), Saving::Idle);
    }
}
