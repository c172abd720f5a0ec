//! `get_template_samples`.

use contract::path;
use contract::template::TemplateSamples;
use domain::coded::Code;
use domain::language::Language;
use domain::notification::Subject;
use domain::notification::template::render;
use mock_server::catalogue::catalogue;
use serde_json::json;

use crate::client::{Client, Server};

async fn samples(client: &Client<'_>, subject: &str, language: &str) -> TemplateSamples {
    client.get(&path::template_samples(subject, language)).await.read()
}

#[tokio::test]
async fn a_sample_person_has_a_value_for_each_placeholder_own_and_for_somebody() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let all = samples(&editor, "protocol.approved", "bg").await;
    let people: Vec<_> =
        all.samples.iter().map(|one| (one.id.as_str(), one.reader.as_str(), one.about.as_deref())).collect();
    assert_eq!(
        people,
        [
            ("patient", "Мария Примерова", None),
            ("carer", "Георги Образцов", None),
            ("carer-ani", "Георги Образцов", Some("Ани Образцова")),
            ("carer-boris", "Георги Образцов", Some("Борис Образцов")),
            ("carer-stefka", "Георги Образцов", Some("Стефка Образцова")),
            ("kazakhstan", "Айгүл Үлгіқызы", None),
            ("altai", "Пётр Пробный", None),
        ]
    );
    let patient = serde_json::to_value(&all.samples[0].values).unwrap();
    let expected = json!([
        { "name": "number", "text": "ПЛ-2200-004512" },
        { "name": "until", "text": "05.12.2026" },
    ]);
    assert_eq!(patient, expected, "nobody is named of whom the reader is");
    let english = samples(&editor, "protocol.approved", "en").await;
    assert_eq!(english.samples[2].about.as_deref(), Some("Ani Obraztsova"));
    let visit = samples(&editor, "visit.reminder", "kk").await;
    let office = |sample: usize| {
        visit.samples[sample].values.iter().find(|one| one.name == "office").unwrap().text.clone()
    };
    assert_eq!(office(0).as_deref(), Some("ӘМСҚ, Алматы"), "what is not known in the language is an example");
    assert_eq!(office(5).as_deref(), Some("ӘМСҚ қоры, Алматы қаласы бойынша филиал"));
}

#[tokio::test]
async fn every_text_is_filled_for_every_sample_person() {
    let server = Server::start();
    let editor = server.sign_in("editor").await;
    let all = catalogue().unwrap();
    let mut filled = 0;
    for subject in Subject::ALL {
        for language in Language::ALL {
            let samples = samples(&editor, subject.code(), language.code()).await;
            for channel in subject.channels() {
                let entry = all.find(*subject, *channel, *language).unwrap();
                for template in entry.title.iter().chain([&entry.text]) {
                    for sample in &samples.samples {
                        let text = render(template, all.of(*subject), &sample.read(template));
                        let text = text
                            .unwrap_or_else(|errors| panic!("{} {}: {errors:?}", subject.code(), sample.id));
                        let asks = template.names().contains(&"whom");
                        if let Some(about) = sample.about.as_deref().filter(|_| asks) {
                            assert!(text.contains(about), "{text}");
                        }
                        filled += 1;
                    }
                }
            }
        }
    }
    assert!(filled > 4000, "{filled}");
}

#[tokio::test]
async fn only_staff_see_them_and_only_of_what_there_is() {
    let server = Server::start();
    let approver = server.sign_in("approver").await;
    let path = path::template_samples("protocol.approved", "bg");
    let tag = approver.get(&path).await.header("etag").unwrap().to_owned();
    assert_eq!(approver.get_with(&path, &[("if-none-match", &tag)]).await.status, 304);
    approver.get(&path::template_samples("protocol.lost", "bg")).await.refused(403, "not_allowed");
    approver.get(&path::template_samples("protocol.approved", "tlh")).await.refused(400, "malformed");
    approver.get("/api/v1/templates/protocol.approved/samples").await.refused(400, "malformed");
    server.sign_in("patient").await.get(&path).await.refused(403, "not_allowed");
}
