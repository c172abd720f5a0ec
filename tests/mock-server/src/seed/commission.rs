//! Plans for TELK in data files, in the shape of a change of an empty one.

use contract::PersonId;
use contract::commission::CommissionPatch;
use domain::telk::plan::{Plan, apply, check};
use serde::Deserialize;

/// What a file says of one person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// Whose plan.
    pub person: PersonId,
    /// What was noted.
    pub plan: CommissionPatch,
}

impl Planned {
    /// The plan.
    ///
    /// # Errors
    /// Where below `plan` something stands that cannot be noted, and why.
    pub fn plan(&self) -> Result<Plan, (String, &'static str)> {
        let field = |pointer: &str| pointer.trim_start_matches('/').replacen('/', "[", 1);
        let closed = |field: String| if field.contains('[') { format!("{field}]") } else { field };
        let at = |pointer: &str| closed(field(pointer));
        let changes = self.plan.changes().map_err(|unknown| {
            (at(unknown.first().map_or("", String::as_str)), "a code or an id that nobody knows")
        })?;
        let mut plan = Plan::default();
        for (pointer, change) in &changes {
            check(&plan, change).map_err(|_| (at(pointer), "this cannot be noted"))?;
            plan = apply(&plan, std::slice::from_ref(change));
        }
        Ok(plan)
    }
}
