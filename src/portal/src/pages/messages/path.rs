//! The way of a message, as a picture and in words: one stop for each channel, what led from one to the next, and under each what
//! was done when and what was sent.

use contract::notification::{Delivery, DeliveryLeg, SentText};
use domain::coded::{Code as _, Coded};
use domain::moment::{Moment, Zone};
use domain::notification::delivery::{Picture, picture};
use leptos::prelude::*;

use super::words;
use crate::i18n::texts::messages as me;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::words::notification as told;

/// One way.
pub fn path(delivery: &Delivery, zone: Zone) -> AnyView {
    let drawn = delivery.read().map(|(tries, failures)| picture(&tries, &failures));
    let legs: Vec<AnyView> = delivery.legs.iter().map(|leg| leg_shown(leg, zone)).collect();
    let held = delivery.held_until.map(|until| {
        let until = (Moment::Instant(until), zone);
        let names = delivery.held_for.join(", ");
        let text = if names.is_empty() { me::held(until) } else { me::held_for(names, until) };
        view! { <p class="small">{t(text)}</p> }.into_any()
    });
    let not_sent = delivery.not_sent.as_ref().map(|why| {
        view! {
            <p>
                <strong>{t(me::not_sent())}</strong>
                " " {t(words::why_not(why))}
            </p>
        }
        .into_any()
    });
    let several = (delivery.receivers.len() > 1)
        .then(|| view! { <p class="small">{t(me::receivers(delivery.receivers.join(", ")))}</p> }.into_any());
    view! {
        <div class="card">
            {several} {held} {not_sent} {drawn.map(|drawn| drawing(&drawn, delivery.wait_minutes, zone))}
            <ul class="stack">{legs}</ul>
        </div>
    }
    .into_any()
}

/// The picture. What it shows stands in words at each stop and between them, so it is a list for who cannot see it.
fn drawing(picture: &Picture, wait_minutes: u32, zone: Zone) -> AnyView {
    let stop = |(place, (channel, state, since)): (usize, &_)| {
        let (look, icon) = words::stop_look(*state);
        let here = if place == picture.at { " path__stop--here" } else { "" };
        let since: &Option<_> = since;
        let since = since.map(|at| {
            view! { <span class="path__when">{t(me::time((Moment::Instant(at), zone)))}</span> }.into_any()
        });
        let arrow = picture.arrows.iter().find(|arrow| arrow.from == place).map(|arrow| {
            view! { <p class="path__arrow">{t(words::way(arrow.way, wait_minutes))}</p> }.into_any()
        });
        let channel: &domain::notification::Channel = channel;
        view! {
            <li class=format!("path__stop path__stop--{look}{here}")>
                <span class="path__node">
                    <Icon name=icon />
                </span>
                <p class="path__name">
                    <strong>{t(told::channel(*channel))}</strong>
                    " " {t(words::stop(*state))} " " {since}
                </p>
                {arrow}
            </li>
        }
        .into_any()
    };
    let stops: Vec<AnyView> = picture.stops.iter().enumerate().map(stop).collect();
    view! { <ol class="path">{stops}</ol> }.into_any()
}

/// One channel: where to, what was done when, what was sent.
fn leg_shown(leg: &DeliveryLeg, zone: Zone) -> AnyView {
    let name = told::any_channel(&leg.channel);
    let history: Vec<AnyView> = leg
        .history
        .iter()
        .map(|state| {
            let what = words::delivery(state, zone);
            let text = match state.since {
                Some(at) => me::step_at((Moment::Instant(at), zone), what),
                None => what,
            };
            view! { <li>{t(text)}</li> }.into_any()
        })
        .collect();
    let tries =
        (leg.times > 1).then(|| view! { <p class="small">{t(me::times(leg.times as usize))}</p> }.into_any());
    let text = leg.text.as_ref().map(|text| sent(text, zone));
    let nothing = leg
        .history
        .is_empty()
        .then(|| view! { <p class="small quiet">{t(me::nothing_done())}</p> }.into_any());
    view! {
        <li class="stack stack--close">
            <h3>{t(name)} " " <span class="quiet">{leg.contact.clone()}</span></h3>
            {text} {tries} {nothing}
            <ol class="asked__points">{history}</ol>
        </li>
    }
    .into_any()
}

/// The text as it was sent, and what it was made from.
fn sent(sent: &SentText, zone: Zone) -> AnyView {
    let language = match &sent.language {
        Coded::Known(language) => Some(language.code()),
        Coded::Unknown(_) => None,
    };
    let title = sent.title.clone().map(|title| view! { <p class="template__title">{title}</p> }.into_any());
    let version: Msg = me::version(sent.version as usize, (Moment::Instant(sent.version_since), zone));
    let parts = sent.parts.map(|parts| me::parts(parts as usize));
    view! {
        <blockquote class="message__text" lang=language>
            {title}
            <p class="template__text">{sent.text.clone()}</p>
        </blockquote>
        <p class="small quiet">
            {t(version)} {parts.map(|parts| view! { " · " {t(parts)} }.into_any())}
        </p>
    }
    .into_any()
}
