//! What a template comes to: parts of an SMS, and whether it fits a channel, at its shortest, usually and at its longest.

use crate::language::Language;
use crate::notification::channel::Channel;
use crate::notification::template::parse::{Template, What};
use crate::notification::template::placeholder::Declared;
use crate::notification::template::render::RenderError;
use crate::notification::template::sample::{Length, filled};
use crate::sms::{self, Costly, Count, Viber};

/// A message of one length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// Its text, with examples.
    pub text: String,
    /// What it makes as an SMS.
    pub sms: Count,
    /// What it makes in Viber.
    pub viber: Viber,
}

impl Size {
    fn of(text: String) -> Self {
        Self { sms: sms::count(&text), viber: sms::viber(&text), text }
    }

    /// Whether the channel takes it whole. An SMS may have any number of parts; that is a matter of cost.
    #[must_use]
    pub const fn fits(&self, channel: Channel) -> bool {
        match channel {
            Channel::Viber => self.viber.cut_at.is_none(),
            Channel::Sms | Channel::Email | Channel::Push => true,
        }
    }
}

/// What a template comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// At its shortest.
    pub least: Size,
    /// Usually.
    pub typical: Size,
    /// At its longest.
    pub most: Size,
}

impl Measure {
    /// The three, in order.
    #[must_use]
    pub fn sizes(&self) -> [&Size; 3] {
        [&self.least, &self.typical, &self.most]
    }

    /// Parts of an SMS, in order.
    #[must_use]
    pub fn parts(&self) -> [usize; 3] {
        self.sizes().map(|size| size.sms.parts.len())
    }
}

/// By how many characters a message is too long for a channel; `None` if it is taken whole.
#[must_use]
pub fn too_long(text: &str, channel: Channel) -> Option<usize> {
    let size = sms::viber(text);
    (channel == Channel::Viber && size.cut_at.is_some()).then(|| size.characters - sms::VIBER_LIMIT)
}

/// Measures a template with examples of a language.
///
/// ```
/// use domain::language::Language;
/// use domain::notification::template::{Declared, Type, measure, parse};
/// let template = parse("Протокол ((number)) е одобрен и важи до ((valid_to)).").unwrap();
/// let declared = [("number", Type::Number), ("valid_to", Type::Day)];
/// let declared = declared.map(|(name, kind)| Declared::new(name, kind));
/// assert_eq!(measure(&template, &declared, Language::Bg).unwrap().parts(), [1, 1, 1]);
/// ```
///
/// # Errors
/// What is wrong with the template itself.
pub fn measure(
    template: &Template,
    declared: &[Declared],
    language: Language,
) -> Result<Measure, Vec<RenderError>> {
    let size = |length| filled(template, declared, language, length).map(Size::of);
    Ok(Measure { least: size(Length::Least)?, typical: size(Length::Typical)?, most: size(Length::Most)? })
}

/// The characters of a template's own words that make an SMS dear, by place among its [atoms](Template::atoms). What is
/// written once costs in every message.
#[must_use]
pub fn costly(template: &Template) -> Vec<(usize, Costly)> {
    let mut found = Vec::new();
    for (place, atom) in template.atoms().into_iter().enumerate() {
        let What::Words(words) = atom.what else { continue };
        found.extend(sms::count(words).costly.into_iter().map(|costly| (place, costly)));
    }
    found
}
