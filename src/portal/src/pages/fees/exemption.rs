//! Whether one has to pay the fee: by which group one is free, what to bring, or what is due.

use chrono::NaiveDate;
use domain::fee::amounts::{STAY_DAY, VISIT};
use domain::fee::visit::Visit;
use domain::fee::{Exemption, Refusal};

use super::circumstance::{circumstance, group, list, proof};
use super::interview::{DAY, End, Interview};
use super::refusal::refused;
use super::remarks::{not_confirmed, only_insured};
use super::visit;
use crate::calculator::{Answer, Calculator, Given, Line, Note, Question, Stop, Tone, amount, catalogue};
use crate::i18n::texts::fees as f;

/// The calculator. It is an interview: on another day other questions would be asked.
pub static EXEMPTION: Calculator =
    Calculator { entry: &catalogue::EXEMPTION, questions, answer, another_day: &[] };

fn questions(given: &Given) -> Vec<Question> {
    let mut interview = Interview::new();
    // Where it stops is said with the answer; what was asked until then stays.
    let _ = interview.run(given);
    interview.questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let mut interview = Interview::new();
    let end = interview.run(given)?;
    let (day, today) = (given.day(DAY)?, given.today());
    Ok(match end {
        End::Freed(found) => freed(&found, day, today),
        End::NoList(no_data) => refused(Refusal::Exemption(no_data)),
        End::NotFreed => {
            let fee = Visit::by_law(day, interview.provider, interview.patient());
            let mut answer = visit::told(&fee, today);
            if answer.tone != Tone::Unknown {
                answer.sentence = f::exemption_none(answer.sentence);
            }
            only_insured(answer, day, today)
        }
    })
}

fn freed(found: &Exemption, day: NaiveDate, today: NaiveDate) -> Answer {
    let own = found.circumstance;
    let named = Line::new(f::exemption_group(group(own.group()))).why(list(found.basis.citation));
    let answer =
        Answer::new(Tone::Good, f::exemption_free(day, circumstance(own))).line(named.source(found.basis));
    let answer = saved(answer, day, today).note(Note::new(Tone::Heed, proof(own)));
    let answer = not_confirmed(answer, found.basis)
        .note(Note::new(Tone::Plain, f::exemption_laboratory((catalogue::LABORATORY.title)())));
    only_insured(answer, day, today)
}

