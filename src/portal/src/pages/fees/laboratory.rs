//! What a visit to a laboratory costs, and how often a practice's own fee for sampling is paid.

use chrono::NaiveDate;
use domain::fee::house::SAMPLING;
use domain::fee::laboratory::{Due, LaboratoryFee, laboratory_fee, practice_fees};
use domain::fee::{Circumstance, Patient};
use domain::money::euro::currency_on;

use super::circumstance::{asked, circumstance, explained, proof};
use super::patient::{self, ADULT, Answers};
use super::practice;
use super::refusal::refused;
use super::remarks::{not_confirmed, only_insured, who_is_free};
use crate::calculator::{
    Answer, Calculator, Given, Kind, Line, NO, Note, Question, Stop, Tone, YES, amount, catalogue,
    nothing_known, written_day, yes_or_no,
};
use crate::i18n::texts::fees as f;

const DAY: &str = "day";
const PRICED: &str = "priced";
const PRICE: &str = "price";
const CARE_HOME: &str = "care-home";
const SAMPLED: &str = "sampled";
const LABORATORIES: &str = "laboratories";
const SECOND_DAY: &str = "second-day";
const SECOND_LABORATORIES: &str = "second-laboratories";
/// More laboratories than a practice sends samples to.
const MOST: u32 = 20;

/// The calculator. A price holds for its own day and currency, so another day would need another price.
pub static LABORATORY: Calculator =
    Calculator { entry: &catalogue::LABORATORY, questions, answer, another_day: &[] };

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![
        Question::new(DAY, f::laboratory_day(), Kind::Day).granted(written_day(given.today())),
        Question::new(PRICED, f::laboratory_priced(), yes_or_no())
            .hint(f::laboratory_priced_hint())
            .granted(NO),
    ];
    if given.is(PRICED, YES) {
        let currency = currency_on(given.day(DAY).unwrap_or(given.today()));
        questions.push(Question::new(PRICE, f::laboratory_price(), Kind::Amount(currency)));
        // Of its own price a laboratory frees nobody else.
        let home = Question::new(CARE_HOME, asked(Circumstance::CareHome), yes_or_no()).granted(NO).private();
        questions.push(match explained(Circumstance::CareHome) {
            Some(hint) => home.hint(hint),
            None => home,
        });
    } else {
        questions.extend(patient::exempting(given));
    }
    questions.push(practice::registered());
    if practice::practice(given).is_some() {
        let sampled = Question::new(SAMPLED, f::laboratory_sampled(), yes_or_no());
        questions.push(sampled.hint(f::laboratory_sampled_hint()).granted(NO));
    }
    if given.is(SAMPLED, YES) {
        let count = || Kind::Number { least: 1, most: MOST };
        questions.push(Question::new(LABORATORIES, f::laboratory_count(), count()).granted("1"));
        let second = Question::new(SECOND_DAY, f::laboratory_second_day(), Kind::Day);
        questions.push(second.hint(f::laboratory_second_day_hint()).optional());
        if given.has(SECOND_DAY) {
            let label = f::laboratory_second_count();
            questions.push(Question::new(SECOND_LABORATORIES, label, count()).granted("1"));
        }
    }
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let (day, today) = (given.day(DAY)?, given.today());
    let fee = if given.yes(PRICED)? {
        let price = given.amount(PRICE, currency_on(day))?;
        let circumstances: &[_] = if given.yes(CARE_HOME)? { &[Circumstance::CareHome] } else { &[] };
        let patient = Patient { age: ADULT, sex: None, retired: false, gave_birth: None, circumstances };
        laboratory_fee(day, Some(price), &patient, today)
    } else {
        laboratory_fee(day, None, &Answers::read(given, &[day])?.patient(), today)
    };
    let answer = match fee {
        Ok(fee) => only_insured(told(&fee), day, today),
        Err(refusal) => refused(refusal),
    };
    sampling(answer, given, day)
}

