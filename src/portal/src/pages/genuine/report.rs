//! Whom to ask and to tell, and what the fund said that it never sends.

use std::time::Duration;

use domain::hotline::{Line, Opening, opening};
use domain::message_check::Problem;
use domain::moment::Moment;
use leptos::prelude::*;

use crate::components::source::source;
use crate::i18n::texts::genuine as g;
use crate::i18n::{Msg, t};
use crate::source::Source;
use crate::state::clock;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// How often the hours of lines are looked at.
const TICK: Duration = Duration::from_secs(30);

/// Lines of funds and insurers elsewhere.
const ELSEWHERE: [Line; 5] =
    [Line::Kazakhstan, Line::AltaiFund, Line::AltaiReso, Line::AltaiRgs, Line::AltaiSpasskie];

/// Whom to ask, and to tell of a message that is not genuine.
pub fn report() -> AnyView {
    let minute = RwSignal::new(0_u32);
    if let Ok(timer) = set_interval_with_handle(move || minute.update(|count| *count += 1), TICK) {
        on_cleanup(move || timer.clear());
    }
    // Lines that stand in the same source have it below the last of them.
    let last = |place: usize| {
        ELSEWHERE.get(place + 1).is_none_or(|next| next.citation() != ELSEWHERE[place].citation())
    };
    let rows = ELSEWHERE.into_iter().enumerate().map(|(place, line)| row(line, minute, last(place)));
    let rows: Vec<_> = rows.collect();
    view! {
        <section class="stack" aria-labelledby="report-heading">
            <hr aria-hidden="true" />
            <h2 id="report-heading">{t(g::report_title())}</h2>
            <p>{t(g::report_text())}</p>
            <ul class="stack">{row(Line::Fund, minute, true)}</ul>
            <p>{t(g::report_money())}</p>
            <details class="fold">
                <summary>
                    <Icon name="right" />
                    {t(g::report_elsewhere())}
                </summary>
                <ul class="stack">{rows}</ul>
            </details>
            <p class="quiet small">{t(g::report_emergency())}</p>
        </section>
    }
    .into_any()
}

/// The address that dials a number.
pub fn link(number: &str) -> String {
    let dialled: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("tel:{dialled}")
}

/// A number is one thing, however narrow the page.
pub fn shown(number: &str) -> String {
    number.replace(' ', "\u{a0}").replace('-', "\u{2011}")
}

fn row(line: Line, minute: RwSignal<u32>, with_source: bool) -> AnyView {
    let number = line.number().map(|number| {
        view! {
            <a class="hotline__number" href=link(number)>
                <Icon name="phone" />
                {shown(number)}
            </a>
        }
        .into_any()
    });
    let hours = part(move || {
        minute.track();
        hours(line).map(|said| view! { <p class="quiet small">{t(said)}</p> }.into_any()).into_any()
    });
    view! {
        <li class="hotline">
            <p>{t(name(line))}</p>
            {number}
            {hours}
            {with_source.then(|| source(Source::from(line.citation())))}
        </li>
    }
    .into_any()
}

fn name(line: Line) -> Msg {
    match line {
        Line::Fund => g::line_fund(),
        Line::Practice => g::line_practice(),
        Line::Kazakhstan => g::line_kazakhstan(),
        Line::AltaiFund => g::line_altai(),
        Line::AltaiReso => g::line_reso(),
        Line::AltaiRgs => g::line_rgs(),
        Line::AltaiSpasskie => g::line_spasskie(),
    }
}

/// Whether somebody answers now; nothing before the server said what time it is.
fn hours(line: Line) -> Option<Msg> {
    let (now, zone) = (clock::now()?, line.zone());
    let at = |instant| (Moment::Instant(instant), zone);
    Some(match opening(line, now, zone.day(now)).ok()? {
        Opening::Always { .. } => g::hours_always(),
        Opening::Open { closes, .. } => g::hours_open(at(closes)),
        Opening::Closed { opens: Some(opens), .. } => g::hours_closed(at(opens)),
        Opening::Closed { opens: None, .. } => g::hours_closed_now(),
        Opening::NotStated => g::hours_not_stated(),
    })
}

/// What the fund said that it never sends, by whose report.
pub fn never() -> AnyView {
    let groups = [
        (vec![g::never_link(), g::never_attachment(), g::never_money()], Problem::Link),
        (vec![g::never_phrase()], Problem::FraudPhrase),
        (vec![g::never_topic()], Problem::OtherTopic),
        (vec![g::never_person()], Problem::PersonalNumber),
    ];
    let groups: Vec<_> = groups.into_iter().map(|(items, problem)| said_so(items, problem)).collect();
    view! {
        <section class="stack" aria-labelledby="never-heading">
            <hr aria-hidden="true" />
            <h2 id="never-heading">{t(g::never_title())}</h2>
            {groups}
        </section>
    }
    .into_any()
}

fn said_so(items: Vec<Msg>, problem: Problem) -> AnyView {
    let items = items.into_iter().map(|item| view! { <li>{t(item)}</li> }.into_any());
    view! {
        <div class="stack stack--close">
            <ul class="pasted__list">{items.collect::<Vec<_>>()}</ul>
            {source(Source::from(problem.citation()))}
        </div>
    }
    .into_any()
}
