//! Money against a decimal library that works in another way.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use domain::money::{Currency, Money, Ratio, euro};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

/// The same amount in the other library.
fn decimal(money: Money) -> Decimal {
    Decimal::new(money.minor, 2)
}

/// To cents, from the middle away from zero.
fn rounded(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![-100_000_i64..100_000, -1_000_000_000_000_i64..1_000_000_000_000]
}

proptest! {
    #[test]
    fn conversion_is_division_by_the_full_rate(minor in amount()) {
        let rate = Decimal::new(195_583, 5);
        let lev = Money::lev(minor);
        prop_assert_eq!(decimal(euro::to_euro(lev).unwrap()), rounded(decimal(lev) / rate));
        let euros = Money::euro(minor);
        prop_assert_eq!(decimal(euro::to_lev(euros).unwrap()), rounded(decimal(euros) * rate));
    }

    #[test]
    fn lev_survive_the_way_to_euro_and_back_within_a_stotinka(minor in amount()) {
        // A cent is worth almost two stotinki, so half a cent of rounding moves the result by one at most.
        let back = euro::to_lev(euro::to_euro(Money::lev(minor)).unwrap()).unwrap();
        prop_assert!((back.minor - minor).abs() <= 1);
    }

    #[test]
    fn euro_survive_the_way_to_lev_and_back(minor in amount()) {
        let lev = euro::to_lev(Money::euro(minor)).unwrap();
        prop_assert_eq!(euro::to_euro(lev).unwrap(), Money::euro(minor));
    }

    #[test]
    fn a_share_is_the_product_rounded(minor in amount(), percent in 0_u32..=200) {
        let share = Money::lev(minor).share_half_up(Ratio::percent(percent)).unwrap();
        prop_assert_eq!(decimal(share), rounded(decimal(Money::lev(minor)) * Decimal::new(percent.into(), 2)));
    }

    #[test]
    fn sums_and_differences_agree(minors in prop::collection::vec(amount(), 0..20)) {
        let amounts = minors.iter().copied().map(Money::lev);
        let sum = Money::sum(Currency::Bgn, amounts.clone()).unwrap();
        prop_assert_eq!(decimal(sum), amounts.clone().map(decimal).sum::<Decimal>());
        let rest = amounts.fold(sum, |rest, amount| rest.minus(amount).unwrap());
        prop_assert_eq!(rest, Money::lev(0));
    }

    #[test]
    fn what_is_written_is_read(minor in 0_i64..i64::MAX) {
        let text = Money::lev(minor).to_string();
        let number = text.strip_suffix(" BGN").unwrap();
        prop_assert_eq!(Money::parse(number, Currency::Bgn), Ok(Money::lev(minor)));
    }

    #[test]
    fn no_text_is_read_as_something_it_is_not(text in "[ 0-9,.a-z-]{0,12}") {
        let compact = text.replace(' ', "").replace(',', ".");
        let read = Money::parse(&text, Currency::Eur).ok().map(decimal);
        let other = compact.parse::<Decimal>().ok().filter(|value| value.scale() <= 2);
        if let Some(read) = read {
            prop_assert_eq!(Some(read), other);
        }
    }

    #[test]
    fn nothing_panics_at_the_edges(left in any::<i64>(), right in any::<i64>(), count in any::<u32>()) {
        let (left, right) = (Money::lev(left), Money::lev(right));
        let exact = |value: i128| i64::try_from(value).ok().map(Money::lev);
        prop_assert_eq!(left.plus(right).ok(), exact(i128::from(left.minor) + i128::from(right.minor)));
        prop_assert_eq!(left.minus(right).ok(), exact(i128::from(left.minor) - i128::from(right.minor)));
        prop_assert_eq!(left.times(count).ok(), exact(i128::from(left.minor) * i128::from(count)));
    }
}
