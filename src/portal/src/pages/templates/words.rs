//! From what `domain::notification::template` says to words, tones and icons.

use domain::coded::{Code as _, Coded};
use domain::message_check::{Finding, Problem};
use domain::notification::template::{
    Alteration, Deed, Fault, Length, Lint, ParseProblem, Refused, RenderError, RenderProblem, TitleProblem,
    Type, VersionState,
};
use domain::sms::Why;

use crate::i18n::Msg;
use crate::i18n::texts::templates as te;

/// Where a version stands.
pub fn state(state: VersionState) -> Msg {
    match state {
        VersionState::Draft => te::state_draft(),
        VersionState::Submitted => te::state_submitted(),
        VersionState::Approved => te::state_approved(),
        VersionState::Rejected => te::state_rejected(),
        VersionState::InUse => te::state_in_use(),
        VersionState::Superseded => te::state_superseded(),
    }
}

/// The tone of where it stands.
fn tone(state: VersionState) -> &'static str {
    match state {
        VersionState::Draft => "tone-waiting",
        VersionState::Submitted => "tone-action",
        VersionState::Approved | VersionState::InUse => "tone-success",
        VersionState::Rejected => "tone-danger",
        VersionState::Superseded => "tone-ended",
    }
}

/// The icon of where it stands.
fn icon(state: VersionState) -> &'static str {
    match state {
        VersionState::Draft => "documents",
        VersionState::Submitted => "waiting",
        VersionState::Approved => "check",
        VersionState::InUse => "approved",
        VersionState::Rejected => "refused",
        VersionState::Superseded => "ended",
    }
}

/// Tone, icon and words of where a version stands, also of a state that this build does not know.
pub fn standing(at: &Coded<VersionState>) -> (&'static str, &'static str, Msg) {
    match at {
        Coded::Known(known) => (tone(*known), icon(*known), state(*known)),
        Coded::Unknown(code) => ("tone-unknown", "unknown", te::state_unknown(code.as_str())),
    }
}

/// What somebody does, as a button says it.
pub fn deed(deed: Deed) -> Msg {
    match deed {
        Deed::Edit => te::deed_edit(),
        Deed::Submit => te::deed_submit(),
        Deed::TakeBack => te::deed_take_back(),
        Deed::Approve => te::deed_approve(),
        Deed::Reject => te::deed_reject(),
        Deed::PutInUse => te::deed_put_in_use(),
        Deed::RollBack => te::deed_roll_back(),
    }
}

/// What somebody did, as a history says it.
pub fn done(deed: Deed) -> Msg {
    match deed {
        Deed::Edit => te::done_edit(),
        Deed::Submit => te::done_submit(),
        Deed::TakeBack => te::done_take_back(),
        Deed::Approve => te::done_approve(),
        Deed::Reject => te::done_reject(),
        Deed::PutInUse => te::done_put_in_use(),
        Deed::RollBack => te::done_roll_back(),
    }
}

/// Why somebody may not do it.
pub fn refused(why: Refused) -> Msg {
    match why {
        Refused::Role => te::refused_role(),
        Refused::OwnWork => te::refused_own_work(),
        Refused::State => te::refused_state(),
        Refused::Blocked => te::refused_blocked(),
        Refused::BreakingNotConfirmed => te::refused_breaking(),
        Refused::ReasonMissing => te::refused_reason(),
        Refused::AnotherOpen => te::refused_another_open(),
    }
}

/// The kind of a value.
pub fn kind(kind: Type) -> Msg {
    match kind {
        Type::Name => te::kind_name(),
        Type::Number => te::kind_number(),
        Type::Day => te::kind_day(),
        Type::Time => te::kind_time(),
        Type::Office => te::kind_office(),
        Type::Code => te::kind_code(),
        Type::Portal => te::kind_portal(),
        Type::Kind => te::kind_kind(),
        Type::Count => te::kind_count(),
        Type::Device => te::kind_device(),
        Type::Contact => te::kind_contact(),
        Type::Flag => te::kind_flag(),
    }
}

