//! From the closed answers of the clocks to words; what this build does not know is shown as it came.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::clock::{Limit, Unit, What};
use domain::document::{Ask, Body, DateBasis, Left, Remedy};
use domain::moment::Zone;
use domain::paperwork::{NoDeadline, Term};
use domain::working_day::Certainty;

use crate::i18n::Msg;
use crate::i18n::texts::deadlines as d;

/// So many of something, as texts count.
pub fn count(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or_default()
}

/// What the authority's clock is called.
pub fn clock_title(body: Body) -> Msg {
    match body {
        Body::Practice => d::clock_practice(),
        Body::Telk => d::clock_telk(),
        Body::Fund | Body::Pharmacy | Body::SocialInsurance | Body::Nobody => d::clock_fund(),
    }
}

/// So many days of a unit.
pub fn term(days: u32, unit: Unit) -> Msg {
    match unit {
        Unit::Calendar => d::due_calendar(count(days)),
        Unit::Working => d::due_working(count(days)),
    }
}

/// A due day while the clock runs or stands.
pub fn due_ahead(day: NaiveDate, left: Left) -> Msg {
    match left {
        Left::Days(0) => d::due_today(day),
        Left::Days(days) => d::due_left(count(days), day),
        Left::Over(days) => d::due_over(count(days), day),
    }
}

/// A due day, seen from the day on which it was done.
pub fn due_done(day: NaiveDate, left: Left) -> Msg {
    match left {
        Left::Days(0) => d::due_on_last(day),
        Left::Days(days) => d::due_early(count(days), day),
        Left::Over(days) => d::due_late(count(days), day),
    }
}

/// What a practice promises without a day.
pub fn promised(term: Term) -> Msg {
    match term {
        Term::DuringVisit => d::due_visit(),
        Term::FirstOpportunity => d::due_opportunity(),
        Term::WorkingDays(days) => d::due_within(d::due_working(count(days))),
    }
}

/// Why the rules of a practice give no day.
pub fn no_rule(why: &NoDeadline) -> Msg {
    match why {
        NoDeadline::OtherPractice => d::no_rule_other_practice(),
        NoDeadline::NoContract => d::no_rule_no_contract(),
        NoDeadline::NotInWriting => d::no_rule_not_in_writing(),
        NoDeadline::FactsBeforeRequest => d::no_rule_before_request(),
        NoDeadline::Rule(_) => d::no_rule_no_data(),
        NoDeadline::Calendar(_) => d::no_rule_no_calendar(),
    }
}

/// How whoever states a date came to it.
pub fn basis(basis: Option<&Coded<DateBasis>>) -> Msg {
    match basis {
        None => d::how_stated(),
        Some(Coded::Known(DateBasis::Written)) => d::how_written(),
        Some(Coded::Known(DateBasis::Told)) => d::how_told(),
        Some(Coded::Known(DateBasis::Law)) => d::how_law(),
        Some(Coded::Known(DateBasis::HouseRules)) => d::how_house_rules(),
        Some(Coded::Unknown(code)) => d::how_basis_unknown(code.as_str()),
    }
}

/// How long a limit is, where it is not just a day.
pub fn limit(limit: Limit) -> Option<Msg> {
    match limit {
        Limit::Day(_) => None,
        Limit::Term { days, unit } => Some(d::how_term(term(days, unit))),
    }
}

/// How sure the calendar is.
pub fn certainty(certainty: Certainty) -> Msg {
    match certainty {
        Certainty::Announced => d::how_announced(),
        Certainty::Computed => d::how_computed(),
    }
}

/// What one's own date is for.
pub fn what(what: What) -> Msg {
    match what {
        What::Valid => d::own_valid(),
        What::Use => d::own_use(),
        What::Appeal => d::own_appeal(),
        What::ApplyAgain => d::own_again(),
        What::CountsForTelk => d::own_counts(),
        What::Hearing => d::own_hearing(),
    }
}

