//! The catalogue of messages: complete, readable, within the limits of its channels, and known again by the portal itself.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]
#![allow(clippy::print_stdout, reason = "the table of parts is meant to be read")]

use std::time::Instant;

use domain::coded::Code;
use domain::language::Language;
use domain::notification::genuine::{Known, Prepared, Verdict, look};
use domain::notification::template::sample::filled;
use domain::notification::template::{
    Draft, Length, Lint, Measure, Objection, Template, Text, Type, What, lint, measure, objections,
};
use domain::notification::{Channel, Subject};
use mock_server::catalogue::{Catalogue, Entry, catalogue};

fn all() -> &'static Catalogue {
    catalogue().unwrap_or_else(|error| panic!("{error}"))
}

fn name(entry: &Entry) -> String {
    format!("{} {} {}", entry.subject.code(), entry.channel.code(), entry.language.code())
}

/// Title and text of an entry.
fn templates(entry: &Entry) -> impl Iterator<Item = &Template> {
    entry.title.iter().chain([&entry.text])
}

fn measured(entry: &Entry) -> Measure {
    measure(&entry.text, all().of(entry.subject), entry.language)
        .unwrap_or_else(|errors| panic!("{}: {errors:?}", name(entry)))
}

#[test]
fn every_subject_is_there_once_by_each_of_its_channels_in_every_language_and_nothing_more() {
    let mut there: Vec<_> = all()
        .entries
        .iter()
        .map(|one| (one.subject as usize, one.channel.code(), one.language.code()))
        .collect();
    let mut due = Vec::new();
    for subject in Subject::ALL {
        for channel in subject.channels() {
            due.extend(Language::ALL.iter().map(|one| (*subject as usize, channel.code(), one.code())));
        }
    }
    there.sort_unstable();
    due.sort_unstable();
    assert_eq!(there, due);
    for entry in &all().entries {
        assert_eq!(entry.sender, entry.subject.sender(), "{}", name(entry));
        assert_eq!(all().find(entry.subject, entry.channel, entry.language), Some(entry));
    }
}

#[test]
fn every_placeholder_is_used_and_in_every_language_the_same_way() {
    for subject in Subject::ALL {
        let of_subject = || all().entries.iter().filter(|one| one.subject == *subject);
        for declared in all().of(*subject) {
            let uses =
                |entry: &Entry| templates(entry).any(|one| one.names().contains(&declared.name.as_str()));
            assert!(of_subject().any(uses), "{}: {}", subject.code(), declared.name);
        }
        for channel in subject.channels() {
            let of = |language| {
                let entry = all().find(*subject, *channel, language).unwrap();
                let names = |one: &Template| {
                    let name = |name: &str| (name.to_owned(), one.is_mandatory(name));
                    let mut names: Vec<_> = one.names().into_iter().map(name).collect();
                    names.sort_unstable();
                    names
                };
                templates(entry).map(names).collect::<Vec<_>>()
            };
            for language in Language::ALL {
                assert_eq!(of(*language), of(Language::Bg), "{} {}", subject.code(), channel.code());
            }
        }
    }
}

#[test]
fn e_mails_and_notices_have_a_title_and_others_have_none() {
    for entry in &all().entries {
        let titled = matches!(entry.channel, Channel::Email | Channel::Push);
        assert_eq!(entry.title.is_some(), titled, "{}", name(entry));
        // A title stands on a locked screen whatever the channel.
        assert!(entry.title.as_ref().is_none_or(|title| title.names().is_empty()), "{}", name(entry));
    }
}

