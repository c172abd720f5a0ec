use chrono::NaiveDate;
use domain::rules::{Scope, day};

use super::*;
use crate::calculator::{Note, Tone, Typed, answered};
use crate::i18n::texts::calculator as c;

const TODAY: NaiveDate = day!("2026-11-22");
const CHILD_OF_TEN: &str = "01.03.2016";
const FIFTEEN: &str = "23.11.2010";
const ADULT: &str = "01.02.1980";

fn said(born: &str, typed: &[(&'static str, &str)]) -> Answer {
    let typed = [&[("practice", "yes"), ("born", born)][..], typed].concat();
    answered(&CHILD, &typed, TODAY).unwrap()
}

fn asked(typed: &[(&str, &str)]) -> Vec<Question> {
    let mut texts = Typed::default();
    for (id, text) in typed {
        texts.set(id, (*text).to_owned());
    }
    questions(&CHILD.given(&texts, TODAY))
}

fn ids(questions: &[Question]) -> Vec<&'static str> {
    questions.iter().map(|question| question.id).collect()
}

/// The rules that the lines cite.
fn rules(answer: &Answer) -> Vec<Option<&'static str>> {
    answer.lines.iter().map(|line| line.source.unwrap().rule).collect()
}

fn representatives() -> Msg {
    p::list_or(c::list_and(p::escort_parent(), p::escort_guardian()), p::escort_trustee())
}

fn arranged() -> Msg {
    p::list_or(p::way_parent_told(), p::way_written_consent())
}

#[test]
fn with_a_parent_guardian_or_trustee_a_child_is_seen() {
    for escort in ["parent", "guardian", "trustee"] {
        let answer = said(CHILD_OF_TEN, &[("escort", escort)]);
        assert_eq!((answer.sentence.clone(), answer.tone), (p::seen_represented(), Tone::Good));
        assert_eq!(answer.lines[0].what, p::child_presence("16"));
        assert!(matches!(answer.lines[0].source.unwrap().scope, Some(Scope::Practice(_))));
        assert_eq!(answer.lines[1].what, p::law_consents());
        assert_eq!(answer.lines[1].value, Some(p::law_representative()));
        assert_eq!(answer.lines[1].source.unwrap().scope, Some(Scope::Law));
        assert_eq!(rules(&answer), [Some("PR-51"), None]);
        assert_eq!(answer.notes, [house::only_here()]);
    }
}

#[test]
fn alone_or_with_somebody_else_it_is_said_what_would_do() {
    let alone = said(CHILD_OF_TEN, &[("escort", "nobody")]);
    let sentence = p::not_seen_alone_or(arranged(), representatives());
    assert_eq!((alone.sentence.clone(), alone.tone), (sentence, Tone::Bad));
    assert_eq!(rules(&alone), [Some("PR-51"), Some("PR-52"), Some("PR-52"), Some("PR-52"), None]);
    assert_eq!(alone.lines[2].what, p::rule_signs(), "after a parent's word, whoever comes signs");
    for escort in ["other_relative", "acquaintance"] {
        let other = said(CHILD_OF_TEN, &[("escort", escort)]);
        assert_eq!(other.sentence, p::not_seen_with_other_or(arranged(), representatives()));
        assert_eq!(other.tone, Tone::Bad);
        assert_eq!(other.lines[0].why, Some(p::child_not_relatives()));
    }
}

#[test]
fn what_a_parent_has_seen_to_lets_somebody_else_come() {
    let with = |exception| said(CHILD_OF_TEN, &[("escort", "other_relative"), ("exceptions", exception)]);
    let told = with("parent_told");
    assert_eq!((told.sentence.clone(), told.tone), (p::seen_parent_told(), Tone::Good));
    let whats: Vec<_> = told.lines.iter().map(|line| line.what.clone()).collect();
    assert_eq!(whats, [p::rule_parent_told(), p::rule_signs(), p::law_consents()]);
    assert_eq!(rules(&told), [Some("PR-52"), Some("PR-52"), None]);
    let written = with("written_consent");
    assert_eq!(written.sentence, p::seen_written_consent());
    let whats: Vec<_> = written.lines.iter().map(|line| line.what.clone()).collect();
    assert_eq!(whats, [p::rule_written_consent(), p::law_consents()]);
}

#[test]
fn a_critical_state_and_the_cases_of_the_law_let_everybody_come() {
    for escort in ["nobody", "acquaintance"] {
        let with = |exception| said(CHILD_OF_TEN, &[("escort", escort), ("exceptions", exception)]);
        let critical = with("critical");
        assert_eq!((critical.sentence.clone(), critical.tone), (p::seen_critical(), Tone::Good));
        assert_eq!(rules(&critical), [Some("PR-53"), None]);
        let by_law = with("law_case");
        assert_eq!(by_law.sentence, p::seen_law_case());
        assert_eq!(rules(&by_law), [Some("PR-51"), None]);
    }
}

#[test]
fn from_14_to_15_practice_and_law_are_told_beside_each_other() {
    let answer = said(FIFTEEN, &[("escort", "parent")]);
    assert_eq!(answer.lines[1].value, Some(p::law_both()));
    let conflict = Note::conflict(domain::rules::Conflict::MinorAge, p::child_both());
    assert_eq!(conflict.sources.len(), 2);
    assert_eq!(answer.notes, [conflict, house::only_here()]);
    for born in ["22.11.2010", "23.11.2012"] {
        let typed: &[_] = if born == "22.11.2010" { &[] } else { &[("escort", "parent")] };
        assert_eq!(said(born, typed).notes, [house::only_here()], "{born}");
    }
}