/// How long values are.
pub fn length(length: Length) -> Msg {
    match length {
        Length::Least => te::length_least(),
        Length::Typical => te::length_typical(),
        Length::Most => te::length_most(),
    }
}

/// Why a template cannot be read.
fn unreadable(problem: ParseProblem) -> Msg {
    match problem {
        ParseProblem::Unclosed => te::parse_unclosed(),
        ParseProblem::Unopened => te::parse_unopened(),
        ParseProblem::Nested => te::parse_nested(),
        ParseProblem::NameEmpty => te::parse_name_empty(),
        ParseProblem::NameWrong => te::parse_name_wrong(),
        ParseProblem::WordsEmpty => te::parse_words_empty(),
    }
}

/// What is wrong with a placeholder or its value.
pub fn unfilled(error: &RenderError) -> Msg {
    let name = error.name.as_str();
    match error.problem {
        RenderProblem::Unknown => te::render_unknown(name),
        RenderProblem::Missing => te::render_missing(name),
        RenderProblem::WrongKind => te::render_wrong_kind(name),
        RenderProblem::WrongUse => te::render_wrong_use(name),
        RenderProblem::NotAsked => te::render_not_asked(name),
    }
}

/// What the fund never writes, as it stands in the text.
fn content(finding: &Finding) -> Msg {
    match finding.problem {
        Problem::Attachment => te::content_attachment(),
        Problem::Link => te::content_link(),
        Problem::FraudPhrase => te::content_fraud_phrase(),
        Problem::OtherTopic => te::content_other_topic(),
        Problem::Money => te::content_money(),
        Problem::PersonalNumber => te::content_personal_number(),
        Problem::PerhapsForeignersNumber => te::content_perhaps_number(),
        // The check of templates has words of its own for these.
        Problem::EventNotListed | Problem::SeveralParts | Problem::CutOff => {
            te::content_unknown(finding.problem.code())
        }
    }
}

/// What is wrong with a text as it is typed.
pub fn fault(fault: &Fault) -> Msg {
    match fault {
        Fault::Unreadable(error) => unreadable(error.problem),
        Fault::Empty => te::text_empty(),
        Fault::Title(TitleProblem::Missing) => te::title_missing(),
        Fault::Title(TitleProblem::NotTaken) => te::title_not_taken(),
        Fault::Title(TitleProblem::Filled) => te::title_filled(),
        Fault::Lint(found) => lint(found),
    }
}

/// What is wrong with a template.
fn lint(lint: &Lint) -> Msg {
    match lint {
        Lint::Content(finding) => content(finding),
        Lint::Render(error) => unfilled(error),
        Lint::Sender => te::lint_sender(),
        Lint::Channel => te::lint_channel(),
        Lint::Medical { .. } => te::lint_medical(),
        Lint::Revealing { name } => te::lint_revealing(name.as_str()),
        Lint::Code { name } => te::lint_code(name.as_str()),
        Lint::TooLong { by } => te::lint_too_long(*by),
        Lint::SeveralParts { parts } => te::lint_several_parts(*parts),
    }
}

/// What breaks those who fill a template.
pub fn alteration(alteration: &Alteration) -> Msg {
    match alteration {
        Alteration::Added { name, .. } => te::breaks_added(name.as_str()),
        Alteration::Removed { name } => te::breaks_removed(name.as_str()),
        Alteration::Retyped { name, .. } => te::breaks_retyped(name.as_str()),
        Alteration::Mandatory { name } => te::breaks_mandatory(name.as_str()),
        Alteration::Optional { name } => te::breaks_optional(name.as_str()),
    }
}

/// Why a character costs.
pub fn costs(why: Why) -> Msg {
    match why {
        Why::NotInAlphabet => te::costs_not_in_alphabet(),
        Why::Extension => te::costs_extension(),
        Why::TwoUnits => te::costs_two_units(),
    }
}
