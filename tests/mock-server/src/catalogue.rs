//! The catalogue of messages: for every subject, channel and language its text, and the placeholders of every subject. The
//! files are part of this program; they are read once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use domain::coded::{Code as _, Coded};
use domain::language::Language;
use domain::notification::template::placeholder::kind_of;
use domain::notification::template::{Declared, ParseError, Template, Type, parse};
use domain::notification::{Channel, Sender, Subject};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::secret::fingerprint;

const PLACEHOLDERS: (&str, &str) =
    ("templates/placeholders.json", include_str!("../data/templates/placeholders.json"));

macro_rules! files {
    ($($language:ident $folder:literal),+; $senders:tt) => { [$(files!(@ $language $folder $senders)),+] };
    (@ $language:ident $folder:literal [$($sender:ident $file:literal),+]) => {
        [$((
            Language::$language,
            Sender::$sender,
            concat!("templates/", $folder, "/", $file, ".json"),
            include_str!(concat!("../data/templates/", $folder, "/", $file, ".json")),
        )),+]
    };
}

/// Every file with its language and its sender.
const FILES: [[(Language, Sender, &str, &str); 4]; 4] = files!(
    Bg "bg", En "en", Ru "ru", Kk "kk";
    [Fund "fund", Portal "portal", Practice "practice", Insurer "insurer"]
);

/// Tells these texts from those of another version.
#[must_use]
pub fn origin() -> String {
    let texts = FILES.iter().flatten().map(|(_, _, _, json)| json.as_bytes());
    fingerprint(&texts.chain([PLACEHOLDERS.1.as_bytes()]).collect::<Vec<_>>())
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it tells.
    pub subject: Subject,
    /// In whose name.
    pub sender: Sender,
    /// By which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// Title of an e-mail or a notice; other channels have none.
    pub title: Option<Template>,
    /// Text.
    pub text: Template,
}

/// All texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The texts, by language, sender and the order of their files.
    pub entries: Vec<Entry>,
    declared: Vec<(Subject, Vec<Declared>)>,
}

/// What is wrong with the catalogue, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueError {
    /// File.
    pub file: &'static str,
    /// Subject, where one was found.
    pub subject: Option<String>,
    /// Channel, where one was found.
    pub channel: Option<&'static str>,
    /// What.
    pub why: String,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file)?;
        for place in self.subject.as_deref().into_iter().chain(self.channel) {
            write!(f, ", {place}")?;
        }
        write!(f, ": {}", self.why)
    }
}

impl std::error::Error for CatalogueError {}

/// The texts of a subject as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    sms: Option<String>,
    viber: Option<String>,
    email: Option<Titled>,
    push: Option<Titled>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Titled {
    title: String,
    text: String,
}

/// A placeholder as it is written: its type, or an object where an optional value is usually there.
#[derive(Deserialize)]
#[serde(untagged)]
enum Placeholder {
    Kind(String),
    Usual {
        #[serde(rename = "type")]
        kind: String,
        usual: bool,
    },
}

/// The catalogue.
///
/// # Errors
/// What is wrong with one of its files.
pub fn catalogue() -> Result<&'static Catalogue, CatalogueError> {
    static READ: OnceLock<Result<Catalogue, CatalogueError>> = OnceLock::new();
    READ.get_or_init(read).as_ref().map_err(Clone::clone)
}

fn read() -> Result<Catalogue, CatalogueError> {
    let mut catalogue = Catalogue { entries: Vec::new(), declared: placeholders(PLACEHOLDERS)? };
    for (language, sender, file, json) in FILES.into_iter().flatten() {
        for (code, texts) in object::<Texts>(file, json)? {
            let subject = subject(file, &code)?;
            let plain = |text: Option<String>| text.map(|text| (None, text));
            let titled = |titled: Option<Titled>| titled.map(|titled| (Some(titled.title), titled.text));
            let texts = [
                (Channel::Sms, plain(texts.sms)),
                (Channel::Viber, plain(texts.viber)),
                (Channel::Email, titled(texts.email)),
                (Channel::Push, titled(texts.push)),
            ];
            for (channel, texts) in texts {
                let Some((title, text)) = texts else { continue };
                let read = |text: &str| template(text, catalogue.of(subject));
                let wrong = |why| CatalogueError {
                    file,
                    subject: Some(code.clone()),
                    channel: Some(channel.code()),
                    why,
                };
                let title = title.as_deref().map(read).transpose().map_err(wrong)?;
                let text = read(&text).map_err(wrong)?;
                catalogue.entries.push(Entry { subject, sender, channel, language, title, text });
            }
        }
    }
    Ok(catalogue)
}

