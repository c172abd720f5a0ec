//! What a visit costs.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::fee::Line as FeeLine;
use domain::fee::visit::{Due, GUIDE_VISIT, Provider, Shares, Visit, VisitFee, shared_with_state, visit_fee};
use domain::money::Money;
use domain::rules::{Basis, Regime};

use super::circumstance::{circumstance, proof};
use super::patient::{self, Answers};
use super::practice;
use super::refusal::refused;
use super::remarks::{not_confirmed, who_is_free};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, NO, Note, Picture, Question, REGIME, Share, Stop, Tone,
    YES, amount, catalogue, regime, written_day, yes_or_no,
};
use crate::i18n::Msg;
use crate::i18n::texts::fees as f;

const DAY: &str = "day";
const PROVIDER: &str = "provider";
const INTERRUPTED: &str = "interrupted";
const CONTRACT: &str = "contract";

/// The calculator.
pub static VISIT: Calculator =
    Calculator { entry: &catalogue::VISIT, questions, answer, another_day: &[DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![
        Question::new(DAY, f::visit_day(), Kind::Day).granted(written_day(given.today())),
        provider(PROVIDER),
    ];
    if given.day(DAY).is_ok_and(|day| GUIDE_VISIT.sourced(day, given.today()).is_ok()) {
        questions.push(regime());
    }
    let interrupted = Question::new(INTERRUPTED, f::visit_interrupted(), yes_or_no());
    questions.push(interrupted.hint(f::visit_interrupted_hint()).granted(NO).private());
    let rights = !given.is(INTERRUPTED, YES);
    // The practice that publishes its rules is a GP's; the guide knows nothing of it.
    if given.is(PROVIDER, Provider::Gp.code()) && !given.is(REGIME, Regime::Guide2010.code()) {
        questions.push(practice::registered());
        if rights && practice::practice(given).is_some() {
            let contract = Question::new(CONTRACT, f::visit_contract(), yes_or_no());
            questions.push(contract.hint(f::visit_contract_hint()).granted(NO).private());
        }
    }
    // Whose rights are interrupted pays the provider's price, whoever they are.
    if rights {
        questions.extend(patient::questions(given));
    }
    questions
}

/// Whom one visits.
pub fn provider(id: &'static str) -> Question {
    let providers = [
        Choice::new(Provider::Gp.code(), f::provider_gp()),
        Choice::new(Provider::Specialist.code(), f::provider_specialist()),
        Choice::new(Provider::Dentist.code(), f::provider_dentist()),
    ];
    Question::new(id, f::visit_provider(), Kind::One(providers.into())).granted(Provider::Gp.code())
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let day = given.day(DAY)?;
    let interrupted = given.yes(INTERRUPTED)?;
    let answers = Answers::read(given, &[day])?;
    let visit = Visit {
        regime: given.maybe(REGIME, Given::one)?.unwrap_or(Regime::Law),
        interrupted,
        practice: practice::practice(given),
        contract: given.is(CONTRACT, YES),
        ..Visit::by_law(day, given.one(PROVIDER)?, answers.patient())
    };
    Ok(told(&visit, given.today()))
}

/// What a visit costs, in words.
pub fn told(visit: &Visit<'_>, today: NaiveDate) -> Answer {
    match visit_fee(visit, today) {
        Err(refusal) => refused(refusal),
        Ok(VisitFee::PriceList { basis }) => not_confirmed(price_list(basis), basis),
        Ok(VisitFee::UserFee { line, other }) => {
            let answer = match line.what {
                Due::UnderContract => under_contract(&line),
                Due::Exempt(_) | Due::Full | Due::Reduced => user_fee(visit.day, &line, today),
            };
            let answer = not_confirmed(answer, line.basis);
            match other {
                Some(other) => {
                    answer.note(Note::conflict(other.conflict, f::other_amount(amount(other.amount))))
                }
                None => answer,
            }
        }
    }
}

fn price_list(basis: Basis) -> Answer {
    Answer::new(Tone::Heed, f::visit_price_list())
        .line(Line::new(f::visit_price_list_line()).source(basis))
        .note(Note::new(Tone::Plain, f::emergency_is_free()))
}

fn under_contract(fee: &FeeLine<Due>) -> Answer {
    Answer::new(Tone::Plain, f::visit_under_contract())
        .line(Line::new(f::visit_user_fee_line()).value(amount(fee.amount)).source(fee.basis))
        .line(Line::new(f::visit_under_contract_line()).why(f::visit_under_contract_why()).source(fee.basis))
}

fn user_fee(day: NaiveDate, fee: &FeeLine<Due>, today: NaiveDate) -> Answer {
    let shown = amount(fee.amount);
    let (tone, sentence, what) = match fee.what {
        Due::Reduced => (Tone::Plain, f::visit_reduced(shown.clone(), day), f::visit_reduced_line()),
        Due::Exempt(why) => (Tone::Good, f::visit_exempt(day), f::exempt_line(circumstance(why))),
        Due::Full | Due::UnderContract => {
            (Tone::Plain, f::visit_full(shown.clone(), day), f::visit_full_line())
        }
    };
    let answer = Answer::new(tone, sentence).line(Line::new(what).value(shown).source(fee.basis));
    match fee.what {
        Due::Exempt(why) => answer.note(Note::new(Tone::Heed, proof(why))),
        Due::Reduced => match shared_with_state(day, today) {
            Some(shares) => shared(answer, &shares),
            None => answer,
        },
        Due::Full | Due::UnderContract => answer.note(who_is_free()),
    }
}

/// Who pays the full fee when the patient pays the reduced one.
fn shared(answer: Answer, shares: &Shares) -> Answer {
    let share =
        |label: Msg, money: Money| Share { label, value: amount(money), size: money.minor.unsigned_abs() };
    answer.line(Line::new(f::visit_state_line()).value(amount(shares.state)).source(shares.basis)).picture(
        Picture {
            label: f::visit_shares(amount(shares.full)),
            shares: vec![
                share(f::visit_share_yours(), shares.patient),
                share(f::visit_share_state(), shares.state),
            ],
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use crate::source::Confirmed;
    use domain::rules::day;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn told_for(typed: &[(&'static str, &str)]) -> Answer {
        answered(&VISIT, typed, TODAY).unwrap()
    }

    fn full(money: Money, day: NaiveDate) -> Msg {
        f::visit_full(amount(money), day)
    }

    fn reduced(money: Money, day: NaiveDate) -> Msg {
        f::visit_reduced(amount(money), day)
    }

    #[test]
    fn a_visit_in_2010_cost_two_forty_and_the_full_fee_says_who_is_free() {
        let answer = told_for(&[("day", "10.05.2010")]);
        assert_eq!(answer.sentence, full(Money::lev(2_40), day!("2010-05-10")));
        assert!(answer.notes.contains(&who_is_free()));
        assert_eq!(answer.lines[0].source.unwrap().confirmed, Confirmed::Yes);
    }

    #[test]
    fn a_woman_pays_less_at_the_dentist_from_her_sixtieth_birthday_on() {
        let person = [("provider", "dentist"), ("born", "10.05.1950"), ("sex", "female")];
        let on = |day| told_for(&[&[("day", day)], &person[..]].concat()).sentence;
        assert_eq!(on("09.05.2010"), full(Money::lev(2_40), day!("2010-05-09")));
        assert_eq!(on("10.05.2010"), reduced(Money::lev(1_00), day!("2010-05-10")));
    }

    #[test]
    fn the_state_pays_the_rest_for_a_pensioner_and_that_is_drawn() {
        let answer = told_for(&[("day", "10.05.2015"), ("retired", "yes")]);
        assert_eq!(answer.sentence, reduced(Money::lev(1_00), day!("2015-05-10")));
        let sizes: Vec<u64> = answer.picture.unwrap().shares.iter().map(|share| share.size).collect();
        assert_eq!(sizes, [1_00, 1_90]);
        assert!(answer.lines.iter().all(|line| line.source.is_some()));
        let by_age = [("day", "10.05.2010"), ("born", "10.05.1950"), ("sex", "female")];
        assert_eq!(told_for(&by_age).picture, None, "who bore the rest then is not known");
    }

    #[test]
    fn a_visit_today_has_the_last_known_fee_and_says_since_when_nobody_confirms_it() {
        let answer = told_for(&[]);
        assert_eq!(answer.sentence, full(Money::euro(1_48), TODAY));
        let since = day!("2026-01-05");
        assert_eq!(answer.lines[0].source.unwrap().confirmed, Confirmed::NotSince(since));
        assert!(answer.notes.contains(&Note::new(Tone::Heed, f::last_known(since))));
    }

    #[test]
    fn nothing_is_said_of_a_day_to_come() {
        let answer = told_for(&[("day", "01.03.2027")]);
        assert_eq!(answer.tone, Tone::Unknown);
        assert_eq!(answer.lines.len(), 1, "what is known stands below");
    }

    #[test]
    fn whoever_is_born_after_the_visit_is_told_so() {
        let stop = answered(&VISIT, &[("day", "10.05.2010"), ("born", "11.05.2010")], TODAY).unwrap_err();
        assert_eq!(stop, Stop::problem(patient::BORN, f::born_later(day!("2010-05-10"))));
    }

    #[test]
    fn whoever_studies_is_free_up_to_an_age_that_is_asked() {
        let stop = answered(&VISIT, &[("circumstances", "student")], TODAY).map(|answer| answer.tone);
        assert_eq!(stop, Ok(Tone::Plain), "without an age nothing is given away");
        let aged = |age| told_for(&[("circumstances", "student"), ("age", age)]).tone;
        assert_eq!((aged("25"), aged("26")), (Tone::Good, Tone::Plain));
    }

    #[test]
    fn the_contract_frees_only_patients_of_the_practice_and_has_its_own_price() {
        let day = ("day", "01.07.2021");
        let answer = told_for(&[day, ("registered", "yes"), ("contract", "yes")]);
        assert_eq!(answer.sentence, f::visit_under_contract());
        let values: Vec<_> = answer.lines.iter().map(|line| line.value.clone()).collect();
        assert_eq!(values, [Some(amount(Money::lev(0))), None]);
        assert_eq!(told_for(&[day]).sentence, full(Money::lev(2_90), day!("2021-07-01")));
    }

    #[test]
    fn the_guide_is_asked_of_its_own_year_and_reads_the_reduced_fee_otherwise() {
        let person = [("day", "10.05.2010"), ("born", "10.05.1950"), ("sex", "female")];
        let law = told_for(&person);
        let guide = told_for(&[&person[..], &[("regime", "guide_2010")]].concat());
        assert_eq!(law.sentence, reduced(Money::lev(1_00), day!("2010-05-10")));
        assert_eq!(guide.sentence, full(Money::lev(2_40), day!("2010-05-10")));
        let other = |answer: &Answer, money| {
            answer.notes.contains(&Note::conflict(
                domain::rules::Conflict::ReducedFeeScope,
                f::other_amount(amount(money)),
            ))
        };
        assert!(other(&law, Money::lev(2_40)) && other(&guide, Money::lev(1_00)));
        let given = VISIT.given(&crate::calculator::Typed::default(), TODAY);
        assert!(questions(&given).iter().all(|question| question.id != REGIME));
    }

    #[test]
    fn interrupted_rights_ask_nothing_more_and_name_no_amount() {
        let answer = told_for(&[("interrupted", "yes")]);
        assert_eq!(answer.sentence, f::visit_price_list());
        assert!(answer.lines.iter().all(|line| line.value.is_none() && line.source.is_some()));
    }
}
