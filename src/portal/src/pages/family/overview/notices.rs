//! Changes of access that are near enough to be announced.

use contract::access::{Access, AccessNotice, Grant};
use leptos::prelude::*;

use crate::i18n::t;
use crate::i18n::texts::board as bo;
use crate::i18n::texts::standing as st;
use crate::pages::family::heard;
use crate::pages::family::words::{Seen, change};
use crate::route::Route;
use crate::ui::icon::Icon;

/// The notices that are due, the nearest first; nothing where there is none.
pub fn notices(access: &Access) -> AnyView {
    let of = |grants: &[Grant], seen: Seen| -> Vec<(Seen, Grant, AccessNotice)> {
        let due = |grant: &Grant| {
            grant.notices.iter().map(|notice| (seen, grant.clone(), notice.clone())).collect::<Vec<_>>()
        };
        grants.iter().flat_map(due).collect()
    };
    let mut due = of(&access.given, Seen::Given);
    due.extend(of(&access.held, Seen::Held));
    if due.is_empty() {
        return ().into_any();
    }
    let order = domain::order::order(due.len(), &|a, b| due[a].2.on.cmp(&due[b].2.on));
    let items: Vec<_> = order.into_iter().filter_map(|place| due.get(place)).map(item).collect();
    view! {
        <section class="stack stack--close" aria-labelledby="notices-heading">
            <h2 id="notices-heading">{t(bo::notices_title())}</h2>
            <ul class="stack stack--close">{items}</ul>
        </section>
    }
    .into_any()
}

fn item((seen, grant, notice): &(Seen, Grant, AccessNotice)) -> impl IntoView + use<> {
    let other = grant.other.clone();
    let whose = heard(ArcSignal::derive(move || other.clone()));
    let when = st::change_in_days(notice.days as usize, notice.on);
    view! {
        <li class="notice tone-waiting">
            <Icon name="calendar" />
            <div class="notice__body">
                <p>{t(change(*seen, &notice.what, &grant.other, when))}</p>
                <p>
                    <a href=Route::Grant(grant.id.clone()).path()>{t(bo::notices_show())} {whose}</a>
                </p>
            </div>
        </li>
    }
}
