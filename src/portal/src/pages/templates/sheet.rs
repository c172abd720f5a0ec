//! The sheet: everything in use in one language, to be printed and looked at.

use contract::template::{Placeholder, SheetText, TemplateCatalogue, TemplateSheet};
use domain::coded::{Code as _, Coded};
use domain::language::Language;
use domain::notification::template::sample::filled;
use domain::notification::template::{Declared, Length, measure, parse};
use domain::notification::{Channel, Sender};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{in_language as address, languages, to_catalogue};
use crate::announce::PageTitle;
use crate::api::templates as api;
use crate::browser;
use crate::components::state::loading;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::load::Load;
use crate::reading::{Reading, derived};
use crate::route::known;
use crate::route::staff::StaffPage;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words::notification as told;

/// The page, in the language of its address.
#[component]
pub fn SheetPage() -> impl IntoView {
    let query = use_location().query;
    let language = Memo::new(move |_| {
        query.with(|query| query.get("lang").and_then(|code| known(&code))).unwrap_or(Language::Bg)
    });
    view! {
        <div class="page">
            <div class="page__head">
                {part(move || to_catalogue(language.get()))} <PageTitle text=te::sheet_title() />
                <p class="lead">{t(te::sheet_lead())}</p>
            </div>
            {part(move || languages(language.get(), |to| address(&StaffPage::TemplateSheet.route(), to)))}
            <p class="no-print">
                <button class="button button--second" type="button" on:click=move |_| browser::print()>
                    {t(te::sheet_print())}
                </button>
            </p>
            {part(move || in_language(language.get()))}
        </div>
    }
}

fn in_language(language: Language) -> AnyView {
    let sheet = Reading::begin(move || api::sheet(language));
    let catalogue = Reading::begin(api::catalogue);
    let both = derived(move || {
        let (sheet, catalogue) = (sheet.answer()?, catalogue.answer()?);
        Some(sheet.and_then(|sheet| catalogue.map(|catalogue| (sheet, catalogue))))
    });
    let retry = Callback::new(move |()| {
        sheet.again();
        catalogue.again();
    });
    view! {
        <Load value=move || both.get() retry skeleton=ViewFn::from(loading) let(both)>
            {shown(language, &both.0, &both.1)}
        </Load>
    }
    .into_any()
}

/// By sender, then by subject.
fn shown(language: Language, sheet: &TemplateSheet, catalogue: &TemplateCatalogue) -> AnyView {
    let of_sender = |sender: &Sender| {
        let texts: Vec<&SheetText> =
            sheet.texts.iter().filter(|text| text.sender == Coded::Known(*sender)).collect();
        (!texts.is_empty()).then(|| group(language, *sender, &texts, catalogue))
    };
    Sender::ALL.iter().filter_map(of_sender).collect::<Vec<_>>().into_any()
}

fn group(language: Language, sender: Sender, texts: &[&SheetText], catalogue: &TemplateCatalogue) -> AnyView {
    let mut subjects: Vec<AnyView> = Vec::new();
    let mut rest = texts;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|text| text.subject == first.subject).count();
        let (same, after) = rest.split_at(count);
        let declared = catalogue
            .subjects
            .iter()
            .find(|subject| subject.subject == first.subject)
            .map(|subject| Placeholder::read_all(&subject.placeholders))
            .unwrap_or_default();
        let texts: Vec<AnyView> = same.iter().map(|text| item(language, text, &declared)).collect();
        subjects.push(
            view! {
                <article class="sheet__subject">
                    <h3>{t(told::subject(&first.subject))}</h3>
                    <dl class="sheet__texts">{texts}</dl>
                </article>
            }
            .into_any(),
        );
        rest = after;
    }
    view! {
        <section class="stack" aria-labelledby=format!("sheet-{}", sender.code())>
            <h2 id=format!("sheet-{}", sender.code())>{t(te::sheet_of(told::sender(&Coded::Known(sender))))}</h2>
            {subjects}
        </section>
    }
    .into_any()
}

/// One text: as it is written, as it usually comes, and how many parts it makes.
fn item(language: Language, text: &SheetText, declared: &[Declared]) -> AnyView {
    let Coded::Known(channel) = text.channel else { return ().into_any() };
    let template = parse(&text.text).ok();
    let usual =
        template.as_ref().and_then(|template| filled(template, declared, language, Length::Typical).ok());
    let parts = template
        .filter(|_| channel == Channel::Sms)
        .and_then(|template| measure(&template, declared, language).ok())
        .map(|measured| measured.parts().map(|parts| parts.to_string()).join(" / "));
    let title = text.title.clone().map(|title| view! { <p class="template__title">{title}</p> }.into_any());
    view! {
        <div class=format!("sheet__text sheet__text--{}", channel.code())>
            <dt>
                <Icon name=told::channel_icon(channel) small=true />
                {t(told::channel(channel))}
                <span class="small quiet">
                    {t(te::version_number(text.version as usize))}
                    {parts.map(|parts| view! { " · " {t(te::sheet_parts(parts))} }.into_any())}
                </span>
            </dt>
            <dd class="sheet__both" lang=language.code()>
                <div>
                    {title}
                    <p class="template__text">{text.text.clone()}</p>
                </div>
                {usual
                    .map(|usual| {
                        view! {
                            <div class="sheet__usual">
                                <p class="small quiet">{t(te::sheet_usual())}</p>
                                <p class="template__text">{usual}</p>
                            </div>
                        }
                        .into_any()
                    })}
            </dd>
        </div>
    }
    .into_any()
}
