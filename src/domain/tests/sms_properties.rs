//! The counter of SMS parts against a slow reference that tries every split.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use domain::sms::{Encoding, VIBER_LIMIT, count, viber};
use proptest::prelude::*;

/// The table of 3GPP TS 23.038 in its own order, and its extension.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// Units of every character, and the sizes of a single and of a joined part.
fn slow_units(text: &str) -> (Vec<usize>, usize, usize) {
    let septets = |character| {
        if BASIC.contains(character) {
            Some(1)
        } else if EXTENDED.contains(character) {
            Some(2)
        } else {
            None
        }
    };
    match text.chars().map(septets).collect::<Option<Vec<_>>>() {
        Some(units) => (units, 160, 153),
        None => (text.chars().map(char::len_utf16).collect(), 70, 67),
    }
}

/// The least number of parts over every way to split between characters.
fn slow_parts(text: &str) -> usize {
    let (units, single, joined) = slow_units(text);
    if units.iter().sum::<usize>() <= single {
        return usize::from(!units.is_empty());
    }
    let mut before = vec![0];
    before.extend(units.iter().scan(0, |sum, units| {
        *sum += units;
        Some(*sum)
    }));
    let mut least = vec![0];
    for end in 1..=units.len() {
        let fits = |start: &usize| before[end] - before[*start] <= joined;
        let best = (0..end).rev().take_while(fits).map(|start| least[start] + 1).min();
        least.push(best.unwrap());
    }
    *least.last().unwrap()
}

/// Texts of one kind of characters or of several, about as long as the borders of one to four parts.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zà€]{140,480}",
        r"[a\[\]€~]{60,320}",
        "[а-я]{50,280}",
        "[а😀]{30,210}",
        r"[a-zа-я№\[€😀]{0,280}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_way_to_split_makes_fewer_parts(text in texts()) {
        prop_assert_eq!(count(&text).parts.len(), slow_parts(&text));
    }

    #[test]
    fn parts_are_the_text_and_none_is_too_long(text in texts()) {
        let said = count(&text);
        let (units, single, joined) = slow_units(&text);
        prop_assert_eq!(said.units, units.iter().sum::<usize>());
        prop_assert_eq!(said.encoding == Encoding::Gsm7, single == 160);
        let size = if said.parts.len() > 1 { joined } else { single };
        let mut next = 0;
        for part in &said.parts {
            prop_assert_eq!(part.start, next);
            next = part.end;
            let (part_units, ..) = slow_units(&text[part.clone()]);
            let part_units: usize = match said.encoding {
                Encoding::Gsm7 => part_units.iter().sum(),
                Encoding::Ucs2 => text[part.clone()].encode_utf16().count(),
            };
            prop_assert!(0 < part_units && part_units <= size);
            if *part == said.parts[said.parts.len() - 1] {
                prop_assert_eq!(said.free, size - part_units);
            } else {
                prop_assert!(part_units + 1 >= size, "a part before the last lacks at most one unit");
            }
        }
        prop_assert_eq!(next, text.len());
    }

    #[test]
    fn without_what_costs_a_text_is_plain(text in texts()) {
        let said = count(&text);
        let costs = |at: usize| said.costly.iter().any(|costly| costly.at == at);
        let plain: String = text.char_indices().filter(|(at, _)| !costs(*at)).map(|(_, it)| it).collect();
        let rest = count(&plain);
        prop_assert_eq!(rest.encoding, Encoding::Gsm7);
        prop_assert!(said.encoding == Encoding::Ucs2 || rest.units == plain.chars().count());
        for costly in &said.costly {
            prop_assert!(text[costly.at..].starts_with(costly.character));
        }
    }

    #[test]
    fn one_more_character_never_makes_fewer_parts(text in "[a-zа-я€]{0,200}", more in any::<char>()) {
        let longer = format!("{text}{more}");
        prop_assert!(count(&longer).parts.len() >= count(&text).parts.len());
    }

    #[test]
    fn what_viber_keeps_fits_and_one_character_more_does_not(text in "[aя😀]{400,1200}") {
        let said = viber(&text);
        let units = |text: &str| text.encode_utf16().count();
        prop_assert_eq!(said.characters, units(&text));
        match said.cut_at {
            None => prop_assert!(units(&text) <= VIBER_LIMIT),
            Some(at) => {
                let cut = text[at..].chars().next().unwrap();
                prop_assert!(units(&text[..at]) <= VIBER_LIMIT);
                prop_assert!(units(&text[..at + cut.len_utf8()]) > VIBER_LIMIT);
            }
        }
    }
}
