//! What of templates reaches the rules.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::template::{Placeholder, PublishedTemplates, TemplateCatalogue, TemplateSamples};
use domain::coded::Coded;
use domain::money::Money;
use domain::notification::Subject;
use domain::notification::genuine::{Known, Verdict, look};
use domain::notification::template::{Declared, Type, parse, render};
use serde::de::DeserializeOwned;
use serde_json::Value;

fn example<T: DeserializeOwned>(name: &str, change: impl FnOnce(&mut Value)) -> T {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut value: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    change(&mut value);
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_published_text_is_one_that_a_message_is_compared_with() {
    let published: PublishedTemplates = example("published_templates", |_| ());
    let texts = published.read();
    assert_eq!(texts.len(), 2);
    assert_eq!(texts[0].subject, &Coded::Known(Subject::ProtocolApproved));
    let known: Vec<Known<'_>> =
        texts.iter().map(|one| Known { template: &one.template, declared: &one.declared }).collect();
    let said = look("НЗОК: Одобрен е протокол 123/2026. Важи до 01.03.2027.", &known, &[]);
    assert_eq!(said.verdict, Verdict::Matches { template: 0 });
}

#[test]
fn a_text_that_this_build_cannot_read_is_left_out_and_the_others_stay() {
    let published: PublishedTemplates = example("published_templates", |value| {
        value["subjects"][0]["texts"][0]["text"] = "((if number)".into();
        value["subjects"][0]["placeholders"][0]["kind"] = "moon".into();
    });
    let texts = published.read();
    assert_eq!(texts.len(), 1);
    assert_eq!(texts[0].published.version, 1);
    let names: Vec<&str> = texts[0].declared.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["until", "whom"], "a placeholder of a kind that is not known is none");
}

#[test]
fn placeholders_come_back_as_they_went() {
    for declared in
        [Declared::new("number", Type::Number), Declared { usual: true, ..Declared::new("until", Type::Day) }]
    {
        assert_eq!(Placeholder::from(&declared).read(), Some(declared));
    }
}

#[test]
fn the_prices_reach_the_rules() {
    let catalogue: TemplateCatalogue = example("template_catalogue", |_| ());
    let tariff = catalogue.tariff.read();
    assert_eq!((tariff.sms, tariff.viber), (Money::euro(45_00), Money::euro(20_00)));
}

#[test]
fn a_sample_gives_a_text_what_it_asks_for_and_no_more() {
    let samples: TemplateSamples = example("template_samples", |_| ());
    let declared =
        [("number", Type::Number), ("whom", Type::Name)].map(|(name, kind)| Declared::new(name, kind));
    let template = parse("За ((whom)): протокол ((number)).").unwrap();
    let values = samples.samples[0].read(&template);
    assert_eq!(render(&template, &declared, &values).unwrap(), "За Ани Образцова: протокол 204417/2026.");
}
