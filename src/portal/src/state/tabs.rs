//! Talk between the tabs of one browser: they share one stream, one session and one sign-out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use super::live::Connection;

const CHANNEL: &str = "yasno";

/// What one tab tells the others. It never leaves the browser's memory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Word {
    /// A change came through the stream; its JSON.
    Change(String),
    /// The documents must be read again.
    Reset,
    /// How the tab that holds the stream is connected.
    Connection(Connection),
    /// Whoever holds the stream, please say how you are connected.
    AskConnection,
    /// The session lives for so many seconds more: the person did something in another tab.
    Lives(u32),
    /// The person is signing out (true), or that failed (false).
    SigningOut(bool),
    /// The person signed out.
    SignedOut,
    /// The session ended by itself.
    Expired,
}

/// A line to the other tabs; closed with the owner that opened it.
#[derive(Clone, Copy)]
pub struct Tabs {
    line: StoredValue<Line, LocalStorage>,
}

struct Line {
    channel: Option<BroadcastChannel>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Opens the line. Where the browser has none, every tab is alone.
    pub fn open(hear: impl Fn(Word) + 'static) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let word = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
            if let Some(word) = word {
                hear(word);
            }
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        Self { line: StoredValue::new_local(Line { channel, _listener: listener }) }
    }

    /// Tells the other tabs. A tab that is closing hears nothing, and nothing is lost by that.
    pub fn say(self, word: &Word) {
        self.line.try_with_value(|line| {
            if let (Some(channel), Ok(text)) = (&line.channel, serde_json::to_string(word)) {
                let _ = channel.post_message(&text.into());
            }
        });
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
