//! Whether the GP may be changed, in words. They fit whoever is asked about: the reader, their child, their mother.

use chrono::NaiveDate;
use contract::gp::{GpRecord, Registration, Told};
use domain::coded::Coded;
use domain::gp_choice::ground::Unknown;
use domain::gp_choice::signing::Form;
use domain::gp_choice::{Choice, Ground, Means, Online, Said, Signer, Ways, Window, choice, ground_of, ways};
use domain::insurance::System;
use domain::person::Relation;
use domain::rules::Sourced;

use crate::calculator::{Answer, Line, Note, Tone, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::doctor as d;

/// What is asked about somebody.
pub struct Asked<'a> {
    /// What the register says.
    pub record: &'a GpRecord,
    /// Who it is to the reader.
    pub relation: &'a Coded<Relation>,
    /// What they said of themselves.
    pub said: Option<Said>,
    /// Today in Sofia.
    pub today: NaiveDate,
}

/// Whether today, why, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// Whether, and the working.
    pub answer: Answer,
    /// Why; `None` where nothing is known of it.
    pub why: Option<Msg>,
}

/// Whether somebody may change the GP today, why, and how.
pub fn advised(asked: &Asked<'_>) -> Advised {
    match asked.record.told() {
        Told::OtherSystem(system) => Advised { answer: elsewhere(system), why: None },
        Told::Nobody => registered(asked, None),
        Told::With(registration) => registered(asked, Some(registration)),
    }
}

/// Whether what somebody says of themselves could open the choice: the register has not opened it already.
pub fn can_say(record: &GpRecord) -> bool {
    match record.told() {
        Told::With(registration) => ground_of(Some(&registration.status), None) == Ground::Wish,
        Told::Nobody | Told::OtherSystem(_) => false,
    }
}

fn elsewhere(system: &Coded<System>) -> Answer {
    let sentence = match system {
        Coded::Known(System::Kazakhstan) => d::kazakhstan(),
        Coded::Known(System::Russia) => d::russia(),
        Coded::Known(System::Bulgaria) | Coded::Unknown(_) => d::elsewhere(system.code()),
    };
    Answer::new(Tone::Plain, sentence).note(Note::new(Tone::Plain, d::elsewhere_next()))
}

fn registered(asked: &Asked<'_>, registration: Option<&Registration>) -> Advised {
    let ground = ground_of(registration.map(|one| &one.status), asked.said);
    let (answer, why) = match choice(ground, asked.today) {
        Ok(choice) => (may(choice), Some(why(ground))),
        Err(Unknown::Window(no_data)) => (nothing_known(no_data, |_| d::why_wish()), None),
        Err(Unknown::Ground(no_data)) => (nothing_known(no_data, |_| why(ground)), None),
    };
    let answer = how(answer, asked);
    let answer = match registration.map(|one| &one.status) {
        Some(Coded::Unknown(code)) => answer.note(Note::new(Tone::Heed, d::status_unknown(code.as_str()))),
        _ => answer,
    };
    Advised { answer, why }
}

fn may(choice: Choice) -> Answer {
    let (tone, sentence, when, basis) = match choice {
        Choice::AnyTime(basis) => (Tone::Good, d::may_any_day(), d::when_any(), basis),
        Choice::InWindow(Sourced { value: Window::Open { last, days_left, .. }, basis }) => {
            let (tone, sentence) =
                if days_left == 0 { (Tone::Heed, d::may_last()) } else { (Tone::Good, d::may_window(last)) };
            (tone, sentence, d::when_window(last), basis)
        }
        Choice::InWindow(Sourced { value: Window::Closed { opens, days_until, .. }, basis }) => {
            let days = usize::try_from(days_until).unwrap_or_default();
            (Tone::Plain, d::may_from(days, opens), d::when_from(opens), basis)
        }
    };
    Answer::new(tone, sentence).line(Line::new(d::when()).value(when).source(basis))
}

fn why(ground: Ground) -> Msg {
    match ground {
        Ground::Wish => d::why_wish(),
        Ground::FirstChoice => d::why_first_choice(),
        Ground::Moved => d::why_moved(),
        Ground::AddressChanged => d::why_address_changed(),
        Ground::PracticeClosed => d::why_practice_closed(),
        Ground::ContractEnded => d::why_contract_ended(),
        Ground::GpPrevented => d::why_gp_prevented(),
    }
}

