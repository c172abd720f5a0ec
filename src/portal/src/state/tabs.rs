//! Talk between the tabs of one browser: they share one stream, one session and one sign-out.

use domain::coded::{Code, Coded};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use super::live::Connection;

const CHANNEL: &str = "yasno";

/// What one tab tells the others. It never leaves the browser's memory.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    /// A change came through the stream; its JSON.
    Change(String),
    /// Something happened to access to somebody's documents; its JSON.
    Access(String),
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

impl Word {
    /// As it is sent: a name, and after a space what it is about.
    fn text(&self) -> String {
        match self {
            Self::Change(json) => format!("change {json}"),
            Self::Access(json) => format!("access {json}"),
            Self::Reset => "reset ".to_owned(),
            Self::Connection(connection) => format!("connection {}", connection.code()),
            Self::AskConnection => "ask ".to_owned(),
            Self::Lives(seconds) => format!("lives {seconds}"),
            Self::SigningOut(true) => "signing_out ".to_owned(),
            Self::SigningOut(false) => "staying ".to_owned(),
            Self::SignedOut => "signed_out ".to_owned(),
            Self::Expired => "expired ".to_owned(),
        }
    }

    /// Reads it; `None` for a word of another version of the app.
    fn read(text: &str) -> Option<Self> {
        let (name, about) = text.split_once(' ')?;
        Some(match name {
            "change" => Self::Change(about.to_owned()),
            "access" => Self::Access(about.to_owned()),
            "reset" => Self::Reset,
            "connection" => match Connection::from_code(about) {
                Coded::Known(connection) => Self::Connection(connection),
                Coded::Unknown(_) => return None,
            },
            "ask" => Self::AskConnection,
            "lives" => Self::Lives(about.parse().ok()?),
            "signing_out" => Self::SigningOut(true),
            "staying" => Self::SigningOut(false),
            "signed_out" => Self::SignedOut,
            "expired" => Self::Expired,
            _ => return None,
        })
    }
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
            let word = event.data().as_string().and_then(|text| Word::read(&text));
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
            if let Some(channel) = &line.channel {
                let _ = channel.post_message(&word.text().into());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_tab_says_the_other_hears() {
        let connections = Connection::ALL.iter().map(|connection| Word::Connection(*connection));
        let others = [
            Word::Change(r#"{"a": "b c"}"#.to_owned()),
            Word::Access(r#"{"a": 1}"#.to_owned()),
            Word::Reset,
            Word::AskConnection,
            Word::Lives(90),
            Word::SigningOut(true),
            Word::SigningOut(false),
            Word::SignedOut,
            Word::Expired,
        ];
        for word in connections.chain(others) {
            assert_eq!(Word::read(&word.text()), Some(word));
        }
    }

    #[cfg(target_arch = "wasm32")]
    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn tabs_hear_each_other_and_not_themselves() {
        use std::cell::RefCell;
        use std::rc::Rc;

        let owner = Owner::new();
        owner.set();
        let heard = [Rc::new(RefCell::new(Vec::new())), Rc::new(RefCell::new(Vec::new()))];
        let [one, other] = heard.clone().map(|heard| Tabs::open(move |word| heard.borrow_mut().push(word)));
        one.say(&Word::Lives(90));
        other.say(&Word::Reset);
        // As long as it takes, and no longer than anybody would wait.
        for _ in 0..200 {
            if heard.iter().all(|heard| !heard.borrow().is_empty()) {
                break;
            }
            gloo_timers::future::TimeoutFuture::new(10).await;
        }
        assert_eq!(heard.map(|heard| heard.take()), [vec![Word::Reset], vec![Word::Lives(90)]]);
    }

    #[test]
    fn a_word_of_another_version_is_not_heard() {
        for text in ["", "reset", "dance ", "lives long", "connection telepathy"] {
            assert_eq!(Word::read(text), None, "{text}");
        }
    }
}
