//! Quiet hours: one setting for all channels, and what comes of it.

use chrono::{DateTime, NaiveTime, Utc};
use contract::wire::clock_time::parse as read_time;
use domain::moment::{Moment, Zone};
use domain::notification::{Change, Quiet, Urgency, release};
use leptos::prelude::*;

use super::section;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::pages::notifications::choices::Saver;
use crate::pages::notifications::standing::{clock_time, standing};
use crate::state::clock;
use crate::state::session::use_session;
use crate::ui::part::{part, part_if};

/// What is offered first to who wants quiet hours.
const OFFERED: (u32, u32) = (22, 7);

fn offered() -> Quiet {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    Quiet { from: hour(OFFERED.0), to: hour(OFFERED.1), action: false }
}

/// The section.
pub fn quiet(saver: Saver) -> AnyView {
    let zone = use_session().own_zone();
    let now = move || saver.choices.with(|all| all.quiet);
    let choose = move |quiet: Option<Quiet>| saver.choose(vec![Change::Quiet(quiet)]);
    let switch = move |event| choose(event_target_checked(&event).then(offered));
    let content = view! {
        <p>{t(n::quiet_text())}</p>
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=ArcSignal::derive(move || now().is_some())
                on:change=switch
            />
            <span>{t(n::quiet_switch())}</span>
        </label>
        {part_if(move || now().is_some(), move || hours(saver))}
        {standing(saver, Change::Quiet(None))}
        {part(move || example(now(), zone))}
    };
    section("quiet", n::quiet_title(), content.into_any())
}

/// From when, until when, and what else waits.
fn hours(saver: Saver) -> AnyView {
    let now = move || saver.choices.with(|all| all.quiet).unwrap_or_else(offered);
    let set = move |change: fn(&mut Quiet, NaiveTime)| {
        Callback::new(move |text: String| {
            // While somebody is typing, a part of a time is none yet.
            if let Some(time) = read_time(&text) {
                let mut quiet = untrack(now);
                change(&mut quiet, time);
                saver.choose(vec![Change::Quiet(Some(quiet))]);
            }
        })
    };
    let action = move |event| {
        let quiet = Quiet { action: event_target_checked(&event), ..untrack(now) };
        saver.choose(vec![Change::Quiet(Some(quiet))]);
    };
    view! {
        <div class="cluster">
            {time("quiet-from", n::quiet_from(), ArcSignal::derive(move || clock_time(now().from)), set(|quiet, time| quiet.from = time))}
            {time("quiet-to", n::quiet_to(), ArcSignal::derive(move || clock_time(now().to)), set(|quiet, time| quiet.to = time))}
        </div>
        <label class="choice">
            <input
                type="checkbox"
                aria-describedby="quiet-action-hint"
                prop:checked=ArcSignal::derive(move || now().action)
                on:change=action
            />
            <span>
                {t(n::quiet_action())}
                <span class="choice__hint" id="quiet-action-hint">{t(n::quiet_action_hint())}</span>
            </span>
        </label>
    }
    .into_any()
}

fn time(id: &'static str, label: Msg, value: ArcSignal<String>, set: Callback<String>) -> AnyView {
    view! {
        <div class="field">
            <label class="field__label" for=id>{t(label)}</label>
            <input
                class="input input--short"
                id=id
                type="time"
                required
                prop:value=value
                on:change=move |event| set.run(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// When messages would go out that came now, by how pressing they are.
fn example(quiet: Option<Quiet>, zone: Zone) -> AnyView {
    let Some(now) = clock::now() else { return ().into_any() };
    let line = |name: Msg, urgency: Urgency| {
        let said = release(now, urgency, quiet.as_ref(), zone);
        let when =
            if said.held { n::quiet_then((Moment::Instant(said.at), zone)) } else { n::quiet_at_once() };
        view! {
            <div>
                <dt>{t(name)}</dt>
                <dd>{t(when)}</dd>
            </div>
        }
        .into_any()
    };
    let night = quiet.and_then(|quiet| night(&quiet, now, zone));
    view! {
        <p class="small quiet">{t(n::quiet_now())}</p>
        <dl class="facts">
            {line(n::quiet_calm(), Urgency::Calm)} {line(n::quiet_pressing(), Urgency::Action)}
            {line(n::quiet_security(), Urgency::Security)}
        </dl>
        {night
            .map(|(at, out)| {
                view! {
                    <p class="small">
                        {t(n::quiet_night((Moment::Instant(at), zone), (Moment::Instant(out), zone)))}
                    </p>
                }
                .into_any()
            })}
    }
    .into_any()
}

/// The next time that quiet hours begin, and when a calm message of then would go out.
fn night(quiet: &Quiet, now: DateTime<Utc>, zone: Zone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let today = zone.day(now);
    let begins = [Some(today), today.succ_opt()].into_iter().flatten().filter_map(|day| quiet.on(day, zone));
    let (from, _) = begins.into_iter().find(|(from, _)| *from > now)?;
    Some((from, release(from, Urgency::Calm, Some(quiet), zone).at))
}
