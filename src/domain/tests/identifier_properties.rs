//! What holds for every number: what is built is read back, and a slip of the finger is seen.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate};
use domain::identifier::enp::LastDigit;
use domain::identifier::snils::Checked;
use domain::identifier::{Egn, Enp, Iin, Lnch, NumberProblem, Snils};
use domain::person::Sex;
use domain::rules::day;
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn digits(count: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(0_u8..10, count)
        .prop_map(|digits| digits.iter().map(|digit| char::from(b'0' + digit)).collect())
}

fn weighted(digits: &str, weights: &[u32]) -> u32 {
    digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

/// A number for a day and a place in its order, built from the description and not from the code under test.
fn egn(born: NaiveDate, order: u32) -> String {
    let month = born.month()
        + match born.year() {
            ..1900 => 20,
            1900..2000 => 0,
            _ => 40,
        };
    let nine = format!("{:02}{month:02}{:02}{order:03}", born.year() % 100, born.day());
    let rest = weighted(&nine, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11;
    format!("{nine}{}", if rest == 10 { 0 } else { rest })
}

/// The number with one digit changed.
fn changed(number: &str, at: usize, by: u8) -> String {
    let mut bytes = number.as_bytes().to_vec();
    bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
    String::from_utf8(bytes).unwrap()
}

proptest! {
    #[test]
    fn an_egn_tells_what_it_was_built_from(days in 0_u64..109_000, order in 0_u32..1000) {
        let born = day!("1800-01-01") + Days::new(days);
        let number = egn(born, order);
        let read = Egn::unborn(&number).unwrap();
        prop_assert_eq!(read.born(), born);
        prop_assert_eq!(read.sex() == Sex::Male, (order % 10).is_multiple_of(2));
        let on_today = Egn::parse(&number, TODAY);
        prop_assert_eq!(on_today.err(), (born > TODAY).then_some(NumberProblem::FutureDate));
    }

    #[test]
    fn no_ten_digits_are_an_egn_by_chance_of_date(number in digits(10)) {
        if let Ok(read) = Egn::unborn(&number) {
            let order = number[6..9].parse().unwrap();
            prop_assert_eq!(egn(read.born(), order), number);
        }
    }

    #[test]
    fn an_lnch_has_just_one_check_digit(nine in digits(9)) {
        let right: Vec<_> = (0..10).filter(|last| Lnch::parse(&format!("{nine}{last}")).is_ok()).collect();
        prop_assert_eq!(right.len(), 1);
        prop_assert_eq!(right[0], weighted(&nine, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10);
    }

    #[test]
    fn a_wrong_digit_of_an_lnch_is_seen(nine in digits(9), at in 0_usize..10, by in 1_u8..10) {
        let right = (0..10).map(|last| format!("{nine}{last}")).find(|number| Lnch::parse(number).is_ok());
        let wrong = changed(&right.unwrap(), at, by);
        prop_assert_eq!(Lnch::parse(&wrong), Err(NumberProblem::WrongCheckDigit));
    }

    #[test]
    fn an_iin_has_one_check_digit_or_is_never_issued(eleven in digits(11)) {
        let right = (0..10).filter(|last| Iin::parse(&format!("{eleven}{last}")).is_ok()).count();
        let never = Iin::parse(&format!("{eleven}0")) == Err(NumberProblem::NeverIssued);
        prop_assert_eq!(right, usize::from(!never));
    }

    #[test]
    fn the_date_never_blocks_an_iin(eleven in digits(11), days in 0_u64..90_000) {
        let born = day!("1800-01-01") + Days::new(days);
        let accepted = (0..10).find_map(|last| Iin::parse(&format!("{eleven}{last}")).ok());
        if let Some(iin) = accepted {
            // Whatever the hint, the number stays accepted.
            let matches = iin.beside(born) == domain::identifier::iin::BirthHint::Matches;
            prop_assert_eq!(matches, iin.born_hint() == Some(born));
        }
    }

    #[test]
    fn a_snils_has_just_one_check_number(nine in digits(9)) {
        let numbers = (0..100).map(|check| Snils::parse(&format!("{nine}{check:02}")));
        let old = nine.parse::<u32>().unwrap() <= 1_001_998;
        let right = numbers.filter_map(Result::ok);
        prop_assert!(right.clone().all(|snils| (snils.checked() == Checked::TooOld) == old));
        prop_assert_eq!(right.count(), if old { 100 } else { 1 });
    }

    #[test]
    fn separators_of_a_snils_do_not_matter(number in digits(11)) {
        let (a, b, c, d) = (&number[..3], &number[3..6], &number[6..9], &number[9..]);
        prop_assert_eq!(Snils::parse(&format!("{a}-{b}-{c} {d}")), Snils::parse(&number));
    }

    #[test]
    fn a_slip_in_an_enp_warns_and_never_blocks(fifteen in digits(15), at in 0_usize..16, by in 1_u8..10) {
        let right = (0..10).map(|last| format!("{fifteen}{last}"));
        let mut right = right.filter(|number| Enp::parse(number).unwrap().last_digit() == LastDigit::Fits);
        let number = right.next().unwrap();
        prop_assert_eq!(right.next(), None);
        prop_assert_eq!(Enp::parse(&changed(&number, at, by)).unwrap().last_digit(), LastDigit::Warns);
    }

    #[test]
    fn no_text_makes_a_number_panic(text in "\\PC{0,20}") {
        let _ = (Egn::unborn(&text), Lnch::parse(&text), Iin::parse(&text), Snils::parse(&text), Enp::parse(&text));
    }
}
