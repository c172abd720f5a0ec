//! The four ways in which a message is seen, drawn: an SMS and a Viber message on a phone, a notice on a locked screen, an e-mail.

use std::ops::Range;

use domain::coded::Coded;
use domain::notification::{Channel, Sender};
use domain::sms;
use leptos::prelude::*;

use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::words::notification as told;

/// A message, as somebody gets it.
pub struct Shown {
    /// By which channel.
    pub channel: Channel,
    /// In whose name.
    pub sender: Sender,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// The time that drawn phones show.
const CLOCK: &str = "10:15";

/// The drawing; its words are words, not a picture.
pub fn phone(shown: Shown) -> AnyView {
    let caption = match shown.channel {
        Channel::Sms => te::phone_sms(),
        Channel::Viber => te::phone_viber(),
        Channel::Email => te::phone_email(),
        Channel::Push => te::phone_push(),
    };
    let inside = match shown.channel {
        Channel::Sms => sms_screen(&shown),
        Channel::Viber => viber_screen(&shown),
        Channel::Email => email(&shown),
        Channel::Push => locked(&shown),
    };
    view! {
        <figure class="preview">
            <figcaption class="small quiet">{t(caption)}</figcaption>
            {inside}
        </figure>
    }
    .into_any()
}

fn frame(kind: &str, head: AnyView, body: AnyView) -> AnyView {
    view! {
        <div class=format!("phone phone--{kind}")>
            <p class="phone__bar" aria-hidden="true">{CLOCK}</p>
            <p class="phone__head">{head}</p>
            <div class="phone__screen">{body}</div>
        </div>
    }
    .into_any()
}

fn name(sender: Sender) -> Msg {
    match sender {
        Sender::Fund => te::phone_from_fund(),
        other => told::sender(&Coded::Known(other)),
    }
}

/// The parts of an SMS stand apart, so that one sees where it is cut.
fn sms_screen(shown: &Shown) -> AnyView {
    let parts = sms::count(&shown.text).parts;
    let several = parts.len() > 1;
    let bubble = |(place, part): (usize, &Range<usize>)| {
        let words = shown.text.get(part.clone()).unwrap_or_default().to_owned();
        let number = several.then(|| {
            view! { <span class="bubble__part">{t(te::phone_part(place + 1, parts.len()))}</span> }.into_any()
        });
        view! { <p class="bubble">{words} " " {number}</p> }.into_any()
    };
    let bubbles: Vec<AnyView> = parts.iter().enumerate().map(bubble).collect();
    frame("sms", view! { {t(name(shown.sender))} }.into_any(), bubbles.into_any())
}

/// What Viber would cut off is seen to be cut off.
fn viber_screen(shown: &Shown) -> AnyView {
    let cut = sms::viber(&shown.text).cut_at.unwrap_or(shown.text.len());
    let (kept, lost) = shown.text.split_at_checked(cut).unwrap_or((&shown.text, ""));
    let lost = (!lost.is_empty()).then(|| {
        view! {
            <del>
                <span class="visually-hidden">{t(te::phone_cut())}</span>
                {lost.to_owned()}
            </del>
        }
        .into_any()
    });
    let body = view! { <p class="bubble">{kept.to_owned()} {lost}</p> }.into_any();
    frame("viber", view! { {t(name(shown.sender))} }.into_any(), body)
}

/// Anybody who picks the phone up reads this.
fn locked(shown: &Shown) -> AnyView {
    let body = view! {
        <p class="phone__clock" aria-hidden="true">{CLOCK}</p>
        <div class="bubble bubble--notice">
            <p class="bubble__app">
                <Icon name="bell" small=true />
                {t(told::sender(&Coded::Known(Sender::Portal)))}
            </p>
            <p>
                <strong>{shown.title.clone()}</strong>
            </p>
            <p>{shown.text.clone()}</p>
        </div>
    };
    frame("push", ().into_any(), body.into_any())
}

fn email(shown: &Shown) -> AnyView {
    let paragraphs: Vec<AnyView> = shown
        .text
        .split("\n\n")
        .map(|paragraph| view! { <p class="template__text">{paragraph.to_owned()}</p> }.into_any())
        .collect();
    view! {
        <div class="letter">
            <p class="small quiet">{t(te::phone_from(name(shown.sender)))}</p>
            <p class="letter__title">{shown.title.clone()}</p>
            {paragraphs}
        </div>
    }
    .into_any()
}
