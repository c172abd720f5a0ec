use super::*;
use crate::calculator::{Tone, answered};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use domain::rules::day;

const TODAY: NaiveDate = day!("2026-11-22");

fn asked(typed: &[(&'static str, &str)]) -> Result<Answer, Stop> {
    answered(&ABROAD, typed, TODAY)
}

fn sentence(typed: &[(&'static str, &str)]) -> Msg {
    asked(typed).unwrap().sentence
}

fn ids(typed: &[(&'static str, &str)]) -> Vec<&'static str> {
    let mut texts = crate::calculator::Typed::default();
    for (id, text) in typed {
        texts.set(id, (*text).to_owned());
    }
    questions(&ABROAD.given(&texts, TODAY)).iter().map(|question| question.id).collect()
}

#[test]
fn more_than_183_days_and_an_application_before_owe_nothing() {
    let year = |days| sentence(&[("year", "2010"), ("days", days), ("filed", "before")]);
    let few = |days| i::owed_few_days(c::days(days), "183", "2010");
    assert_eq!(year("184"), i::exempt("2010"));
    assert_eq!(sentence(&[("year", "2010"), ("days", "183")]), few(183));
    assert_eq!(sentence(&[("year", "2010"), ("days", "182")]), few(182));
}

#[test]
fn without_an_application_contributions_are_owed_and_it_can_still_be_filed() {
    let answer = asked(&[("year", "2010"), ("days", "200"), ("filed", "never")]).unwrap();
    assert_eq!(answer.sentence, i::owed_no_application("2010"));
    assert!(answer.notes.iter().any(|note| note.text == i::still_possible()));
}

#[test]
fn whether_a_late_application_was_in_time_depends_on_its_day() {
    let on = |day| sentence(&[("year", "2010"), ("days", "200"), ("filed", "later"), ("filed-on", day)]);
    assert_eq!(on("07.03.2013"), i::owed_too_late("2010"));
    assert_eq!(on("08.03.2013"), i::exempt("2010"));
    // Filed today, as long as nobody says otherwise.
    assert_eq!(sentence(&[("year", "2010"), ("days", "200"), ("filed", "later")]), i::exempt("2010"));
}

#[test]
fn since_2014_a_country_of_the_union_does_not_count_and_the_day_of_filing_is_not_asked() {
    let told = [("year", "2014"), ("days", "200"), ("filed", "later")];
    assert_eq!(ids(&told), [YEAR, CITIZEN, PAYS, DAYS, FILED, UNION]);
    assert_eq!(asked(&told), Err(Stop::Open));
    let inside = |union| sentence(&[told[0], told[1], told[2], ("union", union)]);
    assert_eq!(inside("yes"), i::owed_union("2014"));
    assert_eq!(inside("no"), i::exempt("2014"));
}

#[test]
fn nothing_more_is_asked_once_it_is_decided() {
    assert_eq!(ids(&[("citizen", "no")]), [YEAR, CITIZEN]);
    assert_eq!(sentence(&[("year", "2014"), ("citizen", "no")]), i::owed_not_citizen("2014"));
    assert_eq!(ids(&[("pays", "no")]), [YEAR, CITIZEN, PAYS]);
    assert_eq!(sentence(&[("year", "2014"), ("pays", "no")]), i::owed_others("2014"));
    assert_eq!(ids(&[("days", "183")]), [YEAR, CITIZEN, PAYS, DAYS]);
    assert_eq!(ids(&[("year", "2010"), ("days", "200"), ("filed", "before")]).last(), Some(&FILED));
}

#[test]
fn a_year_has_only_so_many_days() {
    let stop = asked(&[("year", "2010"), ("days", "366")]).unwrap_err();
    assert_eq!(stop, Stop::problem(DAYS, i::abroad_too_many("365", "2010")));
    let leap = asked(&[("year", "2012"), ("days", "366"), ("filed", "before"), ("union", "no")]);
    assert_eq!(leap.unwrap().sentence, i::exempt("2012"));
}

#[test]
fn where_nothing_is_known_that_is_said() {
    let tone = |typed: &[(&'static str, &str)]| asked(typed).unwrap().tone;
    assert_eq!(tone(&[("year", "2009"), ("days", "200")]), Tone::Unknown);
    assert_eq!(tone(&[("year", "2027"), ("days", "200")]), Tone::Unknown);
    let union = [("year", "2012"), ("days", "200"), ("filed", "before"), ("union", "yes")];
    assert_eq!(tone(&union), Tone::Unknown, "of 2012 no source speaks of the union");
}

#[test]
fn every_line_of_today_has_its_source() {
    let answer = asked(&[("days", "200"), ("filed", "later"), ("union", "no")]).unwrap();
    assert_eq!(answer.sentence, i::exempt("2026"));
    assert_eq!(answer.lines.len(), 3);
    assert!(answer.lines.iter().all(|line| line.source.is_some()));
}
