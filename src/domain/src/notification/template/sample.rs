//! Examples of values, the shortest, a usual and the longest, to see what a message comes to before anybody gets it.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::language::Language;
use crate::notification::template::parse::Template;
use crate::notification::template::placeholder::{Declared, Type, kind_of};
use crate::notification::template::render::{RenderError, Value, render};

codes! {
    /// How long a value is.
    pub enum Length {
        /// As short as they come.
        Least = "least",
        /// As they usually are.
        Typical = "typical",
        /// As long as they come.
        Most = "most",
    }
}

/// The source of the examples.
pub const SAMPLE_SOURCE: Citation = DESIGN;

/// An example of a kind in a language. Flags have none: they are not set in the shortest message, and set in the others.
#[must_use]
pub const fn sample(kind: Type, language: Language, length: Length) -> &'static str {
    let three: [&'static str; 3] = match kind {
        Type::Name => match language {
            Language::Bg => {
                ["Ия Ев", "Мария Георгиева", "Александрина-Виктория Константинова-Хаджидимитрова"]
            }
            Language::En => {
                ["Iya Ev", "Maria Georgieva", "Aleksandrina-Viktoria Konstantinova-Hadzhidimitrova"]
            }
            Language::Ru => {
                ["Ия Ли", "Мария Петрова", "Александра-Виктория Константинопольская-Преображенская"]
            }
            Language::Kk => ["Ай Ли", "Айгүл Сәрсенова", "Гүлбаршын-Айсұлу Нұрмұхаммедқызы-Әбдірахманова"],
        },
        Type::Number => ["1", "123456/2026", "12-3456-7890123/31.12.2026"],
        Type::Day => ["01.03.2027"; 3],
        Type::Time => ["09:30"; 3],
        Type::Office => match language {
            Language::Bg => ["РЗОК", "РЗОК Пловдив", "Районна здравноосигурителна каса Софийска област"],
            Language::En => ["RZOK", "RZOK Plovdiv", "Regional Health Insurance Fund Sofia Province"],
            Language::Ru => ["ТФОМС", "ТФОМС, Барнаул", "Территориальный фонд ОМС Алтайского края, Барнаул"],
            Language::Kk => ["ӘМСҚ", "ӘМСҚ, Алматы", "Әлеуметтік медициналық сақтандыру қоры, Алматы"],
        },
        Type::Code => ["123456", "123456", "AKMH-2345"],
        Type::Portal => [
            "https://a.example",
            "https://portal.example/documents",
            "https://portal.example/documents/0123456789abcdef",
        ],
        Type::Kind => match language {
            Language::Bg => ["рецепта", "протокол", "заявление за помощно средство"],
            Language::En => ["referral", "protocol", "application for an assistive device"],
            Language::Ru => ["рецепт", "протокол", "заявление на вспомогательное средство"],
            Language::Kk => ["рецепт", "хаттама", "көмекші құралға берілген өтініш"],
        },
        Type::Count => ["1", "14", "365"],
        Type::Device => ["Edge, iOS", "Chromium, macOS", "Chromium, Android"],
        Type::Contact => ["*12", "+359*****12", "a***************@portal.***"],
        Type::Flag => [""; 3],
    };
    three[length as usize]
}

/// A template filled with examples. At its shortest flags are not set and optional values not there; usually flags are set,
/// and those optional values are there that are [`usual`](Declared::usual); at its longest all are.
///
/// # Errors
/// What is wrong with the template itself.
pub fn filled(
    template: &Template,
    declared: &[Declared],
    language: Language,
    length: Length,
) -> Result<String, Vec<RenderError>> {
    let value = |name: &str| match kind_of(name, declared) {
        Some(Type::Flag) => Value::Flag(length != Length::Least),
        Some(kind) => Value::Text(sample(kind, language, length).to_owned()),
        None => Value::Text(String::new()),
    };
    let there = |name: &str| match length {
        Length::Most => true,
        Length::Typical => declared.iter().any(|one| one.name == name && one.usual),
        Length::Least => false,
    };
    let asked = |name: &&str| {
        kind_of(name, declared) == Some(Type::Flag) || template.is_mandatory(name) || there(name)
    };
    let names = template.names().into_iter().filter(asked);
    let values: Vec<(&str, Value)> = names.map(|name| (name, value(name))).collect();
    render(template, declared, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn examples_are_values_of_their_kind_and_grow() {
        for kind in Type::ALL.iter().filter(|kind| **kind != Type::Flag) {
            for language in Language::ALL {
                let all: Vec<_> =
                    Length::ALL.iter().map(|length| sample(*kind, *language, *length)).collect();
                assert!(all.iter().all(|text| kind.takes(text)), "{kind:?} {language:?}");
                assert!(all.is_sorted_by_key(|text| text.chars().count()), "{kind:?} {language:?}");
            }
        }
    }
}
