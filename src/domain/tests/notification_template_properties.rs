//! What holds for any template: reading what was written, counting parts, telling differences, and knowing one's own texts.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use domain::coded::Code;
use domain::language::Language;
use domain::notification::genuine::{Known, LIMIT, Verdict, look};
use domain::notification::template::{
    Declared, Length, PartKind, RenderProblem, Type, Value, diff, latin, measure, parse, render, sample,
};
use proptest::prelude::*;

const NAMES: [(&str, Type); 5] = [
    ("number", Type::Number),
    ("valid_to", Type::Day),
    ("person", Type::Name),
    ("office", Type::Office),
    ("for_other", Type::Flag),
];

fn declared() -> Vec<Declared> {
    NAMES.iter().map(|(name, kind)| Declared::new(name, *kind)).collect()
}

/// A template as somebody may write it: words, fields and conditionals in any order.
fn written() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        "[а-яА-Я ,.!]{1,30}",
        "[a-zA-Z ,.!]{1,30}",
        "[а-яa-z„“№€ \\[\\]^{}😀\n]{1,20}",
        "[(]? [)]?",
    ];
    let piece = prop_oneof![
        4 => words,
        2 => (0..4_usize).prop_map(|place| format!("(({}))", NAMES[place].0)),
        1 => "[а-яa-z ]{1,12}".prop_map(|words| format!("((for_other??{words}))")),
        1 => (0..4_usize, "[(]?[а-яa-z ]{0,6}", "[а-яa-z ]{0,6}[)]?[а-я ]").prop_map(|(place, before, after)| {
            format!("((for_other??{before}(({})){after}))", NAMES[place].0)
        }),
    ];
    // A bracket at the border of two pieces would make another template; a full stop parts them.
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(". "))
}

/// Words of no thief and of no other template, by place.
const WORDS: [&str; 5] = ["Протоколът", "беше променен", "вчера", "от комисията", "и чака"];
/// Names and values that are optional.
const OPTIONAL: [(&str, &str); 3] =
    [("person", "Мария Георгиева"), ("number", "123456/2026"), ("valid_to", "01.03.2027")];

