//! What holds for any text that is checked before it goes out, and for any text in Latin letters.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use domain::coded::{Code, Coded};
use domain::document::event::EventKind;
use domain::message_check::{Finding, Message, Problem, Transport, check, may_be_sent};
use domain::search::fold;
use domain::transliteration::{transliterate, uncovered};
use proptest::prelude::*;

fn found(text: &str) -> Vec<Finding> {
    let event = Coded::Known(EventKind::ProtocolApproved);
    check(&Message { text, event: &event, attachments: 0, transport: Transport::Sms })
}

fn has(text: &str, problem: Problem) -> bool {
    found(text).iter().any(|finding| finding.problem == problem)
}

fn names_somebody(digits: &str, check: u32) -> bool {
    has(&format!("лице {digits}{check}"), Problem::PersonalNumber)
}

/// Words that are nothing by themselves.
fn harmless() -> impl Strategy<Value = String> {
    "([а-я]{5,6}жж ){0,4}"
}

proptest! {
    #[test]
    fn findings_lie_within_the_text_and_in_its_order(text in any::<String>()) {
        let spans: Vec<_> = found(&text).into_iter().filter_map(|finding| finding.span).collect();
        for span in &spans {
            prop_assert!(span.start < span.end);
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} splits a character");
        }
        prop_assert!(spans.is_sorted_by_key(|span| span.start));
    }

    #[test]
    fn marks_and_digits_and_hosts_in_any_order_do_no_harm(text in "[0-9 .,:/@€\\-a-zбгл\u{ad}ив]{0,60}") {
        for span in found(&text).into_iter().filter_map(|finding| finding.span) {
            prop_assert!(text.get(span).is_some());
        }
    }

    #[test]
    fn a_status_with_any_number_and_day_may_be_sent(
        number in "[0-9]{12}",
        day in 1_u32..29,
        month in 1_u32..13,
        year in 2024_u32..2040,
    ) {
        let text = format!("НЗОК: Протокол {number} е одобрен. Валиден до {day:02}.{month:02}.{year}.");
        prop_assert_eq!(found(&text), vec![]);
    }

    #[test]
    fn a_phrase_is_found_wherever_it_stands(
        before in harmless(),
        after in harmless(),
        which in 0_usize..4,
        gap in "[ \n\u{a0}]{1,3}",
        latin: bool,
        capitals: bool,
    ) {
        let phrase = [
            "възстановяване на здравноосигурителни средства",
            "здравноосигурителни вноски",
            "предплатена сума",
            "въведете вашия ЕГН/ЛНЧ",
        ][which];
        let mut text = format!("{before}{} {after}", phrase.replace(' ', &gap));
        if latin {
            text = transliterate(&text);
        }
        if capitals {
            text = text.to_uppercase();
        }
        prop_assert!(has(&text, Problem::FraudPhrase), "{text}");
        prop_assert!(!may_be_sent(&found(&text)));
    }

    #[test]
    fn a_link_is_found_wherever_it_stands(
        before in harmless(),
        after in harmless(),
        host in "[a-z]{2,9}\\.(bg|com|ly)",
    ) {
        for link in [format!("https://{host}/a?b=c"), format!("www.{host}"), host.clone(), format!("a@{host}")] {
            prop_assert!(has(&format!("{before}{link} {after}"), Problem::Link), "{link}");
            prop_assert!(has(&format!("{before}({link}). {after}"), Problem::Link), "{link}");
        }
    }

    #[test]
    fn every_number_of_a_citizen_is_found(
        year in 0_u32..100,
        month in 1_u32..13,
        century in 0_u32..3,
        day in 1_u32..29,
        serial in 0_u32..1000,
    ) {
        let digits = format!("{year:02}{:02}{day:02}{serial:03}", month + century * 20);
        let weighted = digits.bytes().zip([2, 4, 8, 5, 10, 9, 7, 3, 6]);
        let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let check = sum % 11 % 10;
        prop_assert!(names_somebody(&digits, check));
        let wrong = (check + 1) % 10;
        prop_assert!(!names_somebody(&digits, wrong));
        prop_assert!(!names_somebody(&format!("{digits}{check}"), 0), "eleven digits");
    }

    #[test]
    fn bulgarian_becomes_latin_altogether(text in "[А-ЩЪЬЮЯа-щъьюя ,.-]{0,60}") {
        let latin = transliterate(&text);
        prop_assert!(latin.is_ascii());
        prop_assert_eq!(uncovered(&text).count(), 0);
        prop_assert_eq!(transliterate(&latin), latin.clone(), "Latin letters stay");
        prop_assert_eq!(fold(&latin), transliterate(&fold(&text)), "the case of letters changes no spelling");
    }

    #[test]
    fn everything_else_stays(text in "[a-zA-Z0-9ёіқңұ№ €\n]{0,60}") {
        prop_assert_eq!(transliterate(&text), text);
    }

    #[test]
    fn any_text_can_be_written_and_what_the_law_lacks_is_named(text in any::<String>()) {
        let latin = transliterate(&text);
        let cyrillic = |text: &str| text.chars().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
        prop_assert!(cyrillic(&latin) <= uncovered(&text).count());
    }
}

#[test]
fn every_problem_says_who_says_so() {
    for problem in Problem::ALL {
        assert!(problem.citation().is_complete(), "{}", problem.code());
    }
}
