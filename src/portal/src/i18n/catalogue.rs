//! The texts of the chosen language: fetched, kept, and looked up.

use std::sync::{Arc, LazyLock};

use domain::coded::{Code, Coded};
use domain::language::Language;
use leptos::prelude::*;

use super::format;
use super::message::{Arg, Msg};
use super::texts::FILES;
use crate::api::{ApiError, texts as files};

const FORM_SEPARATOR: char = '\u{1f}';

/// The texts of one language, by area.
#[derive(Clone)]
struct Catalogue {
    language: Language,
    /// In the order of [`FILES`]; `None` until an area is needed.
    areas: Areas,
}

type Areas = [Option<Arc<Vec<String>>>; FILES.len()];

const NONE: Areas = [const { None }; FILES.len()];

static CATALOGUE: LazyLock<ArcRwSignal<Catalogue>> =
    LazyLock::new(|| ArcRwSignal::new(Catalogue { language: Language::Bg, areas: NONE }));

/// The chosen language; tracked.
pub fn language() -> Language {
    CATALOGUE.with(|catalogue| catalogue.language)
}

/// The chosen language; not tracked.
pub fn language_now() -> Language {
    CATALOGUE.with_untracked(|catalogue| catalogue.language)
}

/// Takes over the language and the texts that the page asked for before the app was there.
///
/// # Errors
/// When the texts cannot be had; the app cannot say a word then, and the static shell speaks for it.
pub async fn start() -> Result<(), ApiError> {
    let language = match files::early_language().as_deref().map(Language::from_code) {
        Some(Coded::Known(language)) => language,
        Some(Coded::Unknown(_)) | None => Language::Bg,
    };
    let texts = match files::early().await {
        Ok(texts) => texts,
        Err(_) => files::fetch(language, FILES[0]).await?,
    };
    let mut areas = NONE;
    areas[0] = Some(Arc::new(texts));
    CATALOGUE.set(Catalogue { language, areas });
    Ok(())
}

/// Fetches texts by their numbers in the chosen language, unless they are here already.
///
/// # Errors
/// When some cannot be had.
pub async fn load(numbers: &[usize]) -> Result<(), ApiError> {
    for number in numbers {
        load_file(*number).await?;
    }
    Ok(())
}

async fn load_file(number: usize) -> Result<(), ApiError> {
    loop {
        let (language, here) = CATALOGUE.with_untracked(|catalogue| {
            (catalogue.language, catalogue.areas.get(number).map(Option::is_some))
        });
        let Some((false, file)) = here.zip(FILES.get(number)) else { return Ok(()) };
        let texts = Arc::new(files::fetch(language, file).await?);
        // The language may have been changed while the file was on its way: then it is asked for again.
        if CATALOGUE.with_untracked(|catalogue| catalogue.language) == language {
            CATALOGUE.update(|catalogue| {
                if let Some(place) = catalogue.areas.get_mut(number) {
                    *place = Some(texts);
                }
            });
            return Ok(());
        }
    }
}

/// Changes the language: fetches every area that is here in the new language, then changes them all at once.
///
/// # Errors
/// When a file cannot be had; the language stays as it was.
pub async fn set_language(language: Language) -> Result<(), ApiError> {
    let mut areas = NONE;
    // What a page asked for comes in the old language meanwhile: it is looked again after each file.
    while let Some(number) = CATALOGUE.with_untracked(|catalogue| without(&catalogue.areas, &areas)) {
        let (Some(place), Some(file)) = (areas.get_mut(number), FILES.get(number)) else { break };
        *place = Some(Arc::new(files::fetch(language, file).await?));
    }
    CATALOGUE.set(Catalogue { language, areas });
    Ok(())
}

/// The first area that is here and not among the new ones.
fn without(here: &Areas, new: &Areas) -> Option<usize> {
    here.iter().zip(new).position(|(here, new)| here.is_some() && new.is_none())
}

/// The words of a message; tracks the language.
pub(super) fn resolve(message: &Msg) -> String {
    CATALOGUE.with(|catalogue| catalogue.resolve(message))
}

impl Catalogue {
    fn resolve(&self, message: &Msg) -> String {
        let Some(text) = self.areas.get(message.area).and_then(|texts| texts.as_ref()?.get(message.text))
        else {
            return String::new();
        };
        let template = match message.count {
            None => text.as_str(),
            Some(count) => {
                text.split(FORM_SEPARATOR).nth(plural_form(self.language, count)).unwrap_or_default()
            }
        };
        let mut words = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            match (message.args.iter().find(|(own, _)| *own == name), message.count) {
                (Some((_, arg)), _) => words.push_str(&self.arg(arg)),
                (None, Some(count)) => words.push_str(&format::number(self.language, count)),
                (None, None) => {}
            }
            // A day may end with the dot of "г.": a sentence that ends with it has no other.
            rest = if words.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
        }
        words.push_str(rest);
        words
    }

    fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => format::number(self.language, *number),
            Arg::Message(message) => self.resolve(message),
            Arg::Day(day) => format::day(self.language, *day),
            Arg::ShortDay(day) => format::short_day(self.language, *day),
            Arg::Month(month) => format::month(self.language, *month),
            Arg::Moment(moment, zone) => format::moment(self.language, *moment, *zone),
            Arg::Money(money) => format::money(self.language, *money),
        }
    }
}

/// Index of the plural form of a whole number, in the order of the compact files.
///
/// Unicode CLDR, plural rules: bg, en, kk "one: n = 1"; ru "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and
/// n % 100 != 12..14; many: the other whole numbers".
fn plural_form(language: Language, n: usize) -> usize {
    match language {
        Language::Bg | Language::En | Language::Kk => usize::from(n != 1),
        Language::Ru => match (n % 10, n % 100) {
            (1, hundred) if hundred != 11 => 0,
            (2..=4, hundred) if !(12..=14).contains(&hundred) => 1,
            _ => 2,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(language: Language, texts: &[&str]) -> Catalogue {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        let mut areas = NONE;
        areas[0] = Some(Arc::new(texts));
        Catalogue { language, areas }
    }

    #[test]
    fn placeholders_take_texts_and_messages() {
        let catalogue = catalogue(Language::En, &["Step {step} of {of}", "two"]);
        let two = Msg::new(0, 1, None, vec![]);
        let message = Msg::new(0, 0, None, vec![("step", two.into()), ("of", "five".into())]);
        assert_eq!(catalogue.resolve(&message), "Step two of five");
    }

    #[test]
    fn a_sentence_ends_once() {
        let catalogue = catalogue(Language::Bg, &["On {day}. Then on."]);
        let ending_with = |day: &str| Msg::new(0, 0, None, vec![("day", day.into())]);
        assert_eq!(catalogue.resolve(&ending_with("3 May 2026 y.")), "On 3 May 2026 y. Then on.");
        assert_eq!(catalogue.resolve(&ending_with("3 May")), "On 3 May. Then on.");
    }

    #[test]
    fn a_text_that_is_not_there_is_empty_and_never_a_panic() {
        let catalogue = catalogue(Language::En, &["{broken"]);
        assert_eq!(catalogue.resolve(&Msg::new(3, 7, None, vec![])), "");
        assert_eq!(catalogue.resolve(&Msg::new(0, 0, None, vec![])), "{broken");
    }

    #[test]
    fn russian_counts_in_three_forms() {
        let forms: Vec<usize> =
            [1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 0].map(|n| plural_form(Language::Ru, n)).to_vec();
        assert_eq!(forms, [0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2, 2]);
        assert_eq!([0, 1, 2].map(|n| plural_form(Language::Bg, n)), [1, 0, 1]);
    }
}
