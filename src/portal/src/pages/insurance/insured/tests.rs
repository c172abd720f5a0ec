#![allow(clippy::inconsistent_digit_grouping, clippy::mistyped_literal_suffixes, reason = "lev and stotinki")]

use super::*;
use crate::calculator::amount;
use contract::document::Amount;
use contract::insurance::{CurrentGround, InsuredMonth};
use domain::coded::Code;
use domain::insurance::standing::Payment;
use domain::insurance::{Ground, StateGroup};
use domain::money::{Currency, Money};
use domain::rules::day;

/// The day of the demonstration.
const TODAY: NaiveDate = day!("2026-11-22");
/// The day of the cases of T5 whose months are of 2025.
const THEN: NaiveDate = day!("2025-09-10");

/// First month, last month, codes of ground and payment, what is owed for each.
type Span = (&'static str, &'static str, &'static str, &'static str, Option<Money>);

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// Months that nobody names are paid by the person, as in the cases of T5.
fn record(current: Option<(&str, Option<&str>)>, spans: &[Span], today: NaiveDate) -> Insurance {
    let now = Month::of(today);
    let rest = ("", "", "no_other_ground", "paid", None);
    let months = now.before(72).unwrap().through(now.before(1).unwrap()).map(|own| {
        let named = spans.iter().find(|span| month(span.0) <= own && own <= month(span.1));
        let (_, _, ground, payment, owed) = *named.unwrap_or(&rest);
        InsuredMonth {
            month: own,
            ground: Ground::from_code(ground),
            payment: Payment::from_code(payment),
            owed: owed.map(|owed| Amount { minor: owed.minor, currency: owed.currency }),
            state_group: None,
        }
    });
    let months = months.collect();
    let current = current.map(|(ground, group)| CurrentGround {
        month: now,
        ground: Ground::from_code(ground),
        state_group: group.map(StateGroup::from_code),
    });
    told(InsuranceRecord {
        as_of: day!("2026-11-20").and_hms_opt(4, 10, 0).unwrap().and_utc(),
        current,
        months,
    })
}

fn told(record: InsuranceRecord) -> Insurance {
    Insurance { system: Coded::Known(System::Bulgaria), record: Some(record) }
}

/// What is said to somebody who pays for themselves.
fn own(spans: &[Span], today: NaiveDate) -> Answer {
    in_words(&record(Some(("no_other_ground", None)), spans, today), today)
}

fn value(answer: &Answer, what: &Msg) -> Option<Msg> {
    answer.lines.iter().find(|line| line.what == *what)?.value.clone()
}

fn has_note(answer: &Answer, text: &Msg) -> bool {
    answer.notes.iter().any(|note| note.text == *text)
}

fn total(answer: &Answer) -> Option<Msg> {
    answer.total.as_ref().and_then(|total| total.value.clone())
}

fn span(first: &str, last: &str) -> Msg {
    i::insured_span(month(first), month(last))
}

#[test]
fn all_paid_is_insured_and_nothing_is_asked_for() {
    let answer = own(&[], THEN);
    assert_eq!((answer.tone, answer.sentence.clone()), (Tone::Good, i::insured_paid()));
    assert_eq!((answer.total, answer.notes.len()), (None, 0));
    // T5-own-06 and T5w: counted to the start of the month before care.
    assert_eq!(answer.lines[0].why, Some(i::insured_rule_why(month("2022-08"), month("2025-07"))));
    assert_eq!(answer.lines[0].value, Some(i::insured_rule_value("3", c::months(36))));
}

/// BG10-34: more than three.
#[test]
fn three_unpaid_are_arrears_and_four_interrupt() {
    let three = own(&[("2025-01", "2025-03", "no_other_ground", "unpaid", None)], THEN);
    assert_eq!((three.tone, three.sentence.clone()), (Tone::Heed, i::insured_arrears("3", c::months(3))));
    assert_eq!(value(&three, &i::insured_run_unpaid(span("2025-01", "2025-03"))), Some(c::months(3)));
    assert_eq!(three.total, None);
    let four = own(&[("2025-01", "2025-04", "no_other_ground", "unpaid", None)], THEN);
    assert_eq!((four.tone, four.sentence), (Tone::Bad, i::insured_interrupted(c::months(4))));
}

