use super::*;

/// The findings over one area in four languages, and the list of texts that may be equal.
fn messages(bg: &str, en: &str, ru: &str, kk: &str, same: &str) -> Vec<String> {
    let file = |path: String, text: &str| Source { path, text: text.to_owned() };
    let mut sources: Vec<Source> = [("bg", bg), ("en", en), ("ru", ru), ("kk", kk)]
        .map(|(language, text)| file(format!("{FOLDER}/{language}/fees.json"), text))
        .into();
    sources.push(file(SAME.to_owned(), same));
    check(&sources).iter().map(|finding| finding.to_string().replace(FOLDER, "")).collect()
}

#[test]
fn four_languages_that_agree_are_fine() {
    let bg = r#"{ "a": { "b": "Дължите {sum}" }, "n": { "one": "{n} ден", "other": "{n} дни" } }"#;
    let en = r#"{ "a": { "b": "You owe {sum}" }, "n": { "one": "{n} day", "other": "{n} days" } }"#;
    let ru = r#"{ "a": { "b": "Вы должны {sum}" }, "n": { "one": "{n} день", "few": "{n} дня", "many": "{n} дней", "other": "{n} дня" } }"#;
    let kk = r#"{ "a": { "b": "Берешегіңіз {sum}" }, "n": { "one": "{n} күн", "other": "{n} күн" } }"#;
    assert_eq!(messages(bg, en, ru, kk, "{}"), Vec::<String>::new());
}

#[test]
fn a_missing_and_a_superfluous_key_are_found() {
    let found = messages(r#"{"a":"едно"}"#, r#"{"b":"one"}"#, r#"{"a":"один"}"#, r#"{"a":"бір"}"#, "{}");
    assert_eq!(
        found,
        ["/en/fees.json:1: a is missing (it is in /bg/fees.json)", "/en/fees.json:1: b: not in bg"]
    );
}

#[test]
fn placeholders_and_plural_forms_have_to_agree() {
    let plural = r#"{"a":{"one":"{n} x","other":"{n} y"}}"#;
    let found = messages(
        plural,
        r#"{"a":{"one":"{m} p","other":"{m} q"}}"#,
        plural.replace('x', "й").as_str(),
        r#"{"a":"{n} і"}"#,
        "{}",
    );
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("placeholders"));
    assert!(found[1].contains(r#"ru has ["few", "many", "one", "other"]"#));
    assert!(found[2].contains("plural in one language only"));
}

#[test]
fn equal_texts_need_a_reason_and_a_reason_needs_equal_texts() {
    let text = |word: &str| format!(r#"{{"a":"{word}","dots":"{{n}} / {{m}}"}}"#);
    let check = |same: &str| messages(&text("NOI"), &text("NOI"), &text("НОИ"), &text("ҰӘИ"), same);
    assert_eq!(check(r#"{"fees.a":"a name"}"#), Vec::<String>::new());
    assert!(check("{}")[0].starts_with("/en/fees.json:1: a: the same text as in bg"));
    assert!(check(r#"{"fees.a":"  "}"#)[0].contains("the same text"));
    assert!(check(r#"{"fees.a":"a name","fees.b":"old"}"#)[0].contains("fees.b differs"));
}

#[test]
fn kazakh_that_reads_like_russian_is_found() {
    let area = |text: &str| {
        let texts: Vec<String> = (0..6).map(|i| format!("\"k{i}\":\"{text} {i}\"")).collect();
        format!("{{{}}}", texts.join(","))
    };
    let (bg, en, ru) = (
        area("Български текст, достатъчно дълъг"),
        area("An English text, long enough"),
        area("Русский текст, довольно длинный"),
    );
    let found = messages(&bg, &en, &ru, &area("Другой русский текст, довольно длинный"), "{}");
    assert_eq!(found, ["/kk/fees.json:1: only 0 of 6 longer texts have letters of Kazakh"]);
    assert!(messages(&bg, &en, &ru, &area("Қазақша мәтін, жеткілікті ұзын"), "{}").is_empty());
}

#[test]
fn a_language_without_the_area_is_found() {
    let source = Source { path: format!("{FOLDER}/bg/fees.json"), text: "{}".to_owned() };
    assert_eq!(check(&[source]).len(), 3);
}
