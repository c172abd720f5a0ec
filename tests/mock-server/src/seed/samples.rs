//! Sample persons for previews: some of the personas, who are made up, each for themselves and for those they care for.

use std::sync::OnceLock;

use chrono::NaiveDate;
use contract::document::Document;
use contract::person::Person;
use contract::template::{SampleValue, TemplateSample};
use domain::coded::{Code as _, Coded};
use domain::language::Language;
use domain::moment::Zone;
use domain::notification::template::{Declared, Length, Type, Value, sample};
use domain::person::Relation;
use domain::transliteration::transliterate;

use crate::seed::{Seed, SeedError, personas};
use crate::store::notification::value;

/// The personas of whom samples are made.
const KEYS: [&str; 4] = ["patient", "carer", "kazakhstan", "altai"];
/// The placeholder that says about whom a message is, if not about who reads it.
const WHOM: &str = "whom";
/// Placeholders of the last day of something; other days are those of what happened.
const LAST_DAY: &str = "until";

/// A sample person, and one of the documents a message may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    id: String,
    reader: String,
    about: Option<String>,
    zone: Zone,
    /// The language in which the persona reads; offices of its documents are named in it.
    language: Option<Language>,
    number: Option<String>,
    office: Option<String>,
    happened: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// All of them.
///
/// # Errors
/// When a data file is bad.
pub fn all() -> Result<&'static [Sample], SeedError> {
    static ALL: OnceLock<Result<Vec<Sample>, SeedError>> = OnceLock::new();
    ALL.get_or_init(read).as_deref().map_err(Clone::clone)
}

fn read() -> Result<Vec<Sample>, SeedError> {
    let mut samples = Vec::new();
    for key in KEYS {
        let Some(persona) = personas::all()?.iter().find(|persona| persona.key == key) else { continue };
        let language = persona.language.as_deref().and_then(|code| Language::from_code(code).known());
        let seed = Seed::read(&format!("data/{key}.json"), personas::data(key))?;
        for person in &seed.data.persons {
            let document = seed.data.documents.iter().find(|document| document.entry.person == person.id);
            samples.push(Sample::new(&persona.name, person, language, document));
        }
    }
    Ok(samples)
}

impl Sample {
    fn new(reader: &str, person: &Person, language: Option<Language>, document: Option<&Document>) -> Self {
        let own = person.relation == Coded::Known(Relation::Own);
        let happened = document.map(|document| document.entry.changed_at.day(person.zone));
        Self {
            id: person.id.as_str().trim_start_matches("p-").to_owned(),
            reader: reader.to_owned(),
            about: (!own).then(|| person.name.clone()),
            zone: person.zone,
            language,
            number: document.map(|document| document.entry.number.clone()),
            office: document.and_then(|document| document.facts.issuer.clone()),
            happened,
            until: document.and_then(|document| document.entry.valid_to),
        }
    }

    /// The sample with a value for each placeholder of a subject, in a language.
    #[must_use]
    pub fn sample(&self, declared: &[Declared], language: Language) -> TemplateSample {
        let value = |one: &Declared| Some(SampleValue::new(&one.name, self.value(one, language)?));
        TemplateSample {
            id: self.id.clone(),
            reader: self.named(&self.reader, language),
            about: self.about.as_ref().map(|about| self.named(about, language)),
            values: declared.iter().filter_map(value).collect(),
        }
    }

    /// `None` for about whom it is, where that is who reads it.
    fn value(&self, one: &Declared, language: Language) -> Option<Value> {
        let known = match one.kind {
            Type::Flag => return Some(Value::Flag(self.about.is_some())),
            Type::Name if one.name == WHOM => {
                return Some(Value::Text(self.named(self.about.as_ref()?, language)));
            }
            Type::Number => self.number.clone(),
            Type::Day if one.name == LAST_DAY => self.until.map(value::day),
            Type::Day => self.happened.map(value::day),
            Type::Office if self.language == Some(language) => self.office.clone(),
            _ => None,
        };
        Some(Value::Text(known.unwrap_or_else(|| sample(one.kind, language, Length::Typical).to_owned())))
    }

    /// A name as it is written in a language: the law on transliteration is about Bulgarian names alone.
    fn named(&self, name: &str, language: Language) -> String {
        let bulgarian = self.zone == Zone::Sofia;
        if bulgarian && language == Language::En { transliterate(name) } else { name.to_owned() }
    }
}
