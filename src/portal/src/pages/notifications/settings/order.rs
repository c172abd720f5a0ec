//! What follows what where a message does not arrive, and how long to wait for word.

use domain::coded::Code as _;
use domain::notification::preference::WAITS;
use domain::notification::{Change, Channel, Fallback};
use leptos::prelude::*;

use super::section;
use crate::browser::focus;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::pages::notifications::choices::Saver;
use crate::pages::notifications::standing::standing;
use crate::pages::notifications::words;
use crate::ui::icon::Icon;
use crate::ui::part::{part, part_if};

/// The section.
pub fn order(saver: Saver) -> AnyView {
    let several = Memo::new(move |_| saver.choices.with(|all| all.fallback.order.len() > 1));
    let content = view! {
        <p>{t(n::order_text())}</p>
        {part(move || list(saver))}
        {part_if(move || several.get(), move || waits(saver))}
        {standing(saver, Change::Fallback(Fallback::default()))}
    };
    section("order", n::order_title(), content.into_any())
}

/// Chooses another order.
fn choose(saver: Saver, order: Vec<Channel>) {
    let wait = untrack(|| saver.choices.with(|all| all.fallback.wait));
    saver.choose(vec![Change::Fallback(Fallback { order, wait })]);
}

fn list(saver: Saver) -> AnyView {
    let order = saver.choices.with(|all| all.fallback.order.clone());
    let items: Vec<AnyView> = (0..order.len()).map(|place| item(saver, &order, place)).collect();
    let rest: Vec<AnyView> = Channel::ALL
        .iter()
        .filter(|channel| !order.contains(channel))
        .map(|channel| left_out(saver, order.clone(), *channel))
        .collect();
    let beside = (!rest.is_empty()).then(|| {
        view! {
            <p class="small quiet">{t(n::order_rest())}</p>
            <ul class="order">{rest}</ul>
        }
        .into_any()
    });
    view! {
        <ol class="order order--counted">{items}</ol>
        {beside}
    }
    .into_any()
}

/// Id of the button that moves a channel, or takes it out and in.
fn id(what: &str, channel: Channel) -> String {
    format!("order-{what}-{}", channel.code())
}

fn name(channel: Channel) -> AnyView {
    view! {
        <span class="order__name">
            <Icon name=words::channel_icon(channel) />
            {t(words::channel(channel))}
        </span>
    }
    .into_any()
}

/// A button whose words name the channel to those who only hear it.
fn button(id: String, label: Msg, channel: Channel, press: Callback<()>) -> AnyView {
    view! {
        <button class="button button--small button--second" type="button" id=id on:click=move |_| press.run(())>
            {t(label)}
            <span class="visually-hidden">": " {t(words::channel(channel))}</span>
        </button>
    }
    .into_any()
}

/// A channel of the order.
fn item(saver: Saver, order: &[Channel], place: usize) -> AnyView {
    let Some(channel) = order.get(place).copied() else { return ().into_any() };
    let up = (place > 0).then(|| {
        let mut moved = order.to_vec();
        moved.swap(place - 1, place);
        let press = Callback::new(move |()| {
            choose(saver, moved.clone());
            // The first one has no such button: the focus goes to what it has.
            let stays = if place == 1 { id("out", channel) } else { id("up", channel) };
            request_animation_frame(move || focus(&stays));
        });
        button(id("up", channel), n::order_up(), channel, press)
    });
    let without: Vec<Channel> = order.iter().copied().filter(|other| *other != channel).collect();
    let out = Callback::new(move |()| {
        choose(saver, without.clone());
        request_animation_frame(move || focus(&id("in", channel)));
    });
    view! {
        <li class="order__item">
            {name(channel)} <span class="cluster">{up} {button(id("out", channel), n::order_out(), channel, out)}</span>
        </li>
    }
    .into_any()
}

/// A channel outside of the order.
fn left_out(saver: Saver, order: Vec<Channel>, channel: Channel) -> AnyView {
    let into = Callback::new(move |()| {
        let mut with = order.clone();
        with.push(channel);
        choose(saver, with);
        request_animation_frame(move || focus(&id("out", channel)));
    });
    view! {
        <li class="order__item">{name(channel)} {button(id("in", channel), n::order_in(), channel, into)}</li>
    }
    .into_any()
}

/// How long to wait for word before the next channel.
fn waits(saver: Saver) -> AnyView {
    let value = ArcSignal::derive(move || saver.choices.with(|all| all.fallback.wait).to_string());
    let option = |minutes: &u32| {
        view! { <option value=minutes.to_string()>{t(words::wait(*minutes))}</option> }.into_any()
    };
    let choose = move |event| {
        let Some(wait) = event_target_value(&event).parse().ok().filter(|wait| WAITS.contains(wait)) else {
            return;
        };
        let order = untrack(|| saver.choices.with(|all| all.fallback.order.clone()));
        saver.choose(vec![Change::Fallback(Fallback { order, wait })]);
    };
    view! {
        <div class="field">
            <label class="field__label" for="order-wait">{t(n::order_wait())}</label>
            <select class="select" id="order-wait" prop:value=value on:change=choose>
                {WAITS.iter().map(option).collect::<Vec<_>>()}
            </select>
        </div>
    }
    .into_any()
}
