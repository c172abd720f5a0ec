//! Whether a text may go out as a message of the fund: for the preview that staff see before anything is
//! sent.
//!
//! The fund said that its messages carry no links and no attachments, never ask for money, and speak of
//! nothing but the status of protocols and devices; and it published the phrases of those who write in its
//! name.

mod finding;
mod links;
mod money;
mod personal;
mod phrases;
mod words;

pub use finding::{Finding, Problem, Severity};

use crate::coded::Coded;
use crate::document::event::EventKind;
use crate::document::family::Family;
use crate::sms;

/// By which way it goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// SMS, which is charged by the part.
    Sms,
    /// Viber, which cuts long texts off.
    Viber,
}

/// A message before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message<'a> {
    /// What is written.
    pub text: &'a str,
    /// What it tells of.
    pub event: &'a Coded<EventKind>,
    /// How many files hang on it.
    pub attachments: usize,
    /// By which way it goes out.
    pub transport: Transport,
}

/// Everything that is wrong with a message of the fund, in the order of the text; what concerns the whole
/// message comes first. A message with nothing that blocks may be sent.
#[must_use]
pub fn check(message: &Message<'_>) -> Vec<Finding> {
    let text = message.text;
    let mut whole = Vec::new();
    let listed = |event: EventKind| matches!(event.family(), Family::Protocol | Family::Aid);
    if !message.event.known().is_some_and(listed) {
        whole.push(Finding::whole(Problem::EventNotListed));
    }
    if message.attachments > 0 {
        whole.push(Finding::whole(Problem::Attachment));
    }
    match message.transport {
        Transport::Sms => {
            let parts = sms::count(text).parts.len();
            if parts > 1 {
                whole.push(Finding { parts: Some(parts), ..Finding::whole(Problem::SeveralParts) });
            }
        }
        Transport::Viber => {
            if let Some(at) = sms::viber(text).cut_at {
                whole.push(Finding { span: Some(at..text.len()), ..Finding::whole(Problem::CutOff) });
            }
        }
    }
    let words = words::words(text);
    let mut found = links::find(text);
    found.extend(phrases::find(&words));
    found.extend(money::find(text, &words));
    found.extend(personal::find(text));
    let start = |finding: &Finding| finding.span.as_ref().map_or(0, |span| span.start);
    let order = crate::order::order(found.len(), &|a, b| start(&found[a]).cmp(&start(&found[b])));
    whole.extend(order.into_iter().map(|index| found[index].clone()));
    whole
}

/// Whether nothing in a list of findings blocks.
#[must_use]
pub fn may_be_sent(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.problem.severity() != Severity::Block)
}