#[test]
fn from_16_on_one_comes_alone_and_consents_to_some_care_alone() {
    let birthday = said("22.11.2010", &[]);
    assert_eq!((birthday.sentence.clone(), birthday.tone), (p::seen_old_enough(), Tone::Good));
    assert_eq!(birthday.lines[1].value, Some(p::law_both()));
    assert_eq!(birthday.lines[1].why, Some(p::law_some_alone()));
    assert_eq!(said(ADULT, &[]).lines[1].value, Some(p::law_patient()));
}

#[test]
fn an_incapacitated_adult_comes_with_a_representative_and_no_word_of_a_parent_is_enough() {
    let with = |escort| said(ADULT, &[("incapacitated", "yes"), ("escort", escort)]);
    assert_eq!(with("guardian").sentence, p::seen_represented());
    assert_eq!(with("guardian").lines[1].value, Some(p::law_representative()));
    assert_eq!(with("nobody").sentence, p::not_seen_alone(representatives()));
    let neighbour = with("acquaintance");
    assert_eq!(neighbour.sentence, p::not_seen_with_other(representatives()));
    assert_eq!(rules(&neighbour), [Some("PR-51"), None]);
}

#[test]
fn only_what_can_matter_is_asked_and_what_tells_of_a_person_is_private() {
    let yes = ("practice", "yes");
    let child = [yes, ("born", CHILD_OF_TEN)];
    assert_eq!(ids(&asked(&[])), ["practice"]);
    assert_eq!(ids(&asked(&[yes])), ["practice", "day", "born"]);
    assert_eq!(ids(&asked(&child)), ["practice", "day", "born", "escort"]);
    assert_eq!(ids(&asked(&[yes, ("born", ADULT)])), ["practice", "day", "born", "incapacitated"]);
    let incapacitated = asked(&[yes, ("born", ADULT), ("incapacitated", "yes"), ("escort", "nobody")]);
    let public: Vec<_> = incapacitated.iter().filter(|one| !one.private).map(|one| one.id).collect();
    assert_eq!(incapacitated.len(), 6);
    assert_eq!(public, ["practice", "day"]);
    let choices = |escort| {
        let all = asked(&[&child[..], &[("escort", escort)]].concat());
        match all.into_iter().find(|one| one.id == "exceptions").map(|one| one.kind) {
            Some(Kind::Any(choices)) => choices.iter().map(|choice| choice.code).collect(),
            _ => Vec::new(),
        }
    };
    assert_eq!(choices("parent"), Vec::<&str>::new());
    assert_eq!(choices("nobody"), ["critical", "law_case"]);
    assert_eq!(choices("acquaintance"), ["parent_told", "written_consent", "critical", "law_case"]);
}

#[test]
fn what_was_ticked_for_somebody_else_does_not_count_for_a_child_alone() {
    let ticked = said(CHILD_OF_TEN, &[("escort", "nobody"), ("exceptions", "parent_told")]);
    assert_eq!(ticked, said(CHILD_OF_TEN, &[("escort", "nobody")]));
}

#[test]
fn of_a_visit_to_come_the_rules_as_last_known_are_told() {
    let tomorrow = said(FIFTEEN, &[("day", "23.11.2026")]);
    assert_eq!(tomorrow.sentence, p::seen_old_enough(), "16 on that day");
}

#[test]
fn before_the_practices_rules_only_the_law_is_known() {
    let answer = said("01.03.2006", &[("day", "31.05.2021")]);
    assert_eq!(
        (answer.sentence.clone(), answer.tone),
        (c::no_data_before(day!("2021-05-31")), Tone::Unknown)
    );
    assert_eq!(answer.lines[0].value, Some(p::child_known("16")));
    assert_eq!(answer.lines[1].value, Some(p::law_both()));
    let older = said("01.03.1994", &[("day", "31.12.2004")]);
    assert_eq!(older.lines[1].value, Some(p::law_ages("18", "14")));
    assert!(older.notes.contains(&Note::new(Tone::Unknown, p::law_unknown())));
}

#[test]
fn patients_of_another_practice_are_told_to_ask_there_and_what_the_law_says() {
    let answer = answered(&CHILD, &[("practice", "no")], TODAY).unwrap();
    assert_eq!((answer.sentence.clone(), answer.tone), (p::house_ask(), Tone::Unknown));
    assert_eq!(answer.lines[0].why, Some(p::law_ages_alone("18", "16", "14")));
    assert_eq!(answer.lines[0].source.unwrap().scope, Some(Scope::Law));
    assert_eq!(answer.notes, [Note::new(Tone::Plain, p::house_why())]);
}

#[test]
fn nobody_visits_a_doctor_before_being_born() {
    let typed = [("practice", "yes"), ("day", "10.05.2025"), ("born", "11.05.2025")];
    let stop = answered(&CHILD, &typed, TODAY).unwrap_err();
    assert_eq!(stop, Stop::problem("born", p::child_born_later(day!("2025-05-10"))));
}
