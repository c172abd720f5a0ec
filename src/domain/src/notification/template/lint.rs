//! What a template must not say.

use std::ops::Range;

use crate::citation::{Citation, DESIGN};
use crate::coded::{Coded, codes};
use crate::document::EventKind;
use crate::language::Language;
use crate::message_check::{self, Finding, Message, Problem, Severity, Transport};
use crate::notification::channel::Channel;
use crate::notification::medical;
use crate::notification::sender::Sender;
use crate::notification::subject::Subject;
use crate::notification::template::measure::measure;
use crate::notification::template::parse::{Template, What};
use crate::notification::template::placeholder::{Declared, Type, kind_of};
use crate::notification::template::render::{RenderError, wrong_names};

codes! {
    /// What is wrong, by code.
    pub enum LintCode {
        /// Something that [`message_check`] finds.
        Content = "content",
        /// It cannot be filled.
        Render = "render",
        /// The sender does not write about the subject.
        Sender = "sender",
        /// It never goes by this channel.
        Channel = "channel",
        /// Something of health, on a locked screen.
        Medical = "medical",
        /// A value that tells too much on a locked screen.
        Revealing = "revealing",
        /// A code in a message that is not about one.
        Code = "code",
        /// At its longest it is longer than the channel takes.
        TooLong = "too_long",
        /// At its longest it has several parts.
        SeveralParts = "several_parts",
    }
}

/// Something wrong with a template. Ranges are bytes of the template as it is written ([`Template`]'s `Display`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lint {
    /// Something in its words that the fund never writes, and nobody here does.
    Content(Finding),
    /// It cannot be filled.
    Render(RenderError),
    /// The sender does not write about the subject: nothing but the fund's stands under the fund's name.
    Sender,
    /// It never goes by this channel.
    Channel,
    /// A word of health, on a locked screen.
    Medical {
        /// Where.
        span: Range<usize>,
    },
    /// A value that tells too much on a locked screen.
    Revealing {
        /// The placeholder.
        name: String,
    },
    /// A code in a message that is not about one.
    Code {
        /// The placeholder.
        name: String,
    },
    /// At its longest it is longer than the channel takes, by so many characters.
    TooLong {
        /// Characters beyond the limit.
        by: usize,
    },
    /// At its longest it has several parts; that costs, and forbids nothing.
    SeveralParts {
        /// How many.
        parts: usize,
    },
}

/// The source of what the locked screen may show.
pub const LOCK_SCREEN_SOURCE: Citation = DESIGN;

impl Lint {
    /// The code.
    #[must_use]
    pub const fn code(&self) -> LintCode {
        match self {
            Self::Content(_) => LintCode::Content,
            Self::Render(_) => LintCode::Render,
            Self::Sender => LintCode::Sender,
            Self::Channel => LintCode::Channel,
            Self::Medical { .. } => LintCode::Medical,
            Self::Revealing { .. } => LintCode::Revealing,
            Self::Code { .. } => LintCode::Code,
            Self::TooLong { .. } => LintCode::TooLong,
            Self::SeveralParts { .. } => LintCode::SeveralParts,
        }
    }

    /// Whether the template must not be used with it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        match self {
            Self::Content(finding) => finding.problem.severity() == Severity::Block,
            Self::SeveralParts { .. } => false,
            _ => true,
        }
    }
}

/// A template and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The template.
    pub template: &'a Template,
    /// Its placeholders.
    pub declared: &'a [Declared],
    /// What it tells.
    pub subject: Subject,
    /// In whose name.
    pub sender: Sender,
    /// By which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
}

/// Everything that is wrong with a template.
#[must_use]
pub fn lint(text: &Text<'_>) -> Vec<Lint> {
    let mut found = Vec::new();
    if !text.sender.may_tell(text.subject) {
        found.push(Lint::Sender);
    }
    if !text.subject.channels().contains(&text.channel) {
        found.push(Lint::Channel);
    }
    found.extend(wrong_names(text.template, text.declared).into_iter().map(Lint::Render));
    found.extend(values(text));
    let written = text.template.to_string();
    found.extend(content(&written).into_iter().map(Lint::Content));
    if text.channel.on_lock_screen() {
        let words = medical::find(&written);
        found.extend(words.into_iter().map(|span| Lint::Medical { span }));
    }
    if let Ok(measured) = measure(text.template, text.declared, text.language) {
        let most = &measured.most;
        let parts = most.sms.parts.len();
        match text.channel {
            Channel::Viber if !most.fits(Channel::Viber) => {
                found.push(Lint::TooLong { by: most.viber.characters - crate::sms::VIBER_LIMIT });
            }
            Channel::Sms if parts > 1 => found.push(Lint::SeveralParts { parts }),
            _ => {}
        }
    }
    found
}

/// What [`message_check`] finds in the words as they are written; names of placeholders stand in brackets and are no words of
/// thieves. Its findings about events and lengths are this module's own matter.
pub(crate) fn content(text: &str) -> Vec<Finding> {
    let event = Coded::Known(EventKind::ProtocolApproved);
    let message = Message { text, event: &event, attachments: 0, transport: Transport::Sms };
    let own = |finding: &Finding| {
        !matches!(finding.problem, Problem::SeveralParts | Problem::CutOff | Problem::EventNotListed)
    };
    message_check::check(&message).into_iter().filter(own).collect()
}

/// Values that do not belong: codes where nobody asked for one; on a notice, anything that tells which document it is; an
/// address under the fund's name, which sends none.
fn values(text: &Text<'_>) -> Vec<Lint> {
    let mut found: Vec<Lint> = Vec::new();
    for atom in text.template.atoms() {
        let What::Field(name) = atom.what else { continue };
        let Some(kind) = kind_of(name, text.declared) else { continue };
        let wrong = match kind {
            Type::Code if !text.subject.carries_code() => Lint::Code { name: name.to_owned() },
            Type::Number | Type::Kind | Type::Office | Type::Code | Type::Contact
                if text.channel == Channel::Push =>
            {
                Lint::Revealing { name: name.to_owned() }
            }
            Type::Portal if text.sender == Sender::Fund => {
                Lint::Content(Finding { problem: Problem::Link, span: None, parts: None })
            }
            _ => continue,
        };
        if !found.contains(&wrong) {
            found.push(wrong);
        }
    }
    found
}