/// The members of an object in a file, by key.
fn object<T: DeserializeOwned>(
    file: &'static str,
    json: &str,
) -> Result<BTreeMap<String, T>, CatalogueError> {
    serde_json::from_str(json).map_err(|error| CatalogueError {
        file,
        subject: None,
        channel: None,
        why: error.to_string(),
    })
}

fn subject(file: &'static str, code: &str) -> Result<Subject, CatalogueError> {
    match Subject::from_code(code) {
        Coded::Known(subject) => Ok(subject),
        Coded::Unknown(_) => Err(CatalogueError {
            file,
            subject: Some(code.to_owned()),
            channel: None,
            why: "there is no such subject".to_owned(),
        }),
    }
}

fn placeholders((file, json): (&'static str, &str)) -> Result<Vec<(Subject, Vec<Declared>)>, CatalogueError> {
    let mut all = Vec::new();
    for (code, names) in object::<BTreeMap<String, Placeholder>>(file, json)? {
        let mut declared = Vec::new();
        for (name, placeholder) in names {
            let (kind, usual) = match placeholder {
                Placeholder::Kind(kind) => (kind, false),
                Placeholder::Usual { kind, usual } => (kind, usual),
            };
            let Coded::Known(kind) = Type::from_code(&kind) else {
                let why = format!("\"{name}\" is of no type that there is: \"{kind}\"");
                return Err(CatalogueError { file, subject: Some(code), channel: None, why });
            };
            declared.push(Declared { usual, ..Declared::new(&name, kind) });
        }
        all.push((subject(file, &code)?, declared));
    }
    Ok(all)
}

fn template(text: &str, declared: &[Declared]) -> Result<Template, String> {
    let template =
        parse(text).map_err(|ParseError { problem, at }| format!("{} at byte {at}", problem.code()))?;
    match template.names().into_iter().find(|name| kind_of(name, declared).is_none()) {
        Some(name) => Err(format!("there is no placeholder \"{name}\"")),
        None => Ok(template),
    }
}

impl Catalogue {
    /// The placeholders of a subject.
    #[must_use]
    pub fn of(&self, subject: Subject) -> &[Declared] {
        self.declared.iter().find(|(one, _)| *one == subject).map_or(&[], |(_, declared)| declared)
    }

    /// The text of a subject by a channel in a language.
    #[must_use]
    pub fn find(&self, subject: Subject, channel: Channel, language: Language) -> Option<&Entry> {
        let is_it =
            |entry: &&Entry| (entry.subject, entry.channel, entry.language) == (subject, channel, language);
        self.entries.iter().find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where() {
        let of =
            |json| placeholders(("templates/placeholders.json", json)).map(|_| ()).unwrap_err().to_string();
        assert_eq!(
            of(r#"{"protocol.approved": {"number": "nummer"}}"#),
            "templates/placeholders.json, protocol.approved: \"number\" is of no type that there is: \"nummer\""
        );
        assert_eq!(
            of(r#"{"protocol.lost": {}}"#),
            "templates/placeholders.json, protocol.lost: there is no such subject"
        );
        assert_eq!(template("((number", &[]), Err("unclosed at byte 0".to_owned()));
        let number = [Declared::new("number", Type::Number)];
        assert_eq!(
            template("((number)) ((day))", &number),
            Err("there is no placeholder \"day\"".to_owned())
        );
        let error = CatalogueError {
            file: "templates/bg/fund.json",
            subject: Some("protocol.approved".to_owned()),
            channel: Some("sms"),
            why: "unclosed at byte 0".to_owned(),
        };
        assert_eq!(error.to_string(), "templates/bg/fund.json, protocol.approved, sms: unclosed at byte 0");
    }
}
