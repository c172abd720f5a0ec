//! T6a: when, on what ground and with which signature a GP is chosen. T6b: stays elsewhere.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::coded::Code;
use domain::gp_choice::ground::Unknown;
use domain::gp_choice::temporary::StayProblem;
use domain::gp_choice::{
    Choice, Ground, Means, Online, Route, Window, choice, route, ways, window, window_at,
};
use domain::person::Relation;
use domain::rules::{Basis, Conflict, Sourced, Status};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// An instant instead of the case's day, RFC 3339.
    now: Option<String>,
    ground: Option<String>,
    who: Option<String>,
    born: Option<Day>,
    means: Option<String>,
}

/// Compares windows, grounds and signatures.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    if let Some(now) = &given.now {
        let now = DateTime::parse_from_rfc3339(now).map_err(|_| Failure::malformed("`now` is no instant"))?;
        return case.expects(&said(window_at(now.to_utc())));
    }
    let today = case.on()?;
    match (&given.ground, &given.who, given.born, &given.means) {
        (None, Some(who), born, Some(means)) => {
            case.expects(&signed(code(who)?, born.map(|born| born.0), code(means)?, today))
        }
        (Some(ground), None, None, None) => case.expects(&grounded(code(ground)?, today)),
        (None, None, None, None) => case.expects(&said(window(today))),
        _ => Err(Failure::malformed("nothing, or `now`, or `ground`, or `who`, perhaps `born`, and `means`")),
    }
}

fn said<E: NoValue>(answer: Result<Sourced<Window>, E>) -> Value {
    let Sourced { value, basis } = match answer {
        Ok(answer) => answer,
        Err(error) => return json!({ "status": null, "no_data": error.why() }),
    };
    let at = |instant: DateTime<Utc>| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut said = with_basis(&basis);
    let (status, closes, left, closes_at, opens, until, opens_at) = match value {
        Window::Open { last, days_left, closes_at, .. } => {
            ("open", Some(last), Some(days_left), Some(at(closes_at)), None, None, None)
        }
        Window::Closed { opens, days_until, opens_at } => {
            ("closed", None, None, None, Some(opens), Some(days_until), Some(at(opens_at)))
        }
    };
    said["status"] = json!(status);
    said["closes"] = json!(closes.map(|day| day.to_string()));
    said["days_left"] = json!(left);
    said["closes_at"] = json!(closes_at);
    said["opens"] = json!(opens.map(|day| day.to_string()));
    said["days_until"] = json!(until);
    said["opens_at"] = json!(opens_at);
    said
}

fn grounded(ground: Ground, today: NaiveDate) -> Value {
    let (any_time, mut said) = match choice(ground, today) {
        Ok(Choice::AnyTime(basis)) => {
            let mut said = with_basis(&basis);
            said["status"] = Value::Null;
            (Some(true), said)
        }
        Ok(Choice::InWindow(window)) => (Some(false), said::<Unknown>(Ok(window))),
        Err(unknown) => (None, said(Err(unknown))),
    };
    said["any_time"] = json!(any_time);
    said
}

fn signed(who: Relation, born: Option<NaiveDate>, means: Means, today: NaiveDate) -> Value {
    let ways = ways(who, born, means, today);
    let form = match ways.form {
        Ok(form) => form.code().to_owned(),
        Err(no_data) => format!("no_data: {}", no_data.why),
    };
    let online = match ways.online {
        Online::Possible(_) => "possible".to_owned(),
        Online::NeedsSignature(_) => "needs_signature".to_owned(),
        Online::OnlyThePatient(_) => "only_the_patient".to_owned(),
        Online::Unknown(no_data) => format!("no_data: {}", no_data.why),
    };
    let conflict = Conflict::ChoiceForm.code();
    json!({ "online": online, "paper": ways.paper.code(), "form": form, "conflict": conflict })
}

/// What a rule rests on, beside fields of its own called `status`.
fn with_basis(basis: &Basis) -> Value {
    let status = match basis.status {
        Status::Confirmed => "confirmed".to_owned(),
        Status::NotConfirmedSince(since) => format!("not confirmed since {since}"),
    };
    json!({ "rule": basis.rule, "scope": basis.scope.to_string(), "status_of_rule": status, "no_data": null })
}

trait NoValue {
    fn why(&self) -> String;
}

impl<T> NoValue for domain::rules::NoData<T> {
    fn why(&self) -> String {
        self.why.to_string()
    }
}

impl NoValue for Unknown {
    fn why(&self) -> String {
        match self {
            Self::Window(no_data) => no_data.why(),
            Self::Ground(no_data) => no_data.why(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stay {
    arrive: Day,
    leave: Day,
}

/// Compares the route of a stay elsewhere.
pub fn check_stay(case: &Case) -> Result<(), Failure> {
    let stay: Stay = case.given()?;
    let routed = match route(stay.arrive.0, stay.leave.0, case.today()) {
        Ok(routed) => routed,
        Err(problem) => {
            let problem = match problem {
                StayProblem::LeavesBeforeArriving => "leaves_before_arriving".to_owned(),
                StayProblem::BeyondCalendar => "beyond_calendar".to_owned(),
                StayProblem::NoData(no_data) => format!("no data: {}", no_data.why),
            };
            return case.expects(&json!({ "route": null, "problem": problem }));
        }
    };
    let (name, own_gp_from) = match routed.route {
        Route::AnyGp => ("any_gp", None),
        Route::TemporaryChoice { own_gp_from } => ("temporary_choice", Some(own_gp_from.to_string())),
        Route::PermanentChange => ("permanent_change", None),
    };
    let mut said = with_basis(&routed.basis);
    said["route"] = json!(name);
    said["own_gp_from"] = json!(own_gp_from);
    said["any_gp_until"] = json!(routed.any_gp_until.to_string());
    said["temporary_until"] = json!(routed.temporary_until.to_string());
    said["year_end"] = json!(routed.year_end.is_some());
    said["problem"] = Value::Null;
    case.expects(&said)
}