/// Words between which some optional values stand, each in its own conditional, and whether each is there: the template,
/// and the text that the rules of the grammar make of it.
fn optional() -> impl Strategy<Value = (String, String, Vec<(&'static str, Value)>)> {
    proptest::collection::vec(proptest::option::of((any::<bool>(), any::<bool>())), OPTIONAL.len()).prop_map(
        |chosen| {
            let (mut written, mut filled, mut values) =
                (WORDS[0].to_owned(), WORDS[0].to_owned(), Vec::new());
            for (place, chosen) in chosen.into_iter().enumerate() {
                let (name, value) = OPTIONAL[place];
                if let Some((there, blank)) = chosen {
                    written.extend(["((", name, "?? виж ((", name, ")) точно))"]);
                    if there {
                        filled.extend([" виж ", value, " точно"]);
                        values.push((name, Value::Text(value.to_owned())));
                    } else if blank {
                        values.push((name, Value::Text(" ".to_owned())));
                    }
                }
                let words = format!(" {} ", WORDS[place + 1]);
                written.push_str(&words);
                filled.push_str(&words);
            }
            (written, filled, values)
        },
    )
}

fn slow_parts(text: &str) -> usize {
    let basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
        ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    let septets = |c: char| {
        if basic.contains(c) { Some(1) } else { "\u{c}^{}\\[~]|€".contains(c).then_some(2) }
    };
    let (units, single, joined): (Vec<usize>, usize, usize) =
        match text.chars().map(septets).collect::<Option<Vec<_>>>() {
            Some(units) => (units, 160, 153),
            None => (text.chars().map(char::len_utf16).collect(), 70, 67),
        };
    if units.iter().sum::<usize>() <= single {
        return usize::from(!units.is_empty());
    }
    let (mut parts, mut free) = (1, joined);
    for unit in units {
        if unit > free {
            parts += 1;
            free = joined;
        }
        free -= unit;
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_read_is_written_again_and_read_the_same(text in written()) {
        if let Ok(template) = parse(&text) {
            prop_assert_eq!(template.to_string(), text);
            prop_assert_eq!(parse(&template.to_string()), Ok(template));
        }
    }

    #[test]
    fn no_text_makes_reading_panic_and_an_error_lies_within(text in r"[()?a-zя \n]{0,40}|\PC{0,60}") {
        match parse(&text) {
            Ok(template) => prop_assert_eq!(parse(&template.to_string()), Ok(template)),
            Err(error) => prop_assert!(text.is_char_boundary(error.at) && error.at < text.len()),
        }
    }

    #[test]
    fn filled_with_its_own_placeholders_a_template_is_as_it_was_written(text in written()) {
        let Ok(template) = parse(&text) else { return Ok(()) };
        // Marks that no words have stand for the values; put back, the text is the template again.
        let names = template.names();
        let values: Vec<(&str, Value)> = names.iter().map(|name| {
            let place = NAMES.iter().position(|(other, _)| other == name).unwrap();
            (*name, match NAMES[place].1 {
                Type::Flag => Value::Flag(true),
                Type::Day => Value::Text(format!("0{place}.99.9999")),
                _ => Value::Text(format!("<{place}>")),
            })
        }).collect();
        let mut filled = render(&template, &declared(), &values).unwrap();
        for (name, value) in &values {
            if let Value::Text(value) = value {
                filled = filled.replace(value.as_str(), &format!("(({name}))"));
            }
        }
        let mut open = text.clone();
        while let Some(at) = open.find("((for_other??") {
            let mut close = open[at..].find("))").unwrap() + at;
            // One that holds a value is closed by the second.
            if open[at + 2..close].contains("((") {
                close += 2 + open[close + 2..].find("))").unwrap();
            }
            open.replace_range(close..close + 2, "");
            open.replace_range(at..at + "((for_other??".len(), "");
        }
        prop_assert_eq!(filled, open);
    }

    #[test]
    fn an_optional_value_is_told_or_left_out_with_its_words((written, filled, values) in optional()) {
        let template = parse(&written).unwrap();
        prop_assert_eq!(template.to_string(), written);
        let declared = declared();
        prop_assert_eq!(render(&template, &declared, &values), Ok(filled.clone()));
        // Either form is one of the published template.
        let known = [Known { template: &template, declared: &declared }];
        prop_assert_eq!(look(&filled, &known, &[]).verdict, Verdict::Matches { template: 0 });
        // Where it stands by itself as well, it must be there, and asking for it has no sense.
        for name in template.names() {
            let both = parse(&format!("{template} (({name}))")).unwrap();
            prop_assert!(both.is_mandatory(name) && !template.is_mandatory(name));
            let errors = render(&both, &declared, &values).unwrap_err();
            prop_assert!(errors.iter().any(|error| error.problem == RenderProblem::WrongUse && error.name == name));
        }
    }

    #[test]
    fn what_is_longer_has_no_fewer_values((written, _, _) in optional(), language in 0..Language::ALL.len()) {
        let template = parse(&written).unwrap();
        let mut declared = declared();
        let at = |declared: &[Declared]| measure(&template, declared, Language::ALL[language]).unwrap();
        let seldom = at(&declared);
        prop_assert_eq!(&seldom.least.text, &seldom.typical.text);
        for one in &mut declared {
            one.usual = true;
        }
        let usual = at(&declared);
        prop_assert_eq!(&seldom.least.text, &usual.least.text);
        prop_assert_eq!(&seldom.most.text, &usual.most.text);
        let shown = |text: &str| text.matches("виж").count();
        prop_assert_eq!(shown(&usual.least.text), 0);
        prop_assert_eq!(shown(&usual.typical.text), template.conditions().len());
        prop_assert_eq!(shown(&usual.most.text), template.conditions().len());
    }

    #[test]
    fn parts_are_those_of_the_text_that_is_sent(text in written(), language in 0..Language::ALL.len()) {
        let Ok(template) = parse(&text) else { return Ok(()) };
        let measured = measure(&template, &declared(), Language::ALL[language]).unwrap();
        for size in measured.sizes() {
            prop_assert_eq!(size.sms.parts.len(), slow_parts(&size.text), "{}", size.text);
        }
    }

    #[test]
    fn a_difference_makes_both_texts(old in "[аб ,.\n]{0,60}", new in "[аб ,.\n]{0,60}") {
        let parts = diff(&old, &new);
        let side = |left_out: PartKind| -> String {
            parts.iter().filter(|part| part.kind != left_out).map(|part| part.text.as_str()).collect()
        };
        prop_assert_eq!(side(PartKind::Added), old.clone());
        prop_assert_eq!(side(PartKind::Removed), new.clone());
        prop_assert!(parts.windows(2).all(|two| two[0].kind != two[1].kind));
        prop_assert_eq!(old == new, parts.iter().all(|part| part.kind == PartKind::Same));
    }

    #[test]
    fn what_was_sent_is_known_again_in_cyrillic_in_latin_and_in_capitals(
        words in proptest::collection::vec("[бвгджзлмнпрстф][аеиоу][а-я]{2,8}", 3..12),
        fields in proptest::collection::vec((0..12_usize, 0..4_usize), 0..3), most in any::<bool>()
    ) {
        let mut pieces = words.clone();
        for (place, field) in &fields {
            let at = (*place).min(pieces.len());
            pieces.insert(at, format!("(({}))", NAMES[*field].0));
        }
        let template = parse(&pieces.join(" ")).unwrap();
        let length = if most { Length::Most } else { Length::Typical };
        let values: Vec<(&str, Value)> = template.names().into_iter().map(|name| {
            let kind = NAMES.iter().find(|(other, _)| *other == name).unwrap().1;
            (name, Value::Text(sample(kind, Language::Bg, length).to_owned()))
        }).collect();
        let text = render(&template, &declared(), &values).unwrap();
        let declared = declared();
        let known = [Known { template: &template, declared: &declared }];
        let answer = |text: &str| look(text, &known, &[]).verdict;
        // Words that chance made of those of thieves are not what is tried here.
        prop_assume!(!matches!(answer(&text), Verdict::NeverSent { .. }));
        prop_assert_eq!(answer(&text), Verdict::Matches { template: 0 });
        prop_assert_eq!(answer(&text.to_uppercase()), Verdict::Matches { template: 0 });
        prop_assert_eq!(answer(&domain::transliteration::transliterate(&text)), Verdict::Matches { template: 0 });
        let in_latin = latin(&template, Language::Bg).unwrap();
        let known = [Known { template: &in_latin, declared: &declared }];
        prop_assert_eq!(look(&text, &known, &[]).verdict, Verdict::Matches { template: 0 });
    }

    #[test]
    fn any_text_gets_an_answer_whose_places_lie_within(text in r"\PC{0,200}|[а-я0-9 .:/€]{0,300}") {
        let template = parse("Протокол ((number)) е одобрен((for_other?? за близък)) и важи до ((valid_to)).").unwrap();
        let declared = declared();
        let said = look(&text, &[Known { template: &template, declared: &declared }], &[]);
        let spans = said.values.iter().map(|(_, span)| span).chain(&said.mixed);
        for span in spans.chain(said.never.iter().filter_map(|finding| finding.span.as_ref())) {
            prop_assert!(text.get(span.clone()).is_some());
        }
    }
}

#[test]
fn a_long_text_is_compared_in_time() {
    let templates: Vec<_> = (0..150)
        .map(|place| {
            parse(&format!("Протокол ((number)) е одобрен и важи до ((valid_to)). Вариант {place}.")).unwrap()
        })
        .collect();
    let declared = declared();
    let known: Vec<_> = templates.iter().map(|template| Known { template, declared: &declared }).collect();
    let text = "протокол е одобрен и важи до вариант ".repeat(LIMIT / 7);
    let began = std::time::Instant::now();
    assert!(!matches!(look(&text, &known, &[]).verdict, Verdict::Matches { .. }));
    // Far below that also without optimisation; only a change of order would exceed it.
    assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
}
