//! The sentence for where somebody stands, and what has to be said beside it.

use domain::coded::Coded;
use domain::insurance::standing::{Standing, Status};
use domain::insurance::{Ground, StateGroup};

use super::super::contribution::group;
use crate::calculator::{Answer, Note, Tone};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, insurance as i};

/// What is told of the ground in the month of today, and for whom the state pays.
pub type Footing<'a> = Option<(&'a Coded<Ground>, Option<&'a Coded<StateGroup>>)>;

/// Where somebody stands, in a sentence.
pub fn told(found: &Standing, footing: Footing<'_>) -> Answer {
    let (unpaid, open) = (c::months(found.unpaid as usize), c::months(found.open as usize));
    let by_state = matches!(footing, Some((Coded::Known(Ground::State), _)));
    let (tone, sentence) = match found.status {
        Status::Insured if found.open == 0 => (Tone::Good, i::insured_paid()),
        Status::Insured => (Tone::Good, i::insured_known_paid()),
        Status::InsuredByOthers => (Tone::Good, by_others(footing)),
        Status::InsuredWithArrears => {
            (Tone::Heed, i::insured_arrears(found.rule.value.allowed.to_string(), unpaid))
        }
        Status::Interrupted => (Tone::Bad, i::insured_interrupted(unpaid)),
        Status::Undecided => (Tone::Unknown, i::insured_undecided(open)),
        Status::ArrearsFromBefore if by_state => (Tone::Heed, i::insured_before_state(unpaid)),
        Status::ArrearsFromBefore => (Tone::Heed, i::insured_before_employer(unpaid)),
    };
    Answer::new(tone, sentence)
}

/// Who pays instead.
fn by_others(footing: Footing<'_>) -> Msg {
    match footing {
        Some((Coded::Known(Ground::State), Some(Coded::Known(one)))) => i::insured_by_group(group(*one)),
        Some((Coded::Known(Ground::State), Some(Coded::Unknown(code)))) => {
            i::insured_by_group(i::insured_group_code(code.as_str()))
        }
        Some((Coded::Known(Ground::State), None)) => i::insured_by_state(),
        _ => i::insured_by_employer(),
    }
}

/// What has to be said beside the sentence.
pub fn notes(mut answer: Answer, found: &Standing, footing: Footing<'_>) -> Answer {
    match footing {
        Some((Coded::Known(_), _)) => {}
        Some((Coded::Unknown(code), _)) => {
            answer = answer.note(Note::new(Tone::Heed, i::insured_ground_code(code.as_str())));
        }
        None => answer = answer.note(Note::new(Tone::Heed, i::insured_ground_not_told())),
    }
    if found.unpaid > 0 && found.status == Status::InsuredByOthers {
        let unpaid = c::months(found.unpaid as usize);
        answer = answer.note(Note::new(Tone::Heed, i::insured_still_owed(unpaid)));
    }
    // Where it depends on them, the sentence says so.
    if found.open > 0 && found.status != Status::Undecided {
        answer = answer.note(Note::new(Tone::Plain, i::insured_open(c::months(found.open as usize))));
    }
    answer
}
