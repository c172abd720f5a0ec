//! From what came of a text to words: the answer in one sentence, what it means, and what to do.

use domain::coded::Coded;
use domain::message_check::Problem;
use domain::moment::{Moment, Zone};
use domain::notification::genuine::{LIMIT, Verdict};
use domain::notification::template::Type;

use super::known::{Comparing, Of, Seen};
use crate::components::header::native_name;
use crate::i18n::Msg;
use crate::i18n::texts::genuine as g;
use crate::words::Tone;
use crate::words::notification::{any_channel, sender};

/// What is said of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Its colour.
    pub tone: Tone,
    /// Its icon.
    pub icon: &'static str,
    /// The answer.
    pub sentence: Msg,
    /// What it means, and what to do.
    pub means: Vec<Msg>,
    /// What to do first.
    pub act: Act,
}

/// What to do first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Nothing.
    Wait,
    /// See whether the portal knows of it.
    LookUp,
    /// Tell the fund.
    Call,
}

impl Said {
    fn new(tone: Tone, icon: &'static str, sentence: Msg, means: Vec<Msg>, act: Act) -> Self {
        Self { tone, icon, sentence, means, act }
    }
}

/// What is said of a text; `None` where there is none yet.
pub fn said(seen: &Seen) -> Option<Said> {
    let of = seen.of.as_ref();
    let mixed = !seen.looked.mixed.is_empty();
    let mut said = match (&seen.looked.verdict, of) {
        (Verdict::Empty, _) => return None,
        (Verdict::TooLong, _) => {
            Said::new(Tone::Unknown, "unknown", g::said_too_long(), vec![g::means_too_long(LIMIT)], Act::Wait)
        }
        (Verdict::NeverSent { .. }, of) => {
            let mut means = vec![g::means_never()];
            means.extend(of.map(|of| g::means_never_like(sender(&of.sender))));
            if seen.cut {
                means.push(g::means_cut());
            }
            Said::new(Tone::Danger, "refused", g::said_never(), means, Act::Call)
        }
        // Whoever writes honestly slips in no letters of another alphabet: these words were copied by somebody else.
        (Verdict::Matches { .. }, Some(of)) if mixed => {
            let means = vec![g::means_mixed(), g::means_do_nothing()];
            Said::new(Tone::Danger, "refused", g::said_slipped(sender(&of.sender)), means, Act::Call)
        }
        (Verdict::Matches { .. }, Some(of)) => matches(seen, of),
        (Verdict::Differs { .. }, Some(of)) => {
            let means = vec![g::means_differs(), g::means_do_nothing()];
            Said::new(Tone::Action, "action", g::said_differs(sender(&of.sender)), means, Act::LookUp)
        }
        _ => unknown(seen.comparing),
    };
    if mixed && !said.means.contains(&g::means_mixed()) {
        said.means.push(g::means_mixed());
    }
    Some(said)
}

fn matches(seen: &Seen, of: &Of) -> Said {
    let name = sender(&of.sender);
    let sentence = match of.until {
        Some(until) => g::said_formerly(name, (Moment::Day(Zone::Sofia.day(until)), Zone::Sofia)),
        None => g::said_matches(name),
    };
    let is_number = |(name, _): &(String, _)| of.kind(name) == Some(Type::Number);
    let mut means = vec![g::means_matches()];
    if seen.looked.values.iter().any(is_number) {
        means.push(g::means_number());
    }
    Said::new(Tone::Success, "approved", sentence, means, Act::LookUp)
}

/// Nothing is never sent, and the text is like none of those that it could be compared with.
fn unknown(comparing: Comparing) -> Said {
    match comparing {
        Comparing::Here => {
            let means = vec![g::means_none(), g::means_do_nothing()];
            Said::new(Tone::Action, "unknown", g::said_none(), means, Act::LookUp)
        }
        Comparing::Coming => Said::new(Tone::Waiting, "waiting", g::said_coming(), Vec::new(), Act::Wait),
        Comparing::Failed => {
            let means = vec![g::means_failed(), g::means_do_nothing()];
            Said::new(Tone::Unknown, "unknown", g::said_failed(), means, Act::LookUp)
        }
    }
}

/// What is never sent.
pub fn problem(problem: Problem) -> Msg {
    match problem {
        Problem::Link => g::problem_link(),
        Problem::Attachment => g::problem_attachment(),
        Problem::Money => g::problem_money(),
        Problem::FraudPhrase => g::problem_phrase(),
        Problem::OtherTopic => g::problem_topic(),
        Problem::PersonalNumber | Problem::PerhapsForeignersNumber => g::problem_person(),
        // Of lengths and events only whoever writes messages hears.
        Problem::EventNotListed | Problem::SeveralParts | Problem::CutOff => g::problem_another(),
    }
}

