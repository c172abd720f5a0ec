//! Lev and euro, and which of them was paid on a day.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::money::showing::{GUIDANCE, LAST_LEV_CASH, ONE_YEAR, SHOWING, Showing, shown};
use domain::money::{Currency, Money, euro};

use super::words::{reported, with_unknown};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, Note, Question, Stop, Tone, catalogue, nothing_known,
    written_day,
};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::dates as f;

const FROM: &str = "from";
const AMOUNT: &str = "amount";
const DAY: &str = "day";

/// The calculator.
pub static EURO: Calculator = Calculator { entry: &catalogue::EURO, questions, answer, another_day: &[DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let ways = vec![
        Choice::new(Currency::Bgn.code(), f::euro_from_lev()),
        Choice::new(Currency::Eur.code(), f::euro_from_euro()),
    ];
    let from = given.one(FROM).unwrap_or(Currency::Bgn);
    vec![
        Question::new(FROM, f::euro_from(), Kind::One(ways)).granted(Currency::Bgn.code()),
        Question::new(AMOUNT, f::euro_amount(), Kind::Amount(from)).granted("100"),
        Question::new(DAY, f::euro_day(), Kind::Day)
            .hint(f::euro_day_hint())
            .granted(written_day(given.today())),
    ]
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let from: Currency = given.one(FROM)?;
    let own = given.amount(AMOUNT, from)?;
    let other = if from == Currency::Eur { euro::to_lev(own) } else { euro::to_euro(own) };
    let other = other.map_err(|_| Stop::problem(AMOUNT, c::problem_amount_too_large()))?;
    let day = given.day(DAY)?;
    let converted = f::euro_converted(amount(own), amount(other));
    let answer = Answer::new(Tone::Plain, converted.clone())
        .line(Line::new(f::euro_given()).value(amount(own)))
        .line(Line::new(f::euro_rate()).value(f::euro_rate_value()).source(reported(euro::RATE_SOURCE)))
        .total(
            Line::new(f::euro_result())
                .value(amount(other))
                .why(f::euro_rounding())
                .source(reported(euro::ROUNDING_SOURCE)),
        );
    Ok(on_day(answer, converted, day, given.today()))
}

/// The amount in its own currency, without the other beside it.
fn amount(money: Money) -> Msg {
    c::amount_one(money)
}

/// Which currency was shown and paid in on the day.
fn on_day(answer: Answer, converted: Msg, day: NaiveDate, today: NaiveDate) -> Answer {
    let rule = match SHOWING.sourced(day, today) {
        Ok(rule) => rule,
        Err(no_data) => return with_unknown(answer, nothing_known(no_data, showing)),
    };
    let line = Line::new(f::euro_on_day(day)).value(showing(rule.value)).source(rule.basis);
    let mut answer =
        Answer { sentence: f::euro_answer(converted, told(rule.value, day)), ..answer }.line(line);
    let shown = shown(day, today);
    if let Some((conflict, other)) = shown.other {
        answer = answer.note(Note::conflict(conflict, f::euro_other_reading(showing(other))));
    }
    let cash = if shown.last_lev_cash {
        Note::new(Tone::Heed, f::euro_last_cash_today())
    } else {
        Note::new(Tone::Plain, f::euro_last_cash(LAST_LEV_CASH))
    };
    answer
        .note(cash.source(reported(GUIDANCE)))
        .note(Note::new(Tone::Plain, f::euro_exchange()).source(reported(ONE_YEAR)))
}

fn showing(showing: Showing) -> Msg {
    match showing {
        Showing::LevOnly => f::showing_lev(),
        Showing::BothPaidInLev => f::showing_both_lev(),
        Showing::BothPaidInEither => f::showing_both_either(),
        Showing::BothPaidInEuro => f::showing_both_euro(),
        Showing::EuroOnly => f::showing_euro(),
    }
}

fn told(showing: Showing, day: NaiveDate) -> Msg {
    match showing {
        Showing::LevOnly => f::told_lev(day),
        Showing::BothPaidInLev => f::told_both_lev(day),
        Showing::BothPaidInEither => f::told_both_either(day),
        Showing::BothPaidInEuro => f::told_both_euro(day),
        Showing::EuroOnly => f::told_euro(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use domain::money::Ratio;
    use domain::rules::day;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn said(typed: &[(&'static str, &str)]) -> Answer {
        answered(&EURO, typed, TODAY).unwrap()
    }

    fn result(typed: &[(&'static str, &str)]) -> Option<Msg> {
        said(typed).total.and_then(|line| line.value)
    }

    #[test]
    fn the_words_name_the_rate_that_is_calculated_with() {
        assert_eq!(euro::LEV_PER_EURO, Ratio::of::<195_583, 100_000>());
    }

    #[test]
    fn the_page_opens_with_a_hundred_lev_in_euro_on_a_day_of_euro_only() {
        let answer = said(&[]);
        let converted = f::euro_converted(amount(Money::lev(10_000)), amount(Money::euro(51_13)));
        assert_eq!(answer.sentence, f::euro_answer(converted, f::told_euro(TODAY)));
        let conflict = &answer.notes[0];
        assert_eq!(conflict.sources.len(), 2, "until August or for a year");
    }

    #[test]
    fn amounts_are_converted_both_ways_and_rounded_half_up() {
        let lev = |text: &str| result(&[("amount", text)]);
        for (text, cents) in [("2,40", 1_23), ("5.80", 2_97), ("1 213", 62_020), ("0,01", 1), ("0,03", 2)] {
            assert_eq!(lev(text), Some(amount(Money::euro(cents))), "{text}");
        }
        let euro = |text: &str| result(&[("from", "EUR"), ("amount", text)]);
        assert_eq!(euro("1"), Some(amount(Money::lev(1_96))));
        assert_eq!(euro("100000"), Some(amount(Money::lev(19_558_300))));
    }

    #[test]
    fn every_time_has_its_currency() {
        let on = |day: &str| said(&[("day", day)]).lines[2].value.clone();
        assert_eq!(on("07.08.2025"), Some(f::showing_lev()));
        assert_eq!(on("31.12.2025"), Some(f::showing_both_lev()));
        assert_eq!(on("31.01.2026"), Some(f::showing_both_either()));
        assert_eq!(on("01.02.2026"), Some(f::showing_both_euro()));
        assert_eq!(on("09.08.2026"), Some(f::showing_euro()));
    }

    #[test]
    fn the_last_day_of_lev_cash_is_called_so() {
        let notes = |day: &str| said(&[("day", day)]).notes;
        assert_eq!(notes("31.01.2026")[0].text, f::euro_last_cash_today());
        assert_eq!(notes("30.01.2026")[0].text, f::euro_last_cash(day!("2026-01-31")));
    }

    #[test]
    fn the_rate_holds_on_days_of_which_nothing_else_is_known() {
        for day in ["23.11.2026", "27.01.2005"] {
            let answer = said(&[("day", day)]);
            assert_eq!(answer.total.unwrap().value, Some(amount(Money::euro(51_13))));
            assert_eq!(answer.notes[0].tone, Tone::Unknown);
        }
    }

    #[test]
    fn what_is_too_much_to_count_is_a_problem_of_the_amount() {
        let much = [("from", "EUR"), ("amount", "92233720368547758")];
        let stop = answered(&EURO, &much, TODAY).unwrap_err();
        assert_eq!(stop, Stop::problem(AMOUNT, c::problem_amount_too_large()));
    }
}
