//! A text as it is typed, title and all: what is in the way of sending it.

use crate::citation::{Citation, DESIGN};
use crate::coded::{Code as _, codes};
use crate::language::Language;
use crate::notification::channel::Channel;
use crate::notification::medical;
use crate::notification::sender::Sender;
use crate::notification::subject::Subject;
use crate::notification::template::lint::{Lint, Text, lint};
use crate::notification::template::parse::{ParseError, Template, parse};
use crate::notification::template::placeholder::Declared;

/// The longest text that is kept, in characters: an e-mail has far fewer.
pub const TEXT_LIMIT: usize = 4000;
/// The longest title that is kept.
pub const TITLE_LIMIT: usize = 200;
/// The longest note of an author, and the longest reason for a decision.
pub const NOTE_LIMIT: usize = 1000;
/// The source of the limits, and of what a title may be.
pub const DRAFT_SOURCE: Citation = DESIGN;

/// A text as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft<'a> {
    /// Title of an e-mail or a notice.
    pub title: Option<&'a str>,
    /// Text.
    pub text: &'a str,
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

codes! {
    /// Which part of it.
    pub enum Place {
        /// The title.
        Title = "title",
        /// The text.
        Text = "text",
    }
}

codes! {
    /// What is wrong with a title as such.
    pub enum TitleProblem {
        /// There is none, and the channel has one.
        Missing = "missing",
        /// There is one, and the channel has none.
        NotTaken = "not_taken",
        /// It asks for a value: it stands on a locked screen whatever the channel.
        Filled = "filled",
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read.
    Unreadable(ParseError),
    /// It is empty.
    Empty,
    /// The title as such.
    Title(TitleProblem),
    /// Something that it must not say, or that costs.
    Lint(Lint),
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// In which part.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

impl Objection {
    /// The codes: the group (`parse`, `text`, `title`, `content`, `render`, `lint`) and what of it.
    #[must_use]
    pub fn codes(&self) -> (&'static str, &'static str) {
        match &self.fault {
            Fault::Unreadable(error) => ("parse", error.problem.code()),
            Fault::Empty => ("text", "empty"),
            Fault::Title(problem) => ("title", problem.code()),
            Fault::Lint(Lint::Content(finding)) => ("content", finding.problem.code()),
            Fault::Lint(Lint::Render(error)) => ("render", error.problem.code()),
            Fault::Lint(other) => ("lint", other.code().code()),
        }
    }

    /// Whether it must not be sent so.
    #[must_use]
    pub fn blocks(&self) -> bool {
        match &self.fault {
            Fault::Unreadable(_) | Fault::Empty | Fault::Title(_) => true,
            Fault::Lint(lint) => lint.blocks(),
        }
    }
}

/// Everything that is wrong with a text as it is typed, the title first.
///
/// ```
/// use domain::language::Language;
/// use domain::notification::template::{Draft, objections};
/// use domain::notification::{Channel, Sender, Subject};
/// let (subject, sender) = (Subject::ProtocolApproved, Sender::Fund);
/// let (channel, language) = (Channel::Sms, Language::Bg);
/// let draft = Draft { title: None, text: "НЗОК: ((number", declared: &[], subject, sender, channel, language };
/// assert_eq!(objections(&draft)[0].codes(), ("parse", "unclosed"));
/// ```
#[must_use]
pub fn objections(draft: &Draft<'_>) -> Vec<Objection> {
    let mut found = Vec::new();
    let title = draft.title.filter(|title| !title.trim().is_empty());
    match (title, draft.channel.has_title()) {
        (None, true) => push(&mut found, Place::Title, [Fault::Title(TitleProblem::Missing)]),
        (Some(_), false) => push(&mut found, Place::Title, [Fault::Title(TitleProblem::NotTaken)]),
        (Some(title), true) => push(&mut found, Place::Title, of_title(draft, title)),
        (None, false) => {}
    }
    match parse(draft.text) {
        _ if draft.text.trim().is_empty() => push(&mut found, Place::Text, [Fault::Empty]),
        Err(error) => push(&mut found, Place::Text, [Fault::Unreadable(error)]),
        Ok(template) => push(&mut found, Place::Text, lints(draft, &template)),
    }
    found
}

fn push(found: &mut Vec<Objection>, place: Place, faults: impl IntoIterator<Item = Fault>) {
    found.extend(faults.into_iter().map(|fault| Objection { place, fault }));
}

fn of_title(draft: &Draft<'_>, title: &str) -> Vec<Fault> {
    let template = match parse(title) {
        Ok(template) => template,
        Err(error) => return vec![Fault::Unreadable(error)],
    };
    let mut faults = Vec::new();
    if !template.names().is_empty() {
        faults.push(Fault::Title(TitleProblem::Filled));
    }
    // Sender and channel are said once, with the text.
    let own = |fault: &Fault| !matches!(fault, Fault::Lint(Lint::Sender | Lint::Channel));
    faults.extend(lints(draft, &template).into_iter().filter(own));
    if !draft.channel.on_lock_screen() {
        let words = medical::find(&template.to_string());
        faults.extend(words.into_iter().map(|span| Fault::Lint(Lint::Medical { span })));
    }
    faults
}

fn lints(draft: &Draft<'_>, template: &Template) -> Vec<Fault> {
    let Draft { declared, subject, sender, channel, language, .. } = *draft;
    let text = Text { template, declared, subject, sender, channel, language };
    lint(&text).into_iter().map(Fault::Lint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::template::Type;

    fn found(
        channel: Channel,
        title: Option<&str>,
        text: &str,
    ) -> Vec<(&'static str, &'static str, &'static str)> {
        let declared = [Declared::new("number", Type::Number)];
        let (subject, sender, language) = (Subject::ProtocolApproved, Sender::Fund, Language::Bg);
        let draft = Draft { title, text, declared: &declared, subject, sender, channel, language };
        let blocking = objections(&draft).into_iter().filter(Objection::blocks);
        blocking
            .map(|one| {
                let (group, code) = one.codes();
                (one.place.code(), group, code)
            })
            .collect()
    }

    const GOOD: &str = "НЗОК: Протокол ((number)) е одобрен.";

    #[test]
    fn a_title_belongs_to_e_mails_and_notices_and_asks_for_nothing() {
        assert_eq!(found(Channel::Sms, None, GOOD), []);
        assert_eq!(found(Channel::Sms, Some("  "), GOOD), []);
        assert_eq!(found(Channel::Sms, Some("Решение"), GOOD), [("title", "title", "not_taken")]);
        assert_eq!(found(Channel::Email, Some("Решение"), GOOD), []);
        assert_eq!(found(Channel::Email, None, GOOD), [("title", "title", "missing")]);
        assert_eq!(found(Channel::Email, Some("Протокол ((number))"), GOOD), [("title", "title", "filled")]);
    }

    #[test]
    fn the_title_of_an_e_mail_stands_on_a_locked_screen() {
        let words = [("title", "lint", "medical")];
        assert_eq!(found(Channel::Email, Some("Протокол за инсулин"), GOOD), words);
        assert_eq!(found(Channel::Email, Some("Решение"), "НЗОК: Протокол за инсулин ((number))."), []);
    }

    #[test]
    fn what_cannot_be_read_or_filled_is_said_at_its_place() {
        assert_eq!(found(Channel::Sms, None, "((number"), [("text", "parse", "unclosed")]);
        assert_eq!(found(Channel::Sms, None, " \n"), [("text", "text", "empty")]);
        assert_eq!(found(Channel::Sms, None, "НЗОК: ((day))"), [("text", "render", "unknown")]);
        assert_eq!(found(Channel::Push, Some("))"), "Решение."), [("title", "parse", "unopened")]);
    }
}
