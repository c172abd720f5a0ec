//! The published texts, prepared once to be compared with whatever is pasted.

use chrono::{DateTime, Utc};
use contract::template::{PublishedTemplates, Readable};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::genuine::{Known, Looked, Prepared, Verdict, beginning};
use domain::notification::template::placeholder::kind_of;
use domain::notification::template::{Declared, Type, parse};
use domain::notification::{Channel, Sender, Subject};

/// What a published text is.
#[derive(Debug, Clone, PartialEq)]
pub struct Of {
    /// In whose name it goes.
    pub sender: Coded<Sender>,
    /// What it tells.
    pub subject: Coded<Subject>,
    /// By which channels: some have the same words.
    pub channels: Vec<Coded<Channel>>,
    /// In which language.
    pub language: Coded<Language>,
    /// Its version.
    pub version: u32,
    /// Since when it is not in use any more, if it is not.
    pub until: Option<DateTime<Utc>>,
    declared: Vec<Declared>,
}

impl Of {
    fn new(one: &Readable<'_>, all: &[Readable<'_>]) -> Self {
        let alike = |other: &&Readable<'_>| {
            other.subject == one.subject
                && other.sender == one.sender
                && other.published.text == one.published.text
                && other.published.until.is_none() == one.published.until.is_none()
        };
        let mut channels = vec![one.published.channel.clone()];
        for other in all.iter().filter(alike) {
            if !channels.contains(&other.published.channel) {
                channels.push(other.published.channel.clone());
            }
        }
        Self {
            sender: one.sender.clone(),
            subject: one.subject.clone(),
            channels,
            language: one.published.language.clone(),
            version: one.published.version,
            until: one.published.until,
            declared: one.declared.clone(),
        }
    }

    /// The kind of the values of a placeholder.
    pub fn kind(&self, name: &str) -> Option<Type> {
        kind_of(name, &self.declared)
    }
}

/// All published texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    prepared: Prepared,
    texts: Vec<Of>,
    /// How many there are: those with a title are compared with it and without.
    pub count: usize,
}

impl Catalogue {
    /// Prepares what came.
    pub fn new(published: &PublishedTemplates) -> Self {
        let read = published.read();
        // Whoever copies an e-mail may copy its title, too.
        let titled = read.iter().enumerate().filter_map(|(place, one)| {
            let title = one.published.title.as_ref()?;
            Some((place, parse(&format!("{title}\n{}", one.published.text)).ok()?))
        });
        let titled: Vec<_> = titled.collect();
        let plain = read.iter().map(|one| Known { template: &one.template, declared: &one.declared });
        let with_title =
            titled.iter().map(|(place, template)| Known { template, declared: &read[*place].declared });
        let known: Vec<_> = plain.chain(with_title).collect();
        let prepared = Prepared::new(&known);
        let places = (0..read.len()).chain(titled.iter().map(|(place, _)| *place));
        let texts = places.map(|place| Of::new(&read[place], &read)).collect();
        Self { prepared, texts, count: read.len() }
    }

    /// What the published text at a place is.
    pub fn of(&self, place: usize) -> Option<&Of> {
        self.texts.get(place)
    }
}

/// How far comparing with the published texts is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparing {
    /// They are here.
    Here,
    /// They are on their way.
    Coming,
    /// They could not be had.
    Failed,
}

/// A text that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// As much of it as is looked at.
    pub text: String,
    /// Whether there is more.
    pub cut: bool,
    /// What came of it.
    pub looked: Looked,
    /// What it was compared with.
    pub comparing: Comparing,
    /// The published text that it is, or is like.
    pub of: Option<Of>,
}

impl Seen {
    /// Looks at a text. What is never sent is found without the published texts, too. `own` is the portal's own address.
    pub fn new(text: &str, known: Option<&Catalogue>, comparing: Comparing, own: &str) -> Self {
        let nothing = Catalogue::default();
        let known = known.unwrap_or(&nothing);
        let looked = known.prepared.look(text, &[own]);
        let place = match looked.verdict {
            Verdict::NeverSent { like } => like,
            Verdict::Matches { template } | Verdict::Differs { template, .. } => Some(template),
            Verdict::Empty | Verdict::TooLong | Verdict::None => None,
        };
        let of = place.and_then(|place| known.of(place)).cloned();
        let head = beginning(text);
        Self { text: head.to_owned(), cut: head.len() < text.len(), looked, comparing, of }
    }
}

#[cfg(test)]
pub mod tests {
    use contract::template::{Placeholder, PublishedSubject, PublishedText};
    use domain::coded::Code;

    use super::*;

    fn text(channel: Channel, title: Option<&str>, text: &str) -> PublishedText {
        PublishedText {
            channel: Coded::Known(channel),
            language: Coded::Known(Language::Bg),
            version: 1,
            until: None,
            title: title.map(str::to_owned),
            text: text.to_owned(),
        }
    }

    /// One subject with an SMS, the same by Viber, and a longer e-mail.
    pub fn catalogue() -> Catalogue {
        let sms = "НЗОК: Одобрен е протокол ((number)), валиден до ((until)).";
        let mail =
            "Касата одобри протокол ((number)). Може да получите лекарствата в аптека. Адрес: ((url)).";
        let declared = [("number", Type::Number), ("until", Type::Day), ("url", Type::Portal)];
        Catalogue::new(&PublishedTemplates {
            subjects: vec![PublishedSubject {
                subject: Coded::Known(Subject::ProtocolApproved),
                sender: Coded::Known(Sender::Fund),
                placeholders: declared
                    .map(|(name, kind)| Placeholder::from(&Declared::new(name, kind)))
                    .to_vec(),
                texts: vec![
                    text(Channel::Sms, None, sms),
                    text(Channel::Viber, None, sms),
                    text(Channel::Email, Some("Протоколът ви е одобрен"), mail),
                ],
            }],
        })
    }

    pub fn seen(text: &str) -> Seen {
        Seen::new(text, Some(&catalogue()), Comparing::Here, "https://yasno.example")
    }

    #[test]
    fn a_text_is_known_with_every_channel_that_has_its_words() {
        let said = seen("НЗОК: Одобрен е протокол 12/2026, валиден до 01.03.2027.");
        let of = said.of.unwrap();
        let codes: Vec<_> = of.channels.iter().map(Coded::code).collect();
        assert_eq!(codes, [Channel::Sms.code(), Channel::Viber.code()]);
        assert_eq!(of.kind("number"), Some(Type::Number));
        assert_eq!(catalogue().count, 3);
    }

    #[test]
    fn an_e_mail_is_known_with_its_title_and_without() {
        let body = "Касата одобри протокол 12/2026. Може да получите лекарствата в аптека. \
                    Адрес: https://yasno.example/documents.";
        for text in [body.to_owned(), format!("Протоколът ви е одобрен\n\n{body}")] {
            let said = seen(&text);
            assert!(matches!(said.looked.verdict, Verdict::Matches { .. }), "{text}: {said:?}");
            assert_eq!(said.of.unwrap().channels, [Coded::Known(Channel::Email)]);
        }
    }

    #[test]
    fn without_the_published_texts_what_is_never_sent_is_still_found() {
        let said = Seen::new("Платете 20 лв на bit.ly/x", None, Comparing::Failed, "");
        assert_eq!(said.looked.verdict, Verdict::NeverSent { like: None });
    }

    #[test]
    fn of_a_very_long_text_only_the_beginning_is_kept() {
        let said = seen(&"дума ".repeat(100_000));
        assert!(said.cut && said.text.len() < 30_000);
        assert_eq!(said.looked.verdict, Verdict::TooLong);
    }
}