/// T5-own-08: 10 × 26.00, 3 × 37.32, 3 × 43.08 are 501.20.
#[test]
fn everything_of_five_years_is_paid_amount_by_amount() {
    let unpaid = |first, last| (first, last, "no_other_ground", "unpaid", None);
    let answer = own(&[unpaid("2021-01", "2021-10"), unpaid("2025-01", "2025-06")], THEN);
    assert_eq!(answer.sentence, i::insured_interrupted(c::months(6)));
    let restores = answer.lines.iter().find(|line| line.what == i::insured_restores()).unwrap();
    assert_eq!(restores.value, Some(c::months(16)));
    assert_eq!(restores.why, Some(i::insured_restores_why(month("2020-08"), month("2025-07"))));
    for (first, last, months, each, sum) in [
        ("2021-01", "2021-10", 10, 26_00, 260_00),
        ("2025-01", "2025-03", 3, 37_32, 111_96),
        ("2025-04", "2025-06", 3, 43_08, 129_24),
    ] {
        let what = i::insured_debt_each(amount(Money::lev(each)), c::months(months), span(first, last));
        let line = answer.lines.iter().find(|line| line.what == what).unwrap();
        assert_eq!((line.value.clone(), line.source.is_some()), (Some(amount(Money::lev(sum))), true));
    }
    assert_eq!(total(&answer), Some(amount(Money::lev(501_20))));
    assert!(answer.total.as_ref().is_some_and(|total| total.source.is_some()));
    assert!(has_note(&answer, &i::insured_interest()) && has_note(&answer, &i::emergency()));
}

/// T5-own-09: 2 × 43.08, and of 2026 there is only a bill.
#[test]
fn an_amount_that_no_source_knows_is_never_guessed() {
    let today = day!("2026-06-10");
    let answer = own(&[("2025-11", "2026-02", "no_other_ground", "unpaid", None)], today);
    assert_eq!(value(&answer, &i::insured_debt(span("2026-01", "2026-02"))), Some(i::insured_not_known()));
    assert_eq!(total(&answer), Some(i::insured_at_least(amount(Money::lev(86_16)))));
}

/// T5-own-10 and T5-own-11.
#[test]
fn what_the_self_insured_owe_is_told_or_depends_on_an_income() {
    let asked = |owed| own(&[("2025-01", "2025-04", "self_insured", "unpaid", owed)], THEN);
    let (silent, told) = (asked(None), asked(Some(Money::lev(86_16))));
    let line = silent.lines.iter().find(|line| line.value == Some(i::insured_not_known())).unwrap();
    assert_eq!(line.why, Some(i::insured_debt_by_income()));
    assert_eq!(total(&silent), Some(i::insured_not_known()));
    assert_eq!(total(&told), Some(amount(Money::lev(344_64))));
}

/// 28.40 + 2 × 31.20 + 37.32 + 86.16 lev are 214.28, in euro 109.56; with 49.62 that is 159.18.
#[test]
fn lev_stay_lev_and_euro_stay_euro() {
    let least = |first, last| (first, last, "no_other_ground", "unpaid", None);
    let own = |at, owed| (at, at, "self_insured", "unpaid", Some(owed));
    let spans = [
        least("2022-05", "2022-05"),
        least("2023-11", "2024-01"),
        own("2025-05", Money::lev(86_16)),
        own("2026-02", Money::euro(49_62)),
        ("2026-10", "2026-10", "self_insured", "unknown", None),
    ];
    let answer = in_words(&record(Some(("self_insured", None)), &spans, TODAY), TODAY);
    assert_eq!(answer.sentence, i::insured_interrupted(c::months(5)));
    let parts = [Money::euro(159_18), Money::euro(49_62), Money::lev(214_28)].map(amount);
    let [all, euro, lev] = parts;
    assert_eq!(total(&answer), Some(i::insured_sum(all, euro, lev)));
    // The 25th of the next month, a Wednesday.
    let due = value(&answer, &i::insured_due(month("2026-10")));
    assert_eq!(due, Some(c::day(day!("2026-11-25"))));
}

