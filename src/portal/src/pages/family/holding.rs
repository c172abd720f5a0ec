//! What somebody holds, read from the wire for the rules, and until when.

use chrono::NaiveDate;
use contract::access::Grant;
use contract::person::kinds_of;
use domain::access::{
    About, Action, Holder, Proxy, Refusal, Scope, Scopes, Side, State, StateCode, What, allowed,
};
use domain::coded::Coded;

/// The scopes that this build knows of a list, with what they bring along.
pub fn scopes(wire: &[Coded<Scope>]) -> Scopes {
    wire.iter().filter_map(Coded::known).collect()
}

/// What is left of a grant today.
pub fn left(grant: &Grant) -> Scopes {
    scopes(grant.narrowed.as_ref().map_or(&grant.scopes, |narrowed| &narrowed.scopes))
}

/// Whether a grant holds now.
pub fn holds(grant: &Grant) -> bool {
    grant.state == Coded::Known(StateCode::Active)
}

/// The last day of a grant as far as it is known: the one that was chosen, or the one before it ends with an age.
pub fn last_day(grant: &Grant) -> Option<NaiveDate> {
    let by_age = grant.upcoming.iter().find(|next| next.what == Coded::Known(What::EndsByAge));
    let by_age = by_age.and_then(|next| next.on.pred_opt());
    match (grant.until, by_age) {
        (Some(until), Some(by_age)) => Some(until.min(by_age)),
        (until, by_age) => until.or(by_age),
    }
}

/// Who the account is to a grant that it holds. Of a state that this build does not know nothing follows but that it ended.
pub fn holder(grant: &Grant) -> Holder {
    let by = grant.revoked_by.as_ref().and_then(Coded::known).unwrap_or(Side::Giver);
    let state = match grant.state.known() {
        Some(StateCode::Active) => State::Active,
        Some(StateCode::Expired) => State::Expired,
        Some(StateCode::EndedByAge) => State::EndedByAge,
        Some(StateCode::Declined | StateCode::Invited) => State::Declined,
        Some(StateCode::Revoked) | None => State::Revoked { by },
    };
    Holder::Proxy(Proxy { scopes: left(grant), kinds: kinds_of(grant.kinds.as_deref()), state })
}

/// Whether something may be done to a grant. One whose basis this build does not know is left as it is.
///
/// # Errors
/// The reason.
pub fn may(action: Action, who: &Holder, grant: &Grant) -> Result<(), Refusal> {
    let Some(basis) = grant.basis.known() else { return Err(Refusal::BasisForbids) };
    allowed(action, who, About { basis: Some(basis), ..About::default() })
}

#[cfg(test)]
mod tests {
    use domain::access::{Basis, Stage};
    use domain::rules::day;

    use super::*;

    fn example() -> Grant {
        serde_json::from_str(include_str!("../../../../contract/examples/grant.json")).unwrap()
    }

    #[test]
    fn the_last_day_is_the_earlier_of_the_two_that_can_end_it() {
        let mut grant = example();
        assert_eq!(last_day(&grant), Some(day!("2027-02-28")));
        grant.upcoming[0].what = Coded::Known(What::EndsByAge);
        grant.upcoming[0].on = day!("2027-02-01");
        assert_eq!(last_day(&grant), Some(day!("2027-01-31")));
        grant.until = None;
        assert_eq!(last_day(&grant), Some(day!("2027-01-31")));
        grant.upcoming.clear();
        assert_eq!(last_day(&grant), None);
    }

    #[test]
    fn who_holds_a_mandate_may_give_it_up_and_a_parent_may_not() {
        let mut grant = example();
        assert_eq!(may(Action::GiveUp, &holder(&grant), &grant), Ok(()));
        grant.basis = Coded::Known(Basis::Parent);
        assert_eq!(may(Action::GiveUp, &holder(&grant), &grant), Err(Refusal::BasisForbids));
        let own = Holder::Own(Stage::OwnSignIn);
        assert_eq!(may(Action::RenewAct, &own, &grant), Err(Refusal::TooYoung(Stage::OwnDecisions)));
        grant.basis = Coded::Unknown("treaty".to_owned());
        assert_eq!(may(Action::GiveUp, &holder(&grant), &grant), Err(Refusal::BasisForbids));
    }
}