#[test]
fn nothing_in_it_blocks_and_every_value_has_its_place() {
    let mut found = Vec::new();
    for entry in &all().entries {
        for template in templates(entry) {
            let Entry { subject, sender, channel, language, .. } = *entry;
            let text = Text { template, declared: all().of(subject), subject, sender, channel, language };
            found.extend(lint(&text).into_iter().filter(Lint::blocks).map(|one| (name(entry), one)));
            for length in Length::ALL {
                if let Err(errors) = filled(template, text.declared, language, *length) {
                    panic!("{}: {errors:?}", name(entry));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_is_in_the_way_of_any_text_with_its_title() {
    for entry in &all().entries {
        let Entry { subject, sender, channel, language, .. } = *entry;
        let (title, text) = (entry.title.as_ref().map(ToString::to_string), entry.text.to_string());
        let (title, text, declared) = (title.as_deref(), text.as_str(), all().of(subject));
        let draft = Draft { title, text, declared, subject, sender, channel, language };
        let blocking: Vec<Objection> = objections(&draft).into_iter().filter(Objection::blocks).collect();
        assert!(blocking.is_empty(), "{}: {blocking:?}", name(entry));
    }
}

#[test]
fn an_sms_has_one_part_as_it_usually_is() {
    let mut wrong = Vec::new();
    let languages: Vec<String> = Language::ALL.iter().map(|one| format!("{:>8}", one.code())).collect();
    println!("{:30}{}", "parts of an SMS", languages.concat());
    for subject in Subject::ALL {
        let mut row = String::new();
        for language in Language::ALL {
            let entry = all().find(*subject, Channel::Sms, *language).unwrap();
            let measured = measured(entry);
            let [least, typical, most] = measured.parts();
            row.extend([
                "   ".to_owned(),
                least.to_string(),
                "/".to_owned(),
                typical.to_string(),
                "/".to_owned(),
                most.to_string(),
            ]);
            if typical != 1 {
                wrong.push(format!("{} {typical}: {}", name(entry), measured.typical.text));
            }
        }
        println!("{:30}{row}", subject.code());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn viber_takes_every_text_whole() {
    for entry in all().entries.iter().filter(|one| one.channel == Channel::Viber) {
        let measured = measured(entry);
        assert!(measured.most.fits(Channel::Viber), "{}: {}", name(entry), measured.most.viber.characters);
    }
}

#[test]
fn a_notice_shows_no_number_office_code_or_contact() {
    for entry in all().entries.iter().filter(|one| one.channel == Channel::Push) {
        for atom in templates(entry).flat_map(Template::atoms) {
            let What::Field(field) = atom.what else { continue };
            let kind = all().of(entry.subject).iter().find(|one| one.name == field).unwrap().kind;
            let told = matches!(kind, Type::Number | Type::Office | Type::Code | Type::Contact | Type::Kind);
            assert!(!told, "{} {field}", name(entry));
        }
    }
}

/// Every text of a language by a channel, as it is sent, is found again as its own.
fn known_again(language: Language) {
    let mut wrong = Vec::new();
    for channel in Channel::ALL {
        let of = |one: &&Entry| one.channel == *channel && one.language == language;
        let entries: Vec<&Entry> = all().entries.iter().filter(of).collect();
        let known: Vec<Known<'_>> = entries
            .iter()
            .map(|one| Known { template: &one.text, declared: all().of(one.subject) })
            .collect();
        for (place, entry) in entries.iter().enumerate() {
            let sent =
                |length: &Length| filled(&entry.text, all().of(entry.subject), language, *length).unwrap();
            let mut texts: Vec<String> = Length::ALL.iter().map(sent).collect();
            texts.dedup();
            for text in texts {
                let same = |other: usize| other == place || entries[other].text == entry.text;
                match look(&text, &known, &[]).verdict {
                    Verdict::Matches { template } if same(template) => {}
                    other => wrong.push(format!("{}: {text}\n  {other:?}", name(entry))),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_bulgarian_text_is_known_again() {
    known_again(Language::Bg);
}

#[test]
fn every_english_text_is_known_again() {
    known_again(Language::En);
}

#[test]
fn every_russian_text_is_known_again() {
    known_again(Language::Ru);
}

#[test]
fn every_kazakh_text_is_known_again() {
    known_again(Language::Kk);
}

#[test]
fn all_texts_prepared_once_are_looked_through_at_every_key() {
    let entries = &all().entries;
    let known: Vec<Known<'_>> =
        entries.iter().map(|one| Known { template: &one.text, declared: all().of(one.subject) }).collect();
    let began = Instant::now();
    let prepared = Prepared::new(&known);
    println!("{} texts prepared in {:?}", known.len(), began.elapsed());
    // The longest are e-mails of the fund, which share most of their words with each other.
    let sent = all().find(Subject::ProtocolApproved, Channel::Email, Language::Bg).unwrap();
    let sent = filled(&sent.text, all().of(sent.subject), Language::Bg, Length::Typical).unwrap();
    let foreign = "Утре ще вали, вземете чадър и не забравяйте писмото за леля Пенка. ".repeat(7);
    let own = |place: usize| entries[place].subject == Subject::ProtocolApproved;
    for (text, expected) in [
        (sent.as_str(), "matches"),
        (&foreign, "none"),
        ("Протокол 123/2026 е одобрен. Платете 5 лв.", "never"),
    ] {
        let began = Instant::now();
        let verdict = prepared.look(text, &[]).verdict;
        println!("{} words looked at in {:?}", text.split_whitespace().count(), began.elapsed());
        let said = match verdict {
            Verdict::Matches { template } if own(template) => "matches",
            Verdict::NeverSent { .. } => "never",
            Verdict::None => "none",
            _ => "other",
        };
        assert_eq!(said, expected, "{text}: {verdict:?}");
    }
}
