//! From the closed lists of reports to words; what this build does not know is shown as it came.

use contract::document::Event;
use domain::coded::Coded;
use domain::data_right::State;
use domain::data_right::report::{Checker, Kind, Next};
use domain::moment::Zone;

use crate::i18n::Msg;
use crate::i18n::texts::document as d;
use crate::words::document as words;

/// What a report is about.
pub fn about(event: Option<&Event>, zone: Zone) -> Msg {
    match event {
        Some(event) => d::report_about_event((event.at, zone), words::event(&event.kind)),
        None => d::report_about_whole(),
    }
}

/// What is the matter.
pub fn kind(kind: &Coded<Kind>) -> Msg {
    match kind {
        Coded::Known(Kind::NotMe) => d::report_not_me(),
        Coded::Known(Kind::WrongData) => d::report_wrong_data(),
        Coded::Unknown(code) => d::report_kind_unknown(code.as_str()),
    }
}

/// What that means.
pub fn kind_hint(kind: Kind) -> Msg {
    match kind {
        Kind::NotMe => d::report_not_me_hint(),
        Kind::WrongData => d::report_wrong_data_hint(),
    }
}

/// Who checks it.
pub fn checker(checker: &Coded<Checker>) -> Msg {
    let who = match checker {
        Coded::Known(Checker::RegionalFund) => d::report_checker_regional_fund(),
        Coded::Known(Checker::Fund) => d::report_checker_fund(),
        Coded::Known(Checker::OwnFund) => d::report_checker_own_fund(),
        Coded::Known(Checker::Author) => d::report_checker_author(),
        Coded::Unknown(code) => d::report_checker_unknown(code.as_str()),
    };
    d::report_checker(who)
}

/// What happens now.
pub fn next(next: &Coded<Next>) -> Msg {
    match next {
        Coded::Known(Next::Compared) => d::report_next_compared(),
        Coded::Known(Next::EntryStays) => d::report_next_entry_stays(),
        Coded::Known(Next::AnswerHere) => d::report_next_answer_here(),
        Coded::Known(Next::LookAtSignIns) => d::report_next_sign_ins(),
        Coded::Unknown(code) => d::report_next_unknown(code.as_str()),
    }
}

/// Where it stands.
pub fn state(state: &Coded<State>) -> Msg {
    match state {
        Coded::Known(State::Received) => d::report_state_received(),
        Coded::Known(State::InCheck) => d::report_state_in_check(),
        Coded::Known(State::Answered) => d::report_state_answered(),
        Coded::Unknown(code) => d::report_state_unknown(code.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_a_newer_server_are_shown_as_they_came() {
        let code = || "moon_phase".to_owned();
        assert_eq!(kind(&Coded::Unknown(code())), d::report_kind_unknown("moon_phase"));
        assert_eq!(next(&Coded::Unknown(code())), d::report_next_unknown("moon_phase"));
        assert_eq!(state(&Coded::Unknown(code())), d::report_state_unknown("moon_phase"));
        let unknown = d::report_checker(d::report_checker_unknown("moon_phase"));
        assert_eq!(checker(&Coded::Unknown(code())), unknown);
    }
}