fn told(fee: &LaboratoryFee) -> Answer {
    let shown = amount(fee.line.amount);
    let (tone, sentence, what) = match fee.line.what {
        Due::Price => (Tone::Plain, f::laboratory_pays_price(shown.clone()), f::laboratory_price_line()),
        Due::UserFee => (Tone::Plain, f::laboratory_pays_fee(shown.clone()), f::laboratory_fee_line()),
        Due::ExemptFromFee(why) => (Tone::Good, f::laboratory_exempt(), f::exempt_line(circumstance(why))),
        Due::Free => {
            let why = circumstance(Circumstance::CareHome);
            (Tone::Good, f::laboratory_free(), f::exempt_line(why))
        }
    };
    let line = Line::new(what).value(shown).why(match fee.line.what {
        Due::Price => f::laboratory_price_why(),
        Due::UserFee | Due::ExemptFromFee(_) => f::laboratory_fee_why(),
        Due::Free => f::laboratory_free_why(),
    });
    let mut answer = Answer::new(tone, sentence).line(line.source(fee.line.basis));
    if let Some(other) = fee.other {
        let text = match fee.above_limit {
            Some(limit) => f::laboratory_above_limit(amount(limit)),
            None => f::other_amount(amount(other.amount)),
        };
        answer = answer.note(Note::conflict(other.conflict, text));
    }
    let answer = match fee.line.what {
        Due::ExemptFromFee(why) => answer.note(Note::new(Tone::Heed, proof(why))),
        Due::Free => answer.note(Note::new(Tone::Heed, proof(Circumstance::CareHome))),
        Due::UserFee => answer.note(who_is_free()),
        Due::Price => answer,
    };
    not_confirmed(answer, fee.line.basis)
}