/// T5-own-13 to T5-own-15.
#[test]
fn months_that_nobody_knows_decide_only_when_they_are_many() {
    let unknown = |first, last| (first, last, "no_other_ground", "unknown", None);
    let three = own(&[unknown("2025-01", "2025-03")], THEN);
    assert_eq!((three.tone, three.sentence.clone()), (Tone::Good, i::insured_known_paid()));
    assert!(has_note(&three, &i::insured_open(c::months(3))));
    let four = own(&[unknown("2025-01", "2025-04")], THEN);
    assert_eq!((four.tone, four.sentence.clone()), (Tone::Unknown, i::insured_undecided(c::months(4))));
    assert_eq!(value(&four, &i::insured_run_unknown(span("2025-01", "2025-04"))), Some(c::months(4)));
    assert_eq!(value(&four, &i::insured_maybe(span("2025-01", "2025-04"))), Some(c::months(4)));
    assert_eq!(four.total, None, "nothing is known to be owed");
    let unpaid = ("2025-01", "2025-02", "no_other_ground", "unpaid", None);
    let both = own(&[unpaid, unknown("2025-03", "2025-04")], THEN);
    assert_eq!(both.sentence, i::insured_undecided(c::months(2)));
    assert_eq!(total(&both), Some(i::insured_at_least(amount(Money::lev(74_64)))));
}

/// T5-own-18, T5-own-20, T5-own-28.
#[test]
fn for_whom_others_pay_is_insured_and_hears_who_pays() {
    let asked = |ground, group| in_words(&record(Some((ground, group)), &[], THEN), THEN);
    for (answer, sentence) in [
        (asked("employee", None), i::insured_by_employer()),
        (asked("state", None), i::insured_by_state()),
        (asked("state", Some("child")), i::insured_by_group(i::group_child())),
        (asked("state", Some("pensioner")), i::insured_by_group(i::group_pensioner())),
        (asked("state", Some("new_group")), i::insured_by_group(i::insured_group_code("new_group"))),
    ] {
        assert_eq!((answer.tone, answer.sentence), (Tone::Good, sentence));
    }
    let arrears = [("2025-01", "2025-03", "no_other_ground", "unpaid", None)];
    let answer = in_words(&record(Some(("employee", None)), &arrears, THEN), THEN);
    assert_eq!(answer.sentence, i::insured_by_employer());
    assert!(has_note(&answer, &i::insured_still_owed(c::months(3))));
}

/// T5-own-19 (3 × 37.32 + 43.08 are 155.04) and T5-own-29.
#[test]
fn arrears_from_before_are_decided_by_nobody() {
    let arrears = [("2025-01", "2025-04", "no_other_ground", "unpaid", None)];
    let asked = |ground| in_words(&record(Some((ground, None)), &arrears, THEN), THEN);
    let (employee, pensioner) = (asked("employee"), asked("state"));
    assert_eq!(employee.sentence, i::insured_before_employer(c::months(4)));
    assert_eq!(pensioner.sentence, i::insured_before_state(c::months(4)));
    assert_eq!((employee.tone, pensioner.tone), (Tone::Heed, Tone::Heed));
    assert_eq!(total(&employee), Some(amount(Money::lev(155_04))));
    assert_eq!(value(&employee, &i::insured_would_restore()), Some(c::months(4)));
    assert_eq!(value(&employee, &i::insured_restores()), None, "nobody says that rights are interrupted");
}

/// T5-07, by the law of today.
#[test]
fn what_the_employer_did_not_pay_costs_nobody_their_rights() {
    let answer = own(&[("2025-02", "2025-05", "employee", "unpaid", None)], THEN);
    assert_eq!(answer.sentence, i::insured_paid());
    let run =
        answer.lines.iter().find(|line| line.what == i::insured_run_at_fault(span("2025-02", "2025-05")));
    assert_eq!(run.and_then(|run| run.why.clone()), Some(i::insured_at_fault_why()));
}

#[test]
fn codes_that_this_build_does_not_know_are_shown_as_they_came() {
    let spans =
        [("2024-01", "2025-07", "abroad", "not_owed", None), ("2023-01", "2023-03", "lent", "paid", None)];
    let answer = own(&spans, THEN);
    assert_eq!(answer.sentence, i::insured_undecided(c::months(19)));
    let why = |what: Msg| answer.lines.iter().find(|line| line.what == what).unwrap().why.clone();
    let codes =
        crate::i18n::texts::calculator::list_and(i::insured_code("abroad"), i::insured_code("not_owed"));
    let unknown = why(i::insured_run_unknown(span("2024-01", "2025-07")));
    assert_eq!(unknown, Some(i::insured_why_and_codes(codes, i::insured_unknown_why())));
    let paid = why(i::insured_run_paid(span("2023-01", "2023-03")));
    assert_eq!(paid, Some(i::insured_codes(i::insured_code("lent"))));
}

