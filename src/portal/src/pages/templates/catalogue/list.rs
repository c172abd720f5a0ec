//! The subjects, and the texts of each by channel.

use contract::template::{TemplateCatalogue, TemplateCell, TemplateSubject};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::Subject;
use domain::notification::template::VersionState;
use leptos::prelude::*;

use super::Asked;
use crate::api::templates::Place;
use crate::components::state::Empty;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::pages::templates::{route, words};
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::words::notification as told;

/// Whether a text is among what is asked for. Who asks for a state asks for what waits there: the newest version.
fn fits(cell: &TemplateCell, asked: Asked) -> bool {
    cell.language == Coded::Known(asked.language)
        && asked.state.is_none_or(|state| cell.state == Coded::Known(state))
}

fn fitting<'a>(
    catalogue: &'a TemplateCatalogue,
    asked: Asked,
) -> Vec<(&'a TemplateSubject, Vec<&'a TemplateCell>)> {
    let of_sender =
        |subject: &&TemplateSubject| asked.sender.is_none_or(|sender| subject.sender == Coded::Known(sender));
    let with_cells = |subject: &'a TemplateSubject| {
        let cells: Vec<_> = subject.cells.iter().filter(|cell| fits(cell, asked)).collect();
        (subject, cells)
    };
    let all = catalogue.subjects.iter().filter(of_sender).map(with_cells);
    all.filter(|(_, cells)| !cells.is_empty()).collect()
}

/// The list.
pub fn list(catalogue: &TemplateCatalogue, asked: Asked) -> AnyView {
    let zone = use_session().own_zone();
    let found = fitting(catalogue, asked);
    if found.is_empty() {
        return view! { <Empty picture="sky-clear" title=te::nothing_title() text=te::nothing_text() /> }
            .into_any();
    }
    let count: usize = found.iter().map(|(_, cells)| cells.len()).sum();
    let cards: Vec<AnyView> =
        found.into_iter().map(|(subject, cells)| card(subject, &cells, asked, zone)).collect();
    view! {
        <p class="small quiet" role="status">{t(te::texts_shown(count))}</p>
        <ul class="stack">{cards}</ul>
    }
    .into_any()
}

fn card(subject: &TemplateSubject, cells: &[&TemplateCell], asked: Asked, zone: Zone) -> AnyView {
    let items: Vec<AnyView> = cells.iter().map(|cell| item(&subject.subject, cell, asked, zone)).collect();
    let sender = told::sender(&subject.sender);
    view! {
        <li class="card">
            <h2 class="card__title">{t(told::subject(&subject.subject))}</h2>
            <p class="small quiet">{t(sender)} " · " <code>{subject.subject.code().to_owned()}</code></p>
            <ul class="texts">{items}</ul>
        </li>
    }
    .into_any()
}

/// One text: the way to it, and how it stands.
fn item(subject: &Coded<Subject>, cell: &TemplateCell, asked: Asked, zone: Zone) -> AnyView {
    let (Coded::Known(subject), Coded::Known(channel)) = (subject, &cell.channel) else {
        return ().into_any();
    };
    let place = Place { subject: *subject, channel: *channel, language: asked.language };
    let (tone, icon, state) = words::standing(&cell.state);
    let used = match cell.in_use {
        // The newest is in use: one word says it.
        Some(number) if number == cell.newest && cell.state == Coded::Known(VersionState::InUse) => None,
        Some(number) => Some(te::in_use_number(number as usize)),
        None => Some(te::in_use_none()),
    };
    let changed = te::changed(cell.changed_by.as_str(), (Moment::Instant(cell.changed_at), zone));
    view! {
        <li class="texts__item">
            <a class="texts__link" href=route(place).path()>
                <Icon name=told::channel_icon(place.channel) />
                {t(told::channel(place.channel))}
                <span class="visually-hidden">": " {t(told::subject(&Coded::Known(place.subject)))}</span>
            </a>
            <span class=format!("status {tone}")>
                <Icon name=icon small=true />
                <span>{t(te::version_state(cell.newest as usize, state))}</span>
            </span>
            {used.map(|used| view! { <span class="small">{t(used)}</span> }.into_any())}
            <span class="small quiet">{t(changed)}</span>
        </li>
    }
    .into_any()
}
