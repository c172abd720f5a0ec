//! T21: what staff are told before a message goes out.

use domain::coded::Code;
use domain::document::event::EventKind;
use domain::message_check::{Message, Severity, Transport, check as check_message};
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    text: String,
    /// Code of the event; approval of a protocol if none is given.
    #[serde(default = "approved")]
    event: String,
    #[serde(default)]
    attachments: usize,
    #[serde(default)]
    viber: bool,
}

fn approved() -> String {
    EventKind::ProtocolApproved.code().to_owned()
}

/// Compares what is found in a message, and where.
pub fn check(case: &Case) -> Result<(), Failure> {
    let Given { text, event, attachments, viber } = case.given()?;
    let transport = if viber { Transport::Viber } else { Transport::Sms };
    let event = EventKind::from_code(&event);
    let found = check_message(&Message { text: &text, event: &event, attachments, transport });
    let worst = |severity| found.iter().any(|finding| finding.problem.severity() == severity);
    let verdict = match (worst(Severity::Block), worst(Severity::Warn)) {
        (true, _) => "block",
        (false, true) => "warn",
        (false, false) => "pass",
    };
    let marked = found.iter().map(|finding| finding.span.clone().map(|span| text[span].to_owned()));
    case.expects(&json!({
        "verdict": verdict,
        "problems": found.iter().map(|finding| finding.problem.code()).collect::<Vec<_>>(),
        "marked": marked.collect::<Vec<_>>(),
        "parts": found.iter().find_map(|finding| finding.parts),
    }))
}