/// What is not paid.
fn saved(answer: Answer, day: NaiveDate, today: NaiveDate) -> Answer {
    let fees = [(f::saved_visit(), &VISIT), (f::saved_stay_day(), &STAY_DAY)];
    fees.into_iter().fold(answer, |answer, (what, series)| match series.sourced(day, today) {
        Ok(fee) => answer.line(Line::new(what).value(amount(fee.value)).source(fee.basis)),
        Err(_) => answer.line(Line::new(f::saved_unknown(what))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::{Typed, amount, answered};
    use crate::i18n::Msg;
    use domain::fee::{Circumstance, Group};
    use domain::money::Money;
    use domain::rules::day;
    use domain::rules::sources::GUIDE_2010;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn told(typed: &[(&'static str, &str)]) -> Answer {
        answered(&EXEMPTION, typed, TODAY).unwrap()
    }

    /// The names of the questions that are asked.
    fn asked(typed: &[(&str, &str)]) -> Vec<&'static str> {
        let mut texts = Typed::default();
        for (id, text) in typed {
            texts.set(id, (*text).to_owned());
        }
        questions(&EXEMPTION.given(&texts, TODAY)).iter().map(|question| question.id).collect()
    }

    /// An adult who says no to everything that is asked.
    fn no_to_all(person: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
        let mut typed = person.to_vec();
        loop {
            let known: Vec<_> = typed.iter().map(|(id, _)| *id).chain(["retired", "provider"]).collect();
            match asked(&typed).into_iter().find(|id| !known.contains(id)) {
                Some(open) => typed.push((open, "no")),
                None => return typed,
            }
        }
    }

    fn free(day: NaiveDate, why: Circumstance) -> Msg {
        f::exemption_free(day, circumstance(why))
    }

    #[test]
    fn one_question_appears_after_the_other() {
        assert_eq!(asked(&[]), ["day", "born"]);
        assert_eq!(asked(&[("born", "01.02.1980")]), ["day", "born", "sex"]);
        let man = [("born", "01.02.1980"), ("sex", "male")];
        assert_eq!(asked(&man), ["day", "born", "sex", "registered_unemployed"], "over 26, and a man");
        let young = [("born", "01.02.2004"), ("sex", "female")];
        assert_eq!(asked(&young).last(), Some(&"student"));
    }

    #[test]
    fn a_child_is_asked_nothing_more_than_the_birthday() {
        let answer = told(&[("day", "10.05.2010"), ("born", "11.05.1992")]);
        assert_eq!(answer.sentence, free(day!("2010-05-10"), Circumstance::Minor));
        assert_eq!(answer.lines[0].what, f::exemption_group(group(Group::Children)));
        assert_eq!(answer.lines[0].why, Some(f::list_2010()));
        assert_eq!(answer.lines[0].source.unwrap().citation, GUIDE_2010);
        let saved: Vec<_> = answer.lines[1..].iter().map(|line| line.value.clone().unwrap()).collect();
        assert_eq!(saved, [amount(Money::lev(2_40)), amount(Money::lev(4_80))]);
        assert!(answer.notes.contains(&Note::new(Tone::Heed, f::proof_birth_date())));
        assert!(asked(&[("day", "10.05.2010"), ("born", "10.05.1992")]).contains(&"sex"), "18 that day");
    }

    #[test]
    fn a_mother_is_free_up_to_the_forty_fifth_day() {
        let mother = |birth| {
            [
                ("day", "10.05.2010"),
                ("born", "01.02.1980"),
                ("sex", "female"),
                ("student", "no"),
                ("pregnant", "no"),
                ("recent_mother", "yes"),
                ("gave-birth", birth),
            ]
        };
        let answer = told(&mother("26.03.2010"));
        assert_eq!(answer.sentence, free(day!("2010-05-10"), Circumstance::RecentMother));
        assert!(asked(&mother("25.03.2010")).contains(&"registered_unemployed"), "it goes on");
        let later = answered(&EXEMPTION, &mother("11.05.2010"), TODAY).unwrap_err();
        assert_eq!(later, Stop::problem("gave-birth", f::born_later(day!("2010-05-10"))));
    }

    #[test]
    fn who_says_no_to_everything_pays_the_full_or_the_reduced_fee() {
        let woman = |day| no_to_all(&[("day", day), ("born", "10.05.1950"), ("sex", "female")]);
        let dentist = |day| told(&[&woman(day)[..], &[("provider", "dentist")]].concat()).sentence;
        let (eve, birthday) = (day!("2010-05-09"), day!("2010-05-10"));
        let full = f::visit_full(amount(Money::lev(2_40)), eve);
        assert_eq!(dentist("09.05.2010"), f::exemption_none(full));
        let reduced = f::visit_reduced(amount(Money::lev(1_00)), birthday);
        assert_eq!(dentist("10.05.2010"), f::exemption_none(reduced));
        let pensioner = [&woman("22.11.2026")[..], &[("retired", "yes")]].concat();
        let reduced = f::visit_reduced(amount(Money::euro(51)), TODAY);
        assert_eq!(told(&pensioner).sentence, f::exemption_none(reduced));
    }

    #[test]
    fn only_what_the_list_of_the_day_knows_is_asked() {
        let on = |day| {
            let typed = no_to_all(&[("day", day), ("born", "01.02.1980"), ("sex", "male")]);
            asked(&typed)
        };
        let (guide, now) = (on("10.05.2010"), on("22.11.2026"));
        assert!(guide.contains(&"conscript") && !now.contains(&"conscript"));
        assert!(!guide.contains(&"non_working_family_member") && now.contains(&"non_working_family_member"));
        assert!(guide.contains(&"student") && !now.contains(&"student"), "up to 26 since 2011");
        assert!(!guide.contains(&"retired") && now.contains(&"retired"));
    }

    #[test]
    fn a_disease_of_the_list_is_no_answer_for_2010_and_something_else_may_still_free() {
        let mut typed = no_to_all(&[
            ("day", "10.05.2010"),
            ("born", "01.02.1980"),
            ("sex", "male"),
            ("listed_disease", "yes"),
        ]);
        assert_eq!(told(&typed).tone, Tone::Unknown);
        typed.retain(|(id, _)| !matches!(*id, "veteran" | "injured_in_defence" | "conscript" | "detained"));
        typed.push(("veteran", "yes"));
        assert_eq!(told(&typed).sentence, free(day!("2010-05-10"), Circumstance::Veteran));
    }

    #[test]
    fn of_a_day_without_any_list_nothing_is_asked() {
        for day in ["01.03.2027", "31.12.2009"] {
            assert_eq!(asked(&[("day", day)]), ["day"]);
            assert_eq!(told(&[("day", day)]).tone, Tone::Unknown);
        }
    }

    #[test]
    fn whoever_is_born_after_the_day_is_told_so() {
        let stop = answered(&EXEMPTION, &[("day", "10.05.2010"), ("born", "11.05.2010")], TODAY).unwrap_err();
        assert_eq!(stop, Stop::problem("born", f::born_later(day!("2010-05-10"))));
    }
}
