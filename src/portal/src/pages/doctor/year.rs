//! The year as a strip: when the GP can be changed, when a practice makes no protocols, and where we are.

use chrono::{Datelike as _, NaiveDate};
use domain::gp_choice::{MonthMarks, YearMarks};
use domain::month::Month;
use domain::rules::Basis;
use leptos::prelude::*;

use crate::components::source::source;
use crate::i18n::texts::{calculator as c, doctor as d};
use crate::i18n::{Msg, t};

/// The year of patients whose practice makes no protocols in some months.
pub struct Closed {
    /// Their year.
    pub year: YearMarks,
    /// Their names.
    pub names: Vec<String>,
}

/// The strip, and the same in words below it.
pub fn strip(year: &YearMarks, closed: &[Closed]) -> AnyView {
    let cells: Vec<_> = (0..year.months.len()).filter_map(|place| cell(year, closed, place)).collect();
    let practices: Vec<_> = closed.iter().map(practice).collect();
    let windows = months(year, |month| month.window).map(d::year_windows);
    view! {
        <ol class="year" aria-hidden="true">
            {cells}
        </ol>
        <ul class="stack stack--close">{said("year__key--window", windows, year.window)} {practices}</ul>
    }
    .into_any()
}

/// A month: its marks are shapes and colours, and the words below say the same.
fn cell(year: &YearMarks, closed: &[Closed], place: usize) -> Option<AnyView> {
    let month = year.months.get(place)?;
    let no_protocols =
        closed.iter().any(|one| one.year.months.get(place).is_some_and(|month| month.no_protocols));
    let mark =
        |there: bool, class: &'static str| there.then(|| view! { <span class=class></span> }.into_any());
    let view = view! {
        <li class="year__month" class:year__month--now=month.now>
            <span>{t(name(month.first.month()))}</span>
            <span class="year__marks">
                {mark(month.window, "year__mark year__mark--window")}
                {mark(no_protocols, "year__mark year__mark--closed")}
            </span>
        </li>
    };
    Some(view.into_any())
}

fn practice(closed: &Closed) -> AnyView {
    let Closed { year, names } = closed;
    let names = names.iter().map(|name| d::plain(name.as_str())).reduce(c::list_and);
    let words = months(year, |month| month.no_protocols).zip(names);
    let words = words.map(|(months, names)| d::year_protocols(months, names));
    said("year__key--closed", words, year.no_protocols)
}

/// The months with a mark, in words.
fn months(year: &YearMarks, marked: fn(&MonthMarks) -> bool) -> Option<Msg> {
    let marked = year.months.iter().filter(|month| marked(month));
    marked.map(|month| whole(month.first)).reduce(d::two)
}

fn whole(first: NaiveDate) -> Msg {
    d::plain(Month::of(first))
}

/// A line of the words, with its rule; nothing where no month has the mark.
fn said(key: &'static str, words: Option<Msg>, basis: Option<Basis>) -> AnyView {
    let Some(words) = words else { return ().into_any() };
    view! {
        <li class="year__line">
            <span class=format!("year__key {key}") aria-hidden="true"></span>
            <div>
                <p>{t(words)}</p>
                {basis.map(|basis| source(basis.into()))}
            </div>
        </li>
    }
    .into_any()
}

fn name(month: u32) -> Msg {
    match month {
        1 => d::month_m1(),
        2 => d::month_m2(),
        3 => d::month_m3(),
        4 => d::month_m4(),
        5 => d::month_m5(),
        6 => d::month_m6(),
        7 => d::month_m7(),
        8 => d::month_m8(),
        9 => d::month_m9(),
        10 => d::month_m10(),
        11 => d::month_m11(),
        _ => d::month_m12(),
    }
}
