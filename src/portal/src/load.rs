//! The one component for something that is loaded: on its way, failed with a retry, not allowed, or here.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::state::Failed;
use crate::ui::part::part;

/// Shows `skeleton` while the value is on its way, the error with a retry if it failed, and `children` with the value.
///
/// `value` is `None` while it is on its way. A failure never looks like an empty answer.
#[component]
pub fn Load<T, S, C, V>(
    /// What is loaded; tracked.
    value: S,
    /// Asks again.
    retry: Callback<()>,
    /// What stands there meanwhile, in the size of what will come.
    skeleton: ViewFn,
    /// What to show of the value.
    children: C,
) -> impl IntoView
where
    T: 'static,
    S: Fn() -> Option<Result<T, ApiError>> + Send + 'static,
    C: Fn(T) -> V + Send + 'static,
    V: IntoView + 'static,
{
    part(move || match value() {
        None => skeleton.run(),
        Some(Err(error)) => view! { <Failed error retry /> }.into_any(),
        Some(Ok(value)) => children(value).into_any(),
    })
}