#[test]
fn a_ground_of_now_that_is_not_known_or_not_told_is_said_to_be_taken_for_the_persons_own() {
    let unknown = in_words(&record(Some(("abroad", None)), &[], THEN), THEN);
    assert_eq!(unknown.sentence, i::insured_paid());
    assert!(has_note(&unknown, &i::insured_ground_code("abroad")));
    let silent = in_words(&record(None, &[], THEN), THEN);
    assert!(has_note(&silent, &i::insured_ground_not_told()));
}

/// T5-own-17 and T5-own-20: of an empty record nothing is known, and a child is insured all the same.
#[test]
fn months_that_are_not_told_are_neither_paid_nor_unpaid() {
    let empty = |ground: &str| {
        let mut insurance = record(Some((ground, None)), &[], THEN);
        insurance.record.as_mut().unwrap().months.clear();
        in_words(&insurance, THEN)
    };
    let own = empty("no_other_ground");
    assert_eq!(own.sentence, i::insured_undecided(c::months(36)));
    assert_eq!(value(&own, &i::insured_run_not_told(span("2022-08", "2025-07"))), Some(c::months(36)));
    let child = empty("state");
    assert_eq!((child.tone, child.sentence.clone()), (Tone::Good, i::insured_by_state()));
    assert!(has_note(&child, &i::insured_open(c::months(36))));
}

#[test]
fn the_picture_has_every_month_once() {
    let spans = [
        ("2024-01", "2024-02", "no_other_ground", "unpaid", None),
        ("2024-03", "2024-05", "employee", "unpaid", None),
        ("2024-06", "2024-07", "employee", "paid", None),
        ("2024-08", "2024-11", "state", "paid", None),
        ("2024-12", "2024-12", "abroad", "not_owed", None),
    ];
    let picture = own(&spans, THEN).picture.unwrap();
    let sizes: Vec<u64> = picture.shares.iter().map(|share| share.size).collect();
    // Paid, unpaid, by the employer, by the state, not known.
    assert_eq!(sizes, [24, 2, 5, 4, 1]);
}

#[test]
fn under_another_system_or_without_a_record_nothing_is_computed() {
    let other = |system: &str| {
        let insurance = Insurance { system: System::from_code(system), record: None };
        assert_eq!(as_of(&insurance, Zone::Almaty), None);
        let answer = in_words(&insurance, TODAY);
        assert!(answer.lines.is_empty() && answer.picture.is_none() && answer.total.is_none());
        answer.sentence
    };
    assert_eq!(other("kazakhstan"), i::insured_kazakhstan());
    assert_eq!(other("russia"), i::insured_russia());
    assert_eq!(other("narnia"), i::insured_other_code("narnia"));
    assert_eq!(other("bulgaria"), i::insured_nothing());
}

#[test]
fn a_record_beside_another_system_is_not_judged() {
    let unpaid = [("2020-01", "2026-10", "no_other_ground", "unpaid", None)];
    let mut insurance = record(None, &unpaid, TODAY);
    insurance.system = Coded::Known(System::Kazakhstan);
    assert_eq!(in_words(&insurance, TODAY).sentence, i::insured_kazakhstan());
}

/// T5-own-23: before February 2010 another period counted. And amounts beyond counting stop nothing else.
#[test]
fn where_the_rules_give_no_answer_that_is_said() {
    let early = day!("2010-01-31");
    let before = own(&[], early);
    assert_eq!((before.tone, before.total), (Tone::Unknown, None));
    let most = Some(Money { minor: i64::MAX, currency: Currency::Bgn });
    let beyond = own(&[("2025-01", "2025-04", "self_insured", "unpaid", most)], THEN);
    assert_eq!((beyond.tone, beyond.sentence), (Tone::Unknown, i::insured_cannot()));
}

#[test]
fn a_record_says_of_when_it_is() {
    let insurance = record(None, &[], TODAY);
    let at = insurance.record.as_ref().unwrap().as_of;
    let told = i::insured_as_of((Moment::Instant(at), Zone::Sofia));
    assert_eq!(as_of(&insurance, Zone::Sofia), Some(told));
}

/// The list of 2023, and before all lists that of 2010, as what is known.
#[test]
fn the_groups_for_whom_the_state_pays_have_their_source() {
    let now = payers::payers(TODAY);
    assert_eq!(now.groups.len(), 10);
    assert!(now.groups.contains(&i::group_child()) && now.source.is_some());
    let before = payers::payers(day!("2009-12-31"));
    assert_eq!((before.groups.len(), before.source.is_some()), (4, true));
}
