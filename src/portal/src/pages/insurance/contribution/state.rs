//! For whom the state pays.

use domain::insurance::{StateGroup, StateGroups};
use domain::month::Month;
use domain::rules::Sourced;

use crate::calculator::{Answer, Line, Note, Tone};
use crate::i18n::Msg;
use crate::i18n::texts::insurance as i;

/// Nothing is paid by who belongs to one of these groups.
pub fn paid(month: Month, groups: Sourced<StateGroups>) -> Answer {
    let mut answer = Answer::new(Tone::Good, i::by_state(month));
    for one in groups.value.0 {
        answer = answer.line(Line::new(group(*one)));
    }
    answer.note(Note::new(Tone::Heed, i::by_state_others()).source(groups.basis))
}

/// The groups of a list, in words.
pub fn listed(groups: StateGroups) -> Msg {
    let mut all = groups.0.iter().map(|one| group(*one));
    let first = all.next().unwrap_or_else(i::fact_none);
    all.fold(first, i::group_and)
}

/// A group, in words.
pub fn group(group: StateGroup) -> Msg {
    match group {
        StateGroup::Child => i::group_child(),
        StateGroup::Student => i::group_student(),
        StateGroup::Pensioner => i::group_pensioner(),
        StateGroup::SociallyWeak => i::group_socially_weak(),
        StateGroup::Veteran => i::group_veteran(),
        StateGroup::InjuredOnDuty => i::group_injured(),
        StateGroup::Detained => i::group_detained(),
        StateGroup::AsylumSeeker => i::group_asylum(),
        StateGroup::Carer => i::group_carer(),
        StateGroup::Other => i::group_others(),
    }
}