/// How often the practice's own fee for sampling is paid, by its patients.
fn sampling(answer: Answer, given: &Given, day: NaiveDate) -> Result<Answer, Stop> {
    let here = SAMPLING.scope().applies_to(practice::practice(given));
    if !here {
        return Ok(answer.note(Note::new(Tone::Plain, f::laboratory_ask_practice())));
    }
    if !given.is(SAMPLED, YES) {
        return Ok(answer);
    }
    let on = |day, count| (0..count).map(move |laboratory| (laboratory, day));
    let mut samplings: Vec<(u32, NaiveDate)> = on(day, given.number(LABORATORIES)?).collect();
    if let Some(second) = given.maybe(SECOND_DAY, Given::day)? {
        samplings.extend(on(second, given.number(SECOND_LABORATORIES)?));
    }
    Ok(match SAMPLING.sourced(day, given.today()) {
        Ok(rule) => {
            let line = Line::new(f::laboratory_practice_line())
                .value(f::times(practice_fees(&samplings)))
                .why(f::laboratory_practice_why());
            answer
                .line(line.source(rule.basis))
                .note(Note::new(Tone::Heed, f::laboratory_practice_price()).source(rule.basis))
        }
        Err(no_data) => {
            let told = nothing_known(no_data, |_| f::known_sampling());
            let answer = answer.line(Line::new(f::laboratory_practice_line()).why(told.sentence));
            told.lines.into_iter().fold(answer, Answer::line)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use crate::source::Confirmed;
    use domain::money::Money;
    use domain::rules::{Conflict, day};

    const TODAY: NaiveDate = day!("2026-11-22");
    const IN_2010: (&str, &str) = ("day", "10.05.2010");

    fn told_for(typed: &[(&'static str, &str)]) -> Answer {
        answered(&LABORATORY, typed, TODAY).unwrap()
    }

    fn price(money: Money) -> crate::i18n::Msg {
        f::laboratory_pays_price(amount(money))
    }

    #[test]
    fn the_price_of_the_laboratory_is_paid_and_nothing_on_top_of_it() {
        let answer = told_for(&[IN_2010, ("priced", "yes"), ("price", "2,00")]);
        assert_eq!(answer.sentence, price(Money::lev(2_00)));
        assert_eq!(answer.lines.len(), 1);
        assert_eq!(answer.lines[0].source.unwrap().rule, Some("BG10-41"));
        assert!(answer.notes.iter().all(|note| note.tone == Tone::Plain), "2.00 is not above the limit");
    }

    #[test]
    fn a_price_above_two_lev_is_warned_of_where_the_guide_speaks() {
        let above = |day| told_for(&[("day", day), ("priced", "yes"), ("price", "2,50")]);
        let answer = above("10.05.2010");
        assert_eq!(answer.sentence, price(Money::lev(2_50)));
        let limit = f::laboratory_above_limit(amount(Money::lev(2_00)));
        let warning = Note::conflict(Conflict::LaboratoryPrice, limit);
        assert!(answer.notes.contains(&warning));
        assert!(!above("10.05.2015").notes.contains(&warning));
    }

    #[test]
    fn without_a_price_the_user_fee_is_paid_as_it_was_last_known() {
        let answer = told_for(&[IN_2010]);
        assert_eq!(answer.sentence, f::laboratory_pays_fee(amount(Money::lev(2_40))));
        let today = told_for(&[]);
        assert_eq!(today.sentence, f::laboratory_pays_fee(amount(Money::euro(1_48))));
        assert_eq!(today.lines[0].source.unwrap().confirmed, Confirmed::NotSince(day!("2026-01-05")));
    }

    #[test]
    fn the_exempt_pay_no_user_fee_and_the_other_reading_is_shown() {
        let answer = told_for(&[IN_2010, ("circumstances", "pregnant")]);
        assert_eq!((answer.tone, answer.sentence.clone()), (Tone::Good, f::laboratory_exempt()));
        let other = f::other_amount(amount(Money::lev(2_40)));
        assert!(answer.notes.contains(&Note::conflict(Conflict::LaboratoryPrice, other)));
    }

    #[test]
    fn whoever_lives_in_a_home_without_income_pays_neither_price_nor_fee() {
        let priced = told_for(&[IN_2010, ("priced", "yes"), ("price", "2,00"), ("care-home", "yes")]);
        let without = told_for(&[IN_2010, ("circumstances", "care_home")]);
        assert_eq!((priced.sentence, without.sentence), (f::laboratory_free(), f::laboratory_free()));
        let now = told_for(&[("circumstances", "care_home")]);
        assert_eq!(now.tone, Tone::Unknown, "the guide speaks of 2010 only");
    }

    #[test]
    fn what_nobody_knows_is_said_to_be_unknown() {
        for day in ["01.06.2012", "01.03.2027"] {
            assert_eq!(told_for(&[("day", day)]).tone, Tone::Unknown, "{day}");
        }
    }

    #[test]
    fn the_practice_takes_its_own_fee_for_each_laboratory_and_day_from_its_patients() {
        let practice = [("day", "01.07.2021"), ("registered", "yes"), ("sampled", "yes")];
        let count = |more: &[(&'static str, &str)]| {
            let answer = told_for(&[&practice[..], more].concat());
            answer.lines.last().unwrap().value.clone()
        };
        assert_eq!(count(&[]), Some(f::times(1)));
        assert_eq!(count(&[("laboratories", "3")]), Some(f::times(3)));
        assert_eq!(count(&[("second-day", "02.07.2021")]), Some(f::times(2)));
        assert_eq!(count(&[("second-day", "01.07.2021")]), Some(f::times(1)), "the same day again");
        let elsewhere = told_for(&[("day", "01.07.2021")]);
        assert!(elsewhere.notes.contains(&Note::new(Tone::Plain, f::laboratory_ask_practice())));
    }

    #[test]
    fn before_the_rules_of_the_practice_nothing_is_said_of_its_fee() {
        let answer = told_for(&[IN_2010, ("registered", "yes"), ("sampled", "yes")]);
        assert_eq!(answer.sentence, f::laboratory_pays_fee(amount(Money::lev(2_40))));
        assert!(answer.lines.iter().all(|line| line.value != Some(f::times(1))));
    }
}