/// The two ways to make the choice. Whether the reader has an electronic signature is not known: what it opens is said.
fn how(answer: Answer, asked: &Asked<'_>) -> Answer {
    let relation = asked.relation.known().unwrap_or(Relation::Other);
    let ways = ways(relation, asked.record.born, Means::OwnSignature, asked.today);
    let answer = match ways.online {
        Online::Possible(basis) | Online::NeedsSignature(basis) => {
            let why = match ways.paper {
                Signer::Patient => d::online_own(),
                Signer::ParentOrGuardian => d::online_child(),
            };
            answer.line(Line::new(d::online()).value(d::online_possible()).why(why).source(basis))
        }
        Online::OnlyThePatient(basis) => answer.line(
            Line::new(d::online()).value(d::online_patient()).why(d::online_patient_why()).source(basis),
        ),
        Online::Unknown(_) => answer,
    };
    answer.line(Line::new(d::paper()).value(d::paper_value()).why(on_paper(ways)))
}

fn on_paper(ways: Ways) -> Msg {
    let signer = match ways.paper {
        Signer::Patient => d::signer_patient(),
        Signer::ParentOrGuardian => d::signer_parent(),
    };
    match ways.form {
        Ok(Form::Free) => d::paper_free(signer),
        Ok(Form::Bought) => d::paper_bought(signer),
        Err(_) => d::paper_plain(signer),
    }
}

#[cfg(test)]
mod tests {
    use domain::coded::Code;
    use domain::gp_choice::GpStatus;
    use domain::rules::day;

    use super::*;

    fn record(status: Option<&str>, born: Option<NaiveDate>) -> GpRecord {
        let registration = status.map(|status| Registration {
            practice: "chobanova".to_owned(),
            doctor: "д-р Образцова".to_owned(),
            address: "София".to_owned(),
            phone: None,
            since: day!("2019-12-02"),
            status: GpStatus::from_code(status),
        });
        GpRecord { system: Coded::Known(System::Bulgaria), born, registration }
    }

    fn told(record: &GpRecord, relation: Relation, said: Option<Said>, today: NaiveDate) -> Advised {
        advised(&Asked { record, relation: &Coded::Known(relation), said, today })
    }

    #[test]
    fn the_sentence_says_whether_and_the_next_one_why() {
        let working = record(Some("works"), Some(day!("1984-09-17")));
        let on = |today, said| {
            let told = told(&working, Relation::Own, said, today);
            (told.answer.tone, told.answer.sentence, told.why)
        };
        let wish = Some(d::why_wish());
        let first = day!("2026-12-01");
        assert_eq!(on(day!("2026-11-22"), None), (Tone::Plain, d::may_from(9, first), wish.clone()));
        assert_eq!(on(first, None), (Tone::Good, d::may_window(day!("2026-12-31")), wish.clone()));
        assert_eq!(on(day!("2026-12-31"), None), (Tone::Heed, d::may_last(), wish));
        let moved = Some(d::why_moved());
        assert_eq!(on(day!("2026-11-22"), Some(Said::Moved)), (Tone::Good, d::may_any_day(), moved));
    }

    #[test]
    fn what_the_register_opens_needs_no_question_and_a_code_nobody_knows_is_said() {
        for (status, asks) in [("works", true), ("practice_closed", false), ("on_the_moon", true)] {
            assert_eq!(can_say(&record(Some(status), None)), asks, "{status}");
        }
        assert!(!can_say(&record(None, None)));
        let odd = told(&record(Some("on_the_moon"), None), Relation::Own, None, day!("2026-11-22"));
        assert_eq!(odd.answer.notes, [Note::new(Tone::Heed, d::status_unknown("on_the_moon"))]);
        for status in GpStatus::ALL {
            let record = record(Some(status.code()), None);
            let told = told(&record, Relation::Own, None, day!("2026-11-22"));
            assert!(told.answer.notes.is_empty(), "{status:?}");
        }
    }

    #[test]
    fn a_parent_signs_for_a_child_and_nobody_for_a_mother() {
        let values = |relation, born| {
            let told = told(&record(Some("works"), Some(born)), relation, None, day!("2026-11-22"));
            told.answer.lines.into_iter().filter_map(|line| line.why).collect::<Vec<_>>()
        };
        let child = [d::online_child(), d::paper_free(d::signer_parent())];
        assert_eq!(values(Relation::Child, day!("2014-04-05")), child);
        let mother = [d::online_patient_why(), d::paper_free(d::signer_patient())];
        assert_eq!(values(Relation::Parent, day!("1948-03-14")), mother);
    }

    #[test]
    fn elsewhere_nothing_is_worked_out() {
        for (system, sentence) in [
            (Coded::Known(System::Kazakhstan), d::kazakhstan()),
            (Coded::Known(System::Russia), d::russia()),
            (Coded::Unknown("moon".into()), d::elsewhere("moon")),
        ] {
            let record = GpRecord { system, ..record(Some("works"), None) };
            let told = told(&record, Relation::Own, None, day!("2026-12-01"));
            assert_eq!((told.answer.sentence, told.why, told.answer.lines.len()), (sentence, None, 0));
        }
    }
}
