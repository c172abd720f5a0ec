//! The page of the stand-in identity provider, in the four languages.

use std::fmt::Write as _;

use domain::coded::{Code as _, Coded};
use domain::language::Language;
use serde::Deserialize;

use crate::page::{escape, options};
use crate::seed::personas::{Persona, Texts};
use crate::seed::{SeedError, own};
use crate::url;

const TEXTS: &str = include_str!("../../data/identity.json");

/// The words of the page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Title and heading.
    pub title: String,
    intro: String,
    choose: String,
    cancel: String,
    fail_heading: String,
    fail_for: String,
    fail: String,
    languages: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct All {
    bg: Words,
    en: Words,
    ru: Words,
    kk: Words,
}

/// The languages by their own names.
const NAMES: [(&str, &str); 4] =
    [("bg", "Български"), ("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")];

/// The language asked for, Bulgarian if none, and its words.
///
/// # Errors
/// When the file is bad.
pub fn texts(asked: Option<&str>) -> Result<(&'static str, Words), SeedError> {
    let all: All = own("data/identity.json", TEXTS)?;
    let language = match Language::from_code(asked.unwrap_or("")) {
        Coded::Known(language) => language,
        Coded::Unknown(_) => Language::Bg,
    };
    let words = match language {
        Language::Bg => all.bg,
        Language::En => all.en,
        Language::Ru => all.ru,
        Language::Kk => all.kk,
    };
    Ok((language.code(), words))
}

/// The body of the page.
#[must_use]
pub fn body(lang: &str, words: &Words, personas: &[Persona], return_to: &str) -> String {
    let hidden = format!("<input type=\"hidden\" name=\"return_to\" value=\"{}\">", escape(return_to));
    let names = personas.iter().map(|persona| (persona.key.as_str(), persona.name.as_str()));
    format!(
        "{languages}<main>\n<h1>{title}</h1>\n<p>{intro}</p>\n\
         <h2 id=\"choose\">{choose}</h2>\n\
         <form method=\"post\" action=\"/mock/identity\">{hidden}\n\
         <ul class=\"cards\" aria-labelledby=\"choose\">\n{cards}</ul>\n</form>\n\
         <form method=\"post\" action=\"/mock/identity\">{hidden}\
         <button name=\"outcome\" value=\"cancelled\">{cancel}</button></form>\n\
         <h2>{fail_heading}</h2>\n\
         <form method=\"post\" action=\"/mock/identity\">{hidden}\
         <label for=\"fail-for\">{fail_for}</label> <select id=\"fail-for\" name=\"persona\">{names}</select> \
         <button name=\"outcome\" value=\"failed\">{fail}</button></form>\n</main>",
        languages = languages(lang, &words.languages, return_to),
        title = escape(&words.title),
        intro = escape(&words.intro),
        choose = escape(&words.choose),
        cards = cards(lang, personas),
        cancel = escape(&words.cancel),
        fail_heading = escape(&words.fail_heading),
        fail_for = escape(&words.fail_for),
        names = options(names),
        fail = escape(&words.fail),
    )
}

fn languages(lang: &str, label: &str, return_to: &str) -> String {
    let mut html = format!("<nav aria-label=\"{}\"><ul class=\"languages\">", escape(label));
    for (code, name) in NAMES {
        let current = if code == lang { " aria-current=\"true\"" } else { "" };
        let to = url::encode(return_to);
        // Writing to a String cannot fail.
        let _ = write!(
            html,
            "<li><a href=\"/mock/identity?return_to={to}&amp;lang={code}\" lang=\"{code}\" \
             hreflang=\"{code}\"{current}>{name}</a></li>"
        );
    }
    html + "</ul></nav>\n"
}

fn cards(lang: &str, personas: &[Persona]) -> String {
    let mut html = String::new();
    for Persona { key, name, purpose, .. } in personas {
        // Writing to a String cannot fail.
        let _ = writeln!(
            html,
            "<li><button name=\"persona\" value=\"{key}\" aria-describedby=\"for-{key}\">{}</button>\
             <p id=\"for-{key}\">{}</p></li>",
            escape(name),
            escape(in_language(purpose, lang)),
        );
    }
    html
}

fn in_language<'a>(texts: &'a Texts, lang: &str) -> &'a str {
    match lang {
        "en" => &texts.en,
        "ru" => &texts.ru,
        "kk" => &texts.kk,
        _ => &texts.bg,
    }
}