/// The kind of a value.
pub fn kind(kind: Option<Type>) -> Msg {
    match kind {
        Some(Type::Name) => g::kind_name(),
        Some(Type::Number) => g::kind_number(),
        Some(Type::Day) => g::kind_day(),
        Some(Type::Time) => g::kind_time(),
        Some(Type::Office) => g::kind_office(),
        Some(Type::Code) => g::kind_code(),
        Some(Type::Portal) => g::kind_portal(),
        Some(Type::Kind) => g::kind_kind(),
        Some(Type::Count) => g::kind_count(),
        Some(Type::Device) => g::kind_device(),
        Some(Type::Contact) => g::kind_contact(),
        Some(Type::Flag) | None => g::kind_another(),
    }
}

/// By which channels a text goes.
pub fn channels(of: &Of) -> Option<Msg> {
    of.channels.iter().map(any_channel).reduce(g::and)
}

/// In which language it is: the name that the language has for itself.
pub fn language(of: &Of) -> String {
    match &of.language {
        Coded::Known(language) => native_name(*language).0.to_owned(),
        Coded::Unknown(code) => code.clone(),
    }
}

/// Which version it is, and whether it is in use.
pub fn version(of: &Of) -> Msg {
    let version = of.version.to_string();
    match of.until {
        Some(until) => g::facts_until(Zone::Sofia.day(until), version),
        None => g::facts_in_use(version),
    }
}

/// Words of a published text, and what stands where it has a placeholder.
#[derive(Debug, Clone, PartialEq)]
pub enum Wording {
    /// These words.
    Words(String),
    /// A value of this kind.
    Value(Msg),
}

/// Missing words, with the kinds of values in the place of placeholders.
pub fn wording(words: &str, of: Option<&Of>) -> Vec<Wording> {
    let mut all = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("((") {
        let (name, after) = after.split_once("))").unwrap_or((after, ""));
        if !before.is_empty() {
            all.push(Wording::Words(before.to_owned()));
        }
        all.push(Wording::Value(kind(of.and_then(|of| of.kind(name)))));
        rest = after;
    }
    if !rest.is_empty() {
        all.push(Wording::Words(rest.to_owned()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::known::tests::seen;
    use super::*;
    use crate::i18n::texts::subjects as s;

    const GENUINE: &str = "НЗОК: Одобрен е протокол 12/2026, валиден до 01.03.2027.";

    fn about(text: &str) -> Said {
        said(&seen(text)).unwrap()
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(said(&seen("")), None);
        assert_eq!(said(&seen(" \n – ")), None);
    }

    #[test]
    fn a_match_names_the_sender_and_sends_whoever_has_a_number_to_look_it_up() {
        let answer = about(GENUINE);
        assert_eq!((answer.tone, answer.sentence), (Tone::Success, g::said_matches(s::sender_fund())));
        assert_eq!(answer.means, [g::means_matches(), g::means_number()]);
    }

    #[test]
    fn letters_of_another_alphabet_make_a_match_a_forgery() {
        // The second letter of the number's noun is a Latin one.
        let answer = about(&GENUINE.replace("протокол", "пpотокол"));
        assert_eq!((answer.tone, answer.sentence), (Tone::Danger, g::said_slipped(s::sender_fund())));
    }

    #[test]
    fn what_is_never_sent_weighs_more_than_what_it_is_like() {
        let answer = about(&format!("{GENUINE} Платете 20 лв."));
        assert_eq!((answer.tone, answer.sentence), (Tone::Danger, g::said_never()));
        assert_eq!(answer.means, [g::means_never(), g::means_never_like(s::sender_fund())]);
    }

    #[test]
    fn a_text_that_differs_or_is_unknown_is_no_proof_of_anything() {
        let differs = about("НЗОК: Одобрен е новият протокол 12/2026, валиден до 01.03.2027.");
        assert_eq!((differs.tone, differs.sentence), (Tone::Action, g::said_differs(s::sender_fund())));
        let none = about("Здравейте, ще се видим утре.");
        assert_eq!((none.tone, none.sentence), (Tone::Action, g::said_none()));
        let without = Seen::new("Здравейте", None, Comparing::Failed, "");
        assert_eq!(said(&without).unwrap().sentence, g::said_failed());
    }

    #[test]
    fn a_placeholder_among_missing_words_is_named_by_its_kind() {
        let seen = seen(GENUINE);
        let said = wording("валиден до ((until)) вкл", seen.of.as_ref());
        let words = |text: &str| Wording::Words(text.to_owned());
        assert_eq!(said, [words("валиден до "), Wording::Value(g::kind_day()), words(" вкл")]);
        assert_eq!(wording("((", None), [Wording::Value(g::kind_another())]);
    }
}
