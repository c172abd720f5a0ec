//! What the rules say of a version: what blocks it, and what it breaks.

use domain::coded::Code as _;
use domain::notification::template::{
    Alteration, Declared, Draft, Objection, VersionState, alterations, objections, parse,
};

use contract::problem::FieldProblem;

use crate::store::template::{Cell, Kept};

/// Everything that blocks a version.
#[must_use]
pub fn blocking(cell: Cell, version: &Kept, declared: &[Declared]) -> Vec<FieldProblem> {
    let Cell { subject, channel, language } = cell;
    let (title, text, sender) = (version.title.as_deref(), version.text.as_str(), subject.sender());
    let draft = Draft { title, text, declared, subject, sender, channel, language };
    let field = |objection: Objection| {
        let (group, code) = objection.codes();
        FieldProblem::new(format!("/{}", objection.place.code()), &format!("{group}.{code}"))
    };
    objections(&draft).into_iter().filter(Objection::blocks).map(field).collect()
}

/// Everything of a version that breaks those who fill the one in use.
#[must_use]
pub fn breaking(versions: &[Kept], version: &Kept, declared: &[Declared]) -> Vec<FieldProblem> {
    let in_use = versions.iter().find(|kept| kept.state == VersionState::InUse);
    let texts = in_use.and_then(|old| Some((parse(&old.text).ok()?, parse(&version.text).ok()?)));
    let Some((old, new)) = texts else { return Vec::new() };
    let field = |alteration: Alteration| {
        let (name, code) = match alteration {
            Alteration::Added { name, .. } => (name, "breaks.added"),
            Alteration::Removed { name } => (name, "breaks.removed"),
            Alteration::Retyped { name, .. } => (name, "breaks.retyped"),
            Alteration::Mandatory { name } => (name, "breaks.mandatory"),
            Alteration::Optional { name } => (name, "breaks.optional"),
        };
        FieldProblem::new(format!("/placeholders/{name}"), code)
    };
    alterations((&old, declared), (&new, declared)).into_iter().map(field).collect()
}