/// From which day a rule counts: an application is made so long before the end, everything else so long after the beginning.
pub fn counted_from(what: What, from: NaiveDate) -> Msg {
    match what {
        What::ApplyAgain => d::how_back(from),
        What::Valid | What::Use | What::Appeal | What::CountsForTelk | What::Hearing => d::how_from(from),
    }
}

/// One's own day, and how far it is.
pub fn own_day(what: What, day: NaiveDate, left: Left) -> Msg {
    match left {
        Left::Days(0) if what == What::Hearing => d::own_hearing_today(day),
        Left::Days(days) if what == What::Hearing => d::own_hearing_in(count(days), day),
        Left::Over(days) if what == What::Hearing => d::own_hearing_over(count(days), day),
        Left::Days(0) => d::own_today(day),
        Left::Days(days) => d::own_left(count(days), day),
        Left::Over(days) => d::own_over(count(days), day),
    }
}

/// What can be done about a refusal.
pub fn remedy(remedy: Option<Remedy>) -> Msg {
    match remedy {
        None => d::refusal_unknown(),
        Some(Remedy::HandIn) => d::refusal_hand_in(),
        Some(Remedy::Correct) => d::refusal_correct(),
        Some(Remedy::ShowConditions) => d::refusal_show_conditions(),
        Some(Remedy::RestoreRights) => d::refusal_restore_rights(),
        Some(Remedy::UseOther) => d::refusal_use_other(),
        Some(Remedy::AskForNew) => d::refusal_ask_for_new(),
        Some(Remedy::Nothing) => d::refusal_nothing(),
    }
}

/// Whom to ask, by the name that they have where the person is insured.
pub fn ask(ask: Ask, zone: Zone) -> Msg {
    let bulgarian = zone == Zone::Sofia;
    match ask {
        Ask::RegionalFund if bulgarian => d::ask_regional_fund(),
        Ask::RevenueAgency if bulgarian => d::ask_revenue_agency(),
        Ask::SocialInsurance if bulgarian => d::ask_social_insurance(),
        Ask::RegionalFund | Ask::RevenueAgency | Ask::SocialInsurance => d::ask_own_fund(),
        Ask::Telk if bulgarian => d::ask_telk(),
        Ask::Telk => d::ask_commission(),
        Ask::Doctor => d::ask_doctor(),
        Ask::Practice => d::ask_practice(),
        Ask::Pharmacy => d::ask_pharmacy(),
    }
}

#[cfg(test)]
mod tests {
    use domain::coded::Code as _;
    use domain::rules::day;

    use super::*;

    #[test]
    fn a_last_day_is_told_apart_from_those_before_and_after_it() {
        let day = day!("2026-12-07");
        assert_eq!(due_ahead(day, Left::Days(0)), d::due_today(day));
        assert_eq!(due_ahead(day, Left::Days(15)), d::due_left(15, day));
        assert_eq!(due_ahead(day, Left::Over(2)), d::due_over(2, day));
        assert_eq!(due_done(day, Left::Days(0)), d::due_on_last(day));
        assert_eq!(due_done(day, Left::Days(3)), d::due_early(3, day));
        assert_eq!(due_done(day, Left::Over(7)), d::due_late(7, day));
        assert_eq!(own_day(What::Use, day, Left::Days(0)), d::own_today(day));
        assert_eq!(own_day(What::Hearing, day, Left::Days(0)), d::own_hearing_today(day));
        assert_eq!(own_day(What::Valid, day, Left::Over(1)), d::own_over(1, day));
    }

    #[test]
    fn nobody_abroad_is_sent_to_a_bulgarian_office() {
        for ask in Ask::ALL {
            let (here, there) = (super::ask(*ask, Zone::Sofia), super::ask(*ask, Zone::Almaty));
            let same = matches!(ask, Ask::Doctor | Ask::Practice | Ask::Pharmacy);
            assert_eq!(here == there, same, "{ask:?}");
        }
    }

    #[test]
    fn a_basis_of_a_newer_server_is_shown_as_it_came() {
        assert_eq!(basis(Some(&DateBasis::from_code("oracle"))), d::how_basis_unknown("oracle"));
        assert_eq!(basis(None), d::how_stated());
    }
}
