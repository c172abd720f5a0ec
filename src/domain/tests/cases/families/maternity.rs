//! T9: the sheets of maternity leave.

use domain::coded::Code;
use domain::maternity::{MaternityProblem, Stretch, maternity};
use serde::Deserialize;
use serde_json::{Value, json};

use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    due: Day,
    birth: Day,
}

/// Compares the sheets.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let found = match maternity(given.due.0, given.birth.0, case.today()) {
        Ok(found) => found,
        Err(problem) => {
            let problem = match problem {
                MaternityProblem::TooLate => "too_late".to_owned(),
                MaternityProblem::TooEarly => "too_early".to_owned(),
                MaternityProblem::BeyondCalendar => "beyond_calendar".to_owned(),
                MaternityProblem::NoData(no_data) => format!("no data: {}", no_data.why),
            };
            return case.expects(&json!({ "total": null, "problem": problem }));
        }
    };
    let sheets = [found.before, found.overdue, Some(found.after), found.newborn];
    let mut said = based(&found.basis);
    for (name, sheet) in ["before", "overdue", "after", "newborn"].into_iter().zip(sheets) {
        said[name] = json!(sheet.map(told));
    }
    // What the sheets add up to, not what the rule says they should.
    said["total"] = json!(sheets.iter().flatten().map(|sheet| sheet.days).sum::<u32>());
    said["application"] = json!(found.application.ok().map(|it| told(it.rest)));
    said["timing"] = json!(found.timing.code());
    said["problem"] = Value::Null;
    case.expects(&said)
}

fn told(stretch: Stretch) -> String {
    format!("{}, {}..{}", stretch.days, stretch.first, stretch.last)
}
