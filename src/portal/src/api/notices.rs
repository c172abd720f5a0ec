//! What a device asks for to show notices.
//!
//! Only the few fields that it needs are read: whole, messages would be 20 kB of code in every visit of who allows notices.

use contract::{ContactId, MessageId, header, path};
use domain::coded::Code as _;
use domain::notification::Channel;
use domain::notification::delivery::StateCode;
use serde::Deserialize;

use super::ApiError;
use super::request::Ask;

/// So many messages are looked at.
const NEWEST: u8 = 5;

#[derive(Deserialize)]
struct Messages {
    messages: Vec<Listed<MessageId>>,
}

#[derive(Deserialize)]
struct Contacts {
    contacts: Vec<Listed<ContactId>>,
}

#[derive(Deserialize)]
struct Listed<I> {
    id: I,
}

#[derive(Deserialize)]
struct Message {
    deliveries: Vec<Delivery>,
}

#[derive(Deserialize)]
struct Delivery {
    legs: Vec<Leg>,
}

#[derive(Deserialize)]
struct Leg {
    channel: String,
    state: State,
    text: Option<Text>,
}

#[derive(Deserialize)]
struct State {
    code: String,
}

#[derive(Deserialize)]
struct Text {
    title: Option<String>,
    text: String,
}

/// What a message says on a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It does not go there.
    None,
    /// It will, as far as is known.
    Waits,
    /// It did.
    Sent {
        /// Its title.
        title: String,
        /// Its text.
        text: String,
    },
}

/// The newest messages, the newest first.
///
/// # Errors
/// When they cannot be had.
pub async fn newest() -> Result<Vec<MessageId>, ApiError> {
    let path = format!("{}?limit={NEWEST}", path::NOTIFICATION_MESSAGES);
    let page: Messages = Ask::get(&path).header(header::BACKGROUND, "1").send().await?.read()?;
    Ok(page.messages.into_iter().map(|one| one.id).collect())
}

/// Whether a device is among the contacts of who is signed in.
///
/// # Errors
/// When they cannot be had.
pub async fn is_mine(device: &ContactId) -> Result<bool, ApiError> {
    let ask = Ask::get(path::NOTIFICATION_CONTACTS).header(header::BACKGROUND, "1");
    let all: Contacts = ask.send().await?.read()?;
    Ok(all.contacts.iter().any(|one| one.id == *device))
}

/// What a message says on a device.
///
/// # Errors
/// [`ApiError::NotAllowed`] where it is not there any more.
pub async fn notice(id: &MessageId) -> Result<Notice, ApiError> {
    let ask = Ask::get(&path::notification_message(id)).header(header::BACKGROUND, "1");
    ask.send().await?.read().map(of)
}

fn of(message: Message) -> Notice {
    let legs = message.deliveries.into_iter().flat_map(|delivery| delivery.legs);
    let mut found = Notice::None;
    for leg in legs.filter(|leg| leg.channel == Channel::Push.code()) {
        if let Some(Text { title, text }) = leg.text {
            return Notice::Sent { title: title.unwrap_or_default(), text };
        }
        if [StateCode::Queued.code(), StateCode::Held.code()].contains(&leg.state.code.as_str()) {
            found = Notice::Waits;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(legs: &str) -> Notice {
        of(serde_json::from_str(&format!(r#"{{"id":"m-1","deliveries":[{{"legs":[{legs}]}}]}}"#)).unwrap())
    }

    #[test]
    fn only_what_went_to_devices_is_a_notice() {
        let leg = |channel: &str, state: &str, text: &str| {
            format!(r#"{{"channel":"{channel}","contact":"","state":{{"code":"{state}"}}{text}}}"#)
        };
        let text = r#","text":{"title":"Касата","text":"Ново решение.","version":1}"#;
        let sent =
            Notice::Sent { title: "Касата".to_owned(), text: "Ново решение.".to_owned() };
        assert_eq!(read(""), Notice::None);
        assert_eq!(read(&leg("sms", "delivered", text)), Notice::None);
        assert_eq!(read(&leg("push", "held", "")), Notice::Waits);
        assert_eq!(read(&leg("push", "dropped", "")), Notice::None);
        assert_eq!(read(&leg("push", "sent", text)), sent);
        // Whatever became of it after it left.
        assert_eq!(read(&[leg("sms", "failed", ""), leg("push", "given_up", text)].join(",")), sent);
    }
}
